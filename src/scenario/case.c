/* SPDX-License-Identifier: Apache-2.0 */
/* A case: a scenario on another day, with levers pulled or dropped, or with inputs set. */
#include "scenario/case.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scenario/in_force.h"
#include "scenario/lifetime.h"

/* Settings of the base, each replaced by the case's of the same input, then the others. */
static bool merge(SmyScenario *scn, const SmyiCase *one)
{
    size_t n = scn->varied.n_settings;
    SmyiSetting *all = SMYI_NEW(&scn->arena, n + one->n_settings, SmyiSetting);
    int *at = SMYI_NEW(&scn->arena, scn->n_inputs, int); /* 1-based */
    if (!all || !at)
        return false;
    if (n)
        memcpy(all, scn->varied.settings, n * sizeof *all);
    for (size_t s = 0; s < n; s++)
        at[all[s].input] = (int)s + 1;
    for (size_t s = 0; s < one->n_settings; s++) {
        int *place = &at[one->settings[s].input];
        if (!*place)
            *place = (int)++n;
        all[*place - 1] = one->settings[s];
    }
    scn->varied.settings = all;
    scn->varied.n_settings = n;
    return true;
}

static bool use_levers(SmyScenario *scn, const SmyiCase *one)
{
    SmyiLeverUse *uses = SMYI_NEW(&scn->arena, scn->n_levers, SmyiLeverUse);
    if (!uses)
        return false;
    if (scn->n_levers)
        memcpy(uses, one->levers, scn->n_levers * sizeof *uses);
    scn->varied.levers = uses;
    return true;
}

static bool apply(SmyScenario *scn, const SmyiCase *one)
{
    SmyiInput *inputs = SMYI_NEW(&scn->arena, scn->n_inputs, SmyiInput);
    if (!inputs || (one->n_settings && !merge(scn, one)) ||
        (one->levers && !use_levers(scn, one)))
        return false;
    if (one->day) {
        scn->as_of = one->day;
        scn->varied.as_of = true;
    }
    scn->varied.is_varied |= one->day || one->levers || one->n_settings;
    smyi_inputs_in_force(scn, smyi_day_looked_at(scn), scn->varied.levers, inputs);
    scn->inputs = inputs;
    return true;
}

SmyScenario *smyi_scenario_in(const SmyScenario *base, const SmyiCase *one)
{
    SmyScenario *scn = smyi_scenario_share(base);
    if (scn && apply(scn, one))
        return scn;
    smy_scenario_free(scn);
    return NULL;
}

void smyi_day_after(const char *day, char next[11])
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year = (int)strtol(day, NULL, 10), month = (int)strtol(day + 5, NULL, 10);
    int date = (int)strtol(day + 8, NULL, 10) + 1;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (date > lengths[month - 1] + (month == 2 && leap)) {
        date = 1;
        month++;
    }
    if (month > 12) {
        month = 1;
        year++;
    }
    (void)snprintf(next, 11, "%04u-%02u-%02u", (unsigned)year % 10000,
                   (unsigned)month % 100, (unsigned)date % 100);
}
