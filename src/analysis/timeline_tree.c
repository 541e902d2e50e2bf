/* SPDX-License-Identifier: Apache-2.0 */
/* The answer through time as a tree (docs/timeline.md). */
#include <string.h>

#include "analysis/change.h"
#include "analysis/dated.h"
#include "analysis/timeline.h"
#include "scenario/in_force.h"

/* ---- A state ---- */

static void add_changes(const SmyScenario *scn, const SmyiState *before,
                        const SmyiState *now, SmyResult *r, SmyNode *node)
{
    SmyNode *list = smyi_add_list(r, node, "changed");
    for (size_t k = 0; before && k < scn->n_inputs; k++) {
        const SmyiEstimate *was = &before->inputs[k].estimate;
        const SmyiEstimate *is = &now->inputs[k].estimate;
        if (smyi_estimate_is_same(was, is))
            continue;
        SmyNode *change = smyi_add_object(r, list, NULL);
        smyi_add_text(r, change, "path", scn->given[k].path);
        smyi_add_number(r, change, "before", smyi_estimate_point(was));
        smyi_add_number(r, change, "after", smyi_estimate_point(is));
    }
}

/* Over the draws of a state: where each issue ends, and each gain. */
static void add_draws(const SmyScenario *scn, const SmyNode *model, SmyResult *r,
                      SmyNode *node)
{
    const SmyNode *outcome = smy_node_get(model, "outcome"),
                  *gains = smy_node_get(model, "gains");
    bool drawn = false;
    for (size_t i = 0; i < scn->n_issues && !drawn; i++)
        drawn = smy_node_kind(smy_node_get(smy_node_get(outcome, scn->issues[i].id),
                                           "draws")) == SMY_NODE_OBJECT;
    if (!drawn) {
        smyi_add_copy(r, node, "draws", NULL);
        return;
    }
    SmyNode *draws = smyi_add_object(r, node, "draws");
    SmyNode *ends = smyi_add_object(r, draws, "outcome");
    for (size_t i = 0; i < scn->n_issues; i++)
        smyi_add_copy(r, ends, scn->issues[i].id,
                      smy_node_get(smy_node_get(outcome, scn->issues[i].id), "draws"));
    SmyNode *won = smyi_add_object(r, draws, "gains");
    for (size_t a = 0; a < scn->n_actors; a++)
        smyi_add_copy(r, won, scn->actors[a].id,
                      smy_node_get(smy_node_get(gains, scn->actors[a].id), "draws"));
}

/* Per model, what the middles were taken of. */
static void add_models(const SmyScenario *scn, const SmyNode *tree, SmyResult *r,
                       SmyNode *node)
{
    const SmyNode *models = smy_node_get(tree, "models");
    SmyNode *all = smyi_add_object(r, node, "models");
    for (size_t m = 0; m < smy_node_size(models); m++) {
        const SmyNode *model = smy_node_at(models, m);
        SmyNode *one = smyi_add_object(r, all, smy_node_text(smy_node_get(model, "id")));
        smyi_add_copy(r, one, "status", smy_node_get(model, "status"));
        smyi_add_copy(r, one, "agreement", smy_node_get(model, "agreement"));
        SmyNode *outcome = smyi_add_object(r, one, "outcome");
        for (size_t i = 0; i < scn->n_issues; i++) {
            const SmyNode *from =
                smy_node_get(smy_node_get(model, "outcome"), scn->issues[i].id);
            SmyNode *issue = smyi_add_object(r, outcome, scn->issues[i].id);
            smyi_add_copy(r, issue, "point", smy_node_get(from, "point"));
            smyi_add_copy(r, issue, "settled", smy_node_get(from, "settled"));
        }
        SmyNode *gains = smyi_add_object(r, one, "gains");
        for (size_t a = 0; a < scn->n_actors; a++)
            smyi_add_copy(
                r, gains, scn->actors[a].id,
                smy_node_get(smy_node_get(smy_node_get(model, "gains"), scn->actors[a].id),
                             "total"));
        add_draws(scn, model, r, one);
    }
}

static bool holds_on(const SmyiTimeline *t, size_t s, const char *day)
{
    const char *from = t->states[s].from;
    const char *next = s + 1 < t->n_states ? t->states[s + 1].from : NULL;
    return day && (!from || strcmp(from, day) <= 0) && (!next || strcmp(day, next) < 0);
}

static void add_state(const SmyiTimeline *t, size_t s, SmyResult *r, SmyNode *list)
{
    const SmyiState *state = &t->states[s];
    const SmyNode *tree = smy_result_root(state->answer);
    SmyNode *node = smyi_add_object(r, list, NULL);
    smyi_add_text(r, node, "from", state->from);
    smyi_add_text(r, node, "next", s + 1 < t->n_states ? t->states[s + 1].from : NULL);
    smyi_add_bool(r, node, "as_of", holds_on(t, s, smyi_day_looked_at(t->scn)));
    SmyNode *days = smyi_add_list(r, node, "days");
    for (size_t d = 0; state->from && d < state->n_days; d++)
        smyi_add_text(r, days, NULL, state->days[d]);
    add_changes(t->scn, s ? state - 1 : NULL, state, r, node);
    smyi_add_state(t->scn, tree, r, node);
    add_models(t->scn, tree, r, node);
}

void smyi_timeline_to_tree(const SmyiTimeline *t, const SmyRunOptions *options,
                           SmyResult *r)
{
    const char *language = options->language ? options->language : "en";
    SmyNode *root = r->root;
    size_t shown = 0; /* the heads are of the state looked at */
    for (size_t s = 0; s < t->n_states; s++)
        if (t->states[s].answer && holds_on(t, s, smyi_day_looked_at(t->scn)))
            shown = s;
    smyi_add_heads(r, root, smy_result_root(t->states[shown].answer), t->scn);
    smyi_add_bool(r, root, "partial", t->partial);
    smyi_add_text(r, root, "day", smyi_day_looked_at(t->scn));
    smyi_add_events(t->scn, language, r, root);
    smyi_add_levers(t->scn, language, r, root);
    smyi_add_dated_inputs(t->scn, language, r, root);
    SmyNode *states = smyi_add_list(r, root, "states");
    for (size_t s = 0; s < t->n_states && t->states[s].answer; s++)
        add_state(t, s, r, states);
}
