/* SPDX-License-Identifier: Apache-2.0 */
/* Quantities that a condition compares: gain, outcome, distance, position ... */
#ifndef SMYI_SCENARIO_QUANTITY_H
#define SMYI_SCENARIO_QUANTITY_H

#include "scenario/nearest.h"
#include "scenario/reader.h"

/**
 * Reads the one quantity of a map, and its `part`; operators beside it are left to the caller.
 * Complains where there is none, or two, or a key that is neither. False after a complaint that
 * also accounts for whatever is missing.
 */
bool smyi_read_quantity(SmyiReader *reader, const SmyiValue *map, SmyiQuantity *quantity);

/** True for above, below, at_least, at_most, equals, between. */
bool smyi_is_operator(const char *key);
/** True for all, any, not, settled, agreement, seated, win_win. */
bool smyi_is_fact(const char *key);
/** Considers all words of conditions but the quantities, for hints. */
void smyi_try_condition_words(SmyiNearest *nearest);

#endif
