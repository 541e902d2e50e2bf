/* SPDX-License-Identifier: Apache-2.0 */
/* Two accounts of one matter, as a tree (docs/compare.md). */
#include <math.h>
#include <stdio.h>

#include "analysis/compare.h"
#include "scenario/evidence.h"
#include "scenario/variation.h"

enum { MOST_PATH = 256 };

static const char *const sides[] = {"a", "b"};

static const char *path_of(const SmyiComparison *c, size_t difference)
{
    return c->side[0].scn->inputs[c->differences[difference].input[0]].path;
}

/* ---- Inputs ---- */

static void add_difference(const SmyiComparison *c, const SmyiDifference *d, SmyResult *r,
                           SmyNode *list)
{
    SmyNode *node = smyi_add_object(r, list, NULL);
    smyi_add_text(r, node, "path", c->side[0].scn->inputs[d->input[0]].path);
    smyi_add_number(r, node, "size", d->size);
    for (size_t side = 0; side < 2; side++) {
        const SmyiInput *input = &c->side[side].scn->inputs[d->input[side]];
        SmyNode *one = smyi_add_object(r, node, sides[side]);
        smyi_input_to_tree(c->side[side].scn, (size_t)d->input[side], r, one);
        smyi_estimate_to_tree(&input->estimate, r, one, "estimate");
    }
}

static void add_inputs(const SmyiComparison *c, SmyResult *r)
{
    static const char *const keys[] = {"only_a", "only_b"};
    SmyNode *node = smyi_add_object(r, r->root, "inputs");
    smyi_add_number(r, node, "same", (double)c->n_same);
    smyi_add_number(r, node, "differ", (double)c->n_differences);
    for (size_t side = 0; side < 2; side++) {
        const SmyScenario *own = c->side[side].scn, *other = c->side[1 - side].scn;
        SmyNode *list = smyi_add_list(r, node, keys[side]);
        for (size_t k = 0; k < own->n_inputs; k++)
            if (smyi_input_find(other, own->inputs[k].path) == SMYI_NONE)
                smyi_add_text(r, list, NULL, own->inputs[k].path);
    }
    SmyNode *list = smyi_add_list(r, r->root, "differences");
    for (size_t d = 0; d < c->n_differences; d++)
        add_difference(c, &c->differences[d], r, list);
}

/* ---- The table ---- */

static const char *role_text(const SmyScenario *scn, int actor)
{
    static const char *const texts[] = {"out", "seat", "observer", "absent", "delegate"};
    return actor == SMYI_NONE ? NULL : texts[scn->table.role[actor]];
}

static bool ratifies(const SmyScenario *scn, int actor)
{
    for (size_t k = 0; k < scn->table.n_ratifiers; k++)
        if (scn->table.ratifiers[k].actor == actor)
            return true;
    return false;
}

static void add_role(const SmyScenario *scn, int actor, const char *key, SmyResult *r,
                     SmyNode *node)
{
    SmyNode *one = smyi_add_object(r, node, key);
    smyi_add_text(r, one, "role", role_text(scn, actor));
    smyi_add_bool(r, one, "ratifier", actor != SMYI_NONE && ratifies(scn, actor));
}

/* Actors whose roles are not the same in both; null: not in that file. */
static void add_table(const SmyiComparison *c, SmyResult *r)
{
    const SmyScenario *a = c->side[0].scn, *b = c->side[1].scn;
    SmyNode *list = smyi_add_list(r, r->root, "roles");
    for (size_t k = 0; k < a->n_actors; k++) {
        int other = smyi_actor_find(b, a->actors[k].id);
        if (other != SMYI_NONE && a->table.role[k] == b->table.role[other] &&
            ratifies(a, (int)k) == ratifies(b, other))
            continue;
        SmyNode *node = smyi_add_object(r, list, NULL);
        smyi_add_text(r, node, "actor", a->actors[k].id);
        add_role(a, (int)k, "a", r, node);
        add_role(b, other, "b", r, node);
    }
}

/* ---- Conclusions ---- */

static const char *answer_text(SmyiConclusionKind kind, int answer)
{
    static const char *const texts[][3] = {
        [SMYI_CONCLUDE_AGREEMENT] = {NULL, "none", "reached"},
        [SMYI_CONCLUDE_SETTLED] = {NULL, "open", "settled"},
        [SMYI_CONCLUDE_GAIN] = {"loses", "even", "gains"},
        [SMYI_CONCLUDE_CLAIM] = {NULL, "fails", "holds"}};
    return answer == SMYI_UNDECIDED ? NULL : texts[kind][answer + 1];
}

