/* SPDX-License-Identifier: Apache-2.0 */
/* An uncertain number: its shape, its point, its quantiles. */
#ifndef SMYI_BASE_ESTIMATE_H
#define SMYI_BASE_ESTIMATE_H

#include <stdbool.h>
#include <stddef.h>

typedef enum SmyiShape {
    SMYI_SHAPE_POINT,      /* mode alone counts; low = mode = high */
    SMYI_SHAPE_TRIANGULAR, /* low <= mode <= high */
    SMYI_SHAPE_PERT,       /* low <= mode <= high, shape 4 */
    SMYI_SHAPE_UNIFORM,    /* low <= high; mode is the middle */
    SMYI_SHAPE_NORMAL,     /* mode is the mean of the parent, sd > 0, cut to low..high */
} SmyiShape;

/** Already checked when it is made: finite, in order, low < high unless a point. */
typedef struct SmyiEstimate {
    SmyiShape shape;
    double low, mode, high;
    double sd; /* of SMYI_SHAPE_NORMAL */
} SmyiEstimate;

/** "point", "triangular", "pert", "uniform", "normal". Never NULL. */
const char *smyi_shape_text(SmyiShape shape);

/**
 * The value used where nothing is drawn: the point, mode or middle, or the mean of the parent
 * of a cut normal, moved to the nearer end where it lies outside low..high.
 */
double smyi_estimate_point(const SmyiEstimate *estimate);

/**
 * The estimate moved by `amount` as a whole and cut to least..most (which may be infinite); a
 * point where nothing but one end is left.
 */
SmyiEstimate smyi_estimate_moved(const SmyiEstimate *estimate, double amount, double least,
                                 double most);

/**
 * Quantiles: out[k] = F^-1(u[k]) for u in (0,1), within low..high. models.md K.2; accuracy
 * 1e-12 relative. The same bits on every machine (no libm beyond sqrt). out may be u.
 */
void smyi_estimate_quantiles(const SmyiEstimate *estimate, const double *u, size_t n,
                             double *out);

#endif
