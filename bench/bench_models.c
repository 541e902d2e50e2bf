/* SPDX-License-Identifier: Apache-2.0 */
/* The models' own solving, on blocks of games drawn beforehand: ten actors, one issue or six. */
#include <stdlib.h>

#include "base/random.h"
#include "bench/bench.h"
#include "model/model.h"

enum { ACTORS = 10, BLOCKS = 16 /* in turn, so that no branch learns them */ };

typedef struct Games {
    const SmyiModel *model;
    SmyiGame block[BLOCKS];
    SmyiOutcome out;
    SmyiArena mem, scratch;
} Games;

static double *uniforms(SmyiArena *mem, uint64_t draw, size_t n)
{
    double *u = SMYI_NEW(mem, n, double);
    if (u)
        smyi_uniforms(1, SMYI_STREAM_INPUTS, draw, 1, 0, n, u);
    return u;
}

static void forget(void *state)
{
    Games *games = state;
    smyi_arena_free(&games->mem);
    smyi_arena_free(&games->scratch);
    free(games);
}

static void *games_of(const char *id, size_t n_issues)
{
    Games *games = calloc(1, sizeof *games);
    if (!games)
        return NULL;
    size_t cells = n_issues * SMYI_BLOCK;
    bool ok = (games->model = smyi_model_find(id)) != NULL;
    for (uint64_t b = 0; ok && b < BLOCKS; b++) {
        SmyiArena *mem = &games->mem;
        SmyiGame g = {.n_actors = ACTORS, .n_issues = n_issues, .n_lanes = SMYI_BLOCK};
        g.position = uniforms(mem, 5 * b, ACTORS * cells);
        g.salience = uniforms(mem, 5 * b + 1, ACTORS * cells);
        g.capability = uniforms(mem, 5 * b + 2, ACTORS * SMYI_BLOCK);
        g.no_deal = uniforms(mem, 5 * b + 3, ACTORS * SMYI_BLOCK);
        g.status_quo = uniforms(mem, 5 * b + 4, cells);
        ok = g.position && g.salience && g.capability && g.no_deal && g.status_quo;
        games->block[b] = g;
    }
    ok = ok && smyi_outcome_new(games->model, ACTORS, n_issues, SMYI_BLOCK, &games->mem,
                                &games->out);
    if (ok)
        return games;
    forget(games);
    return NULL;
}

static double solve(void *state)
{
    Games *games = state;
    for (size_t b = 0; b < BLOCKS; b++)
        if (smyi_model_solve(games->model, &games->block[b], NULL, NULL, &games->scratch,
                             &games->out) != SMY_OK)
            return 0;
    return BLOCKS * SMYI_BLOCK;
}

/* bench_<model>: games of one issue; bench_<model>_six: packages of six. */
#define BENCH(model)                                                                       \
    static void *model##_one(void)                                                         \
    {                                                                                      \
        return games_of(#model, 1);                                                        \
    }                                                                                      \
    static void *model##_six(void)                                                         \
    {                                                                                      \
        return games_of(#model, 6);                                                        \
    }                                                                                      \
    const Bench bench_##model = {#model, "games", model##_one, solve, forget};             \
    const Bench bench_##model##_six = {#model "_six", "games", model##_six, solve, forget};

BENCH(mean)
BENCH(median)
BENCH(mode)
BENCH(challenge)
BENCH(heaped)
