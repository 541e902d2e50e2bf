/* SPDX-License-Identifier: Apache-2.0 */
/* Summaries of draws, in a fixed order. */
#include "base/statistics.h"

#include <math.h>

#include "base/kernel.h"
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

/* The ranks that the summary reads: for each of the three quantiles its own and the next. */
static const double wanted[] = {.1, .5, .9};

enum { N_WANTED = 3, BINS = 1024, FEW = 256, AT_ONCE = 256 };

/* Values in BINS equal steps from the lowest to the highest; a rising map, whatever it rounds. */
typedef struct Bins {
    double low, scale;
    size_t count[BINS];       /* values in the bin */
    unsigned char keep[BINS]; /* 1: a wanted rank lies in it */
} Bins;

SMYI_KERNEL static void find_bins(size_t n, const double *restrict x, double low,
                                  double scale, int *restrict bin)
{
    for (size_t k = 0; k < n; k++) {
        int at = (int)((x[k] - low) * scale);
        bin[k] = at < BINS ? at : BINS - 1;
    }
}

static void count_bins(Bins *bins, const double *x, size_t n)
{
    int bin[AT_ONCE];
    for (size_t first = 0; first < n; first += AT_ONCE) {
        size_t some = n - first < AT_ONCE ? n - first : AT_ONCE;
        find_bins(some, x + first, bins->low, bins->scale, bin);
        for (size_t k = 0; k < some; k++)
            bins->count[bin[k]]++;
    }
}

/*
 * Marks the bins that the ranks lie in, which ascend; drop[r]: how many values of bins that are
 * not marked stand below rank r.
 */
static void keep_ranks(Bins *bins, const size_t *rank, size_t *drop)
{
    size_t below = 0, dropped = 0, r = 0;
    for (size_t bin = 0; r < 2 * N_WANTED; bin++) {
        size_t above = below + bins->count[bin];
        for (; r < 2 * N_WANTED && rank[r] < above; r++) {
            bins->keep[bin] = 1;
            drop[r] = dropped;
        }
        dropped += bins->keep[bin] ? 0 : bins->count[bin];
        below = above;
    }
}

/* Moves the values of the bins marked to the front of x[0..n). Their number. */
static size_t move_kept(const Bins *bins, double *x, size_t n)
{
    int bin[AT_ONCE];
    size_t kept = 0;
    for (size_t first = 0; first < n; first += AT_ONCE) {
        size_t some = n - first < AT_ONCE ? n - first : AT_ONCE;
        find_bins(some, x + first, bins->low, bins->scale, bin);
        for (size_t k = 0; k < some; k++)
            if (bins->keep[bin[k]])
                swap(x, first + k, kept++);
    }
    return kept;
}

/*
 * Moves the values of all bins with a wanted rank to the front of x[0..n) and sets drop[r] to
 * what is to be taken off rank[r] there. Returns their number: mostly a small part of n, found
 * with two plain passes, where parting by comparisons would guess wrong at every second value.
 */
static size_t narrow(double *x, size_t n, double low, double high, const size_t *rank,
                     size_t *drop)
{
    Bins bins = {.low = low, .scale = BINS / (high - low)};
    count_bins(&bins, x, n);
    keep_ranks(&bins, rank, drop);
    return move_kept(&bins, x, n);
}

/* Sets q[3] to the wanted quantiles of x[0..n), n >= 1, none of them NaN. */
static void quantiles(double *x, size_t n, double low, double high, double *q)
{
    double part[N_WANTED];
    size_t rank[2 * N_WANTED], drop[2 * N_WANTED] = {0}, from = 0;
    for (size_t i = 0; i < N_WANTED; i++) {
        size_t at = type7(n, wanted[i], &part[i]);
        rank[2 * i] = at;
        rank[2 * i + 1] = at + 1 < n ? at + 1 : at;
    }
    double width = high - low, scale = BINS / width;
    if (n > FEW && scale > 0 && scale < HUGE_VAL)
        n = narrow(x, n, low, high, rank, drop);
    for (size_t i = 0; i < N_WANTED; i++) {
        size_t at = rank[2 * i] - drop[2 * i], next = rank[2 * i + 1] - drop[2 * i + 1];
        select_at(x, from, n - 1, at);
        select_at(x, at, n - 1, next);
        q[i] = between(x[at], x[next], part[i]);
        from = at;
    }
}

SmyiSummary smyi_summary(double *values, size_t n)
{
    size_t kept = 0;
    double sum = 0, lost = 0, low = HUGE_VAL, high = -HUGE_VAL;
    for (size_t k = 0; k < n; k++) {
        double x = values[k];
        if (isnan(x))
            continue;
        smyi_add(&sum, &lost, x);
        low = x < low ? x : low;
        high = x > high ? x : high;
        values[kept++] = x;
    }
    double none = (double)NAN, q[N_WANTED] = {none, none, none};
    if (kept)
        quantiles(values, kept, low, high, q);
    double mean = kept ? (sum + lost) / (double)kept : none;
    return (SmyiSummary){.n = kept, .mean = mean, .q10 = q[0], .q50 = q[1], .q90 = q[2]};
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
