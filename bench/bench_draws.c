/* SPDX-License-Identifier: Apache-2.0 */
/* Random numbers and quantiles of estimates, in blocks as a Monte Carlo run asks for them. */
#include "base/estimate.h"
#include "base/random.h"
#include "bench/bench.h"
#include "model/model.h"

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

/*
 * The mean of one issue among ten actors, positions, saliences and capabilities all drawn from
 * triangles; nothing is made of the outcome.
 */
static double mean_drawn(void *state)
{
    enum { ACTORS = 10, INPUTS = 3 * ACTORS };
    static double numbers[INPUTS * DRAWS], zero[ACTORS * DRAWS], quo[DRAWS];
    double point[DRAWS], rounds[DRAWS], sum = 0, options[8] = {0};
    unsigned char status[DRAWS];
    const SmyiModel *mean = smyi_model_find("mean");
    SmyiArena mem = {0};
    SmyiOutcome out = {.point = point, .status = status, .rounds = rounds};
    SmyiGame game = {.n_actors = ACTORS,
                     .n_issues = 1,
                     .n_lanes = DRAWS,
                     .position = numbers,
                     .salience = numbers + ACTORS * DRAWS,
                     .capability = numbers + 2 * ACTORS * DRAWS,
                     .no_deal = zero,
                     .status_quo = quo};
    bool ok = true;
    (void)state;
    smyi_model_defaults(mean, options);
    for (uint64_t b = 0; b < BLOCKS && ok; b++) {
        smyi_uniforms(1, SMYI_STREAM_INPUTS, b * DRAWS, DRAWS, 0, INPUTS, numbers);
        for (size_t j = 0; j < INPUTS; j++) {
            double mode = .3 + .01 * (double)j;
            const SmyiEstimate e = {SMYI_SHAPE_TRIANGULAR, mode - .2, mode, mode + .3, 0};
            smyi_estimate_quantiles(&e, numbers + j * DRAWS, DRAWS, numbers + j * DRAWS);
        }
        ok = smyi_model_solve(mean, &game, options, NULL, &mem, &out) == SMY_OK;
        sum += point[b % DRAWS];
    }
    smyi_arena_free(&mem);
    return ok && sum > 0 ? (double)DRAWS * BLOCKS : 0;
}

const Bench bench_uniforms = {.name = "uniforms", .unit = "numbers", .run = uniforms};
const Bench bench_triangular = {.name = "triangular", .unit = "numbers", .run = triangular};
const Bench bench_pert = {.name = "pert", .unit = "numbers", .run = pert};
const Bench bench_cut_normal = {.name = "cut_normal", .unit = "numbers", .run = cut_normal};
const Bench bench_mean_drawn = {.name = "mean_drawn", .unit = "draws", .run = mean_drawn};
