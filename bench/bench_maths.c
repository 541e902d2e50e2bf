/* SPDX-License-Identifier: Apache-2.0 */
/* Powers one at a time, as code outside the kernels asks for them. */
#include "base/maths.h"
#include "bench/bench.h"

static double powers(void *state)
{
    (void)state;
    double sum = 0;
    for (int i = 1; i <= 10000; i++)
        sum += smyi_pow(i * 1e-4, .5 + i * 1.5e-4);
    return sum > 0 ? 10000 : 0;
}

const Bench bench_pow = {.name = "pow", .unit = "powers", .run = powers};
