/* SPDX-License-Identifier: Apache-2.0 */
/* summitry leverage: who could move whom. */
#include "progress.h"
#include "session.h"

#include <unistd.h>

enum { CASE_DRAWS = 1000 };

static int ask(const Settings *settings, const SmyScenario *scenario, SmyResult **result)
{
    SmyRunOptions options = settings->run;
    SmyError err = {0};
    options.model_options = settings->model_options;
    if (!settings->draws_given)
        options.draws = CASE_DRAWS;
    progress_start(!settings->quiet && isatty(STDERR_FILENO));
    options.progress = progress_tick;
    SmyCode code = smy_leverage(scenario, &options, settings->claim, result, &err);
    progress_end();
    return code == SMY_OK ? EXIT_DONE : session_complain(&err);
}

static int run(const Settings *settings)
{
    SmyScenario *scenario = NULL;
    SmyResult *result = NULL;
    int status = session_read(settings, &scenario);
    if (status == EXIT_DONE)
        status = ask(settings, scenario, &result);
    if (status == EXIT_DONE)
        status = session_show(settings, smy_result_root(result), SMY_VIEW_LEVERAGE);
    smy_result_free(result);
    smy_scenario_free(scenario);
    return status;
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
    .takes = TAKES_VARIATION | TAKES_DRAWS | TAKES_OUTPUT | TAKES_DOCUMENTS | TAKES_CLAIM,
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
