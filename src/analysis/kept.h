/* SPDX-License-Identifier: Apache-2.0 */
/* Draws that one run leaves to the next: what each model gave in each, and what was counted. */
#ifndef SMYI_ANALYSIS_KEPT_H
#define SMYI_ANALYSIS_KEPT_H

#include "analysis/monte_carlo.h"
#include "summitry/run.h"

/** What the models gave in every draw, and what was made of it; all but the name in `mem`. */
struct SmyKept {
    SmyiArena mem;
    /* what they are draws of; NULL: nothing is kept yet */
    const SmyScenario *scenario;
    bool stated, quadratic;
    SmyPoints points;
    uint64_t seed;
    size_t n_solvers;
    const SmyiSolver *solvers; /* [n_solvers] with options of their own */
    size_t n_claims;
    const bool *claims;   /* [n_claims] asked in every draw */
    SmyiMonteCarlo drawn; /* whole once as many are done as were asked for */
    /* [n_solvers] of each [draws x issues], block after block as outcome.point and .status */
    double **point;
    unsigned char **status;
};

/**
 * Sets out->kept where `kept` holds draws that fit, and where it does not empties it and sets
 * out->keeps: it shall hold these. kept NULL: neither. False: no memory.
 */
bool smyi_kept_prepare(SmyKept *kept, const SmyiFrame *frame, const SmyiSolver *solvers,
                       size_t n_solvers, const bool *claims, const SmyRunOptions *options,
                       SmyiMonteCarlo *out);

/** Which of the models kept this one is, with the same options; kept->n_solvers: none. */
size_t smyi_kept_find(const SmyKept *kept, const SmyiSolver *solver);

/** Keeps, or takes, what a model gave in the draws first .. first + n_lanes - 1, a block. */
void smyi_kept_put(SmyKept *kept, size_t solver, uint64_t first, size_t n_issues,
                   size_t n_lanes, const SmyiOutcome *outcome);
void smyi_kept_take(const SmyKept *kept, size_t solver, uint64_t first, size_t n_issues,
                    size_t n_lanes, SmyiOutcome *outcome);

#endif
