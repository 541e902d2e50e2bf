/* SPDX-License-Identifier: Apache-2.0 */
/* summitry check: is the file right, and does it quote its documents rightly? */
#include "session.h"

/* Under --strict a citation that could not be verified is a no. */
static bool is_verified(const SmyNode *tree)
{
    double citations = smy_node_number(smy_node_find(tree, "counts.citations"));
    double verified = smy_node_number(smy_node_find(tree, "counts.verified"));
    return verified >= citations;
}

static int run(const Settings *settings)
{
    SmyScenario *scenario = NULL;
    SmyResult *result = NULL;
    SmyError err = {0};
    int status = session_read(settings, &scenario);
    if (status == EXIT_DONE && smy_check(scenario, &result, &err) != SMY_OK)
        status = session_complain(&err);
    if (status == EXIT_DONE)
        status = session_show(settings, smy_result_root(result), SMY_VIEW_CHECK);
    if (status == EXIT_DONE && settings->strict && !is_verified(smy_result_root(result)))
        status = EXIT_NO;
    smy_result_free(result);
    smy_scenario_free(scenario);
    return status;
}

const Command command_check = {
    .name = "check",
    .summary = "validate a scenario and verify its citations",
    .arguments = "SCENARIO",
    .about =
        "Reads a scenario and lists everything that is wrong with it, each with its "
        "place.\n"
        "With --documents, finds the cited documents by their hash, verifies every\n"
        "citation and prints the quoted words beside the scenario's own. With --edited,\n"
        "a file of a document's name that was edited since is taken in its place, and\n"
        "quoted words are found again in it, with their distance. With --strict, a\n"
        "citation that could not be verified makes the exit status 1.",
    .example = "  summitry check scenarios/alaska-2025.summit.yaml --documents ~/sources",
    .takes = TAKES_OUTPUT | TAKES_DOCUMENTS | TAKES_STRICT,
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
