/* SPDX-License-Identifier: Apache-2.0 */
/* The Gaussian copula against the golden K and by hand. */
#include "support/support.h"

#include <math.h>

#include "base/copula.h"
#include "base/nearest_correlation.h"
#include "base/random.h"

static void golden_k(void **state)
{
    (void)state;
    json_t *file = golden_read("k_uncertainty.json");
    double matrix[9], u[3], z[3], *rows[3];
    for (size_t i = 0; i < 9; i++)
        matrix[i] = json_number_value(json_array_get(
            json_array_get(json_at(file, "expected.copula.correlation"), i / 3), i % 3));
    for (size_t i = 0; i < 3; i++) {
        u[i] = json_number_value(json_array_get(json_at(file, "expected.copula.u"), i));
        rows[i] = &u[i];
    }
    assert_true(smyi_cholesky(matrix, 3));
    smyi_copula_apply(matrix, 3, rows, 1, z);
    for (size_t i = 0; i < 3; i++)
        check_near(
            "copula", u[i],
            json_number_value(json_array_get(json_at(file, "expected.copula.out"), i)),
            1e-12, "models.md K.2");
    json_decref(file);
    check_done();
}

static void sine_of_a_rank_correlation(void **state)
{
    (void)state;
    check_near("rho 1", smyi_normal_correlation(1), 1, 1e-15, "2 sin(pi/6) = 1");
    check_near("rho 0", smyi_normal_correlation(0), 0, 0, "hand");
    check_near("rho -.5", smyi_normal_correlation(-.5),
               -2 * sin(3.14159265358979323846 / 12), 1e-15, "libm");
    check_done();
}

static void not_positive_definite(void **state)
{
    (void)state;
    /* eigenvalues 1 - r for r = .9, .9, -.9 : 1.9, 1.9, -.8 */
    const double bad[9] = {1, .9, .9, .9, 1, -.9, .9, -.9, 1};
    double copy[9], again[9];
    for (int i = 0; i < 9; i++)
        copy[i] = again[i] = bad[i];
    assert_false(smyi_cholesky(copy, 3));
    check_near("smallest eigenvalue", smyi_least_eigenvalue(again, 3), -.8, 1e-12, "hand");
    double pair[4] = {1, .25, .25, 1};
    check_near("of a pair", smyi_least_eigenvalue(pair, 2), .75, 1e-14, "hand");
    check_done();
}

/* Spearman's rho of many draws is what was asked for. */
static void ranks_go_together_as_asked(void **state)
{
    (void)state;
    enum { N = 4000 };
    static double u[2][N], z[2 * N];
    double r = smyi_normal_correlation(.6), matrix[4] = {1, r, r, 1};
    double *rows[2] = {u[0], u[1]}, sum = 0;
    for (size_t j = 0; j < 2; j++)
        smyi_uniforms(7, SMYI_STREAM_INPUTS, 0, N, j, 1, u[j]);
    assert_true(smyi_cholesky(matrix, 2));
    smyi_copula_apply(matrix, 2, rows, N, z);
    for (size_t k = 0; k < N; k++)
        sum += (u[0][k] - .5) * (u[1][k] - .5);
    check_near("Spearman", 12 * sum / N, .6, .05, "4 standard errors of 4000 draws");
    check_done();
}

/* The example of higham2002, page 334: from here 0.5278 away. */
static void the_nearest_matrix_is_highams(void **state)
{
    (void)state;
    static const double nearest[9] = {1, .7607, .1573, .7607, 1, .7607, .1573, .7607, 1};
    SmyiArena mem = {0};
    double matrix[9] = {1, 1, 0, 1, 1, 1, 0, 1, 1};
    check_near("distance", smyi_nearest_correlation(matrix, 3, &mem), .5278, 1e-4,
               "higham2002");
    for (size_t i = 0; i < 9; i++)
        check_near("entry", matrix[i], nearest[i], 1e-4, "higham2002");
    assert_true(smyi_cholesky(matrix, 3));
    smyi_arena_free(&mem);
    check_done();
}

static void a_matrix_that_fits_stays(void **state)
{
    (void)state;
    SmyiArena mem = {0};
    double matrix[9] = {1, .5, .2, .5, 1, -.3, .2, -.3, 1};
    double kept[9] = {1, .5, .2, .5, 1, -.3, .2, -.3, 1};
    check_near("distance", smyi_nearest_correlation(matrix, 3, &mem), 0, 1e-9, "hand");
    for (size_t i = 0; i < 9; i++)
        check_near("entry", matrix[i], kept[i], 1e-9, "hand");
    smyi_arena_free(&mem);
    check_done();
}

/* Every pair -0.9: no five numbers can do that. The nearest has all pairs at -1/4. */
static void five_that_all_oppose_each_other_are_mended(void **state)
{
    (void)state;
    SmyiArena mem = {0};
    double matrix[25];
    for (size_t i = 0; i < 25; i++)
        matrix[i] = i % 6 ? -.9 : 1;
    assert_true(smyi_nearest_correlation(matrix, 5, &mem) > 2);
    for (size_t i = 0; i < 25; i++)
        check_near("entry", matrix[i], i % 6 ? -.25 : 1, 1e-5, "symmetry");
    assert_true(smyi_cholesky(matrix, 5));
    smyi_arena_free(&mem);
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nearest_matrix_is_highams),
        cmocka_unit_test(a_matrix_that_fits_stays),
        cmocka_unit_test(five_that_all_oppose_each_other_are_mended),
        cmocka_unit_test(golden_k),
        cmocka_unit_test(sine_of_a_rank_correlation),
        cmocka_unit_test(not_positive_definite),
        cmocka_unit_test(ranks_go_together_as_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
