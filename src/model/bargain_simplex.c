/* SPDX-License-Identifier: Apache-2.0 */
/* The linear programmes of bargaining: a simplex method with one row a party. */
#include "model/bargain_piecewise.h"

/*
 * Every variable is bounded by the segment it is in, so the basis has n rows however many
 * issues and kinks there are. An issue outside the basis may also rest inside a segment: the
 * method starts from any package. Where it cannot step (ties), Bland's rule takes over.
 */

/* Reduced costs smaller than this share of their terms count as zero. */
#define PRICE_TOL 1e-12

typedef struct Entry {
    size_t variable;
    size_t segment; /* of an issue */
    double way;     /* +1 rises, -1 falls; slacks rise */
} Entry;

/* fmax() without the rules for NaN, which keep it from being one instruction. */
static inline double larger(double x, double y)
{
    return x > y ? x : y;
}

static bool is_issue(const SmyiPiecewise *w, size_t variable)
{
    return variable < w->m;
}

static bool is_slack(const SmyiPiecewise *w, size_t variable)
{
    return variable >= w->m && variable < w->m + w->n;
}

/* All slacks basic, but the level in the row that holds it down. */
SMYI_INLINE void start(SmyiPiecewise *w, size_t n)
{
    size_t tight = SMYI_NONE;
    w->level = 0;
    for (size_t a = 0; w->has_level && a < n; a++) {
        double level = w->unit[a] > 0 ? (w->gain[a] - w->least[a]) / w->unit[a] : HUGE_VAL;
        if (w->unit[a] > 0 && (tight == SMYI_NONE || level < w->level)) {
            w->level = level;
            tight = a;
        }
    }
    for (size_t v = 0; v < w->m + n + 1; v++)
        w->row[v] = SMYI_NONE;
    for (size_t a = 0; a < n; a++) {
        w->slack[a] = larger(w->gain[a] - w->least[a] - w->unit[a] * w->level, 0);
        w->basis[a] = a == tight ? w->m + n : w->m + a;
        w->row[w->basis[a]] = a;
        for (size_t c = 0; c < n; c++)
            w->inverse[a * n + c] = a == c ? -1 : 0;
        if (tight != SMYI_NONE)
            w->inverse[a * n + tight] =
                a == tight ? -1 / w->unit[tight] : w->unit[a] / w->unit[tight];
    }
    if (tight != SMYI_NONE)
        w->slack[tight] = 0;
}

/* force_a = weight_a - sum over basic variables of cost times row of the inverse; no noise. */
SMYI_INLINE void price(SmyiPiecewise *w, size_t n)
{
    double most = 0;
    for (size_t a = 0; a < n; a++)
        w->force[a] = w->weight[a];
    for (size_t r = 0; r < n; r++) {
        size_t v = w->basis[r];
        double cost = v == w->m + n ? 1 : 0;
        if (is_issue(w, v))
            for (size_t a = 0; a < n; a++)
                cost += w->weight[a] * w->slope[w->segment[v] * n + a];
        for (size_t a = 0; cost != 0 && a < n; a++)
            w->force[a] -= cost * w->inverse[r * n + a];
    }
    for (size_t a = 0; a < n; a++)
        most = larger(most, fabs(w->force[a]));
    for (size_t a = 0; a < n; a++)
        if (fabs(w->force[a]) <= PRICE_TOL * most)
            w->force[a] = 0;
}

/* The reduced cost along a segment, 0 where it is nothing but rounding. */
SMYI_INLINE double segment_price(const SmyiPiecewise *w, size_t n, size_t segment)
{
    double sum = 0, size = 0;
    for (size_t a = 0; a < n; a++) {
        double term = w->force[a] * w->slope[segment * n + a];
        sum += term;
        size += fabs(term);
    }
    return fabs(sum) > PRICE_TOL * size ? sum : 0;
}

static void offer(Entry *best, double *most, size_t variable, size_t segment, double way,
                  double gain, bool bland)
{
    if (gain > 0 && (best->variable == SMYI_NONE || (!bland && gain > *most))) {
        *best = (Entry){variable, segment, way};
        *most = gain;
    }
}

