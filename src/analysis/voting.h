/* SPDX-License-Identifier: Apache-2.0 */
/* Voting power under the scenario's procedure. */
#ifndef SMYI_ANALYSIS_VOTING_H
#define SMYI_ANALYSIS_VOTING_H

#include "analysis/power.h"
#include "base/tree.h"
#include "scenario/scenario.h"

/** Who has a vote or a veto, by which weights, and what that is worth. */
typedef struct SmyiVoting {
    size_t n_players;
    int *players;  /* [n_players] actors */
    SmyiBody body; /* the file's criteria; where somebody may veto, one more: all of them */
    SmyiPower power;
} SmyiVoting;

/**
 * The players are those with a weight above 0 in a criterion, or a veto, sitting or not;
 * where a criterion goes by capability, those who sit, at the inputs' points. *out has no
 * players where the procedure has no criteria. SMY_ERR_NOMEM.
 */
SmyCode smyi_voting(const SmyScenario *scenario, uint64_t seed, SmyiArena *mem,
                    SmyiVoting *out);

/** Adds it under `parent` as "power" (docs/result.md); null where there are no players. */
void smyi_voting_to_tree(const SmyScenario *scenario, const char *language,
                         const SmyiVoting *voting, SmyResult *result, SmyNode *parent);

#endif
