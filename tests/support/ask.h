/* SPDX-License-Identifier: Apache-2.0 */
/* Asking a scenario given as text, and looking at the answer. */
#ifndef SUPPORT_ASK_H
#define SUPPORT_ASK_H

#include "summitry/summitry.h"
#include "support/support.h"

/** Parses, or fails the test with the complaint. The caller frees it. */
SmyScenario *ask_parse(const char *text);
/** Parses and runs (options NULL: points only, all models, seats and claims). */
SmyResult *ask(const char *text, const SmyRunOptions *options);
/** The options of ask(): points only, these models (NULL: all). */
SmyRunOptions ask_points(const char *models);

/** Number, text or truth at a path of the answer; the test fails where nothing is there. */
double ask_number(const SmyResult *result, const char *path);
const char *ask_text(const SmyResult *result, const char *path);
bool ask_bool(const SmyResult *result, const char *path);
/** Entries or members there. */
size_t ask_size(const SmyResult *result, const char *path);
/** The whole tree as JSON; the caller frees it. */
char *ask_json(const SmyResult *result);

#endif
