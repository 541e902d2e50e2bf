/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The inverse of the beta distribution function, for many arguments of one shape.
 *
 * Arguments below the probability of the mean are looked for from below, the others from
 * above, as 1 - x of the mirrored shape: so nothing small is ever taken from 1. On either side
 * Halley's method finds the root of g = ln I - ln u as a function of w = ln x,
 *
 *     g' = a / ((1-x) F),   g''/g' = a - (b-1) x/(1-x) - g'
 *
 * from I < x^a / (a B), which for b >= 1 starts to the left of the root and near it in the
 * tail. Mild shapes (all of PERT's) take a fixed number of steps on a block of lanes.
 */
#include <math.h>
#include <stdbool.h>

#include "base/beta.h"
#include "base/maths.h"
#include "base/maths_inline.h"

enum { LANES = 64, MAX_TERMS = 60, MILD_STEPS = 4, MAX_STEPS = 200 };

typedef struct Side {
    double a, b;
    double ln;    /* ln B(a,b) */
    double last;  /* ln of the mean a/(a+b): no root of this side lies above it */
    bool is_mild; /* the lanes below can do it */
    int n_terms;  /* of the fraction, enough up to the mean; even */
    double term[MAX_TERMS];
} Side;

/* Fills in the terms; mild are shapes for which they are few and the steps known to be enough. */
static void take_terms(Side *s)
{
    double x = s->a / (s->a + s->b), over = 1, over_1 = 0, under = 1, under_1 = 1,
           before = 0;
    s->is_mild = false;
    if (s->a < 1 || s->b < 1 || s->a + s->b > 10)
        return;
    for (int n = 0; n + 2 <= MAX_TERMS; n += 2) {
        s->term[n] = smyi_beta_term(n + 1, s->a, s->b);
        s->term[n + 1] = smyi_beta_term(n + 2, s->a, s->b);
        over_1 = over + s->term[n] * x * over_1;
        under_1 = under + s->term[n] * x * under_1;
        over = over_1 + s->term[n + 1] * x * over;
        under = under_1 + s->term[n + 1] * x * under;
        s->n_terms = n + 2;
        s->is_mild = fabs(over - before * under) < 1e-16 * over;
        if (s->is_mild)
            return;
        before = over / under;
    }
}

static Side side_of(double a, double b)
{
    Side s = {.a = a, .b = b, .ln = smyi_beta_log(a, b), .last = smyi_log(a / (a + b))};
    take_terms(&s);
    return s;
}

/* F by its convergents, of which the last two are kept: each is over / under. */
SMYI_KERNEL static void fractions(const Side *s, size_t n, const double *restrict x,
                                  double *restrict fraction)
{
    double over[LANES], over_1[LANES], under[LANES], under_1[LANES];
    for (size_t k = 0; k < n; k++)
        over[k] = under[k] = under_1[k] = 1, over_1[k] = 0;
    for (int t = 0; t < s->n_terms; t += 2) {
        double odd = s->term[t], even = s->term[t + 1];
        for (size_t k = 0; k < n; k++) {
            over_1[k] = over[k] + odd * x[k] * over_1[k];
            under_1[k] = under[k] + odd * x[k] * under_1[k];
            over[k] = over_1[k] + even * x[k] * over[k];
            under[k] = under_1[k] + even * x[k] * under[k];
        }
    }
    for (size_t k = 0; k < n; k++)
        fraction[k] = over[k] / under[k];
}

/* w -> x of one step, and at the end. */
SMYI_KERNEL static void exps(size_t n, const double *restrict w, double *restrict x)
{
    for (size_t k = 0; k < n; k++)
        x[k] = smyi_exp_lane(w[k]);
}

SMYI_KERNEL static void starts(const Side *s, size_t n, const double *restrict u,
                               double *restrict want, double *restrict w)
{
    double shift = smyi_log_lane(s->a) + s->ln;
    for (size_t k = 0; k < n; k++) {
        want[k] = smyi_log_lane(u[k]);
        double start = (want[k] + shift) / s->a;
        w[k] = start < s->last ? start : s->last;
    }
}

SMYI_KERNEL static void steps(const Side *s, size_t n, const double *restrict want,
                              const double *restrict x, const double *restrict fraction,
                              double *restrict w)
{
    double a = s->a, b = s->b, shift = s->ln + smyi_log_lane(s->a);
    for (size_t k = 0; k < n; k++) {
        double y = 1 - x[k], f = fraction[k];
        double miss = a * w[k] + b * smyi_log_lane(y) - shift + smyi_log_lane(f) - want[k];
        double slope = a / (y * f), bend = a - (b - 1) * x[k] / y - slope;
        double newton = miss / slope, damp = 1 - .5 * newton * bend;
        double next = w[k] - newton / (damp > .5 ? damp : .5);
        w[k] = next < s->last ? next : s->last;
    }
}

static void mild_roots(const Side *s, const double *u, size_t n, double *x)
{
    double want[LANES], w[LANES], fraction[LANES];
    starts(s, n, u, want, w);
    for (int step = 0; step < MILD_STEPS; step++) {
        exps(n, w, x);
        fractions(s, n, x, fraction);
        steps(s, n, want, x, fraction, w);
    }
    exps(n, w, x);
}

/* The same for any shape: a step out of the bracket halves it instead. */
static double hard_root(const Side *s, double u)
{
    double want = smyi_log(u), low = -800, high = s->last;
    double w = fmin((want + smyi_log(s->a) + s->ln) / s->a, high);
    for (int step = 0; step < MAX_STEPS; step++) {
        double x = smyi_exp(w), y = 1 - x, f = smyi_beta_fraction(x, s->a, s->b);
        double miss = s->a * w + s->b * smyi_log(y) - s->ln + smyi_log(f / s->a) - want;
        double slope = s->a / (y * f), bend = s->a - (s->b - 1) * x / y - slope;
        double newton = miss / slope;
        double next = w - newton / fmax(.5, 1 - .5 * newton * bend);
        low = miss < 0 ? w : low;
        high = miss < 0 ? high : w;
        if (!(next >= low && next <= high))
            next = .5 * (low + high);
        bool close = fabs(next - w) < 1e-6; /* the step just made was cubic */
        w = next;
        if (close)
            break;
    }
    return smyi_exp(w);
}

static void roots(const Side *s, const double *u, size_t n, double *x)
{
    if (s->is_mild)
        mild_roots(s, u, n, x);
    else
        for (size_t k = 0; k < n; k++)
            x[k] = hard_root(s, u[k]);
}

void smyi_beta_quantiles(double a, double b, const double *u, size_t n, double *out)
{
    Side lower = side_of(a, b), upper = side_of(b, a);
    double at_mean = smyi_beta_cdf(a / (a + b), a, b);
    for (size_t k = 0; k < n; k += LANES) {
        size_t m = n - k < LANES ? n - k : LANES, n_lower = 0, n_upper = 0, at[LANES];
        double u_lower[LANES], u_upper[LANES], x_lower[LANES], x_upper[LANES];
        for (size_t l = 0; l < m; l++) {
            bool is_lower = u[k + l] <= at_mean;
            at[l] = is_lower ? n_lower : n_upper;
            u_lower[n_lower] = u[k + l];
            u_upper[n_upper] = 1 - u[k + l];
            n_lower += is_lower;
            n_upper += !is_lower;
        }
        roots(&lower, u_lower, n_lower, x_lower);
        roots(&upper, u_upper, n_upper, x_upper);
        for (size_t l = 0; l < m; l++)
            out[k + l] = u[k + l] <= at_mean ? x_lower[at[l]] : 1 - x_upper[at[l]];
    }
}

double smyi_beta_quantile(double u, double a, double b)
{
    double x;
    smyi_beta_quantiles(a, b, &u, 1, &x);
    return x;
}
