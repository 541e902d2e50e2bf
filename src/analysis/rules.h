/* SPDX-License-Identifier: Apache-2.0 */
/* The scenario's procedure as the rules of a game: who proposes, votes and vetoes in each lane. */
#ifndef SMYI_ANALYSIS_RULES_H
#define SMYI_ANALYSIS_RULES_H

#include "analysis/verdict.h"

/** The players that are rows of a game. */
typedef struct SmyiRows {
    size_t n;
    int *player; /* [n] ascending */
    int *row_of; /* [players] or SMYI_NONE */
} SmyiRows;

/**
 * Rules for a block of games, whose rows of players are given: these are the first voters.
 * Whoever the procedure names besides is a voter too; a delegate has a say where its
 * delegation sits, and who is in no list of the table always: it acts by the procedure, not by
 * a seat. NULL: no memory.
 */
const SmyiRules *smyi_rules_new(const SmyiFrame *frame, const SmyiSituation *situation,
                                const SmyiSeating *seating, const SmyiRows *rows,
                                const SmyiGame *game, SmyiArena *mem);

/** The first of a model's needs that the scenario does not meet, an SMY_NEEDS_..., or 0. The
 * status quo is asked issue by issue, not here. */
unsigned smyi_unmet_need(const SmyScenario *scenario, unsigned needs);

#endif
