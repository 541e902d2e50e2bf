/* SPDX-License-Identifier: Apache-2.0 */
/* The tree of a question about evidence. */
#include <math.h>
#include <string.h>

#include "analysis/evidence.h"
#include "base/error.h"
#include "base/tree.h"
#include "scenario/evidence.h"
#include "scenario/variation.h"

#define LEAST_EFFECT 0.005 /* share of the variance below which an input is not listed */

typedef struct Tree {
    const SmyiEvidence *evidence;
    const SmyScenario *scenario;
    const char *language;
    SmyResult *result;
} Tree;

static void add_count(const Tree *t, SmyNode *node, const char *key, size_t count)
{
    smyi_add_number(t->result, node, key, (double)count);
}

static void add_head(const Tree *t)
{
    const SmyScenario *scn = t->scenario;
    SmyNode *root = t->result->root;
    SmyNode *head = smyi_add_object(t->result, root, "scenario");
    smyi_add_text(t->result, head, "id", scn->id);
    smyi_add_text(t->result, head, "title",
                  smyi_text_in(&scn->title, t->language, scn->id));
    smyi_add_text(t->result, head, "as_of", scn->as_of);
    smyi_add_text(t->result, head, "sha256", scn->sha256);
    smyi_add_text(t->result, head, "account",
                  smyi_text_in(&scn->account, t->language, NULL));
    smyi_variation_to_tree(scn, t->result, root);
    smyi_add_number(t->result, root, "seed", (double)t->evidence->options->run.seed);
    smyi_add_number(t->result, root, "draws", (double)t->evidence->options->run.draws);
}

/* ---- Coverage ---- */

static void add_coverage(const Tree *t, SmyNode *node, SmyiCoverage coverage)
{
    add_count(t, node, "inputs", coverage.inputs);
    add_count(t, node, "cited", coverage.cited);
    add_count(t, node, "judged", coverage.judged);
    add_count(t, node, "unsupported", coverage.unsupported);
}

static void add_counts(const Tree *t)
{
    SmyiEvidenceCounts counts = smyi_evidence_counts(t->scenario);
    SmyNode *node = smyi_add_object(t->result, t->result->root, "counts");
    add_coverage(t, node, smyi_coverage(t->scenario, SMYI_NONE, SMYI_NONE));
    add_count(t, node, "citations", counts.citations);
    add_count(t, node, "verified", counts.verified);
    add_count(t, node, "unseen", counts.unseen);
    add_count(t, node, "followed", counts.followed);
    add_count(t, node, "stale", counts.stale);
}

static void add_actors(const Tree *t)
{
    SmyNode *list = smyi_add_list(t->result, t->result->root, "actors");
    for (size_t a = 0; a < t->scenario->n_actors; a++) {
        const SmyiActor *actor = &t->scenario->actors[a];
        SmyNode *node = smyi_add_object(t->result, list, NULL);
        smyi_add_text(t->result, node, "id", actor->id);
        smyi_add_text(t->result, node, "name",
                      smyi_text_in(&actor->name, t->language, actor->id));
        add_coverage(t, node, smyi_coverage(t->scenario, (int)a, SMYI_NONE));
    }
}

static void add_issues(const Tree *t)
{
    SmyNode *list = smyi_add_list(t->result, t->result->root, "issues");
    for (size_t i = 0; i < t->scenario->n_issues; i++) {
        const SmyiIssue *issue = &t->scenario->issues[i];
        SmyNode *node = smyi_add_object(t->result, list, NULL);
        smyi_add_text(t->result, node, "id", issue->id);
        smyi_add_text(t->result, node, "title",
                      smyi_text_in(&issue->title, t->language, issue->id));
        add_coverage(t, node, smyi_coverage(t->scenario, SMYI_NONE, (int)i));
    }
}

/* ---- Sources ---- */

static const char *source_id(const Tree *t, const SmyiSource *source)
{
    return source->kind == SMYI_SOURCE_DOCUMENT
               ? t->scenario->documents[source->index].id
               : smyi_voice_text(t->scenario, source->index);
}

