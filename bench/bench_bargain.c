/* SPDX-License-Identifier: Apache-2.0 */
/* Cooperative bargaining: two parties, many parties, one issue, quadratic loss. */
#include <stdlib.h>

#include "base/random.h"
#include "bench/bench.h"
#include "model/model.h"

enum { MAX_N = 10, MAX_M = 6, CELLS = MAX_N * MAX_M * SMYI_BLOCK };

/* A block of random games and room for their outcome. */
typedef struct Games {
    SmyiArena mem;
    SmyiGame game;
    SmyiOutcome out;
    double position[CELLS], salience[CELLS], capability[MAX_N * SMYI_BLOCK];
    double no_deal[MAX_N * SMYI_BLOCK], status_quo[MAX_M * SMYI_BLOCK];
    double point[MAX_M * SMYI_BLOCK], rounds[MAX_M * SMYI_BLOCK];
    unsigned char status[MAX_M * SMYI_BLOCK];
} Games;

static void fill(uint64_t stream, size_t count, double low, double high, double *values)
{
    smyi_uniforms(2025, SMYI_STREAM_INPUTS, stream, 1, 0, count, values);
    for (size_t v = 0; v < count; v++)
        values[v] = low + (high - low) * values[v];
}

static void *games(size_t n, size_t m, bool quadratic)
{
    Games *g = calloc(1, sizeof *g);
    if (!g)
        return NULL;
    fill(0, n * m * SMYI_BLOCK, 0, 1, g->position);
    fill(1, n * m * SMYI_BLOCK, .1, 1, g->salience);
    fill(2, n * SMYI_BLOCK, .2, 1, g->capability);
    fill(3, n * SMYI_BLOCK, .05, .35, g->no_deal);
    fill(4, m * SMYI_BLOCK, 0, 1, g->status_quo);
    g->game = (SmyiGame){.n_actors = n,
                         .n_issues = m,
                         .n_lanes = SMYI_BLOCK,
                         .position = g->position,
                         .salience = g->salience,
                         .capability = g->capability,
                         .no_deal = g->no_deal,
                         .status_quo = g->status_quo,
                         .quadratic = quadratic};
    g->out = (SmyiOutcome){.point = g->point, .status = g->status, .rounds = g->rounds};
    return g;
}

static void *two(void)
{
    return games(2, 6, false);
}

static void *line(void)
{
    return games(10, 1, false);
}

static void *many(void)
{
    return games(6, 6, false);
}

static void *curved(void)
{
    return games(6, 6, true);
}

static void teardown(void *state)
{
    Games *g = state;
    smyi_arena_free(&g->mem);
    free(g);
}

static double solve(const char *model, Games *g)
{
    const SmyiModel *m = smyi_model_find(model);
    double options[8];
    smyi_model_defaults(m, options);
    for (int r = 0; r < 20; r++)
        if (smyi_model_solve(m, &g->game, options, NULL, &g->mem, &g->out) != SMY_OK)
            return 0;
    return 20 * SMYI_BLOCK;
}

#define BARGAIN(short, id, size)                                                           \
    static double short##_##size(void *state)                                              \
    {                                                                                      \
        return solve(id, state);                                                           \
    }                                                                                      \
    const Bench bench_##short##_##size = {                                                 \
        .name = #short "_" #size,                                                          \
        .unit = "solves",                                                                  \
        .setup = size,                                                                     \
        .run = short##_##size,                                                             \
        .teardown = teardown,                                                              \
    };

BARGAIN(nash, "nash", two)
BARGAIN(smorodinsky, "kalai_smorodinsky", two)
BARGAIN(egalitarian, "egalitarian", two)
BARGAIN(utilitarian, "utilitarian", two)
BARGAIN(nash, "nash", line)
BARGAIN(smorodinsky, "kalai_smorodinsky", line)
BARGAIN(nash, "nash", many)
BARGAIN(smorodinsky, "kalai_smorodinsky", many)
BARGAIN(egalitarian, "egalitarian", many)
BARGAIN(nash, "nash", curved)
BARGAIN(smorodinsky, "kalai_smorodinsky", curved)
