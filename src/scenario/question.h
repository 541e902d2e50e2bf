/* SPDX-License-Identifier: Apache-2.0 */
/* What an analysis is asked about: a quantity or a condition, written as in a claim. */
#ifndef SMYI_SCENARIO_QUESTION_H
#define SMYI_SCENARIO_QUESTION_H

#include "scenario/scenario.h"

typedef struct SmyiQuestion {
    const char *of; /* as written */
    int claim;      /* index, of "claim:ID"; SMYI_NONE */
    const SmyiCondition
        *condition; /* NULL: the quantity. Counts 1 where it holds, else 0 */
    SmyiQuantity quantity;
} SmyiQuestion;

enum { SMYI_MOST_QUESTION = 4096 /* bytes */ };

/**
 * Reads "gain: ukraine", "{seat_value: [a, b]}", "{gain: us, above: 0}", "settled: territory"
 * or "claim:win_win". `name` stands for the file in messages. What is read lives in `mem`.
 * Errors, with line and column: those of a claim's condition; SMY_ERR_UNKNOWN: no such claim.
 */
SmyCode smyi_question_read(const SmyScenario *scenario, const char *text, const char *name,
                           SmyiArena *mem, SmyiQuestion *out, SmyError *err);

/** What is asked in words: "gain of Ukraine", "outcome of Territory". NULL: no memory. */
const char *smyi_question_title(const SmyScenario *scenario, const SmyiQuestion *question,
                                const char *language, SmyiArena *mem);

/** "points", "share" (of draws in which it holds), or "scale" (the unit of the issue). */
const char *smyi_question_unit(const SmyiQuestion *question);

#endif
