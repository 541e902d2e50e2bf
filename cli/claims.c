/* SPDX-License-Identifier: Apache-2.0 */
/* summitry claims: which claims hold, with what odds, under which model. */
#include "session.h"

/* Under --strict, a claim below even odds is a no. */
static bool all_hold(const SmyNode *tree)
{
    const SmyNode *claims = smy_node_get(tree, "claims");
    for (size_t c = 0; c < smy_node_size(claims); c++)
        if (smy_node_number(smy_node_find(smy_node_at(claims, c), "probability.pooled.p")) <
            .5)
            return false;
    return true;
}

static int run(const Settings *settings)
{
    Settings asked = *settings;
    SmyResult *result = NULL;
    asked.run.with_seats = false;
    asked.run.error_of_claims = true;
    int status = session_answer(&asked, SMY_VIEW_CLAIMS, &result);
    if (status == EXIT_DONE && settings->strict && !all_hold(smy_result_root(result)))
        status = EXIT_NO;
    smy_result_free(result);
    return status;
}

const Command command_claims = {
    .name = "claims",
    .summary = "which claims hold, with what odds, under which model",
    .arguments = "SCENARIO",
    .about =
        "Tests every claim of a scenario in every draw under every model. The odds are "
        "the\n"
        "share of draws in which a claim holds; the pooled odds are the mean of the "
        "models',\n"
        "and their interval is the lowest and the highest: a spread, not a confidence.\n"
        "With --strict, a claim below even odds makes the exit status 1.",
    .example = "  summitry claims scenarios/alaska-2025.summit.yaml --draws 20000",
    .takes = TAKES_VARIATION | TAKES_DRAWS | TAKES_POINTS | TAKES_ERROR | TAKES_OUTPUT |
             TAKES_DOCUMENTS | TAKES_STRICT,
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
