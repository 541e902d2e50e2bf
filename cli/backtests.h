/* SPDX-License-Identifier: Apache-2.0 */
/* Back-tests of tables of past decisions, for the commands that show them. */
#ifndef CLI_BACKTESTS_H
#define CLI_BACKTESTS_H

#include "command.h"
#include "server/text.h"

/** Asks with progress on standard error. Returns EXIT_DONE, or says why not. */
int backtests_ask(const Settings *settings, const SmyCases *cases, SmyResult **result);

/**
 * Adds [{"file", "sha256", "issues", "decided", "tree"}], the finished back-test of each table of
 * --decisions. Returns EXIT_DONE, or says why not.
 */
int backtests_write(Text *text, const Settings *settings);

#endif