static const char *source_name(const Tree *t, const SmyiSource *source)
{
    const char *id = source_id(t, source);
    if (source->kind == SMYI_SOURCE_DOCUMENT)
        return smyi_text_in(&t->scenario->documents[source->index].title, t->language, id);
    return source->index < 0
               ? id
               : smyi_text_in(&t->scenario->actors[source->index].name, t->language, id);
}

/* A voice that nobody gave has no id. */
static void add_source(const Tree *t, SmyNode *node, const SmyiSource *source)
{
    double cited = (double)smyi_coverage(t->scenario, SMYI_NONE, SMYI_NONE).cited;
    smyi_add_text(t->result, node, "kind",
                  source->kind == SMYI_SOURCE_DOCUMENT ? "document" : "voice");
    smyi_add_text(t->result, node, "id", source_id(t, source));
    smyi_add_text(t->result, node, "name", source_name(t, source));
    add_count(t, node, "inputs", source->inputs);
    add_count(t, node, "alone", source->alone);
    smyi_add_number(t->result, node, "share_alone",
                    cited > 0 ? (double)source->alone / cited : (double)NAN);
    add_count(t, node, "claims", source->claims);
}

static void add_sources(const Tree *t)
{
    SmyNode *list = smyi_add_list(t->result, t->result->root, "sources");
    for (size_t s = 0; s < t->evidence->n_sources; s++)
        add_source(t, smyi_add_object(t->result, list, NULL), &t->evidence->sources[s]);
}

/* ---- What matters ---- */

static void add_matter(const Tree *t, SmyNode *list, const char *path, const char *title,
                       double effect)
{
    int input = path ? smyi_input_find(t->scenario, path) : SMYI_NONE;
    if (input == SMYI_NONE || !(effect > LEAST_EFFECT))
        return;
    const SmyiSupport *support = &t->scenario->inputs[input].support;
    SmyNode *node = smyi_add_object(t->result, list, NULL);
    smyi_add_text(t->result, node, "input", path);
    smyi_add_text(t->result, node, "title", title);
    smyi_add_number(t->result, node, "total_effect", effect);
    smyi_add_bool(t->result, node, "cited", support->n_cites > 0);
    smyi_add_text(t->result, node, "support", smyi_support_text(support));
    smyi_add_text(t->result, node, "judgement", support->judgement);
}

static const char *text_at(const SmyNode *node, const char *path)
{
    return smy_node_text(smy_node_find(node, path));
}

/* Of the question asked: inputs by their total effect; the study has them in that order. */
static void add_studied(const Tree *t, SmyNode *list)
{
    const SmyNode *factors = smy_node_get(smy_result_root(t->evidence->study), "factors");
    for (size_t f = 0; f < smy_node_size(factors); f++) {
        const SmyNode *factor = smy_node_at(factors, f);
        const char *kind = text_at(factor, "kind");
        if (kind && strcmp(kind, "input") == 0)
            add_matter(t, list, text_at(factor, "id"), text_at(factor, "title"),
                       smy_node_number(smy_node_find(factor, "total.value")));
    }
}

/* Of what a run asks by itself. */
static void add_of_run(const Tree *t, SmyNode *list)
{
    const SmyNode *rows =
        smy_node_find(smy_result_root(t->evidence->run), "evidence.matters_most");
    for (size_t i = 0; i < smy_node_size(rows); i++) {
        const SmyNode *row = smy_node_at(rows, i);
        add_matter(t, list, text_at(row, "input"), text_at(row, "title"),
                   smy_node_number(smy_node_get(row, "total_effect")));
    }
}

static void add_matters(const Tree *t)
{
    bool asked = t->evidence->study != NULL;
    const SmyNode *from = smy_result_root(asked ? t->evidence->study : t->evidence->run);
    smyi_add_text(t->result, t->result->root, "question",
                  text_at(from, asked ? "question.title" : "evidence.matters_to.question"));
    SmyNode *list = smyi_add_list(t->result, t->result->root, "matters_most");
    if (asked)
        add_studied(t, list);
    else
        add_of_run(t, list);
}

/* ---- What is open or disputed ---- */

