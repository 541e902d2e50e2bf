/* SPDX-License-Identifier: Apache-2.0 */
/* Games small enough to write down, solved by one model, and utilities computed apart. */
#ifndef TEST_MODEL_BARGAIN_H
#define TEST_MODEL_BARGAIN_H

#include <math.h>
#include <string.h>

#include "support/support.h"

#include "model/model.h"

enum { MAX_N = 24, MAX_M = 8 };

typedef struct Case {
    size_t n, m;
    double p[MAX_N * MAX_M], s[MAX_N * MAX_M], c[MAX_N], k[MAX_N], q[MAX_M];
    bool quadratic;
} Case;

typedef struct Answer {
    double x[MAX_M];
    unsigned char status[MAX_M];
} Answer;

/** `option`: values in the order of the model's options, or NULL for the defaults. */
static inline Answer answer(const char *id, const Case *c, const double *option)
{
    Answer got = {{0}, {0}};
    const SmyiModel *model = smyi_model_find(id);
    assert_non_null(model);
    double rounds[MAX_M], defaults[8];
    smyi_model_defaults(model, defaults);
    SmyiGame game = {.n_actors = c->n,
                     .n_issues = c->m,
                     .n_lanes = 1,
                     .position = c->p,
                     .salience = c->s,
                     .capability = c->c,
                     .no_deal = c->k,
                     .status_quo = c->q,
                     .quadratic = c->quadratic};
    SmyiOutcome out = {.point = got.x, .status = got.status, .rounds = rounds};
    SmyiArena mem = {0};
    assert_int_equal(
        smyi_model_solve(model, &game, option ? option : defaults, NULL, &mem, &out),
        SMY_OK);
    smyi_arena_free(&mem);
    return got;
}

/** u_a(x) of models.md 0; NaN without any position. */
static inline double utility(const Case *c, size_t a, const double *x)
{
    double total = 0, loss = 0;
    size_t held = 0;
    for (size_t i = 0; i < c->m; i++)
        if (!isnan(c->p[a * c->m + i])) {
            total += c->s[a * c->m + i];
            held++;
        }
    for (size_t i = 0; i < c->m; i++) {
        double p = c->p[a * c->m + i], y = x[i] - p;
        if (isnan(p))
            continue;
        double share = total > 0 ? c->s[a * c->m + i] / total : 1 / (double)held;
        if (share > 0)
            loss += share * (c->quadratic ? y * y : fabs(y));
    }
    return held ? 1 - loss : (double)NAN;
}

/** Gain over no deal. */
static inline double gain(const Case *c, size_t a, const double *x)
{
    return utility(c, a, x) - utility(c, a, c->q) + c->k[a];
}

/** A stream of numbers in (0,1) that is the same everywhere; seed it with any number but 0. */
static inline double next_number(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return ((double)(*state >> 11) + .5) * 0x1p-53;
}

/** A game of round numbers (many ties) or of any numbers; some positions missing. */
static inline Case random_case(uint64_t *seed, size_t n, size_t m, bool round,
                               double missing)
{
    Case c = {.n = n, .m = m};
    for (size_t a = 0; a < n; a++) {
        for (size_t i = 0; i < m; i++) {
            double p = next_number(seed), s = next_number(seed);
            c.p[a * m + i] = round ? floor(5 * p) / 4 : p;
            c.s[a * m + i] = round ? floor(4 * s) / 4 : s;
            if (next_number(seed) < missing) {
                c.p[a * m + i] = (double)NAN;
                c.s[a * m + i] = 0;
            }
        }
        c.c[a] = round ? 1 + floor(3 * next_number(seed)) : .05 + next_number(seed);
        c.k[a] = round ? floor(3 * next_number(seed)) / 10 : .3 * next_number(seed);
    }
    for (size_t i = 0; i < m; i++)
        c.q[i] = round ? floor(5 * next_number(seed)) / 4 : next_number(seed);
    return c;
}

/** Random games that meet the edges: ties, no cost of no deal, a gain from it. */
static inline Case edge_case(uint64_t *seed, size_t n, size_t m, int trial)
{
    Case c = random_case(seed, n, m, trial % 2, trial % 3 ? 0 : .2);
    for (size_t a = 0; a < n; a++)
        c.k[a] = trial / 2 % 4 == 1 ? 0 : trial / 2 % 4 == 2 ? c.k[a] - .1 : c.k[a];
    return c;
}

#endif
