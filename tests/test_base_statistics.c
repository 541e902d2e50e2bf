/* SPDX-License-Identifier: Apache-2.0 */
/* Summaries of draws: quantiles, means, Wilson's interval. */
#include "base/statistics.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "support/support.h"

#define NONE ((double)NAN)

/* clang-format off */
static const struct {
    const char *row;
    double x[8]; size_t n;
    size_t want_n;
    double mean, q10, q50, q90;
    const char *origin;
} rows[] = {
    {"nothing",       {0},                       0, 0, NONE, NONE, NONE, NONE, "statistics.h"},
    {"one",           {7},                       1, 1, 7,    7,    7,    7,    "hand"},
    {"two",           {3, 1},                    2, 2, 2,    1.2,  2,    2.8,  "hand"},
    {"five",          {5, 1, 4, 2, 3},           5, 5, 3,    1.4,  3,    4.6,  "numpy 1.24 quantile"},
    {"six",           {9, 2, 2, 8, 1, 4},        6, 6, 13/3., 1.5, 3,    8.5,  "numpy 1.24 quantile"},
    {"some undefined", {NONE, 4, NONE, 2, NONE}, 5, 2, 3,    2.2,  3,    3.8,  "hand"},
    {"all undefined", {NONE, NONE, NONE},        3, 0, NONE, NONE, NONE, NONE, "statistics.h"},
    {"all equal",     {6, 6, 6, 6, 6, 6},        6, 6, 6,    6,    6,    6,    "hand"},
    {"large and small", {1e16, 1, -1e16},        3, 3, 1/3., -8e15, 1,   8e15, "hand"},
};
/* clang-format on */

static void summaries(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double x[8];
        memcpy(x, rows[i].x, sizeof x);
        SmyiSummary s = smyi_summary(x, rows[i].n);
        check_near(rows[i].row, (double)s.n, (double)rows[i].want_n, 0, rows[i].origin);
        check_near(rows[i].row, s.mean, rows[i].mean, 1e-15, rows[i].origin);
        check_near(rows[i].row, s.q10, rows[i].q10, 1e-15, rows[i].origin);
        check_near(rows[i].row, s.q50, rows[i].q50, 1e-15, rows[i].origin);
        check_near(rows[i].row, s.q90, rows[i].q90, 1e-15, rows[i].origin);
    }
    check_done();
}

static int ascending(const void *a, const void *b)
{
    double x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return (x > y) - (x < y);
}

enum { MOST = 2000 };

/* Fills x with n numbers in one of several orders that are hard on a selection. */
static void fill(double *x, size_t n, int order)
{
    smyi_uniforms(11, SMYI_STREAM_INPUTS, 0, n, (uint64_t)order, 1, x);
    for (size_t k = 0; k < n; k++) {
        double d = (double)k;
        x[k] = order == 0   ? x[k]
               : order == 1 ? floor(x[k] * 3) /* many ties */
               : order == 2 ? d
               : order == 3 ? -d
               : order == 4 ? fabs(d - (double)n / 2)
               : order == 5 ? (x[k] < .9 ? 0 : x[k])
               : order == 6 ? exp(700 * x[k])                /* most in a thousandth */
               : order == 7 ? (x[k] < .95 ? x[k] : HUGE_VAL) /* no width */
               : order == 8 ? (x[k] - .5) * 1.7e308 * 1.9    /* a width beyond numbers */
                            : ldexp(x[k], -1070);            /* a width of almost none */
    }
}

static void selection_equals_sorting(void **state)
{
    (void)state;
    static double x[MOST], sorted[MOST];
    for (int order = 0; order < 10; order++)
        for (size_t n = 1; n <= MOST; n += n < 40 ? 1 : 277) {
            char row[128];
            (void)snprintf(row, sizeof row, "order %d, %zu values", order, n);
            fill(x, n, order);
            memcpy(sorted, x, n * sizeof *x);
            qsort(sorted, n, sizeof *sorted, ascending);
            SmyiSummary s = smyi_summary(x, n);
            check_near(row, s.q10, smyi_quantile_sorted(sorted, n, .1), 0, "sorted");
            check_near(row, s.q50, smyi_quantile_sorted(sorted, n, .5), 0, "sorted");
            check_near(row, s.q90, smyi_quantile_sorted(sorted, n, .9), 0, "sorted");
            qsort(x, n, sizeof *x, ascending);
            assert_memory_equal(x, sorted, n * sizeof *x); /* reordered, nothing lost */
        }
    check_done();
}

static void quantiles_of_sorted_values(void **state)
{
    (void)state;
    static const double x[] = {1, 2, 4, 8};
    check_near("p 0", smyi_quantile_sorted(x, 4, 0), 1, 0, "hand");
    check_near("p 1", smyi_quantile_sorted(x, 4, 1), 8, 0, "hand");
    check_near("p 1/2", smyi_quantile_sorted(x, 4, .5), 3, 0, "hand");
    check_near("p .8", smyi_quantile_sorted(x, 4, .8), 5.6, 1e-15, "hand: h = 2.4");
    check_near("one value", smyi_quantile_sorted(x, 1, .3), 1, 0, "hand");
    check_done();
}

/* clang-format off */
static const struct {
    const char *row; uint64_t k, n; double low, high; const char *origin;
} intervals[] = {
    {"nothing drawn",   0,    0,     0,                   1,                  "statistics.h"},
    {"none of ten",     0,    10,    0,                   .27753279986288926, "decimal, 40 digits"},
    {"half of ten",     5,    10,    .23659309051256394,  .76340690948743606, "decimal, 40 digits"},
    {"all of ten",      10,   10,    .72246720013711074,  1,                  "decimal, 40 digits"},
    {"9,100 of 10,000", 9100, 10000, .90423236871928620, .91545275261675899, "decimal, 40 digits"},
    {"one of one",      1,    1,     .20654931437723739,  1,                  "decimal, 40 digits"},
};
/* clang-format on */

static void wilson(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof intervals / sizeof *intervals; i++) {
        double low, high;
        smyi_wilson(intervals[i].k, intervals[i].n, &low, &high);
        check_near(intervals[i].row, low, intervals[i].low, 1e-14, intervals[i].origin);
        check_near(intervals[i].row, high, intervals[i].high, 1e-14, intervals[i].origin);
    }
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(summaries),
        cmocka_unit_test(selection_equals_sorting),
        cmocka_unit_test(quantiles_of_sorted_values),
        cmocka_unit_test(wilson),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
