/* SPDX-License-Identifier: Apache-2.0 */
/* A case: a scenario on another day, with levers pulled or dropped, or with inputs set. */
#ifndef SMYI_SCENARIO_CASE_H
#define SMYI_SCENARIO_CASE_H

#include "scenario/scenario.h"

typedef struct SmyiCase {
    const char *day;             /* NULL: the scenario's own */
    const SmyiLeverUse *levers;  /* [n_levers]; NULL: the scenario's own */
    size_t n_settings;           /* inputs set, over those of the scenario */
    const SmyiSetting *settings; /* [n_settings] one an input */
} SmyiCase;

/**
 * The scenario as the case would have it, or NULL: no memory. It says of itself what was
 * varied, as any variation does. The day's text must outlive it. smy_scenario_free() ends it;
 * it needs no parser.
 */
SmyScenario *smyi_scenario_in(const SmyScenario *base, const SmyiCase *one);

/** The day after; in `next`, 11 bytes. */
void smyi_day_after(const char *day, char next[11]);

#endif
