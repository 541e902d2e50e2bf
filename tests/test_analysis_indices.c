/* SPDX-License-Identifier: Apache-2.0 */
/* Sobol indices of functions whose indices are known. */
#include <math.h>

#include "analysis/saltelli.h"
#include "base/maths.h"
#include "base/sobol.h"
#include "support/support.h"

enum { MOST_FACTORS = 3 };

typedef double Function(const double *u);

static SmyiArena mem;

/* sin by its series: the functions tested want no more than x in -pi..pi. */
static double sine(double x)
{
    double sum = 0, term = x;
    for (int k = 1; k < 40; k += 2) {
        sum += term;
        term *= -x * x / ((k + 1) * (k + 2));
    }
    return sum;
}

static double ishigami(const double *u)
{
    const double pi = 3.14159265358979323846;
    double x = -pi + 2 * pi * u[0], y = -pi + 2 * pi * u[1], z = -pi + 2 * pi * u[2];
    return sine(x) + 7 * sine(y) * sine(y) + .1 * z * z * z * z * sine(x);
}

static double a_constant(const double *u)
{
    return .1 + 0 * u[0];
}

static double undefined_above(const double *u)
{
    return u[0] > .75 ? (double)NAN : u[1];
}

/* A sample of Sobol points as they are, from point 0 on. */
static SmyiSaltelli sample_of(Function *f, size_t factors, size_t rows)
{
    SmyiSaltelli sample;
    SmyiSobol sobol;
    assert_true(smyi_saltelli_new(rows, factors, 1, &mem, &sample));
    assert_true(smyi_sobol_new(2 * factors, SMYI_SCRAMBLE_NONE, 0, &mem, &sobol));
    for (size_t r = 0; r < rows; r++) {
        uint32_t words[2 * MOST_FACTORS];
        double a[MOST_FACTORS], b[MOST_FACTORS];
        smyi_sobol_words(&sobol, r, 1, 0, 2 * factors, words);
        for (size_t i = 0; i < factors; i++)
            a[i] = words[i] * 0x1p-32, b[i] = words[factors + i] * 0x1p-32;
        sample.a[r] = f(a), sample.b[r] = f(b);
        for (size_t i = 0; i < factors; i++) {
            double kept = a[i];
            a[i] = b[i];
            sample.ab[i * rows + r] = f(a);
            a[i] = kept;
        }
    }
    return sample;
}

static SmyiIndices indices_of(const SmyiSaltelli *sample, uint64_t resamples)
{
    static const size_t only[] = {0};
    SmyiIndicesOptions options = {.seed = 1, .resamples = resamples, .threads = 1};
    SmyiIndices out;
    assert_int_equal(smyi_indices(sample, only, 1, &options, &mem, &out), SMY_OK);
    return out;
}

static void ishigamis_indices_equal_the_golden_ones(void **state)
{
    (void)state;
    json_t *golden = golden_read("k_uncertainty.json"),
           *want = json_at(golden, "expected.ishigami");
    SmyiSaltelli sample = sample_of(ishigami, 3, (size_t)json_num(want, "n"));
    SmyiIndices got = indices_of(&sample, 0);
    check_near("mean", got.mean, json_num(want, "mean"), 1e-9, "k_uncertainty.json");
    check_near("V", got.variance, json_num(want, "variance"), 1e-9, "k_uncertainty.json");
    for (int i = 0; i < 3; i++) {
        char first[] = "S.0", total[] = "T.0";
        first[2] = total[2] = (char)('0' + i);
        check_near(first, got.effects[i].first.value, json_num(want, first), 1e-9,
                   "k_uncertainty.json");
        check_near(total, got.effects[i].total.value, json_num(want, total), 1e-9,
                   "k_uncertainty.json");
    }
    json_decref(golden);
    check_done();
}

static void many_rows_come_near_the_exact_indices(void **state)
{
    (void)state;
    static const double first[] = {.313905191147811, .442411144790041, 0};
    static const double total[] = {.557588855209959, .442411144790041, .243683664062148};
    SmyiSaltelli sample = sample_of(ishigami, 3, 65536);
    SmyiIndices got = indices_of(&sample, 0);
    for (int i = 0; i < 3; i++) {
        check_near("first", got.effects[i].first.value, first[i], 2e-3, "models.md K.4");
        check_near("total", got.effects[i].total.value, total[i], 2e-3, "models.md K.4");
    }
    check_done();
}

