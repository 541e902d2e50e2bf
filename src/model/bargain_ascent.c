/* SPDX-License-Identifier: Apache-2.0 */
/* The Nash product of several parties with linear loss: Newton's method between the kinks. */
#include "model/bargain_ascent.h"

/*
 * sum alpha log gain is smooth in the gains, and these are sums over issues: with forces
 * alpha / gain each issue sees a derivative of its own on either side of a kink, and the
 * package is best where none rises. Issues inside a segment and those that a kink cannot hold
 * move together by Newton's step; the search along it passes kinks as long as the sum rises.
 */

/* Relative to its terms: what is left of a derivative at the solution. */
#define STILL_TOL 1e-13

SmyiAscent *smyi_ascent_new(size_t n_actors, size_t n_issues, SmyiArena *mem)
{
    size_t n = n_actors, m = n_issues;
    SmyiAscent *s = SMYI_NEW(mem, 1, SmyiAscent);
    if (!s)
        return NULL;
    *s = (SmyiAscent){
        .moving = SMYI_NEW(mem, m, size_t),
        .segment = SMYI_NEW(mem, m, size_t),
        .way = SMYI_NEW(mem, m, double),
        .step = SMYI_NEW(mem, m, double),
        .rate = SMYI_NEW(mem, n, double),
        .slope = SMYI_NEW(mem, m * n, double),
        .frame = SMYI_NEW(mem, m * m, double),
        .matrix = SMYI_NEW(mem, m * (m + 1), double),
        .held = SMYI_NEW(mem, n, bool),
        .point = SMYI_NEW(mem, m, double),
    };
    bool all = s->moving && s->segment && s->way && s->step && s->rate && s->slope &&
               s->frame && s->matrix && s->held && s->point;
    return all ? s : NULL;
}

static void set_forces(SmyiPiecewise *w, const SmyiBargain *b, const SmyiAscent *s)
{
    for (size_t a = 0; a < w->n; a++)
        w->force[a] = s->held[a] ? 0 : b->alpha[a] / w->gain[a];
}

/* Pull along a segment as a share of its terms. */
static double share_of_pull(const SmyiPiecewise *w, size_t segment)
{
    double sum = 0, size = 0;
    for (size_t a = 0; a < w->n; a++) {
        double term = w->force[a] * w->slope[segment * w->n + a];
        sum += term;
        size += fabs(term);
    }
    return size > 0 ? sum / size : 0;
}

/* The way on which an issue on its kink is pulled out of it, into a segment; 0: none. */
static double way_out(const SmyiPiecewise *w, size_t i, size_t *segment, double *pull)
{
    size_t up = smyi_piecewise_above(w, i), down = smyi_piecewise_below(w, i);
    double rise = up != SMYI_NONE ? share_of_pull(w, up) : 0;
    double fall = rise > STILL_TOL || down == SMYI_NONE ? 0 : share_of_pull(w, down);
    *segment = rise > STILL_TOL ? up : down;
    *pull = fabs(rise > STILL_TOL ? rise : fall);
    return rise > STILL_TOL ? 1 : fall < -STILL_TOL ? -1 : 0;
}

static void add_moving(SmyiAscent *s, size_t i, size_t segment, double way)
{
    s->moving[s->n_moving] = i;
    s->segment[s->n_moving] = segment;
    s->way[s->n_moving++] = way;
}

/*
 * Lists the issues that move: those inside a segment and, of those that their kink cannot
 * hold, the one that is pulled most. More of them would ask for more than the gains can tell
 * apart. The largest share of pull.
 */
static double find_moving(const SmyiPiecewise *w, SmyiAscent *s, bool release)
{
    double most_inside = 0, most = 0, way = 0;
    size_t out = 0, into = 0;
    s->n_moving = 0;
    for (size_t i = 0; i < w->m; i++) {
        size_t segment = w->place[i] / 2;
        double pull = 0;
        if (w->place[i] % 2) {
            add_moving(s, i, segment, 0);
            most_inside = fmax(most_inside, fabs(share_of_pull(w, segment)));
            continue;
        }
        double side = release ? way_out(w, i, &segment, &pull) : 0;
        if (side == 0 || pull <= most)
            continue;
        most = pull;
        way = side;
        out = i;
        into = segment;
    }
    if (way != 0)
        add_moving(s, out, into, way);
    return fmax(most_inside, most);
}

