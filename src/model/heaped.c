/* SPDX-License-Identifier: Apache-2.0 */
/* Heaped compromise: a probability for every outcome, heaped on the positions that are held. */
#include <math.h>

#include "base/maths.h"
#include "base/sums.h"
#include "model/lanes.h"
#include "model/weights.h"

enum { GRID = 101, MIDDLE = 50 /* points 0, 1 ... 100 of the scale */ };

enum { ALPHA, BETA, ROUND, N_OPTIONS };

/* clang-format off */
static const SmyOption options_of[N_OPTIONS] = {
    [ALPHA] = {"alpha", "Log odds of a point that somebody holds against its neighbours", 4.07111666, 0, 20, NULL, NULL},
    [BETA] = {"beta", "Pull to the weighted mean, for a distance of the whole scale", 3.850572813654357, 0, 1000, NULL, NULL},
    [ROUND] = {"round", "Log odds of a point that 5 divides", 0, 0, 20, NULL, NULL},
};
/* clang-format on */

/* The lanes of one issue, on the grid 0..100. Arrays [lanes] unless said. */
typedef struct Lanes {
    size_t n;
    double mean[SMYI_BLOCK]; /* mu, weighted; within the hull */
    double low[SMYI_BLOCK],
        high[SMYI_BLOCK]; /* hull of all positions held; low > high: none */
    double rise[SMYI_BLOCK],
        fall[SMYI_BLOCK]; /* factor from one point to the next, up and down */
    double *held;         /* [GRID x lanes] 1: somebody holds it; else 0 */
} Lanes;

/* 100 p; a whole number where it is one but for rounding. */
SMYI_INLINE double on_grid(double position)
{
    double x = 100 * position, whole = floor(x + .5);
    return smyi_choose(smyi_above(1e-7, fabs(x - whole)), whole, x);
}

/* Hull and mean, from the weights that count in each lane. */
SMYI_KERNEL static void gather(const SmyiGame *game, size_t issue, const double *weight,
                               const double *total, Lanes *lanes)
{
    const size_t n = game->n_lanes;
    double sum[SMYI_BLOCK] = {0}, lost[SMYI_BLOCK] = {0};
    for (size_t k = 0; k < n; k++) {
        lanes->low[k] = GRID;
        lanes->high[k] = -1;
    }
    for (size_t a = 0; a < game->n_actors; a++) {
        const double *p = game->position + (a * game->n_issues + issue) * n;
        const double *w = weight + a * n;
        for (size_t k = 0; k < n; k++) {
            SmyiMask has_one = p[k] == p[k] ? SMYI_YES : 0;
            double x = smyi_choose(has_one, on_grid(p[k]), 0);
            double below = floor(x), above = ceil(x);
            SmyiMask lower = has_one & smyi_above(lanes->low[k], below);
            SmyiMask higher = has_one & smyi_above(above, lanes->high[k]);
            lanes->low[k] = smyi_choose(lower, below, lanes->low[k]);
            lanes->high[k] = smyi_choose(higher, above, lanes->high[k]);
            smyi_add(&sum[k], &lost[k], w[k] * x);
        }
    }
    for (size_t k = 0; k < n; k++) {
        double all = smyi_choose(smyi_above(total[k], 0), total[k], 1);
        lanes->mean[k] =
            smyi_clamp((sum[k] + lost[k]) / all, lanes->low[k], lanes->high[k]);
    }
}

/* Marks the points that somebody holds, halves rounded up. */
static void mark(const SmyiGame *game, size_t issue, Lanes *lanes)
{
    size_t n = game->n_lanes;
    for (size_t c = 0; c < GRID * n; c++)
        lanes->held[c] = 0;
    for (size_t a = 0; a < game->n_actors; a++) {
        const double *p = game->position + (a * game->n_issues + issue) * n;
        for (size_t k = 0; k < n; k++)
            if (p[k] == p[k])
                lanes->held[(size_t)floor(100 * p[k] + .5 + 1e-7) * n + k] = 1;
    }
}

/*
 * The mass of every point. With h = g - 50 and m = mu - 50, and but for a factor of the lane,
 *
 *     exp(-beta ((g - mu) / 100)^2) = exp(-beta h^2 / 10^4) exp(2 beta m / 10^4)^h
 *
 * the first the same in all lanes, the second one multiplication a point away from the last.
 */
SMYI_KERNEL static void spread(const Lanes *lanes, const double *common, double heap,
                               double *restrict mass)
{
    const size_t n = lanes->n;
    double power[SMYI_BLOCK], sum[SMYI_BLOCK] = {0}, lost[SMYI_BLOCK] = {0};
    for (int way = 1; way >= -1; way -= 2) { /* from the middle up, then down */
        const double *step = way > 0 ? lanes->rise : lanes->fall;
        for (size_t k = 0; k < n; k++)
            power[k] = 1;
        for (int g = MIDDLE; g >= 0 && g < GRID; g += way) {
            const double *held = lanes->held + (size_t)g * n;
            double *m = mass + (size_t)g * n, at = g;
            for (size_t k = 0; k < n; k++) {
                double factor = smyi_choose(smyi_above(held[k], 0), heap, 1);
                SmyiMask outside =
                    smyi_above(lanes->low[k], at) | smyi_above(at, lanes->high[k]);
                m[k] = smyi_choose(outside, 0, common[g] * power[k] * factor);
                power[k] *= step[k];
            }
        }
    }
    for (size_t g = 0; g < GRID; g++)
        for (size_t k = 0; k < n; k++)
            smyi_add(&sum[k], &lost[k], mass[g * n + k]);
    double scale[SMYI_BLOCK], floor_of[SMYI_BLOCK];
    for (size_t k = 0; k < n; k++) {
        double all = sum[k] + lost[k];
        SmyiMask is_there = smyi_above(all, 0);
        scale[k] = smyi_choose(is_there, .995 / smyi_choose(is_there, all, 1), 0);
        floor_of[k] = smyi_choose(is_there, .005 / GRID, 0);
    }
    for (size_t g = 0; g < GRID; g++)
        for (size_t k = 0; k < n; k++)
            mass[g * n + k] = mass[g * n + k] * scale[k] + floor_of[k];
}

