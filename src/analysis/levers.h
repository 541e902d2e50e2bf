/* SPDX-License-Identifier: Apache-2.0 */
/* Levers: what moving one input alone does to an answer, where it is best, where it jumps. */
#ifndef SMYI_ANALYSIS_LEVERS_H
#define SMYI_ANALYSIS_LEVERS_H

#include "analysis/asked.h"
#include "analysis/factors.h"
#include "analysis/progress.h"
#include "base/tree.h"
#include "summitry/sensitivity.h"

enum { SMYI_LEVER_STEPS = SMYI_BLOCK, SMYI_MOST_SWITCHES = 3 };

/** A place where the answer jumps: found to a millionth of the input's range. */
typedef struct SmyiSwitch {
    double at;           /* the input's unit */
    double below, above; /* the answer on its two sides */
} SmyiSwitch;

/** One input under one model. */
typedef struct SmyiPull {
    double value[SMYI_LEVER_STEPS]; /* the answer at equal steps from low to high */
    double
        slope; /* at the point, per unit of the input; NaN: undefined, or a jump is there */
    bool exact; /* the slope is a formula's, not a difference */
    size_t n_switches;
    SmyiSwitch switches[SMYI_MOST_SWITCHES]; /* ascending */
} SmyiPull;

typedef struct SmyiLeverFound {
    int input;
    double low, point, high; /* that it is moved between */
    SmyiPull *pulls;         /* [models] */
    size_t best;   /* step with the highest mean answer; its own point: none is better */
    double change; /* mean answer there less that at the points; 0: none is better */
    double least, most; /* the same under the models that gain least and most by it */
    bool moves;         /* some answer moves */
} SmyiLeverFound;

typedef struct SmyiLeverStudy {
    SmyiAsked asked; /* one question */
    double unit;  /* what a jump is measured by: 100 points, the width of a scale, or 1 */
    double *base; /* [models] the answer with all inputs at their points */
    size_t n;
    SmyiLeverFound *found; /* [n] inputs that move an answer, best change first */
} SmyiLeverStudy;

/** Moves every input of the frame in turn. SMY_OK, SMY_ERR_CANCELLED or SMY_ERR_NOMEM. */
SmyCode smyi_levers_find(SmyiLeverStudy *study, unsigned threads, SmyiProgress *progress,
                         SmyiArena *mem);

/**
 * The slope under the weighted mean by its formula (models.md J), where the answer is an
 * outcome or the gain of an actor that the input is not of. False: no formula holds here.
 * `sit` and `verdict`: one lane, at the points.
 */
bool smyi_mean_slope(const SmyiAsked *asked, const SmyiSolver *solver,
                     const SmyiSituation *sit, const SmyiVerdict *verdict, int input,
                     double *slope);

#endif
