/* SPDX-License-Identifier: Apache-2.0 */
/* Events and levers as they stand in a tree. */
#ifndef SMYI_ANALYSIS_DATED_H
#define SMYI_ANALYSIS_DATED_H

#include "base/tree.h"
#include "scenario/scenario.h"

/** "events": date, title, sets, cite, sources, judgement, voice. */
void smyi_add_events(const SmyScenario *scenario, const char *language, SmyResult *result,
                     SmyNode *root);
/** "levers": id, title, by, on, from, until, ends (the day after), state, in_force, adds, cite, sources, judgement, voice. */
void smyi_add_levers(const SmyScenario *scenario, const char *language, SmyResult *result,
                     SmyNode *root);
/**
 * "inputs" and "documents" as in a run's tree (docs/result.md): of those inputs to which levers
 * add, or that events set too.
 */
void smyi_add_lever_inputs(const SmyScenario *scenario, const char *language,
                           SmyResult *result, SmyNode *root);
void smyi_add_dated_inputs(const SmyScenario *scenario, const char *language,
                           SmyResult *result, SmyNode *root);

#endif
