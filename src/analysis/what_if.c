/* SPDX-License-Identifier: Apache-2.0 */
/* Asking a scenario as it would be in a case, and reading the answers across models. */
#include "analysis/what_if.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "scenario/variation.h"

enum { MOST_MODELS = 256 };

SmyCode smyi_ask_case(const SmyScenario *base, const SmyiCase *one,
                      const SmyRunOptions *options, SmyResult **out, SmyError *err)
{
    SmyRunOptions asked = *options;
    asked.with_seats = false;
    asked.with_flips = false;
    asked.matter_budget = 0; /* no case shows it */
    *out = NULL;
    SmyScenario *scenario = smyi_scenario_in(base, one);
    if (!scenario)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    SmyCode code = smy_run(scenario, &asked, out, err);
    smy_scenario_free(scenario);
    return code;
}

/* Insertion: a handful of models. */
SmyiAcross smyi_across(double *values, size_t n)
{
    SmyiAcross a = {.low = (double)NAN, .middle = (double)NAN, .high = (double)NAN};
    for (size_t m = 0; m < n; m++) {
        double value = values[m];
        if (isnan(value))
            continue;
        size_t at = a.n++;
        for (; at > 0 && values[at - 1] > value; at--)
            values[at] = values[at - 1];
        values[at] = value;
    }
    if (a.n) {
        a.low = values[0];
        a.middle = (values[(a.n - 1) / 2] + values[a.n / 2]) / 2;
        a.high = values[a.n - 1];
    }
    return a;
}

size_t smyi_count_models(const SmyNode *tree)
{
    size_t n = smy_node_size(smy_node_get(tree, "models"));
    return n < MOST_MODELS ? n : MOST_MODELS;
}

SmyiAcross smyi_across_models(const SmyNode *tree, const char *path)
{
    const SmyNode *models = smy_node_get(tree, "models");
    double values[MOST_MODELS];
    size_t n = smyi_count_models(tree);
    for (size_t m = 0; m < n; m++)
        values[m] = smy_node_number(smy_node_find(smy_node_at(models, m), path));
    return smyi_across(values, n);
}

size_t smyi_count_true(const SmyNode *tree, const char *path)
{
    const SmyNode *models = smy_node_get(tree, "models");
    size_t n = 0;
    for (size_t m = 0; m < smyi_count_models(tree); m++)
        n += smy_node_bool(smy_node_find(smy_node_at(models, m), path));
    return n;
}

SmyNode *smyi_add_across(SmyResult *r, SmyNode *parent, const char *key, SmyiAcross across)
{
    SmyNode *node = smyi_add_object(r, parent, key);
    smyi_add_number(r, node, "low", across.low);
    smyi_add_number(r, node, "middle", across.middle);
    smyi_add_number(r, node, "high", across.high);
    return node;
}

const SmyNode *smyi_claim_node(const SmyNode *tree, const char *id)
{
    const SmyNode *claims = smy_node_get(tree, "claims");
    for (size_t c = 0; c < smy_node_size(claims); c++) {
        const char *here = smy_node_text(smy_node_get(smy_node_at(claims, c), "id"));
        if (here && strcmp(here, id) == 0)
            return smy_node_at(claims, c);
    }
    return NULL;
}

double smyi_claim_odds(const SmyNode *tree, const char *id)
{
    const SmyNode *claim = smyi_claim_node(tree, id);
    double p = smy_node_number(smy_node_find(claim, "probability.pooled.p"));
    const SmyNode *verdicts = smy_node_get(claim, "at_point");
    size_t n = 0, holds = 0;
    if (!isnan(p))
        return p;
    for (size_t m = 0; m < smy_node_size(verdicts); m++) {
        const SmyNode *verdict = smy_node_at(verdicts, m);
        n += smy_node_kind(verdict) == SMY_NODE_BOOL;
        holds += smy_node_bool(verdict);
    }
    return n ? (double)holds / (double)n : (double)NAN;
}

void smyi_add_heads(SmyResult *r, SmyNode *root, const SmyNode *tree,
                    const SmyScenario *scn)
{
    static const char *const heads[] = {"id", "title", "as_of", "sha256", "account"};
    static const char *const copied[] = {"language", "seed",   "draws",
                                         "table",    "actors", "issues"};
    const SmyNode *from = smy_node_get(tree, "scenario");
    smyi_add_copy(r, root, "summitry", smy_node_get(tree, "summitry"));
    SmyNode *head = smyi_add_object(r, root, "scenario");
    for (size_t k = 0; k < sizeof heads / sizeof *heads; k++)
        if (k == 2)
            smyi_add_text(r, head, heads[k], scn->as_of);
        else
            smyi_add_copy(r, head, heads[k], smy_node_get(from, heads[k]));
    smyi_variation_to_tree(scn, r, root);
    for (size_t k = 0; k < sizeof copied / sizeof *copied; k++)
        smyi_add_copy(r, root, copied[k], smy_node_get(tree, copied[k]));
    const SmyNode *models = smy_node_get(tree, "models");
    SmyNode *list = smyi_add_list(r, root, "models");
    for (size_t m = 0; m < smy_node_size(models); m++) {
        const SmyNode *model = smy_node_at(models, m);
        SmyNode *node = smyi_add_object(r, list, NULL);
        smyi_add_copy(r, node, "id", smy_node_get(model, "id"));
        smyi_add_copy(r, node, "title", smy_node_get(model, "title"));
        smyi_add_copy(r, node, "status", smy_node_get(model, "status"));
        smyi_add_copy(r, node, "why", smy_node_get(model, "why"));
    }
}
