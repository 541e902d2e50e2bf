/* SPDX-License-Identifier: Apache-2.0 */
/* What each actor weighs in one issue, and the medians of those weights, lane by lane. */
#include <math.h>

#include "base/sums.h"
#include "model/weights.h"

const char *const smyi_weighings[] = {"influence", "equal", NULL};

SMYI_KERNEL static void issue_weights(const SmyiGame *game, size_t issue,
                                      SmyiWeighing weighing, double *weight, double *total)
{
    size_t n = game->n_lanes;
    double lost[SMYI_BLOCK] = {0};
    for (size_t k = 0; k < n; k++)
        total[k] = 0;
    for (size_t a = 0; a < game->n_actors; a++) {
        const double *p = game->position + (a * game->n_issues + issue) * n;
        const double *s = game->salience + (a * game->n_issues + issue) * n;
        const double *c = game->capability + a * n;
        double *w = weight + a * n;
        for (size_t k = 0; k < n; k++) {
            double influence = c[k] * s[k];
            double full = weighing == SMYI_WEIGHING_EQUAL ? 1 : influence;
            w[k] = p[k] == p[k] ? full : 0;
            smyi_add(&total[k], &lost[k], w[k]);
        }
    }
    for (size_t k = 0; k < n; k++)
        total[k] += lost[k];
}

/* One side: with `sign` 1 the lower median, with -1 the upper one of the mirrored positions. */
SMYI_INLINE void median_side(size_t n_actors, size_t n, const double *position,
                             size_t actor_step, const double *weight, const double *total,
                             double sign, double *median)
{
    double half[SMYI_BLOCK], best[SMYI_BLOCK];
    for (size_t k = 0; k < n; k++) {
        half[k] = (.5 - 1e-12) * total[k];
        best[k] = (double)INFINITY;
    }
    for (size_t a = 0; a < n_actors; a++) {
        const double *p = position + a * actor_step, *w = weight + a * n;
        double within[SMYI_BLOCK] = {0};
        for (size_t b = 0; b < n_actors; b++) {
            const double *pb = position + b * actor_step, *wb = weight + b * n;
            for (size_t k = 0; k < n; k++)
                within[k] += sign * pb[k] <= sign * p[k] ? wb[k] : 0;
        }
        for (size_t k = 0; k < n; k++) {
            double here =
                ((w[k] > 0) & (within[k] >= half[k])) ? sign * p[k] : (double)INFINITY;
            best[k] = here < best[k] ? here : best[k];
        }
    }
    for (size_t k = 0; k < n; k++)
        median[k] = sign * best[k];
}

SMYI_KERNEL static void weighted_medians(size_t n_actors, size_t n_lanes,
                                         const double *position, size_t actor_step,
                                         const double *weight, const double *total,
                                         double *lower, double *upper)
{
    median_side(n_actors, n_lanes, position, actor_step, weight, total, 1, lower);
    if (upper)
        median_side(n_actors, n_lanes, position, actor_step, weight, total, -1, upper);
}

/* Kernels are static: what dispatches one that is not would be shown by the shared library. */
void smyi_issue_weights(const SmyiGame *game, size_t issue, SmyiWeighing weighing,
                        double *weight, double *total)
{
    issue_weights(game, issue, weighing, weight, total);
}

void smyi_weighted_medians(size_t n_actors, size_t n_lanes, const double *position,
                           size_t actor_step, const double *weight, const double *total,
                           double *lower, double *upper)
{
    weighted_medians(n_actors, n_lanes, position, actor_step, weight, total, lower, upper);
}
