/* SPDX-License-Identifier: Apache-2.0 */
/* What a check of a scenario found, as a tree: documents, counts, citations, inputs, claims. */
#include <math.h>

#include "scenario/evidence.h"

static void add_head(const SmyScenario *scenario, SmyResult *result)
{
    SmyNode *head = smyi_add_object(result, result->root, "scenario");
    smyi_add_text(result, head, "id", scenario->id);
    smyi_add_text(result, head, "title",
                  smyi_text_in(&scenario->title, NULL, scenario->id));
    smyi_add_text(result, head, "as_of", scenario->as_of);
    smyi_add_text(result, head, "sha256", scenario->sha256);
    smyi_add_text(result, head, "account", smyi_text_in(&scenario->account, NULL, NULL));
}

static const char *document_state(const SmyiDocument *document)
{
    return document->at_hand   ? "verified"
           : document->found   ? "not_text"
           : !document->sha256 ? "no_hash"
                               : "not_at_hand";
}

static void add_documents(const SmyScenario *scenario, SmyResult *result)
{
    SmyNode *list = smyi_add_list(result, result->root, "documents");
    for (size_t d = 0; d < scenario->n_documents; d++) {
        const SmyiDocument *document = &scenario->documents[d];
        SmyNode *node = smyi_add_object(result, list, NULL);
        smyi_add_text(result, node, "id", document->id);
        smyi_add_text(result, node, "title",
                      smyi_text_in(&document->title, NULL, document->id));
        smyi_add_text(result, node, "lang", document->language);
        smyi_add_text(result, node, "date", document->date);
        smyi_add_text(result, node, "sha256", document->sha256);
        smyi_add_text(result, node, "url", document->url);
        smyi_add_text(result, node, "state", document_state(document));
        smyi_add_number(result, node, "code_points",
                        document->at_hand ? (double)document->n_code_points : (double)NAN);
    }
}

static void add_counts(const SmyScenario *scenario, SmyResult *result)
{
    SmyiEvidenceCounts counts = smyi_evidence_counts(scenario);
    SmyNode *node = smyi_add_object(result, result->root, "counts");
    smyi_add_number(result, node, "inputs", (double)counts.inputs);
    smyi_add_number(result, node, "cited", (double)counts.cited);
    smyi_add_number(result, node, "judged", (double)counts.judged);
    smyi_add_number(result, node, "unsupported", (double)counts.unsupported);
    smyi_add_number(result, node, "citations", (double)counts.citations);
    smyi_add_number(result, node, "verified", (double)counts.verified);
    smyi_add_number(result, node, "unseen", (double)counts.unseen);
}

/* ---- Citations: who uses each, and what we made of it in our own words ---- */

typedef struct Use {
    const SmyScenario *scenario;
    SmyResult *result;
    SmyNode *used_by;
    const SmyiCitation *citation;
    const char *gloss; /* the first of: what a claim says, a judgement, the user's name */
    const char *name;
} Use;

static bool uses(const SmyiSupport *support, const SmyiCitation *citation)
{
    for (size_t c = 0; c < support->n_cites; c++)
        if (&support->cites[c] == citation)
            return true;
    return false;
}

static void add_use(Use *use, const SmyiSupport *support, const char *name,
                    const char *gloss)
{
    if (!uses(support, use->citation))
        return;
    smyi_add_text(use->result, use->used_by, NULL, name);
    use->name = use->name ? use->name : name;
    use->gloss = use->gloss ? use->gloss : gloss ? gloss : support->judgement;
}

