/* SPDX-License-Identifier: Apache-2.0 */
/* Challenges: the chance and the gain an actor sees, with third parties on either side. */
#include "model/lanes.h"
#include "model/smp.h"

/* Strength of either side before anybody supports it. */
#define SIDE_FLOOR 1e-10
/* A challenge that gains no more is not made. */
#define LEAST_GAIN 1e-5

/*
 * A challenge of actor i to one j, as the view in smp->attitude, at_own, at_i_seen, spread has
 * it: what attitude to risk each has, and what its own and i's position are worth to it.
 */
typedef struct Contest {
    size_t i;
    size_t skip; /* third party that weighs nothing here; n: none */
    const SmyiEight *level_j,
        *bend_j; /* of j's position to each actor, `step` rows apart */
    size_t step;
    const SmyiEight *weight; /* [n] of each as a third party */
    const double *influence_j, *total_j, *at_i_to_j, *own_to_j; /* of j */
} Contest;

/* Strength of the two sides. */
typedef struct Sides {
    SmyiEight i, j;
} Sides;

/* Principals: i prefers its own position to j's, and j the reverse. */
SMYI_INLINE Sides principals(SmyiVote vote, const SmyiSmp *smp, const Contest *c,
                             SmyiEight *stake)
{
    const double *level = c->level_j[c->i * c->step].of,
                 *bend = c->bend_j[c->i * c->step].of;
    const double *attitude = smp->attitude[c->i].of, *own = smp->at_own[c->i].of;
    const double *w = smp->state->influence[c->i].of;
    Sides alone;
    SMYI_LANES
    for (size_t k = 0; k < SMYI_EIGHT; k++) {
        stake->of[k] = own[k] - (level[k] + attitude[k] * bend[k]);
        double by_i = w[k] * smyi_vote_in_contest(vote, stake->of[k]);
        double less = c->at_i_to_j[k] - c->own_to_j[k];
        double by_j = c->influence_j[k] * smyi_vote_in_contest(vote, less);
        double one = smyi_in_favour(by_i), two = smyi_in_favour(by_j);
        alone.i.of[k] = SIDE_FLOOR + one + two;
        alone.j.of[k] = SIDE_FLOOR + (one - by_i) + (two - by_j);
    }
    return alone;
}

/* Third party t joins the side that it expects more of. */
SMYI_INLINE void join(SmyiVote vote, const SmyiSmp *smp, const Contest *c, size_t t,
                      const Sides *alone, Sides *all)
{
    const double *level = c->level_j[t * c->step].of, *bend = c->bend_j[t * c->step].of;
    const double *attitude = smp->attitude[t].of, *at_i = smp->at_i_seen[t].of;
    const double *own = smp->at_own[t].of, *spread = smp->spread[t].of;
    const double *w = c->weight[t].of;
    SMYI_LANES
    for (size_t k = 0; k < SMYI_EIGHT; k++) {
        double at_j = level[k] + attitude[k] * bend[k];
        double leaning = w[k] * smyi_vote_in_contest(vote, at_i[k] - at_j);
        double p = smyi_smp_prevail(alone->i.of[k], alone->j.of[k], leaning);
        double more = smyi_smp_preference(SMYI_COMMIT_SEMI, p, at_j, own[k], spread[k]);
        double cast = w[k] * smyi_vote(vote, more), to_i = smyi_in_favour(cast);
        all->i.of[k] += to_i;
        all->j.of[k] += to_i - cast;
    }
}

/*
 * Only SEMI needs the third parties: under the others they prefer neither side.
 *
 * The gain is (1 - S_j) 2 u_ii + S_j (p 2 u_ii + (1-p) 2 u_ij) - u_ii - u_ij, which is
 * (u_ii - u_ij) (1 - 2 S_j (1 - p)).
 */
SMYI_INLINE void contest_by(SmyiVote vote, SmyiCommit commit, const SmyiSmp *smp,
                            const Contest *c, double *win, double *gain)
{
    SmyiEight stake;
    Sides alone = principals(vote, smp, c, &stake), all = alone;
    for (size_t t = 0; t < smp->n && commit == SMYI_COMMIT_SEMI; t++)
        if (t != c->i && t != c->skip)
            join(vote, smp, c, t, &alone, &all);
    SMYI_LANES
    for (size_t k = 0; k < SMYI_EIGHT; k++) {
        double p = all.i.of[k] / (all.i.of[k] + all.j.of[k]);
        win[k] = p;
        gain[k] = stake.of[k] * (1 - 2 * c->total_j[k] * (1 - p));
    }
}

/* How an observer with attitude `own` sees i's position and everybody's own. */
SMYI_INLINE void look(double known, const double *own, const SmyiSmp *smp, size_t i)
{
    for (size_t a = 0; a < smp->n; a++) {
        const size_t of_i = a * smp->n + i, of_own = a * smp->n + a;
        const double *risk = smp->risk[a].of;
        const double *level_i = smp->level[of_i].of, *bend_i = smp->bend[of_i].of;
        const double *level_own = smp->level[of_own].of, *bend_own = smp->bend[of_own].of;
        double *attitude = smp->attitude[a].of, *at_own = smp->at_own[a].of;
        double *at_i = smp->at_i_seen[a].of, *spread = smp->spread[a].of;
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++) {
            double r = smyi_smp_estimate(known, own[k], risk[k]);
            double there = level_i[k] + r * bend_i[k];
            double here = level_own[k] + r * bend_own[k];
            attitude[k] = r;
            at_i[k] = there;
            at_own[k] = here;
            spread[k] = 2 * here - there;
        }
    }
}