/* The variable that raises the objective fastest, or under Bland's rule the first that does. */
SMYI_INLINE Entry enter(const SmyiPiecewise *w, size_t n, bool bland)
{
    Entry best = {SMYI_NONE, SMYI_NONE, 0};
    double most = 0, size = 0;
    for (size_t i = 0; i < w->m; i++) {
        if (w->row[i] != SMYI_NONE)
            continue;
        size_t up = smyi_piecewise_above(w, i), down = smyi_piecewise_below(w, i);
        if (up != SMYI_NONE)
            offer(&best, &most, i, up, 1, segment_price(w, n, up), bland);
        if (down != SMYI_NONE)
            offer(&best, &most, i, down, -1, -segment_price(w, n, down), bland);
    }
    for (size_t a = 0; a < n; a++)
        size = larger(size, fabs(w->force[a]));
    for (size_t a = 0; a < n; a++) {
        double gain = w->weight[a] - w->force[a];
        if (w->row[w->m + a] == SMYI_NONE && !w->pinned[a] && gain > PRICE_TOL * size)
            offer(&best, &most, w->m + a, SMYI_NONE, 1, gain, bland);
    }
    return best;
}

/* How basic variables fall for each unit of the entering one: inverse times its column. */
SMYI_INLINE void find_column(SmyiPiecewise *w, size_t n, Entry e)
{
    for (size_t r = 0; r < n; r++) {
        double sum = 0;
        if (is_slack(w, e.variable))
            sum = -w->inverse[r * n + (e.variable - w->m)];
        else
            for (size_t a = 0; a < n; a++)
                sum += w->inverse[r * n + a] * w->slope[e.segment * n + a];
        w->column[r] = e.way * sum;
    }
}

/* How far the variable of a row lets the entering one go. */
static double room(const SmyiPiecewise *w, size_t r)
{
    size_t v = w->basis[r];
    double fall = w->column[r], left = 0;
    if (fabs(fall) < 1e-13 || v == w->m + w->n)
        return HUGE_VAL;
    if (is_issue(w, v))
        left = fall > 0 ? w->x[v] - w->kink[w->segment[v]]
                        : w->kink[w->segment[v] + 1] - w->x[v];
    else if (w->pinned[v - w->m])
        left = 0;
    else if (fall > 0)
        left = w->slack[v - w->m];
    else
        return HUGE_VAL;
    return larger(left, 0) / fabs(fall);
}

/* The row that stops the entering variable first; SMYI_NONE: it gets to its own kink. */
SMYI_INLINE size_t leave(const SmyiPiecewise *w, size_t n, Entry e, bool bland,
                         double *step)
{
    size_t found = SMYI_NONE;
    *step = HUGE_VAL;
    if (is_issue(w, e.variable))
        *step = e.way > 0 ? w->kink[e.segment + 1] - w->x[e.variable]
                          : w->x[e.variable] - w->kink[e.segment];
    for (size_t r = 0; r < n; r++) {
        double limit = room(w, r);
        bool tie = found != SMYI_NONE && limit == *step;
        bool better = bland ? tie && w->basis[r] < w->basis[found]
                            : tie && fabs(w->column[r]) > fabs(w->column[found]);
        if (limit < *step || better) {
            *step = limit;
            found = r;
        }
    }
    return found;
}

SMYI_INLINE void advance(SmyiPiecewise *w, size_t n, Entry e, double step)
{
    for (size_t r = 0; r < n; r++) {
        size_t v = w->basis[r];
        double change = -w->column[r] * step;
        if (is_issue(w, v))
            w->x[v] += change;
        else if (is_slack(w, v))
            w->slack[v - w->m] = larger(w->slack[v - w->m] + change, 0);
        else
            w->level += change;
    }
    if (is_issue(w, e.variable))
        w->x[e.variable] += e.way * step;
    else
        w->slack[e.variable - w->m] += step;
}

static void rest_on(SmyiPiecewise *w, size_t i, size_t kink)
{
    w->x[i] = w->kink[kink];
    w->place[i] = 2 * kink;
}

/* The entering variable takes the row; the one that had it rests at its bound. */
SMYI_INLINE void pivot(SmyiPiecewise *w, size_t n, Entry e, size_t at)
{
    size_t out = w->basis[at];
    double by = w->column[at] * e.way;
    if (is_issue(w, out))
        rest_on(w, out, w->segment[out] + (w->column[at] > 0 ? 0 : 1));
    else
        w->slack[out - w->m] = 0;
    w->row[out] = SMYI_NONE;
    w->row[e.variable] = at;
    w->basis[at] = e.variable;
    if (is_issue(w, e.variable)) {
        w->segment[e.variable] = e.segment;
        w->place[e.variable] = 2 * e.segment + 1;
    }
    for (size_t c = 0; c < n; c++)
        w->inverse[at * n + c] /= by;
    for (size_t r = 0; r < n; r++) {
        double factor = w->column[r] * e.way;
        for (size_t c = 0; r != at && factor != 0 && c < n; c++)
            w->inverse[r * n + c] -= factor * w->inverse[at * n + c];
    }
}

