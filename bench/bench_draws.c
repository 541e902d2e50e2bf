/* SPDX-License-Identifier: Apache-2.0 */
/* Random numbers and quantiles of estimates, in blocks as a Monte Carlo run asks for them. */
#include "base/estimate.h"
#include "base/random.h"
#include "bench/bench.h"

enum { DRAWS = 64, NUMBERS = 20, BLOCKS = 100 };

static double uniforms(void *state)
{
    (void)state;
    double u[DRAWS * NUMBERS], sum = 0;
    for (uint64_t b = 0; b < BLOCKS; b++) {
        smyi_uniforms(1, SMYI_STREAM_INPUTS, b * DRAWS, DRAWS, 0, NUMBERS, u);
        sum += u[b % (DRAWS * NUMBERS)];
    }
    return sum > 0 ? (double)DRAWS * NUMBERS * BLOCKS : 0;
}

static double quantiles(const SmyiEstimate *estimate, uint64_t blocks)
{
    double u[DRAWS * NUMBERS], sum = 0;
    for (uint64_t b = 0; b < blocks; b++) {
        smyi_uniforms(1, SMYI_STREAM_INPUTS, b * DRAWS, DRAWS, 0, NUMBERS, u);
        for (size_t j = 0; j < NUMBERS; j++)
            smyi_estimate_quantiles(estimate, u + j * DRAWS, DRAWS, u + j * DRAWS);
        sum += u[b % (DRAWS * NUMBERS)];
    }
    return sum > 0 ? (double)(DRAWS * NUMBERS * blocks) : 0;
}

static double triangular(void *state)
{
    (void)state;
    const SmyiEstimate estimate = {SMYI_SHAPE_TRIANGULAR, 10, 20, 40, 0};
    return quantiles(&estimate, BLOCKS);
}

static double pert(void *state)
{
    (void)state;
    const SmyiEstimate estimate = {SMYI_SHAPE_PERT, 10, 20, 40, 0};
    return quantiles(&estimate, 1);
}

static double cut_normal(void *state)
{
    (void)state;
    const SmyiEstimate estimate = {SMYI_SHAPE_NORMAL, 10, 20, 40, 12};
    return quantiles(&estimate, 10);
}

const Bench bench_uniforms = {.name = "uniforms", .unit = "numbers", .run = uniforms};
const Bench bench_triangular = {.name = "triangular", .unit = "numbers", .run = triangular};
const Bench bench_pert = {.name = "pert", .unit = "numbers", .run = pert};
const Bench bench_cut_normal = {.name = "cut_normal", .unit = "numbers", .run = cut_normal};
