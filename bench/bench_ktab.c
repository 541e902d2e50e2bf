/* SPDX-License-Identifier: Apache-2.0 */
/* Probabilistic elections and bargaining in rounds, solved for games that are drawn before. */
#include <stdlib.h>

#include "base/random.h"
#include "bench/bench.h"
#include "model/smp.h"

/* Games of one size, a block of lanes, and room to solve them. */
typedef struct Games {
    const SmyiModel *model;
    SmyiGame game;
    SmyiOutcome out;
    SmyiArena kept, mem;
    double options[32];
} Games;

/* Positions and saliences all over the scale, capabilities between 20 and 120. */
static void *games(const char *model, size_t n_actors, size_t n_issues, size_t n_lanes)
{
    Games *g = calloc(1, sizeof *g);
    if (!g)
        return NULL;
    size_t n_stances = n_actors * n_issues * n_lanes, n_inputs = n_actors * n_lanes;
    double *p = SMYI_NEW(&g->kept, n_stances, double);
    double *s = SMYI_NEW(&g->kept, n_stances, double);
    double *c = SMYI_NEW(&g->kept, n_inputs, double);
    double *q = SMYI_NEW(&g->kept, n_issues * n_lanes, double);
    g->model = smyi_model_find(model);
    if (!p || !s || !c || !q || !g->model ||
        !smyi_outcome_new(g->model, n_actors, n_issues, n_lanes, &g->kept, &g->out))
        return NULL;
    smyi_uniforms(1, SMYI_STREAM_INPUTS, 0, 1, 0, n_stances, p);
    smyi_uniforms(1, SMYI_STREAM_INPUTS, 1, 1, 0, n_stances, s);
    smyi_uniforms(1, SMYI_STREAM_INPUTS, 2, 1, 0, n_inputs, c);
    for (size_t a = 0; a < n_inputs; a++)
        c[a] = 20 + 100 * c[a];
    g->game = (SmyiGame){.n_actors = n_actors,
                         .n_issues = n_issues,
                         .n_lanes = n_lanes,
                         .position = p,
                         .salience = s,
                         .capability = c,
                         .no_deal = c,
                         .status_quo = q};
    smyi_model_defaults(g->model, g->options);
    return g;
}

static double solve(void *state)
{
    Games *g = state;
    return smyi_model_solve(g->model, &g->game, g->options, NULL, &g->mem, &g->out) ==
                   SMY_OK
               ? (double)g->game.n_lanes
               : 0;
}

static void forget(void *state)
{
    Games *g = state;
    if (!g)
        return;
    smyi_arena_free(&g->mem);
    smyi_arena_free(&g->kept);
    free(g);
}

static void *condorcet(void)
{
    return games("condorcet", 10, 1, SMYI_BLOCK);
}

static void *condorcet_incentive(void)
{
    Games *g = condorcet();
    if (g)
        g->options[2] = SMYI_FORM_INCENTIVE;
    return g;
}

static void *smp_10(void)
{
    return games("smp", 10, 1, SMYI_BLOCK);
}

static void *smp_20(void)
{
    return games("smp", 20, 3, SMYI_BLOCK);
}

static void *smp_40(void)
{
    return games("smp", 40, 1, 16);
}

static void *smp_one(void)
{
    return games("smp", 10, 1, 1);
}

static void *smp_80(void)
{
    return games("smp", 80, 1, 1);
}

/* The first round alone. */
static double turn(void *state)
{
    Games *g = state;
    SmyiMark mark = smyi_arena_mark(&g->mem);
    SmyiSmpRules rules = smyi_smp_rules(g->options);
    SmyiSmpState state_of_games;
    SmyiSmp smp;
    size_t n = g->game.n_actors, m = g->game.n_issues;
    if (!smyi_smp_state_new(n, m, &g->mem, &state_of_games) ||
        !smyi_smp_new(&rules, n, m, &g->mem, &smp) ||
        !smyi_smp_state_read(&state_of_games, 0, &g->game, 0))
        return 0;
    smp.state = &state_of_games;
    smyi_smp_view(&rules, &smp);
    SmyiEight moved = smyi_smp_round(&rules, &smp);
    smyi_arena_rewind(&g->mem, mark);
    return moved.of[0] > 0 ? 1 : 0;
}

const Bench bench_condorcet = {"condorcet", "games", condorcet, solve, forget};
const Bench bench_condorcet_incentive = {"condorcet_incentive", "games",
                                         condorcet_incentive, solve, forget};
const Bench bench_smp_10x1 = {"smp_10x1", "runs", smp_10, solve, forget};
const Bench bench_smp_20x3 = {"smp_20x3", "runs", smp_20, solve, forget};
const Bench bench_smp_40x1 = {"smp_40x1", "runs", smp_40, solve, forget};
const Bench bench_smp_one = {"smp_one", "runs", smp_one, solve, forget};
const Bench bench_smp_turn_80 = {"smp_turn_80", "turns", smp_80, turn, forget};
