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
    return document->edited    ? "edited"
           : document->at_hand ? "verified"
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
    smyi_add_number(result, node, "followed", (double)counts.followed);
    smyi_add_number(result, node, "stale", (double)counts.stale);
}

/* ---- Citations: who uses each, and what we made of it in our own words ---- */

typedef struct User {
    const SmyiSupport *support;
    const char *name, *gloss; /* gloss NULL: its judgement */
} User;

/* Users of citations, and for each citation which of them. */
typedef struct Uses {
    User *users;
    size_t n_users;
    size_t *first; /* [n_citations + 1] where a citation's users begin in `order` */
    size_t *order; /* users, citation by citation */
} Uses;

static void add_user(Uses *uses, const SmyiSupport *support, const char *name,
                     const char *gloss)
{
    if (support->n_cites)
        uses->users[uses->n_users++] =
            (User){support, name, gloss ? gloss : support->judgement};
}

/* What is said in words comes first: it is the better gloss. */
static void list_users(const SmyScenario *scenario, Uses *uses)
{
    for (size_t c = 0; c < scenario->n_claims; c++)
        add_user(uses, &scenario->claims[c].support, scenario->claims[c].id,
                 smyi_text_in(&scenario->claims[c].says, NULL, NULL));
    for (size_t c = 0; c < scenario->n_constraints; c++)
        add_user(uses, &scenario->constraints[c].support, scenario->constraints[c].id,
                 smyi_text_in(&scenario->constraints[c].because, NULL, NULL));
    for (size_t l = 0; l < scenario->n_levers; l++)
        add_user(uses, &scenario->levers[l].support, scenario->levers[l].id,
                 smyi_text_in(&scenario->levers[l].title, NULL, NULL));
    for (size_t e = 0; e < scenario->n_events; e++)
        add_user(uses, &scenario->events[e].support, scenario->events[e].date,
                 smyi_text_in(&scenario->events[e].title, NULL, NULL));
    for (size_t k = 0; k < scenario->n_inputs; k++)
        add_user(uses, &scenario->given[k].support, scenario->given[k].path, NULL);
    for (size_t k = 0; k < scenario->n_replacements; k++)
        add_user(uses, &scenario->replacements[k].support, scenario->replacements[k].path,
                 NULL);
}

/* Counts, then places: O(users + their citations). False: no memory. */
static bool find_uses(const SmyScenario *scenario, SmyiArena *mem, Uses *uses)
{
    size_t room = scenario->n_claims + scenario->n_constraints + scenario->n_levers +
                  scenario->n_events + scenario->n_inputs + scenario->n_replacements;
    uses->users = SMYI_NEW(mem, room, User);
    uses->first = SMYI_NEW(mem, scenario->n_citations + 2, size_t);
    if (!uses->users || !uses->first)
        return false;
    list_users(scenario, uses);
    size_t *count = uses->first + 2, n = 0; /* first[c + 1] ends up behind the users of c */
    for (size_t u = 0; u < uses->n_users; u++)
        for (size_t c = 0; c < uses->users[u].support->n_cites; c++, n++)
            count[uses->users[u].support->cites[c].number]++;
    uses->order = SMYI_NEW(mem, n, size_t);
    if (!uses->order)
        return false;
    for (size_t c = 2; c < scenario->n_citations + 2; c++)
        uses->first[c] += uses->first[c - 1];
    for (size_t u = 0; u < uses->n_users; u++)
        for (size_t c = 0; c < uses->users[u].support->n_cites; c++)
            uses->order[uses->first[uses->users[u].support->cites[c].number + 1]++] = u;
    return true;
}

static void add_citation(const SmyScenario *scenario, const SmyiCitation *citation,
                         const Uses *uses, SmyResult *result, SmyNode *list)
{
    bool placed = citation->quoted || citation->by_range;
    SmyNode *node = smyi_add_object(result, list, NULL);
    smyi_add_text(result, node, "document", scenario->documents[citation->document].id);
    smyi_add_text(result, node, "cite", citation->shown);
    smyi_add_number(result, node, "line", citation->place.line);
    smyi_add_number(result, node, "start", placed ? (double)citation->start : (double)NAN);
    smyi_add_number(result, node, "end", placed ? (double)citation->end : (double)NAN);
    smyi_add_text(result, node, "state", smyi_cite_state_text(citation->state));
    smyi_add_number(result, node, "distance",
                    citation->quoted ? (double)citation->distance : (double)NAN);
    smyi_add_text(result, node, "quoted", citation->quoted);
    SmyNode *used_by = smyi_add_list(result, node, "used_by");
    const char *gloss = NULL, *name = NULL;
    for (size_t i = uses->first[citation->number]; i < uses->first[citation->number + 1];
         i++) {
        const User *user = &uses->users[uses->order[i]];
        smyi_add_text(result, used_by, NULL, user->name);
        gloss = gloss ? gloss : user->gloss;
        name = name ? name : user->name;
    }
    smyi_add_text(result, node, "gloss", gloss ? gloss : name);
}

static void add_citations(const SmyScenario *scenario, SmyResult *result)
{
    SmyNode *list = smyi_add_list(result, result->root, "citations");
    SmyiArena mem = {0};
    Uses uses = {0};
    if (find_uses(scenario, &mem, &uses))
        for (size_t c = 0; c < scenario->n_citations; c++)
            add_citation(scenario, scenario->citations[c], &uses, result, list);
    else
        result->failed = true;
    smyi_arena_free(&mem);
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
    add_citations(scenario, result);
    smyi_inputs_to_tree(scenario, result, smyi_add_list(result, result->root, "inputs"));
    add_claims(scenario, result);
    (void)smyi_notices_to_tree(scenario, result, result->root);
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
