/* SPDX-License-Identifier: Apache-2.0 */
/* summitry table: what every seat is worth, and which table would be best. */
#include "session.h"

enum { CHANCE_DRAWS = 1000 };

static int run(const Settings *settings)
{
    Settings asked = *settings;
    SmyResult *result = NULL;
    asked.run.table_draws = settings->draws_given ? settings->run.draws : CHANCE_DRAWS;
    asked.run.draws = 0;
    asked.run.with_claims = false;
    asked.run.seat_budget = UINT64_C(1) << 24; /* exact to 20 candidates, for every model */
    int status = session_answer(&asked, SMY_VIEW_TABLE, &result);
    smy_result_free(result);
    return status;
}

const Command command_table = {
    .name = "table",
    .summary = "what each seat is worth to whom, and the best table for each aim",
    .arguments = "SCENARIO",
    .about = "Solves every table that could be made of the candidates (2^k of them, exact "
             "to 20)\n"
             "under every model: what a seat is worth to each actor, what being left out "
             "costs,\n"
             "Shapley averages over all orders of sitting down, and the best table by "
             "least gain,\n"
             "by issues settled, and by chance of agreement (--draws a table: 1000; 0: not "
             "asked).",
    .example = "  summitry table scenarios/alaska-2025.summit.yaml --models mean,nash",
    .takes = TAKES_VARIATION | TAKES_DRAWS | TAKES_OUTPUT | TAKES_DOCUMENTS,
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
