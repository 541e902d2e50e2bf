/* SPDX-License-Identifier: Apache-2.0 */
/* The one door that memory comes through. */
#ifndef SMYI_BASE_MEMORY_H
#define SMYI_BASE_MEMORY_H

#include <stddef.h>

/**
 * `size` bytes, aligned for anything, contents undefined; NULL when there are none.
 * Nothing else in the library calls malloc: a test replaces this function to make the n-th
 * request fail.
 */
void *smyi_memory_take(size_t size);
/** Gives back what smyi_memory_take() gave. NULL is fine. */
void smyi_memory_give(void *memory);

#endif
