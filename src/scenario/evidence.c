/* SPDX-License-Identifier: Apache-2.0 */
/* What a scenario rests on: inputs cited, judged, unsupported. */
#include "scenario/evidence.h"

SmyiEvidenceCounts smyi_evidence_counts(const SmyScenario *scenario)
{
    SmyiEvidenceCounts counts = {.inputs = scenario->n_inputs,
                                 .citations = scenario->n_citations};
    for (size_t k = 0; k < scenario->n_inputs; k++) {
        const SmyiSupport *support = &scenario->inputs[k].support;
        *(support->n_cites     ? &counts.cited
          : support->judgement ? &counts.judged
                               : &counts.unsupported) += 1;
    }
    for (size_t c = 0; c < scenario->n_citations; c++)
        *(scenario->citations[c]->state == SMYI_CITE_VERIFIED ? &counts.verified
                                                              : &counts.unseen) += 1;
    return counts;
}

const char *smyi_voice_text(const SmyScenario *scenario, int voice)
{
    return voice == SMYI_VOICE_AUTHOR ? "author"
           : voice == SMYI_NONE       ? NULL
                                      : scenario->actors[voice].id;
}

static void add_input(const SmyScenario *scenario, const SmyiInput *input,
                      SmyResult *result, SmyNode *list)
{
    const SmyiSupport *support = &input->support;
    SmyNode *node = smyi_add_object(result, list, NULL);
    smyi_add_text(result, node, "path", input->path);
    smyi_add_number(result, node, "point", smyi_estimate_point(&input->estimate));
    smyi_add_number(result, node, "low", input->estimate.low);
    smyi_add_number(result, node, "high", input->estimate.high);
    smyi_add_text(result, node, "shape", smyi_shape_text(input->estimate.shape));
    smyi_add_text(result, node, "support",
                  support->n_cites     ? "cited"
                  : support->judgement ? "judged"
                                       : "unsupported");
    SmyNode *cite = smyi_add_list(result, node, "cite");
    for (size_t c = 0; c < support->n_cites; c++)
        smyi_add_text(result, cite, NULL, support->cites[c].shown);
    smyi_add_text(result, node, "judgement", support->judgement);
    smyi_add_text(result, node, "voice", smyi_voice_text(scenario, support->voice));
}

void smyi_inputs_to_tree(const SmyScenario *scenario, SmyResult *result, SmyNode *list)
{
    for (size_t k = 0; k < scenario->n_inputs; k++)
        add_input(scenario, &scenario->inputs[k], result, list);
}
