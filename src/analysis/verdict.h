/* SPDX-License-Identifier: Apache-2.0 */
/* From a model's point to what happens: settled or open, agreed or blocked, worth to whom. */
#ifndef SMYI_ANALYSIS_VERDICT_H
#define SMYI_ANALYSIS_VERDICT_H

#include "analysis/frame.h"
#include "analysis/situation.h"
#include "analysis/solvers.h"
#include "base/arena.h"
#include "model/model.h"

/** One solve a lane (design.md section 4). Lane innermost. */
typedef struct SmyiVerdict {
    size_t n_lanes;
    SmyiOutcome outcome;    /* of the model; outcome.point is the solution before limits */
    double *point;          /* [issues x lanes] where each issue ends, 0..1 */
    unsigned char *settled; /* [issues x lanes] settled, and the agreement holds */
    unsigned char *agreed;  /* [lanes] */
    unsigned char *blocked; /* [blockers x lanes] who undoes it */
    unsigned char *undefined; /* [blockers x lanes] could not be asked: no utility */
    double *worth;            /* [actors x lanes] V_a, utility; NaN: undefined */
    bool alike; /* without u: neighbouring lanes may be of one game (alike.h) */
} SmyiVerdict;

/** Who sits, lane by lane: [players x lanes] 1 or 0. */
typedef unsigned char SmyiSeating;

/** The file's table in every lane, into seating [players x n_lanes]. */
void smyi_seating_of_file(const SmyiFrame *frame, size_t n_lanes, SmyiSeating *seating);

/** Do a leader's publics count in a lane: does it, or whom it speaks for, sit? */
bool smyi_leader_sits(const SmyiFrame *frame, const SmyiSeating *seating, size_t n_lanes,
                      int leader, size_t lane);

/** Arrays for blocks of up to n_lanes lanes. False: no memory. */
bool smyi_verdict_new(const SmyiFrame *frame, const SmyiSolver *solver, size_t n_lanes,
                      SmyiArena *mem, SmyiVerdict *verdict);

/**
 * Solves every lane with `solver` at its table and judges the result: limits, ratifiers,
 * publics, constraints, and what it is worth to everyone, seated or not. u [issues x lanes]
 * says which quantile of a distribution counts; NULL: the median. Scratch from `mem`, rewound.
 */
SmyCode smyi_judge(const SmyiFrame *frame, const SmyiSituation *situation,
                   const SmyiSeating *seating, const SmyiSolver *solver, const double *u,
                   SmyiArena *mem, SmyiVerdict *verdict);

/**
 * The same of an outcome that stands in verdict->outcome already: that of the same game, while
 * limits, costs or anything else that the models do not see may have changed.
 */
void smyi_judge_solved(const SmyiFrame *frame, const SmyiSituation *situation,
                       const SmyiSeating *seating, SmyiVerdict *verdict);

/** The parts of an actor's gain, in points of 100; each [lanes]. total = outcome + standing - face. */
typedef struct SmyiGain {
    double outcome[SMYI_BLOCK], standing[SMYI_BLOCK], face[SMYI_BLOCK], total[SMYI_BLOCK];
    double no_deal[SMYI_BLOCK];   /* gain against no deal */
    double shortfall[SMYI_BLOCK]; /* to the ideal */
} SmyiGain;

void smyi_gain(const SmyiFrame *frame, const SmyiSituation *situation,
               const SmyiSeating *seating, const SmyiVerdict *verdict, size_t actor,
               SmyiGain *gain);

/**
 * The outcome part of one lane's gain, issue by issue: 100 s'_ai (|q_i - p_ai| - |x_i - p_ai|), or
 * of the squares under quadratic loss. An issue that ends where it began gives 0; NaN where the
 * actor holds no position at all, or where x_i or q_i is undefined on an issue that it cares about.
 *
 * @param by_issue  [issues] points of 100
 * @return what no agreement costs it, points of 100 (its part of a gain without a deal, usually
 *         below 0); 0 where there is a deal. Together with the issues it is the outcome part, up
 *         to the rounding of sums (1e-10 points).
 */
double smyi_gain_by_issue(const SmyiFrame *frame, const SmyiSituation *situation,
                          const SmyiVerdict *verdict, size_t actor, size_t lane,
                          double *by_issue);

/** Points of standing for being seated (or left out) at a table, lane 0 of the situation. */
double smyi_standing(const SmyiFrame *frame, const SmyiSituation *situation, size_t actor,
                     bool seated, size_t lane);

#endif
