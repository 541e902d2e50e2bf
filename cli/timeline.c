/* SPDX-License-Identifier: Apache-2.0 */
/* summitry timeline: the answer as of each date. */
#include "session.h"

enum { STATE_DRAWS = 2000 };

static SmyCode ask(const Settings *settings, const SmyScenario *scenario,
                   const SmyRunOptions *options, SmyResult **result, SmyError *err)
{
    (void)settings;
    return smy_timeline(scenario, options, result, err);
}

static int run(const Settings *settings)
{
    return session_inquire(settings, STATE_DRAWS, ask, SMY_VIEW_TIMELINE);
}

const Command command_timeline = {
    .name = "timeline",
    .summary = "the answer as of each date: outcome, gains, odds of the claims",
    .arguments = "SCENARIO",
    .about =
        "Solves a scenario as of each date on which an event or a lever changes its\n"
        "inputs, and shows what that does to the outcome, to who gains and to the odds\n"
        "of the claims. --draws are those of one date (2000).",
    .example = "  summitry timeline scenarios/alaska-2025.summit.yaml --html timeline.html",
    .takes = TAKES_VARIATION | TAKES_DRAWS | TAKES_OUTPUT | TAKES_HTML | TAKES_DOCUMENTS,
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
