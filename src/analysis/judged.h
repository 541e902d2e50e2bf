/* SPDX-License-Identifier: Apache-2.0 */
/* A model's forecasts of past decisions, each held against what came. */
#ifndef SMYI_ANALYSIS_JUDGED_H
#define SMYI_ANALYSIS_JUDGED_H

#include "analysis/decisions.h"

enum { SMYI_N_INTERVALS = 4 };
extern const double smyi_interval_levels[SMYI_N_INTERVALS]; /* .5 .8 .9 .95 */

/** One forecast of one issue. Numbers in points of the scale, NaN where there are none. */
typedef struct SmyiJudged {
    SmyStatus status;   /* UNDEFINED: no forecast, and no scores */
    double point;       /* of a distribution the median: what absolute error is taken of */
    double mean;        /* of a distribution the mean: what squared error is taken of */
    double crps;        /* of a point forecast its absolute error */
    double chance;      /* given to the upper end of a dichotomous issue */
    double brier;       /* of a dichotomous issue */
    double log_score;   /* ln of the chance given to the outcome, to half a point */
    double below, upto; /* P(x < outcome), P(x <= outcome) */
    bool covered[SMYI_N_INTERVALS];
    double width[SMYI_N_INTERVALS];
} SmyiJudged;

/**
 * Forecasts the decisions of one block with one model and fills out[lanes].
 * SMY_ERR_NOMEM. Leaves `mem` as it found it.
 */
SmyCode smyi_judge_block(const SmyiDecisions *decisions, size_t block,
                         const SmyiModel *model, const double *options, SmyiArena *mem,
                         SmyiJudged *out);

/**
 * ln of the chance that a model with a distribution gives to each outcome of a block, to half
 * a point, at least ln 1e-12; NaN where there is no forecast. out[lanes].
 */
SmyCode smyi_judge_chances(const SmyiDecisions *decisions, size_t block,
                           const SmyiModel *model, const double *options, SmyiArena *mem,
                           double *out);

#endif