static void add_open(const Tree *t)
{
    SmyNode *list = smyi_add_list(t->result, t->result->root, "open_citations");
    for (size_t c = 0; c < t->scenario->n_citations; c++) {
        const SmyiCitation *citation = t->scenario->citations[c];
        if (citation->state == SMYI_CITE_VERIFIED)
            continue;
        SmyNode *node = smyi_add_object(t->result, list, NULL);
        smyi_add_text(t->result, node, "document",
                      t->scenario->documents[citation->document].id);
        smyi_add_text(t->result, node, "cite", citation->shown);
        smyi_add_number(t->result, node, "line", citation->place.line);
        smyi_add_text(t->result, node, "state", smyi_cite_state_text(citation->state));
        smyi_add_number(t->result, node, "distance",
                        citation->quoted ? (double)citation->distance : (double)NAN);
        smyi_add_text(t->result, node, "quoted", citation->quoted);
    }
}

static void add_disputed(const Tree *t)
{
    SmyNode *list = smyi_add_list(t->result, t->result->root, "disputed");
    for (size_t k = 0; k < t->scenario->n_inputs; k++) {
        const SmyiInput *input = &t->scenario->inputs[k];
        size_t disputes = 0;
        for (size_t c = 0; c < input->support.n_cites; c++)
            disputes += input->support.cites[c].n_disputes;
        if (disputes == 0)
            continue;
        SmyNode *node = smyi_add_object(t->result, list, NULL);
        smyi_add_text(t->result, node, "input", input->path);
        smyi_sources_to_tree(t->scenario, &input->support, t->result, node);
    }
}

/* ---- Without a source ---- */

static double pooled(const SmyResult *run, size_t claim)
{
    const SmyNode *claims = smy_node_get(smy_result_root(run), "claims");
    return smy_node_number(
        smy_node_find(smy_node_at(claims, claim), "probability.pooled.p"));
}

static void add_claims(const Tree *t, SmyNode *node, const SmyResult *without)
{
    SmyNode *list = smyi_add_list(t->result, node, "claims");
    for (size_t c = 0; c < t->scenario->n_claims; c++) {
        const SmyiClaim *claim = &t->scenario->claims[c];
        double now = pooled(t->evidence->run, c);
        double then = without ? pooled(without, c) : now;
        SmyNode *one = smyi_add_object(t->result, list, NULL);
        smyi_add_text(t->result, one, "id", claim->id);
        smyi_add_text(t->result, one, "says",
                      smyi_text_in(&claim->says, t->language, claim->id));
        smyi_add_text(t->result, one, "voice",
                      smyi_voice_text(t->scenario, claim->support.voice));
        smyi_add_number(t->result, one, "p", now);
        smyi_add_number(t->result, one, "without", then);
        smyi_add_number(t->result, one, "change", then - now);
    }
}

static void add_drops(const Tree *t)
{
    SmyNode *list = smyi_add_list(t->result, t->result->root, "without");
    for (size_t d = 0; d < t->evidence->n_drops; d++) {
        const SmyiDrop *drop = &t->evidence->drops[d];
        SmyNode *node = smyi_add_object(t->result, list, NULL);
        smyi_add_text(t->result, node, "kind",
                      drop->source->kind == SMYI_SOURCE_DOCUMENT ? "document" : "voice");
        smyi_add_text(t->result, node, "id", source_id(t, drop->source));
        smyi_add_text(t->result, node, "name", source_name(t, drop->source));
        add_count(t, node, "widened", drop->widened);
        add_count(t, node, "kept", drop->kept);
        add_claims(t, node, drop->run);
    }
}

SmyCode smyi_evidence_tree(const SmyiEvidence *evidence, SmyResult **out, SmyError *err)
{
    const char *language = evidence->options->run.language;
    Tree t = {evidence, evidence->scenario, language ? language : "en", smyi_result_new()};
    if (t.result) {
        add_head(&t);
        add_counts(&t);
        add_actors(&t);
        add_issues(&t);
        add_matters(&t);
        add_sources(&t);
        add_open(&t);
        add_disputed(&t);
        add_drops(&t);
        (void)smyi_notices_to_tree(t.scenario, t.result, t.result->root);
    }
    if (!t.result || t.result->failed) {
        smy_result_free(t.result);
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    }
    *out = t.result;
    return SMY_OK;
}
