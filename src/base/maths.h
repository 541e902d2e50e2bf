/* SPDX-License-Identifier: Apache-2.0 */
/* Functions that must have the same bits everywhere, in plain C: libm's differ by machine. */
#ifndef SMYI_BASE_MATHS_H
#define SMYI_BASE_MATHS_H

#include <stddef.h>

/** e^x; 0 below -745.2, infinity above 709.8, NaN for NaN. Error below 1 ulp or near it. */
double smyi_exp(double x);
/** Natural logarithm; -infinity at 0, NaN below. Error below 1 ulp or near it. */
double smyi_log(double x);
/** x^y for x >= 0; 0^0 = 1. Relative error below 1e-14 where |y log x| < 700. */
double smyi_pow(double x, double y);
/** Standard normal distribution function, accurate in both tails (relative 1e-13). */
double smyi_normal_cdf(double x);
/** Its inverse, for p in (0,1); relative 1e-13. */
double smyi_normal_quantile(double p);
/** Mills' ratio (1 - Phi(x)) / phi(x) for x >= 0, where phi is the density; relative 1e-15. */
double smyi_normal_mills(double x);
/** Regularised incomplete beta I_x(a,b), a, b > 0, x in 0..1; relative 1e-12 up to a + b = 1000. */
double smyi_beta_cdf(double x, double a, double b);
/** Its inverse in x, for u in (0,1); relative 1e-12. */
double smyi_beta_quantile(double u, double a, double b);
/** The same for u[n] into out[n], with what hangs on a and b done once. out may be u. */
void smyi_beta_quantiles(double a, double b, const double *u, size_t n, double *out);

#endif
