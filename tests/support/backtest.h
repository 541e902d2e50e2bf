/* SPDX-License-Identifier: Apache-2.0 */
/* Asking a back-test of a table, and looking at its answer; what is missing fails the test. */
#ifndef SUPPORT_BACKTEST_H
#define SUPPORT_BACKTEST_H

#include "summitry/summitry.h"

/** Reads and back-tests a table. The caller frees the result. */
SmyResult *answer_to(const char *path, const SmyBacktestOptions *options);
/** A model of the answer, a number of it, and one issue of it (of an answer with cases). */
const SmyNode *model_of(const SmyResult *result, const char *id);
double number_of(const SmyResult *result, const char *model, const char *path);
const SmyNode *case_of(const SmyResult *result, const char *model, const char *issue);

#endif
