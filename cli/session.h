/* SPDX-License-Identifier: Apache-2.0 */
/* What the commands that question a scenario share: reading it, running, showing. */
#ifndef CLI_SESSION_H
#define CLI_SESSION_H

#include "command.h"

/**
 * Reads the scenario named in the first argument. Complaints go to standard error. Returns
 * EXIT_DONE, or the exit status with *scenario NULL.
 */
int session_read(const Settings *settings, SmyScenario **scenario);

/** Runs with progress on standard error; an interrupt asks for what is done so far. */
int session_run(const Settings *settings, const SmyScenario *scenario, SmyResult **result);

/**
 * Shows a tree: JSON, or the terminal's view of it on standard output; and the files asked
 * for. Files appear whole or not at all. Returns the exit status.
 */
int session_show(const Settings *settings, const SmyNode *tree, SmyView view);

/** Reads, runs and shows: the commands that differ only in what they ask and look at. */
int session_answer(const Settings *settings, SmyView view, SmyResult **result);

/** One question of the library: its answer in *result. `options` are those of the command line. */
typedef SmyCode SessionAsk(const Settings *settings, const SmyScenario *scenario,
                           const SmyRunOptions *options, SmyResult **result, SmyError *err);

/**
 * Reads the scenario, asks with progress on standard error, and shows the answer. `draws` are
 * those of a command line that names none. Returns the exit status.
 */
int session_inquire(const Settings *settings, uint64_t draws, SessionAsk *ask,
                    SmyView view);

/** Says an error on standard error; returns the exit status that fits its code. */
int session_complain(const SmyError *err);

#endif
