/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes that grow in an arena, up to a bound. */
#ifndef SMYI_TEXT_BYTES_H
#define SMYI_TEXT_BYTES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/** Initialise with {.arena = ..., .most = ...} and nothing else. */
typedef struct SmyiBytes {
    SmyiArena *arena;
    char *text; /* with a NUL behind it; NULL while empty */
    size_t length, room, most;
    bool no_memory, is_full; /* nothing is added after either */
} SmyiBytes;

/** Adds bytes; false where memory ran out or the bound is reached. */
bool smyi_bytes_add(SmyiBytes *bytes, const char *more, size_t length);
/** Adds one code point as UTF-8. */
bool smyi_bytes_add_code_point(SmyiBytes *bytes, unsigned code_point);

#endif
