/* SPDX-License-Identifier: Apache-2.0 */
/* summitry run: the whole answer. */
#include "session.h"

static int run(const Settings *settings)
{
    SmyResult *result = NULL;
    Settings asked = *settings;
    SmyView view = SMY_VIEW_RUN;
    if (asked.run.with_rounds) {
        view = SMY_VIEW_ROUNDS;
        asked.run.with_seats = false;
        asked.run.matter_budget = 0;
        if (!asked.draws_given)
            asked.run.draws = 0;
    }
    int status = session_answer(&asked, view, &result);
    smy_result_free(result);
    return status;
}

const Command command_run = {
    .name = "run",
    .summary = "the whole answer: outcomes, gains, seats, claims, evidence",
    .arguments = "SCENARIO",
    .about =
        "Solves a scenario with every model side by side: what is settled and what stays\n"
        "open, who gains and who loses against the status quo, what each seat is worth,\n"
        "and which claims hold with what odds. Ctrl-C shows what is done so far.",
    .example = "  summitry run scenarios/alaska-2025.summit.yaml --html report.html\n"
               "  summitry run my.summit.yaml --draws 0 --models mean,nash --json\n"
               "  summitry run my.summit.yaml --rounds --models challenge",
    .takes = TAKES_VARIATION | TAKES_DRAWS | TAKES_POINTS | TAKES_ERROR | TAKES_SEATS |
             TAKES_ROUNDS | TAKES_OUTPUT | TAKES_FILES | TAKES_DOCUMENTS,
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
