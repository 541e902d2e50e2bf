/* SPDX-License-Identifier: Apache-2.0 */
/* Where eight games stand, read from lanes of a block: those who weigh first. */
#include <string.h>

#include "base/sums.h"
#include "model/smp.h"

typedef struct Wanted {
    SmyiEight **array;
    size_t rows;
} Wanted;

static bool take(SmyiArena *mem, const Wanted *wanted, size_t n_wanted)
{
    bool ok = true;
    for (size_t w = 0; w < n_wanted; w++)
        ok &= (*wanted[w].array = SMYI_NEW(mem, wanted[w].rows, SmyiEight)) != NULL;
    return ok;
}

bool smyi_smp_state_new(size_t n, size_t m, SmyiArena *mem, SmyiSmpState *s)
{
    *s = (SmyiSmpState){.n = n, .m = m};
    const Wanted wanted[] = {
        {&s->live, n},         {&s->capability, n},   {&s->total, n},
        {&s->influence, n},    {&s->salience, n * m}, {&s->share, n * m},
        {&s->position, n * m}, {&s->ideal, n * m},
    };
    for (size_t k = 0; k < SMYI_EIGHT; k++) {
        s->lane[k] = SMYI_NO_LANE;
        s->actors.of[k] = 1;
    }
    return take(mem, wanted, sizeof wanted / sizeof *wanted);
}

bool smyi_smp_new(const SmyiSmpRules *rules, size_t n, size_t m, SmyiArena *mem, SmyiSmp *s)
{
    size_t deals = 1 + n * (rules->proposals == SMYI_PROPOSE_BOTH ? 2 : 1);
    *s = (SmyiSmp){.n = n, .m = m, .n_deals = deals};
    const Wanted wanted[] = {
        {&s->level, n * n},
        {&s->bend, n * n},
        {&s->p, n},
        {&s->risk, n},
        {&s->target, n},
        {&s->at_i, deals * m},
        {&s->at_j, deals * m},
        {&s->worth, deals * n},
        {&s->coalition, deals * deals},
        {&s->chance, deals * deals},
        {&s->next, n * m},
        {&s->attitude, n},
        {&s->at_own, n},
        {&s->at_i_seen, n},
        {&s->spread, n},
        {&s->level_j, n},
        {&s->bend_j, n},
        {&s->weight_j, n},
        {&s->win, n},
        {&s->gain, n},
        {&s->utility, n * n},
        {&s->option, n},
        {&s->scratch, deals * deals},
        {&s->queue_coalition, deals * deals},
        {&s->queue_chance, deals * deals},
        {&s->odds, deals},
    };
    s->queue = SMYI_NEW(mem, n * deals, size_t);
    s->length = SMYI_NEW(mem, n, size_t);
    return take(mem, wanted, sizeof wanted / sizeof *wanted) && s->queue && s->length;
}

/* c s on an issue of the game, 0 without a position. */
static double weight_of(const SmyiGame *game, size_t a, size_t i, size_t lane)
{
    size_t at = (a * game->n_issues + i) * game->n_lanes + lane;
    double p = game->position[at];
    return p == p ? game->capability[a * game->n_lanes + lane] * game->salience[at] : 0;
}

static bool weighs(const SmyiGame *game, size_t a, size_t lane)
{
    bool does = false;
    for (size_t i = 0; i < game->n_issues; i++)
        does |= weight_of(game, a, i, lane) > 0;
    return does;
}

/* What actors with weight on an issue hold there on average; 0 where nobody has. */
static double mean_position(const SmyiGame *game, size_t i, size_t lane)
{
    double weight = 0, weight_lost = 0, moment = 0, moment_lost = 0, low = 1, high = 0;
    for (size_t a = 0; a < game->n_actors; a++) {
        double w = weight_of(game, a, i, lane);
        if (!(w > 0))
            continue;
        double p = game->position[(a * game->n_issues + i) * game->n_lanes + lane];
        smyi_add(&weight, &weight_lost, w);
        smyi_add(&moment, &moment_lost, w * p);
        low = fmin(low, p), high = fmax(high, p);
    }
    double mean = (moment + moment_lost) / (weight + weight_lost);
    return weight > 0 ? fmin(fmax(mean, low), high) : 0;
}

/* Stances of actor a, which becomes number `row`. On an issue where it has no weight it stands
   for no position of its own and starts from the mean of those that have. */