/* All challenges of i in its own eyes. */
SMYI_INLINE void challenge_all(SmyiVote vote, const SmyiSmpRules *rules, SmyiSmp *smp,
                               size_t i)
{
    const SmyiSmpState *s = smp->state;
    look(rules->known, smp->risk[i].of, smp, i);
    for (size_t j = 0; j < smp->n; j++) {
        const Contest c = {.i = i,
                           .skip = j,
                           .level_j = smp->level + j,
                           .bend_j = smp->bend + j,
                           .step = smp->n,
                           .weight = s->influence,
                           .influence_j = s->influence[j].of,
                           .total_j = s->total[j].of,
                           .at_i_to_j = smp->at_i_seen[j].of,
                           .own_to_j = smp->at_own[j].of};
        double *win = smp->win[j].of, *gain = smp->gain[j].of;
        const double *live_i = s->live[i].of, *live_j = s->live[j].of;
        const double others = i == j ? 0 : 1;
        if (i != j)
            contest_by(vote, rules->commit, smp, &c, win, gain);
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++) {
            double takes_place = others * live_i[k] * live_j[k];
            win[k] = takes_place > 0 ? win[k] : .5;
            gain[k] = takes_place > 0 ? gain[k] : 0;
        }
    }
}

/* One copy of the loops for each rule, so that the rule is decided outside them. */
SMYI_KERNEL static void challenges(const SmyiSmpRules *rules, SmyiSmp *smp, size_t i)
{
    switch (rules->election.vote) {
#define X(vote, name)                                                                      \
    case vote:                                                                             \
        challenge_all(vote, rules, smp, i);                                                \
        break;
        SMYI_VOTES(X)
#undef X
    }
}

SMYI_KERNEL static void contest(const SmyiSmpRules *rules, const SmyiSmp *smp,
                                const Contest *c, double *win, double *gain)
{
    switch (rules->election.vote) {
#define X(vote, name)                                                                      \
    case vote:                                                                             \
        contest_by(vote, rules->commit, smp, c, win, gain);                                \
        break;
        SMYI_VOTES(X)
#undef X
    }
}

/* The best target; a later one must be better by more than rounding. */
SMYI_KERNEL static void choose(const SmyiSmp *smp, double *target, double *win)
{
    SmyiEight most;
    SMYI_LANES
    for (size_t k = 0; k < SMYI_EIGHT; k++)
        most.of[k] = LEAST_GAIN;
    for (size_t j = 0; j < smp->n; j++) {
        const double *gain = smp->gain[j].of, *chance = smp->win[j].of;
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++) {
            SmyiMask is_best = smyi_beats(gain[k], most.of[k]);
            most.of[k] = smyi_choose(is_best, gain[k], most.of[k]);
            target[k] = smyi_choose(is_best, (double)j, target[k]);
            win[k] = smyi_choose(is_best, chance[k], win[k]);
        }
    }
}

void smyi_smp_challenges(const SmyiSmpRules *rules, SmyiSmp *smp, size_t i)
{
    challenges(rules, smp, i);
}

SmyiEight smyi_smp_choose_target(const SmyiSmpRules *rules, SmyiSmp *smp, size_t i)
{
    SmyiEight win;
    for (size_t k = 0; k < SMYI_EIGHT; k++) {
        smp->target[i].of[k] = (double)i;
        win.of[k] = .5;
    }
    challenges(rules, smp, i);
    choose(smp, smp->target[i].of, win.of);
    return win;
}

/* Each game has another target: what the challenge is about is gathered from their rows. */
void smyi_smp_seen_by_target(const SmyiSmpRules *rules, SmyiSmp *smp, size_t i,
                             SmyiEight *win, SmyiEight *gain)
{
    const SmyiSmpState *s = smp->state;
    SmyiEight own, influence, total, at_i, at_own;
    size_t target[SMYI_EIGHT], n = smp->n;
    for (size_t k = 0; k < SMYI_EIGHT; k++) {
        target[k] = (size_t)smp->target[i].of[k];
        own.of[k] = smp->risk[target[k]].of[k];
    }
    look(rules->known, own.of, smp, i);
    for (size_t k = 0; k < SMYI_EIGHT; k++) {
        size_t j = target[k];
        influence.of[k] = s->influence[j].of[k];
        total.of[k] = s->total[j].of[k];
        at_i.of[k] = smp->at_i_seen[j].of[k];
        at_own.of[k] = smp->at_own[j].of[k];
        for (size_t a = 0; a < n; a++) {
            smp->level_j[a].of[k] = smp->level[a * n + j].of[k];
            smp->bend_j[a].of[k] = smp->bend[a * n + j].of[k];
            smp->weight_j[a].of[k] = a == j ? 0 : s->influence[a].of[k];
        }
    }
    const Contest c = {
        i,        n,       smp->level_j, smp->bend_j, 1, smp->weight_j, influence.of,
        total.of, at_i.of, at_own.of};
    contest(rules, smp, &c, win->of, gain->of);
}
