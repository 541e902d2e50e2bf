/* SPDX-License-Identifier: Apache-2.0 */
/* What the beta distribution and its inverse share. */
#ifndef SMYI_BASE_BETA_H
#define SMYI_BASE_BETA_H

/** ln B(a,b), a, b > 0. */
double smyi_beta_log(double a, double b);

/**
 * F with I_x(a,b) = x^a (1-x)^b / (a B(a,b)) F, a continued fraction that converges fast for
 * x below (a+1) / (a+b+2): F = 1/(1 + c_1 x/(1 + c_2 x/(1 + ...))). Source: dlmf, 8.17.22.
 */
double smyi_beta_fraction(double x, double a, double b);
/** c_n of that fraction, n >= 1. */
double smyi_beta_term(int n, double a, double b);

#endif
