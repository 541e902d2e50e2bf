/* SPDX-License-Identifier: Apache-2.0 */
/* Where the numbers of the draws come from: random, or Sobol points. */
#ifndef SMYI_ANALYSIS_POINTS_H
#define SMYI_ANALYSIS_POINTS_H

#include "base/arena.h"
#include "base/error.h"
#include "base/sobol.h"
#include "summitry/run.h"

/** Made once, read by many threads. Draw k is a function of (kind, seed, k) alone. */
typedef struct SmyiPoints {
    SmyPoints kind;
    uint64_t seed;
    size_t n_numbers, n_choices; /* of a draw: for the inputs, and for choices */
    SmyiSobol sobol;
} SmyiPoints;

/**
 * Points of n_numbers + n_choices dimensions. SMY_ERR_LIMIT: more than Sobol points have;
 * SMY_ERR_NOMEM.
 */
SmyCode smyi_points_new(SmyPoints kind, uint64_t seed, size_t n_numbers, size_t n_choices,
                        SmyiArena *mem, SmyiPoints *out, SmyError *err);

/**
 * Numbers first_number .. + n_numbers - 1 of draws first_draw .. + n_draws - 1, each in (0,1):
 * out[j * n_draws + k], draw innermost. Draw k is point k of the scrambled sequence.
 */
void smyi_points_numbers(const SmyiPoints *points, uint64_t first_draw, size_t n_draws,
                         size_t first_number, size_t n_numbers, double *out);

/** The same of the numbers for choices: which value of a model's own distribution counts. */
void smyi_points_choices(const SmyiPoints *points, uint64_t first_draw, size_t n_draws,
                         size_t first_choice, size_t n_choices, double *out);

/** "random", "sobol", "owen". Never NULL. */
const char *smyi_points_text(SmyPoints kind);

#endif
