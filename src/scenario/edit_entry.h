/* SPDX-License-Identifier: Apache-2.0 */
/* The bytes of a map in which an entry is added, or an estimate's numbers are others. */
#ifndef SMYI_SCENARIO_EDIT_ENTRY_H
#define SMYI_SCENARIO_EDIT_ENTRY_H

#include "scenario/value.h"

/** Is the entry of an estimate's map one of its numbers, or its shape? */
bool smyi_edit_is_number(const SmyiValue *entry);

/**
 * The map's text with the numbers of `filling` (a scalar, or a map, written as `value`) in the
 * place of its own. NULL: no memory; empty: an entry that has no place of its own in the text.
 */
const char *smyi_edit_numbers(SmyiArena *arena, const char *text, const SmyiValue *map,
                              const SmyiValue *filling, const char *value);

/**
 * "key: value" as it is to be put at *from, before the map's first entry. NULL: no memory; empty: a
 * first entry that does not begin its line.
 */
const char *smyi_edit_entry(SmyiArena *arena, const char *text, const SmyiValue *map,
                            const char *key, const char *value, size_t *from);

#endif
