/* SPDX-License-Identifier: Apache-2.0 */
/* summitry bluff: what is said against what is meant. */
#include "session.h"

enum { BELIEF_DRAWS = 1000 };

static SmyCode ask(const Settings *settings, const SmyScenario *scenario,
                   const SmyRunOptions *options, SmyResult **result, SmyError *err)
{
    (void)settings;
    return smy_bluff(scenario, options, result, err);
}

static int run(const Settings *settings)
{
    return session_inquire(settings, BELIEF_DRAWS, ask, SMY_VIEW_BLUFF);
}

const Command command_bluff = {
    .name = "bluff",
    .summary = "what is said against what is meant, and what passes at home",
    .arguments = "SCENARIO",
    .about =
        "What each side would gain if the table took it at its word, what its promises\n"
        "buy and what leaving them costs, how true they would have to be for the answer\n"
        "to be another, and which share of packages leaders and publics let pass.\n"
        "--draws are those of the gains of being believed (1000).",
    .example = "  summitry bluff scenarios/alaska-2025.summit.yaml",
    .takes = TAKES_VARIATION | TAKES_DRAWS | TAKES_OUTPUT | TAKES_DOCUMENTS,
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
