/* SPDX-License-Identifier: Apache-2.0 */
/* Two-level games: where leaders settle within a zone, by the largest product of gains. */
#include "base/maths.h"
#include "base/sums.h"
#include "model/two_level.h"

static const double TOL = 1e-12;

/* The zone is for all, and gains may round to 0 at its ends: pushes stay finite. */
static const double LEAST_GAIN = 1e-300;

typedef enum Way { LEFT, RIGHT } Way;

static double gain(const SmyiTalks *t, const SmyiLeader *a, double x)
{
    return a->worst - smyi_talks_loss(t, x - a->p) - a->face * fabs(x - a->stated);
}

static double gain_above_0(const SmyiTalks *t, const SmyiLeader *a, double x)
{
    double g = gain(t, a, x);
    return g > LEAST_GAIN ? g : LEAST_GAIN;
}

/* Of -|x - kink|, just beside x. */
static double slope_of_tent(double x, double kink, Way side)
{
    return x < kink || (side == LEFT && x <= kink) ? 1 : -1;
}

/* Of the gain, just beside x. */
static double slope(const SmyiTalks *t, const SmyiLeader *a, double x, Way side)
{
    double own = t->quadratic ? -2 * (x - a->p) : slope_of_tent(x, a->p, side);
    return a->face > 0 ? own + a->face * slope_of_tent(x, a->stated, side) : own;
}

/* Where a leader gains most: at its position, drawn to what it has stated. */
static double peak(const SmyiTalks *t, const SmyiLeader *a)
{
    if (!(a->face > 0))
        return a->p;
    if (!t->quadratic)
        return a->face > 1 ? a->stated : a->p;
    double way = a->stated - a->p, pull = a->face / 2;
    return fabs(way) <= pull ? a->stated : a->p + copysign(pull, way);
}

/* How far the gain, `rest` here, lasts along a way on which it bends nowhere. */
static double lasts(const SmyiTalks *t, double rest, double rate)
{
    if (!(rest > 0))
        return 0;
    if (!t->quadratic)
        return -rest / rate;
    double root = sqrt(rate * rate + 4 * rest); /* rest + rate y - y^2 = 0 */
    return rate > 0 ? (rate + root) / 2 : 2 * rest / (root - rate);
}

/* From the peak outwards: the last point that loses nothing, towards `end`. */
static double last_rational(const SmyiTalks *t, const SmyiLeader *a, double from,
                            double end)
{
    if (gain(t, a, end) >= 0)
        return end;
    Way side = end > from ? RIGHT : LEFT;
    double kinks[] = {a->p, a->stated};
    for (int k = t->quadratic; k < 2; k++) { /* of two, one at most lies beyond the peak */
        bool between = side == RIGHT ? from < kinks[k] && kinks[k] < end
                                     : end < kinks[k] && kinks[k] < from;
        if (between)
            *(gain(t, a, kinks[k]) >= 0 ? &from : &end) = kinks[k];
    }
    double rate = slope(t, a, from, side), rest = gain(t, a, from);
    return side == RIGHT ? fmin(from + lasts(t, rest, rate), end)
                         : fmax(from - lasts(t, rest, -rate), end);
}

/* What no leader loses by. False: nothing. */
static bool rational(const SmyiTalks *t, SmyiSegment *ir)
{
    *ir = (SmyiSegment){0, 1};
    for (size_t a = 0; a < t->n; a++) {
        const SmyiLeader *who = &t->leader[a];
        double top = peak(t, who), low, high;
        if (gain(t, who, top) < -TOL)
            return false;
        if (!(who->face > 0)) {
            double worst = who->worst > 0 || !t->quadratic ? who->worst : 0;
            double r = t->quadratic ? sqrt(worst) : worst;
            low = who->p - r;
            high = who->p + r;
        } else {
            low = last_rational(t, who, top, 0);
            high = last_rational(t, who, top, 1);
        }
        ir->low = low > ir->low ? low : ir->low;
        ir->high = high < ir->high ? high : ir->high;
    }
    return ir->low <= ir->high + TOL;
}

/* Keeps of the zone what is rational for all. */
static void cut(SmyiTalks *t, SmyiSegment ir)
{
    size_t n = 0;
    for (size_t s = 0; s < t->zone.n; s++) {
        SmyiSegment seg = t->zone.segment[s];
        seg.low = seg.low < ir.low ? ir.low : seg.low;
        seg.high = seg.high > ir.high ? ir.high : seg.high;
        if (seg.low > seg.high + TOL)
            continue;
        seg.high = seg.high < seg.low ? seg.low : seg.high;
        t->zone.segment[n++] = seg;
    }
    t->zone.n = n;
}

static double clamp(double x, SmyiSegment within)
{
    return x < within.low ? within.low : x > within.high ? within.high : x;
}

static bool find_who_gains(SmyiTalks *t)
{
    bool any = false;
    for (size_t a = 0; a < t->n; a++) {
        SmyiLeader *who = &t->leader[a];
        double top = peak(t, who);
        who->gains = false;
        for (size_t s = 0; s < t->zone.n; s++)
            who->gains |= gain(t, who, clamp(top, t->zone.segment[s])) > TOL;
        any |= who->gains;
    }
    return any;
}

static double log_product(const SmyiTalks *t, double x)
{
    double sum = 0, lost = 0;
    for (size_t a = 0; a < t->n; a++)
        if (t->leader[a].gains)
            smyi_add(&sum, &lost,
                     t->leader[a].alpha * smyi_log(gain_above_0(t, &t->leader[a], x)));
    return sum + lost;
}