static void add_name(const SmyiComparison *c, const SmyiConclusion *k, SmyResult *r,
                     SmyNode *node)
{
    static const char *const whats[] = {"agreement", "settled", "gain", "claim"};
    const SmyScenario *scn = c->side[0].scn;
    const char *language = c->options->language ? c->options->language : "en";
    size_t n = k->number[0];
    const char *id = k->kind == SMYI_CONCLUDE_SETTLED ? scn->issues[n].id
                     : k->kind == SMYI_CONCLUDE_GAIN  ? scn->actors[n].id
                     : k->kind == SMYI_CONCLUDE_CLAIM ? scn->claims[n].id
                                                      : NULL;
    const SmyiText *says = k->kind == SMYI_CONCLUDE_SETTLED ? &scn->issues[n].title
                           : k->kind == SMYI_CONCLUDE_GAIN  ? &scn->actors[n].name
                                                            : &scn->claims[n].says;
    smyi_add_text(r, node, "what", whats[k->kind]);
    smyi_add_text(r, node, "id", id);
    smyi_add_text(r, node, "says", id ? smyi_text_in(says, language, id) : NULL);
}

/* Odds of a claim, chance of agreement, share of models that settle, points of a gain. */
static double number_of(const SmyiComparison *c, const SmyiConclusion *k, size_t side)
{
    const SmyiAccount *own = &c->side[side];
    const SmyNode *tree = smy_result_root(own->run);
    char path[MOST_PATH];
    switch (k->kind) {
    case SMYI_CONCLUDE_AGREEMENT: {
        double chance = smyi_across_models(tree, "agreement.probability").middle;
        return isnan(chance) ? (double)own->at.agreed / (double)c->n_solvers : chance;
    }
    case SMYI_CONCLUDE_SETTLED:
        return (double)own->at.settled[k->number[side]] / (double)c->n_solvers;
    case SMYI_CONCLUDE_GAIN:
        (void)snprintf(path, sizeof path, "gains.%s.total",
                       own->scn->actors[k->number[side]].id);
        return smyi_across_models(tree, path).middle;
    case SMYI_CONCLUDE_CLAIM:
        return smyi_claim_odds(tree, own->scn->claims[k->number[side]].id);
    }
    return (double)NAN;
}

static void add_paths(const SmyiComparison *c, const size_t *differences, size_t n,
                      const char *key, SmyResult *r, SmyNode *node)
{
    SmyNode *list = smyi_add_list(r, node, key);
    for (size_t d = 0; d < n; d++)
        smyi_add_text(r, list, NULL, path_of(c, differences[d]));
}

static void add_conclusion(const SmyiComparison *c, const SmyiConclusion *k, SmyResult *r,
                           SmyNode *list)
{
    SmyNode *node = smyi_add_object(r, list, NULL);
    add_name(c, k, r, node);
    for (size_t side = 0; side < 2; side++) {
        SmyNode *one = smyi_add_object(r, node, sides[side]);
        smyi_add_text(r, one, "answer", answer_text(k->kind, k->answer[side]));
        smyi_add_number(r, one, "number", number_of(c, k, side));
    }
    bool survives = k->answer[0] == k->answer[1];
    smyi_add_bool(r, node, "survives", survives);
    if (survives) {
        smyi_add_null(r, node, "turned_by");
        return;
    }
    SmyNode *turned = smyi_add_object(r, node, "turned_by");
    add_paths(c, k->turned_by[0], k->n_turned_by[0], "from_a", r, turned);
    add_paths(c, k->turned_by[1], k->n_turned_by[1], "from_b", r, turned);
    add_paths(c, k->together, k->n_together, "together", r, turned);
    smyi_add_bool(r, turned, "searched", k->was_searched);
}

void smyi_compare_to_tree(const SmyiComparison *c, SmyResult *r)
{
    smyi_add_heads(r, r->root, smy_result_root(c->side[0].run), c->side[0].scn);
    for (size_t side = 0; side < 2; side++)
        smyi_add_copy(r, r->root, sides[side],
                      smy_node_get(smy_result_root(c->side[side].run), "scenario"));
    smyi_add_bool(r, r->root, "partial", c->partial);
    add_inputs(c, r);
    add_table(c, r);
    SmyNode *list = smyi_add_list(r, r->root, "conclusions");
    for (size_t k = 0; k < c->n_conclusions; k++)
        add_conclusion(c, &c->conclusions[k], r, list);
}
