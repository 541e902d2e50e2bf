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
    size_t *const by_state[] = {[SMYI_CITE_UNSEEN] = &counts.unseen,
                                [SMYI_CITE_VERIFIED] = &counts.verified,
                                [SMYI_CITE_FOLLOWED] = &counts.followed,
                                [SMYI_CITE_STALE] = &counts.stale};
    for (size_t c = 0; c < scenario->n_citations; c++)
        *by_state[scenario->citations[c]->state] += 1;
    return counts;
}

int smyi_cite_voice(const SmyiSupport *support, const SmyiCitation *citation)
{
    return citation->voice != SMYI_NONE ? citation->voice : support->voice;
}

SmyiGrade smyi_cite_grade(const SmyScenario *scenario, const SmyiCitation *citation)
{
    return citation->grade.reliability ? citation->grade
                                       : scenario->documents[citation->document].grade;
}

const char *smyi_cite_state_text(SmyiCiteState state)
{
    static const char *const texts[] = {[SMYI_CITE_UNSEEN] = "unseen",
                                        [SMYI_CITE_VERIFIED] = "verified",
                                        [SMYI_CITE_FOLLOWED] = "followed",
                                        [SMYI_CITE_STALE] = "stale"};
    return texts[state];
}

const char *smyi_grade_text(SmyiGrade grade, char text[3])
{
    text[0] = grade.reliability;
    text[1] = grade.credibility;
    text[2] = '\0';
    return grade.reliability ? text : NULL;
}

const char *smyi_support_text(const SmyiSupport *support)
{
    return support->n_cites ? "cited" : support->judgement ? "judged" : "unsupported";
}

const char *smyi_voice_text(const SmyScenario *scenario, int voice)
{
    return voice == SMYI_VOICE_AUTHOR ? "author"
           : voice == SMYI_NONE       ? NULL
                                      : scenario->actors[voice].id;
}

/* ---- Sources ---- */

static void add_disputes(const SmyScenario *scenario, const SmyiCitation *citation,
                         SmyResult *result, SmyNode *node)
{
    SmyNode *list = smyi_add_list(result, node, "disputed_by");
    for (size_t i = 0; i < citation->n_disputes; i++) {
        const SmyiDispute *dispute = &citation->disputes[i];
        SmyNode *one = smyi_add_object(result, list, NULL);
        smyi_add_text(result, one, "voice", smyi_voice_text(scenario, dispute->voice));
        smyi_add_text(result, one, "cite", dispute->cite ? dispute->cite->shown : NULL);
        smyi_add_text(result, one, "quoted", dispute->cite ? dispute->cite->quoted : NULL);
    }
}

void smyi_sources_to_tree(const SmyScenario *scenario, const SmyiSupport *support,
                          SmyResult *result, SmyNode *node)
{
    SmyNode *list = smyi_add_list(result, node, "sources");
    for (size_t c = 0; c < support->n_cites; c++) {
        const SmyiCitation *citation = &support->cites[c];
        const SmyiDocument *document = &scenario->documents[citation->document];
        SmyNode *one = smyi_add_object(result, list, NULL);
        char grade[3];
        smyi_add_text(result, one, "cite", citation->shown);
        smyi_add_text(result, one, "document", document->id);
        smyi_add_text(result, one, "voice",
                      smyi_voice_text(scenario, smyi_cite_voice(support, citation)));
        smyi_add_text(result, one, "reliability",
                      smyi_grade_text(smyi_cite_grade(scenario, citation), grade));
        smyi_add_text(result, one, "state", smyi_cite_state_text(citation->state));
        smyi_add_text(result, one, "quoted", citation->quoted);
        add_disputes(scenario, citation, result, one);
    }
}

/* ---- Inputs ---- */

void smyi_input_to_tree(const SmyScenario *scenario, size_t k, SmyResult *result,
                        SmyNode *node)
{
    const SmyiInput *input = &scenario->inputs[k];
    const SmyiSupport *support = &input->support;
    smyi_add_text(result, node, "path", input->path);
    smyi_add_number(result, node, "point", smyi_estimate_point(&input->estimate));
    smyi_add_number(result, node, "low", input->estimate.low);
    smyi_add_number(result, node, "high", input->estimate.high);
    smyi_add_text(result, node, "shape", smyi_shape_text(input->estimate.shape));
    smyi_add_text(result, node, "support", smyi_support_text(support));
    SmyNode *cite = smyi_add_list(result, node, "cite");
    for (size_t c = 0; c < support->n_cites; c++)
        smyi_add_text(result, cite, NULL, support->cites[c].shown);
    smyi_sources_to_tree(scenario, support, result, node);
    smyi_add_text(result, node, "judgement", support->judgement);
    smyi_add_text(result, node, "voice", smyi_voice_text(scenario, support->voice));
}

void smyi_inputs_to_tree(const SmyScenario *scenario, SmyResult *result, SmyNode *list)
{
    for (size_t k = 0; k < scenario->n_inputs; k++)
        smyi_input_to_tree(scenario, k, result, smyi_add_object(result, list, NULL));
}

void smyi_inputs_named_to_tree(const SmyScenario *scenario, const char *language,
                               SmyiIsNamed *is_named, const void *cookie, SmyResult *result,
                               SmyNode *root)
{
    SmyNode *list = smyi_add_list(result, root, "inputs");
    for (size_t k = 0; k < scenario->n_inputs; k++)
        if (is_named(cookie, k))
            smyi_input_to_tree(scenario, k, result, smyi_add_object(result, list, NULL));
    smyi_documents_to_tree(scenario, language, result, root);
}

void smyi_documents_to_tree(const SmyScenario *scenario, const char *language,
                            SmyResult *result, SmyNode *root)
{
    SmyNode *list = smyi_add_list(result, root, "documents");
    for (size_t d = 0; d < scenario->n_documents; d++) {
        const SmyiDocument *document = &scenario->documents[d];
        SmyNode *node = smyi_add_object(result, list, NULL);
        smyi_add_text(result, node, "id", document->id);
        smyi_add_text(result, node, "title",
                      smyi_text_in(&document->title, language, NULL));
        smyi_add_text(result, node, "lang", document->language);
        smyi_add_text(result, node, "date", document->date);
    }
}