static void intervals_hold_the_exact_indices(void **state)
{
    (void)state;
    static const double first[] = {.313905191147811, .442411144790041, 0};
    static const double total[] = {.557588855209959, .442411144790041, .243683664062148};
    SmyiSaltelli sample = sample_of(ishigami, 3, 1024);
    SmyiIndices got = indices_of(&sample, 1000);
    for (int i = 0; i < 3; i++) {
        SmyiEffect e = got.effects[i];
        assert_true(e.first.low < first[i] && first[i] < e.first.high);
        assert_true(e.total.low < total[i] && total[i] < e.total.high);
        assert_true(e.first.high - e.first.low < .3);
        assert_true(e.total.low < e.total.value && e.total.value < e.total.high);
    }
}

static void threads_do_not_change_an_interval(void **state)
{
    (void)state;
    static const size_t only[] = {0};
    SmyiSaltelli sample = sample_of(ishigami, 3, 512);
    SmyiIndicesOptions options = {.seed = 1, .resamples = 203, .threads = 1};
    SmyiIndices one, four;
    assert_int_equal(smyi_indices(&sample, only, 1, &options, &mem, &one), SMY_OK);
    options.threads = 4;
    assert_int_equal(smyi_indices(&sample, only, 1, &options, &mem, &four), SMY_OK);
    assert_memory_equal(one.effects, four.effects, 3 * sizeof *one.effects);
}

static void a_constant_has_no_variance(void **state)
{
    (void)state;
    SmyiSaltelli sample = sample_of(a_constant, 2, 64);
    SmyiIndices got = indices_of(&sample, 100);
    assert_true(got.constant);
    assert_true(got.variance == 0);
    for (int i = 0; i < 2; i++) {
        assert_true(got.effects[i].first.value == 0);
        assert_true(got.effects[i].total.value == 0);
    }
}

static void rows_with_an_undefined_answer_are_dropped_and_counted(void **state)
{
    (void)state;
    SmyiSaltelli sample = sample_of(undefined_above, 2, 1024);
    SmyiIndices got = indices_of(&sample, 0);
    check_near("share", got.undefined, 1 - .75 * .75, .01, "hand");
    check_near("first of the other", got.effects[1].first.value, 1, .05, "hand");
    check_near("total of the first", got.effects[0].total.value, 0, 1e-12, "hand");
    check_done();
}

/* f = m + x, m drawn from {0, 1} with equal odds, x uniform: V = 1/4 + 1/12. */
static void several_outputs_together_are_a_factor_of_their_own(void **state)
{
    (void)state;
    static const size_t both[] = {0, 1};
    enum { ROWS = 4096 };
    SmyiSaltelli sample;
    SmyiSobol sobol;
    SmyiIndices got;
    SmyiIndicesOptions options = {.seed = 1};
    assert_true(smyi_saltelli_new(ROWS, 1, 2, &mem, &sample));
    assert_true(smyi_sobol_new(2, SMYI_SCRAMBLE_NONE, 0, &mem, &sobol));
    for (size_t r = 0; r < ROWS; r++) {
        double u[2];
        smyi_sobol_uniforms(&sobol, r, 1, 0, 2, u);
        for (size_t o = 0; o < 2; o++) {
            sample.a[o * ROWS + r] = (double)o + u[0];
            sample.b[o * ROWS + r] = sample.ab[o * ROWS + r] = (double)o + u[1];
        }
    }
    assert_int_equal(smyi_indices(&sample, both, 2, &options, &mem, &got), SMY_OK);
    check_near("variance", got.variance, 1. / 3, 1e-3, "hand");
    check_near("choice, first", got.choice.first.value, .75, 1e-3, "hand");
    check_near("choice, total", got.choice.total.value, .75, 1e-3, "hand");
    check_near("x, first", got.effects[0].first.value, .25, 3e-3, "hand");
    check_near("x, total", got.effects[0].total.value, .25, 3e-3, "hand");
    options.apart = true;
    assert_int_equal(smyi_indices(&sample, both, 2, &options, &mem, &got), SMY_OK);
    check_near("x alone, when apart", got.effects[0].total.value, 1, 3e-3, "hand");
    check_done();
}

static int forget(void **state)
{
    (void)state;
    smyi_arena_free(&mem);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ishigamis_indices_equal_the_golden_ones),
        cmocka_unit_test(many_rows_come_near_the_exact_indices),
        cmocka_unit_test(intervals_hold_the_exact_indices),
        cmocka_unit_test(threads_do_not_change_an_interval),
        cmocka_unit_test(a_constant_has_no_variance),
        cmocka_unit_test(rows_with_an_undefined_answer_are_dropped_and_counted),
        cmocka_unit_test(several_outputs_together_are_a_factor_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, forget);
}
