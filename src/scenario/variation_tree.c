/* SPDX-License-Identifier: Apache-2.0 */
/* What a scenario was varied by, in the form that a variation is written in. */
#include "scenario/variation.h"

void smyi_estimate_to_tree(const SmyiEstimate *estimate, SmyResult *r, SmyNode *parent,
                           const char *key)
{
    if (estimate->shape == SMYI_SHAPE_POINT) {
        smyi_add_number(r, parent, key, estimate->mode);
        return;
    }
    SmyNode *node = smyi_add_object(r, parent, key);
    bool bell = estimate->shape == SMYI_SHAPE_NORMAL;
    smyi_add_number(r, node, "low", estimate->low);
    if (estimate->shape != SMYI_SHAPE_UNIFORM)
        smyi_add_number(r, node, bell ? "mean" : "mode", estimate->mode);
    smyi_add_number(r, node, "high", estimate->high);
    if (bell)
        smyi_add_number(r, node, "sd", estimate->sd);
    smyi_add_text(r, node, "shape", smyi_shape_text(estimate->shape));
}

static void add_actors(const SmyScenario *scn, SmyResult *r, SmyNode *parent,
                       const char *key, const int *actors, size_t n)
{
    SmyNode *list = smyi_add_list(r, parent, key);
    for (size_t j = 0; j < n; j++)
        smyi_add_text(r, list, NULL, scn->actors[actors[j]].id);
}

static void add_delegations(const SmyScenario *scn, SmyResult *r, SmyNode *table)
{
    const SmyiTable *t = &scn->table;
    SmyNode *delegations = smyi_add_object(r, table, "delegations");
    for (size_t s = 0; s < t->n_seats; s++) {
        SmyNode *list = NULL;
        for (size_t d = 0; d < t->n_delegates; d++) {
            if (t->delegates[d].seat != t->seats[s])
                continue;
            list = list ? list : smyi_add_list(r, delegations, scn->actors[t->seats[s]].id);
            smyi_add_text(r, list, NULL, scn->actors[t->delegates[d].actor].id);
        }
    }
}

static void add_table(const SmyScenario *scn, SmyResult *r, SmyNode *parent)
{
    const SmyiTable *t = &scn->table;
    SmyNode *table = smyi_add_object(r, parent, "table");
    add_actors(scn, r, table, "seats", t->seats, t->n_seats);
    SmyNode *observers = smyi_add_list(r, table, "observers");
    for (size_t o = 0; o < t->n_observers; o++) {
        SmyNode *observer = smyi_add_object(r, observers, NULL);
        smyi_add_text(r, observer, "actor", scn->actors[t->observers[o].actor].id);
        smyi_add_text(r, observer, "patron", scn->actors[t->observers[o].patron].id);
        smyi_add_number(r, observer, "share", t->observers[o].share);
    }
    SmyNode *ratifiers = smyi_add_list(r, table, "ratifiers");
    for (size_t j = 0; j < t->n_ratifiers; j++) {
        SmyNode *ratifier = smyi_add_object(r, ratifiers, NULL);
        smyi_add_text(r, ratifier, "actor", scn->actors[t->ratifiers[j].actor].id);
        smyi_add_number(r, ratifier, "tolerance", t->ratifiers[j].tolerance);
    }
    add_actors(scn, r, table, "absent", t->absent, t->n_absent);
    add_actors(scn, r, table, "candidates", t->candidates, t->n_candidates);
    add_delegations(scn, r, table);
    smyi_add_text(r, table, "venue", t->venue ? t->venue : "");
}

void smyi_variation_to_tree(const SmyScenario *scn, SmyResult *r, SmyNode *parent)
{
    const SmyiVaried *varied = &scn->varied;
    if (!varied->is_varied) {
        smyi_add_null(r, parent, "variation");
        return;
    }
    SmyNode *node = smyi_add_object(r, parent, "variation");
    smyi_add_text(r, node, "as_of", varied->as_of ? scn->as_of : NULL);
    if (varied->table)
        add_table(scn, r, node);
    else
        smyi_add_null(r, node, "table");
    SmyNode *changes = smyi_add_object(r, node, "changes");
    for (size_t c = 0; c < varied->n_settings; c++)
        smyi_estimate_to_tree(&varied->settings[c].estimate, r, changes,
                              scn->given[varied->settings[c].input].path);
    SmyNode *levers = smyi_add_object(r, node, "levers");
    for (size_t l = 0; varied->levers && l < scn->n_levers; l++)
        if (varied->levers[l] != SMYI_LEVER_AS_DATED)
            smyi_add_text(r, levers, scn->levers[l].id,
                          varied->levers[l] == SMYI_LEVER_PULLED ? "pulled" : "dropped");
}
