/* SPDX-License-Identifier: Apache-2.0 */
/* exp, log and pow against numbers with 50 digits, and the same bits in every lane. */
#include "base/maths.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

#include "base/maths_inline.h"
#include "support/support.h"

/*
 * Wanted values: Python's decimal module (ln and exp correctly rounded, 70 digits) of the exact
 * value of the doubles that stand here, rounded to the nearest double at the end.
 */
static const char origin[] = "decimal, 70 digits";

/* clang-format off */
static const double exps[][2] = { /* x, e^x */
    {0.0, 1.0},
    {1.0, 2.718281828459045},
    {-1.0, 0.36787944117144233},
    {0.5, 1.6487212707001282},
    {-0.34657359027997264, 0.7071067811865476},
    {0.3465735902799727, 1.4142135623730951},
    {1e-300, 1.0},
    {-1e-17, 1.0},
    {1e-08, 1.00000001},
    {10.25, 28282.541920334977},
    {-37.5, 5.175555005801869e-17},
    {100.1, 2.9708288895158073e+43},
    {-300.7, 2.556520571425501e-131},
    {700.3, 1.3690700720098904e+304},
    {709.782712893384, 1.7976931348622732e+308},
    {-708.5, 2.006132305331306e-308},
    {-740.25, 3.26e-322},
    {-745.1, 5e-324},
};
static const double logs[][2] = { /* x, ln x */
    {1.0, 0.0},
    {2.0, 0.6931471805599453},
    {0.5, -0.6931471805599453},
    {0.1, -2.3025850929940455},
    {0.9999999999999999, -1.1102230246251565e-16},
    {1.0000000000000002, 2.2204460492503128e-16},
    {0.7071067811865475, -0.34657359027997275},
    {0.7071067811865476, -0.3465735902799726},
    {1.4142135623730951, 0.3465735902799727},
    {3.0, 1.0986122886681098},
    {10.0, 2.302585092994046},
    {1e+300, 690.7755278982137},
    {1e-300, -690.7755278982137},
    {2.2250738585072014e-308, -708.3964185322641},
    {5e-324, -744.4400719213812},
    {1.5e-310, -713.395913720046},
    {1.7976931348623157e+308, 709.782712893384},
    {0.999, -0.0010005003335835344},
    {1.001, 0.0009995003330834232},
    {123456.789, 11.723646487185881},
};
static const double pows[][3] = { /* x, y, x^y */
    {0.5, 0.5, 0.7071067811865476},
    {0.5, 2.0, 0.25},
    {0.1, 1.5, 0.0316227766016838},
    {0.999, 0.75, 0.9992499062109155},
    {1e-16, 2.0, 9.999999999999999e-33},
    {0.3, 1.0, 0.3},
    {0.25, 0.5, 0.5},
    {0.9999999999999999, 0.5, 0.9999999999999999},
    {3.054936363499605e-151, 1.9, 1.0507614211324168e-286},
    {1e-300, 0.5, 1e-150},
    {1e-05, 64.0, 1e-320},
    {10.0, -3.0, 0.001},
    {1.0000000001, 5000000000000.0, 1.4036502508331283e+217},
    {0.9999999, -6000000000.0, 3.773132301637932e+260},
    {2.0, -1074.0, 5e-324},
    {2.0, 1023.5, 1.2711610061536464e+308},
    {5e-324, 0.5, 2.2227587494850775e-162},
    {3e-310, -1.0, HUGE_VAL},
    {0.7, 1960.0, 2.466939097249474e-304},
    {123.456, 7.89, 3.1771028258180936e+16},
};
/* clang-format on */

enum {
    N_EXPS = sizeof exps / sizeof *exps,
    N_LOGS = sizeof logs / sizeof *logs,
    N_POWS = sizeof pows / sizeof *pows,
};

/* |got - want| in units of the last place of `want`. */
static double units(double got, double want)
{
    if (got == want)
        return 0;
    double size = fabs(want);
    return fabs(got - want) / (nextafter(size, HUGE_VAL) - size);
}

