/* SPDX-License-Identifier: Apache-2.0 */
/* Who offers what to whom, which offer is accepted, and the moves that follow. */
#include <math.h>

#include "model/challenge.h"
#include "model/lanes.h"

enum { WIDTH = SMYI_CHALLENGE_WIDTH };

/*
 * How offers to one mover are compared: by category, where it counts, then by two keys, each
 * made of strength and length of the move.
 */
typedef struct Keys {
    double kind_counts;                /* 1: the category goes first; else 0 */
    double strength_first, move_first; /* first key = these times strength and move */
    double strength_second, move_second;
} Keys;

static Keys keys_of(int select)
{
    int is_strongest =
        select == SMYI_SELECT_STRONGEST || select == SMYI_SELECT_CATEGORY_STRONGEST;
    int is_category =
        select == SMYI_SELECT_CATEGORY || select == SMYI_SELECT_CATEGORY_STRONGEST;
    return (Keys){.kind_counts = is_category,
                  .strength_first = is_strongest,
                  .move_first = is_strongest                 ? 0
                                : select == SMYI_SELECT_MOST ? 1
                                                             : -1,
                  .strength_second = !is_strongest,
                  .move_second = is_strongest ? -1 : 0};
}

/*
 * The dyad (i, j) in the eyes of i (B.3). Whoever expects more, and gains, wins; the other is
 * the mover. Both gain: a conflict. One gains, the other loses as much or more: compelled to go
 * all the way; loses less: a compromise, |loss| / gain of the way. `open` [WIDTH]: 0 bars it.
 * winner_is_i [WIDTH]: 1 where i moves j, -1 where j moves i, 0 where nobody moves.
 */
SMYI_INLINE void meet(const SmyiChallengeRules *rules, const SmyiChallengeRound *r,
                      Keys keys, size_t i, size_t j, const double *open,
                      SmyiChallengeOffer *offer, double *winner_is_i)
{
    const size_t width = smyi_challenge_lanes(r);
    const double *x = r->position + i * WIDTH, *y = r->position + j * WIDTH;
    const double *wx = r->weight + i * WIDTH, *wy = r->weight + j * WIDTH;
    const double *expected = r->expected + (i * r->n + j) * WIDTH;
    const double *answer = r->answer + (i * r->n + j) * WIDTH;
    const double *d = r->distance + (i * r->n + j) * WIDTH;
    const SmyiMask no_fights = rules->conflict == SMYI_CONFLICT_NONE ? SMYI_YES : 0;
    const SmyiMask full_loser = rules->conflict == SMYI_CONFLICT_LOSER_FULL ? SMYI_YES : 0;
    const SmyiMask no_compels = rules->full_compel ? 0 : SMYI_YES;
    for (size_t k = 0; k < width; k++) {
        double a = expected[k], b = answer[k];
        SmyiMask i_wins = smyi_above(a, b);
        double high = smyi_choose(i_wins, a, b), low = smyi_choose(i_wins, b, a),
               size = fabs(low);
        SmyiMask conflict = smyi_above(low, 0), clear = smyi_beats(high, size);
        SmyiMask compel = ~conflict & ~clear,
                 all_the_way = compel | (conflict & full_loser);
        SmyiMask seated =
            smyi_above(wx[k], 0) & smyi_above(wy[k], 0) & smyi_above(open[k], 0);
        SmyiMask live = smyi_above(high, 1e-9) & smyi_above(size, 1e-9) & seated &
                        smyi_above(d[k], 1e-9);
        live &= ~(conflict & (no_fights | ~clear)) & ~(compel & no_compels);
        double winner = smyi_choose(i_wins, x[k], y[k]),
               loser = smyi_choose(i_wins, y[k], x[k]);
        double way = size / smyi_choose(smyi_above(high, 1e-9), high, 1);
        double target = smyi_choose(all_the_way, winner, loser + (winner - loser) * way);
        double move = fabs(target - loser);
        double milder = smyi_choose(compel, SMYI_OFFER_COMPEL, SMYI_OFFER_COMPROMISE);
        winner_is_i[k] = smyi_choose(live, smyi_choose(i_wins, 1, -1), 0);
        offer->kind[k] = smyi_choose(conflict, SMYI_OFFER_CONFLICT, milder);
        offer->target[k] = target;
        offer->strength[k] = high;
        offer->first[k] = keys.strength_first * high + keys.move_first * move;
        offer->second[k] = keys.strength_second * high + keys.move_second * move;
    }
}

