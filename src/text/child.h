/* SPDX-License-Identifier: Apache-2.0 */
/* Another program as a child: bytes in, bytes out, within bounds of time and size. */
#ifndef SMYI_TEXT_CHILD_H
#define SMYI_TEXT_CHILD_H

#include <stddef.h>

#include "text/bytes.h"

typedef enum SmyiChildEnd {
    SMYI_CHILD_DONE,     /* it ended by itself: see status */
    SMYI_CHILD_NONE,     /* there is no such program */
    SMYI_CHILD_TOO_LONG, /* stopped: it took longer than most_ms */
    SMYI_CHILD_TOO_MUCH, /* stopped: it wrote more than out->most */
    SMYI_CHILD_FAILED,   /* no pipe, no process, no memory */
} SmyiChildEnd;

typedef struct SmyiChild {
    const char *program;          /* looked for in PATH */
    const char *const *arguments; /* the program's name first; NULL-terminated */
    const char *input;            /* its standard input */
    size_t n_input;
    int most_ms;
    int status;        /* exit status; 128 and the signal where one ended it */
    char errors[1024]; /* the beginning of its standard error */
} SmyiChild;

/**
 * Runs the program to its end; what it writes goes to `out`. It and what it started are killed
 * where a bound is passed. No shell, no file, an environment of PATH and LC_ALL alone. May be called from
 * several threads.
 */
SmyiChildEnd smyi_child_run(SmyiChild *child, SmyiBytes *out);

#endif
