/* SPDX-License-Identifier: Apache-2.0 */
/* What an answer comes to across the models, and what sets one apart from another. */
#ifndef SMYI_ANALYSIS_CHANGE_H
#define SMYI_ANALYSIS_CHANGE_H

#include "analysis/what_if.h"

/**
 * Of a run's tree: agreement (reached, probability), outcome.ISSUE and gains.ACTOR (low, middle,
 * high; settled), claims[] (id, says, odds, holds).
 */
void smyi_add_state(const SmyScenario *scenario, const SmyNode *tree, SmyResult *result,
                    SmyNode *node);

/**
 * From one run's tree to another's, same scenario and models: "agreement", "outcome".ISSUE,
 * "gains".ACTOR as low, middle, high of each model's difference; settled_before and settled_after
 * of issues (models); "claims"[] id, says, before, after (odds).
 */
void smyi_add_change(const SmyScenario *scenario, const SmyNode *before,
                     const SmyNode *after, SmyResult *result, SmyNode *node);

#endif
