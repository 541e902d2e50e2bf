/* SPDX-License-Identifier: Apache-2.0 */
/* Mean differences, by a bootstrap of whole groups. */
#include "analysis/paired.h"

#include <math.h>
#include <stdlib.h>

#include "base/random.h"
#include "base/statistics.h"
#include "base/sums.h"

enum { AT_ONCE = 64 /* resamples a piece */ };

/* One series: what each group that has a case adds to a sum and to a count. */
typedef struct Groups {
    size_t n;
    double *sum, *count; /* [n] */
    double *means;       /* [resamples] */
} Groups;

typedef struct Work {
    const Groups *series;
    size_t n_series, most_groups;
    uint64_t seed, resamples;
} Work;

static SmyCode gather(const double *difference, size_t n_cases, const size_t *group,
                      size_t n_groups, uint64_t resamples, SmyiArena *mem, Groups *out,
                      SmyiPaired *result)
{
    double *lost = SMYI_NEW(mem, n_groups, double), none = (double)NAN;
    double total = 0, total_lost = 0;
    *out = (Groups){.sum = SMYI_NEW(mem, n_groups, double),
                    .count = SMYI_NEW(mem, n_groups, double),
                    .means = SMYI_NEW(mem, (size_t)resamples, double)};
    if (!lost || !out->sum || !out->count || !out->means)
        return SMY_ERR_NOMEM;
    *result = (SmyiPaired){.mean = none, .low = none, .high = none, .p = none};
    for (size_t c = 0; c < n_cases; c++) {
        double x = difference[c];
        if (isnan(x))
            continue;
        smyi_add(&out->sum[group[c]], &lost[group[c]], x);
        smyi_add(&total, &total_lost, x);
        out->count[group[c]] += 1;
        result->n++;
    }
    for (size_t g = 0; g < n_groups; g++) {
        if (!(out->count[g] > 0))
            continue;
        out->sum[out->n] = out->sum[g] + lost[g];
        out->count[out->n++] = out->count[g];
    }
    result->n_groups = out->n;
    if (result->n)
        result->mean = (total + total_lost) / (double)result->n;
    return SMY_OK;
}

/* u[numbers x n_draws] */
static double resampled_mean(const Groups *g, const double *u, size_t n_draws, size_t draw)
{
    double sum = 0, lost = 0, count = 0;
    for (size_t j = 0; j < g->n; j++) {
        size_t at = (size_t)(u[j * n_draws + draw] * (double)g->n);
        smyi_add(&sum, &lost, g->sum[at]);
        count += g->count[at];
    }
    return (sum + lost) / count;
}

static SmyCode resample(void *cookie, size_t index, SmyiArena *mem)
{
    const Work *work = cookie;
    uint64_t first = (uint64_t)index * AT_ONCE, rest = work->resamples - first;
    size_t n = rest < AT_ONCE ? (size_t)rest : AT_ONCE;
    double *u = SMYI_NEW(mem, work->most_groups * n, double);
    if (!u)
        return SMY_ERR_NOMEM;
    smyi_uniforms(work->seed, SMYI_STREAM_BOOTSTRAP, first, n, 0, work->most_groups, u);
    for (size_t s = 0; s < work->n_series; s++)
        for (size_t k = 0; k < n && work->series[s].n; k++)
            work->series[s].means[first + k] = resampled_mean(&work->series[s], u, n, k);
    return SMY_OK;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void conclude(const Groups *g, uint64_t resamples, SmyiPaired *out)
{
    size_t n = (size_t)resamples, at_most = 0, at_least = 0;
    if (!g->n || !n)
        return;
    for (size_t b = 0; b < n; b++) {
        at_most += g->means[b] <= 0;
        at_least += g->means[b] >= 0;
    }
    qsort(g->means, n, sizeof *g->means, ascending);
    out->low = smyi_quantile_sorted(g->means, n, .025);
    out->high = smyi_quantile_sorted(g->means, n, .975);
    out->p = fmin(1, 2 * (double)(at_most < at_least ? at_most : at_least) / (double)n);
}

SmyCode smyi_paired(const double *const *series, size_t n_series, size_t n_cases,
                    const size_t *group, size_t n_groups, uint64_t seed, uint64_t resamples,
                    unsigned threads, SmyiProgress *progress, SmyiArena *mem,
                    SmyiPaired *out)
{
    Groups *groups = SMYI_NEW(mem, n_series, Groups);
    Work work = {groups, n_series, 0, seed, resamples};
    if (!groups)
        return SMY_ERR_NOMEM;
    for (size_t s = 0; s < n_series; s++) {
        SmyCode code = gather(series[s], n_cases, group, n_groups, resamples, mem,
                              &groups[s], &out[s]);
        if (code != SMY_OK)
            return code;
        work.most_groups = groups[s].n > work.most_groups ? groups[s].n : work.most_groups;
    }
    size_t n_pieces = (size_t)((resamples + AT_ONCE - 1) / AT_ONCE);
    progress->step = AT_ONCE, progress->total = resamples;
    SmyCode code = smyi_parallel(n_pieces, threads, resample, &work, smyi_progress_tick,
                                 progress, NULL);
    for (size_t s = 0; s < n_series && code == SMY_OK; s++)
        conclude(&groups[s], resamples, &out[s]);
    return code;
}
