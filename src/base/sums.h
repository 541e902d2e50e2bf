/* SPDX-License-Identifier: Apache-2.0 */
/* Compensated sums, so that a result does not hang on how it was split. */
#ifndef SMYI_BASE_SUMS_H
#define SMYI_BASE_SUMS_H

/**
 * One step of Neumaier's sum: the total is *sum + *lost. Source: neumaier1974; what rounding
 * loses, by moller1965: as exact as asking which of the two is larger, without the branch.
 */
static inline void smyi_add(double *sum, double *lost, double x)
{
    double s = *sum, t = s + x, of_x = t - s;
    *lost += (s - (t - of_x)) + (x - of_x);
    *sum = t;
}

#endif
