/* SPDX-License-Identifier: Apache-2.0 */
/* Compromise model: the settlement is the mean position, weighted by capability x salience. */
#include "base/sums.h"
#include "model/model.h"

/**
 * Weighted mean of the actors' positions, issue by issue.
 *
 *     x_i = sum_a c_a s_ai p_ai / sum_a c_a s_ai
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
    (void)options, (void)mem;
    size_t n = game->n_lanes;
    for (size_t i = 0; i < game->n_issues; i++) {
        double weight[SMYI_BLOCK] = {0}, weight_lost[SMYI_BLOCK] = {0};
        double moment[SMYI_BLOCK] = {0}, moment_lost[SMYI_BLOCK] = {0};
        for (size_t a = 0; a < game->n_actors; a++) {
            size_t row = (a * game->n_issues + i) * n;
            for (size_t k = 0; k < n; k++) {
                double w = game->capability[a * n + k] * game->salience[row + k];
                double wp = w > 0 ? w * game->position[row + k] : 0;
                smyi_add(&weight[k], &weight_lost[k], w);
                smyi_add(&moment[k], &moment_lost[k], wp);
            }
        }
        for (size_t k = 0; k < n; k++) {
            double w = weight[k] + weight_lost[k], q = game->status_quo[i * n + k];
            out->point[i * n + k] = w > 0 ? (moment[k] + moment_lost[k]) / w : q;
            out->status[i * n + k] =
                (unsigned char)(w > 0 ? SMY_STATUS_OK : smyi_no_weight(q));
        }
    }
    return SMY_OK;
}

const SmyiModel smyi_model_mean = {
    .info = {.id = "mean",
             .title = "Compromise (weighted mean)",
             .family = "aggregator",
             .assumes = "Everyone gives way a little, in proportion to power and interest.",
             .source = "achen2006",
             .laws = SMY_LAW_PERMUTE | SMY_LAW_AFFINE | SMY_LAW_CAPABILITY |
                     SMY_LAW_MIRROR | SMY_LAW_NULL_ACTOR | SMY_LAW_INSIDE_HULL},
    .solve = solve,
};
