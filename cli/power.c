/* SPDX-License-Identifier: Apache-2.0 */
/* summitry power: how much each vote and each veto decides. */
#include "session.h"

static int run(const Settings *settings)
{
    SmyScenario *scenario = NULL;
    SmyResult *result = NULL;
    SmyError err = {0};
    int status = session_read(settings, &scenario);
    if (status == EXIT_DONE && smy_power(scenario, settings->run.language,
                                         settings->run.seed, &result, &err) != SMY_OK)
        status = session_complain(&err);
    if (status == EXIT_DONE)
        status = session_show(settings, smy_result_root(result), SMY_VIEW_POWER);
    smy_result_free(result);
    smy_scenario_free(scenario);
    return status;
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
    .takes = TAKES_OUTPUT | TAKES_VARIATION,
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
