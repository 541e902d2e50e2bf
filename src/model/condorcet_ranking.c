/* SPDX-License-Identifier: Apache-2.0 */
/* Election by prestige: an option counts by whom it beats, and those by whom they beat. */
#include "model/condorcet_election.h"

/* Shares that move by no more have come to rest; each turn squares the matrix once more. */
#define AT_REST 1e-13
enum { MOST_TURNS = 60 };

/* scratch = the chances, 0 from and to what is no option. */
SMYI_INLINE void start(const SmyiBallot *t)
{
    for (size_t a = 0; a < t->m; a++) {
        for (size_t b = 0; b < t->m; b++) {
            const SmyiEight *win = &t->chance[a * t->m + b];
            SmyiEight *to = &t->scratch[a * t->m + b];
            SMYI_LANES
            for (size_t k = 0; k < SMYI_EIGHT; k++) {
                double both = t->live ? t->live[a].of[k] * t->live[b].of[k] : 1;
                to->of[k] = win->of[k] * both;
            }
        }
    }
}

/* Sum of a row. */
SMYI_INLINE SmyiEight row_sum(const SmyiEight *row, size_t m)
{
    SmyiEight sum = {{0}};
    for (size_t b = 0; b < m; b++) {
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++)
            sum.of[k] += row[b].of[k];
    }
    return sum;
}

/* Makes all of a matrix sum to 1, where there is anything to sum. */
SMYI_INLINE void scale(SmyiEight *matrix, size_t m)
{
    SmyiEight sum = row_sum(matrix, m * m);
    SMYI_LANES
    for (size_t k = 0; k < SMYI_EIGHT; k++)
        sum.of[k] = sum.of[k] > 0 ? 1 / sum.of[k] : 0;
    for (size_t ab = 0; ab < m * m; ab++) {
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++)
            matrix[ab].of[k] *= sum.of[k];
    }
}

/* to = from from */
SMYI_INLINE void square(const SmyiEight *from, SmyiEight *to, size_t m)
{
    for (size_t a = 0; a < m; a++) {
        SmyiEight *row = to + a * m;
        for (size_t b = 0; b < m; b++)
            row[b] = (SmyiEight){{0}};
        for (size_t c = 0; c < m; c++) {
            const SmyiEight by = from[a * m + c], *of_c = from + c * m;
            for (size_t b = 0; b < m; b++) {
                SMYI_LANES
                for (size_t k = 0; k < SMYI_EIGHT; k++)
                    row[b].of[k] += by.of[k] * of_c[b].of[k];
            }
        }
    }
}

/* p = the row sums, in games that are not at rest; says how far the furthest moved. */
SMYI_INLINE void take_sums(const SmyiBallot *t, const SmyiEight *matrix, SmyiEight *moved)
{
    SmyiEight most = {{0}};
    for (size_t a = 0; a < t->m; a++) {
        SmyiEight sum = row_sum(matrix + a * t->m, t->m);
        double *p = t->p[a].of;
        SMYI_LANES
        for (size_t k = 0; k < SMYI_EIGHT; k++) {
            double by = fabs(sum.of[k] - p[k]);
            most.of[k] = by > most.of[k] ? by : most.of[k];
            p[k] = moved->of[k] > AT_REST ? sum.of[k] : p[k];
        }
    }
    SMYI_LANES
    for (size_t k = 0; k < SMYI_EIGHT; k++)
        moved->of[k] = moved->of[k] > AT_REST ? most.of[k] : 0;
}

SMYI_INLINE int all_at_rest(const SmyiEight *moved)
{
    int all = 1;
    for (size_t k = 0; k < SMYI_EIGHT; k++)
        all &= !(moved->of[k] > AT_REST);
    return all;
}

/*
 * The columns of a high power of the chances are all the same but for a factor: the one solution
 * with no negative entry (Perron and Frobenius). Each turn doubles the power, and nothing is
 * subtracted, so that small shares are as exact as great ones.
 */
SMYI_KERNEL static void rank(const SmyiBallot *t)
{
    SmyiEight *power = t->scratch, *next = t->spare, moved;
    for (size_t k = 0; k < SMYI_EIGHT; k++)
        moved.of[k] = 1;
    for (size_t a = 0; a < t->m; a++)
        t->p[a] = (SmyiEight){{0}};
    start(t);
    for (int turn = 0; turn < MOST_TURNS && !all_at_rest(&moved); turn++) {
        SmyiEight *last = power;
        square(power, next, t->m);
        scale(next, t->m);
        take_sums(t, next, &moved);
        power = next, next = last;
    }
}

void smyi_rank(const SmyiBallot *ballot)
{
    rank(ballot);
}
