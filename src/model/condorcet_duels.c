/* SPDX-License-Identifier: Apache-2.0 */
/* Duels: how strong each option's supporters are against each other's, and who then wins. */
#include "model/condorcet_election.h"

const char *const smyi_votes[] = {
#define X(vote, name) name,
    SMYI_VOTES(X)
#undef X
        NULL};
const char *const smyi_victories[] = {
#define X(victory, name) name,
    SMYI_VICTORIES(X)
#undef X
        NULL};

/* Adds what one voter gives A against B, and B against A. */
SMYI_INLINE void cast(SmyiVote vote, const double *weight, const double *at_a,
                      const double *at_b, double *plus, double *minus)
{
    SMYI_LANES
    for (size_t k = 0; k < SMYI_EIGHT; k++) {
        double d = at_a[k] - at_b[k], w = weight[k];
        double ours = w * smyi_vote(vote, d), to_a = smyi_in_favour(ours);
        double odd = to_a - ours, own = smyi_in_favour(w * smyi_vote(vote, -d));
        plus[k] += to_a;
        minus[k] += smyi_vote_is_odd(vote) ? odd : own;
    }
}

/* C of options a and b, both ways. */
SMYI_INLINE void meet(SmyiVote vote, SmyiBallot *t, size_t a, size_t b)
{
    const SmyiEight *at_a = t->utility + a * t->by_option;
    const SmyiEight *at_b = t->utility + b * t->by_option;
    const size_t step = t->by_voter;
    SmyiEight plus, minus;
    SMYI_LANES
    for (size_t k = 0; k < SMYI_EIGHT; k++)
        plus.of[k] = minus.of[k] = SMYI_COALITION_FLOOR;
    for (size_t v = 0; v < t->voters; v++)
        cast(vote, t->weight[v].of, at_a[v * step].of, at_b[v * step].of, plus.of,
             minus.of);
    t->coalition[a * t->m + b] = plus;
    t->coalition[b * t->m + a] = minus;
}

SMYI_INLINE void coalitions(SmyiVote vote, SmyiBallot *t)
{
    for (size_t a = 0; a < t->m; a++) {
        for (size_t k = 0; k < SMYI_EIGHT; k++)
            t->coalition[a * t->m + a].of[k] = SMYI_COALITION_FLOOR;
        for (size_t b = a + 1; b < t->m; b++)
            meet(vote, t, a, b);
    }
}

/* P of all pairs; of an option against itself 1/2, whatever the rule. */
SMYI_INLINE void chances(SmyiVictory victory, SmyiBallot *t)
{
    for (size_t a = 0; a < t->m; a++) {
        for (size_t b = 0; b < t->m; b++) {
            const double *ours = t->coalition[a * t->m + b].of;
            const double *theirs = t->coalition[b * t->m + a].of;
            double *win = t->chance[a * t->m + b].of;
            SMYI_LANES
            for (size_t k = 0; k < SMYI_EIGHT; k++)
                win[k] = smyi_victory(victory, ours[k], theirs[k]);
        }
    }
}

/* One copy of a loop for each rule, so that the rule is decided outside it. */
SMYI_KERNEL static void duels(SmyiVote vote, SmyiVictory victory, SmyiBallot *ballot)
{
    switch (vote) {
#define X(rule, name)                                                                      \
    case rule:                                                                             \
        coalitions(rule, ballot);                                                          \
        break;
        SMYI_VOTES(X)
#undef X
    }
    switch (victory) {
#define X(rule, name)                                                                      \
    case rule:                                                                             \
        chances(rule, ballot);                                                             \
        break;
        SMYI_VICTORIES(X)
#undef X
    }
}

void smyi_duels(SmyiVote vote, SmyiVictory victory, SmyiBallot *ballot)
{
    duels(vote, victory, ballot);
}
