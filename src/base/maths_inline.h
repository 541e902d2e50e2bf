/* SPDX-License-Identifier: Apache-2.0 */
/* Branch-free exp, log and pow for one lane, made to be vectorised inside a kernel.
 *
 * smyi_exp_lane(), smyi_log_lane(): any argument.
 * smyi_pow_lane():                  any base, full precision.
 * smyi_ln_unit(), smyi_exp_unit(), smyi_pow_unit(): half the work, for hot loops whose numbers
 *                                   stay far from overflow; last digit not promised.
 */
#ifndef SMYI_BASE_MATHS_INLINE_H
#define SMYI_BASE_MATHS_INLINE_H

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/kernel.h"

/*
 * Additions, multiplications, one division and whole-number operations, in one fixed order:
 * a lane of a vector gets the bits that a scalar gets, whatever the processor. The polynomials
 * were fitted for this file by interpolation at Chebyshev's points with 60 digits.
 */

SMYI_INLINE uint64_t smyi_bits(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

SMYI_INLINE double smyi_from_bits(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* The first 26 significant bits: the product of two such heads is exact. Source: dekker1971. */
SMYI_INLINE double smyi_head(double x)
{
    return smyi_from_bits(smyi_bits(x) & UINT64_C(0xfffffffff8000000));
}

#define SMYI_LN2_HIGH 0x1.62e42fefa0000p-1 /* 38 bits: exact times a whole number < 2^15 */
#define SMYI_LN2_LOW  0x1.cf79abc9e3b3ap-40

/* (e^r - 1 - r) / r^2 for |r| <= ln(2)/2; error 2^-59. */
SMYI_INLINE double smyi_exp_rest(double r)
{
    double p = 0x1.1f730349868cep-29;
    p = p * r + 0x1.af4de97ca4194p-26;
    p = p * r + 0x1.27e4db646b17ep-22;
    p = p * r + 0x1.71de0231960ebp-19;
    p = p * r + 0x1.a01a01a6d889cp-16;
    p = p * r + 0x1.a01a01abe7fe1p-13;
    p = p * r + 0x1.6c16c16c162d4p-10;
    p = p * r + 0x1.11111111100dcp-7;
    p = p * r + 0x1.5555555555556p-5;
    p = p * r + 0x1.5555555555557p-3;
    return p * r + 0.5;
}

/**
 * e^(high + low), where |low| is below 0.01 or |high| above 1500; no NaN.
 *
 *     high + low = k ln 2 + r;   e^r = 1 + r + r^2 P(r);   times 2^k in two steps, so that
 *     results below the normal range are rounded once
 */
SMYI_INLINE double smyi_exp_sum(double high, double low)
{
    const double shift = 0x1.8p52; /* its last bit is worth 1 */
    double x = high > 710.0 ? 710.0 : high;
    x = x < -746.0 ? -746.0 : x;
    double shifted = x * 0x1.71547652b82fep+0 + shift;
    double k = shifted - shift;
    double a = x - k * SMYI_LN2_HIGH, b = k * SMYI_LN2_LOW - low;
    double r = a - b, r_lost = (a - r) - b;
    double y = 1.0 + (r + (r_lost + r * r * smyi_exp_rest(r)));
    uint64_t biased = smyi_bits(shifted) - smyi_bits(shift) + 2046;
    uint64_t one = biased >> 1, two = biased - one;
    return y * smyi_from_bits(one << 52) * smyi_from_bits(two << 52);
}

/** e^x for any x; error below 1 ulp. */
SMYI_INLINE double smyi_exp_lane(double x)
{
    return smyi_exp_sum(x, 0.0);
}

/* (2 atanh(s) - 2 s) / s^3 as a function of z = s^2, |s| <= 3 - 2 sqrt(2); error 2^-58. */
SMYI_INLINE double smyi_log_rest(double z)
{
    double p = 0x1.0c04595972ab8p-3;
    p = p * z + 0x1.0fbe83c2cbcf3p-3;
    p = p * z + 0x1.3b1c360763b8ap-3;
    p = p * z + 0x1.745cf901605f7p-3;
    p = p * z + 0x1.c71c720160b47p-3;
    p = p * z + 0x1.2492492476c87p-2;
    p = p * z + 0x1.9999999999a38p-2;
    return p * z + 0x1.5555555555555p-1;
}

typedef struct SmyiPair {
    double high, low; /* a number, high + low */
} SmyiPair;

/**
 * ln x as a sum with relative error near 2^-57, for finite x > 0 (else without meaning).
 *
 *     x = 2^k m, sqrt(1/2) <= m < sqrt(2);   f = m - 1, s = f / (2 + f)
 *     ln x = k ln 2 + 2 atanh(s),            atanh(s) = s + s^3/3 + s^5/5 + ...
 *
 * s is taken in two parts, the first of 26 bits, so that what division rounds off is kept:
 * s_low = (f - s_high (2 + f)) / (2 + f), every product exact.
 */
SMYI_INLINE SmyiPair smyi_log_pair(double x)
{
    const uint64_t root = UINT64_C(0x3fe6a09e667f3bcd); /* sqrt(1/2) */
    int is_small = x < DBL_MIN;
    double scaled = is_small ? x * 0x1p54 : x;
    double bias = is_small ? 0x1p52 + 1077.0 : 0x1p52 + 1023.0;
    uint64_t t = smyi_bits(scaled) + (UINT64_C(0x3ff0000000000000) - root);
    double k = smyi_from_bits((t >> 52) | UINT64_C(0x4330000000000000)) - bias;
    double m = smyi_from_bits((t & UINT64_C(0x000fffffffffffff)) + root);
    double f = m - 1.0, over = 1.0 / (2.0 + f);
    double s = f * over, z = s * s;
    double s_high = smyi_head(s), f_high = smyi_head(f), f_low = f - f_high;
    double s_low = (((f - 2.0 * s_high) - s_high * f_high) - s_high * f_low) * over;
    double whole = k * SMYI_LN2_HIGH, part = 2.0 * s_high, sum = whole + part;
    double lost = part - (sum - whole);
    double low = 2.0 * s_low + s * z * smyi_log_rest(z) + k * SMYI_LN2_LOW + lost;
    return (SmyiPair){sum, low};
}

/** ln x for any x: -infinity at 0, NaN below; error below 1 ulp. */
SMYI_INLINE double smyi_log_lane(double x)
{
    SmyiPair y = smyi_log_pair(x);
    double ln = y.high + y.low;
    double edge = x == 0.0 ? -HUGE_VAL : (double)NAN;
    ln = x > 0.0 ? ln : edge;
    return x > DBL_MAX ? x : ln;
}

/** x^y for finite x >= 0 and |y| <= 64; x^0 = 1, x^1 = x. Relative error below 1e-14. */
SMYI_INLINE double smyi_pow_lane(double x, double y)
{
    SmyiPair ln = smyi_log_pair(x);
    double ln_high = smyi_head(ln.high + ln.low);
    double ln_low = (ln.high - ln_high) + ln.low;
    double y_high = smyi_head(y), y_low = y - y_high;
    double low = y_high * ln_low + y_low * (ln_high + ln_low);
    double power = smyi_exp_sum(y_high * ln_high, low);
    double edge = y > 0.0 ? 0.0 : HUGE_VAL;
    power = x > 0.0 ? power : edge;
    power = y == 0.0 ? 1.0 : power;
    return y == 1.0 ? x : power;
}

/**
 * ln x for finite x >= 2^-1022; error below 1 ulp or near it. For other x, zero too, some finite
 * number without meaning.
 *
 *     ln(1+f) = f - f^2/2 + s (f^2/2 + z P(z)),   s = f / (2 + f), z = s^2
 *
 * which is k ln 2 + 2 atanh(s) again, with 2s written as f - s f: f is exact.
 */
SMYI_INLINE double smyi_ln_unit(double x)
{
    const uint64_t root = UINT64_C(0x3fe6a09e667f3bcd); /* sqrt(1/2) */
    uint64_t t = smyi_bits(x) + (UINT64_C(0x3ff0000000000000) - root);
    double k = smyi_from_bits((t >> 52) | UINT64_C(0x4330000000000000)) - (0x1p52 + 1023.0);
    double f = smyi_from_bits((t & UINT64_C(0x000fffffffffffff)) + root) - 1.0;
    double half = .5 * f * f, s = f / (2.0 + f), z = s * s;
    double rest = s * (half + z * smyi_log_rest(z)) + k * SMYI_LN2_LOW;
    return k * SMYI_LN2_HIGH - ((half - rest) - f);
}

/** e^x for |x| <= 700; error below 1 ulp. Beyond, some number without meaning. */
SMYI_INLINE double smyi_exp_unit(double x)
{
    const double shift = 0x1.8p52;
    double shifted = x * 0x1.71547652b82fep+0 + shift;
    double k = shifted - shift;
    double r = (x - k * SMYI_LN2_HIGH) - k * SMYI_LN2_LOW;
    double y = 1.0 + (r + r * r * smyi_exp_rest(r));
    return smyi_from_bits(smyi_bits(y) + (smyi_bits(shifted) << 52)); /* y 2^k */
}

/**
 * x^y for y in (0, 2] and x = 0 or 2^-500 <= x <= 2^500; relative error below
 * 3e-16 (1 + |y ln x|). About twice as fast as smyi_pow_lane().
 *
 * smyi_exp_unit(y * smyi_ln_unit(x)) has the same bits for x > 0. In a kernel it pays to take
 * ln x once for several exponents, and to give the logarithms a loop of their own over the
 * block and the exponentials another: half as fast again, the chains of either being shorter.
 */
SMYI_INLINE double smyi_pow_unit(double x, double y)
{
    double power = smyi_exp_unit(y * smyi_ln_unit(x));
    return x > 0.0 ? power : 0.0;
}

#endif
