/* SPDX-License-Identifier: Apache-2.0 */
/* The answer at one set of values, model by model: agreed, settled, gains, claims. */
#ifndef SMYI_ANALYSIS_AT_POINTS_H
#define SMYI_ANALYSIS_AT_POINTS_H

#include "analysis/condition.h"
#include "analysis/solvers.h"

typedef struct SmyiAtPoints {
    double *gain;            /* [solvers x actors] total, points */
    double *point;           /* [solvers x issues] where each ends, unit of the file */
    size_t agreed;           /* models that agree */
    size_t *settled;         /* [issues] models that settle it */
    size_t *holds, *defined; /* [claims] models under which it holds; has an answer */
} SmyiAtPoints;

/** Room for an answer, in `mem`; false: no memory. */
bool smyi_at_points_new(const SmyiFrame *frame, size_t n_solvers, SmyiArena *mem,
                        SmyiAtPoints *out);

/** Solves a situation of one lane with every solver. Leaves `mem` as it found it. */
SmyCode smyi_at_points(const SmyiFrame *frame, const SmyiSolver *solvers, size_t n_solvers,
                       const SmyiSituation *situation, const SmyiSeating *seating,
                       SmyiArena *mem, SmyiAtPoints *out);

#endif
