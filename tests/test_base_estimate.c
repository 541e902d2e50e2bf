/* SPDX-License-Identifier: Apache-2.0 */
/* Quantiles of estimates: the golden file, hard windows, laws of every shape. */
#include "base/estimate.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/random.h"
#include "support/support.h"

#define DECIMAL "decimal, 70 digits"

/* clang-format off */
static const struct {
    const char *row;
    SmyiEstimate estimate; /* shape, low, mode, high, sd */
} golden[] = {
    {"pert(10,20,40)",       {SMYI_SHAPE_PERT, 10, 20, 40, 0}},
    {"tnorm(50,20;0,100)",   {SMYI_SHAPE_NORMAL, 0, 50, 100, 20}},
    {"triangular(10,20,40)", {SMYI_SHAPE_TRIANGULAR, 10, 20, 40, 0}},
    {"uniform(10,40)",       {SMYI_SHAPE_UNIFORM, 10, 25, 40, 0}},
};

static const struct {
    const char *row;
    SmyiEstimate estimate;
    double u, want;
    const char *origin;
} rows[] = {
    {"left half",        {SMYI_SHAPE_TRIANGULAR, 0, 4, 8, 0}, .125, 2, "hand"},
    {"right half",       {SMYI_SHAPE_TRIANGULAR, 0, 4, 8, 0}, .875, 6, "hand"},
    {"no left half",     {SMYI_SHAPE_TRIANGULAR, 3, 3, 7, 0}, .75,  5, "hand"},
    {"no right half",    {SMYI_SHAPE_TRIANGULAR, 3, 7, 7, 0}, .25,  5, "hand"},
    {"a point",          {SMYI_SHAPE_POINT, 5, 5, 5, 0},      .25,  5, "hand"},
    {"no width",         {SMYI_SHAPE_TRIANGULAR, 5, 5, 5, 0}, .25,  5, "hand"},
    {"negative",         {SMYI_SHAPE_UNIFORM, -4, -3, -2, 0}, .25,  -3.5, "hand"},
    {"pert, mode low",   {SMYI_SHAPE_PERT, 0, 0, 1, 0},  .5, .12944943670387588, "hand: 1 - .5^.2"},
    {"pert, mode high",  {SMYI_SHAPE_PERT, 0, 1, 1, 0},  .5, .87055056329612412, "hand: .5^.2"},
    /* decimal, 70 digits: series and continued fraction of the tail, inverted by bisection */
    {"a window round the mean", {SMYI_SHAPE_NORMAL, 0.0, 50.0, 100.0, 20.0}, 0.3, 39.65460112291573, DECIMAL},
    {"a half line's worth", {SMYI_SHAPE_NORMAL, 0.0, 0.0, 8.0, 1.0}, 0.25, 0.31863936396437476, DECIMAL},
    {"the mean is an end", {SMYI_SHAPE_NORMAL, 10.0, 10.0, 40.0, 3.0}, 0.9, 14.934560880854418, DECIMAL},
    {"far in the right tail", {SMYI_SHAPE_NORMAL, 6.0, 0.0, 7.0, 1.0}, 0.5, 6.111358215508885, DECIMAL},
    {"farther", {SMYI_SHAPE_NORMAL, 20.0, 0.0, 21.0, 1.0}, 0.125, 20.006658898796967, DECIMAL},
    {"farther than a double can say", {SMYI_SHAPE_NORMAL, 60.0, 0.0, 70.0, 1.0}, 0.5, 60.01154813595289, DECIMAL},
    {"the same on the left", {SMYI_SHAPE_NORMAL, -70.0, 0.0, -60.0, 1.0}, 0.5, -60.01154813595289, DECIMAL},
    {"beyond, and narrow", {SMYI_SHAPE_NORMAL, 1000.0, 0.0, 1000.001, 1.0}, 0.75, 1000.0006426259183, DECIMAL},
    {"the left tail", {SMYI_SHAPE_NORMAL, -9.0, 0.0, -8.0, 1.0}, 0.9, -8.012960571504209, DECIMAL},
    {"nearly flat", {SMYI_SHAPE_NORMAL, 0.0, 50.0, 100.0, 5000.0}, 0.2, 20.00031999923196, DECIMAL},
    {"flatter than digits tell", {SMYI_SHAPE_NORMAL, 0.0, 50.0, 100.0, 50000000.0}, 0.2, 20.0000000000032, DECIMAL},
    {"a sliver beside the mean", {SMYI_SHAPE_NORMAL, 0.0, 1.0, 0.001, 1.0}, 0.7, 0.000700104926507618, DECIMAL},
    {"a sliver on the other side", {SMYI_SHAPE_NORMAL, 0.0, -3.0, 1e-06, 2.0}, 0.125, 1.2499995898437757e-07, DECIMAL},
};
/* clang-format on */

