/* SPDX-License-Identifier: Apache-2.0 */
/* summitry sensitivity: which inputs an answer hangs on, and by how much. */
#include <stdio.h>

#include "session.h"

static SmyCode ask(const Settings *settings, const SmyScenario *scenario,
                   const SmyRunOptions *options, SmyResult **result, SmyError *err)
{
    SmySensitivityOptions asked = settings->sensitivity;
    SmyPoints points = settings->points_given ? options->points : asked.run.points;
    asked.run = *options;
    asked.run.points = points;
    return smy_sensitivity(scenario, settings->of, &asked, result, err);
}

static int run(const Settings *settings)
{
    if (!settings->of) {
        fprintf(stderr, "summitry sensitivity: --of is missing: what is asked about\n"
                        "  such as --of \"gain: ukraine\" or --of claim:ID\n");
        return EXIT_BAD;
    }
    return session_inquire(settings, settings->run.draws, ask, SMY_VIEW_SENSITIVITY);
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
        "  summitry sensitivity my.summit.yaml --of claim:win_win --method tornado \\\n"
        "      --html sensitivity.html",
    .takes = TAKES_VARIATION | TAKES_MODELS | TAKES_GAME | TAKES_POINTS | TAKES_OUTPUT |
             TAKES_DOCUMENTS | TAKES_SENSITIVITY | TAKES_HTML,
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
