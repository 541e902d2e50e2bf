/* SPDX-License-Identifier: Apache-2.0 */
/* summitry levers: which input, moved where, helps an actor most. */
#include <stdio.h>
#include <unistd.h>

#include "progress.h"
#include "session.h"

static int answer(const Settings *settings, const SmyScenario *scenario, SmyResult **result)
{
    SmySensitivityOptions options = settings->sensitivity;
    SmyError err = {0};
    options.run = settings->run;
    options.run.model_options = settings->model_options;
    progress_start(!settings->quiet && isatty(STDERR_FILENO));
    options.run.progress = progress_tick;
    SmyCode code =
        smy_levers(scenario, settings->for_actor, settings->of, &options, result, &err);
    progress_end();
    return code == SMY_OK ? EXIT_DONE : session_complain(&err);
}

static int run(const Settings *settings)
{
    SmyScenario *scenario = NULL;
    SmyResult *result = NULL;
    if (!settings->for_actor) {
        fprintf(stderr, "summitry levers: --for is missing: whom it should help\n"
                        "  such as --for ukraine\n");
        return EXIT_BAD;
    }
    int status = session_read(settings, &scenario);
    if (status == EXIT_DONE)
        status = answer(settings, scenario, &result);
    if (status == EXIT_DONE)
        status = session_show(settings, smy_result_root(result), SMY_VIEW_LEVERS);
    smy_result_free(result);
    smy_scenario_free(scenario);
    return status;
}

const Command command_levers = {
    .name = "levers",
    .summary = "which input, moved where, helps an actor most",
    .arguments = "SCENARIO --for ACTOR",
    .about =
        "Moves each input alone through its range, all others at their points, and says "
        "where\nthe actor gains most by it: its own inputs and others' apart, the change "
        "under each\nmodel, and where the answer jumps. With --of, another answer than "
        "the actor's gain.",
    .example = "  summitry levers scenarios/alaska-2025.summit.yaml --for ukraine",
    .takes = TAKES_VARIATION | TAKES_MODELS | TAKES_GAME | TAKES_OUTPUT | TAKES_DOCUMENTS |
             TAKES_QUESTION | TAKES_LEVERS,
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
