/* SPDX-License-Identifier: Apache-2.0 */
/* A Gaussian copula: uniform numbers that go together, each still uniform (models.md K.2). */
#ifndef SMYI_BASE_COPULA_H
#define SMYI_BASE_COPULA_H

#include <stdbool.h>
#include <stddef.h>

/** The correlation of normals whose rank correlation is rho, in -1..1: 2 sin(pi rho / 6). */
double smyi_normal_correlation(double rho);

/**
 * Cholesky factor of a correlation matrix [n x n], in place: the lower triangle L with
 * L L' = matrix, zeros above. False where the matrix is not positive definite (a pivot of
 * 1e-12 or less); the matrix is spoiled then. O(n^3).
 */
bool smyi_cholesky(double *matrix, size_t n);

/** Smallest eigenvalue of a symmetric matrix [n x n], which is spoiled. Jacobi's rotations. */
double smyi_least_eigenvalue(double *matrix, size_t n);

/**
 * u [n rows, row j at u[row[j]]] of n_lanes independent numbers in (0,1) becomes
 * Phi(L Phi^-1(u)), lane by lane; z [n x n_lanes] is scratch.
 */
void smyi_copula_apply(const double *factor, size_t n, double *const *row, size_t n_lanes,
                       double *z);

#endif
