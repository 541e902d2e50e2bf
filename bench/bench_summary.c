/* SPDX-License-Identifier: Apache-2.0 */
/* Mean and quantiles of draws that all differ, and of draws with few different values. */
#include <math.h>
#include <string.h>

#include "base/random.h"
#include "base/statistics.h"
#include "bench/bench.h"

enum { DRAWS = 10000 };

static double values[DRAWS], work[DRAWS];

static void *all_differ(void)
{
    smyi_uniforms(1, SMYI_STREAM_INPUTS, 0, DRAWS, 0, 1, values);
    return values;
}

static void *few_differ(void)
{
    (void)all_differ();
    for (size_t k = 0; k < DRAWS; k++)
        values[k] = floor(values[k] * 5);
    return values;
}

static double summary(void *state)
{
    memcpy(work, state, sizeof work);
    return smyi_summary(work, DRAWS).n == DRAWS ? DRAWS : 0;
}

const Bench bench_summary = {
    .name = "summary", .unit = "values", .setup = all_differ, .run = summary};
const Bench bench_summary_ties = {
    .name = "summary_ties", .unit = "values", .setup = few_differ, .run = summary};
