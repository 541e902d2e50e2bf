/* SPDX-License-Identifier: Apache-2.0 */
/* Past decisions as blocks of games. */
#include "analysis/decisions.h"

#include <math.h>

#include "base/sums.h"
#include "scenario/index.h"

double smyi_points(double x)
{
    double points = 100 * x, whole = floor(points + .5);
    return fabs(points - whole) < 1e-9 ? whole : points;
}

static double share(const SmyiCase *one, double x)
{
    return (x - one->low) / (one->high - one->low);
}

static bool takes_part(const SmyiStandpoint *s, bool equal_capability)
{
    return !isnan(s->position) && !isnan(s->salience) &&
           (equal_capability || !isnan(s->capability));
}

static size_t count_actors(const SmyCases *cases, const SmyiCase *one,
                           bool equal_capability)
{
    size_t n = 0;
    for (size_t a = 0; a < one->n_actors; a++)
        n += takes_part(&cases->standpoints[one->first + a], equal_capability);
    return n;
}

static bool has_capability(const SmyCases *cases)
{
    for (size_t s = 0; s < cases->n_standpoints; s++)
        if (!isnan(cases->standpoints[s].capability))
            return true;
    return false;
}

/* Only two positions are held, and the outcome is one of them. */
static void see_dichotomy(const SmyCases *cases, bool equal, SmyiDecision *d)
{
    const SmyiCase *one = d->from;
    double low = HUGE_VAL, high = -HUGE_VAL;
    for (size_t a = 0; a < one->n_actors; a++) {
        const SmyiStandpoint *s = &cases->standpoints[one->first + a];
        if (takes_part(s, equal)) {
            low = fmin(low, smyi_points(share(one, s->position)));
            high = fmax(high, smyi_points(share(one, s->position)));
        }
    }
    d->low = low, d->high = high;
    d->is_dichotomous = low < high && !(d->outcome > low && d->outcome < high) &&
                        d->outcome >= low && d->outcome <= high;
    for (size_t a = 0; a < one->n_actors; a++) {
        const SmyiStandpoint *s = &cases->standpoints[one->first + a];
        double x = smyi_points(share(one, s->position));
        if (takes_part(s, equal) && x > low && x < high)
            d->is_dichotomous = false;
    }
}

static SmyCode choose(const SmyCases *cases, SmyiArena *mem, SmyiDecisions *out)
{
    SmyiIndex groups = {.arena = mem};
    for (size_t i = 0; i < cases->n_cases; i++) {
        const SmyiCase *one = &cases->cases[i];
        size_t n_actors = count_actors(cases, one, out->equal_capability);
        out->without_capability += count_actors(cases, one, true) - n_actors;
        if (isnan(one->outcome) || n_actors < SMYI_FEWEST_ACTORS) {
            out->unknown_outcome += isnan(one->outcome) ? 1 : 0;
            out->too_few_actors += isnan(one->outcome) ? 0 : 1;
            continue;
        }
        int group = smyi_index_find(&groups, one->group);
        if (group < 0) {
            group = (int)out->n_groups;
            out->group_names[out->n_groups++] = one->group;
            if (!smyi_index_add(&groups, one->group, group))
                return SMY_ERR_NOMEM;
        }
        SmyiDecision *d = &out->list[out->n++];
        *d = (SmyiDecision){.from = one,
                            .outcome = smyi_points(share(one, one->outcome)),
                            .group = (size_t)group};
        see_dichotomy(cases, out->equal_capability, d);
        out->dichotomous += d->is_dichotomous;
        out->with_status_quo += isnan(one->status_quo) ? 0 : 1;
    }
    return SMY_OK;
}

typedef struct Arrays { /* of a game, to be written */
    double *position, *salience, *capability, *status_quo;
    size_t n_lanes;
} Arrays;

/* Where nobody weighs anything, all weigh the same. */
static bool mend_weights(const Arrays *g, size_t n_actors, size_t lane)
{
    double sum = 0;
    for (size_t a = 0; a < n_actors; a++)
        sum += g->capability[a * g->n_lanes + lane] * g->salience[a * g->n_lanes + lane];
    for (size_t a = 0; a < n_actors && !(sum > 0); a++)
        g->capability[a * g->n_lanes + lane] = g->salience[a * g->n_lanes + lane] = 1;
    return !(sum > 0);
}

static void fill_lane(const SmyCases *cases, const SmyiDecision *d, const Arrays *g,
                      size_t lane, SmyiDecisions *out)
{
    const SmyiCase *one = d->from;
    size_t n = 0;
    for (size_t a = 0; a < one->n_actors; a++) {
        const SmyiStandpoint *s = &cases->standpoints[one->first + a];
        if (!takes_part(s, out->equal_capability))
            continue;
        size_t at = n++ * g->n_lanes + lane;
        g->position[at] = share(one, s->position);
        g->salience[at] = s->salience / 100;
        g->capability[at] = out->equal_capability ? 1 : s->capability;
    }
    out->equal_weights += mend_weights(g, n, lane);
    g->status_quo[lane] = share(one, one->status_quo);
}

static SmyCode fill_block(const SmyCases *cases, size_t block, SmyiArena *mem,
                          SmyiDecisions *out)
{
    size_t first = block * SMYI_BLOCK, n_actors = 0;
    size_t n = out->n - first < SMYI_BLOCK ? out->n - first : SMYI_BLOCK;
    for (size_t k = 0; k < n; k++) {
        size_t more = count_actors(cases, out->list[first + k].from, out->equal_capability);
        n_actors = more > n_actors ? more : n_actors;
    }
    Arrays g = {SMYI_NEW(mem, n_actors * n, double), SMYI_NEW(mem, n_actors * n, double),
                SMYI_NEW(mem, n_actors * n, double), SMYI_NEW(mem, n, double), n};
    double *no_deal = SMYI_NEW(mem, n_actors * n, double);
    if (!g.position || !g.salience || !g.capability || !g.status_quo || !no_deal)
        return SMY_ERR_NOMEM;
    for (size_t c = 0; c < n_actors * n; c++)
        g.position[c] = (double)NAN;
    for (size_t k = 0; k < n; k++)
        fill_lane(cases, &out->list[first + k], &g, k, out);
    out->games[block] = (SmyiGame){.n_actors = n_actors,
                                   .n_issues = 1,
                                   .n_lanes = n,
                                   .position = g.position,
                                   .salience = g.salience,
                                   .capability = g.capability,
                                   .no_deal = no_deal,
                                   .status_quo = g.status_quo};
    return SMY_OK;
}

SmyCode smyi_decisions_new(const SmyCases *cases, bool equal_capability, SmyiArena *mem,
                           SmyiDecisions *out)
{
    *out = (SmyiDecisions){.equal_capability = equal_capability || !has_capability(cases)};
    out->list = SMYI_NEW(mem, cases->n_cases, SmyiDecision);
    out->group_names = SMYI_NEW(mem, cases->n_cases, const char *);
    if (!out->list || !out->group_names)
        return SMY_ERR_NOMEM;
    SmyCode code = choose(cases, mem, out);
    out->n_blocks = (out->n + SMYI_BLOCK - 1) / SMYI_BLOCK;
    out->games = SMYI_NEW(mem, out->n_blocks, SmyiGame);
    if (!out->games)
        return SMY_ERR_NOMEM;
    for (size_t b = 0; b < out->n_blocks && code == SMY_OK; b++)
        code = fill_block(cases, b, mem, out);
    return code;
}
