/* SPDX-License-Identifier: Apache-2.0 */
/* A bargaining game of any size with linear loss: gains are straight between positions. */
#ifndef SMYI_MODEL_BARGAIN_PIECEWISE_H
#define SMYI_MODEL_BARGAIN_PIECEWISE_H

#include <stdint.h>

#include "model/bargain.h"

/*
 * On each issue the parties' positions are kinks; kinks are numbered through all issues, and
 * segment j runs from kink j to kink j + 1 of the same issue. Along a segment party a's gain
 * changes by slope[j * n + a] = +-share. The gain is concave, so segments of an issue are
 * passed in order by whatever maximises gains with weights >= 0.
 *
 * A package is x with a place for each issue: 2 j on kink j, 2 j + 1 inside segment j. It may
 * be confined to a face: the kinks low_i .. high_i.
 */
typedef struct SmyiPiecewise {
    size_t n, m;
    size_t *first;      /* [m + 1] first kink of each issue */
    double *kink;       /* [first[m]] ascending within an issue */
    double *slope;      /* [first[m] x n]; the row of an issue's last kink is unused */
    double *x;          /* [m] */
    size_t *place;      /* [m] */
    size_t *low, *high; /* [m] the face */
    double *gain;       /* [n] at x */

    /* Linear programme: maximise level_cost * level + sum_a weight_a gain_a subject to
       gain_a - unit_a level >= least_a. Multipliers in force: weight + multiplier. */
    bool has_level;
    double level;
    double *unit, *least, *weight; /* [n] >= 0, any, >= 0 */
    bool *pinned;                  /* [n] gain_a = least_a instead, met at the start */
    double *force;                 /* [n] out: at the optimum the package maximises
                                      sum_a force_a gain_a over the face */
    /* Simplex state: variables 0..m-1 issues, m..m+n-1 slacks, m+n the level. */
    double *slack;      /* [n] */
    double *inverse;    /* [n x n] of the basis */
    double *column;     /* [n] */
    size_t *basis;      /* [n] variable of each row */
    size_t *row;        /* [m + n + 1] row of each variable, or SMYI_NONE */
    size_t *segment;    /* [m] of each basic issue */
    double *face;       /* [m x n + 4 m] scratch */
    size_t *free_issue; /* [m] scratch */
} SmyiPiecewise;

#define SMYI_NONE SIZE_MAX

/** Room for any lane of the game; NULL: no memory. */
SmyiPiecewise *smyi_piecewise_new(size_t n_actors, size_t n_issues, SmyiArena *mem);

/** Kinks and slopes of a lane; the face is the whole box. */
void smyi_piecewise_read(SmyiPiecewise *w, const SmyiBargain *b);
/** Goes to x, between the lowest and the highest kink of each issue; finds places. */
void smyi_piecewise_go(SmyiPiecewise *w, const SmyiBargain *b, const double *x);

/** Segment through which x_i can rise or fall within the face, or SMYI_NONE. */
static inline size_t smyi_piecewise_above(const SmyiPiecewise *w, size_t i)
{
    return w->place[i] < 2 * w->high[i] ? w->place[i] / 2 : SMYI_NONE;
}

static inline size_t smyi_piecewise_below(const SmyiPiecewise *w, size_t i)
{
    return w->place[i] > 2 * w->low[i] ? (w->place[i] - 1) / 2 : SMYI_NONE;
}

/** sum_a force_a slope_a along a segment. */
double smyi_piecewise_pull(const SmyiPiecewise *w, size_t segment);

/**
 * Solves the programme from the present package, which must satisfy it for some level; leaves
 * the best package in x, place, gain, level, and the multipliers in force. False: gave up.
 * Cost: some (n + m) pivots of O(n (n + m)).
 */
bool smyi_piecewise_maximise(SmyiPiecewise *w, const SmyiBargain *b);

/**
 * Shrinks the face to the packages that maximise sum force gain, given that x does. True if
 * that leaves x alone to be optimal in the programme just solved.
 */
bool smyi_piecewise_confine(SmyiPiecewise *w);

/**
 * leximin of gain / unit over the face, unit_a = 0 for those that need only gain >= least.
 * Starts from x; overwrites unit and least. False: gave up.
 */
bool smyi_piecewise_leximin(SmyiPiecewise *w, const SmyiBargain *b);

/**
 * best_a = max gain_a over the packages in which nobody gains less than `floor`, for each party;
 * the present package is one of them. Leaves the average of the best packages in middle[m]: a
 * gain for whoever can gain. scratch [n + 2 m]. False: gave up.
 */
bool smyi_piecewise_best(SmyiPiecewise *w, const SmyiBargain *b, double floor,
                         double *scratch, double *best, double *middle);

typedef struct SmyiAscent SmyiAscent; /* bargain_ascent.c */
/** Scratch for any lane of the game; NULL: no memory. */
SmyiAscent *smyi_ascent_new(size_t n_actors, size_t n_issues, SmyiArena *mem);

/**
 * From a package with gain > 0 for all whose best[a] > SMYI_GAIN_TOL (NULL: all) to the one
 * with the largest sum of alpha log gain over them, the others kept at their gain. Leaves the
 * forces it is the maximum of. False: gave up.
 */
bool smyi_ascent(SmyiAscent *s, SmyiPiecewise *w, const SmyiBargain *b, const double *best);

/** Moves to the package of the face with the same gains that is nearest to the status quo. */
void smyi_piecewise_nearest(SmyiPiecewise *w, const SmyiBargain *b, SmyiNearestPoint *near);

#endif