static void quantiles_of_the_golden_file(void **state)
{
    (void)state;
    json_t *file = golden_read("k_uncertainty.json");
    double u[16], got[16];
    size_t n = json_array_size(json_at(file, "expected.inverse.u"));
    assert_in_range(n, 5, 16);
    for (size_t k = 0; k < n; k++)
        u[k] = json_number_value(json_array_get(json_at(file, "expected.inverse.u"), k));
    for (size_t i = 0; i < sizeof golden / sizeof *golden; i++) {
        const json_t *want =
            json_object_get(json_at(file, "expected.inverse"), golden[i].row);
        assert_int_equal(json_array_size(want), n);
        smyi_estimate_quantiles(&golden[i].estimate, u, n, got);
        for (size_t k = 0; k < n; k++)
            check_near(golden[i].row, got[k], json_number_value(json_array_get(want, k)),
                       1e-12, "golden k");
    }
    json_decref(file);
    check_done();
}

static void quantiles_of_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double got;
        smyi_estimate_quantiles(&rows[i].estimate, &rows[i].u, 1, &got);
        check_near(rows[i].row, got / rows[i].want, 1, 1e-12, rows[i].origin);
    }
    check_done();
}

static void points(void **state)
{
    (void)state;
    const SmyiEstimate inside = {SMYI_SHAPE_NORMAL, 0, 30, 100, 20};
    const SmyiEstimate below = {SMYI_SHAPE_NORMAL, 0, -5, 100, 20};
    const SmyiEstimate above = {SMYI_SHAPE_NORMAL, 0, 105, 100, 20};
    const SmyiEstimate triangle = {SMYI_SHAPE_TRIANGULAR, 1, 2, 9, 0};
    check_near("the mean", smyi_estimate_point(&inside), 30, 0, "estimate.h");
    check_near("the mean lies below", smyi_estimate_point(&below), 0, 0, "estimate.h");
    check_near("the mean lies above", smyi_estimate_point(&above), 100, 0, "estimate.h");
    check_near("the mode", smyi_estimate_point(&triangle), 2, 0, "estimate.h");
    assert_string_equal(smyi_shape_text(SMYI_SHAPE_PERT), "pert");
    check_done();
}

/* Every shape: ascending, inside, the same alone, in a block and in place. */
static void laws(void **state)
{
    (void)state;
    enum { N = 517 };
    static double u[N], alone[N], block[N], place[N];
    for (size_t k = 0; k < N; k++)
        u[k] = ((double)k + .5) / N;
    u[0] = 0x1p-54, u[N - 1] = 0x1.fffffffffffffp-1; /* the least and greatest drawn */
    const SmyiEstimate more[] = {{SMYI_SHAPE_PERT, -5, -5, 3, 0},
                                 {SMYI_SHAPE_PERT, 0, 1e-9, 1, 0},
                                 {SMYI_SHAPE_NORMAL, 0, 0, 1e-3, 1e3},
                                 {SMYI_SHAPE_NORMAL, 0, -1e5, 1, 1}};
    enum {
        FIRST = sizeof golden / sizeof *golden,
        SECOND = sizeof rows / sizeof *rows,
        ALL = FIRST + SECOND + sizeof more / sizeof *more
    };
    for (size_t i = 0; i < ALL; i++) {
        const SmyiEstimate *e = i < FIRST            ? &golden[i].estimate
                                : i < FIRST + SECOND ? &rows[i - FIRST].estimate
                                                     : &more[i - FIRST - SECOND];
        for (size_t k = 0; k < N; k++)
            smyi_estimate_quantiles(e, &u[k], 1, &alone[k]);
        smyi_estimate_quantiles(e, u, N, block);
        memcpy(place, u, sizeof u);
        smyi_estimate_quantiles(e, place, N, place);
        assert_memory_equal(alone, block, sizeof alone);
        assert_memory_equal(alone, place, sizeof alone);
        for (size_t k = 0; k < N; k++) {
            char row[128];
            (void)snprintf(row, sizeof row, "estimate %zu, u %g: %.17g", i, u[k], block[k]);
            check_near(row, block[k] >= e->low && block[k] <= e->high, 1, 0, "inside");
            check_near(row, k == 0 || block[k] >= block[k - 1], 1, 0, "ascending");
        }
    }
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantiles_of_the_golden_file),
        cmocka_unit_test(quantiles_of_rows),
        cmocka_unit_test(points),
        cmocka_unit_test(laws),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
