/* SPDX-License-Identifier: Apache-2.0 */
/* One issue, linear loss, any number of parties: gains are tents over a line. */
#include "model/bargain.h"

/*
 * All salience is on the one issue, so g_a(x) = reach_a - |x - p_a|. The rational packages are
 * an interval, and each solution is a search on it for where a monotone function changes sign.
 */
typedef struct Interval {
    double lo, hi;
} Interval;

static double clamp(double x, Interval within)
{
    return x < within.lo ? within.lo : x > within.hi ? within.hi : x;
}

static Interval rational(const SmyiBargain *b)
{
    Interval ir = {-HUGE_VAL, HUGE_VAL};
    for (size_t a = 0; a < b->n; a++) {
        ir.lo = fmax(ir.lo, b->position[a] - b->reach[a]);
        ir.hi = fmin(ir.hi, b->position[a] + b->reach[a]);
    }
    return ir;
}

/* One side of a tent, gain / unit: a line that rises to the right, or falls. */
static double side(const SmyiBargain *b, size_t a, bool rises, double x)
{
    double away = x - b->position[a];
    return (b->reach[a] + (rises ? away : -away)) / b->unit[a];
}

/* Lowest line over x. */
static size_t lowest(const SmyiBargain *b, double x, bool *rises)
{
    size_t found = 0;
    double least = HUGE_VAL;
    for (size_t a = 0; a < b->n; a++) {
        double value = (b->reach[a] - fabs(x - b->position[a])) / b->unit[a];
        if (value < least) {
            least = value;
            found = a;
        }
    }
    *rises = x < b->position[found];
    return found;
}

/*
 * The peak of the lowest gain / unit. All lines slope, so it is one point, and the leximin.
 * From one rising and one falling line, the lowest line where they meet takes the place of
 * its kind until none is lower: the meeting point falls each time, so this ends.
 */
static double highest_least(const SmyiBargain *b, Interval ir)
{
    bool rises;
    size_t up = 0, down = 0;
    double x = ir.lo / 2 + ir.hi / 2;
    for (size_t step = 0; step < 2 * b->n + 2; step++) {
        double span = b->unit[up] + b->unit[down];
        double level =
            (b->reach[up] - b->position[up] + b->reach[down] + b->position[down]) / span;
        x = b->position[up] - b->reach[up] + b->unit[up] * level;
        size_t a = lowest(b, x, &rises);
        if (side(b, a, rises, x) >= level - 1e-15 * fabs(level))
            break;
        if (rises)
            up = a;
        else
            down = a;
    }
    return clamp(x, ir);
}

/* sum of alpha / gain of those who want more, of those who want less, and of those content. */
typedef struct Pull {
    double up, down, here;
} Pull;

static Pull pull(const SmyiBargain *b, double x)
{
    Pull sum = {0, 0, 0};
    for (size_t a = 0; a < b->n; a++) {
        double away = b->position[a] - x, force = b->alpha[a] / (b->reach[a] - fabs(away));
        *(away > 0 ? &sum.up : away < 0 ? &sum.down : &sum.here) += force;
    }
    return sum;
}

/*
 * Newton's method between two positions, halving where it would leave the bracket. The end is
 * where steps are rounding, before the bracket is asked: one of its ends is x by then.
 */
static double balance(const SmyiBargain *b, double lo, double hi)
{
    const Interval between = {lo, hi};
    double x = lo / 2 + hi / 2, last = HUGE_VAL;
    for (int step = 0; step < 200 && lo < x && x < hi; step++) {
        double force = 0, slope = 0;
        for (size_t a = 0; a < b->n; a++) {
            double away = b->position[a] - x, g = b->reach[a] - fabs(away);
            double f = b->alpha[a] / g;
            force += b->position[a] >= between.hi ? f : -f;
            slope -= f / g;
        }
        *(force > 0 ? &lo : &hi) = x;
        double next = x - force / slope, moved = fabs(next - x);
        if (moved <= 2e-16 || (moved <= 1e-12 && moved >= last))
            return clamp(next, between);
        last = moved;
        x = lo < next && next < hi ? next : lo / 2 + hi / 2;
    }
    return x;
}

/* The gains' derivative falls along the line: first between which positions, then where. */
static double nash(const SmyiBargain *b, Interval ir)
{
    double lo = ir.lo, hi = ir.hi;
    for (size_t a = 0; a < b->n; a++) {
        double p = b->position[a];
        if (!(lo < p && p < hi))
            continue;
        Pull at = pull(b, p);
        if (at.up > at.down + at.here)
            lo = p;
        else if (at.down > at.up + at.here)
            hi = p;
        else
            return p;
    }
    return balance(b, lo, hi);
}

/* Several packages have the highest total: of the rational ones that with most equal gains. */
static double utilitarian(SmyiBargain *b, Interval ir)
{
    Interval best;
    smyi_bargain_total(b, &best.lo, &best.hi);
    best.lo = clamp(best.lo, ir);
    best.hi = clamp(best.hi, ir);
    for (size_t a = 0; a < b->n; a++)
        b->unit[a] = 1;
    return best.lo < best.hi ? clamp(highest_least(b, ir), best) : best.lo;
}

/**
 * The four solutions on one issue with linear loss.
 *
 * Where the rational packages are one point (nobody can give), that point is the answer if it
 * is a gain for somebody.
 *
 * Source: models.md D; the tents' upper envelope is a linear programme in two variables.
 * Cost: about O(n log n); no allocation. Exact up to rounding.
 */
SmyStatus smyi_bargain_line(SmyiBargain *b, SmyiRule rule)
{
    Interval ir = rational(b);
    double half = (ir.hi - ir.lo) / 2;
    if (half < -SMYI_GAIN_TOL)
        return SMY_STATUS_NO_AGREEMENT;
    b->x[0] = ir.lo / 2 + ir.hi / 2;
    if (half <= SMYI_GAIN_TOL) {
        for (size_t a = 0; a < b->n; a++)
            if (smyi_bargain_gain(b, a, b->x) > SMYI_GAIN_TOL)
                return SMY_STATUS_OK;
        return SMY_STATUS_NO_AGREEMENT;
    }
    switch (rule) {
    case SMYI_RULE_NASH:
        b->x[0] = nash(b, ir);
        break;
    case SMYI_RULE_UTILITARIAN:
        b->x[0] = utilitarian(b, ir);
        break;
    case SMYI_RULE_KALAI_SMORODINSKY:
        for (size_t a = 0; a < b->n; a++)
            b->unit[a] = b->reach[a] - fabs(clamp(b->position[a], ir) - b->position[a]);
        b->x[0] = highest_least(b, ir);
        break;
    case SMYI_RULE_EGALITARIAN:
        b->x[0] = highest_least(b, ir);
        break;
    }
    return SMY_STATUS_OK;
}
