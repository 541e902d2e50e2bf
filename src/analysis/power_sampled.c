/* SPDX-License-Identifier: Apache-2.0 */
/* Voting power of bodies too large to count: random coalitions and orders of joining. */
#include <math.h>

#include "analysis/power.h"
#include "base/random.h"

/* What one sample is put together in. */
typedef struct Sample {
    const SmyiBody *body;
    double *sum;   /* [criteria] weight so far */
    double *u;     /* [players] random numbers */
    size_t *order; /* [players] */
} Sample;

static void clear(Sample *s)
{
    for (size_t c = 0; c < s->body->n_criteria; c++)
        s->sum[c] = 0;
}

static void join(Sample *s, size_t player, double sign)
{
    for (size_t c = 0; c < s->body->n_criteria; c++)
        s->sum[c] += sign * s->body->weight[c * s->body->n_players + player];
}

/* Decimal weights add up to a quota but for rounding. */
static bool wins(const Sample *s, size_t extra, double sign)
{
    for (size_t c = 0; c < s->body->n_criteria; c++) {
        double more = sign * (extra < s->body->n_players
                                  ? s->body->weight[c * s->body->n_players + extra]
                                  : 0);
        if (!(s->sum[c] + more >= s->body->quota[c] * (1 - 1e-12)))
            return false;
    }
    return true;
}

static void draw(Sample *s, uint64_t seed, uint64_t number)
{
    smyi_uniforms(seed, SMYI_STREAM_PERMUTATIONS, number, 1, 0, s->body->n_players, s->u);
}

/* Each player in or out by the toss of a coin: who decides, given what the others did? */
static bool ask_coalition(Sample *s, double *decides)
{
    size_t n = s->body->n_players;
    clear(s);
    for (size_t a = 0; a < n; a++)
        if (s->u[a] < .5)
            join(s, a, 1);
    bool won = wins(s, n, 0);
    for (size_t a = 0; a < n; a++) {
        bool is_in = s->u[a] < .5;
        decides[a] += won != wins(s, a, is_in ? -1 : 1);
    }
    return won;
}

/* All join one by one, in a random order: who makes it win? (fisher1938) */
static void ask_order(Sample *s, double *pivots)
{
    size_t n = s->body->n_players;
    clear(s);
    for (size_t a = 0; a < n; a++)
        s->order[a] = a;
    for (size_t a = 0; a < n; a++) {
        size_t pick = a + (size_t)(s->u[a] * (double)(n - a)), player;
        pick = pick < n ? pick : n - 1;
        player = s->order[pick];
        s->order[pick] = s->order[a];
        join(s, player, 1);
        if (wins(s, n, 0)) {
            pivots[player]++;
            return;
        }
    }
}

static void share(double *count, double *error, size_t n, uint64_t samples)
{
    for (size_t a = 0; a < n; a++) {
        double p = count[a] / (double)samples;
        count[a] = p;
        error[a] = sqrt(p * (1 - p) / (double)samples);
    }
}

SmyCode smyi_power_sampled(const SmyiBody *body, uint64_t samples, uint64_t seed,
                           SmyiArena *mem, SmyiPower *out)
{
    size_t n = body->n_players;
    Sample s = {.body = body,
                .sum = SMYI_NEW(mem, body->n_criteria, double),
                .u = SMYI_NEW(mem, n, double),
                .order = SMYI_NEW(mem, n, size_t)};
    uint64_t won = 0;
    if (!s.sum || !s.u || !s.order)
        return SMY_ERR_NOMEM;
    for (size_t a = 0; a < n; a++) {
        out->shapley[a] = out->penrose[a] = 0;
        out->swings[a] = (double)NAN;
    }
    for (uint64_t k = 0; k < samples; k++) {
        draw(&s, seed, 2 * k);
        won += ask_coalition(&s, out->penrose);
        draw(&s, seed, 2 * k + 1);
        ask_order(&s, out->shapley);
    }
    share(out->shapley, out->shapley_error, n, samples);
    share(out->penrose, out->penrose_error, n, samples);
    out->passes = (double)won / (double)samples;
    return SMY_OK;
}