static void add_uses(Use *use)
{
    const SmyScenario *scenario = use->scenario;
    for (size_t c = 0; c < scenario->n_claims; c++)
        add_use(use, &scenario->claims[c].support, scenario->claims[c].id,
                smyi_text_in(&scenario->claims[c].says, NULL, NULL));
    for (size_t c = 0; c < scenario->n_constraints; c++)
        add_use(use, &scenario->constraints[c].support, scenario->constraints[c].id,
                smyi_text_in(&scenario->constraints[c].because, NULL, NULL));
    for (size_t l = 0; l < scenario->n_levers; l++)
        add_use(use, &scenario->levers[l].support, scenario->levers[l].id,
                smyi_text_in(&scenario->levers[l].title, NULL, NULL));
    for (size_t e = 0; e < scenario->n_events; e++)
        add_use(use, &scenario->events[e].support, scenario->events[e].date,
                smyi_text_in(&scenario->events[e].title, NULL, NULL));
    for (size_t k = 0; k < scenario->n_inputs; k++)
        add_use(use, &scenario->inputs[k].support, scenario->inputs[k].path, NULL);
    for (size_t k = 0; k < scenario->n_replacements; k++)
        add_use(use, &scenario->replacements[k].support, scenario->replacements[k].path,
                NULL);
}

static void add_citation(const SmyScenario *scenario, const SmyiCitation *citation,
                         SmyResult *result, SmyNode *list)
{
    bool verified = citation->state == SMYI_CITE_VERIFIED;
    bool placed = verified || citation->by_range;
    SmyNode *node = smyi_add_object(result, list, NULL);
    smyi_add_text(result, node, "document", scenario->documents[citation->document].id);
    smyi_add_text(result, node, "cite", citation->shown);
    smyi_add_number(result, node, "line", citation->place.line);
    smyi_add_number(result, node, "start", placed ? (double)citation->start : (double)NAN);
    smyi_add_number(result, node, "end", placed ? (double)citation->end : (double)NAN);
    smyi_add_text(result, node, "state", verified ? "verified" : "unseen");
    smyi_add_text(result, node, "quoted", citation->quoted);
    Use use = {scenario, result, smyi_add_list(result, node, "used_by"),
               citation, NULL,   NULL};
    add_uses(&use);
    smyi_add_text(result, node, "gloss", use.gloss ? use.gloss : use.name);
}

static void add_claims(const SmyScenario *scenario, SmyResult *result)
{
    SmyNode *list = smyi_add_list(result, result->root, "claims");
    for (size_t c = 0; c < scenario->n_claims; c++) {
        const SmyiClaim *claim = &scenario->claims[c];
        SmyNode *node = smyi_add_object(result, list, NULL);
        smyi_add_text(result, node, "id", claim->id);
        smyi_add_text(result, node, "says", smyi_text_in(&claim->says, NULL, claim->id));
        smyi_add_text(result, node, "voice",
                      smyi_voice_text(scenario, claim->support.voice));
        SmyNode *cite = smyi_add_list(result, node, "cite");
        for (size_t i = 0; i < claim->support.n_cites; i++)
            smyi_add_text(result, cite, NULL, claim->support.cites[i].shown);
        smyi_add_text(result, node, "judgement", claim->support.judgement);
    }
}

static void add_all(const SmyScenario *scenario, SmyResult *result)
{
    add_head(scenario, result);
    add_documents(scenario, result);
    add_counts(scenario, result);
    SmyNode *citations = smyi_add_list(result, result->root, "citations");
    for (size_t c = 0; c < scenario->n_citations; c++)
        add_citation(scenario, scenario->citations[c], result, citations);
    smyi_inputs_to_tree(scenario, result, smyi_add_list(result, result->root, "inputs"));
    add_claims(scenario, result);
    SmyNode *notices = smyi_add_list(result, result->root, "notices");
    for (size_t n = 0; n < scenario->n_notices; n++)
        smyi_add_text(result, notices, NULL, scenario->notices[n].text);
}

SmyCode smy_check(const SmyScenario *scenario, SmyResult **out, SmyError *err)
{
    *out = NULL;
    SmyResult *result = smyi_result_new();
    if (result)
        add_all(scenario, result);
    if (!result || result->failed) {
        smy_result_free(result);
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    }
    *out = result;
    return SMY_OK;
}
