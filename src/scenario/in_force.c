/* SPDX-License-Identifier: Apache-2.0 */
/* The inputs on a day: what events and levers dated up to it make of the file's values. */
#include "scenario/in_force.h"

#include <stdlib.h>
#include <string.h>

static bool is_past(const char *date, const char *day)
{
    return !date || !day || strcmp(date, day) <= 0;
}

static int by_date(const void *left, const void *right)
{
    const SmyiStep *a = left, *b = right;
    int order = !a->date || !b->date ? (a->date != NULL) - (b->date != NULL)
                                     : strcmp(a->date, b->date);
    if (order == 0)
        order = a->place.line - b->place.line;
    return order ? order : a->place.column - b->place.column;
}

bool smyi_order_steps(SmyScenario *scn, SmyiArena *mem)
{
    SmyiStep *steps = SMYI_NEW(mem, scn->n_events + scn->n_levers, SmyiStep);
    size_t n = 0;
    if (!steps)
        return false;
    for (size_t e = 0; e < scn->n_events; e++)
        steps[n++] = (SmyiStep){scn->events[e].date, false, e, scn->events[e].place};
    for (size_t l = 0; l < scn->n_levers; l++)
        steps[n++] = (SmyiStep){scn->levers[l].from, true, l, scn->levers[l].place};
    qsort(steps, n, sizeof *steps, by_date);
    scn->steps = steps;
    scn->n_steps = n;
    return true;
}

const char *smyi_day_looked_at(const SmyScenario *scn)
{
    if (scn->as_of)
        return scn->as_of;
    for (size_t s = scn->n_steps; s-- > 0;)
        if (!scn->steps[s].is_lever || !scn->levers[scn->steps[s].number].threatened)
            return scn->steps[s].date; /* they are in order: it is the last */
    return NULL;
}

bool smyi_lever_is_in_force(const SmyiLever *lever, const char *day)
{
    bool is_over = lever->until && day && strcmp(lever->until, day) < 0;
    return !lever->threatened && is_past(lever->from, day) && !is_over;
}

bool smyi_lever_adds(const SmyScenario *scn, size_t lever)
{
    SmyiLeverUse use = scn->varied.levers ? scn->varied.levers[lever] : SMYI_LEVER_AS_DATED;
    return use == SMYI_LEVER_PULLED ||
           (use == SMYI_LEVER_AS_DATED &&
            smyi_lever_is_in_force(&scn->levers[lever], smyi_day_looked_at(scn)));
}

static void pull(const SmyiLever *lever, SmyiInput *inputs)
{
    for (size_t c = 0; c < lever->n_adds; c++) {
        SmyiInput *input = &inputs[lever->adds[c].input];
        input->estimate = smyi_estimate_moved(&input->estimate, lever->adds[c].amount,
                                              input->least, input->most);
    }
}

/* An event's estimate takes an input's place; whose path and range it is does not change. */
static void set(const SmyScenario *scn, const SmyiEvent *event, SmyiInput *inputs)
{
    for (size_t c = 0; c < event->n_sets; c++) {
        const SmyiInput *now = &scn->replacements[event->sets[c].estimate];
        SmyiInput *input = &inputs[event->sets[c].input];
        input->estimate = now->estimate;
        input->support = now->support;
        input->place = now->place;
    }
}

void smyi_inputs_in_force(const SmyScenario *scn, const char *day, const SmyiLeverUse *uses,
                          SmyiInput *inputs)
{
    if (scn->n_inputs)
        memcpy(inputs, scn->given, scn->n_inputs * sizeof *inputs);
    for (size_t s = 0; s < scn->n_steps && is_past(scn->steps[s].date, day); s++) {
        size_t number = scn->steps[s].number;
        if (!scn->steps[s].is_lever)
            set(scn, &scn->events[number], inputs);
        else if ((!uses || uses[number] == SMYI_LEVER_AS_DATED) &&
                 smyi_lever_is_in_force(&scn->levers[number], day))
            pull(&scn->levers[number], inputs);
    }
    for (size_t c = 0; c < scn->varied.n_settings; c++) {
        const SmyiSetting *setting = &scn->varied.settings[c];
        SmyiInput *input = &inputs[setting->input];
        input->estimate = setting->estimate;
        input->support = (SmyiSupport){.judgement = setting->judgement, .voice = SMYI_NONE};
    }
    for (size_t l = 0; uses && l < scn->n_levers; l++)
        if (uses[l] == SMYI_LEVER_PULLED)
            pull(&scn->levers[l], inputs);
}
