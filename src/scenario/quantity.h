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

/** The word of a quantity in a file: "gain"; NULL for a number. */
const char *smyi_quantity_word(SmyiQuantityKind kind);
/** "outcome", "standing" or "face" of a gain; else NULL. */
const char *smyi_quantity_part(SmyiQuantityKind kind);
/** A quantity in words: "gain of Ukraine", "outcome on Territory". NULL: no memory. */
const char *smyi_quantity_title(const SmyScenario *scenario, const SmyiQuantity *quantity,
                                const char *language, SmyiArena *mem);

/** True for above, below, at_least, at_most, equals, between. */
bool smyi_is_operator(const char *key);
/** True for all, any, not, settled, agreement, seated, win_win. */
bool smyi_is_fact(const char *key);
/** Considers all words of conditions but the quantities, for hints. */
void smyi_try_condition_words(SmyiNearest *nearest);

#endif