/* Capability x salience; equal weights in a lane where that is 0 for everybody. */
static void weigh(const SmyiGame *game, size_t issue, double *weight, double *equal,
                  double *total)
{
    size_t n = game->n_lanes;
    double heads[SMYI_BLOCK];
    smyi_issue_weights(game, issue, SMYI_WEIGHING_INFLUENCE, weight, total);
    smyi_issue_weights(game, issue, SMYI_WEIGHING_EQUAL, equal, heads);
    for (size_t k = 0; k < n; k++) {
        if (total[k] > 0)
            continue;
        total[k] = heads[k];
        for (size_t a = 0; a < game->n_actors; a++)
            weight[a * n + k] = equal[a * n + k];
    }
}

/* Factors that are the same for all lanes, and the weight of a heap. */
static double shared_factors(const double *options, double *common)
{
    for (int g = 0; g < GRID; g++) {
        double h = (g - MIDDLE) / 100.;
        double heap_of_fives = g % 5 == 0 ? options[ROUND] : 0;
        common[g] = smyi_exp(heap_of_fives - options[BETA] * h * h);
    }
    return smyi_exp(options[ALPHA]);
}

/**
 * A distribution over the points 0, 1 ... 100 of the scale, issue by issue:
 *
 *     p(g) ~ exp(alpha [g is held] - beta sum_a w_a ((g - x_a) / 100)^2)   g within the hull
 *     p <- 0.995 p + 0.005 / 101                                           everywhere
 *
 * with w_a = c_a s_a / W, held points the positions rounded to the grid, halves up, and the
 * hull from the lowest to the highest position, all of them whatever their salience. The sum
 * is ((g - mu) / 100)^2 and a constant, mu the weighted mean.
 *
 * value, mass [issues x 101 x lanes]; point: the caller's quantile. Where every weight is 0 but
 * positions are held, all who hold one weigh alike (models.md M says so, against the rule of
 * section 0 that other models follow); where nobody holds one: no mass, status NO_WEIGHT and
 * the status quo, UNDEFINED without one.
 *
 * Source: models.md M (fitted on 255 issues of DEU III: arregui2021).
 * Cost: O(actors + 101) a lane and two exponentials. Relative error of a mass below 1e-12.
 */
static SmyCode solve(const SmyiGame *game, const double *options, SmyiArena *mem,
                     SmyiOutcome *out)
{
    size_t n = game->n_lanes, n_weights = game->n_actors * n;
    Lanes lanes = {.n = n, .held = SMYI_NEW(mem, GRID * n, double)};
    double *weight = SMYI_NEW(mem, n_weights, double),
           *equal = SMYI_NEW(mem, n_weights, double);
    double total[SMYI_BLOCK], common[GRID];
    if (!lanes.held || !weight || !equal)
        return SMY_ERR_NOMEM;
    double heap = shared_factors(options, common);
    for (size_t i = 0; i < game->n_issues; i++) {
        double *value = out->value + i * GRID * n, *mass = out->mass + i * GRID * n;
        weigh(game, i, weight, equal, total);
        gather(game, i, weight, total, &lanes);
        mark(game, i, &lanes);
        for (size_t k = 0; k < n; k++) {
            double slope = 2 * options[BETA] * (lanes.mean[k] - MIDDLE) / 1e4;
            lanes.rise[k] = smyi_exp(slope);
            lanes.fall[k] = smyi_exp(-slope);
        }
        spread(&lanes, common, heap, mass);
        for (size_t g = 0; g < GRID; g++)
            for (size_t k = 0; k < n; k++)
                value[g * n + k] = (double)g / 100;
        for (size_t k = 0; k < n; k++) {
            double q = game->status_quo[i * n + k];
            out->point[i * n + k] = q;
            out->status[i * n + k] =
                (unsigned char)(total[k] > 0 ? SMY_STATUS_OK : smyi_no_weight(q));
        }
    }
    return SMY_OK;
}

static size_t support(size_t n_actors)
{
    (void)n_actors;
    return GRID;
}

/* `summitry backtest` on the visible part of DEU III, row heaped.cv, seed 1 (docs/backtest.md). */
static const SmyTrackRecord record = {
    .data = "decisions of the European Union (DEU III)",
    .silent_on = "Those were single issues, decided inside an institution: of other talks "
                 "this says nothing.",
    .how = "each proposal forecast by a fit to the others",
    .baseline = "mean",
    .issues = 255,
    .groups = 94,
    .mae = 21.01,
    .crps = 15.10,
    .baseline_mae = 22.60,
    .baseline_crps = 22.60,
    .inside_80 = 0.91,
};

const SmyiModel smyi_model_heaped = {
    .info =
        {.id = "heaped",
         .title = "Heaped compromise (forecast)",
         .family = "forecast",
         .assumes =
             "Outcomes lie near the compromise, most often on a position someone holds.",
         .assumption = "averages by weight",
         .record = &record,
         .source = "summitry,arregui2021",
         .options = options_of,
         .n_options = N_OPTIONS,
         .laws = SMY_LAW_PERMUTE | SMY_LAW_CAPABILITY | SMY_LAW_MIRROR,
         .distribution = true},
    .solve = solve,
    .support = support,
};
