/* SPDX-License-Identifier: Apache-2.0 */
/* How good was a forecast? Scores of points, ensembles, discrete distributions and chances. */
#ifndef SMYI_ANALYSIS_SCORES_H
#define SMYI_ANALYSIS_SCORES_H

#include <stddef.h>

/*
 * CRPS, the integral of (F - 1{x >= outcome})^2, in the unit of the outcome; 0 is best.
 * Source: gneiting2007, section 4.2; hersbach2000.
 */

/** Of an ensemble: mean |x - y| - sum_ij |x_i - x_j| / (2 N^2). Sorts x. O(N log N). */
double smyi_crps_ensemble(double *x, size_t n, double outcome);
/** The fair form, divided by 2 N (N - 1); NaN for one member. Source: ferro2014. Sorts x. */
double smyi_crps_fair(double *x, size_t n, double outcome);
/** Of probabilities mass[n] (sum 1) at value[n], ascending. O(n). */
double smyi_crps_discrete(const double *value, const double *mass, size_t n,
                          double outcome);
/** Of a normal distribution, sd > 0. */
double smyi_crps_normal(double mean, double sd, double outcome);
/** Of a triangular distribution, low <= mode <= high, low < high. */
double smyi_crps_triangular(double low, double mode, double high, double outcome);

/*
 * Log score: natural logarithm of the density given to what came, at least ln 1e-12; greater
 * is better.
 */
double smyi_log_normal(double mean, double sd, double outcome);
/** Gaussian kernels, bandwidth .9 min(sd, IQR/1.349) N^-.2 over the positive ones; NaN where
    all members are equal. Sorts x. */
double smyi_log_ensemble(double *x, size_t n, double outcome);

/** (chance - came)^2, came 0 or 1. */
double smyi_brier(double chance, double came);
/** -ln of the chance given to what came; at most -ln 1e-12. */
double smyi_log_chance(double chance, double came);

/** P(x < outcome) and P(x <= outcome) of probabilities at values. */
void smyi_pit_discrete(const double *value, const double *mass, size_t n, double outcome,
                       double *below, double *upto);

#endif
