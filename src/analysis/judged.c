/* SPDX-License-Identifier: Apache-2.0 */
/* A model's forecasts of past decisions, each held against what came. */
#include "analysis/judged.h"

#include <math.h>

#include "analysis/scores.h"
#include "base/maths.h"
#include "base/sums.h"

static const double NEAR = 1e-9, LEAST_CHANCE = 1e-12;

const double smyi_interval_levels[SMYI_N_INTERVALS] = {.5, .8, .9, .95};

typedef struct Distribution { /* of one lane, in points */
    double *value, *mass;     /* [n] ascending; sum 1 */
    size_t n;
} Distribution;

static void take_lane(const SmyiOutcome *out, size_t n_lanes, size_t lane, Distribution *d)
{
    d->n = 0;
    for (size_t s = 0; s < out->support; s++) {
        double mass = out->mass[s * n_lanes + lane];
        if (!(mass > 0))
            continue;
        d->value[d->n] = smyi_points(out->value[s * n_lanes + lane]);
        d->mass[d->n++] = mass;
    }
}

/* The least value with cumulative mass >= t, as the models' median is taken. */
static double quantile(const Distribution *d, double t)
{
    double cumulative = 0;
    for (size_t g = 0; g < d->n; g++) {
        cumulative += d->mass[g];
        if (cumulative >= t - 1e-12)
            return d->value[g];
    }
    return d->value[d->n - 1];
}

static double mean(const Distribution *d)
{
    double sum = 0, lost = 0;
    for (size_t g = 0; g < d->n; g++)
        smyi_add(&sum, &lost, d->mass[g] * d->value[g]);
    return sum + lost;
}

static double chance_near(const Distribution *d, double outcome)
{
    double sum = 0, lost = 0;
    for (size_t g = 0; g < d->n; g++)
        if (fabs(d->value[g] - outcome) < .5)
            smyi_add(&sum, &lost, d->mass[g]);
    return sum + lost;
}

/* Chance of the upper of two ends: what lies nearer to it, and half of what lies between. */
static double chance_of_high(const Distribution *d, const SmyiDecision *decision)
{
    double middle = (decision->low + decision->high) / 2, sum = 0, lost = 0;
    for (size_t g = 0; g < d->n; g++)
        smyi_add(&sum, &lost,
                 d->value[g] > middle + NEAR   ? d->mass[g]
                 : d->value[g] < middle - NEAR ? 0
                                               : d->mass[g] / 2);
    return sum + lost;
}

static void judge_brier(const Distribution *d, const SmyiDecision *decision,
                        SmyiJudged *out)
{
    if (!decision->is_dichotomous)
        return;
    out->chance = chance_of_high(d, decision);
    out->brier = smyi_brier(out->chance, decision->outcome >= decision->high ? 1 : 0);
}

static void judge_distribution(const Distribution *d, const SmyiDecision *decision,
                               SmyiJudged *out)
{
    double y = decision->outcome;
    out->mean = mean(d);
    out->crps = smyi_crps_discrete(d->value, d->mass, d->n, y);
    out->log_score = smyi_log(fmax(chance_near(d, y), LEAST_CHANCE));
    smyi_pit_discrete(d->value, d->mass, d->n, y, &out->below, &out->upto);
    for (size_t l = 0; l < SMYI_N_INTERVALS; l++) {
        double tail = (1 - smyi_interval_levels[l]) / 2;
        double low = quantile(d, tail), high = quantile(d, 1 - tail);
        out->covered[l] = y >= low - NEAR && y <= high + NEAR;
        out->width[l] = high - low;
    }
}

/* Forecasts of one block, and room for one lane's distribution. */
static SmyCode solve(const SmyiDecisions *decisions, size_t block, const SmyiModel *model,
                     const double *options, SmyiArena *mem, SmyiOutcome *out,
                     Distribution *d)
{
    const SmyiGame *game = &decisions->games[block];
    if (!smyi_outcome_new(model, game->n_actors, 1, game->n_lanes, mem, out))
        return SMY_ERR_NOMEM;
    d->value = SMYI_NEW(mem, out->support + 1, double);
    d->mass = SMYI_NEW(mem, out->support + 1, double);
    if (!d->value || !d->mass)
        return SMY_ERR_NOMEM;
    return smyi_model_solve(model, game, options, NULL, mem, out);
}

static void judge_lane(const SmyiDecision *decision, const SmyiOutcome *outcome,
                       size_t n_lanes, size_t lane, Distribution *d, SmyiJudged *out)
{
    double none = (double)NAN;
    *out = (SmyiJudged){.status = (SmyStatus)outcome->status[lane],
                        .point = none,
                        .mean = none,
                        .crps = none,
                        .chance = none,
                        .brier = none,
                        .log_score = none,
                        .below = none,
                        .upto = none};
    if (out->status == SMY_STATUS_UNDEFINED || isnan(outcome->point[lane])) {
        out->status = SMY_STATUS_UNDEFINED;
        return;
    }
    out->point = out->mean = smyi_points(outcome->point[lane]);
    if (outcome->support)
        take_lane(outcome, n_lanes, lane, d);
    if (outcome->support && d->n) {
        judge_distribution(d, decision, out);
        judge_brier(d, decision, out);
        return;
    }
    *d = (Distribution){d->value, d->mass, 1};
    d->value[0] = out->point, d->mass[0] = 1;
    out->crps = fabs(out->point - decision->outcome);
    judge_brier(d, decision, out);
}

SmyCode smyi_judge_block(const SmyiDecisions *decisions, size_t block,
                         const SmyiModel *model, const double *options, SmyiArena *mem,
                         SmyiJudged *out)
{
    SmyiMark mark = smyi_arena_mark(mem);
    SmyiOutcome outcome;
    Distribution d;
    size_t n = decisions->games[block].n_lanes;
    SmyCode code = solve(decisions, block, model, options, mem, &outcome, &d);
    for (size_t k = 0; k < n && code == SMY_OK; k++)
        judge_lane(&decisions->list[block * SMYI_BLOCK + k], &outcome, n, k, &d, &out[k]);
    smyi_arena_rewind(mem, mark);
    return code;
}

SmyCode smyi_judge_chances(const SmyiDecisions *decisions, size_t block,
                           const SmyiModel *model, const double *options, SmyiArena *mem,
                           double *out)
{
    SmyiMark mark = smyi_arena_mark(mem);
    SmyiOutcome outcome;
    Distribution d;
    size_t n = decisions->games[block].n_lanes;
    SmyCode code = solve(decisions, block, model, options, mem, &outcome, &d);
    for (size_t k = 0; k < n && code == SMY_OK; k++) {
        double y = decisions->list[block * SMYI_BLOCK + k].outcome;
        take_lane(&outcome, n, k, &d);
        out[k] = outcome.status[k] == SMY_STATUS_UNDEFINED
                     ? (double)NAN
                     : smyi_log(fmax(chance_near(&d, y), LEAST_CHANCE));
    }
    smyi_arena_rewind(mem, mark);
    return code;
}
