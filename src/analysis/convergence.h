/* SPDX-License-Identifier: Apache-2.0 */
/* How sure the draws are of their answers: standard errors, and quantiles as draws went on. */
#ifndef SMYI_ANALYSIS_CONVERGENCE_H
#define SMYI_ANALYSIS_CONVERGENCE_H

#include "analysis/answer.h"

/** The least sure of the answers asked. */
typedef struct SmyiLeastSure {
    double error; /* standard error, points; 0: nothing is drawn */
    size_t model; /* finding */
    int actor;    /* whose mean gain it is; SMYI_NONE */
    int claim;    /* whose odds; SMYI_NONE */
} SmyiLeastSure;

/**
 * The largest standard error, in points of 100, of all that was drawn: the mean gain of every
 * actor (unless claims_alone) and the odds of every claim, under every model. Draws count as
 * independent: of Sobol points the error is smaller.
 */
SmyiLeastSure smyi_least_sure(const SmyiInquiry *answer, bool claims_alone);

/**
 * "convergence" (docs/result.md): the least sure answer, and for it and every gain of who may
 * sit mean and quantiles with their errors at an eighth, a quarter, half, all of the draws.
 */
void smyi_answer_convergence(const SmyiInquiry *answer, SmyNode *root);

#endif
