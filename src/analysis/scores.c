/* SPDX-License-Identifier: Apache-2.0 */
/* How good was a forecast? models.md K.5. */
#include "analysis/scores.h"

#include <math.h>
#include <stdlib.h>

#include "base/maths.h"
#include "base/statistics.h"
#include "base/sums.h"

static const double FLOOR = 1e-12; /* of a density or a chance whose logarithm is taken */
static const double PI = 3.14159265358979323846;

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double mean_distance(const double *x, size_t n, double outcome)
{
    double sum = 0, lost = 0;
    for (size_t i = 0; i < n; i++)
        smyi_add(&sum, &lost, fabs(x[i] - outcome));
    return (sum + lost) / (double)n;
}

/* sum_ij |x_i - x_j| of sorted x: each x_i counts 2 (2i - n + 1) times, i from 0 */
static double sum_of_distances(const double *x, size_t n)
{
    double sum = 0, lost = 0;
    for (size_t i = 0; i < n; i++)
        smyi_add(&sum, &lost, 2 * (2 * (double)i - (double)n + 1) * x[i]);
    return sum + lost;
}

double smyi_crps_ensemble(double *x, size_t n, double outcome)
{
    qsort(x, n, sizeof *x, ascending);
    double pairs = 2 * (double)n * (double)n;
    return mean_distance(x, n, outcome) - sum_of_distances(x, n) / pairs;
}

double smyi_crps_fair(double *x, size_t n, double outcome)
{
    qsort(x, n, sizeof *x, ascending);
    if (n < 2)
        return (double)NAN;
    double pairs = 2 * (double)n * ((double)n - 1);
    return mean_distance(x, n, outcome) - sum_of_distances(x, n) / pairs;
}

/* The integral piece by piece: F is constant between two values, and steps at the outcome. */
double smyi_crps_discrete(const double *value, const double *mass, size_t n, double outcome)
{
    double sum = 0, lost = 0, cumulative = 0;
    if (n == 0)
        return (double)NAN;
    if (outcome < value[0])
        smyi_add(&sum, &lost, value[0] - outcome);
    for (size_t g = 0; g + 1 < n; g++) {
        cumulative += mass[g];
        double low = value[g], high = value[g + 1];
        double cut = fmin(fmax(outcome, low), high); /* below it F counts, above it 1 - F */
        smyi_add(&sum, &lost, cumulative * cumulative * (cut - low));
        smyi_add(&sum, &lost, (1 - cumulative) * (1 - cumulative) * (high - cut));
    }
    if (outcome > value[n - 1])
        smyi_add(&sum, &lost, outcome - value[n - 1]);
    return sum + lost;
}

static double normal_density(double z)
{
    return smyi_exp(-.5 * z * z) / sqrt(2 * PI);
}

double smyi_crps_normal(double mean, double sd, double outcome)
{
    double z = (outcome - mean) / sd;
    return sd * (z * (2 * smyi_normal_cdf(z) - 1) + 2 * normal_density(z) - 1 / sqrt(PI));
}

static double cube(double x)
{
    return x * x * x;
}

static double fifth(double x)
{
    return x * x * x * x * x;
}

/* Integral of F^2 from low to t, low <= t <= high, F the triangular distribution function. */
static double triangular_square(double low, double mode, double high, double t)
{
    double range = high - low, rise = mode - low, fall = high - mode;
    double up = fmin(t, mode), sum = 0;
    if (rise > 0)
        sum = fifth(up - low) / (5 * range * range * rise * rise);
    if (t > mode) {
        double at = high - t; /* 1 - F = (high - x)^2 / (range fall) beyond the mode */
        sum += (t - mode) - 2 * (cube(fall) - cube(at)) / (3 * range * fall) +
               (fifth(fall) - fifth(at)) / (5 * range * range * fall * fall);
    }
    return sum;
}

double smyi_crps_triangular(double low, double mode, double high, double outcome)
{
    double y = fmin(fmax(outcome, low), high);
    double below = triangular_square(low, mode, high, y);
    double above = triangular_square(-high, -mode, -low, -y); /* 1 - F is F of the mirror */
    return below + above + fabs(outcome - y);
}

static double floored_log(double x)
{
    return smyi_log(fmax(x, FLOOR));
}

double smyi_log_normal(double mean, double sd, double outcome)
{
    return floored_log(normal_density((outcome - mean) / sd) / sd);
}

static double bandwidth(const double *x, size_t n)
{
    double mean = 0, lost = 0, square = 0, square_lost = 0;
    for (size_t i = 0; i < n; i++)
        smyi_add(&mean, &lost, x[i]);
    mean = (mean + lost) / (double)n;
    for (size_t i = 0; i < n; i++)
        smyi_add(&square, &square_lost, (x[i] - mean) * (x[i] - mean));
    double sd = n > 1 ? sqrt((square + square_lost) / (double)(n - 1)) : 0;
    double spread =
        (smyi_quantile_sorted(x, n, .75) - smyi_quantile_sorted(x, n, .25)) / 1.349;
    double width = spread > 0 && sd > 0 ? fmin(sd, spread) : fmax(sd, spread);
    return .9 * width * smyi_pow((double)n, -.2);
}

double smyi_log_ensemble(double *x, size_t n, double outcome)
{
    qsort(x, n, sizeof *x, ascending);
    double h = bandwidth(x, n), sum = 0, lost = 0;
    if (!(h > 0))
        return (double)NAN;
    for (size_t i = 0; i < n; i++)
        smyi_add(&sum, &lost, normal_density((outcome - x[i]) / h));
    return floored_log((sum + lost) / ((double)n * h));
}

double smyi_brier(double chance, double came)
{
    return (chance - came) * (chance - came);
}

double smyi_log_chance(double chance, double came)
{
    return -floored_log(came > .5 ? chance : 1 - chance);
}

void smyi_pit_discrete(const double *value, const double *mass, size_t n, double outcome,
                       double *below, double *upto)
{
    *below = *upto = 0;
    for (size_t g = 0; g < n; g++) {
        *below += value[g] < outcome ? mass[g] : 0;
        *upto += value[g] <= outcome ? mass[g] : 0;
    }
}
