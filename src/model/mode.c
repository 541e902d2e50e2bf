/* SPDX-License-Identifier: Apache-2.0 */
/* Plurality: the settlement is the position behind which most weight stands. */
#include <math.h>

#include "model/weights.h"

enum { TOLERANCE, WEIGHTS, N_OPTIONS };

static const SmyOption options_of[N_OPTIONS] = {
    [TOLERANCE] = {.key = "tolerance",
                   .title = "How close to the lowest of a group a position joins it",
                   .fallback = 1e-9,
                   .low = 0,
                   .high = 1,
                   .unit = "of the scale"},
    [WEIGHTS] = SMYI_WEIGHING_OPTION,
};

/* The lanes of one issue. Arrays [actors x lanes] unless said. */
typedef struct Votes {
    size_t n_actors, n_lanes, actor_step; /* actor a's position at a * actor_step + lane */
    const double *position, *weight;
    double total[SMYI_BLOCK], median[SMYI_BLOCK], tolerance;
} Votes;

/* The next group of each lane: its lowest position above `end`, infinite where none is left. */
SMYI_INLINE void next_group(const Votes *v, const double *end, double *start, double *heavy)
{
    size_t n = v->n_lanes;
    for (size_t k = 0; k < n; k++) {
        start[k] = (double)INFINITY;
        heavy[k] = 0;
    }
    for (size_t a = 0; a < v->n_actors; a++) {
        const double *p = v->position + a * v->actor_step, *w = v->weight + a * n;
        for (size_t k = 0; k < n; k++) {
            double at = ((w[k] > 0) & (p[k] > end[k])) ? p[k] : (double)INFINITY;
            start[k] = at < start[k] ? at : start[k];
        }
    }
    for (size_t a = 0; a < v->n_actors; a++) {
        const double *p = v->position + a * v->actor_step, *w = v->weight + a * n;
        for (size_t k = 0; k < n; k++)
            heavy[k] += ((p[k] >= start[k]) & (p[k] <= start[k] + v->tolerance)) ? w[k] : 0;
    }
}

/* Groups come in ascending order, so that an equal one later is never the lower one. */
SMYI_KERNEL static void plurality(const Votes *v, double *point)
{
    size_t n = v->n_lanes;
    double end[SMYI_BLOCK], start[SMYI_BLOCK], weight[SMYI_BLOCK], most[SMYI_BLOCK];
    for (size_t k = 0; k < n; k++) {
        end[k] = (double)-INFINITY;
        most[k] = 0;
        point[k] = (double)INFINITY;
    }
    for (size_t group = 0; group < v->n_actors; group++) {
        next_group(v, end, start, weight);
        double found = 0;
        for (size_t k = 0; k < n; k++) {
            double near = fabs(start[k] - v->median[k]),
                   best = fabs(point[k] - v->median[k]);
            double margin = weight[k] - most[k], tie = 1e-12 * v->total[k];
            int wins = (margin > tie) | ((margin >= -tie) & (near < best - 1e-12));
            wins &= weight[k] > 0;
            most[k] = wins ? weight[k] : most[k];
            point[k] = wins ? start[k] : point[k];
            end[k] = start[k] + v->tolerance;
            found += weight[k];
        }
        if (!(found > 0))
            break;
    }
}

/**
 * The heaviest group of positions, issue by issue. Groups are made from below: each takes all
 * positions within `tolerance` of its lowest, which stands for it. Of equally heavy groups
 * (within 1e-12 of all weight) the one nearest the lower median counts, then the lower.
 *
 * point: the position that stands for the group; status NO_WEIGHT (the status quo stays) where
 * nobody weighs, UNDEFINED without a status quo either.
 *
 * The plurality rule has no author; ties as models.md A has them.
 * Cost: O(actors^2 x issues) a lane.
 */
static SmyCode solve(const SmyiGame *game, const double *options, SmyiArena *mem,
                     SmyiOutcome *out)
{
    size_t n = game->n_lanes;
    double *weight = SMYI_NEW(mem, game->n_actors * n, double);
    if (!weight)
        return SMY_ERR_NOMEM;
    for (size_t i = 0; i < game->n_issues; i++) {
        Votes v = {.n_actors = game->n_actors,
                   .n_lanes = n,
                   .actor_step = game->n_issues * n,
                   .position = game->position + i * n,
                   .weight = weight,
                   .tolerance = options[TOLERANCE]};
        double point[SMYI_BLOCK];
        smyi_issue_weights(game, i, (SmyiWeighing)options[WEIGHTS], weight, v.total);
        smyi_weighted_medians(v.n_actors, n, v.position, v.actor_step, weight, v.total,
                              v.median, NULL);
        plurality(&v, point);
        for (size_t k = 0; k < n; k++) {
            double q = game->status_quo[i * n + k];
            out->point[i * n + k] = v.total[k] > 0 ? point[k] : q;
            out->status[i * n + k] =
                (unsigned char)(v.total[k] > 0 ? SMY_STATUS_OK : smyi_no_weight(q));
        }
    }
    return SMY_OK;
}

const SmyiModel smyi_model_mode = {
    .info = {.id = "mode",
             .title = "Plurality (weighted mode)",
             .family = "aggregator",
             .assumes = "The strongest camp has its way and nobody meets it halfway.",
             .assumption = "votes by weight",
             .source = "summitry",
             .options = options_of,
             .n_options = N_OPTIONS,
             .laws = SMY_LAW_PERMUTE | SMY_LAW_AFFINE | SMY_LAW_CAPABILITY |
                     SMY_LAW_MIRROR | SMY_LAW_NULL_ACTOR | SMY_LAW_INSIDE_HULL},
    .solve = solve,
};
