/* SPDX-License-Identifier: Apache-2.0 */
/* Bargains: where a challenger and the challenged would meet, issue by issue. */
#include "model/smp.h"

/* Whoever proposes keeps this much of its own, however weak. */
#define OWN_PULL 1e-6

/* The mean of both positions by these weights; within the scale, whatever the weights. */
SMYI_INLINE double between(int rounded, double x_i, double x_j, double w_i, double w_j)
{
    double at = (w_i * x_i + w_j * x_j) / (w_i + w_j);
    if (rounded)
        at = floor(.5 + 1e4 * at) / 1e4;
    at = at > 0 ? at : 0;
    return at < 1 ? at : 1;
}

/* From x towards y: what the one insists on against what the other does. */
SMYI_INLINE double concede(double x, double y, double push, double hold)
{
    return x + push / (push + OWN_PULL + hold) * (y - x);
}

SMYI_INLINE void meet(SmyiMeeting meeting, int rounded, double x_i, double x_j, double s_i,
                      double s_j, double p, double *at_i, double *at_j)
{
    if (meeting == SMYI_MEET_S2PMAX) {
        double lead = 2 * p - 1, doubt_j = lead > 0 ? lead : 0, doubt_i = doubt_j - lead;
        double i2 = s_i * s_i, j2 = s_j * s_j;
        *at_i = concede(x_i, x_j, doubt_i * j2, (1 - doubt_i) * i2);
        *at_j = concede(x_j, x_i, doubt_j * i2, (1 - doubt_j) * j2);
        return;
    }
    double w_i = s_i * p, w_j = s_j * (1 - p);
    w_i = meeting == SMYI_MEET_S2P2 ? w_i * w_i : w_i;
    w_j = meeting == SMYI_MEET_S2P2 ? w_j * w_j : w_j;
    *at_i = between(rounded, x_i, x_j, w_i + OWN_PULL, w_j);
    *at_j = between(rounded, x_i, x_j, w_i, w_j + OWN_PULL);
}

void smyi_smp_meet(SmyiMeeting meeting, bool rounded, double x_i, double x_j, double s_i,
                   double s_j, double p, double *at_i, double *at_j)
{
    meet(meeting, rounded, x_i, x_j, s_i, s_j, p, at_i, at_j);
}

/* One issue of the deal of i and its target: positions, saliences, the chance of i. */
typedef struct Table {
    SmyiEight x_i, x_j, s_i, s_j, p, at_i, at_j;
} Table;

SMYI_INLINE void meet_by(SmyiMeeting meeting, int rounded, Table *t)
{
    SMYI_LANES
    for (size_t k = 0; k < SMYI_EIGHT; k++)
        meet(meeting, rounded, t->x_i.of[k], t->x_j.of[k], t->s_i.of[k], t->s_j.of[k],
             t->p.of[k], &t->at_i.of[k], &t->at_j.of[k]);
}

SMYI_KERNEL static void meet_all(const SmyiSmpRules *rules, Table *t)
{
    if (rules->meeting == SMYI_MEET_S2PMAX)
        meet_by(SMYI_MEET_S2PMAX, 0, t);
    else if (rules->rounded)
        meet_by(rules->meeting, 1, t);
    else if (rules->meeting == SMYI_MEET_S1P1)
        meet_by(SMYI_MEET_S1P1, 0, t);
    else
        meet_by(SMYI_MEET_S2P2, 0, t);
}

/* What row (target, issue) of an array holds in each game. */
static SmyiEight of_target(const SmyiSmp *smp, const SmyiEight *array, size_t i,
                           size_t issue)
{
    SmyiEight row;
    for (size_t k = 0; k < SMYI_EIGHT; k++)
        row.of[k] = array[(size_t)smp->target[i].of[k] * smp->m + issue].of[k];
    return row;
}

/* Deal d: the bargain of i and its target if the chance of i is p. */
static void propose(const SmyiSmpRules *rules, SmyiSmp *smp, size_t d, size_t i,
                    const SmyiEight *p)
{
    const SmyiSmpState *s = smp->state;
    for (size_t issue = 0; issue < smp->m; issue++) {
        Table table = {.x_i = s->position[i * smp->m + issue],
                       .x_j = of_target(smp, s->position, i, issue),
                       .s_i = s->salience[i * smp->m + issue],
                       .s_j = of_target(smp, s->salience, i, issue),
                       .p = *p};
        meet_all(rules, &table);
        smp->at_i[d * smp->m + issue] = table.at_i;
        smp->at_j[d * smp->m + issue] = table.at_j;
    }
}

/* Makes deal d, proposed by i, the average of itself and deal `other`. */
static void average(const SmyiSmpRules *rules, SmyiSmp *smp, size_t d, size_t i,
                    size_t other)
{
    const SmyiEight *weight =
        rules->by_salience ? smp->state->total : smp->state->influence;
    for (size_t k = 0; k < SMYI_EIGHT; k++) {
        double w_i = weight[i].of[k], w_j = weight[(size_t)smp->target[i].of[k]].of[k];
        double all = w_i + w_j > 0 ? w_i + w_j : 1;
        for (size_t issue = 0; issue < smp->m; issue++) {
            size_t at = d * smp->m + issue, from = other * smp->m + issue;
            double *at_i = &smp->at_i[at].of[k], *at_j = &smp->at_j[at].of[k];
            *at_i = (w_i * *at_i + w_j * smp->at_i[from].of[k]) / all;
            *at_j = (w_i * *at_j + w_j * smp->at_j[from].of[k]) / all;
        }
    }
}

void smyi_smp_bargain(const SmyiSmpRules *rules, SmyiSmp *smp)
{
    for (size_t i = 0; i < smp->n; i++) {
        SmyiEight win = smyi_smp_choose_target(rules, smp, i), gain;
        propose(rules, smp, 1 + i, i, &win);
        if (rules->proposals == SMYI_PROPOSE_INIT)
            continue;
        smyi_smp_seen_by_target(rules, smp, i, &win, &gain);
        const SmyiEight *p = rules->receiver_gain ? &gain : &win;
        bool both = rules->proposals == SMYI_PROPOSE_BOTH;
        size_t other = both ? 1 + smp->n + i : 0; /* nobody looks at the status quo's row */
        propose(rules, smp, other, i, p);
        if (!both)
            average(rules, smp, 1 + i, i, other);
    }
}
