/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions and choices as straight-line code, for loops over lanes. */
#ifndef SMYI_BASE_LANES_H
#define SMYI_BASE_LANES_H

#include "base/maths_inline.h"

/*
 * Yes (all bits) or no (none). Where a loop asks one thing twice with ?:, compilers make a
 * branch of it and then cannot vectorise the loop; on bits there is nothing to branch on.
 */
typedef uint64_t SmyiMask;

#define SMYI_YES UINT64_MAX

/** x > y; no where one is NaN. */
SMYI_INLINE SmyiMask smyi_above(double x, double y)
{
    return x > y ? SMYI_YES : 0;
}

/** x > y by more than rounding: by 1e-12 of x. */
SMYI_INLINE SmyiMask smyi_beats(double x, double y)
{
    return smyi_above(x - y, 1e-12 * fabs(x));
}

/** yes ? x : y */
SMYI_INLINE double smyi_choose(SmyiMask yes, double x, double y)
{
    return smyi_from_bits((smyi_bits(x) & yes) | (smyi_bits(y) & ~yes));
}

/** x, but at least low and at most high. */
SMYI_INLINE double smyi_clamp(double x, double low, double high)
{
    x = smyi_choose(smyi_above(low, x), low, x);
    return smyi_choose(smyi_above(x, high), high, x);
}

#endif
