/* SPDX-License-Identifier: Apache-2.0 */
/* How far long work is, told to the caller in its own units. */
#ifndef SMYI_ANALYSIS_PROGRESS_H
#define SMYI_ANALYSIS_PROGRESS_H

#include "base/parallel.h"
#include "summitry/run.h"

typedef struct SmyiProgress {
    SmyProgressFn *say; /* NULL: nobody listens */
    void *cookie;
    const char *what;     /* what is being counted */
    uint64_t step, total; /* units a piece, and in all; set by whoever runs the loop */
    bool stopped;         /* the listener asked to stop */
} SmyiProgress;

/** An SmyiTickFn whose cookie is a SmyiProgress. */
bool smyi_progress_tick(void *cookie, size_t done);

#endif
