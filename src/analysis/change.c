/* SPDX-License-Identifier: Apache-2.0 */
/* What an answer comes to across the models, and what sets one apart from another. */
#include "analysis/change.h"

#include <stdio.h>

enum { MOST_PATH = 256, MOST_MODELS = 256 };

static void add_outcome(const SmyScenario *scn, const SmyNode *tree, SmyResult *r,
                        SmyNode *node)
{
    SmyNode *agreement = smyi_add_object(r, node, "agreement");
    smyi_add_number(r, agreement, "reached",
                    (double)smyi_count_true(tree, "agreement.reached"));
    (void)smyi_add_across(r, agreement, "probability",
                          smyi_across_models(tree, "agreement.probability"));
    SmyNode *outcome = smyi_add_object(r, node, "outcome");
    for (size_t i = 0; i < scn->n_issues; i++) {
        char point[MOST_PATH], settled[MOST_PATH];
        (void)snprintf(point, sizeof point, "outcome.%s.point", scn->issues[i].id);
        (void)snprintf(settled, sizeof settled, "outcome.%s.settled", scn->issues[i].id);
        SmyNode *issue =
            smyi_add_across(r, outcome, scn->issues[i].id, smyi_across_models(tree, point));
        smyi_add_number(r, issue, "settled", (double)smyi_count_true(tree, settled));
    }
    SmyNode *gains = smyi_add_object(r, node, "gains");
    for (size_t a = 0; a < scn->n_actors; a++) {
        char path[MOST_PATH];
        (void)snprintf(path, sizeof path, "gains.%s.total", scn->actors[a].id);
        (void)smyi_add_across(r, gains, scn->actors[a].id, smyi_across_models(tree, path));
    }
}

static void add_claims(const SmyNode *tree, SmyResult *r, SmyNode *node)
{
    const SmyNode *claims = smy_node_get(tree, "claims");
    SmyNode *list = smyi_add_list(r, node, "claims");
    for (size_t c = 0; c < smy_node_size(claims); c++) {
        const SmyNode *claim = smy_node_at(claims, c);
        const SmyNode *verdicts = smy_node_get(claim, "at_point");
        SmyNode *one = smyi_add_object(r, list, NULL);
        smyi_add_copy(r, one, "id", smy_node_get(claim, "id"));
        smyi_add_copy(r, one, "says", smy_node_get(claim, "says"));
        smyi_add_copy(r, one, "odds", smy_node_find(claim, "probability.pooled"));
        double holds = 0;
        for (size_t m = 0; m < smy_node_size(verdicts); m++)
            holds += smy_node_bool(smy_node_at(verdicts, m)) ? 1 : 0;
        smyi_add_number(r, one, "holds", holds);
    }
}

void smyi_add_state(const SmyScenario *scn, const SmyNode *tree, SmyResult *r,
                    SmyNode *node)
{
    add_outcome(scn, tree, r, node);
    add_claims(tree, r, node);
}

/* ---- Differences, model by model ---- */

static SmyiAcross difference(const SmyNode *before, const SmyNode *after, const char *path)
{
    const SmyNode *was = smy_node_get(before, "models"),
                  *is = smy_node_get(after, "models");
    double values[MOST_MODELS];
    size_t n = smyi_count_models(before);
    for (size_t m = 0; m < n; m++)
        values[m] = smy_node_number(smy_node_find(smy_node_at(is, m), path)) -
                    smy_node_number(smy_node_find(smy_node_at(was, m), path));
    return smyi_across(values, n);
}

/* Chance where something was drawn, else whether it is reached at the points. */
static SmyiAcross agreement(const SmyNode *before, const SmyNode *after)
{
    SmyiAcross chance = difference(before, after, "agreement.probability");
    double values[MOST_MODELS];
    size_t n = smyi_count_models(before);
    if (chance.n)
        return chance;
    for (size_t m = 0; m < n; m++) {
        const SmyNode *was = smy_node_at(smy_node_get(before, "models"), m);
        const SmyNode *is = smy_node_at(smy_node_get(after, "models"), m);
        values[m] = (double)smy_node_bool(smy_node_find(is, "agreement.reached")) -
                    (double)smy_node_bool(smy_node_find(was, "agreement.reached"));
    }
    return smyi_across(values, n);
}

static void add_claim_changes(const SmyScenario *scn, const SmyNode *before,
                              const SmyNode *after, SmyResult *r, SmyNode *node)
{
    SmyNode *list = smyi_add_list(r, node, "claims");
    for (size_t c = 0; c < scn->n_claims; c++) {
        const char *id = scn->claims[c].id;
        SmyNode *one = smyi_add_object(r, list, NULL);
        smyi_add_text(r, one, "id", id);
        smyi_add_copy(r, one, "says", smy_node_get(smyi_claim_node(before, id), "says"));
        smyi_add_number(r, one, "before", smyi_claim_odds(before, id));
        smyi_add_number(r, one, "after", smyi_claim_odds(after, id));
    }
}

void smyi_add_change(const SmyScenario *scn, const SmyNode *before, const SmyNode *after,
                     SmyResult *r, SmyNode *node)
{
    char path[MOST_PATH];
    (void)smyi_add_across(r, node, "agreement", agreement(before, after));
    SmyNode *outcome = smyi_add_object(r, node, "outcome");
    for (size_t i = 0; i < scn->n_issues; i++) {
        const char *id = scn->issues[i].id;
        (void)snprintf(path, sizeof path, "outcome.%s.point", id);
        SmyNode *issue = smyi_add_across(r, outcome, id, difference(before, after, path));
        (void)snprintf(path, sizeof path, "outcome.%s.settled", id);
        smyi_add_number(r, issue, "settled_before", (double)smyi_count_true(before, path));
        smyi_add_number(r, issue, "settled_after", (double)smyi_count_true(after, path));
    }
    SmyNode *gains = smyi_add_object(r, node, "gains");
    for (size_t a = 0; a < scn->n_actors; a++) {
        (void)snprintf(path, sizeof path, "gains.%s.total", scn->actors[a].id);
        (void)smyi_add_across(r, gains, scn->actors[a].id, difference(before, after, path));
    }
    add_claim_changes(scn, before, after, r, node);
}
