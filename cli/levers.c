/* SPDX-License-Identifier: Apache-2.0 */
/* summitry levers: which input, moved where, helps an actor most. */
#include <stdio.h>

#include "session.h"

static SmyCode ask(const Settings *settings, const SmyScenario *scenario,
                   const SmyRunOptions *options, SmyResult **result, SmyError *err)
{
    SmySensitivityOptions asked = settings->sensitivity;
    asked.run = *options;
    return smy_levers(scenario, settings->for_actor, settings->of, &asked, result, err);
}

static int run(const Settings *settings)
{
    if (!settings->for_actor) {
        fprintf(stderr, "summitry levers: --for is missing: whom it should help\n"
                        "  such as --for ukraine\n");
        return EXIT_BAD;
    }
    return session_inquire(settings, settings->run.draws, ask, SMY_VIEW_LEVERS);
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
             TAKES_QUESTION | TAKES_LEVERS | TAKES_HTML,
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
