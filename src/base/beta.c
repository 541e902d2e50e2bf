/* SPDX-License-Identifier: Apache-2.0 */
/* The beta distribution and its inverse. */
#include <float.h>
#include <math.h>
#include <stdbool.h>

#include "base/maths.h"

enum { MAX_TERMS = 100000, MAX_STEPS = 200 };

/* ln Gamma(z) - ((z - 1/2) ln z - z + ln(2 pi) / 2), z >= 10. Source: dlmf, 5.11.1. */
static double stirling_rest(double z)
{
    double v = 1 / (z * z);
    double s = 1.0 / 156;
    s = s * v - 691.0 / 360360;
    s = s * v + 1.0 / 1188;
    s = s * v - 1.0 / 1680;
    s = s * v + 1.0 / 1260;
    s = s * v - 1.0 / 360;
    return (s * v + 1.0 / 12) / z;
}

/* ln B(a,b): B(a,b) = B(a+1,b) (a+b)/a until both reach 10, then Stirling's series. */
static double log_beta(double a, double b)
{
    const double half_log_2pi = 0.91893853320467274178;
    double factor = 1;
    for (; a < 10; a++)
        factor *= (a + b) / a;
    for (; b < 10; b++)
        factor *= (a + b) / b;
    double c = a + b;
    return smyi_log(factor) + half_log_2pi + (a - .5) * smyi_log(a / c) +
           b * smyi_log(b / c) - .5 * smyi_log(b) + stirling_rest(a) + stirling_rest(b) -
           stirling_rest(c);
}

static double away_from_zero(double x)
{
    return fabs(x) < 1e-300 ? 1e-300 : x;
}

/*
 * F with I_x(a,b) = x^a (1-x)^b / (a B(a,b)) F, a continued fraction that converges fast for
 * x below (a+1) / (a+b+2). Source: dlmf, 8.17.22; evaluated as in lentz1976.
 */
static double fraction(double x, double a, double b)
{
    double c = 1, d = away_from_zero(1 - (a + b) * x / (a + 1));
    d = 1 / d;
    double f = d;
    for (int m = 1; m < MAX_TERMS; m++) {
        double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / away_from_zero(1 + even * d);
        c = away_from_zero(1 + even / c);
        f *= c * d;
        d = 1 / away_from_zero(1 + odd * d);
        c = away_from_zero(1 + odd / c);
        f *= c * d;
        if (fabs(c * d - 1) < DBL_EPSILON)
            break;
    }
    return f;
}

/* I_x(a,b) for x on the side where the fraction converges; y = 1 - x, `ln` = ln B(a,b). */
static double side(double x, double y, double a, double b, double ln)
{
    double power = smyi_exp(a * smyi_log(x) + b * smyi_log(y) - ln);
    return power * fraction(x, a, b) / a;
}

double smyi_beta_cdf(double x, double a, double b)
{
    if (!(x > 0) || !(x < 1))
        return x <= 0 ? 0 : x >= 1 ? 1 : (double)NAN;
    double ln = log_beta(a, b);
    if (x < (a + 1) / (a + b + 2))
        return side(x, 1 - x, a, b, ln);
    return 1 - side(1 - x, x, b, a, ln);
}

/* The two sides that an inverse looks on: of the lower tail, and of the upper one. */
typedef struct Side {
    double a, b;
    double ln;   /* ln B(a,b) */
    double last; /* ln of the mean a/(a+b): no root of this side lies above it */
} Side;

/*
 * x <= a/(a+b) with I_x(a,b) = u, by Halley's method for g = ln I as a function of w = ln x:
 *
 *     g' = a / ((1-x) F),   g''/g' = a - (b-1) x/(1-x) - g'
 *
 * from I < x^a / (a B), which for b >= 1 starts to the left of the root and near it in the
 * tail. A step out of the bracket halves it instead.
 */
static double lower_root(const Side *s, double u)
{
    double want = smyi_log(u), low = -800, high = s->last;
    double w = fmin((want + smyi_log(s->a) + s->ln) / s->a, high);
    for (int step = 0; step < MAX_STEPS; step++) {
        double x = smyi_exp(w), y = 1 - x, f = fraction(x, s->a, s->b);
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

void smyi_beta_quantiles(double a, double b, const double *u, size_t n, double *out)
{
    double ln = log_beta(a, b), middle = a / (a + b);
    Side lower = {a, b, ln, smyi_log(middle)}, upper = {b, a, ln, smyi_log(b / (a + b))};
    double at_middle = middle < (a + 1) / (a + b + 2)
                           ? side(middle, 1 - middle, a, b, ln)
                           : 1 - side(1 - middle, middle, b, a, ln);
    for (size_t k = 0; k < n; k++)
        out[k] =
            u[k] <= at_middle ? lower_root(&lower, u[k]) : 1 - lower_root(&upper, 1 - u[k]);
}

double smyi_beta_quantile(double u, double a, double b)
{
    double x;
    smyi_beta_quantiles(a, b, &u, 1, &x);
    return x;
}
