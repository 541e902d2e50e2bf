/* SPDX-License-Identifier: Apache-2.0 */
/* Command-line options: one table for reading them and for --help. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdio.h>

#include "command.h"

/**
 * Reads the options of `command` (argv[0] is its name). Returns EXIT_DONE, or EXIT_BAD having
 * said why on standard error; *help is set where --help was given.
 */
int options_read(const Command *command, int argc, char **argv, Settings *settings,
                 bool *help);

/** Usage, options and example of a command. */
void options_help(FILE *stream, const Command *command);

#endif
