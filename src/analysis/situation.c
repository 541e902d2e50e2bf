/* SPDX-License-Identifier: Apache-2.0 */
/* A block of drawn inputs in the units of the engine. */
#include "analysis/situation.h"

#include <math.h>
#include <string.h>

#include "base/copula.h"
#include "base/lanes.h"
#include "base/random.h"
#include "base/sums.h"
#include "model/model.h"

bool smyi_situation_new(const SmyiFrame *f, size_t n_lanes, SmyiArena *mem,
                        SmyiSituation *sit)
{
    size_t cells = f->n_actors * f->n_issues * n_lanes, rows = f->n_actors * n_lanes;
    *sit = (SmyiSituation){
        .n_lanes = n_lanes,
        .value = SMYI_NEW(mem, f->n_inputs * n_lanes, double),
        .position = SMYI_NEW(mem, cells, double),
        .salience = SMYI_NEW(mem, cells, double),
        .share = SMYI_NEW(mem, cells, double),
        .stated = SMYI_NEW(mem, cells, double),
        .accept_low = SMYI_NEW(mem, cells, double),
        .accept_high = SMYI_NEW(mem, cells, double),
        .capability = SMYI_NEW(mem, rows, double),
        .no_deal = SMYI_NEW(mem, rows, double),
        .status_quo = SMYI_NEW(mem, f->n_issues * n_lanes, double),
        .worth_quo = SMYI_NEW(mem, rows, double),
        .normal = SMYI_NEW(mem, f->n_correlated * n_lanes, double),
        .together = SMYI_NEW(mem, f->n_correlated, double *),
    };
    return sit->value && sit->position && sit->salience && sit->share && sit->stated &&
           sit->accept_low && sit->accept_high && sit->capability && sit->no_deal &&
           sit->status_quo && sit->worth_quo && sit->normal && sit->together;
}

static void fill(double *row, size_t n, double value)
{
    for (size_t k = 0; k < n; k++)
        row[k] = value;
}

SMYI_KERNEL static void scale_row(size_t n, const double *restrict value, double zero,
                                  double unit, double *restrict out)
{
    for (size_t k = 0; k < n; k++)
        out[k] = (value[k] - zero) / unit;
}

/* (value - zero) / unit of an input, or `none` where there is no such input. */
static void scaled(const SmyiSituation *sit, int input, double zero, double unit,
                   double none, double *out)
{
    size_t n = sit->n_lanes;
    if (input == SMYI_NONE) {
        fill(out, n, none);
        return;
    }
    const double *value = sit->value + (size_t)input * n;
    if (zero == 0 && unit == 1) /* the same number, without dividing */
        memcpy(out, value, n * sizeof *out);
    else
        scale_row(n, value, zero, unit, out);
}

/* accepts x if |x - p| <= |limit - p|; a pair is taken as it stands; none: everything */
static void acceptance(const SmyiFrame *f, SmyiSituation *sit, const SmyiStance *stance,
                       size_t issue, const double *position, double *low, double *high)
{
    const SmyiIssue *scale = &f->scn->issues[issue];
    double range = scale->high - scale->low;
    size_t n = sit->n_lanes;
    if (stance->limit_pair) {
        fill(low, n, (stance->limit_low - scale->low) / range);
        fill(high, n, (stance->limit_high - scale->low) / range);
        return;
    }
    scaled(sit, stance->limit, scale->low, range, 0, high);
    for (size_t k = 0; k < n; k++) {
        double reach = fabs(high[k] - position[k]);
        low[k] = position[k] - reach;
        high[k] = position[k] + reach;
    }
}

