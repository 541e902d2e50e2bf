/* SPDX-License-Identifier: Apache-2.0 */
/* The least change of one input alone after which most of the models say otherwise. */
#ifndef SMYI_ANALYSIS_FLIPS_MOST_H
#define SMYI_ANALYSIS_FLIPS_MOST_H

#include "analysis/flips_search.h"

/** Counts a model's answers at the points (search->base). */
void smyi_flip_vote_now(SmyiFlipSearch *search);
/** Counts a model's answers [SMYI_FLIP_STEPS] to a claim on the steps of an input. */
void smyi_flip_vote(SmyiFlipSearch *search, size_t input, size_t claim,
                    const double *answers);

/**
 * From the votes counted: the nearest inputs whose change turns the verdict of most models, by
 * claim into search->out->most, cut to a ten-thousandth. As many hold as fail: no verdict, from
 * which and to which nothing turns. SMY_OK or SMY_ERR_NOMEM. Cost: 16 solves a flip and model.
 */
SmyCode smyi_flips_most(SmyiFlipSearch *search, const SmyiSolver *solvers,
                        size_t n_solvers);

#endif
