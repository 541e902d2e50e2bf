/* SPDX-License-Identifier: Apache-2.0 */
/* Draws of the inputs, solved with every model: what came of each, kept for summing up. */
#ifndef SMYI_ANALYSIS_MONTE_CARLO_H
#define SMYI_ANALYSIS_MONTE_CARLO_H

#include <stdint.h>

#include "analysis/frame.h"
#include "analysis/points.h"
#include "analysis/progress.h"
#include "analysis/solvers.h"

enum { SMYI_DRAWS_A_PIECE = 8 * SMYI_BLOCK };

/** What the draws gave under one model. */
typedef struct SmyiTally {
    double *gain;      /* [actors x draws] total gain, points; NaN undefined */
    double *point;     /* [issues x draws] where the issue ends, unit of the file */
    double *solution;  /* [issues x draws] what the model gave, before limits and blocks */
    uint64_t agreed;   /* draws with an agreement */
    uint64_t *settled; /* [issues] draws in which it is settled */
    uint64_t *holds, *undefined; /* [claims] */
    double *mass; /* [issues x SMYI_GRID] mean distribution; NULL: the model gives points */
} SmyiTally;

typedef struct SmyiMonteCarlo {
    uint64_t asked, done; /* draws */
    void *parts;          /* what each piece of draws adds, for going on */
    SmyiTally *tally;     /* [n_solvers] rows are `asked` long; the first `done` count */
    /* whose draws need not be made again, and what shall hold these (kept.h); NULL: nothing.
       With either, *out is otherwise {0} and all draws are made in one call. */
    const struct SmyKept *kept;
    struct SmyKept *keeps;
} SmyiMonteCarlo;

/**
 * Draws 0..draws-1 of `points`, each solved by every solver at the file's table. Results are the
 * same for any number of threads. `claims` [claims]: which are asked in every draw; NULL: none.
 * Stopped by progress: `done` draws, a multiple of SMYI_BLOCK.
 * *out is {0}, or what an earlier call left that differed in `draws` alone: then only the draws
 * beyond are made, and the result is that of one call. The earlier number must then be a
 * multiple of SMYI_DRAWS_A_PIECE.
 * Returns SMY_OK (also when stopped) or SMY_ERR_NOMEM.
 */
SmyCode smyi_monte_carlo(const SmyiFrame *frame, const SmyiSolver *solvers,
                         size_t n_solvers, const SmyiPoints *points, uint64_t draws,
                         const bool *claims, unsigned threads, SmyiProgress *progress,
                         SmyiArena *mem, SmyiMonteCarlo *out);

#endif
