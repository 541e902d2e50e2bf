/* SPDX-License-Identifier: Apache-2.0 */
/* Memory that is given back all at once. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

enum { ALIGN = 64, FIRST = 4096, MOST = 1 << 20 };

struct SmyiChunk {
    SmyiChunk *next;
    size_t size, used; /* of data, which starts at the first multiple of ALIGN */
    unsigned char *data;
};

static SmyiChunk *new_chunk(size_t size)
{
    if (size > SIZE_MAX - sizeof(SmyiChunk) - ALIGN)
        return NULL;
    SmyiChunk *chunk = smyi_memory_take(sizeof *chunk + ALIGN + size);
    if (!chunk)
        return NULL;
    uintptr_t start = (uintptr_t)(chunk + 1);
    unsigned char *data = (unsigned char *)(chunk + 1) + (ALIGN - start % ALIGN) % ALIGN;
    *chunk = (SmyiChunk){.size = size, .data = data};
    return chunk;
}

/* The next chunk that holds `size` bytes: one kept from before a rewind, or a new one. */
static SmyiChunk *next_chunk(SmyiArena *arena, size_t size)
{
    SmyiChunk *last = arena->current;
    SmyiChunk *next = last ? last->next : arena->first;
    if (next && next->size >= size) {
        next->used = 0;
        return arena->current = next;
    }
    size_t wanted = last ? last->size * 2 : FIRST;
    if (wanted > MOST)
        wanted = MOST;
    SmyiChunk *chunk = new_chunk(size > wanted ? size : wanted);
    if (!chunk)
        return NULL;
    chunk->next = next;
    if (last)
        last->next = chunk;
    else
        arena->first = chunk;
    return arena->current = chunk;
}

void *smyi_arena_take(SmyiArena *arena, size_t count, size_t size)
{
    if (size && count > (SIZE_MAX - ALIGN) / size)
        return NULL;
    size_t bytes = (count * size + ALIGN - 1) / ALIGN * ALIGN;
    SmyiChunk *chunk = arena->current;
    if (!chunk || chunk->size - chunk->used < bytes) {
        chunk = next_chunk(arena, bytes);
        if (!chunk)
            return NULL;
    }
    void *taken = chunk->data + chunk->used;
    chunk->used += bytes;
    return bytes ? memset(taken, 0, bytes) : taken;
}

char *smyi_arena_copy(SmyiArena *arena, const char *text, size_t length)
{
    if (length == SIZE_MAX)
        return NULL;
    char *copy = smyi_arena_take(arena, length + 1, 1);
    if (copy && length)
        memcpy(copy, text, length);
    return copy;
}

char *smyi_arena_print(SmyiArena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = n < 0 ? NULL : smyi_arena_take(arena, (size_t)n + 1, 1);
    if (text)
        (void)vsnprintf(text, (size_t)n + 1, format, again);
    va_end(again);
    return text;
}

SmyiMark smyi_arena_mark(const SmyiArena *arena)
{
    return (SmyiMark){arena->current, arena->current ? arena->current->used : 0};
}

void smyi_arena_rewind(SmyiArena *arena, SmyiMark mark)
{
    arena->current = mark.chunk;
    if (mark.chunk)
        mark.chunk->used = mark.used;
}

void smyi_arena_free(SmyiArena *arena)
{
    for (SmyiChunk *chunk = arena->first, *next; chunk; chunk = next) {
        next = chunk->next;
        smyi_memory_give(chunk);
    }
    *arena = (SmyiArena){0};
}
