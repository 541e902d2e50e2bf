/* SPDX-License-Identifier: Apache-2.0 */
/* The nearest correlation matrix. */
#include "base/nearest_correlation.h"

#include <math.h>
#include <string.h>

enum { MOST_STEPS = 1000, MOST_SWEEPS = 60 };

static const double LEAST = 1e-6, CLOSE = 1e-10;

/* Rotates rows and columns p and q of a so that a_pq becomes 0; v keeps what was done. */
static void rotate(double *a, double *v, size_t n, size_t p, size_t q)
{
    double tau = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q]);
    double t = (tau >= 0 ? 1 : -1) / (fabs(tau) + sqrt(1 + tau * tau));
    double c = 1 / sqrt(1 + t * t), s = t * c;
    for (size_t k = 0; k < n; k++) {
        double x = a[k * n + p], y = a[k * n + q];
        a[k * n + p] = c * x - s * y, a[k * n + q] = s * x + c * y;
    }
    for (size_t k = 0; k < n; k++) {
        double x = a[p * n + k], y = a[q * n + k];
        a[p * n + k] = c * x - s * y, a[q * n + k] = s * x + c * y;
        x = v[p * n + k], y = v[q * n + k];
        v[p * n + k] = c * x - s * y, v[q * n + k] = s * x + c * y;
    }
}

/* Eigenvalues onto the diagonal of a, their vectors into the rows of v. Source: golub2013. */
static void eigen(double *a, double *v, size_t n)
{
    double off = 1;
    memset(v, 0, n * n * sizeof *v);
    for (size_t i = 0; i < n; i++)
        v[i * n + i] = 1;
    for (int sweep = 0; sweep < MOST_SWEEPS && off > 1e-26; sweep++) {
        off = 0;
        for (size_t p = 0; p < n; p++)
            for (size_t q = p + 1; q < n; q++) {
                off += a[p * n + q] * a[p * n + q];
                if (fabs(a[p * n + q]) > 1e-18)
                    rotate(a, v, n, p, q);
            }
    }
}

/* The nearest matrix without negative eigenvalues, into x; a and v are scratch. */
static void without_negatives(const double *r, double *a, double *v, size_t n, double *x)
{
    memcpy(a, r, n * n * sizeof *a);
    eigen(a, v, n);
    memset(x, 0, n * n * sizeof *x);
    for (size_t e = 0; e < n; e++) {
        double lambda = a[e * n + e];
        for (size_t i = 0; i < n && lambda > 0; i++)
            for (size_t j = 0; j < n; j++)
                x[i * n + j] += lambda * v[e * n + i] * v[e * n + j];
    }
}

static double distance(const double *a, const double *b, size_t cells)
{
    double sum = 0;
    for (size_t i = 0; i < cells; i++)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return sqrt(sum);
}

/* Towards the unit matrix, just so far that no eigenvalue is below LEAST. */
static void lift(double *y, double *a, double *v, size_t n)
{
    double least = HUGE_VAL;
    memcpy(a, y, n * n * sizeof *a);
    eigen(a, v, n);
    for (size_t e = 0; e < n; e++)
        least = fmin(least, a[e * n + e]);
    double share = least < LEAST ? (LEAST - least) / (1 - least) : 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++)
            y[i * n + j] = i == j ? 1 : (1 - share) * (y[i * n + j] + y[j * n + i]) / 2;
    for (size_t i = 0; i < n; i++) /* both halves alike, whatever was rounded */
        for (size_t j = 0; j < i; j++)
            y[i * n + j] = y[j * n + i];
}

double smyi_nearest_correlation(double *matrix, size_t n, SmyiArena *mem)
{
    size_t cells = n * n;
    SmyiMark mark = smyi_arena_mark(mem);
    double *y = SMYI_NEW(mem, cells, double), *r = SMYI_NEW(mem, cells, double);
    double *x = SMYI_NEW(mem, cells, double), *step = SMYI_NEW(mem, cells, double);
    double *a = SMYI_NEW(mem, cells, double), *v = SMYI_NEW(mem, cells, double);
    double moved = y && r && x && step && a && v ? 1 : -1;
    if (moved > 0)
        memcpy(y, matrix, cells * sizeof *y);
    for (int k = 0; k < MOST_STEPS && moved > CLOSE; k++) {
        for (size_t i = 0; i < cells; i++)
            r[i] = y[i] - step[i];
        without_negatives(r, a, v, n, x);
        for (size_t i = 0; i < cells; i++)
            step[i] = x[i] - r[i];
        for (size_t i = 0; i < n; i++)
            x[i * n + i] = 1;
        moved = distance(x, y, cells);
        memcpy(y, x, cells * sizeof *y);
    }
    if (moved >= 0) {
        lift(y, a, v, n);
        moved = distance(y, matrix, cells);
        memcpy(matrix, y, cells * sizeof *y);
    }
    smyi_arena_rewind(mem, mark);
    return moved;
}
