/* SPDX-License-Identifier: Apache-2.0 */
/* Progress of long work on standard error, and Ctrl-C. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

/** From here on an interrupt stops the work instead of the program; a second one ends it. */
void progress_start(bool visible);
/** An SmyProgressFn. */
bool progress_tick(void *cookie, const char *what, uint64_t done, uint64_t total);
/** Clears the line and gives Ctrl-C its usual meaning back. */
void progress_end(void);

#endif
