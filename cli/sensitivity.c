/* SPDX-License-Identifier: Apache-2.0 */
/* summitry sensitivity: which inputs an answer hangs on, and by how much. */
#include <stdio.h>
#include <unistd.h>

#include "progress.h"
#include "session.h"

static int answer(const Settings *settings, const SmyScenario *scenario, SmyResult **result)
{
    SmySensitivityOptions options = settings->sensitivity;
    SmyError err = {0};
    SmyPoints points = settings->points_given ? settings->run.points : options.run.points;
    options.run = settings->run;
    options.run.points = points;
    options.run.model_options = settings->model_options;
    progress_start(!settings->quiet && isatty(STDERR_FILENO));
    options.run.progress = progress_tick;
    SmyCode code = smy_sensitivity(scenario, settings->of, &options, result, &err);
    progress_end();
    return code == SMY_OK ? EXIT_DONE : session_complain(&err);
}

static int run(const Settings *settings)
{
    SmyScenario *scenario = NULL;
    SmyResult *result = NULL;
    if (!settings->of) {
        fprintf(stderr, "summitry sensitivity: --of is missing: what is asked about\n"
                        "  such as --of \"gain: ukraine\" or --of claim:ID\n");
        return EXIT_BAD;
    }
    int status = session_read(settings, &scenario);
    if (status == EXIT_DONE)
        status = answer(settings, scenario, &result);
    if (status == EXIT_DONE)
        status = session_show(settings, smy_result_root(result), SMY_VIEW_SENSITIVITY);
    smy_result_free(result);
    smy_scenario_free(scenario);
    return status;
}

const Command command_sensitivity = {
    .name = "sensitivity",
    .summary = "which inputs an answer hangs on, and by how much",
    .arguments = "SCENARIO --of QUESTION",
    .about =
        "Takes the spread of an answer apart: which inputs make it, how much of it each "
        "one,\nand whether they are cited or judged. The question is anything that a claim "
        "can name:\n\"gain: A\", \"outcome: I\", \"seat_value: [A, B]\", "
        "\"{gain: A, above: 0}\", claim:ID.\n"
        "sobol: shares of the variance, by input, actor and issue, and of the choice of a\n"
        "model; morris: mean effects along random paths, for many inputs; tornado: each "
        "input\nalone from its low end to its high one.",
    .example =
        "  summitry sensitivity scenarios/alaska-2025.summit.yaml --of \"gain: ukraine\"\n"
        "  summitry sensitivity my.summit.yaml --of claim:win_win --method tornado",
    .takes = TAKES_VARIATION | TAKES_MODELS | TAKES_GAME | TAKES_POINTS | TAKES_OUTPUT |
             TAKES_DOCUMENTS | TAKES_SENSITIVITY,
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
