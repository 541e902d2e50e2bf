/* SPDX-License-Identifier: Apache-2.0 */
/* summitry leverage: who could move whom. */
#include "session.h"

enum { CASE_DRAWS = 1000 };

static SmyCode ask(const Settings *settings, const SmyScenario *scenario,
                   const SmyRunOptions *options, SmyResult **result, SmyError *err)
{
    return smy_leverage(scenario, options, settings->claim, result, err);
}

static int run(const Settings *settings)
{
    return session_inquire(settings, CASE_DRAWS, ask, SMY_VIEW_LEVERAGE);
}

const Command command_leverage = {
    .name = "leverage",
    .summary = "who could move whom: what each lever would change",
    .arguments = "SCENARIO",
    .about =
        "Pulls each lever of a scenario that is not in force, drops each that is, and\n"
        "shows what that would change. With --claim, also finds the fewest levers that\n"
        "turn its verdict: pooled odds above or below one half. --draws are those of\n"
        "one case (1000).",
    .example = "  summitry leverage scenarios/alaska-2025.summit.yaml --claim few_open",
    .takes = TAKES_VARIATION | TAKES_DRAWS | TAKES_OUTPUT | TAKES_HTML | TAKES_DOCUMENTS |
             TAKES_CLAIM,
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