/* Drops issues that the step would take back through their kink. True: it dropped some. */
static bool drop_backward(SmyiAscent *s)
{
    size_t kept = 0, all = s->n_moving;
    for (size_t r = 0; r < all; r++) {
        if (s->way[r] != 0 && s->step[r] * s->way[r] <= 0)
            continue;
        s->moving[kept] = s->moving[r];
        s->segment[kept] = s->segment[r];
        s->step[kept] = s->step[r];
        s->way[kept++] = s->way[r];
    }
    s->n_moving = kept;
    return kept < all;
}

static void set_rates(const SmyiPiecewise *w, SmyiAscent *s)
{
    for (size_t a = 0; a < w->n; a++) {
        s->rate[a] = 0;
        for (size_t r = 0; r < s->n_moving; r++)
            s->rate[a] += s->step[r] * w->slope[s->segment[r] * w->n + a];
    }
}

/* Derivative of the sum of logarithms after `t` along the rates; -infinity past a gain of 0. */
static double climb(const SmyiPiecewise *w, const SmyiBargain *b, const SmyiAscent *s,
                    double t, double *bend)
{
    double sum = 0;
    *bend = 0;
    for (size_t a = 0; a < w->n; a++) {
        double gain = w->gain[a] + t * s->rate[a];
        if (s->held[a])
            continue;
        if (!(gain > 0))
            return -HUGE_VAL;
        double term = s->rate[a] / gain;
        sum += b->alpha[a] * term;
        *bend -= b->alpha[a] * term * term;
    }
    return sum;
}

/* Where the climb ends, in 0..limit; the climb at 0 is above 0. */
static double summit(const SmyiPiecewise *w, const SmyiBargain *b, const SmyiAscent *s,
                     double first, double limit)
{
    double lo = 0, hi = limit, t = fmin(1, limit), bend;
    double end = climb(w, b, s, limit, &bend);
    if (end >= 0)
        return limit;
    for (int round = 0; round < 100; round++) {
        double slope = climb(w, b, s, t, &bend);
        if (fabs(slope) <= (round ? 1e-9 : .1) * first)
            return t;
        if (slope > 0)
            lo = t;
        else
            hi = t;
        double next = isfinite(slope) ? t - slope / bend : hi;
        t = lo < next && next < hi ? next : lo / 2 + hi / 2;
        if (hi - lo <= 1e-15 * hi)
            break;
    }
    return lo > 0 ? lo : t;
}

/* The moving issue that meets a kink first, and when. */
static double next_kink(const SmyiPiecewise *w, const SmyiAscent *s, size_t *which)
{
    double first = HUGE_VAL;
    for (size_t r = 0; r < s->n_moving; r++) {
        double left = w->kink[s->segment[r] + (s->step[r] > 0)] - w->x[s->moving[r]];
        double at = s->step[r] != 0 ? fmax(left / s->step[r], 0) : HUGE_VAL;
        if (at < first) {
            first = at;
            *which = r;
        }
    }
    return first;
}

static void move(SmyiPiecewise *w, const SmyiAscent *s, double t)
{
    for (size_t r = 0; r < s->n_moving; r++) {
        size_t i = s->moving[r];
        w->x[i] += t * s->step[r];
        w->place[i] = 2 * s->segment[r] + 1;
    }
    for (size_t a = 0; a < w->n; a++)
        w->gain[a] += t * s->rate[a];
}

/* Puts one on the kink it met, and on into the next segment if there is one. */
static bool pass_kink(SmyiPiecewise *w, SmyiAscent *s, size_t r)
{
    size_t i = s->moving[r], kink = s->segment[r] + (s->step[r] > 0);
    w->x[i] = w->kink[kink];
    w->place[i] = 2 * kink;
    size_t next = s->step[r] > 0 ? smyi_piecewise_above(w, i) : smyi_piecewise_below(w, i);
    if (next != SMYI_NONE)
        s->segment[r] = next;
    return next != SMYI_NONE;
}

/*
 * Exact search along the step, at most `limit` of it; past kinks only if `pass`. Near the
 * solution rounding blinds it: then the whole step is taken, or up to a kink.
 */
