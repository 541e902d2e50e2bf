/* SPDX-License-Identifier: Apache-2.0 */
/* Neighbouring lanes that hold the very same game: it is solved once. */
#include "analysis/alike.h"

#include <string.h>

#include "base/maths_inline.h"

/* Runs of lanes that are alike. */
typedef struct Runs {
    uint64_t differs[SMYI_BLOCK]; /* [lanes] some bit, from the lane before */
    size_t n;
    size_t first[SMYI_BLOCK]; /* [n] lane */
    size_t of[SMYI_BLOCK];    /* [lanes] run */
} Runs;

/* A pass over all that a game holds: comparing lanes, or taking the first of each run. */
typedef struct Passing {
    const SmyiGame *game;
    Runs *runs;
    bool takes;
    SmyiArena *mem;
    bool failed;
} Passing;

SMYI_KERNEL static void mark_changes(size_t n, const double *restrict row,
                                     uint64_t *restrict differs)
{
    for (size_t k = 1; k < n; k++)
        differs[k] |= smyi_bits(row[k]) ^ smyi_bits(row[k - 1]);
}

/* Rows of lanes: themselves, or in the pass that takes what is left of them. NULL: none. */
static const double *rows(Passing *p, const double *from, size_t n_rows)
{
    size_t n = p->game->n_lanes, left = p->runs->n;
    if (!p->takes || !from) {
        for (size_t r = 0; from && r < n_rows; r++)
            mark_changes(n, from + r * n, p->runs->differs);
        return from;
    }
    double *taken = SMYI_NEW(p->mem, n_rows * left, double);
    p->failed |= !taken;
    for (size_t r = 0; taken && r < n_rows; r++)
        for (size_t j = 0; j < left; j++)
            taken[r * left + j] = from[r * n + p->runs->first[j]];
    return taken;
}

static const unsigned char *flags(Passing *p, const unsigned char *from)
{
    size_t n = p->game->n_lanes, left = p->runs->n;
    if (!p->takes) {
        for (size_t k = 1; k < n; k++)
            p->runs->differs[k] |= (uint64_t)(from[k] ^ from[k - 1]);
        return from;
    }
    unsigned char *taken = SMYI_NEW(p->mem, left, unsigned char);
    p->failed |= !taken;
    for (size_t j = 0; taken && j < left; j++)
        taken[j] = from[p->runs->first[j]];
    return taken;
}

/* The first voters are the game's actors; the others have rows of their own. */
static void pass_voters(Passing *p, const SmyiGame *game, SmyiRules *rules)
{
    size_t n = game->n_lanes, cells = game->n_issues * n;
    SmyiVoter *voters = SMYI_NEW(p->mem, rules->n_voters, SmyiVoter);
    p->failed |= !voters;
    for (size_t v = 0; voters && v < rules->n_voters; v++) {
        const SmyiVoter *from = &rules->voters[v];
        if (v < game->n_actors)
            voters[v] = (SmyiVoter){game->position + v * cells, game->salience + v * cells,
                                    game->capability + v * n, game->no_deal + v * n};
        else
            voters[v] =
                (SmyiVoter){rows(p, from->position, game->n_issues),
                            rows(p, from->salience, game->n_issues),
                            rows(p, from->capability, 1), rows(p, from->no_deal, 1)};
    }
    rules->voters = voters;
}

static void pass_rules(Passing *p, SmyiGame *game)
{
    SmyiRules *rules = SMYI_NEW(p->mem, 1, SmyiRules);
    SmyiHome *homes = SMYI_NEW(p->mem, game->rules->n_homes, SmyiHome);
    p->failed |= !rules || !homes;
    if (p->failed)
        return;
    *rules = *game->rules;
    pass_voters(p, game, rules);
    for (size_t h = 0; h < rules->n_homes; h++) {
        homes[h] = rules->homes[h];
        homes[h].counts = flags(p, homes[h].counts);
    }
    rules->homes = homes;
    rules->stated = rows(p, rules->stated, game->n_actors * game->n_issues);
    rules->face = rows(p, rules->face, game->n_actors);
    game->rules = rules;
}

/* The game, or what is left of it. */
static SmyiGame pass(Passing *p)
{
    SmyiGame game = *p->game;
    game.n_lanes = p->takes ? p->runs->n : game.n_lanes;
    game.position = rows(p, game.position, game.n_actors * game.n_issues);
    game.salience = rows(p, game.salience, game.n_actors * game.n_issues);
    game.capability = rows(p, game.capability, game.n_actors);
    game.no_deal = rows(p, game.no_deal, game.n_actors);
    game.status_quo = rows(p, game.status_quo, game.n_issues);
    if (game.rules && !p->failed)
        pass_rules(p, &game);
    return game;
}

static void count_runs(size_t n, Runs *runs)
{
    for (size_t k = 0; k < n; k++) {
        if (k == 0 || runs->differs[k])
            runs->first[runs->n++] = k;
        runs->of[k] = runs->n - 1;
    }
}

/* From one lane a run to all lanes, in place: what is written stands behind what is still read. */
static void spread(const Runs *runs, size_t n_lanes, size_t n_issues, SmyiOutcome *out)
{
    for (size_t i = n_issues; i-- > 0;)
        for (size_t k = n_lanes; k-- > 0;) {
            size_t to = i * n_lanes + k, from = i * runs->n + runs->of[k];
            out->point[to] = out->point[from];
            out->status[to] = out->status[from];
            out->rounds[to] = out->rounds[from];
        }
}

SmyCode smyi_alike_solve(const SmyiSolver *solver, const SmyiGame *game, SmyiArena *mem,
                         SmyiOutcome *out)
{
    SmyiMark mark = smyi_arena_mark(mem);
    Runs runs = {.n = 0};
    Passing p = {.game = game, .runs = &runs, .mem = mem};
    SmyiGame left = pass(&p);
    count_runs(game->n_lanes, &runs);
    p.takes = runs.n < game->n_lanes;
    if (p.takes)
        left = pass(&p);
    SmyCode code =
        p.failed ? SMY_ERR_NOMEM
                 : smyi_model_solve(solver->model, &left, solver->options, NULL, mem, out);
    if (code == SMY_OK && p.takes)
        spread(&runs, game->n_lanes, game->n_issues, out);
    smyi_arena_rewind(mem, mark);
    return code;
}
