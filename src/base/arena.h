/* SPDX-License-Identifier: Apache-2.0 */
/* Memory that is given back all at once. One arena a scenario, one a run, one a thread. */
#ifndef SMYI_BASE_ARENA_H
#define SMYI_BASE_ARENA_H

#include <stddef.h>

typedef struct SmyiChunk SmyiChunk;

/** Initialise with {0}. Not for two threads at once. */
typedef struct SmyiArena {
    SmyiChunk *first, *current; /* chunks behind `current` are kept for reuse */
} SmyiArena;

/** A point to come back to. */
typedef struct SmyiMark {
    SmyiChunk *chunk;
    size_t used;
} SmyiMark;

/**
 * count * size zeroed bytes aligned to 64, or NULL: no memory, or the product overflows.
 * count or size 0 gives a valid pointer to nothing.
 */
void *smyi_arena_take(SmyiArena *arena, size_t count, size_t size);

#define SMYI_NEW(arena, count, Type)                                                       \
    ((Type *)smyi_arena_take((arena), (count), sizeof(Type)))

/** A copy of `length` bytes and a closing NUL, or NULL. */
char *smyi_arena_copy(SmyiArena *arena, const char *text, size_t length);
/** printf into the arena, or NULL. */
char *smyi_arena_print(SmyiArena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

SmyiMark smyi_arena_mark(const SmyiArena *arena);
/** Everything taken since the mark is free again; its memory is kept for the next taking. */
void smyi_arena_rewind(SmyiArena *arena, SmyiMark mark);
/** Gives all memory back; the arena may be used again. */
void smyi_arena_free(SmyiArena *arena);

#endif
