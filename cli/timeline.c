/* SPDX-License-Identifier: Apache-2.0 */
/* summitry timeline: the answer as of each date. */
#include "progress.h"
#include "session.h"

#include <unistd.h>

enum { STATE_DRAWS = 2000 };

static int ask(const Settings *settings, const SmyScenario *scenario, SmyResult **result)
{
    SmyRunOptions options = settings->run;
    SmyError err = {0};
    options.model_options = settings->model_options;
    if (!settings->draws_given)
        options.draws = STATE_DRAWS;
    progress_start(!settings->quiet && isatty(STDERR_FILENO));
    options.progress = progress_tick;
    SmyCode code = smy_timeline(scenario, &options, result, &err);
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
        status = session_show(settings, smy_result_root(result), SMY_VIEW_TIMELINE);
    smy_result_free(result);
    smy_scenario_free(scenario);
    return status;
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