static void search(SmyiPiecewise *w, const SmyiBargain *b, SmyiAscent *s, double limit,
                   bool pass, bool near)
{
    double gone = 0, bend, first;
    for (size_t round = 0; round < 4 * w->n * w->m + 4; round++) {
        size_t which = 0;
        set_rates(w, s);
        first = climb(w, b, s, 0, &bend);
        if (!(first > 0 || near))
            break;
        double kink = next_kink(w, s, &which), end = fmin(kink, limit - gone);
        if (!(end < HUGE_VAL))
            break;
        double t = near ? fmin(end, 1) : summit(w, b, s, first, end);
        move(w, s, t);
        gone += t;
        if (t < kink || !pass_kink(w, s, which) || !pass || near)
            break;
    }
    for (size_t r = 0; r < s->n_moving; r++) { /* whoever is on a kink by chance */
        size_t i = s->moving[r], j = w->place[i] / 2;
        if (w->place[i] % 2 && (w->x[i] <= w->kink[j] || w->x[i] >= w->kink[j + 1])) {
            j += w->x[i] >= w->kink[j + 1];
            w->x[i] = w->kink[j];
            w->place[i] = 2 * j;
        }
    }
    for (size_t a = 0; a < w->n; a++)
        w->gain[a] = smyi_bargain_gain(b, a, w->x);
}

/* To the best package; with parties held, to the best without leaving a kink. */
static bool ascend(SmyiPiecewise *w, const SmyiBargain *b, SmyiAscent *s)
{
    double before = HUGE_VAL;
    for (int round = 0; round < 500; round++) {
        set_forces(w, b, s);
        double most = find_moving(w, s, !s->any_held);
        if (s->n_moving == 0 || most <= STILL_TOL)
            return true;
        double along = smyi_ascent_step(w, b, s);
        while (drop_backward(s))
            along = smyi_ascent_step(w, b, s);
        if (s->any_held)
            most = along;
        if (s->n_moving == 0 || most <= STILL_TOL)
            return most <= 1e-9;
        if (most <= 1e-8 && most >= before) /* rounding keeps it from falling further */
            return true;
        before = most;
        search(w, b, s, HUGE_VAL, !s->any_held, most <= 1e-6);
    }
    return false;
}

/* With parties held at d, whether a better package exists is a linear programme. */
static bool ascend_held(SmyiPiecewise *w, const SmyiBargain *b, SmyiAscent *s)
{
    for (size_t round = 0; round < 200; round++) {
        double rise = 0, total = 0;
        if (!ascend(w, b, s))
            return false;
        w->has_level = false;
        for (size_t a = 0; a < w->n; a++) {
            w->weight[a] = s->held[a] ? 0 : b->alpha[a] / w->gain[a];
            w->unit[a] = 0;
            w->least[a] = s->held[a] ? w->gain[a] : 0;
            s->rate[a] = w->gain[a];
        }
        for (size_t i = 0; i < w->m; i++)
            s->point[i] = w->x[i];
        if (!smyi_piecewise_maximise(w, b))
            return false;
        for (size_t a = 0; a < w->n; a++) {
            rise += w->weight[a] * (w->gain[a] - s->rate[a]);
            total += s->held[a] ? 0 : b->alpha[a];
        }
        s->n_moving = 0;
        for (size_t i = 0; i < w->m; i++)
            s->step[i] = w->x[i] - s->point[i];
        smyi_piecewise_go(w, b, s->point);
        if (rise <= 1e-12 * total)
            return true;
        for (size_t i = 0; i < w->m; i++) {
            double step = s->step[i];
            size_t to = step > 0   ? smyi_piecewise_above(w, i)
                        : step < 0 ? smyi_piecewise_below(w, i)
                                   : SMYI_NONE;
            if (to == SMYI_NONE)
                continue;
            s->step[s->n_moving] = step;
            s->moving[s->n_moving] = i;
            s->segment[s->n_moving++] = to;
        }
        search(w, b, s, 1, true, false);
    }
    return false;
}

bool smyi_ascent(SmyiAscent *s, SmyiPiecewise *w, const SmyiBargain *b, const double *best)
{
    s->any_held = false;
    for (size_t a = 0; a < w->n; a++) {
        s->held[a] = best && best[a] <= SMYI_GAIN_TOL;
        s->any_held = s->any_held || s->held[a];
    }
    if (s->any_held)
        return ascend_held(w, b, s);
    bool done = ascend(w, b, s);
    set_forces(w, b, s);
    return done;
}
