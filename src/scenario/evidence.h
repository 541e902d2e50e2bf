/* SPDX-License-Identifier: Apache-2.0 */
/* What a scenario rests on: inputs cited, judged, unsupported. */
#ifndef SMYI_SCENARIO_EVIDENCE_H
#define SMYI_SCENARIO_EVIDENCE_H

#include "base/tree.h"
#include "scenario/scenario.h"

typedef struct SmyiEvidenceCounts {
    size_t inputs, cited, judged, unsupported; /* an input both cited and judged is cited */
    size_t citations, verified, unseen, followed, stale;
} SmyiEvidenceCounts;

SmyiEvidenceCounts smyi_evidence_counts(const SmyScenario *scenario);

/** "cited", "judged" or "unsupported"; both cited and judged is cited. */
const char *smyi_support_text(const SmyiSupport *support);

/** "author", the actor's id, or NULL where no voice is given. */
const char *smyi_voice_text(const SmyScenario *scenario, int voice);

/** Whose voice a citation is, and how far it is trusted: its own, else what holds around it. */
int smyi_cite_voice(const SmyiSupport *support, const SmyiCitation *citation);
SmyiGrade smyi_cite_grade(const SmyScenario *scenario, const SmyiCitation *citation);

/** "verified", "unseen", "followed" or "stale". */
const char *smyi_cite_state_text(SmyiCiteState state);

/** "B2" for a grade, in `text`; NULL where none is given. */
const char *smyi_grade_text(SmyiGrade grade, char text[3]);

/** Adds what an estimate or claim rests on to `node`: a list "sources" (docs/result.md). */
void smyi_sources_to_tree(const SmyScenario *scenario, const SmyiSupport *support,
                          SmyResult *result, SmyNode *node);

/** Adds every input, in the order of the file, to `list` (design.md section 8, "inputs"). */
void smyi_inputs_to_tree(const SmyScenario *scenario, SmyResult *result, SmyNode *list);
/** Adds input k to `node`: path, range, what supports it. */
void smyi_input_to_tree(const SmyScenario *scenario, size_t k, SmyResult *result,
                        SmyNode *node);

/** Does an answer name this input? */
typedef bool SmyiIsNamed(const void *cookie, size_t input);
/** Under `root`, "inputs": those that are named, in the order of the file; and "documents". */
void smyi_inputs_named_to_tree(const SmyScenario *scenario, const char *language,
                               SmyiIsNamed *is_named, const void *cookie, SmyResult *result,
                               SmyNode *root);

/** Under `root`, "documents": what is cited, as a reader would want it named. */
void smyi_documents_to_tree(const SmyScenario *scenario, const char *language,
                            SmyResult *result, SmyNode *root);

#endif
