/* SPDX-License-Identifier: Apache-2.0 */
/* Which number has this name: a hash table in an arena. */
#include "scenario/index.h"

#include <stdint.h>
#include <string.h>

/* Source: fowler1991 (FNV-1a), with a last mix so that low bits depend on all of it. */
static size_t hash(const char *name)
{
    uint64_t h = 0xCBF29CE484222325u;
    for (; *name; name++)
        h = (h ^ (unsigned char)*name) * 0x100000001B3u;
    return (size_t)(h ^ h >> 32);
}

/* The slot that has the name, or the free one where it would go. Some slot is free. */
static SmyiSlot *slot_of(const SmyiIndex *index, const char *name)
{
    size_t at = hash(name) & (index->room - 1);
    while (index->slots[at].name && strcmp(index->slots[at].name, name) != 0)
        at = (at + 1) & (index->room - 1);
    return &index->slots[at];
}

int smyi_index_find(const SmyiIndex *index, const char *name)
{
    if (index->size == 0)
        return -1;
    const SmyiSlot *slot = slot_of(index, name);
    return slot->name ? slot->number : -1;
}

static bool grow(SmyiIndex *index)
{
    SmyiIndex larger = {.arena = index->arena,
                        .size = index->size,
                        .room = index->room ? index->room * 2 : 16};
    larger.slots = SMYI_NEW(larger.arena, larger.room, SmyiSlot);
    if (!larger.slots)
        return false;
    for (size_t i = 0; i < index->room; i++)
        if (index->slots[i].name)
            *slot_of(&larger, index->slots[i].name) = index->slots[i];
    *index = larger;
    return true;
}

bool smyi_index_add(SmyiIndex *index, const char *name, int number)
{
    if (index->size * 2 >= index->room && !grow(index))
        return false;
    *slot_of(index, name) = (SmyiSlot){name, number};
    index->size++;
    return true;
}
