/* SPDX-License-Identifier: Apache-2.0 */
/* summitry refit: a forecast's options fitted to past decisions of one's own. */
#include <unistd.h>

#include "progress.h"
#include "session.h"

static int run(const Settings *settings)
{
    SmyCases *cases = NULL;
    SmyResult *result = NULL;
    SmyError err = {0};
    SmyBacktestOptions options = settings->backtest;
    if (smy_cases_read(settings->arguments[0], &cases, &err) != SMY_OK)
        return session_complain(&err);
    options.seed = settings->run.seed;
    options.threads = settings->run.threads;
    progress_start(!settings->quiet && isatty(STDERR_FILENO));
    options.progress = progress_tick;
    SmyCode code = smy_refit(cases, "heaped", &options, &result, &err);
    progress_end();
    int status = code == SMY_OK
                     ? session_show(settings, smy_result_root(result), SMY_VIEW_REFIT)
                     : session_complain(&err);
    smy_result_free(result);
    smy_cases_free(cases);
    return status;
}

const Command command_refit = {
    .name = "refit",
    .summary = "fits the forecast to past decisions of your own",
    .arguments = "TABLE",
    .about =
        "Fits the options of heaped to a table of past decisions (docs/backtest.md): the\n"
        "most probable values given the outcomes and weak priors, with whole groups left\n"
        "out fold by fold to say what the fit is worth. Prints the options to use.",
    .example = "  summitry refit decisions.csv\n"
               "  summitry refit decisions.csv --capability equal --cv 20 --json",
    .takes = TAKES_REFIT | TAKES_OUTPUT,
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
