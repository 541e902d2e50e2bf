/* SPDX-License-Identifier: Apache-2.0 */
/* What each actor weighs in one issue, and the medians of those weights, lane by lane. */
#ifndef SMYI_MODEL_WEIGHTS_H
#define SMYI_MODEL_WEIGHTS_H

#include "model/model.h"

/** How actors are weighed: the option `weights` of the aggregators. */
typedef enum SmyiWeighing {
    SMYI_WEIGHING_INFLUENCE, /* capability x salience */
    SMYI_WEIGHING_EQUAL,     /* 1 for each actor with a position */
} SmyiWeighing;

/** The option as it stands in a model's list of options. */
#define SMYI_WEIGHING_OPTION                                                               \
    {                                                                                      \
        .key = "weights", .title = "What an actor weighs", .choices = smyi_weighings       \
    }

extern const char *const smyi_weighings[]; /* "influence", "equal", NULL */

/**
 * Weights of all actors on one issue: weight [actors x lanes], 0 for whoever has no position;
 * total [lanes], their compensated sums in the order of the actors.
 */
void smyi_issue_weights(const SmyiGame *game, size_t issue, SmyiWeighing weighing,
                        double *weight, double *total);

/**
 * Lower and upper weighted medians, lane by lane. The lower is the least position at or below
 * which half of the weight stands (within 1e-12 of the total), the upper the greatest at or
 * above which half stands; they differ only where the weight splits into exact halves.
 *
 * position: actor a in lane k at a * actor_step + k, any value (NaN too) where the weight is 0;
 * weight [actors x lanes]; total [lanes]; lower, upper [lanes], infinite in a lane without
 * weight. upper may be NULL.
 *
 * Cost: O(actors^2) a lane without a branch, which beats sorting lane by lane up to some
 * hundred actors. The sums need no compensation: the tolerance is far above their rounding.
 */
void smyi_weighted_medians(size_t n_actors, size_t n_lanes, const double *position,
                           size_t actor_step, const double *weight, const double *total,
                           double *lower, double *upper);

#endif
