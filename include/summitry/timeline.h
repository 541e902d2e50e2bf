/* SPDX-License-Identifier: Apache-2.0 */
/* A scenario through time: the answer as of each date of its timeline. */
#ifndef SUMMITRY_TIMELINE_H
#define SUMMITRY_TIMELINE_H

#include "summitry/error.h"
#include "summitry/run.h"
#include "summitry/scenario.h"
#include "summitry/tree.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Runs the scenario as of each date on which an event or a pulled lever changes its inputs:
 * outcome, gains, agreement and the odds of its claims, state by state (docs/timeline.md).
 * Seats are not valued. Options and errors are those of smy_run(); where progress asks to stop,
 * the states done so far are there and "partial" is true. The caller frees *out.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_timeline(const SmyScenario *scenario,
                                            const SmyRunOptions *options, SmyResult **out,
                                            SmyError *err);

#ifdef __cplusplus
}
#endif
#endif