static void read_actor(SmyiSmpState *s, size_t k, size_t row, const SmyiGame *game,
                       size_t a, size_t lane)
{
    s->live[row].of[k] = 1;
    s->capability[row].of[k] = game->capability[a * game->n_lanes + lane];
    s->total[row].of[k] = 0;
    for (size_t i = 0; i < s->m; i++) {
        size_t from = (a * game->n_issues + i) * game->n_lanes + lane, to = row * s->m + i;
        bool holds = weight_of(game, a, i, lane) > 0;
        double x = holds ? game->position[from] : mean_position(game, i, lane);
        s->salience[to].of[k] = holds ? game->salience[from] : 0;
        s->position[to].of[k] = s->ideal[to].of[k] = x;
        s->total[row].of[k] += s->salience[to].of[k];
    }
}

/* Saliences add up to at most 1 for everybody; shares are of their squares. */
static void weigh_issues(SmyiSmpState *s, size_t k, size_t row, double most)
{
    double largest = 0, squares = 0;
    s->total[row].of[k] /= most;
    s->influence[row].of[k] = s->capability[row].of[k] * s->total[row].of[k];
    for (size_t at = row * s->m; at < (row + 1) * s->m; at++) {
        s->salience[at].of[k] /= most;
        largest = fmax(largest, s->salience[at].of[k]);
    }
    for (size_t at = row * s->m; at < (row + 1) * s->m; at++) {
        double of_largest = s->salience[at].of[k] / largest;
        s->share[at].of[k] = of_largest * of_largest;
        squares += s->share[at].of[k];
    }
    for (size_t at = row * s->m; at < (row + 1) * s->m; at++)
        s->share[at].of[k] /= squares;
}

static void mix(uint64_t *digest, double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    *digest = (*digest ^ bits) * UINT64_C(0x9E3779B97F4A7C15);
    *digest ^= *digest >> 29;
}

/* Equal games have equal digests, whatever lane they are in and whoever is absent. */
static uint64_t digest_of(const SmyiSmpState *s, size_t k)
{
    uint64_t digest = 0;
    for (size_t a = 0; a < (size_t)s->actors.of[k]; a++) {
        mix(&digest, s->capability[a].of[k]);
        for (size_t at = a * s->m; at < (a + 1) * s->m; at++) {
            mix(&digest, s->salience[at].of[k]);
            mix(&digest, s->position[at].of[k]);
        }
    }
    return digest;
}

void smyi_smp_state_clear(SmyiSmpState *s, size_t k)
{
    for (size_t a = 0; a < s->n; a++)
        s->live[a].of[k] = s->capability[a].of[k] = s->total[a].of[k] =
            s->influence[a].of[k] = 0;
    for (size_t at = 0; at < s->n * s->m; at++)
        s->salience[at].of[k] = s->share[at].of[k] = s->position[at].of[k] =
            s->ideal[at].of[k] = 0;
    s->actors.of[k] = 1;
    s->lane[k] = SMYI_NO_LANE;
}

bool smyi_smp_state_read(SmyiSmpState *s, size_t k, const SmyiGame *game, size_t lane)
{
    size_t rows = 0;
    double most = 1;
    smyi_smp_state_clear(s, k);
    for (size_t a = 0; a < game->n_actors; a++) {
        if (!weighs(game, a, lane))
            continue;
        read_actor(s, k, rows, game, a, lane);
        most = fmax(most, s->total[rows++].of[k]);
    }
    if (rows == 0)
        return false;
    for (size_t row = 0; row < rows; row++)
        weigh_issues(s, k, row, most);
    s->actors.of[k] = (double)rows;
    s->first.of[k] = 0;
    s->rounds[k] = 0;
    s->converged[k] = false;
    s->lane[k] = lane;
    s->draw[k] = digest_of(s, k);
    return true;
}

void smyi_smp_state_copy(const SmyiSmpState *from, size_t k, SmyiSmpState *to, size_t place)
{
    const SmyiEight *const of_actor[] = {from->live, from->capability, from->total,
                                         from->influence};
    SmyiEight *const to_actor[] = {to->live, to->capability, to->total, to->influence};
    const SmyiEight *const of_stance[] = {from->salience, from->share, from->position,
                                          from->ideal};
    SmyiEight *const to_stance[] = {to->salience, to->share, to->position, to->ideal};
    for (size_t f = 0; f < 4; f++) {
        for (size_t a = 0; a < from->n; a++)
            to_actor[f][a].of[place] = of_actor[f][a].of[k];
        for (size_t at = 0; at < from->n * from->m; at++)
            to_stance[f][at].of[place] = of_stance[f][at].of[k];
    }
    to->actors.of[place] = from->actors.of[k];
    to->first.of[place] = from->first.of[k];
    to->rounds[place] = from->rounds[k];
    to->converged[place] = from->converged[k];
    to->lane[place] = from->lane[k];
    to->draw[place] = from->draw[k];
}
