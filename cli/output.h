/* SPDX-License-Identifier: Apache-2.0 */
/* Where output goes: standard output, files that appear whole or not at all. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "command.h"

/** An SmyWriteFn onto the FILE that is the cookie. */
SmyCode output_write(void *cookie, const char *bytes, size_t length);

typedef SmyCode OutputFn(const SmyNode *tree, SmyWriteFn *write, void *cookie);

/** Writes a report to a file, by way of a temporary one beside it. Returns the exit status. */
int output_file(const char *path, OutputFn *report, const SmyNode *tree);

/** The same for bytes that are ready. */
int output_bytes(const char *path, const char *bytes, size_t length);

/** Columns of the terminal on standard output: its own, else $COLUMNS, else 80. */
int output_width(void);
/** True on a terminal, unless NO_COLOR is set or TERM is dumb. */
bool output_wants_color(void);

#endif