/* How the logarithm of the product changes just beside x. */
static double push(const SmyiTalks *t, double x, Way side)
{
    double sum = 0, lost = 0;
    for (size_t a = 0; a < t->n; a++) {
        const SmyiLeader *who = &t->leader[a];
        if (who->gains)
            smyi_add(&sum, &lost,
                     who->alpha * slope(t, who, x, side) / gain_above_0(t, who, x));
    }
    return sum + lost;
}

/* A search ends a rounding beside a position that holds the product: that position it is. */
static double settle_on_kink(const SmyiTalks *t, double x, SmyiSegment within)
{
    for (size_t a = 0; a < t->n; a++) {
        double kinks[] = {t->leader[a].p, t->leader[a].stated};
        for (int k = 0; k < (t->leader[a].face > 0 ? 2 : 1); k++)
            if (fabs(kinks[k] - x) <= TOL && kinks[k] >= within.low &&
                kinks[k] <= within.high)
                return kinks[k];
    }
    return x;
}

/* Which kinks the best point lies between. False: it is the one that both ends then are. */
static bool between_kinks(const SmyiTalks *t, SmyiSegment *within)
{
    for (size_t a = 0; a < t->n; a++) {
        const SmyiLeader *who = &t->leader[a];
        double kinks[] = {who->p, who->stated};
        for (int k = t->quadratic; who->gains && k < (who->face > 0 ? 2 : 1); k++) {
            if (!(within->low < kinks[k] && kinks[k] < within->high))
                continue;
            if (push(t, kinks[k], RIGHT) > 0)
                within->low = kinks[k];
            else if (push(t, kinks[k], LEFT) < 0)
                within->high = kinks[k];
            else
                return within->low = within->high = kinks[k], false;
        }
    }
    return true;
}

/* Newton's step from x to where nothing pushes. */
static double newton(const SmyiTalks *t, double x, double *force)
{
    double sum = 0, bend = 0;
    for (size_t a = 0; a < t->n; a++) {
        const SmyiLeader *who = &t->leader[a];
        if (!who->gains)
            continue;
        double inverse = 1 / gain_above_0(t, who, x);
        double rate = slope(t, who, x, RIGHT) * inverse;
        sum += who->alpha * rate;
        bend += who->alpha * (rate * rate + (t->quadratic ? 2 * inverse : 0));
    }
    *force = sum;
    return x + sum / bend;
}

/* Of two gains, one rises and one falls, both straight: w0 s0 g1 + w1 s1 g0 = 0. */
static bool balance_two(const SmyiTalks *t, SmyiSegment within, double *point)
{
    const SmyiLeader *two[2];
    size_t n = 0;
    for (size_t a = 0; a < t->n; a++)
        if (t->leader[a].gains && n++ < 2)
            two[n - 1] = &t->leader[a];
    if (n != 2 || t->quadratic)
        return false;
    double middle = within.low / 2 + within.high / 2;
    double slope0 = slope(t, two[0], middle, RIGHT), pull0 = two[0]->alpha * slope0;
    double slope1 = slope(t, two[1], middle, RIGHT), pull1 = two[1]->alpha * slope1;
    double span = (two[0]->alpha + two[1]->alpha) * slope0 * slope1;
    if (!(span < 0))
        return false;
    double force = pull0 * gain(t, two[1], middle) + pull1 * gain(t, two[0], middle);
    *point = clamp(middle - force / span, within);
    return true;
}

/* Between kinks: Newton's method, halving where it would leave the bracket. */
static double balance(const SmyiTalks *t, SmyiSegment within)
{
    double x = within.low / 2 + within.high / 2, last = HUGE_VAL;
    if (balance_two(t, within, &x))
        return x;
    for (int step = 0; step < 200 && within.low < x && x < within.high; step++) {
        double force, next = newton(t, x, &force), moved = fabs(next - x);
        if (moved <= 4e-16 || (moved <= 1e-12 && moved >= last))
            return clamp(next, within);
        last = moved;
        *(force > 0 ? &within.low : &within.high) = x;
        x = within.low < next && next < within.high ? next
                                                    : within.low / 2 + within.high / 2;
    }
    return x;
}

/* The logarithm of the product is concave on a segment: its slope falls. */
static double best_on(const SmyiTalks *t, SmyiSegment segment)
{
    SmyiSegment within = segment;
    if (!(segment.low < segment.high))
        return settle_on_kink(t, segment.low, segment);
    if (!between_kinks(t, &within))
        return within.low;
    double x = push(t, within.low, RIGHT) <= 0   ? within.low
               : push(t, within.high, LEFT) >= 0 ? within.high
                                                 : balance(t, within);
    return settle_on_kink(t, x, segment);
}

bool smyi_talks_bargain(SmyiTalks *t, double *point)
{
    SmyiSegment ir;
    double best = -HUGE_VAL;
    if (!rational(t, &ir))
        return false;
    cut(t, ir);
    if (!find_who_gains(t))
        return false;
    for (size_t s = 0; s < t->zone.n; s++) {
        double x = best_on(t, t->zone.segment[s]);
        double value = t->zone.n > 1 ? log_product(t, x) : 0;
        if (value > best) {
            best = value;
            *point = x;
        }
    }
    return t->zone.n > 0;
}
