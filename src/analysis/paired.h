/* SPDX-License-Identifier: Apache-2.0 */
/* Is one forecaster better than another? Mean differences, by a bootstrap of whole groups. */
#ifndef SMYI_ANALYSIS_PAIRED_H
#define SMYI_ANALYSIS_PAIRED_H

#include <stddef.h>
#include <stdint.h>

#include "analysis/progress.h"
#include "base/arena.h"

typedef struct SmyiPaired {
    size_t n, n_groups; /* cases and groups with a difference */
    double mean;        /* NaN where n is 0 */
    double low, high;   /* 2.5 and 97.5 per cent of the resampled means; NaN: none made */
    double p;           /* two-sided: 2 min(share <= 0, share >= 0), at most 1 */
} SmyiPaired;

/**
 * Resamples groups with replacement, as many as have a case, each with all its cases; the
 * mean is that of the cases drawn. Resample b takes the numbers of draw b of the bootstrap's
 * stream, so that all series meet the same groups as far as they have the same. Percentile
 * interval, quantiles of type 7.
 *
 * series[n_series] of differences [n_cases], NaN where one of the two has no score;
 * group[n_cases] 0..n_groups-1; out[n_series]. The same bits on any number of threads.
 * SMY_ERR_NOMEM, SMY_ERR_CANCELLED. Source: models.md K.5; efron1993 for the interval.
 */
SmyCode smyi_paired(const double *const *series, size_t n_series, size_t n_cases,
                    const size_t *group, size_t n_groups, uint64_t seed, uint64_t resamples,
                    unsigned threads, SmyiProgress *progress, SmyiArena *mem,
                    SmyiPaired *out);

#endif
