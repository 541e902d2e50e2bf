/* SPDX-License-Identifier: Apache-2.0 */
/* A round: what deals are worth, which of its own each actor elects, and where all move. */
#include "base/random.h"
#include "model/smp.h"

/* Adds the utility of a point [m] to actor a, by its own attitude to risk, to worth. */
SMYI_INLINE void add_worth(const SmyiSmp *smp, size_t a, const SmyiEight *at,
                           SmyiEight *worth)
{
    const double *risk = smp->risk[a].of;
    SmyiEight distance;
    smyi_smp_distance(smp->state, a, at, distance.of);
    SMYI_LANES
    for (size_t k = 0; k < SMYI_EIGHT; k++) {
        double level, bend;
        smyi_smp_utility(distance.of[k], &level, &bend);
        worth->of[k] += level + risk[k] * bend;
    }
}

/*
 * Utility of every deal to actor a: the mean over all actors' positions after it. Only two
 * positions change, so what it is worth above the status quo is the difference of those two.
 */
SMYI_KERNEL static void weigh_deals(const SmyiSmp *smp, size_t a)
{
    const size_t n = smp->n;
    const double *risk = smp->risk[a].of, *actors = smp->state->actors.of;
    for (size_t b = 0; b < n; b++) {
        const double *level = smp->level[a * n + b].of, *bend = smp->bend[a * n + b].of;
        double *u = smp->utility[b].of;
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++)
            u[k] = level[k] + risk[k] * bend[k];
    }
    smp->worth[a] = (SmyiEight){{0}}; /* the status quo */
    for (size_t d = 1; d < smp->n_deals; d++) {
        size_t i = (d - 1) % n;
        SmyiEight now, then = {{0}};
        for (size_t k = 0; k < SMYI_EIGHT; k++)
            now.of[k] = smp->utility[(size_t)smp->target[i].of[k]].of[k];
        add_worth(smp, a, smp->at_i + d * smp->m, &then);
        add_worth(smp, a, smp->at_j + d * smp->m, &then);
        const double *of_i = smp->utility[i].of;
        double *worth = smp->worth[d * n + a].of;
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++)
            worth[k] = (then.of[k] - (of_i[k] + now.of[k])) / actors[k];
    }
}

void smyi_smp_weigh_deals(const SmyiSmpRules *rules, SmyiSmp *smp)
{
    for (size_t a = 0; a < smp->n; a++)
        weigh_deals(smp, a);
    SmyiBallot ballot = {.m = smp->n_deals,
                         .voters = smp->n,
                         .utility = smp->worth,
                         .by_option = smp->n,
                         .by_voter = 1,
                         .weight = smp->state->capability,
                         .coalition = smp->coalition,
                         .chance = smp->chance};
    smyi_duels(rules->election.vote, rules->election.victory, &ballot);
}

/* The deals that each actor is party to in game k, after the status quo, by who proposed them. */
static void fill_queues(SmyiSmp *smp, size_t k)
{
    size_t n = smp->n, deals = smp->n_deals;
    for (size_t a = 0; a < n; a++) {
        smp->length[a] = 1;
        smp->queue[a * deals] = 0;
    }
    for (size_t i = 0; i < n; i++) {
        size_t j = (size_t)smp->target[i].of[k];
        for (size_t d = 1 + i; d < deals && i != j; d += n) {
            smp->queue[i * deals + smp->length[i]++] = d;
            smp->queue[j * deals + smp->length[j]++] = d;
        }
    }
}

/* p [m] for a queue in the conditional form, up to a common factor, in game k. */
static void unbeaten(const SmyiSmp *smp, const size_t *queue, size_t m, size_t k)
{
    double least = HUGE_VAL;
    for (size_t o = 0; o < m; o++) {
        const SmyiEight *row = smp->chance + queue[o] * smp->n_deals;
        double p = 1, aside = 0;
        for (size_t q = 0; q < m; q++)
            if (q != o)
                smyi_multiply(&p, &aside, row[queue[q]].of[k]);
        least = aside < least ? aside : least;
        smp->odds[o].of[k] = p;
        smp->scratch[o].of[k] = aside;
    }
    for (size_t o = 0; o < m; o++) {
        double *p = &smp->odds[o].of[k];
        *p = smyi_gathered(*p, smp->scratch[o].of[k], least);
    }
}