static void check_units(const char *what, double x, double got, double want, double most)
{
    char row[96];
    (void)snprintf(row, sizeof row, "%s(%.17g) = %.17g, units off", what, x, got);
    check_near(row, fmax(units(got, want) - most, 0), 0, 0, origin);
}

static void exp_is_within_a_unit(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_EXPS; i++)
        check_units("exp", exps[i][0], smyi_exp(exps[i][0]), exps[i][1], 1);
    check_done();
}

static void log_is_within_a_unit(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_LOGS; i++)
        check_units("log", logs[i][0], smyi_log(logs[i][0]), logs[i][1], 1);
    check_done();
}

static void pow_is_near_enough(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_POWS; i++) {
        double x = pows[i][0], y = pows[i][1], want = pows[i][2];
        double tol = fmax(2, 1e-14 / DBL_EPSILON); /* units of the last place */
        check_units("pow", x, smyi_pow(x, y), want, tol);
        if (fabs(y) <= 64 && fabs(y * log(x)) < 30)
            check_units("pow", x, smyi_pow(x, y), want, 1);
    }
    check_done();
}

static void edges(void **state)
{
    (void)state;
    const double inf = HUGE_VAL, nan_ = (double)NAN;
    static const char hand[] = "hand";
    check_near("exp(-800)", smyi_exp(-800), 0, 0, hand);
    check_near("exp(-inf)", smyi_exp(-inf), 0, 0, hand);
    assert_true(smyi_exp(710) == inf && smyi_exp(inf) == inf && isnan(smyi_exp(nan_)));
    assert_true(smyi_log(0) == -inf && smyi_log(inf) == inf);
    assert_true(isnan(smyi_log(-1)) && isnan(smyi_log(-inf)) && isnan(smyi_log(nan_)));
    check_near("0^0", smyi_pow(0, 0), 1, 0, hand);
    check_near("0^2", smyi_pow(0, 2), 0, 0, hand);
    check_near("7^0", smyi_pow(7, 0), 1, 0, hand);
    check_near("1^1e300", smyi_pow(1, 1e300), 1, 0, hand);
    check_near("2^-2000", smyi_pow(2, -2000), 0, 0, hand);
    check_near(".5^1e300", smyi_pow(.5, 1e300), 0, 0, hand);
    check_near(".5^inf", smyi_pow(.5, inf), 0, 0, hand);
    check_near("inf^-1", smyi_pow(inf, -1), 0, 0, hand);
    assert_true(smyi_pow(0, -1) == inf && smyi_pow(2, 1024) == inf);
    assert_true(smyi_pow(inf, .5) == inf && smyi_pow(.5, -1e300) == inf);
    assert_true(isnan(smyi_pow(-1, .5)) && isnan(smyi_pow(nan_, 1)));
    assert_true(isnan(smyi_pow(2, nan_)));
    check_done();
}

static void an_exponent_of_one_changes_no_bit(void **state)
{
    (void)state;
    for (double x = 1e-3; x < 1; x += 1e-3)
        assert_true(smyi_pow(x, 1) == x);
}

/* The fast functions: exact where the exact answer is plain, near the exact ones elsewhere. */
static void unit_functions(void **state)
{
    (void)state;
    check_near("0^.7", smyi_pow_unit(0, .7), 0, 0, "hand");
    check_near("1^1.3", smyi_pow_unit(1, 1.3), 1, 0, "hand");
    check_near("ln 1", smyi_ln_unit(1), 0, 0, "hand");
    check_near("e^0", smyi_exp_unit(0), 1, 0, "hand");
    for (int i = 1; i < 4000; i++) {
        double x = i / 4000., y = .5 + 1.5 * (i % 67) / 66;
        double tol = 3e-16 * (1 + fabs(y * smyi_log(x)));
        check_near("pow_unit", smyi_pow_unit(x, y) / smyi_pow(x, y), 1, tol, "smyi_pow");
        check_units("ln_unit", x, smyi_ln_unit(x), smyi_log(x), 1);
        check_units("exp_unit", -700 * x, smyi_exp_unit(-700 * x), smyi_exp(-700 * x), 1);
    }
    for (size_t i = 0; i < N_EXPS; i++)
        if (fabs(exps[i][0]) <= 700)
            check_units("exp_unit", exps[i][0], smyi_exp_unit(exps[i][0]), exps[i][1], 1);
    check_done();
}

