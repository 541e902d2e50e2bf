/* SPDX-License-Identifier: Apache-2.0 */
/* What would have to be true: the least change of one input alone that turns a claim's verdict. */
#ifndef SMYI_ANALYSIS_FLIPS_H
#define SMYI_ANALYSIS_FLIPS_H

#include "analysis/asked.h"

enum { SMYI_FLIPS_TOLD = 5, SMYI_FLIPS_MOST_TOLD = 3 /* inputs a claim */ };

/** One input that turns a claim's verdict under one model, all else at its point. */
typedef struct SmyiFlip {
    int input;
    size_t claim, solver;
    double from, to; /* the input's unit: its point, and where the verdict has turned */
    double distance; /* |to - from| as a share of what the input may be, 0..1 */
    bool within;     /* `to` lies in the input's own range */
} SmyiFlip;

typedef struct SmyiFlips {
    size_t n, n_most;
    SmyiFlip *list; /* by claim; the input with the nearest flip first, then by distance */
    SmyiFlip
        *most; /* the same of what most of the models asked say; solver means nothing */
} SmyiFlips;

/**
 * Sorts by claim and distance and keeps the flips of the first `most` (up to SMYI_FLIPS_TOLD)
 * inputs of every claim: how many stay.
 */
size_t smyi_flips_nearest(SmyiFlip *list, size_t n, size_t most);

/**
 * Moves each input of the frame alone through all that it may be (smyi_ignorance(), and its own
 * range and point): 16 equal steps, then towards the point the bracket in which the verdict
 * turns is cut by 17 four times, to a millionth. At most SMYI_FLIPS_TOLD inputs a claim, chosen
 * on the steps: what turns and turns back between two of them is not seen. Models that iterate
 * are not asked. SMY_OK or SMY_ERR_NOMEM. Cost: 16 solves an input and model, 64 a flip; of
 * what most say 16 more of every model.
 */
SmyCode smyi_flips(const SmyiFrame *frame, const SmyiSolver *solvers, size_t n_solvers,
                   SmyiArena *mem, SmyiFlips *out);

#endif