static void stance_rows(const SmyiFrame *f, SmyiSituation *sit, size_t a, size_t i)
{
    const SmyiIssue *issue = &f->scn->issues[i];
    const SmyiStance *stance = &f->scn->stances[a * f->n_issues + i];
    double range = issue->high - issue->low;
    size_t n = sit->n_lanes, at = (a * f->n_issues + i) * n;
    bool held = stance->position != SMYI_NONE && stance->salience != SMYI_NONE;
    if (!held) {
        fill(sit->position + at, n, (double)NAN);
        fill(sit->salience + at, n, 0);
        return;
    }
    if (stance->stated != SMYI_NONE)
        scaled(sit, stance->stated, issue->low, range, 0, sit->stated + at);
    bool use_stated = f->stated && stance->stated != SMYI_NONE;
    scaled(sit, use_stated ? stance->stated : stance->position, issue->low, range, 0,
           sit->position + at);
    scaled(sit, stance->salience, 0, 100, 0, sit->salience + at);
    if (smyi_is_limited(f, a, i))
        acceptance(f, sit, stance, i, sit->position + at, sit->accept_low + at,
                   sit->accept_high + at);
}

/* Adds an issue's saliences to their sum, and counts it where a position is held. */
SMYI_KERNEL static void add_salience(size_t n, const double *restrict salience,
                                     const double *restrict position, double *restrict sum,
                                     double *restrict lost, double *restrict held)
{
    for (size_t k = 0; k < n; k++) {
        smyi_add(&sum[k], &lost[k], salience[k]);
        held[k] += position[k] == position[k] ? 1 : 0;
    }
}

SMYI_KERNEL static void divide_salience(size_t n, const double *restrict salience,
                                        const double *restrict position,
                                        const double *restrict total,
                                        const double *restrict held, double *restrict share)
{
    for (size_t k = 0; k < n; k++) {
        double part = total[k] > 0 ? salience[k] / total[k] : 1 / held[k];
        share[k] = position[k] == position[k] ? part : 0;
    }
}

/* s'_ai = s_ai / sum_j s_aj over the issues held; all 0: equal shares of them */
static void share_rows(const SmyiFrame *f, SmyiSituation *sit, size_t a)
{
    size_t n = sit->n_lanes, m = f->n_issues, first = a * m * n, last = first + m * n;
    double sum[SMYI_BLOCK] = {0}, lost[SMYI_BLOCK] = {0}, held[SMYI_BLOCK] = {0};
    for (size_t at = first; at < last; at += n)
        add_salience(n, sit->salience + at, sit->position + at, sum, lost, held);
    for (size_t k = 0; k < n; k++)
        sum[k] += lost[k];
    for (size_t at = first; at < last; at += n)
        divide_salience(n, sit->salience + at, sit->position + at, sum, held,
                        sit->share + at);
}

enum { EIGHT = 8 };

/* What one issue takes from a utility in each of `lanes`; an issue not held takes nothing. */
SMYI_INLINE void add_loss(size_t lanes, const double *restrict x,
                          const double *restrict position, const double *restrict share,
                          bool quadratic, double *restrict sum, double *restrict lost)
{
    SMYI_LANES
    for (size_t k = 0; k < lanes; k++) {
        double d = fabs(x[k] - position[k]);
        double loss = quadratic ? d * d : d;
        double term = smyi_choose(smyi_above(share[k], 0), share[k] * loss, 0);
        smyi_add(&sum[k], &lost[k], term);
    }
}

/* Issue by issue in a few lanes, of rows of n, so that their sums stay in registers. */
SMYI_INLINE void add_losses(size_t lanes, size_t n, size_t cells, const double *restrict x,
                            const double *restrict position, const double *restrict share,
                            bool quadratic, double *restrict u)
{
    double sum[EIGHT] = {0}, lost[EIGHT] = {0};
    for (size_t at = 0; at < cells; at += n)
        add_loss(lanes, x + at, position + at, share + at, quadratic, sum, lost);
    SMYI_LANES
    for (size_t k = 0; k < lanes; k++)
        u[k] = 1 - (sum[k] + lost[k]);
}

SMYI_INLINE void utilities_as(bool quadratic, size_t n, size_t m, const double *restrict x,
                              const double *restrict position, const double *restrict share,
                              double *restrict u)
{
    size_t k = 0;
    for (; k + EIGHT <= n; k += EIGHT)
        add_losses(EIGHT, n, m * n, x + k, position + k, share + k, quadratic, u + k);
    for (; k < n; k++)
        add_losses(1, n, m * n, x + k, position + k, share + k, quadratic, u + k);
}

