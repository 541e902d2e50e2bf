/* SPDX-License-Identifier: Apache-2.0 */
/* How the models fare on a table of past decisions: read from JSON, and asked as the command asks it. */
#include "backtest.h"

#include "body.h"
#include "question.h"

enum { MOST_RESAMPLES = 1000000, MOST_FOLDS = 1000, MOST_BASELINE = 64 };

static void read_folds(const SmyNode *body, unsigned *folds, Reply *reply)
{
    uint64_t n = *folds;
    body_whole(body, "folds", MOST_FOLDS, &n, reply);
    if (n == 1)
        reply_refuse(reply, 400, "bad_value", "0 refits nothing",
                     "\"folds\" is 1; it is 0, or 2 to %d", MOST_FOLDS);
    *folds = (unsigned)n;
}

static void read_fields(const SmyNode *body, Backtest *backtest, Reply *reply)
{
    static const char *const known[] = {"models",     "model_options", "seed",
                                        "capability", "baseline",      "folds",
                                        "resamples",  "cases",         "client",
                                        NULL},
                             *const capabilities[] = {"column", "equal", NULL};
    SmyBacktestOptions *options = &backtest->options;
    int capability = options->equal_capability;
    body_only(body, known, reply);
    body_whole(body, "seed", MOST_SEED, &options->seed, reply);
    body_choice(body, "capability", capabilities, &capability, reply);
    body_text(body, "baseline", MOST_BASELINE, &options->baseline, reply);
    body_whole(body, "resamples", MOST_RESAMPLES, &options->resamples, reply);
    body_bool(body, "cases", &options->with_cases, reply);
    body_text(body, "client", MOST_CLIENT, &backtest->client, reply);
    choice_read(body, &backtest->choice, reply);
    if (reply_is_open(reply))
        read_folds(body, &options->folds, reply);
    options->equal_capability = capability == 1;
    options->models = backtest->choice.models.bytes;
    options->model_options = backtest->choice.options;
    options->n_model_options = backtest->choice.n_options;
}

bool backtest_read(const char *text, size_t length, bool equal_capability,
                   Backtest *backtest, Reply *reply)
{
    *backtest = (Backtest){0};
    smy_backtest_options_init(&backtest->options);
    backtest->options.equal_capability = equal_capability;
    backtest->body = body_read(text, length, reply);
    if (backtest->body)
        read_fields(smy_result_root(backtest->body), backtest, reply);
    if (reply_is_open(reply))
        return true;
    backtest_free(backtest);
    return false;
}

void backtest_free(Backtest *backtest)
{
    choice_free(&backtest->choice);
    smy_result_free(backtest->body);
    *backtest = (Backtest){0};
}

SmyCode backtest_ask(const Backtest *backtest, const SmyCases *cases,
                     const SmyRunOptions *options, SmyResult **out, SmyError *err)
{
    SmyBacktestOptions own = backtest->options;
    own.threads = options->threads;
    own.progress = options->progress;
    own.cookie = options->cookie;
    return smy_backtest(cases, &own, out, err);
}

static bool stop_at_once(void *cookie, const char *what, uint64_t done, uint64_t total)
{
    (void)cookie, (void)what, (void)done, (void)total;
    return false;
}

SmyCode backtest_check(const Backtest *backtest, const SmyCases *cases,
                       const SmyRunOptions *options, SmyError *err)
{
    SmyRunOptions own = {.threads = options->threads, .progress = stop_at_once};
    SmyResult *result = NULL;
    SmyCode code = backtest_ask(backtest, cases, &own, &result, err);
    smy_result_free(result);
    return code == SMY_ERR_CANCELLED ? SMY_OK : code;
}
