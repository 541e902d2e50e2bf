/* SPDX-License-Identifier: Apache-2.0 */
/* Summaries of draws, in a fixed order. */
#ifndef SMYI_BASE_STATISTICS_H
#define SMYI_BASE_STATISTICS_H

#include <stddef.h>
#include <stdint.h>

typedef struct SmyiSummary {
    size_t n;                   /* values that are not NaN */
    double mean, q10, q50, q90; /* NaN where n is 0; quantiles of type 7 */
} SmyiSummary;

/** Sums up the values that are not NaN. Reorders `values`. O(n). Mean by Neumaier's sum. */
SmyiSummary smyi_summary(double *values, size_t n);

/** Quantile p of type 7 of sorted values (ascending, no NaN, n >= 1). */
double smyi_quantile_sorted(const double *sorted, size_t n, double p);

/** Wilson's 95 % interval for k of n; 0..1 where n is 0. Source: wilson1927. */
void smyi_wilson(uint64_t k, uint64_t n, double *low, double *high);

#endif