/* The same in the other forms: an election of its own. */
static void long_run(SmyiForm form, SmyiSmp *smp, const size_t *queue, size_t m, size_t k)
{
    for (size_t o = 0; o < m; o++) {
        for (size_t q = 0; q < m; q++) {
            size_t from = queue[o] * smp->n_deals + queue[q], to = o * m + q;
            smp->queue_coalition[to].of[k] = smp->coalition[from].of[k];
            smp->queue_chance[to].of[k] = smp->chance[from].of[k];
        }
    }
    SmyiBallot ballot = {.m = m,
                         .coalition = smp->queue_coalition,
                         .chance = smp->queue_chance,
                         .scratch = smp->scratch,
                         .p = smp->odds};
    smyi_elect(form, &ballot);
}

/* One of a queue of m, drawn by its chance: of actor a in this round of game k. */
static size_t drawn(const SmyiSmpRules *rules, const SmyiSmp *smp, size_t a, size_t m,
                    size_t k)
{
    const SmyiSmpState *s = smp->state;
    uint64_t number = (uint64_t)s->rounds[k] * (uint64_t)s->actors.of[k] + a;
    double u = smyi_uniform(rules->seed, SMYI_STREAM_CHOICES, s->draw[k], number);
    double all = 0, upto = 0;
    for (size_t q = 0; q < m; q++)
        all += smp->odds[q].of[k];
    size_t q = 0;
    for (; q + 1 < m; q++) {
        upto += smp->odds[q].of[k];
        if (u * all < upto)
            break;
    }
    return q;
}

/* The deal that actor a elects in game k: the most probable, the first of several; or one drawn. */
static size_t elect(const SmyiSmpRules *rules, SmyiSmp *smp, size_t a, size_t k)
{
    const size_t *queue = smp->queue + a * smp->n_deals, m = smp->length[a];
    if (m == 1)
        return 0;
    if (rules->election.form == SMYI_FORM_CONDITIONAL)
        unbeaten(smp, queue, m, k);
    else
        long_run(rules->election.form, smp, queue, m, k);
    return queue[rules->drawn ? drawn(rules, smp, a, m, k)
                              : smyi_most_probable(smp->odds, m, k)];
}

static void accept(SmyiSmp *smp, size_t a, size_t d, size_t k)
{
    bool proposed = d == 1 + a || d == 1 + smp->n + a;
    const SmyiEight *at = proposed ? smp->at_i : smp->at_j;
    for (size_t i = 0; i < smp->m; i++) {
        size_t to = a * smp->m + i;
        smp->next[to].of[k] =
            d == 0 ? smp->state->position[to].of[k] : at[d * smp->m + i].of[k];
    }
}

/* Everybody to its new place; ideals follow. Returns the sum of the distances in game k. */
static double move(const SmyiSmpRules *rules, SmyiSmp *smp, size_t k)
{
    double moved = 0, pull = rules->accommodation;
    for (size_t a = 0; a < smp->n; a++) {
        double square = 0;
        for (size_t at = a * smp->m; at < (a + 1) * smp->m; at++) {
            double *x = &smp->state->position[at].of[k],
                   *ideal = &smp->state->ideal[at].of[k];
            double next = smp->next[at].of[k];
            square += (next - *x) * (next - *x);
            *x = next;
            *ideal = pull * next + (1 - pull) * *ideal;
        }
        moved += sqrt(square);
    }
    return moved;
}

SmyiEight smyi_smp_round(const SmyiSmpRules *rules, SmyiSmp *smp)
{
    SmyiEight moved = {{0}};
    smyi_smp_bargain(rules, smp);
    smyi_smp_weigh_deals(rules, smp);
    for (size_t k = 0; k < SMYI_EIGHT; k++) {
        if (smp->state->lane[k] == SMYI_NO_LANE)
            continue;
        fill_queues(smp, k);
        for (size_t a = 0; a < smp->n; a++)
            accept(smp, a, elect(rules, smp, a, k), k);
        moved.of[k] = move(rules, smp, k);
    }
    return moved;
}
