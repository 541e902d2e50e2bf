/* SPDX-License-Identifier: Apache-2.0 */
/* What a claim is scored as, for whoever words it: its condition as a tree, and in English. */
#ifndef SMYI_SCENARIO_CONDITION_TREE_H
#define SMYI_SCENARIO_CONDITION_TREE_H

#include "base/tree.h"
#include "scenario/scenario.h"

/** The condition under `key` of `parent` (docs/result.md, "What a claim is scored as"). */
void smyi_condition_to_tree(const SmyScenario *scenario, const SmyiCondition *condition,
                            SmyResult *result, SmyNode *parent, const char *key);

/** "a deal is reached"; names in `language`, the words around them English. NULL: no memory. */
const char *smyi_condition_title(const SmyScenario *scenario,
                                 const SmyiCondition *condition, const char *language,
                                 SmyiArena *mem);

#endif
