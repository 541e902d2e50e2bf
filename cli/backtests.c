/* SPDX-License-Identifier: Apache-2.0 */
/* Back-tests of tables of past decisions, for the commands that show them. */
#include "backtests.h"

#include <string.h>
#include <unistd.h>

#include "progress.h"
#include "session.h"

int backtests_ask(const Settings *settings, const SmyCases *cases, SmyResult **result)
{
    SmyBacktestOptions options = settings->backtest;
    SmyError err = {0};
    options.seed = settings->run.seed;
    options.threads = settings->run.threads;
    options.models = settings->run.models;
    options.model_options = settings->model_options;
    options.n_model_options = settings->run.n_model_options;
    progress_start(!settings->quiet && isatty(STDERR_FILENO));
    options.progress = progress_tick;
    SmyCode code = smy_backtest(cases, &options, result, &err);
    progress_end();
    return code == SMY_OK ? EXIT_DONE : session_complain(&err);
}

static void write_one(Text *text, const char *path, const SmyCases *cases,
                      const SmyNode *tree)
{
    const char *slash = strrchr(path, '/');
    text_print(text, "{\"file\":");
    text_quote(text, slash ? slash + 1 : path);
    text_print(text, ",\"sha256\":");
    text_quote(text, smy_cases_sha256(cases));
    text_print(text, ",\"issues\":%zu,\"decided\":%zu,\"tree\":", smy_cases_issues(cases),
               smy_cases_decided(cases));
    text_node(text, tree);
    text_print(text, "}");
}

int backtests_write(Text *text, const Settings *settings)
{
    int status = EXIT_DONE;
    text_add(text, "[", 1);
    for (size_t d = 0; d < settings->n_decisions && status == EXIT_DONE; d++) {
        const char *path = settings->decisions[d];
        SmyCases *cases = NULL;
        SmyResult *result = NULL;
        SmyError err = {0};
        text_add(text, ",", d > 0);
        status = smy_cases_read(path, &cases, &err) == SMY_OK
                     ? backtests_ask(settings, cases, &result)
                     : session_complain(&err);
        if (status == EXIT_DONE)
            write_one(text, path, cases, smy_result_root(result));
        smy_result_free(result);
        smy_cases_free(cases);
    }
    text_add(text, "]", 1);
    return status;
}
