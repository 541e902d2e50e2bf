/* SPDX-License-Identifier: Apache-2.0 */
/* Compromise model: the settlement is the mean position, weighted by capability x salience. */
#include <math.h>

#include "base/sums.h"
#include "model/weights.h"

enum { WEIGHTS, N_OPTIONS };

static const SmyOption options_of[N_OPTIONS] = {[WEIGHTS] = SMYI_WEIGHING_OPTION};

/* The lanes of one issue while its actors are added up. */
typedef struct Sums {
    double weight[SMYI_BLOCK], weight_lost[SMYI_BLOCK];
    double moment[SMYI_BLOCK], moment_lost[SMYI_BLOCK];
    double low[SMYI_BLOCK], high[SMYI_BLOCK]; /* positions of whoever weighs */
} Sums;

SMYI_INLINE void start(Sums *sums, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        sums->weight[k] = sums->weight_lost[k] = sums->moment[k] = sums->moment_lost[k] = 0;
        sums->low[k] = (double)INFINITY;
        sums->high[k] = (double)-INFINITY;
    }
}

SMYI_INLINE void add_actor(Sums *sums, size_t n, SmyiWeighing weighing,
                           const double *position, const double *salience,
                           const double *capability)
{
    for (size_t k = 0; k < n; k++) {
        double p = position[k], influence = capability[k] * salience[k];
        double full = weighing == SMYI_WEIGHING_EQUAL ? 1 : influence;
        double w = p == p ? full : 0;
        double counted = w > 0 ? p : 0;
        double low = w > 0 ? p : (double)INFINITY, high = w > 0 ? p : (double)-INFINITY;
        smyi_add(&sums->weight[k], &sums->weight_lost[k], w);
        smyi_add(&sums->moment[k], &sums->moment_lost[k], w * counted);
        sums->low[k] = low < sums->low[k] ? low : sums->low[k];
        sums->high[k] = high > sums->high[k] ? high : sums->high[k];
    }
}

/* Rounding may put the quotient a bit outside the hull, and so outside a limit that is one of
 * the positions: the hull rules. */
SMYI_INLINE void finish(const Sums *sums, size_t n, const double *status_quo, double *point,
                        unsigned char *status)
{
    for (size_t k = 0; k < n; k++) {
        double w = sums->weight[k] + sums->weight_lost[k];
        double x = (sums->moment[k] + sums->moment_lost[k]) / w;
        x = x < sums->low[k] ? sums->low[k] : x;
        x = x > sums->high[k] ? sums->high[k] : x;
        point[k] = w > 0 ? x : status_quo[k];
        status[k] = (unsigned char)(w > 0 ? SMY_STATUS_OK : smyi_no_weight(status_quo[k]));
    }
}

/**
 * Weighted mean of the actors' positions, issue by issue.
 *
 *     x_i = sum_a w_ai p_ai / sum_a w_ai        w_ai = c_a s_ai, or 1 for equal weights
 *
 * point: between the lowest and the highest position of whoever weighs; status NO_WEIGHT (the
 * status quo stays) where the weights sum to 0, UNDEFINED without a status quo either.
 *
 * Source: achen2006 (influence- and salience-weighted mean); models.md A.
 * Cost: O(actors x issues) a lane, no allocation. Exact up to rounding.
 */
SMYI_KERNEL static SmyCode solve(const SmyiGame *game, const double *options,
                                 SmyiArena *mem, SmyiOutcome *out)
{
    (void)mem;
    size_t n = game->n_lanes;
    SmyiWeighing weighing = (SmyiWeighing)options[WEIGHTS];
    for (size_t i = 0; i < game->n_issues; i++) {
        Sums sums;
        start(&sums, n);
        for (size_t a = 0; a < game->n_actors; a++) {
            size_t row = (a * game->n_issues + i) * n;
            add_actor(&sums, n, weighing, game->position + row, game->salience + row,
                      game->capability + a * n);
        }
        finish(&sums, n, game->status_quo + i * n, out->point + i * n, out->status + i * n);
    }
    return SMY_OK;
}

const SmyiModel smyi_model_mean = {
    .info = {.id = "mean",
             .title = "Compromise (weighted mean)",
             .family = "aggregator",
             .assumes = "Everyone gives way a little, in proportion to power and interest.",
             .assumption = "averages by weight",
             .source = "achen2006",
             .options = options_of,
             .n_options = N_OPTIONS,
             .laws = SMY_LAW_PERMUTE | SMY_LAW_AFFINE | SMY_LAW_CAPABILITY |
                     SMY_LAW_MIRROR | SMY_LAW_NULL_ACTOR | SMY_LAW_INSIDE_HULL},
    .solve = solve,
};
