/* SPDX-License-Identifier: Apache-2.0 */
/* Events and levers as they stand in a tree. */
#include "analysis/dated.h"

#include "scenario/case.h"
#include "scenario/evidence.h"
#include "scenario/in_force.h"
#include "scenario/variation.h"

static void add_support(const SmyScenario *scn, SmyResult *r, SmyNode *node,
                        const SmyiSupport *support)
{
    SmyNode *cite = smyi_add_list(r, node, "cite");
    for (size_t c = 0; c < support->n_cites; c++)
        smyi_add_text(r, cite, NULL, support->cites[c].shown);
    smyi_sources_to_tree(scn, support, r, node);
    smyi_add_text(r, node, "judgement", support->judgement);
    smyi_add_text(r, node, "voice", smyi_voice_text(scn, support->voice));
}

void smyi_add_events(const SmyScenario *scn, const char *language, SmyResult *r,
                     SmyNode *root)
{
    SmyNode *list = smyi_add_list(r, root, "events");
    for (size_t e = 0; e < scn->n_events; e++) {
        const SmyiEvent *event = &scn->events[e];
        SmyNode *node = smyi_add_object(r, list, NULL);
        smyi_add_text(r, node, "date", event->date);
        smyi_add_text(r, node, "title", smyi_text_in(&event->title, language, event->date));
        SmyNode *sets = smyi_add_object(r, node, "sets");
        for (size_t c = 0; c < event->n_sets; c++)
            smyi_estimate_to_tree(&scn->replacements[event->sets[c].estimate].estimate, r,
                                  sets, scn->given[event->sets[c].input].path);
        add_support(scn, r, node, &event->support);
    }
}

static const char *use_text(const SmyScenario *scn, size_t lever)
{
    SmyiLeverUse use = scn->varied.levers ? scn->varied.levers[lever] : SMYI_LEVER_AS_DATED;
    return use == SMYI_LEVER_PULLED        ? "pulled_anyway"
           : use == SMYI_LEVER_DROPPED     ? "dropped"
           : scn->levers[lever].threatened ? "threatened"
                                           : "pulled";
}

static bool lever_names(const SmyiLever *lever, size_t input)
{
    for (size_t c = 0; c < lever->n_adds; c++)
        if (lever->adds[c].input == (int)input)
            return true;
    return false;
}

static bool is_added_to(const void *cookie, size_t input)
{
    const SmyScenario *scn = cookie;
    for (size_t l = 0; l < scn->n_levers; l++)
        if (lever_names(&scn->levers[l], input))
            return true;
    return false;
}

static bool is_dated(const void *cookie, size_t input)
{
    const SmyScenario *scn = cookie;
    for (size_t e = 0; e < scn->n_events; e++)
        for (size_t c = 0; c < scn->events[e].n_sets; c++)
            if (scn->events[e].sets[c].input == (int)input)
                return true;
    return is_added_to(cookie, input);
}

void smyi_add_dated_inputs(const SmyScenario *scn, const char *language, SmyResult *r,
                           SmyNode *root)
{
    smyi_inputs_named_to_tree(scn, language, is_dated, scn, r, root);
}

void smyi_add_lever_inputs(const SmyScenario *scn, const char *language, SmyResult *r,
                           SmyNode *root)
{
    smyi_inputs_named_to_tree(scn, language, is_added_to, scn, r, root);
}

void smyi_add_levers(const SmyScenario *scn, const char *language, SmyResult *r,
                     SmyNode *root)
{
    SmyNode *list = smyi_add_list(r, root, "levers");
    for (size_t l = 0; l < scn->n_levers; l++) {
        const SmyiLever *lever = &scn->levers[l];
        SmyNode *node = smyi_add_object(r, list, NULL);
        smyi_add_text(r, node, "id", lever->id);
        smyi_add_text(r, node, "title", smyi_text_in(&lever->title, language, lever->id));
        smyi_add_text(r, node, "by", scn->actors[lever->by].id);
        smyi_add_text(r, node, "on", scn->actors[lever->on].id);
        smyi_add_text(r, node, "from", lever->from);
        smyi_add_text(r, node, "until", lever->until);
        char ends[11] = "";
        if (lever->until)
            smyi_day_after(lever->until, ends);
        smyi_add_text(r, node, "ends", lever->until ? ends : NULL);
        smyi_add_text(r, node, "state", use_text(scn, l));
        smyi_add_bool(r, node, "in_force", smyi_lever_adds(scn, l));
        SmyNode *adds = smyi_add_object(r, node, "adds");
        for (size_t c = 0; c < lever->n_adds; c++)
            smyi_add_number(r, adds, scn->given[lever->adds[c].input].path,
                            lever->adds[c].amount);
        add_support(scn, r, node, &lever->support);
    }
}
