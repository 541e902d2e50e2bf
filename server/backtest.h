/* SPDX-License-Identifier: Apache-2.0 */
/* How the models fare on a table of past decisions: the schema Backtest of docs/api/openapi.yaml. */
#ifndef SERVER_BACKTEST_H
#define SERVER_BACKTEST_H

#include "choice.h"

typedef struct Backtest {
    SmyBacktestOptions options; /* threads, progress and cookie are the caller's to set */
    const char *client;         /* NULL: nobody */
    /* what the above points into */
    SmyResult *body;
    Choice choice;
} Backtest;

/**
 * Reads what is asked; `equal_capability` where the request does not say. False: refused through
 * `reply`, and nothing is to be freed. Names of models and options are looked at when it is run.
 */
bool backtest_read(const char *text, size_t length, bool equal_capability,
                   Backtest *backtest, Reply *reply);
void backtest_free(Backtest *backtest);

/** What `summitry backtest --json` prints. `options` adds threads, progress and cookie. */
SmyCode backtest_ask(const Backtest *backtest, const SmyCases *cases,
                     const SmyRunOptions *options, SmyResult **out, SmyError *err);

/** SMY_OK where it fits the table, else what asking it would say. Cost: before the first fit. */
SmyCode backtest_check(const Backtest *backtest, const SmyCases *cases,
                       const SmyRunOptions *options, SmyError *err);

#endif
