/* SPDX-License-Identifier: Apache-2.0 */
/* What the ascent to the Nash product and its step share. */
#ifndef SMYI_MODEL_BARGAIN_ASCENT_H
#define SMYI_MODEL_BARGAIN_ASCENT_H

#include "model/bargain_piecewise.h"

struct SmyiAscent {
    size_t n_moving;
    size_t *moving;  /* [m] issues */
    size_t *segment; /* [m] the segment each of them is in, or moves into */
    double *way;     /* [m] +1 or -1: out of a kink only this way; 0: either */
    double *step;    /* [m] direction, by place in `moving` */
    double *rate;    /* [n] change of the gains along the direction */
    double *slope;   /* [m x n] change of the gains along each direction of the step */
    double *frame;   /* [m x m] directions, when somebody is held */
    double *matrix;  /* [m x (m + 1)] */
    bool *held;      /* [n] cannot gain: kept at its d, out of the product */
    bool any_held;
    double *point; /* [m] */
};

/**
 * Newton's step of the moving issues, from the forces alpha / gain, into s->step:
 *
 *     (sum_a force_a^2 / alpha_a slope_a slope_a') step = sum_a force_a slope_a
 *
 * among the directions that leave the gains of those held. A trace of the identity keeps it
 * solvable where several packages have the same gains. Returns the largest right side as a
 * share of its terms.
 */
double smyi_ascent_step(const SmyiPiecewise *w, const SmyiBargain *b, SmyiAscent *s);

#endif
