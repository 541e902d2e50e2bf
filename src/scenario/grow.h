/* SPDX-License-Identifier: Apache-2.0 */
/* Growing a tree of values without a file: by hand, or from JSON. */
#ifndef SMYI_SCENARIO_GROW_H
#define SMYI_SCENARIO_GROW_H

#include "scenario/value.h"
#include "summitry/tree.h"

/*
 * Each adds to `parent` at its end: under `key` if it is a map (NULL in a list), and returns
 * what was added; a parent of NULL gives NULL, and so does want of memory. Texts are copied.
 */
SmyiValue *smyi_grow_map(SmyiArena *arena, SmyiValue *parent, const char *key);
SmyiValue *smyi_grow_list(SmyiArena *arena, SmyiValue *parent, const char *key);
/** A text, never taken for a number. */
SmyiValue *smyi_grow_text(SmyiArena *arena, SmyiValue *parent, const char *key,
                          const char *text);
SmyiValue *smyi_grow_number(SmyiArena *arena, SmyiValue *parent, const char *key,
                            double number);

SmyiValue *smyi_grow_bool(SmyiArena *arena, SmyiValue *parent, const char *key, bool truth);
SmyiValue *smyi_grow_null(SmyiArena *arena, SmyiValue *parent, const char *key);
/** Says where the key of what was just added stands. */
void smyi_grow_place(SmyiValue *value, SmyiPlace of_key);

/** A map that is called `name` in messages, or NULL. */
SmyiValue *smyi_grow_root(SmyiArena *arena, const char *name);

/**
 * Adds the members of an object to a map, what hangs on them too. A member that is null is
 * left out. False: no memory.
 */
bool smyi_grow_members(SmyiArena *arena, SmyiValue *map, const SmyNode *object);

#endif
