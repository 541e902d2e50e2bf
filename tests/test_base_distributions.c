/* SPDX-License-Identifier: Apache-2.0 */
/* Normal and beta distributions against numbers with 50 digits. */
#include "support/support.h"

#include <math.h>
#include <stdio.h>

#include "base/maths.h"

/*
 * Wanted values: Python's decimal module, 70 digits and more, of the exact value of the doubles
 * that stand here. Normal: the series of dlmf 7.6.2, from 14 on the continued fraction 7.9.3;
 * beta: the series of 8.17.8 with Stirling's for ln Gamma; inverses by bisection of these.
 */
static const char origin[] = "decimal, 70 digits";

/* clang-format off */
static const double normal_cdfs[][2] = { /* x, Phi(x) */
    {0.0, 0.5},
    {-0.5, 0.3085375387259869},
    {0.5, 0.6914624612740131},
    {-1.0, 0.15865525393145705},
    {1.0, 0.8413447460685429},
    {-1.96, 0.024997895148220435},
    {1.96, 0.9750021048517795},
    {-3.0, 0.0013498980316300946},
    {3.0, 0.9986501019683699},
    {-5.5, 1.8989562465887718e-08},
    {-8.3, 5.205569744890254e-17},
    {8.3, 1.0},
    {-12.0, 1.776482112077679e-33},
    {-20.0, 2.7536241186062337e-89},
    {-30.0, 4.906713927148187e-198},
    {-37.5, 4.605353009581955e-308},
    {-37.123456789, 5.878280234780848e-302},
    {-30.987654321, 3.953211702081114e-211},
    {-11.777, 2.5643040112134407e-32},
    {-1e-10, 0.49999999996010575},
    {-0.001, 0.49960105778608893},
    {-4.0, 3.1671241833119924e-05},
    {-2.0, 0.02275013194817921},
};
static const double normal_quantiles[][2] = { /* p, Phi^-1(p) */
    {0.975, 1.9599639845400538},
    {0.025, -1.9599639845400543},
    {0.1, -1.2815515655446004},
    {0.9, 1.2815515655446006},
    {0.075, -1.439531470938456},
    {0.0749, -1.4402382675279637},
    {0.925, 1.4395314709384561},
    {0.001, -3.0902323061678136},
    {1e-06, -4.753424308822899},
    {1e-10, -6.361340902404057},
    {1.3887943864964021e-11, -6.657904643501103},
    {1e-12, -7.034483825301132},
    {1e-20, -9.262340089798407},
    {1e-100, -21.273453560965326},
    {1e-300, -37.0470962993612},
    {0.5000001, 2.506628273311648e-07},
    {0.49999, -2.5066282748960008e-05},
    {0.999999999, 5.9978070196016375},
    {2.2250738585072014e-308, -37.5193793471445},
};
static const double beta_cdfs[][4] = { /* x, a, b, I_x(a,b) */
    {0.1, 1.0, 5.0, 0.40951000000000004},
    {0.5, 2.333333333333333, 3.6666666666666665, 0.7214421965295754},
    {0.9, 2.333333333333333, 3.6666666666666665, 0.9986764833598909},
    {0.01, 2.333333333333333, 3.6666666666666665, 0.0002276377350297146},
    {1e-10, 2.333333333333333, 3.6666666666666665, 4.9969865630163647e-23},
    {0.999, 2.333333333333333, 3.6666666666666665, 0.9999999999315629},
    {0.3, 5.0, 1.0, 0.0024299999999999994},
    {0.3, 0.5, 0.5, 0.36901011956554536},
    {0.7, 20.0, 30.0, 0.9999940562474147},
    {0.4, 200.0, 300.0, 0.502428616319932},
    {0.05, 0.25, 3.0, 0.6518597926117593},
    {1e-200, 1.5, 4.5, 7.760698177433373e-300},
};
static const double beta_quantiles[][4] = { /* u, a, b, x with I_x(a,b) = u */
    {0.5, 1.0, 5.0, 0.12944943670387585},
    {0.1, 1.0, 5.0, 0.020851637639023212},
    {0.5, 2.333333333333333, 3.6666666666666665, 0.37581250700412105},
    {0.9, 2.333333333333333, 3.6666666666666665, 0.6444566976205803},
    {0.0005, 2.333333333333333, 3.6666666666666665, 0.014056369971257263},
    {0.9995, 2.333333333333333, 3.6666666666666665, 0.9238757352467841},
    {1e-12, 2.333333333333333, 3.6666666666666665, 2.5992033241211145e-06},
    {0.9999999999999999, 2.333333333333333, 3.6666666666666665, 0.999973647577188},
    {5.551115123125783e-17, 1.0, 5.0, 1.1102230246251566e-17},
    {5.551115123125783e-17, 5.0, 1.0, 0.000560887868650896},
    {0.25, 3.0, 3.0, 0.3594361647896471},
    {0.3, 0.5, 0.5, 0.20610737385376343},
    {0.8, 0.25, 3.0, 0.1283215238746635},
    {0.75, 200.0, 300.0, 0.4147078183970035},
    {0.01, 20.0, 30.0, 0.24819334891995062},
};
/* clang-format on */

