/* SPDX-License-Identifier: Apache-2.0 */
/* summitry power: how much each vote and each veto decides. */
#include "session.h"

static SmyCode ask(const Settings *settings, const SmyScenario *scenario,
                   const SmyRunOptions *options, SmyResult **result, SmyError *err)
{
    (void)settings;
    return smy_power(scenario, options->language, options->seed, result, err);
}

static int run(const Settings *settings)
{
    return session_inquire(settings, settings->run.draws, ask, SMY_VIEW_POWER);
}

const Command command_power = {
    .name = "power",
    .summary = "how much each vote and each veto of the procedure decides",
    .arguments = "SCENARIO",
    .about =
        "Shapley-Shubik, Penrose and Banzhaf indices under the criteria of the file's\n"
        "procedure, with its veto players: exact for any number of criteria, sampled\n"
        "with standard errors where a body is too large to count.",
    .example = "  summitry power scenarios/tobacco-advertising-1997.summit.yaml",
    .takes = TAKES_OUTPUT | TAKES_HTML | TAKES_VARIATION,
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
