/* SPDX-License-Identifier: Apache-2.0 */
/* The inputs on a day: what events and levers dated up to it make of the file's values. */
#ifndef SMYI_SCENARIO_IN_FORCE_H
#define SMYI_SCENARIO_IN_FORCE_H

#include "scenario/scenario.h"

/** Events and levers in order of date, then of file, into scenario->steps. False: no memory. */
bool smyi_order_steps(SmyScenario *scenario, SmyiArena *mem);

/**
 * The day looked at: as_of, else the last date of an event or of a pulled lever's beginning;
 * NULL where nothing is dated.
 */
const char *smyi_day_looked_at(const SmyScenario *scenario);

/** Does the lever add on this day (NULL: whenever), as the scenario's file dates it? */
bool smyi_lever_is_in_force(const SmyiLever *lever, const char *day);

/** Does it add on the day looked at, as the scenario is varied? */
bool smyi_lever_adds(const SmyScenario *scenario, size_t lever);

/**
 * Inputs on a day, into inputs [n_inputs]: the file's values; what events dated up to the day
 * set, and what levers in force add, in order of date, then of file; what the scenario's
 * variation sets; and levers that `uses` says are pulled, in the order of the file. A lever
 * that adds moves an estimate whole, and cuts it to the input's range. day NULL: every date is
 * past. uses [n_levers]; NULL: all as dated. Allocates nothing.
 */
void smyi_inputs_in_force(const SmyScenario *scenario, const char *day,
                          const SmyiLeverUse *uses, SmyiInput *inputs);

#endif
