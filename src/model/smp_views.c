/* SPDX-License-Identifier: Apache-2.0 */
/* What positions are worth to each actor, how bold it is, and which position would win. */
#include "model/smp.h"

SMYI_KERNEL static void value_positions(const SmyiSmp *smp)
{
    for (size_t row = 0; row < smp->n * smp->n; row++) {
        size_t a = row / smp->n, b = row % smp->n;
        double *level = smp->level[row].of, *bend = smp->bend[row].of;
        SmyiEight distance;
        smyi_smp_distance(smp->state, a, smp->state->position + b * smp->m, distance.of);
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++)
            smyi_smp_utility(distance.of[k], &level[k], &bend[k]);
    }
}

/* Lowest and highest chance of those who take part. */
SMYI_INLINE void range_of(const SmyiSmp *smp, double *low, double *high)
{
    for (size_t k = 0; k < SMYI_EIGHT; k++) {
        low[k] = HUGE_VAL;
        high[k] = 0;
    }
    for (size_t a = 0; a < smp->n; a++) {
        const double *p = smp->p[a].of, *live = smp->state->live[a].of;
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++) {
            double at_least = live[k] > 0 ? p[k] : HUGE_VAL;
            low[k] = at_least < low[k] ? at_least : low[k];
            high[k] = p[k] > high[k] ? p[k] : high[k];
        }
    }
}

/* 0 where all chances are equal, and for those who take no part. */
SMYI_KERNEL static void attitudes(SmyiRiskRange range, const SmyiSmp *smp)
{
    SmyiEight low, high;
    range_of(smp, low.of, high.of);
    for (size_t a = 0; a < smp->n; a++) {
        const double *p = smp->p[a].of, *live = smp->state->live[a].of;
        double *risk = smp->risk[a].of;
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++) {
            double lowest = low.of[k], width = high.of[k] - lowest;
            int differ = (width > SMYI_VOTE_TOL * high.of[k]) & (live[k] > 0);
            double r = smyi_smp_risk(range, p[k], lowest, lowest + (differ ? width : 1));
            risk[k] = differ ? r : 0;
        }
    }
}

/* The election among the actors' positions, row a n + b of `utility` being b's to a. */
static void elect_position(const SmyiElection *how, SmyiSmp *smp, const SmyiEight *utility,
                           const SmyiEight *live)
{
    SmyiBallot ballot = {.m = smp->n,
                         .voters = smp->n,
                         .utility = utility,
                         .by_option = 1,
                         .by_voter = smp->n,
                         .weight = smp->state->capability,
                         .live = live,
                         .coalition = smp->coalition,
                         .chance = smp->chance,
                         .scratch = smp->scratch,
                         .p = smp->p};
    smyi_duels(how->vote, how->victory, &ballot);
    smyi_elect(how->form, &ballot);
}

void smyi_smp_view(const SmyiSmpRules *rules, SmyiSmp *smp)
{
    value_positions(smp);
    elect_position(&rules->risk, smp, smp->level, smp->state->live);
    attitudes(rules->range, smp);
}

/* Does a stand more than `same` away from b, in game k? */
static bool stand_apart(const SmyiSmpState *s, size_t a, size_t b, size_t k, double same)
{
    double square = 0;
    for (size_t i = 0; i < s->m; i++) {
        double away = s->position[a * s->m + i].of[k] - s->position[b * s->m + i].of[k];
        square += away * away;
    }
    return sqrt(square) > same;
}

/* An actor's position is an option unless an earlier option stands there. */
static void find_options(const SmyiSmp *smp, double same, size_t k)
{
    for (size_t a = 0; a < smp->n; a++) {
        bool is_new = smp->state->live[a].of[k] > 0;
        for (size_t b = 0; b < a && is_new; b++)
            if (smp->option[b].of[k] > 0)
                is_new = stand_apart(smp->state, a, b, k, same);
        smp->option[a].of[k] = is_new ? 1 : 0;
    }
}

void smyi_smp_elect(const SmyiSmpRules *rules, SmyiSmp *smp)
{
    for (size_t k = 0; k < SMYI_EIGHT; k++)
        find_options(smp, rules->same, k);
    for (size_t row = 0; row < smp->n * smp->n; row++) {
        const double *risk = smp->risk[row / smp->n].of;
        for (size_t k = 0; k < SMYI_EIGHT; k++)
            smp->utility[row].of[k] =
                smp->level[row].of[k] + risk[k] * smp->bend[row].of[k];
    }
    elect_position(&rules->election, smp, smp->utility, smp->option);
}
