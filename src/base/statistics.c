/* SPDX-License-Identifier: Apache-2.0 */
/* Summaries of draws, in a fixed order. */
#include "base/statistics.h"

#include <math.h>

#include "base/sums.h"

static void swap(double *x, size_t i, size_t j)
{
    double held = x[i];
    x[i] = x[j];
    x[j] = held;
}

/* A value to part x[first..last] by: the median of three places that hang on the length. */
static double pivot(const double *x, size_t first, size_t last)
{
    size_t n = last - first + 1;
    double a = x[first + n / 7], b = x[first + n / 2], c = x[last - n / 5];
    double low = a < b ? a : b, high = a < b ? b : a;
    return c < low ? low : c > high ? high : c;
}

/*
 * Reorders x[first..last] so that x[at] is what it would be if they were sorted, nothing
 * greater stands before it and nothing less behind. Equal values are parted off together, so
 * that draws with few different outcomes cost no more. Source: hoare1961, dijkstra1976.
 */
static void select_at(double *x, size_t first, size_t last, size_t at)
{
    while (first < last) {
        double p = pivot(x, first, last);
        size_t below = first, above = last + 1;
        for (size_t i = first; i < above;) {
            if (x[i] < p)
                swap(x, i++, below++);
            else if (x[i] > p)
                swap(x, i, --above);
            else
                i++;
        }
        if (at < below)
            last = below - 1;
        else if (at >= above)
            first = above;
        else
            return;
    }
}

static double between(double low, double high, double part)
{
    return part > 0 ? low + part * (high - low) : low;
}

/* Where quantile p of type 7 stands among n sorted values: an index and the part beyond it. */
static size_t type7(size_t n, double p, double *part)
{
    double h = (double)(n - 1) * p, whole = floor(h);
    *part = h - whole;
    return (size_t)whole;
}

double smyi_quantile_sorted(const double *sorted, size_t n, double p)
{
    double part;
    size_t at = type7(n, p, &part);
    return between(sorted[at], at + 1 < n ? sorted[at + 1] : sorted[at], part);
}

/* Quantile p of x[0..n), of which what stands before x[*from] is not greater than the rest. */
static double quantile(double *x, size_t n, double p, size_t *from)
{
    double part;
    size_t at = type7(n, p, &part);
    select_at(x, *from, n - 1, at);
    *from = at;
    if (!(part > 0) || at + 1 >= n)
        return x[at];
    double next = x[at + 1];
    for (size_t i = at + 2; i < n; i++)
        next = x[i] < next ? x[i] : next;
    return between(x[at], next, part);
}

SmyiSummary smyi_summary(double *values, size_t n)
{
    size_t kept = 0;
    double sum = 0, lost = 0;
    for (size_t k = 0; k < n; k++) {
        if (isnan(values[k]))
            continue;
        smyi_add(&sum, &lost, values[k]);
        values[kept++] = values[k];
    }
    double none = (double)NAN;
    SmyiSummary s = {.n = kept, .mean = none, .q10 = none, .q50 = none, .q90 = none};
    if (kept == 0)
        return s;
    size_t from = 0;
    s.mean = (sum + lost) / (double)kept;
    s.q10 = quantile(values, kept, .1, &from);
    s.q50 = quantile(values, kept, .5, &from);
    s.q90 = quantile(values, kept, .9, &from);
    return s;
}

void smyi_wilson(uint64_t k, uint64_t n, double *low, double *high)
{
    const double z = 1.959963984540054; /* normal quantile at .975 */
    *low = 0, *high = 1;
    if (n == 0)
        return;
    double m = (double)n, p = (double)k / m, over = 1 / (1 + z * z / m);
    double middle = (p + z * z / (2 * m)) * over;
    double half = z * over * sqrt(p * (1 - p) / m + z * z / (4 * m * m));
    *low = k == 0 ? 0 : fmax(0, middle - half);
    *high = k == n ? 1 : fmin(1, middle + half);
}
