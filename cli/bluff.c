/* SPDX-License-Identifier: Apache-2.0 */
/* summitry bluff: what is said against what is meant. */
#include "progress.h"
#include "session.h"

#include <unistd.h>

enum { BELIEF_DRAWS = 1000 };

static int ask(const Settings *settings, const SmyScenario *scenario, SmyResult **result)
{
    SmyRunOptions options = settings->run;
    SmyError err = {0};
    options.model_options = settings->model_options;
    if (!settings->draws_given)
        options.draws = BELIEF_DRAWS;
    progress_start(!settings->quiet && isatty(STDERR_FILENO));
    options.progress = progress_tick;
    SmyCode code = smy_bluff(scenario, &options, result, &err);
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
        status = session_show(settings, smy_result_root(result), SMY_VIEW_BLUFF);
    smy_result_free(result);
    smy_scenario_free(scenario);
    return status;
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
