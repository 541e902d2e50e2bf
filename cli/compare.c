/* SPDX-License-Identifier: Apache-2.0 */
/* summitry compare: two accounts of one matter. */
#include "progress.h"
#include "session.h"

#include <unistd.h>

enum { ACCOUNT_DRAWS = 2000 };

static int ask(const Settings *settings, const SmyScenario *a, const SmyScenario *b,
               SmyResult **result)
{
    SmyRunOptions options = settings->run;
    SmyError err = {0};
    options.model_options = settings->model_options;
    if (!settings->draws_given)
        options.draws = ACCOUNT_DRAWS;
    progress_start(!settings->quiet && isatty(STDERR_FILENO));
    options.progress = progress_tick;
    SmyCode code = smy_compare(a, b, &options, result, &err);
    progress_end();
    return code == SMY_OK ? EXIT_DONE : session_complain(&err);
}

static int run(const Settings *settings)
{
    SmyScenario *a = NULL, *b = NULL;
    SmyResult *result = NULL;
    Settings second = *settings;
    second.arguments++;
    int status = session_read(settings, &a);
    if (status == EXIT_DONE)
        status = session_read(&second, &b);
    if (status == EXIT_DONE)
        status = ask(settings, a, b, &result);
    if (status == EXIT_DONE)
        status = session_show(settings, smy_result_root(result), SMY_VIEW_COMPARE);
    smy_result_free(result);
    smy_scenario_free(a);
    smy_scenario_free(b);
    return status;
}

const Command command_compare = {
    .name = "compare",
    .summary = "two accounts: what survives both, and which input turns the rest",
    .arguments = "SCENARIO OTHER",
    .about = "Compares two scenarios whose actors, issues and claims have the same ids:\n"
             "which inputs differ, which conclusions most models draw from both, and, for\n"
             "each drawn from one alone, the input that turns it, or the inputs that do\n"
             "together. --draws (2000) are for the odds shown beside.",
    .example = "  summitry compare scenarios/alaska-2025.summit.yaml \\\n"
               "      scenarios/alaska-2025-second.summit.yaml",
    .takes = TAKES_VARIATION | TAKES_DRAWS | TAKES_OUTPUT | TAKES_HTML | TAKES_DOCUMENTS,
    .least_arguments = 2,
    .most_arguments = 2,
    .run = run,
};
