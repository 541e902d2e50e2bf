/* SPDX-License-Identifier: Apache-2.0 */
/* Scores against the golden K, another program's, and integrals done the long way. */
#include "support/support.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/scores.h"
#include "base/maths.h"

static size_t numbers(json_t *list, double *out)
{
    size_t i;
    json_t *one;
    json_array_foreach(list, i, one)
        out[i] = json_number_value(one);
    return json_array_size(list);
}

static void golden_k(void **state)
{
    (void)state;
    static const char origin[] = "models.md K.5";
    json_t *file = golden_read("k_uncertainty.json");
    double x[8], chances[8], came[8], brier = 0, log_score = 0;
    size_t n = numbers(json_at(file, "input.scores.ens"), x);
    double y = json_num(file, "input.scores.y");
    check_near("ensemble", smyi_crps_ensemble(x, n, y),
               json_num(file, "expected.scores.crps_ensemble"), 1e-12, origin);
    check_near("fair", smyi_crps_fair(x, n, y), json_num(file, "expected.scores.crps_fair"),
               1e-12, origin);
    check_near("normal", smyi_crps_normal(20, 8, y),
               json_num(file, "expected.scores.crps_normal_20_8"), 1e-12, origin);
    check_near("triangular", smyi_crps_triangular(10, 20, 40, y),
               json_num(file, "expected.scores.crps_triangular"), 1e-12, origin);
    check_near("log normal", smyi_log_normal(20, 8, y),
               json_num(file, "expected.scores.log_normal_20_8"), 1e-12, origin);
    n = numbers(json_at(file, "input.scores.fc"), chances);
    (void)numbers(json_at(file, "input.scores.oc"), came);
    for (size_t i = 0; i < n; i++) {
        brier += smyi_brier(chances[i], came[i]) / (double)n;
        log_score += smyi_log_chance(chances[i], came[i]) / (double)n;
    }
    check_near("Brier", brier, json_num(file, "expected.scores.brier"), 1e-12, origin);
    check_near("log", log_score, json_num(file, "expected.scores.log_score"), 1e-12,
               origin);
    json_decref(file);
    check_done();
}

static void ensembles_of_another_program(void **state)
{
    (void)state;
    json_t *file = shared_read("golden/collective/schelling_scoring.json"), *one;
    size_t c, seen = 0;
    json_array_foreach(json_object_get(file, "cases"), c, one) {
        double x[4096];
        if (strncmp(json_string_value(json_at(one, "id")), "crps", 4) != 0)
            continue;
        assert_true(json_array_size(json_at(one, "input.draws")) <= 4096);
        size_t n = numbers(json_at(one, "input.draws"), x);
        check_near(json_string_value(json_at(one, "id")),
                   smyi_crps_ensemble(x, n, json_num(one, "input.actual")),
                   json_num(one, "output.crps"), 1e-9,
                   "Schelling e4faad6, backtest.scoring");
        seen++;
    }
    assert_true(seen > 10);
    json_decref(file);
    check_done();
}

/* CRPS as its integral, by the midpoint rule on a fine grid from -10 to 60. */
static double integral(double (*cdf)(double), double outcome)
{
    double sum = 0, step = 1e-3;
    for (double t = -10 + step / 2; t < 60; t += step) {
        double f = cdf(t) - (t >= outcome ? 1 : 0);
        sum += f * f * step;
    }
    return sum;
}

static double triangular(double t)
{
    return t <= 10   ? 0
           : t >= 40 ? 1
           : t < 20  ? (t - 10) * (t - 10) / 300
                     : 1 - (40 - t) * (40 - t) / 600;
}

static double three_steps(double t)
{
    return (t >= 5) * .2 + (t >= 20) * .5 + (t >= 33) * .3;
}

static void the_integral_the_long_way(void **state)
{
    (void)state;
    static const double value[] = {5, 20, 33}, mass[] = {.2, .5, .3};
    static const double outcomes[] = {-4, 5, 12, 20, 27, 39, 50};
    for (size_t o = 0; o < sizeof outcomes / sizeof *outcomes; o++) {
        double y = outcomes[o];
        char row[32];
        (void)snprintf(row, sizeof row, "outcome %g", y);
        check_near(row, smyi_crps_triangular(10, 20, 40, y), integral(triangular, y), 2e-3,
                   "midpoint rule");
        check_near(row, smyi_crps_discrete(value, mass, 3, y), integral(three_steps, y),
                   2e-3, "midpoint rule");
        double x[] = {5, 5, 20, 20, 20, 20, 20, 33, 33, 33};
        check_near(row, smyi_crps_discrete(value, mass, 3, y), smyi_crps_ensemble(x, 10, y),
                   1e-12, "the same distribution as an ensemble");
    }
    check_near("mode at the low end", smyi_crps_triangular(0, 0, 1, .5),
               /* hand: F = 1 - (1-x)^2; int_0^.5 F^2 + int_.5^1 (1-x)^4 */
               .5 - 2 * (1 - .125) / 3 + (1 - 1. / 32) / 5 + 1. / 160, 1e-12, "hand");
    check_done();
}

static void kernel_density(void **state)
{
    (void)state;
    double x[] = {1, 2, 3, 4, 5}, equal[] = {7, 7, 7};
    /* sd 1.5811, IQR / 1.349 = 1.4826: h = .9 * 1.4826 * 5^-.2 */
    double h = .9 * (2 / 1.349) * smyi_pow(5, -.2), density = 0;
    for (int i = 0; i < 5; i++)
        density += smyi_exp(-.5 * (x[i] - 2.2) * (x[i] - 2.2) / h / h) / h /
                   sqrt(2 * 3.14159265358979323846) / 5;
    check_near("five members", smyi_log_ensemble(x, 5, 2.2), smyi_log(density), 1e-12,
               "hand");
    check_near("all equal", smyi_log_ensemble(equal, 3, 7), NAN, 0, "models.md K.5");
    check_near("far away", smyi_log_ensemble(x, 5, 1e6), smyi_log(1e-12), 1e-12, "floor");
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(golden_k),
        cmocka_unit_test(ensembles_of_another_program),
        cmocka_unit_test(the_integral_the_long_way),
        cmocka_unit_test(kernel_density),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
