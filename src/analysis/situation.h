/* SPDX-License-Identifier: Apache-2.0 */
/* A block of drawn inputs in the units of the engine: positions, weights, costs, utilities. */
#ifndef SMYI_ANALYSIS_SITUATION_H
#define SMYI_ANALYSIS_SITUATION_H

#include <stdint.h>

#include "analysis/frame.h"
#include "base/arena.h"

/** Lane innermost; (a, i, k) at (a * n_issues + i) * n_lanes + k. NaN: none. */
typedef struct SmyiSituation {
    size_t n_lanes;
    double *value;       /* [inputs x lanes] in the unit of the file */
    double *position;    /* [actors x issues x lanes] 0..1 */
    double *salience;    /* [actors x issues x lanes] 0..1; 0 without a position */
    double *share;       /* [actors x issues x lanes] s'; sums to 1 over the issues held */
    double *stated;      /* [actors x issues x lanes] 0..1; set where something is stated */
    double *accept_low;  /* [actors x issues x lanes] least point accepted; set where */
    double *accept_high; /* smyi_is_limited(); greatest */
    double *capability;  /* [actors x lanes] 0 where none is given */
    double *no_deal;     /* [actors x lanes] k_a, utility */
    double *status_quo;  /* [issues x lanes] 0..1 */
    double *worth_quo;   /* [actors x lanes] u_a(q) */
    double *normal;      /* [correlated inputs x lanes] scratch of draws */
    double **together;   /* [correlated inputs] their rows of value */
} SmyiSituation;

/** What of a situation hangs on some of its values. */
typedef struct SmyiReach {
    unsigned char *actors; /* [n_actors] 1: whose stances, weight or cost do */
    bool status_quo;       /* some status quo does */
} SmyiReach;

/** Has an actor a limit on an issue? Without one it accepts everything. */
static inline bool smyi_is_limited(const SmyiFrame *frame, size_t actor, size_t issue)
{
    const SmyiStance *stance = &frame->scn->stances[actor * frame->n_issues + issue];
    return stance->position != SMYI_NONE && stance->salience != SMYI_NONE &&
           (stance->limit_pair || stance->limit != SMYI_NONE);
}

/** Arrays for blocks of up to n_lanes lanes. False: no memory. */
bool smyi_situation_new(const SmyiFrame *frame, size_t n_lanes, SmyiArena *mem,
                        SmyiSituation *situation);

/** Every input at its point, in each of n_lanes lanes. */
void smyi_situation_points(const SmyiFrame *frame, size_t n_lanes,
                           SmyiSituation *situation);

/**
 * Draws first_draw .. first_draw + n_lanes - 1 of every input: number j of the inputs' stream
 * is input j's, so that a draw depends on (seed, draw) alone.
 */
void smyi_situation_draw(const SmyiFrame *frame, uint64_t seed, uint64_t first_draw,
                         size_t n_lanes, SmyiSituation *situation);

/** Numbers in (0,1) that stand in situation->value become the inputs' values, in place. */
void smyi_situation_values(const SmyiFrame *frame, size_t n_lanes,
                           SmyiSituation *situation);
/** The same as smyi_situation_draw() from numbers in (0,1) that stand in situation->value [inputs x n_lanes]. */
void smyi_situation_from_uniforms(const SmyiFrame *frame, size_t n_lanes,
                                  SmyiSituation *situation);

/** What follows from situation->value [inputs x n_lanes], in the unit of the file. */
void smyi_situation_derive(const SmyiFrame *frame, size_t n_lanes,
                           SmyiSituation *situation);
/** The same where only values changed that `reach` covers; n_lanes as before. */
void smyi_situation_renew(const SmyiFrame *frame, const SmyiReach *reach,
                          SmyiSituation *situation);

/**
 * Utility of the package x [issues x lanes] to an actor, into u [lanes]: models.md 0. NaN where
 * the actor holds no position, or x is undefined on an issue that it cares about.
 */
void smyi_utility(const SmyiFrame *frame, const SmyiSituation *situation, size_t actor,
                  const double *x, double *u);

#endif
