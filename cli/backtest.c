/* SPDX-License-Identifier: Apache-2.0 */
/* summitry backtest: how well each model foretells decisions whose outcomes are known. */
#include "backtests.h"
#include "session.h"

static int run(const Settings *settings)
{
    SmyCases *cases = NULL;
    SmyResult *result = NULL;
    SmyError err = {0};
    if (smy_cases_read(settings->arguments[0], &cases, &err) != SMY_OK)
        return session_complain(&err);
    int status = backtests_ask(settings, cases, &result);
    if (status == EXIT_DONE)
        status = session_show(settings, smy_result_root(result), SMY_VIEW_BACKTEST);
    smy_result_free(result);
    smy_cases_free(cases);
    return status;
}

const Command command_backtest = {
    .name = "backtest",
    .summary = "how well each model foretells decisions whose outcomes are known",
    .arguments = "TABLE",
    .about =
        "Reads a table of past decisions (docs/backtest.md: one row an issue and actor, "
        "or\n"
        "the wide table of DEU III), forecasts each with every model, and scores the\n"
        "forecasts. Differences to the baseline are resampled by whole groups of issues.\n"
        "A model with fitted options is shown twice: as it stands, and refitted without "
        "the\n"
        "groups that it then forecasts.",
    .example = "  summitry backtest docs/decisions.csv --models mean,median,heaped\n"
               "  summitry backtest issues.csv --capability equal --html backtest.html",
    .takes = TAKES_MODELS | TAKES_BACKTEST | TAKES_OUTPUT | TAKES_HTML,
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
