/* SPDX-License-Identifier: Apache-2.0 */
/* Elections from the chances of duels: who beats everybody, or who is favourite in the long run. */
#include "model/condorcet_election.h"

const char *const smyi_forms[] = {"conditional", "uniform", "incentive", "ranking", NULL};
const char *const smyi_ktab_forms[] = {"conditional", "uniform", "incentive", NULL};

static const SmyiEight everywhere = {{1, 1, 1, 1, 1, 1, 1, 1}};

/* 1 in the games in which there is this option. */
SMYI_INLINE const double *live(const SmyiBallot *t, size_t option)
{
    return t->live ? t->live[option].of : everywhere.of;
}

/* p_A ~ prod_B P_AB, not yet summing to 1; P_AA is the same for all and left out. */
SMYI_INLINE void multiply_chances(const SmyiBallot *t, size_t a)
{
    const double *here = live(t, a);
    SmyiEight product, aside;
    SMYI_LANES
    for (size_t k = 0; k < SMYI_EIGHT; k++) {
        product.of[k] = here[k];
        aside.of[k] = here[k] > 0 ? 0 : HUGE_VAL;
    }
    for (size_t b = 0; b < t->m; b++) {
        const double *win = t->chance[a * t->m + b].of, *there = live(t, b);
        if (a == b)
            continue;
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++)
            smyi_multiply(&product.of[k], &aside.of[k], there[k] > 0 ? win[k] : 1);
    }
    t->p[a] = product;
    t->scratch[a] = aside;
}

/* Who beats everybody. */
SMYI_INLINE void unbeaten(const SmyiBallot *t)
{
    SmyiEight least;
    for (size_t k = 0; k < SMYI_EIGHT; k++)
        least.of[k] = HUGE_VAL;
    for (size_t a = 0; a < t->m; a++) {
        multiply_chances(t, a);
        const double *aside = t->scratch[a].of;
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++)
            least.of[k] = aside[k] < least.of[k] ? aside[k] : least.of[k];
    }
    for (size_t a = 0; a < t->m; a++) {
        double *p = t->p[a].of;
        const double *aside = t->scratch[a].of;
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++)
            p[k] = smyi_gathered(p[k], aside[k], least.of[k]);
    }
}

/* scratch, row (from, to): how often favourite b gives way to each other, up to a factor. */
SMYI_INLINE void succeed(SmyiForm form, const SmyiBallot *t, size_t b)
{
    const size_t m = t->m;
    const double *here = live(t, b);
    SmyiEight sum = {{0}};
    for (size_t a = 0; a < m; a++) {
        const double *ours = t->coalition[a * m + b].of, *win = t->chance[a * m + b].of;
        const double *there = live(t, a), stay = a == b ? SMYI_INCENTIVE_TO_STAY : 0;
        double *rate = t->scratch[b * m + a].of;
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++) {
            double urge = form == SMYI_FORM_INCENTIVE ? ours[k] * win[k] + stay : 1;
            urge *= here[k] * there[k];
            rate[k] = win[k] * urge;
            sum.of[k] += urge;
        }
    }
    for (size_t a = 0; form == SMYI_FORM_INCENTIVE && a < m; a++) {
        double *rate = t->scratch[b * m + a].of;
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++)
            rate[k] /= sum.of[k] > 0 ? sum.of[k] : 1;
    }
}

/* `gone` leaves the chain of options 0 .. gone and hands its ways on to those that stay. */
SMYI_INLINE void leave(const SmyiBallot *t, size_t gone)
{
    const size_t m = t->m;
    const SmyiEight *of_gone = t->scratch + gone * m;
    SmyiEight out = {{0}};
    for (size_t to = 0; to < gone; to++) {
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++)
            out.of[k] += of_gone[to].of[k];
    }
    SMYI_LANES
    for (size_t k = 0; k < SMYI_EIGHT; k++)
        out.of[k] = out.of[k] > 0 ? 1 / out.of[k] : 0;
    for (size_t from = 0; from < gone; from++) {
        SmyiEight *row = t->scratch + from * m;
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++)
            row[gone].of[k] *= out.of[k];
        for (size_t to = 0; to < gone; to++) {
            SMYI_LANES
            for (size_t k = 0; k < SMYI_EIGHT; k++)
                row[to].of[k] += row[gone].of[k] * of_gone[to].of[k];
        }
    }
}

/*
 * Who is favourite in the long run. Options leave the chain from the last on, then come back
 * from the first on; nothing is subtracted, so nothing cancels (the elimination of Grassmann,
 * Taksar and Heyman).
 */
SMYI_INLINE void long_run(SmyiForm form, const SmyiBallot *t)
{
    const size_t m = t->m;
    for (size_t b = 0; b < m; b++)
        succeed(form, t, b);
    for (size_t gone = m; gone-- > 1;)
        leave(t, gone);
    for (size_t k = 0; k < SMYI_EIGHT; k++)
        t->p[0].of[k] = live(t, 0)[k];
    for (size_t to = 1; to < m; to++) {
        SmyiEight sum = {{0}};
        for (size_t from = 0; from < to; from++) {
            const double *share = t->scratch[from * m + to].of, *p = t->p[from].of;
            SMYI_LANES
            for (size_t k = 0; k < SMYI_EIGHT; k++)
                sum.of[k] += p[k] * share[k];
        }
        t->p[to] = sum;
    }
}

SMYI_INLINE void normalise(const SmyiBallot *t)
{
    SmyiEight sum = {{0}};
    for (size_t a = 0; a < t->m; a++) {
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++)
            sum.of[k] += t->p[a].of[k];
    }
    for (size_t a = 0; a < t->m; a++) {
        double *p = t->p[a].of;
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++)
            p[k] /= sum.of[k] > 0 ? sum.of[k] : 1;
    }
}

SMYI_KERNEL static void elect(SmyiForm form, const SmyiBallot *ballot)
{
    if (form == SMYI_FORM_CONDITIONAL)
        unbeaten(ballot);
    else if (form == SMYI_FORM_UNIFORM)
        long_run(SMYI_FORM_UNIFORM, ballot);
    else if (form == SMYI_FORM_INCENTIVE)
        long_run(SMYI_FORM_INCENTIVE, ballot);
    normalise(ballot);
}

void smyi_elect(SmyiForm form, SmyiBallot *ballot)
{
    if (ballot->m == 0)
        return;
    if (form == SMYI_FORM_RANKING)
        smyi_rank(ballot);
    elect(form, ballot);
}

size_t smyi_most_probable(const SmyiEight *p, size_t m, size_t game)
{
    double most = 0;
    for (size_t a = 0; a < m; a++)
        most = p[a].of[game] > most ? p[a].of[game] : most;
    size_t first = 0;
    while (first + 1 < m && p[first].of[game] < most * (1 - SMYI_VOTE_TOL))
        first++;
    return first;
}
