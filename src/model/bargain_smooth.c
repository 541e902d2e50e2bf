/* SPDX-License-Identifier: Apache-2.0 */
/* The four solutions for any number of parties and issues with quadratic loss. */
#include "model/bargain_smooth.h"

/* Forces smaller than this share of the largest count as none. */
#define FORCE_TOL 1e-7

struct SmyiStrict {
    SmyiSmooth *w;
    double *best;  /* [n] largest rational gains, b_a - d_a */
    double *start; /* [m] a package that is a gain for whoever can gain */
    bool *can;     /* [n] can gain */
};

SmyiStrict *smyi_strict_new(size_t n_actors, size_t n_issues, SmyiArena *mem)
{
    SmyiStrict *s = SMYI_NEW(mem, 1, SmyiStrict);
    if (!s)
        return NULL;
    s->w = smyi_smooth_new(n_actors, n_issues, mem);
    s->best = SMYI_NEW(mem, n_actors, double);
    s->start = SMYI_NEW(mem, n_issues, double);
    s->can = SMYI_NEW(mem, n_actors, bool);
    return s->w && s->best && s->start && s->can ? s : NULL;
}

/* Whoever has force keeps its gain, and its issues stay. False: nobody is left. */
static bool hold(SmyiSmooth *w, const SmyiBargain *b)
{
    double most = 0;
    bool left = false;
    for (size_t a = 0; a < w->n; a++)
        most = w->counts[a] ? fmax(most, w->unit[a] * w->force[a]) : most;
    for (size_t a = 0; a < w->n; a++) {
        if (!w->counts[a] || w->unit[a] * w->force[a] < FORCE_TOL * most)
            continue;
        w->counts[a] = false;
        for (size_t i = 0; i < w->m; i++)
            w->settled[i] = w->settled[i] || b->share[a * w->m + i] > 0;
    }
    for (size_t a = 0; a < w->n; a++)
        left = left || w->counts[a];
    return left;
}

/* Only rows of `among` that some issue can still change; the others hold as they are. */
static void count_movable(SmyiSmooth *w, const SmyiBargain *b, const bool *among)
{
    for (size_t a = 0; a < w->n; a++) {
        bool moves = false;
        for (size_t i = 0; i < w->m; i++)
            moves = moves || (!w->settled[i] && b->share[a * w->m + i] > 0);
        w->counts[a] = among[a] && moves;
    }
}

static bool leximin(SmyiSmooth *w, const SmyiBargain *b)
{
    w->has_level = true;
    do {
        count_movable(w, b, w->counts);
        if (!smyi_smooth_maximise(w, b))
            return false;
    } while (hold(w, b));
    return true;
}

/* The status quo, on what is not settled, where it is as good: it has no rounding. */
static void prefer_status_quo(SmyiSmooth *w, const SmyiBargain *b)
{
    bool as_good = true;
    for (size_t i = 0; i < w->m; i++) {
        w->step[i] = w->x[i];
        w->x[i] = w->settled[i] ? w->x[i] : b->status_quo[i];
    }
    for (size_t a = 0; a < w->n; a++)
        as_good = as_good && (!w->counts[a] ||
                              smyi_bargain_gain(b, a, w->x) >= w->level - SMYI_GAIN_TOL);
    for (size_t i = 0; !as_good && i < w->m; i++)
        w->x[i] = w->step[i];
}

/*
 * The largest least gain, first of all, then where it is 0 of those not held by it. Leaves who
 * can gain in `counts`, and a package that is a gain for all of them. `least`: of all.
 */
static bool least_gain(SmyiSmooth *w, const SmyiBargain *b, double *least)
{
    w->has_level = true;
    for (size_t a = 0; a < w->n; a++) {
        w->counts[a] = true;
        w->unit[a] = 1;
        w->least[a] = w->weight[a] = 0;
    }
    for (bool first = true, more = true; more; first = false) {
        count_movable(w, b, w->counts);
        if (!smyi_smooth_maximise(w, b))
            return false;
        *least = first ? w->level : *least;
        if (w->level > SMYI_GAIN_TOL || *least < -SMYI_GAIN_TOL)
            return true;
        prefer_status_quo(w, b);
        more = hold(w, b);
    }
    return true;
}

/* Largest rational gain of each of those that can gain. */
static bool best_gains(SmyiStrict *s, const SmyiBargain *b, const bool *can)
{
    SmyiSmooth *w = s->w;
    for (size_t i = 0; i < w->m; i++)
        s->start[i] = w->x[i];
    for (size_t a = 0; a < w->n; a++) {
        if (!can[a])
            continue;
        for (size_t i = 0; i < w->m; i++)
            w->x[i] = s->start[i];
        count_movable(w, b, can);
        w->has_level = false;
        for (size_t c = 0; c < w->n; c++) {
            w->unit[c] = 0;
            w->weight[c] = a == c ? 1 : 0;
        }
        bool moves = w->counts[a];
        w->counts[a] = false;
        if (moves && !smyi_smooth_maximise(w, b))
            return false;
        s->best[a] = smyi_bargain_gain(b, a, w->x);
    }
    for (size_t i = 0; i < w->m; i++)
        w->x[i] = s->start[i];
    return true;
}

/* Change of gain_a along the step: rate * t - bend * t^2, kept in slack_step and dual_step. */
static void set_rates(SmyiSmooth *w, const SmyiBargain *b)
{
    for (size_t a = 0; a < w->n; a++) {
        w->slack_step[a] = w->dual_step[a] = 0;
        for (size_t i = 0; i < w->m; i++) {
            double step = w->settled[i] ? 0 : w->step[i];
            w->slack_step[a] += w->gradient[a * w->m + i] * step;
            w->dual_step[a] += b->share[a * w->m + i] * step * step;
        }
    }
}

