/* SPDX-License-Identifier: Apache-2.0 */
/* Result trees for the tests of reports: read, bent out of shape, shown. */
#ifndef SUPPORT_REPORTS_H
#define SUPPORT_REPORTS_H

#include <jansson.h>

#include "summitry/report.h"

/** tests/data/report/NAME as JSON; fails the test where it cannot be read. Caller decrefs. */
json_t *report_json(const char *name);
/** Every number below it becomes null. */
void report_without_numbers(json_t *value);
/** Every text that a person reads (names, titles, says, why ...) becomes `text`. */
void report_with_texts(json_t *value, const char *text);
/** The tree of a JSON value; the caller frees it. */
SmyResult *report_tree(const json_t *json);

/** What a report wrote; initialise with {0}, free text with free(). */
typedef struct Shown {
    char *text; /* closed by NUL */
    size_t length, room;
} Shown;

/** A SmyWriteFn; its cookie is a Shown. */
SmyCode report_keep(void *cookie, const char *bytes, size_t length);
/** The text of a terminal report; fails the test on an error. The caller frees it. */
char *report_terminal(const SmyNode *tree, SmyView view, int width, bool color);
/** Columns of a line that ends at a line feed: two for East Asian wide, by its own short table. */
int report_columns(const char *line);
/** What stands in a text between two marks; fails the test where one is missing. The caller frees it. */
char *report_between(const char *text, const char *from, const char *to);
/**
 * Compares with the snapshot tests/data/report/NAME; writes it instead when the environment
 * has SMY_SNAPSHOT=write. A snapshot is what the program printed, looked at by a person.
 */
void report_snapshot(const char *name, const char *text);

#endif
