/* SPDX-License-Identifier: Apache-2.0 */
/* The bootstrap of groups, against chances worked out by hand and a plain second version. */
#include "support/support.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/paired.h"
#include "base/random.h"
#include "base/statistics.h"

enum { RESAMPLES = 10000 };

static SmyiPaired ask(const double *difference, size_t n, const size_t *group,
                      size_t n_groups, unsigned threads)
{
    SmyiArena mem = {0};
    SmyiProgress progress = {0};
    SmyiPaired out;
    assert_int_equal(smyi_paired(&difference, 1, n, group, n_groups, 7, RESAMPLES, threads,
                                 &progress, &mem, &out),
                     SMY_OK);
    smyi_arena_free(&mem);
    return out;
}

/* Two groups of two cases, -2 and 4: means -2, 1, 4 with chances 1/4, 1/2, 1/4. */
static void groups_are_drawn_whole(void **state)
{
    (void)state;
    static const double difference[] = {-1, 5, -3, 3};
    static const size_t group[] = {0, 1, 0, 1};
    SmyiPaired got = ask(difference, 4, group, 2, 1);
    assert_int_equal(got.n, 4);
    assert_int_equal(got.n_groups, 2);
    check_near("mean", got.mean, 1, 0, "hand");
    check_near("low", got.low, -2, 0, "hand: cases drawn apart would reach -3");
    check_near("high", got.high, 4, 0, "hand");
    check_near("p", got.p, .5, .03, "hand: 2 x 1/4, three standard errors");
    check_done();
}

static void what_has_no_score_is_left_out(void **state)
{
    (void)state;
    double none = (double)NAN;
    const double difference[] = {1, none, 1, none}, nothing[] = {none, none, none, none};
    static const size_t group[] = {0, 1, 2, 1};
    SmyiPaired got = ask(difference, 4, group, 3, 1);
    assert_int_equal(got.n, 2);
    assert_int_equal(got.n_groups, 2);
    check_near("low", got.low, 1, 0, "hand");
    check_near("p", got.p, 0, 0, "hand: no resample at or below 0");
    got = ask(nothing, 4, group, 3, 1);
    assert_int_equal(got.n, 0);
    check_near("no mean", got.mean, none, 0, "hand");
    check_near("no p", got.p, none, 0, "hand");
    got = ask((const double[]){0, 0, 0, 0}, 4, group, 3, 1);
    check_near("no difference at all", got.p, 1, 0, "hand: at most 1");
    check_done();
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void the_plain_way(void **state)
{
    (void)state;
    enum { CASES = 40, GROUPS = 13 };
    static double means[RESAMPLES];
    double difference[CASES];
    size_t group[CASES], at_most = 0;
    for (size_t c = 0; c < CASES; c++) {
        group[c] = c * c % GROUPS; /* seven of the thirteen have cases */
        difference[c] = smyi_uniform(3, SMYI_STREAM_INPUTS, c, 0) - .45;
    }
    size_t present[GROUPS], n_present = 0;
    for (size_t g = 0; g < GROUPS; g++) {
        size_t n = 0;
        for (size_t c = 0; c < CASES; c++)
            n += group[c] == g;
        if (n)
            present[n_present++] = g;
    }
    for (size_t b = 0; b < RESAMPLES; b++) {
        double sum = 0, n = 0;
        for (size_t j = 0; j < n_present; j++) {
            double u = smyi_uniform(7, SMYI_STREAM_BOOTSTRAP, b, j);
            size_t g = present[(size_t)(u * (double)n_present)];
            for (size_t c = 0; c < CASES; c++)
                if (group[c] == g)
                    sum += difference[c], n += 1;
        }
        means[b] = sum / n;
        at_most += means[b] <= 0;
    }
    qsort(means, RESAMPLES, sizeof *means, ascending);
    SmyiPaired one = ask(difference, CASES, group, GROUPS, 1);
    SmyiPaired four = ask(difference, CASES, group, GROUPS, 4);
    assert_memory_equal(&one, &four, sizeof one);
    double share = (double)at_most / RESAMPLES;
    check_near("low", one.low, smyi_quantile_sorted(means, RESAMPLES, .025), 1e-12,
               "plain loops");
    check_near("high", one.high, smyi_quantile_sorted(means, RESAMPLES, .975), 1e-12,
               "plain loops");
    check_near("p", one.p, 2 * fmin(share, 1 - share), 1e-12, "plain loops");
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_are_drawn_whole),
        cmocka_unit_test(what_has_no_score_is_left_out),
        cmocka_unit_test(the_plain_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