/* Slope of sum alpha log gain after t of the step; -infinity past a gain of 0. */
static double climb(const SmyiSmooth *w, const SmyiBargain *b, double t)
{
    double sum = 0;
    for (size_t a = 0; a < w->n; a++) {
        double rate = w->slack_step[a], bend = w->dual_step[a];
        double gain = w->gain[a] + t * (rate - t * bend);
        if (w->counts[a] && !(gain > 0))
            return -HUGE_VAL;
        sum += w->counts[a] ? b->alpha[a] * (rate - 2 * t * bend) / gain : 0;
    }
    return sum;
}

/* The whole step if it still climbs there, or a part of it where it hardly climbs any more. */
static double step_length(const SmyiSmooth *w, const SmyiBargain *b)
{
    double first = climb(w, b, 0), lo = 0, hi = 1, t = 1;
    for (int round = 0; round < 60; round++) {
        double slope = climb(w, b, t);
        if (fabs(slope) <= .1 * first || (slope > 0 && t >= 1))
            return t;
        if (slope > 0)
            lo = t;
        else
            hi = t;
        t = lo / 2 + hi / 2;
    }
    return lo;
}

/* One line of Newton's equations; the right side as a share of the most it could be. */
static double set_line(SmyiSmooth *w, const SmyiBargain *b, size_t i)
{
    size_t m = w->m;
    double size = 0, sum = 0, *line = w->matrix + i * (m + 1);
    for (size_t j = 0; j <= m; j++)
        line[j] = i == j && w->settled[i] ? 1 : 0;
    for (size_t a = 0; !w->settled[i] && a < w->n; a++) {
        const double *v = w->gradient + a * m;
        double force = w->counts[a] ? b->alpha[a] / w->gain[a] : 0, pull = force * v[i];
        sum += pull;
        size += 2 * force * b->share[a * m + i];
        line[i] += 2 * force * b->share[a * m + i];
        for (size_t j = 0; force > 0 && j < m; j++)
            line[j] += force / b->alpha[a] * pull * v[j];
    }
    line[m] = sum;
    return size > 0 ? fabs(sum) / size : 0;
}

/* Newton's method from a package that is a gain for all that count. */
static bool nash(SmyiSmooth *w, const SmyiBargain *b)
{
    double before = HUGE_VAL;
    for (int round = 0; round < 200; round++) {
        double most = 0;
        smyi_smooth_look(w, b);
        for (size_t i = 0; i < w->m; i++)
            most = fmax(most, set_line(w, b, i));
        if (most <= 1e-15 || (most <= 1e-8 && most >= before))
            return true;
        before = most;
        smyi_eliminate(w->matrix, w->m, w->step);
        set_rates(w, b);
        double t =
            most <= 1e-6 ? 1 : step_length(w, b); /* near, rounding blinds the search */
        for (size_t i = 0; i < w->m; i++)
            w->x[i] += w->settled[i] ? 0 : t * w->step[i];
    }
    return false;
}

static bool utilitarian(SmyiSmooth *w, const SmyiBargain *b, const bool *can)
{
    count_movable(w, b, can);
    w->has_level = false;
    for (size_t a = 0; a < w->n; a++) {
        w->unit[a] = 0;
        w->weight[a] = b->alpha[a];
    }
    return smyi_smooth_maximise(w, b);
}

static bool apply(SmyiStrict *s, const SmyiBargain *b, SmyiRule rule, bool *can)
{
    SmyiSmooth *w = s->w;
    for (size_t a = 0; a < w->n; a++)
        can[a] = w->counts[a];
    switch (rule) {
    case SMYI_RULE_NASH:
        return nash(w, b);
    case SMYI_RULE_UTILITARIAN:
        return utilitarian(w, b, can);
    case SMYI_RULE_KALAI_SMORODINSKY:
        if (!best_gains(s, b, can))
            return false;
        break;
    case SMYI_RULE_EGALITARIAN:
        break;
    }
    for (size_t a = 0; a < w->n; a++) {
        w->counts[a] = can[a];
        w->weight[a] = 0;
        w->unit[a] = rule == SMYI_RULE_EGALITARIAN ? b->unit[a] : can[a] ? s->best[a] : 0;
    }
    return leximin(w, b);
}

/**
 * The four solutions for any number of parties and issues with quadratic loss.
 *
 * Utilities determine the package, so there are no ties to break.
 *
 * Source: models.md D. Cost: a few interior point programmes of 10 to 20 steps each.
 */
SmyStatus smyi_bargain_strict(SmyiBargain *b, SmyiRule rule, SmyiStrict *s)
{
    SmyiSmooth *w = s->w;
    double least = 0, most = 0;
    w->n = b->n;
    w->m = b->m;
    smyi_bargain_total(b, w->x, NULL);
    for (size_t i = 0; i < w->m; i++)
        w->settled[i] = false;
    bool found = least_gain(w, b, &least);
    if (found && least < -SMYI_GAIN_TOL)
        return SMY_STATUS_NO_AGREEMENT;
    bool solved = found && apply(s, b, rule, s->can);
    for (size_t i = 0; i < w->m; i++)
        b->x[i] = w->x[i];
    for (size_t a = 0; a < w->n; a++)
        most = fmax(most, smyi_bargain_gain(b, a, b->x));
    if (!solved)
        return SMY_STATUS_NOT_CONVERGED;
    return most > SMYI_GAIN_TOL ? SMY_STATUS_OK : SMY_STATUS_NO_AGREEMENT;
}