/* What is left over in each row is taken out of the basic variables; the largest leftover. */
static double refine(SmyiPiecewise *w, const SmyiBargain *b)
{
    size_t n = w->n;
    double most = 0, *over = w->column;
    for (size_t a = 0; a < n; a++) {
        over[a] = smyi_bargain_gain(b, a, w->x) - w->unit[a] * w->level - w->slack[a] -
                  w->least[a];
        most = larger(most, fabs(over[a]));
    }
    for (size_t r = 0; r < n; r++) {
        size_t v = w->basis[r];
        double change = 0;
        for (size_t a = 0; a < n; a++)
            change -= w->inverse[r * n + a] * over[a];
        if (is_issue(w, v))
            w->x[v] = fmin(larger(w->x[v] + change, w->kink[w->segment[v]]),
                           w->kink[w->segment[v] + 1]);
        else if (is_slack(w, v))
            w->slack[v - w->m] = larger(w->slack[v - w->m] + change, 0);
        else
            w->level += change;
    }
    return most;
}

/* Exact values at the last basis; basic issues that are on a kink are said to be. */
static bool finish(SmyiPiecewise *w, const SmyiBargain *b)
{
    double leftover = refine(w, b);
    if (leftover > 1e-14)
        leftover = refine(w, b);
    for (size_t i = 0; i < w->m; i++) {
        size_t s = w->segment[i];
        if (w->row[i] == SMYI_NONE)
            continue;
        if (w->x[i] - w->kink[s] <= 1e-14)
            rest_on(w, i, s);
        else if (w->kink[s + 1] - w->x[i] <= 1e-14)
            rest_on(w, i, s + 1);
    }
    for (size_t a = 0; a < w->n; a++)
        w->gain[a] = smyi_bargain_gain(b, a, w->x);
    return leftover <= 1e-10;
}

/* From its kink into the next segment, if that too raises the objective. */
SMYI_INLINE bool go_on(const SmyiPiecewise *w, size_t n, Entry *e)
{
    e->segment = e->way > 0 ? smyi_piecewise_above(w, e->variable)
                            : smyi_piecewise_below(w, e->variable);
    return e->segment != SMYI_NONE && e->way * segment_price(w, n, e->segment) > 0;
}

/* Raises the entering variable as far as it goes: the sum of its steps. */
SMYI_INLINE double enter_basis(SmyiPiecewise *w, size_t n, Entry e, bool bland)
{
    double sum = 0, step;
    do {
        find_column(w, n, e);
        size_t at = leave(w, n, e, bland, &step);
        if (!isfinite(step))
            return step;
        advance(w, n, e, step);
        sum += step;
        if (at != SMYI_NONE) {
            pivot(w, n, e, at);
            break;
        }
        rest_on(w, e.variable, e.segment + (e.way > 0 ? 1 : 0));
    } while (go_on(w, n, &e));
    return sum;
}

SMYI_INLINE bool maximise(SmyiPiecewise *w, const SmyiBargain *b, size_t n)
{
    size_t stuck = 0, patience = n + w->m, cap = 200 + 40 * (n + w->m);
    start(w, n);
    for (size_t round = 0; round < cap; round++) {
        bool bland = stuck > patience;
        price(w, n);
        Entry e = enter(w, n, bland);
        if (e.variable == SMYI_NONE)
            return finish(w, b);
        double step = enter_basis(w, n, e, bland);
        if (!isfinite(step))
            break;
        stuck = step > 1e-14 ? 0 : stuck + 1;
    }
    finish(w, b);
    return false;
}

/* Loops over few parties are written out: as a constant their number makes them code. */
bool smyi_piecewise_maximise(SmyiPiecewise *w, const SmyiBargain *b)
{
    switch (w->n) {
    case 3:
        return maximise(w, b, 3);
    case 4:
        return maximise(w, b, 4);
    default:
        return maximise(w, b, w->n);
    }
}
