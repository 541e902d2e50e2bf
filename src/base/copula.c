/* SPDX-License-Identifier: Apache-2.0 */
/* A Gaussian copula. */
#include "base/copula.h"

#include <math.h>

#include "base/maths.h"

/* sin for |x| <= pi/6 by its series: the first term left out is below 1e-19 */
static double small_sine(double x)
{
    double square = x * x, sum = 0;
    for (int k = 15; k > 1; k -= 2)
        sum = (1 - sum) * square / (double)(k * (k - 1));
    return x * (1 - sum);
}

double smyi_normal_correlation(double rho)
{
    static const double PI = 3.14159265358979323846;
    return 2 * small_sine(PI * rho / 6);
}

bool smyi_cholesky(double *a, size_t n)
{
    for (size_t j = 0; j < n; j++) {
        double pivot = a[j * n + j];
        for (size_t k = 0; k < j; k++)
            pivot -= a[j * n + k] * a[j * n + k];
        if (!(pivot > 1e-12))
            return false;
        pivot = sqrt(pivot);
        a[j * n + j] = pivot;
        for (size_t i = j + 1; i < n; i++) {
            double sum = a[i * n + j];
            for (size_t k = 0; k < j; k++)
                sum -= a[i * n + k] * a[j * n + k];
            a[i * n + j] = sum / pivot;
            a[j * n + i] = 0;
        }
    }
    return true;
}

/* Rotates rows and columns p and q so that a_pq becomes 0. Source: golub2013, section 8.5. */
static void rotate(double *a, size_t n, size_t p, size_t q)
{
    double tau = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q]);
    double t = (tau >= 0 ? 1 : -1) / (fabs(tau) + sqrt(1 + tau * tau));
    double c = 1 / sqrt(1 + t * t), s = t * c;
    for (size_t k = 0; k < n; k++) {
        double x = a[k * n + p], y = a[k * n + q];
        a[k * n + p] = c * x - s * y;
        a[k * n + q] = s * x + c * y;
    }
    for (size_t k = 0; k < n; k++) {
        double x = a[p * n + k], y = a[q * n + k];
        a[p * n + k] = c * x - s * y;
        a[q * n + k] = s * x + c * y;
    }
}

double smyi_least_eigenvalue(double *a, size_t n)
{
    enum { MOST_SWEEPS = 60 };
    double off = 1;
    for (int sweep = 0; sweep < MOST_SWEEPS && off > 1e-24; sweep++) {
        off = 0;
        for (size_t p = 0; p < n; p++)
            for (size_t q = p + 1; q < n; q++) {
                off += a[p * n + q] * a[p * n + q];
                if (fabs(a[p * n + q]) > 1e-18)
                    rotate(a, n, p, q);
            }
    }
    double least = HUGE_VAL;
    for (size_t i = 0; i < n; i++)
        least = fmin(least, a[i * n + i]);
    return least;
}

void smyi_copula_apply(const double *factor, size_t n, double *const *row, size_t n_lanes,
                       double *z)
{
    for (size_t j = 0; j < n; j++)
        for (size_t k = 0; k < n_lanes; k++)
            z[j * n_lanes + k] = smyi_normal_quantile(row[j][k]);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n_lanes; k++) {
            double sum = 0;
            for (size_t j = 0; j <= i; j++)
                sum += factor[i * n + j] * z[j * n_lanes + k];
            double u = smyi_normal_cdf(sum);
            row[i][k] = fmin(fmax(u, 0x1p-1022), 1 - 0x1p-53); /* stays inside (0,1) */
        }
}
