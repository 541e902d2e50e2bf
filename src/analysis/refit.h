/* SPDX-License-Identifier: Apache-2.0 */
/* Fitting a model's options to past decisions, so that none is judged by what it was fitted to. */
#ifndef SMYI_ANALYSIS_REFIT_H
#define SMYI_ANALYSIS_REFIT_H

#include "analysis/judged.h"
#include "base/parallel.h"

enum { SMYI_MOST_FITTED = 4 };

/** One option that is fitted, with its weak prior. */
typedef struct SmyiFitted {
    const char *key;
    bool by_logarithm; /* fitted and bound on the logarithm of the option */
    double prior, sd;  /* normal */
} SmyiFitted;

/** What is fitted of one model. */
typedef struct SmyiRefit {
    const char *model;
    size_t n;
    SmyiFitted options[SMYI_MOST_FITTED];
} SmyiRefit;

/** What can be refitted of this model, or NULL. */
const SmyiRefit *smyi_refit_of(const SmyiModel *model);

/** Index of a fitted option among the model's. */
size_t smyi_refit_option(const SmyModelInfo *info, const char *key);

/** Fold 0..n_folds-1 of a group: a function of (seed, name of the group) alone. */
unsigned smyi_fold(uint64_t seed, const char *group, unsigned n_folds);

/**
 * Fits options[...] (given: where to start, and what is not fitted) to the decisions outside
 * fold `left_out` (n_folds or more: to all), fold[n_groups]: the most probable values given
 * the outcomes and the prior, by Newton's method with central differences. *converged: the
 * last step was below 1e-6. SMY_ERR_NOMEM. Source: models.md M.
 */
SmyCode smyi_refit(const SmyiDecisions *decisions, const SmyiModel *model,
                   const SmyiRefit *refit, const unsigned *fold, unsigned left_out,
                   SmyiArena *mem, double *options, bool *converged);

#endif
