/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Solves drawn games with every model of the registry, as it stands and with every choice of its
 * options, and prints a hash of the bits of each outcome: to be compared between builds.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/random.h"
#include "model/model.h"

enum { MOST_ACTORS = 9, MOST_ISSUES = 3, MOST_OPTIONS = 64, N_KINDS = 3 };

static uint64_t hash_of(uint64_t hash, const void *bytes, size_t size)
{
    const unsigned char *at = bytes;
    for (size_t b = 0; b < size; b++)
        hash = (hash ^ at[b]) * UINT64_C(0x100000001B3);
    return hash;
}

/* Any NaN is as good as another: which one comes out is the processor's affair. */
static uint64_t hash_numbers(uint64_t hash, const double *numbers, size_t n)
{
    for (size_t k = 0; k < n; k++) {
        double x = numbers[k] == numbers[k] ? numbers[k] : -1;
        hash = hash_of(hash, &x, sizeof x);
    }
    return hash;
}

typedef struct Numbers {
    double position[MOST_ACTORS * MOST_ISSUES * SMYI_BLOCK];
    double salience[MOST_ACTORS * MOST_ISSUES * SMYI_BLOCK];
    double capability[MOST_ACTORS * SMYI_BLOCK], no_deal[MOST_ACTORS * SMYI_BLOCK];
    double status_quo[MOST_ISSUES * SMYI_BLOCK];
} Numbers;

/* Kind 0: all different. 1: gaps, and weights of 0. 2: few different numbers, and gaps. */
static double next(uint64_t *draw, int kind)
{
    double u = smyi_uniform(7, SMYI_STREAM_INPUTS, (*draw)++, 0);
    return kind == 2 ? (double)(int)(u * 5) / 4 : u;
}

static bool is_gap(uint64_t *draw, int kind)
{
    return kind > 0 && smyi_uniform(7, SMYI_STREAM_INPUTS, (*draw)++, 1) < .15;
}

static SmyiGame draw_game(Numbers *x, int kind, size_t n, size_t m, size_t lanes,
                          uint64_t draw)
{
    for (size_t c = 0; c < n * m * lanes; c++) {
        bool gap = is_gap(&draw, kind);
        x->position[c] = gap ? (double)NAN : next(&draw, kind);
        x->salience[c] = gap || is_gap(&draw, kind) ? 0 : next(&draw, kind);
    }
    for (size_t c = 0; c < n * lanes; c++) {
        x->capability[c] = is_gap(&draw, kind) ? 0 : 100 * next(&draw, kind);
        x->no_deal[c] = .3 * next(&draw, kind);
    }
    for (size_t c = 0; c < m * lanes; c++)
        x->status_quo[c] = is_gap(&draw, kind) ? (double)NAN : next(&draw, kind);
    return (SmyiGame){.n_actors = n,
                      .n_issues = m,
                      .n_lanes = lanes,
                      .position = x->position,
                      .salience = x->salience,
                      .capability = x->capability,
                      .no_deal = x->no_deal,
                      .status_quo = x->status_quo,
                      .quadratic = draw % 2 == 0};
}

static bool hash_game(const SmyiModel *model, const double *options, const SmyiGame *game,
                      uint64_t *hash)
{
    SmyiArena mem = {0}, scratch = {0};
    SmyiOutcome out;
    size_t cells = game->n_issues * game->n_lanes;
    bool ok = smyi_outcome_new(model, game->n_actors, game->n_issues, game->n_lanes, &mem,
                               &out) &&
              smyi_model_solve(model, game, options, NULL, &scratch, &out) == SMY_OK;
    if (ok) {
        *hash = hash_numbers(*hash, out.point, cells);
        *hash = hash_numbers(*hash, out.rounds, cells);
        *hash = hash_of(*hash, out.status, cells);
        for (size_t i = 0; i < game->n_issues && out.support; i++)
            for (size_t k = 0; k < game->n_lanes; k++)
                for (size_t g = 0; g < out.support; g++) {
                    size_t at = (i * out.support + g) * game->n_lanes + k;
                    if (out.status[i * game->n_lanes + k] != SMY_STATUS_OK)
                        continue; /* what no draw takes is not set */
                    *hash = hash_numbers(*hash, out.value + at, 1);
                    *hash = hash_numbers(*hash, out.mass + at, 1);
                }
    }
    smyi_arena_free(&scratch);
    smyi_arena_free(&mem);
    return ok;
}

/* Blocks that are full, odd and single; few and many actors; one issue and several. */
static bool hash_model(const SmyiModel *model, const double *options, const char *what)
{
    static const size_t shapes[][3] = {{1, 1, 64}, {2, 3, 21}, {5, 1, 64},
                                       {4, 2, 7},  {9, 1, 1},  {9, 3, 13}};
    static Numbers numbers;
    uint64_t hash = UINT64_C(0xCBF29CE484222325);
    for (int kind = 0; kind < N_KINDS; kind++)
        for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++) {
            uint64_t draw = (uint64_t)kind << 40 | (uint64_t)s << 32;
            SmyiGame game =
                draw_game(&numbers, kind, shapes[s][0], shapes[s][1], shapes[s][2], draw);
            if (!hash_game(model, options, &game, &hash))
                return false;
        }
    printf("%s %s %016llx\n", model->info.id, what, (unsigned long long)hash);
    return true;
}

static bool hash_options(const SmyiModel *model)
{
    double options[MOST_OPTIONS];
    if (model->info.n_options > MOST_OPTIONS)
        return false;
    smyi_model_defaults(model, options);
    bool ok = hash_model(model, options, "as it stands");
    for (size_t o = 0; o < model->info.n_options && ok; o++) {
        const SmyOption *option = &model->info.options[o];
        for (size_t c = 0; option->choices && option->choices[c] && ok; c++) {
            char what[128];
            if ((double)c == option->fallback)
                continue;
            (void)snprintf(what, sizeof what, "%s=%s", option->key, option->choices[c]);
            options[o] = (double)c;
            ok = hash_model(model, options, what);
        }
        options[o] = option->fallback;
    }
    return ok;
}

int main(void)
{
    const SmyiModel *model;
    bool ok = true;
    for (size_t m = 0; ok && (model = smyi_model_at(m)) != NULL; m++)
        ok = hash_options(model);
    return ok ? 0 : 1;
}
