/* SPDX-License-Identifier: Apache-2.0 */
/* What a scenario rests on: inputs cited, judged, unsupported. */
#ifndef SMYI_SCENARIO_EVIDENCE_H
#define SMYI_SCENARIO_EVIDENCE_H

#include "base/tree.h"
#include "scenario/scenario.h"

typedef struct SmyiEvidenceCounts {
    size_t inputs, cited, judged, unsupported; /* an input both cited and judged is cited */
    size_t citations, verified, unseen;
} SmyiEvidenceCounts;

SmyiEvidenceCounts smyi_evidence_counts(const SmyScenario *scenario);

/** "author", the actor's id, or NULL where no voice is given. */
const char *smyi_voice_text(const SmyScenario *scenario, int voice);

/** Adds every input, in the order of the file, to `list` (design.md section 8, "inputs"). */
void smyi_inputs_to_tree(const SmyScenario *scenario, SmyResult *result, SmyNode *list);

#endif
