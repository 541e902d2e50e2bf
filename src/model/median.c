/* SPDX-License-Identifier: Apache-2.0 */
/* Median voter: the settlement is the position that no weighted majority would leave. */
#include "model/weights.h"

static const char *const sides[] = {"lower", "upper", "mid", NULL};

enum { SIDE, WEIGHTS, N_OPTIONS };
enum { LOWER, UPPER, MID };

static const SmyOption options_of[N_OPTIONS] = {
    [SIDE] = {.key = "side",
              .title = "Which median where the weight splits into exact halves",
              .choices = sides},
    [WEIGHTS] = SMYI_WEIGHING_OPTION,
};

static double pick(double side, double lower, double upper)
{
    return side == LOWER ? lower : side == UPPER ? upper : lower + (upper - lower) / 2;
}

/**
 * Weighted median of the actors' positions, issue by issue: with F(x) the weight at or below x
 * and W all of it, the lower median is the least position with F >= W/2 (within 1e-12 W); where
 * F = W/2 exactly the upper median is the next position, elsewhere it is the same.
 *
 * point: the lower, the upper or the middle of the two; status NO_WEIGHT (the status quo
 * stays) where nobody weighs, UNDEFINED without a status quo either.
 *
 * Source: black1948; models.md A. Cost: O(actors^2 x issues) a lane.
 */
static SmyCode solve(const SmyiGame *game, const double *options, SmyiArena *mem,
                     SmyiOutcome *out)
{
    size_t n = game->n_lanes;
    double *weight = SMYI_NEW(mem, game->n_actors * n, double);
    if (!weight)
        return SMY_ERR_NOMEM;
    for (size_t i = 0; i < game->n_issues; i++) {
        double total[SMYI_BLOCK], lower[SMYI_BLOCK], upper[SMYI_BLOCK] = {0};
        smyi_issue_weights(game, i, (SmyiWeighing)options[WEIGHTS], weight, total);
        smyi_weighted_medians(game->n_actors, n, game->position + i * n, game->n_issues * n,
                              weight, total, lower, options[SIDE] == LOWER ? NULL : upper);
        for (size_t k = 0; k < n; k++) {
            size_t cell = i * n + k;
            double q = game->status_quo[cell];
            out->point[cell] = total[k] > 0 ? pick(options[SIDE], lower[k], upper[k]) : q;
            out->status[cell] =
                (unsigned char)(total[k] > 0 ? SMY_STATUS_OK : smyi_no_weight(q));
        }
    }
    return SMY_OK;
}

const SmyiModel smyi_model_median = {
    .info = {.id = "median",
             .title = "Median voter (weighted)",
             .family = "aggregator",
             .assumes = "Proposals are voted on in pairs until one beats all the others.",
             .assumption = "votes by weight",
             .source = "black1948",
             .options = options_of,
             .n_options = N_OPTIONS,
             .laws = SMY_LAW_PERMUTE | SMY_LAW_AFFINE | SMY_LAW_CAPABILITY |
                     SMY_LAW_MIRROR | SMY_LAW_NULL_ACTOR | SMY_LAW_INSIDE_HULL},
    .solve = solve,
};
