/* SPDX-License-Identifier: Apache-2.0 */
/* The standard normal distribution and its inverse. */
#include "base/maths.h"
#include "base/maths_inline.h"

enum { MILLS_DEGREE = 25, WICHURA_DEGREE = 7 };

/* Horner's rule; the coefficient of x^degree comes first. */
static double horner(const double *coefficient, int degree, double x)
{
    double sum = coefficient[0];
    for (int i = 1; i <= degree; i++)
        sum = sum * x + coefficient[i];
    return sum;
}

/*
 * Mills' ratio (1 - Phi(x)) / phi(x), x >= 0, as G(t) / (x + 4) with t = (x - 4) / (x + 4) in
 * [-1, 1), a map that makes G smooth up to infinity (schonfelder1978). G was fitted for this
 * file at Chebyshev's points with 110 digits; error 2^-57.
 */
double smyi_normal_mills(double x)
{
    static const double g[MILLS_DEGREE + 1] = {
        0x1.43f849edad800p-32,  0x1.d4fce22b76cf8p-31,  -0x1.266f51078dd87p-29,
        -0x1.414f42abde6e4p-27, 0x1.edad7c56566fbp-29,  0x1.cd5fd224e8805p-25,
        0x1.3b06872eeec34p-25,  -0x1.d398e72f00fffp-23, -0x1.a538bf81c3a8cp-22,
        0x1.6ea9c5cbe15c1p-21,  0x1.5806279ac1acap-19,  -0x1.a7cc0323f20c4p-20,
        -0x1.f1f8b97a7a1dcp-17, 0x1.e237785e90992p-20,  0x1.717f37b549921p-14,
        -0x1.40ffdab014dc6p-18, -0x1.2fb4303ac8902p-11, 0x1.5e7b1b211cd4cp-12,
        0x1.0be6d6600f13bp-8,   -0x1.1dcfea7978eabp-7,  -0x1.35aa3c94c74d5p-6,
        0x1.360ce26020419p-3,   -0x1.dec30ee67938ap-2,  0x1.f0d9856bc3b10p-1,
        -0x1.8615d9b49165dp+0,  0x1.e4aa012912ddep+0};
    return horner(g, MILLS_DEGREE, (x - 4) / (x + 4)) / (x + 4);
}

/* e^(-x^2/2) with the square in two parts, so that far tails keep their digits. */
static double bell(double x)
{
    double high = smyi_head(x), low = x - high;
    return smyi_exp_sum(-.5 * (high * high), -(high * low + .5 * (low * low)));
}

double smyi_normal_cdf(double x)
{
    const double over_root = 0x1.9884533d43651p-2; /* 1 / sqrt(2 pi) */
    double size = fabs(x);
    if (size > 40)
        return x < 0 ? 0 : 1;
    double tail = over_root * bell(size) * smyi_normal_mills(size);
    return x <= 0 ? tail : 1 - tail;
}

/* The rational approximations of wichura1988 (AS 241, PPND16): coefficients as printed there. */
static const double middle_over[] = {2509.0809287301226727, 33430.575583588128105,
                                     67265.770927008700853, 45921.953931549871457,
                                     13731.693765509461125, 1971.5909503065514427,
                                     133.14166789178437745, 3.387132872796366608};
static const double middle_under[] = {5226.495278852854561,  28729.085735721942674,
                                      39307.89580009271061,  21213.794301586595867,
                                      5394.1960214247511077, 687.1870074920579083,
                                      42.313330701600911252, 1.0};
static const double near_over[] = {7.7454501427834140764e-4, .0227238449892691845833,
                                   .24178072517745061177,    1.27045825245236838258,
                                   3.64784832476320460504,   5.7694972214606914055,
                                   4.6303378461565452959,    1.42343711074968357734};
static const double near_under[] = {1.05075007164441684324e-9, 5.475938084995344946e-4,
                                    .0151986665636164571966,   .14810397642748007459,
                                    .68976733498510000455,     1.6763848301838038494,
                                    2.05319162663775882187,    1.0};
static const double far_over[] = {2.01033439929228813265e-7, 2.71155556874348757815e-5,
                                  .0012426609473880784386,   .026532189526576123093,
                                  .29656057182850489123,     1.7848265399172913358,
                                  5.4637849111641143699,     6.6579046435011037772};
static const double far_under[] = {2.04426310338993978564e-15, 1.4215117583164458887e-7,
                                   1.8463183175100546818e-5,   7.868691311456132591e-4,
                                   .0148753612908506148525,    .13692988092273580531,
                                   .59983220655588793769,      1.0};

static double ratio(const double *over, const double *under, double x)
{
    return horner(over, WICHURA_DEGREE, x) / horner(under, WICHURA_DEGREE, x);
}

double smyi_normal_quantile(double p)
{
    double q = p - .5;
    if (fabs(q) <= .425)
        return q * ratio(middle_over, middle_under, .180625 - q * q);
    double r = sqrt(-smyi_log(q < 0 ? p : 1 - p));
    double x =
        r <= 5 ? ratio(near_over, near_under, r - 1.6) : ratio(far_over, far_under, r - 5);
    return q < 0 ? -x : x;
}
