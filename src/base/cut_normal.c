/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Quantiles of a normal distribution cut to a window.
 *
 * In standard units the window is start..start + width, mirrored where need be so that its
 * middle is not negative. Then, by where it lies, one of three ways that all say the same:
 *
 *     across   the inverse of the distribution function
 *     short    Newton's method for the mass from the start, a power series
 *     tail     Newton's method for the logarithm of the mass above
 *
 * The last two give the distance t from the window's near end, so that digits which the window
 * and the mean have in common are not lost.
 */
#include "base/cut_normal.h"

#include <math.h>
#include <stdbool.h>

#include "base/maths.h"

enum { MAX_STEPS = 60, MAX_TERMS = 200 };

typedef enum Way { ACROSS, SHORT, TAIL } Way;

typedef struct Window {
    Way way;
    bool mirrored;
    double start, width;
    double below_start, below_end, above_start, above_end; /* of ACROSS: probabilities */
    double
        mass; /* SHORT: in units of the density at the start; TAIL: above the end, in units
                    of the mass above the start */
} Window;

/* The integral over s in 0..t of exp(-start s - s^2/2), its series summed term by term. */
static double short_mass(double start, double t)
{
    double before = 0, term = t,
           sum = t; /* terms n - 1 and n: c_n t^(n+1), sum over n + 1 */
    for (int n = 0; n < MAX_TERMS; n++) {
        double next = -t * (start * term + t * before) / (n + 1);
        before = term;
        term = next;
        sum += term / (n + 2);
        if (fabs(term) + fabs(before) < 1e-18 * fabs(sum))
            break;
    }
    return sum;
}

/* How far the logarithm of the mass above falls from the start to t beyond it. */
static double fall(double start, double t)
{
    return t * (start + .5 * t) -
           smyi_log(smyi_normal_mills(start + t) / smyi_normal_mills(start));
}

static Window look(double start, double end, double width)
{
    Window w = {.mirrored = start + end < 0, .width = width};
    w.start = w.mirrored ? -end : start;
    double drop = w.width * (w.start + .5 * w.width); /* of ln density over the window */
    w.way = w.start > 4 && drop > 4 ? TAIL : w.start > 4 || w.width < .01 ? SHORT : ACROSS;
    if (w.way == TAIL)
        w.mass = smyi_exp(-fall(w.start, w.width));
    if (w.way == SHORT)
        w.mass = short_mass(w.start, w.width);
    if (w.way == ACROSS) {
        w.below_start = smyi_normal_cdf(w.start);
        w.below_end = smyi_normal_cdf(w.start + w.width);
        w.above_start = smyi_normal_cdf(-w.start);
        w.above_end = smyi_normal_cdf(-w.start - w.width);
    }
    return w;
}

/* Through the tail that is the smaller, so that no probability near 1 is looked up. */
static double across(const Window *w, double u)
{
    double below = w->below_start + u * (w->below_end - w->below_start);
    double above = w->above_end + (1 - u) * (w->above_start - w->above_end);
    double z = below <= above ? smyi_normal_quantile(below) : -smyi_normal_quantile(above);
    return z - w->start;
}

/* The mass is concave in t: from t = 0 Newton's steps go up to the root and never beyond. */
static double short_way(const Window *w, double u)
{
    double t = 0, want = u * w->mass;
    for (int i = 0; i < MAX_STEPS; i++) {
        double density = smyi_exp(-t * (w->start + .5 * t));
        double step = (want - short_mass(w->start, t)) / density;
        t += step;
        if (fabs(step) <= 1e-15 * w->width)
            break;
    }
    return t;
}

/* ln(1 + x), x > -1, without losing a small x: what 1 + x rounds off cancels in the ratio. */
static double log_1_plus(double x)
{
    double y = 1 + x;
    return y == 1 ? x : smyi_log(y) * x / (y - 1);
}

/* The fall is convex in t, with slope 1/M: Newton's steps come down from the first tangent. */
static double tail_way(const Window *w, double u)
{
    double want = -log_1_plus(u * (w->mass - 1));
    double t = want * smyi_normal_mills(w->start);
    for (int i = 0; i < MAX_STEPS; i++) {
        double step = (want - fall(w->start, t)) * smyi_normal_mills(w->start + t);
        t += step;
        if (fabs(step) <= 1e-15 * t)
            break;
    }
    return t;
}

void smyi_cut_normal_quantiles(double mean, double sd, double low, double high,
                               const double *u, size_t n, double *out)
{
    Window w = look((low - mean) / sd, (high - mean) / sd, (high - low) / sd);
    for (size_t k = 0; k < n; k++) {
        double v = w.mirrored ? 1 - u[k] : u[k];
        double t = w.way == ACROSS  ? across(&w, v)
                   : w.way == SHORT ? short_way(&w, v)
                                    : tail_way(&w, v);
        double x = w.mirrored ? high - sd * t : low + sd * t;
        out[k] = fmin(fmax(x, low), high);
    }
}