/* One loop a loss, so that no lane asks which it is. */
SMYI_KERNEL static void utilities(bool quadratic, size_t n, size_t m,
                                  const double *restrict x, const double *restrict position,
                                  const double *restrict share, double *restrict u)
{
    if (quadratic)
        utilities_as(true, n, m, x, position, share, u);
    else
        utilities_as(false, n, m, x, position, share, u);
}

void smyi_utility(const SmyiFrame *f, const SmyiSituation *sit, size_t actor,
                  const double *x, double *u)
{
    size_t n = sit->n_lanes, m = f->n_issues, at = actor * m * n;
    if (f->holds[actor])
        utilities(f->quadratic, n, m, x, sit->position + at, sit->share + at, u);
    else
        fill(u, n, (double)NAN);
}

static void derive_status_quo(const SmyiFrame *f, SmyiSituation *sit)
{
    size_t n = sit->n_lanes;
    for (size_t i = 0; i < f->n_issues; i++) {
        const SmyiIssue *issue = &f->scn->issues[i];
        scaled(sit, issue->status_quo, issue->low, issue->high - issue->low, (double)NAN,
               sit->status_quo + i * n);
    }
}

static void derive_actor(const SmyiFrame *f, SmyiSituation *sit, size_t a)
{
    size_t n = sit->n_lanes;
    const SmyiActor *actor = &f->scn->actors[a];
    for (size_t i = 0; i < f->n_issues; i++)
        stance_rows(f, sit, a, i);
    share_rows(f, sit, a);
    scaled(sit, actor->capability, 0, 1, 0, sit->capability + a * n);
    scaled(sit, actor->no_deal, 0, 100, 0, sit->no_deal + a * n);
}

/* Everything that follows from the values. */
void smyi_situation_derive(const SmyiFrame *f, size_t n_lanes, SmyiSituation *sit)
{
    sit->n_lanes = n_lanes;
    derive_status_quo(f, sit);
    for (size_t a = 0; a < f->n_actors; a++) {
        derive_actor(f, sit, a);
        smyi_utility(f, sit, a, sit->status_quo, sit->worth_quo + a * n_lanes);
    }
}

void smyi_situation_renew(const SmyiFrame *f, const SmyiReach *reach, SmyiSituation *sit)
{
    if (reach->status_quo)
        derive_status_quo(f, sit);
    for (size_t a = 0; a < f->n_actors; a++) {
        if (reach->actors[a])
            derive_actor(f, sit, a);
        if (reach->actors[a] || reach->status_quo)
            smyi_utility(f, sit, a, sit->status_quo, sit->worth_quo + a * sit->n_lanes);
    }
}

void smyi_situation_points(const SmyiFrame *f, size_t n_lanes, SmyiSituation *sit)
{
    sit->n_lanes = n_lanes;
    for (size_t j = 0; j < f->n_inputs; j++)
        fill(sit->value + j * n_lanes, n_lanes, smyi_estimate_point(&f->estimates[j]));
    smyi_situation_derive(f, n_lanes, sit);
}

void smyi_situation_draw(const SmyiFrame *f, uint64_t seed, uint64_t first_draw,
                         size_t n_lanes, SmyiSituation *sit)
{
    smyi_uniforms(seed, SMYI_STREAM_INPUTS, first_draw, n_lanes, 0, f->n_inputs,
                  sit->value);
    smyi_situation_from_uniforms(f, n_lanes, sit);
}

void smyi_situation_values(const SmyiFrame *f, size_t n_lanes, SmyiSituation *sit)
{
    for (size_t j = 0; j < f->n_correlated; j++)
        sit->together[j] = sit->value + (size_t)f->correlated[j] * n_lanes;
    if (f->n_correlated)
        smyi_copula_apply(f->factor, f->n_correlated, sit->together, n_lanes, sit->normal);
    for (size_t j = 0; j < f->n_inputs; j++)
        smyi_estimate_quantiles(&f->estimates[j], sit->value + j * n_lanes, n_lanes,
                                sit->value + j * n_lanes);
}

void smyi_situation_from_uniforms(const SmyiFrame *f, size_t n_lanes, SmyiSituation *sit)
{
    smyi_situation_values(f, n_lanes, sit);
    smyi_situation_derive(f, n_lanes, sit);
}
