/* SPDX-License-Identifier: Apache-2.0 */
/* Makes the library's memory run out on purpose, and counts what it holds. */
#ifndef SUPPORT_MEMORY_H
#define SUPPORT_MEMORY_H

#include <stddef.h>

#include "summitry/error.h"

/*
 * Every test program is linked with --wrap=smyi_memory_take and --wrap=smyi_memory_give
 * (tests/CMakeLists.txt), so that each request of the library passes through memory.c.
 */

/** The n-th request from now on (1: the next) gets NULL, all others memory; 0: all get it. */
void memory_fail_at(size_t n);
/** True when the request named by memory_fail_at() has come and was refused. */
int memory_has_failed(void);
/** Requests since memory_fail_at() was last called (since the start, if never). */
size_t memory_count(void);
/** Requests granted and not given back so far. */
size_t memory_live(void);

/**
 * Calls `work` again and again, refusing its 1st, 2nd, 3rd ... request, until it makes fewer.
 * Fails the test unless each refusal ends in SMY_ERR_NOMEM, the last call in SMY_OK, and each
 * call gives back all it took. Returns the number of requests of one call.
 */
size_t memory_exhaust(SmyCode (*work)(void *cookie), void *cookie);

#endif