/*
 * The same loops for other instruction sets: as GCC vectorises them, where this processor has
 * what they need. Plain elsewhere.
 */
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__)
#define VECTOR(set)                                                                        \
    __attribute__((                                                                        \
        noinline, target(set),                                                             \
        optimize("O3", "no-math-errno", "no-trapping-math", "fp-contract=off")))
#define HAS(set) __builtin_cpu_supports(set)
#else
#define VECTOR(set)
#define HAS(set) 0
#endif

enum { LANES = 1003, FUNCTIONS = 5 };

#define LOOPS(name, set)                                                                   \
    VECTOR(set)                                                                            \
    static void name(const double *restrict x, const double *restrict y,                   \
                     double *restrict out)                                                 \
    {                                                                                      \
        for (int k = 0; k < LANES; k++)                                                    \
            out[k] = smyi_exp_lane(x[k] * 200);                                            \
        for (int k = 0; k < LANES; k++)                                                    \
            out[LANES + k] = smyi_log_lane(x[k]);                                          \
        for (int k = 0; k < LANES; k++)                                                    \
            out[2 * LANES + k] = smyi_pow_lane(fabs(x[k]), y[k]);                          \
        for (int k = 0; k < LANES; k++)                                                    \
            out[3 * LANES + k] = smyi_pow_unit(fabs(x[k]), y[k]);                          \
        for (int k = 0; k < LANES; k++)                                                    \
            out[4 * LANES + k] = smyi_exp_unit(x[k] * y[k]);                               \
    }
LOOPS(loops_sse, "sse2")
LOOPS(loops_avx2, "avx2")
LOOPS(loops_avx512, "avx512f")

static void every_instruction_set_gives_the_same_bits(void **state)
{
    (void)state;
    static double x[LANES], y[LANES], one[FUNCTIONS * LANES], many[FUNCTIONS * LANES];
    for (int k = 0; k < LANES; k++) {
        x[k] = (k - 300) * .00737;
        y[k] = .5 + fmod(k * .377, 1.5);
    }
    for (int k = 0; k < LANES; k++) {
        one[k] = smyi_exp_lane(x[k] * 200);
        one[LANES + k] = smyi_log_lane(x[k]);
        one[2 * LANES + k] = smyi_pow_lane(fabs(x[k]), y[k]);
        one[3 * LANES + k] = smyi_pow_unit(fabs(x[k]), y[k]);
        one[4 * LANES + k] = smyi_exp_unit(x[k] * y[k]);
    }
    loops_sse(x, y, many);
    for (size_t i = 0; i < FUNCTIONS * LANES; i++)
        assert_true(one[i] == many[i] || (isnan(one[i]) && isnan(many[i])));
    if (HAS("avx2")) {
        loops_avx2(x, y, many);
        for (size_t i = 0; i < FUNCTIONS * LANES; i++)
            assert_true(one[i] == many[i] || (isnan(one[i]) && isnan(many[i])));
    }
    if (HAS("avx512f")) {
        loops_avx512(x, y, many);
        for (size_t i = 0; i < FUNCTIONS * LANES; i++)
            assert_true(one[i] == many[i] || (isnan(one[i]) && isnan(many[i])));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exp_is_within_a_unit),
        cmocka_unit_test(log_is_within_a_unit),
        cmocka_unit_test(pow_is_near_enough),
        cmocka_unit_test(edges),
        cmocka_unit_test(an_exponent_of_one_changes_no_bit),
        cmocka_unit_test(unit_functions),
        cmocka_unit_test(every_instruction_set_gives_the_same_bits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
