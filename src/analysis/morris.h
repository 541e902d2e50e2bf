/* SPDX-License-Identifier: Apache-2.0 */
/* Morris' elementary effects: what each step of a random path changes. */
#ifndef SMYI_ANALYSIS_MORRIS_H
#define SMYI_ANALYSIS_MORRIS_H

#include "analysis/asked.h"
#include "analysis/factors.h"
#include "analysis/progress.h"

enum { SMYI_MORRIS_LEVELS = 4 };

/** A path through the unit cube: from `base`, one factor a step, each once. */
typedef struct SmyiTrajectory {
    size_t n;          /* factors */
    double *base;      /* [n] level / (levels - 1) */
    size_t *order;     /* [n] the factor of each step */
    signed char *sign; /* [n] of each step: up or down by smyi_morris_delta() */
} SmyiTrajectory;

/** levels / (2 (levels - 1)) */
double smyi_morris_delta(unsigned levels);

/** Path `k` of `seed`, into the arrays of *out. levels even. */
void smyi_trajectory_draw(uint64_t seed, uint64_t k, unsigned levels, SmyiTrajectory *out);

/** Point `step` (0..n) of a path, into x [n]. */
void smyi_trajectory_point(const SmyiTrajectory *path, unsigned levels, size_t step,
                           double *x);

/** What the answers at the n + 1 points of a path make of it: effect[n], factor by factor. */
void smyi_trajectory_effects(const SmyiTrajectory *path, unsigned levels,
                             const double *answers, double *effect);

typedef struct SmyiElementary {
    double mean, size, spread; /* mu, mu* (mean of |effect|), sigma (n - 1); NaN: no path */
} SmyiElementary;

/**
 * Of effects[n_paths x n_factors]; a path with NaN in it does not count. out[n_factors].
 * Returns the number of paths that count. Source: morris1991; mu*: campolongo2007.
 */
size_t smyi_elementary(const double *effects, size_t n_paths, size_t n_factors,
                       SmyiElementary *out);

/**
 * Effects of n_paths paths: effects[outputs x paths x factors], in units of the answer over the
 * whole range of a factor. Models with a distribution count as their median. The same bits on
 * any number of threads. SMY_OK, SMY_ERR_CANCELLED or SMY_ERR_NOMEM.
 */
SmyCode smyi_morris(const SmyiAsked *asked, const SmyiFactors *factors, uint64_t seed,
                    size_t n_paths, unsigned threads, SmyiProgress *progress,
                    double *effects);

#endif
