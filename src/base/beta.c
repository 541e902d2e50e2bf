/* SPDX-License-Identifier: Apache-2.0 */
/* The beta distribution function. */
#include "base/beta.h"

#include <float.h>
#include <math.h>

#include "base/maths.h"

enum { MAX_TERMS = 200000 };

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
double smyi_beta_log(double a, double b)
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

double smyi_beta_term(int n, double a, double b)
{
    int m = n / 2;
    double over = (a + n - 1) * (a + n);
    return n % 2 ? -(a + m) * (a + b + m) / over : m * (b - m) / over;
}

/* Evaluated from the top as in lentz1976. */
double smyi_beta_fraction(double x, double a, double b)
{
    double c = 1, d = 0, f = 1;
    for (int n = 1; n < MAX_TERMS; n++) {
        double term = smyi_beta_term(n, a, b) * x;
        d = 1 / away_from_zero(1 + term * d);
        c = away_from_zero(1 + term / c);
        f *= c * d;
        if (fabs(c * d - 1) < DBL_EPSILON)
            break;
    }
    return 1 / f;
}

/* I_x(a,b) for x on the side where the fraction converges; y = 1 - x, `ln` = ln B(a,b). */
static double side(double x, double y, double a, double b, double ln)
{
    double power = smyi_exp(a * smyi_log(x) + b * smyi_log(y) - ln);
    return power * smyi_beta_fraction(x, a, b) / a;
}

double smyi_beta_cdf(double x, double a, double b)
{
    if (!(x > 0) || !(x < 1))
        return x <= 0 ? 0 : x >= 1 ? 1 : (double)NAN;
    double ln = smyi_beta_log(a, b);
    if (x < (a + 1) / (a + b + 2))
        return side(x, 1 - x, a, b, ln);
    return 1 - side(1 - x, x, b, a, ln);
}
