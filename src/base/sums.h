/* SPDX-License-Identifier: Apache-2.0 */
/* Compensated sums, so that a result does not hang on how it was split. */
#ifndef SMYI_BASE_SUMS_H
#define SMYI_BASE_SUMS_H

#include <math.h>

/** One step of Neumaier's sum: the total is *sum + *lost. Source: neumaier1974. */
static inline void smyi_add(double *sum, double *lost, double x)
{
    double s = *sum, t = s + x;
    double of_sum = (s - t) + x, of_x = (x - t) + s;
    *lost += fabs(s) >= fabs(x) ? of_sum : of_x;
    *sum = t;
}

#endif
