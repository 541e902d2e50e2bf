/* SPDX-License-Identifier: Apache-2.0 */
/* Which number has this name: a hash table in an arena. */
#ifndef SMYI_SCENARIO_INDEX_H
#define SMYI_SCENARIO_INDEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

typedef struct SmyiSlot {
    const char *name; /* NULL: free */
    int number;
} SmyiSlot;

/** Initialise with the arena and nothing else. Names are not copied. */
typedef struct SmyiIndex {
    SmyiArena *arena;
    SmyiSlot *slots; /* [room], a power of two */
    size_t size, room;
} SmyiIndex;

/** The number of this name, or -1. O(1) on average. */
int smyi_index_find(const SmyiIndex *index, const char *name);
/** Adds a name that is not there yet; false: no memory. */
bool smyi_index_add(SmyiIndex *index, const char *name, int number);

#endif