enum {
    N_NORMAL_CDFS = sizeof normal_cdfs / sizeof *normal_cdfs,
    N_NORMAL_QUANTILES = sizeof normal_quantiles / sizeof *normal_quantiles,
    N_BETA_CDFS = sizeof beta_cdfs / sizeof *beta_cdfs,
    N_BETA_QUANTILES = sizeof beta_quantiles / sizeof *beta_quantiles,
};

/* |got / want - 1| <= tol, want not 0. */
static void check_ratio(const char *what, const double *row, size_t n, double got,
                        double tol)
{
    char text[128];
    int length = snprintf(text, sizeof text, "%s(", what);
    for (size_t i = 0; i + 1 < n; i++)
        length += snprintf(text + length, sizeof text - (size_t)length, "%.17g, ", row[i]);
    (void)snprintf(text + length, sizeof text - (size_t)length, ") / wanted");
    check_near(text, got / row[n - 1], 1, tol, origin);
}

static void normal(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_NORMAL_CDFS; i++)
        check_ratio("Phi", normal_cdfs[i], 2, smyi_normal_cdf(normal_cdfs[i][0]), 1e-13);
    for (size_t i = 0; i < N_NORMAL_QUANTILES; i++)
        check_ratio("Phi^-1", normal_quantiles[i], 2,
                    smyi_normal_quantile(normal_quantiles[i][0]), 1e-13);
    check_done();
}

static void beta(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_BETA_CDFS; i++) {
        const double *b = beta_cdfs[i];
        check_ratio("I", b, 4, smyi_beta_cdf(b[0], b[1], b[2]), 1e-12);
    }
    for (size_t i = 0; i < N_BETA_QUANTILES; i++) {
        const double *b = beta_quantiles[i];
        check_ratio("I^-1", b, 4, smyi_beta_quantile(b[0], b[1], b[2]), 1e-12);
    }
    check_done();
}

static void edges(void **state)
{
    (void)state;
    check_near("Phi(-inf)", smyi_normal_cdf(-HUGE_VAL), 0, 0, "hand");
    check_near("Phi(inf)", smyi_normal_cdf(HUGE_VAL), 1, 0, "hand");
    check_near("Phi(-39)", smyi_normal_cdf(-39), 0, 0, "hand");
    check_near("Phi(NaN)", smyi_normal_cdf((double)NAN), (double)NAN, 0, "hand");
    check_near("Phi^-1(.5)", smyi_normal_quantile(.5), 0, 0, "hand");
    check_near("I_0", smyi_beta_cdf(0, 2, 3), 0, 0, "hand");
    check_near("I_1", smyi_beta_cdf(1, 2, 3), 1, 0, "hand");
    check_near("I_NaN", smyi_beta_cdf((double)NAN, 2, 3), (double)NAN, 0, "hand");
    check_done();
}

/* Whatever the shape: ascending, inside (0,1), and the inverse of the other. */
static void a_beta_quantile_inverts(void **state)
{
    (void)state;
    static const double shapes[][2] = {
        {1, 5},    {5, 1},       {1, 1},   {3, 3}, {1.01, 4.99}, {2, 4}, {.3, .4}, {.5, 20},
        {40, 2.5}, {1000, 3000}, {8, 1.5}, {1, 9}, {1.001, 8.9}, {5, 5}, {6, 5}};
    for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++) {
        double a = shapes[s][0], b = shapes[s][1], before = 0;
        for (int k = 1; k < 400; k++) {
            double u = k / 400., x = smyi_beta_quantile(u, a, b);
            char row[128];
            (void)snprintf(row, sizeof row, "I(I^-1(%g; %g, %g)) / u", u, a, b);
            check_near(row, smyi_beta_cdf(x, a, b) / u, 1, 3e-12, "inverse");
            assert_true(x > before && x < 1);
            before = x;
        }
    }
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(normal),
        cmocka_unit_test(beta),
        cmocka_unit_test(edges),
        cmocka_unit_test(a_beta_quantile_inverts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
