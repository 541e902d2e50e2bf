/* SPDX-License-Identifier: Apache-2.0 */
/* An uncertain number: its point and its quantiles. */
#include "base/estimate.h"

#include <math.h>

#include "base/cut_normal.h"
#include "base/lanes.h"
#include "base/maths.h"

const char *smyi_shape_text(SmyiShape shape)
{
    switch (shape) {
    case SMYI_SHAPE_POINT:
        return "point";
    case SMYI_SHAPE_TRIANGULAR:
        return "triangular";
    case SMYI_SHAPE_PERT:
        return "pert";
    case SMYI_SHAPE_UNIFORM:
        return "uniform";
    case SMYI_SHAPE_NORMAL:
        return "normal";
    }
    return "unknown shape";
}

SMYI_INLINE double within(double x, double low, double high)
{
    x = x < low ? low : x;
    return x > high ? high : x;
}

double smyi_estimate_point(const SmyiEstimate *estimate)
{
    return within(estimate->mode, estimate->low, estimate->high);
}

/* Further than this from what is left of it, a cut normal has nothing left to draw. */
static const double FAR_SD = 30;

SmyiEstimate smyi_estimate_moved(const SmyiEstimate *estimate, double amount, double least,
                                 double most)
{
    SmyiEstimate e = *estimate;
    bool bell = e.shape == SMYI_SHAPE_NORMAL;
    e.low = within(e.low + amount, least, most);
    e.high = within(e.high + amount, least, most);
    e.mode = bell ? e.mode + amount : within(e.mode + amount, least, most);
    if (e.shape == SMYI_SHAPE_UNIFORM)
        e.mode = e.low + (e.high - e.low) / 2;
    bool far = bell && (e.low - e.mode > FAR_SD * e.sd || e.mode - e.high > FAR_SD * e.sd);
    if (!(e.low < e.high) || far) {
        double point = smyi_estimate_point(&e);
        e = (SmyiEstimate){.low = point, .mode = point, .high = point};
    }
    return e;
}

SMYI_KERNEL static void points(double value, size_t n, double *out)
{
    for (size_t k = 0; k < n; k++)
        out[k] = value;
}

SMYI_KERNEL static void uniform(double low, double high, const double *u, size_t n,
                                double *out)
{
    SMYI_LANES
    for (size_t k = 0; k < n; k++)
        out[k] = within(low + u[k] * (high - low), low, high);
}

/*
 * Both halves have one square root, of u (b-a) (m-a) from below or (1-u) (b-a) (b-m) from above: the
 * choice is made on bits, for of `?:` compilers make two roots, which is what this loop waits for.
 */
SMYI_KERNEL static void triangular(double low, double mode, double high, const double *u,
                                   size_t n, double *out)
{
    double width = high - low, left = width * (mode - low), right = width * (high - mode);
    double at_mode = (mode - low) / width;
    SMYI_LANES
    for (size_t k = 0; k < n; k++) {
        SmyiMask below = smyi_above(at_mode, u[k]);
        double root = sqrt(smyi_choose(below, u[k] * left, (1 - u[k]) * right));
        out[k] = within(smyi_choose(below, low + root, high - root), low, high);
    }
}

static void pert(double low, double mode, double high, const double *u, size_t n,
                 double *out)
{
    double width = high - low;
    double a = 1 + 4 * (mode - low) / width, b = 1 + 4 * (high - mode) / width;
    smyi_beta_quantiles(a, b, u, n, out);
    for (size_t k = 0; k < n; k++)
        out[k] = within(low + width * out[k], low, high);
}

void smyi_estimate_quantiles(const SmyiEstimate *estimate, const double *u, size_t n,
                             double *out)
{
    const SmyiEstimate *e = estimate;
    SmyiShape shape = e->low < e->high ? e->shape : SMYI_SHAPE_POINT;
    switch (shape) {
    case SMYI_SHAPE_POINT:
        points(e->mode, n, out);
        break;
    case SMYI_SHAPE_TRIANGULAR:
        triangular(e->low, e->mode, e->high, u, n, out);
        break;
    case SMYI_SHAPE_PERT:
        pert(e->low, e->mode, e->high, u, n, out);
        break;
    case SMYI_SHAPE_UNIFORM:
        uniform(e->low, e->high, u, n, out);
        break;
    case SMYI_SHAPE_NORMAL:
        smyi_cut_normal_quantiles(e->mode, e->sd, e->low, e->high, u, n, out);
        break;
    }
}
