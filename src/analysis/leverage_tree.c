/* SPDX-License-Identifier: Apache-2.0 */
/* Who could move whom, as a tree (docs/leverage.md). */
#include <math.h>
#include <string.h>

#include "analysis/change.h"
#include "analysis/dated.h"
#include "analysis/leverage.h"
#include "scenario/in_force.h"

static void add_turned(const SmyiLeverage *v, const size_t *levers, size_t n, SmyResult *r,
                       SmyNode *node)
{
    SmyNode *list = smyi_add_list(r, node, "levers");
    for (size_t l = 0; l < n; l++) {
        SmyNode *one = smyi_add_object(r, list, NULL);
        smyi_add_text(r, one, "id", v->scn->levers[levers[l]].id);
        smyi_add_text(r, one, "to",
                      smyi_lever_adds(v->scn, levers[l]) ? "dropped" : "pulled");
    }
}

static void add_turn(const SmyiLeverage *v, const SmyiTurn *turn, SmyResult *r,
                     SmyNode *list)
{
    const SmyNode *now = smy_result_root(v->now), *then = smy_result_root(turn->answer);
    SmyNode *node = smyi_add_object(r, list, NULL);
    smyi_add_text(r, node, "by", v->scn->actors[turn->by].id);
    smyi_add_text(r, node, "on", v->scn->actors[turn->on].id);
    add_turned(v, turn->levers, turn->n, r, node);
    smyi_add_change(v->scn, now, then, r, node);
}

static void add_search(const SmyiLeverage *v, SmyResult *r, SmyNode *root)
{
    if (!v->claim) {
        smyi_add_null(r, root, "turning");
        return;
    }
    const SmyNode *claim = smyi_claim_node(smy_result_root(v->now), v->claim);
    SmyNode *node = smyi_add_object(r, root, "turning");
    smyi_add_text(r, node, "claim", v->claim);
    smyi_add_copy(r, node, "says", smy_node_get(claim, "says"));
    smyi_add_number(r, node, "odds", v->odds);
    smyi_add_bool(r, node, "wanted", !(v->odds > .5));
    smyi_add_bool(r, node, "exact", v->exact);
    smyi_add_number(r, node, "largest", (double)v->largest);
    SmyNode *sets = smyi_add_list(r, node, "sets");
    for (size_t s = 0; s < v->n_found; s++) {
        SmyNode *set = smyi_add_object(r, sets, NULL);
        add_turned(v, v->found[s].levers, v->found[s].n, r, set);
        smyi_add_number(r, set, "amount", v->found[s].amount);
        smyi_add_number(r, set, "odds", v->found[s].odds);
    }
}

void smyi_leverage_to_tree(const SmyiLeverage *v, SmyResult *r)
{
    const SmyNode *now = smy_result_root(v->now);
    const char *language = v->options->language ? v->options->language : "en";
    smyi_add_heads(r, r->root, now, v->scn);
    smyi_add_bool(r, r->root, "partial", v->partial);
    smyi_add_levers(v->scn, language, r, r->root);
    smyi_add_lever_inputs(v->scn, language, r, r->root);
    smyi_add_state(v->scn, now, r, smyi_add_object(r, r->root, "now"));
    SmyNode *turns = smyi_add_list(r, r->root, "turns");
    for (size_t t = 0; t < v->n_turns; t++)
        if (v->turns[t].answer)
            add_turn(v, &v->turns[t], r, turns);
    add_search(v, r, r->root);
    smyi_add_number(r, r->root, "asked", (double)v->n_asked);
}
