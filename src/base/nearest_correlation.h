/* SPDX-License-Identifier: Apache-2.0 */
/* The correlation matrix nearest to one that contradicts itself. */
#ifndef SMYI_BASE_NEAREST_CORRELATION_H
#define SMYI_BASE_NEAREST_CORRELATION_H

#include "base/arena.h"

/**
 * Replaces a symmetric matrix [n x n] with ones on its diagonal by the nearest positive
 * definite one of the kind: alternating projections with Dykstra's correction, then moved
 * towards the unit matrix until the least eigenvalue is 1e-6. Returns the distance (Frobenius),
 * or -1: no memory. Scratch from `mem`, rewound. O(n^3) a step, some dozens of steps.
 * Source: higham2002.
 */
double smyi_nearest_correlation(double *matrix, size_t n, SmyiArena *mem);

#endif