/* Puts an offer before the mover's best so far where `winner` is `side`; ties: the lower proposer. */
SMYI_INLINE void consider(double kind_counts, size_t width, SmyiChallengeOffer *best,
                          const SmyiChallengeOffer *offer, const double *winner,
                          double side, double from)
{
    for (size_t k = 0; k < width; k++) {
        double by_kind = kind_counts * (offer->kind[k] - best->kind[k]);
        SmyiMask first_wins = smyi_beats(offer->first[k], best->first[k]);
        SmyiMask first_loses = smyi_beats(-offer->first[k], -best->first[k]);
        SmyiMask second_wins = smyi_beats(offer->second[k], best->second[k]);
        SmyiMask second_loses = smyi_beats(-offer->second[k], -best->second[k]);
        SmyiMask wins = second_wins | (~second_loses & smyi_above(best->from[k], from));
        wins = first_wins | (~first_loses & wins);
        wins = smyi_above(by_kind, 0) | (~smyi_above(0, by_kind) & wins);
        wins = (wins | ~smyi_above(best->kind[k], 0)) & smyi_above(winner[k] * side, 0);
        best->kind[k] = smyi_choose(wins, offer->kind[k], best->kind[k]);
        best->target[k] = smyi_choose(wins, offer->target[k], best->target[k]);
        best->strength[k] = smyi_choose(wins, offer->strength[k], best->strength[k]);
        best->from[k] = smyi_choose(wins, from, best->from[k]);
        best->first[k] = smyi_choose(wins, offer->first[k], best->first[k]);
        best->second[k] = smyi_choose(wins, offer->second[k], best->second[k]);
    }
}

/* open[k] = 1 where j is the one of whom i expects most; ties go to the lower index. */
SMYI_INLINE void best_targets(const SmyiChallengeRound *r, size_t i, double *choice)
{
    const size_t width = smyi_challenge_lanes(r);
    double most[WIDTH];
    for (size_t k = 0; k < width; k++) {
        most[k] = (double)-INFINITY;
        choice[k] = -1;
    }
    for (size_t j = 0; j < r->n; j++) {
        const double *a = r->expected + (i * r->n + j) * WIDTH, *w = r->weight + j * WIDTH;
        for (size_t k = 0; k < width; k++) {
            int wins = (j != i) & (w[k] > 0) & (a[k] > most[k] + 1e-12 * fabs(a[k]));
            most[k] = wins ? a[k] : most[k];
            choice[k] = wins ? (double)j : choice[k];
        }
    }
}

SMYI_INLINE void all_dyads(const SmyiChallengeRules *rules, const SmyiChallengeRound *r)
{
    const Keys keys = keys_of(rules->select);
    const size_t width = smyi_challenge_lanes(r);
    double open[WIDTH], choice[WIDTH];
    for (size_t k = 0; k < width; k++)
        open[k] = 1;
    for (size_t i = 0; i < r->n; i++) {
        if (rules->offers == SMYI_OFFERS_BEST)
            best_targets(r, i, choice);
        for (size_t j = rules->offers == SMYI_OFFERS_PAIR ? i + 1 : 0; j < r->n; j++) {
            const double *a = r->expected + (i * r->n + j) * WIDTH;
            if (j == i)
                continue;
            if (rules->offers == SMYI_OFFERS_INITIATOR)
                for (size_t k = 0; k < width; k++)
                    open[k] = a[k] > 0 ? 1 : 0;
            if (rules->offers == SMYI_OFFERS_BEST)
                for (size_t k = 0; k < width; k++)
                    open[k] = choice[k] == (double)j ? 1 : 0;
            SmyiChallengeOffer offer;
            double winner[WIDTH];
            meet(rules, r, keys, i, j, open, &offer, winner);
            consider(keys.kind_counts, width, &r->accepted[j], &offer, winner, 1,
                     (double)i);
            consider(keys.kind_counts, width, &r->accepted[i], &offer, winner, -1,
                     (double)j);
        }
    }
}

SMYI_KERNEL static void offers(const SmyiChallengeRules *rules, SmyiChallengeRound *r)
{
    const size_t width = smyi_challenge_lanes(r);
    for (size_t a = 0; a < r->n; a++) {
        const double *x = r->position + a * WIDTH;
        SmyiChallengeOffer none = {.kind = {SMYI_OFFER_NONE}};
        for (size_t k = 0; k < width; k++) {
            none.target[k] = x[k];
            none.from[k] = -1;
        }
        r->accepted[a] = none;
    }
    all_dyads(rules, r);
}

void smyi_challenge_offers(const SmyiChallengeRules *rules, SmyiChallengeRound *round)
{
    offers(rules, round);
}

void smyi_challenge_move(SmyiChallengeRound *round)
{
    for (size_t k = 0; k < WIDTH; k++)
        round->moved[k] = 0;
    for (size_t a = 0; a < round->n; a++) {
        double *x = round->position + a * WIDTH;
        const double *to = round->accepted[a].target;
        for (size_t k = 0; k < WIDTH; k++) {
            round->moved[k] = x[k] != to[k] ? 1 : round->moved[k];
            x[k] = to[k];
        }
    }
}
