/* SPDX-License-Identifier: Apache-2.0 */
/* exp, log and pow of any argument; the work is done by the lanes of maths_inline.h. */
#include "base/maths.h"

#include "base/maths_inline.h"

double smyi_exp(double x)
{
    return smyi_exp_lane(x);
}

double smyi_log(double x)
{
    return smyi_log_lane(x);
}

/* Powers where a factor is infinite, undefined, or the result beyond all numbers. */
static double pow_edge(double x, double y)
{
    if (!(x >= 0) || y != y)
        return (double)NAN;
    double t = x == 1 ? 0 : y * smyi_log_lane(x); /* 1 to an infinite power is 1 */
    return t > 0 ? HUGE_VAL : t < 0 ? 0.0 : 1.0;
}

double smyi_pow(double x, double y)
{
    if (y == 0)
        return 1.0;
    if (x == 0)
        return y > 0 ? 0.0 : y < 0 ? HUGE_VAL : (double)NAN;
    if (!(fabs(y * smyi_log_lane(x)) < 1000) || x > DBL_MAX)
        return pow_edge(x, y);
    return smyi_pow_lane(x, y);
}
