/* SPDX-License-Identifier: Apache-2.0 */
/* A bargaining game of any size with quadratic loss: gains are smooth and strictly concave. */
#ifndef SMYI_MODEL_BARGAIN_SMOOTH_H
#define SMYI_MODEL_BARGAIN_SMOOTH_H

#include "model/bargain.h"

/*
 * With forces > 0 on some party that cares, an issue's best position is one point: the mean of
 * positions weighted by force x share. So once a programme is solved, the issues of those it
 * holds are settled for good, and what remains is a smaller game.
 */
typedef struct SmyiSmooth {
    size_t n, m;
    double *x;     /* [m] */
    bool *settled; /* [m] x_i stays */
    double *gain;  /* [n] at x */

    /* Programme: maximise level_cost * level + sum_a weight_a gain_a over the issues not
       settled, subject to gain_a - unit_a level >= least_a for the rows that count. */
    bool has_level;
    double level;
    bool *counts;                  /* [n] the row is part of the programme */
    double *unit, *least, *weight; /* [n] */
    double *force;                 /* [n] out: weight + multiplier, per unit of level */
    /* State of the interior point method. */
    double level_gap, level_step;
    double *slack, *dual, *gap;     /* [n] */
    double *slack_step, *dual_step; /* [n] */
    double *gradient;               /* [n x m] of the gains; 0 for settled issues */
    double *bend;                   /* [m] of the Lagrangian */
    double *right, *step;           /* [m] */
    double *matrix;                 /* [(k + 1) x (k + 2)], k the larger of n and m */
    double *kept;                   /* [2 n + m + 1] an earlier iterate */
} SmyiSmooth;

/** Room for any lane of the game; NULL: no memory. */
SmyiSmooth *smyi_smooth_new(size_t n_actors, size_t n_issues, SmyiArena *mem);

/** Gains and their gradients at x. */
void smyi_smooth_look(SmyiSmooth *w, const SmyiBargain *b);

/**
 * Solves the programme from the present x. False: not to 1e-10.
 * Source: mehrotra1992 (choice of the centring), on the convex programme. Cost: 10 to 20
 * steps of O(n^3 + n^2 m).
 */
bool smyi_smooth_maximise(SmyiSmooth *w, const SmyiBargain *b);

#endif
