/* SPDX-License-Identifier: Apache-2.0 */
/* Claims and constraints: is it so, lane by lane? */
#ifndef SMYI_ANALYSIS_CONDITION_H
#define SMYI_ANALYSIS_CONDITION_H

#include "analysis/verdict.h"

/** What a condition may look at. */
typedef struct SmyiView {
    const SmyiFrame *frame;
    const SmyiSituation *situation;
    const SmyiSeating *seating;
    const SmyiVerdict *verdict;
    /* for exclusion_cost and seat_value, which solve other tables; NULL solver: undefined */
    const SmyiSolver *solver;
    const double *u;
    SmyiArena *mem;           /* grows with the tables solved; the caller rewinds it */
    const double **elsewhere; /* [players] tables solved so far; starts as NULL */
    SmyCode
        code; /* SMY_ERR_NOMEM once memory ran out; what is returned then means nothing */
} SmyiView;

/** A quantity of a claim in every lane, in the unit of the file; NaN: undefined. */
void smyi_quantity(SmyiView *view, const SmyiQuantity *quantity, double *out);

/** True where it hangs on exclusion_cost or seat_value, which cost a solve at another table. */
bool smyi_condition_asks_seats(const SmyiCondition *condition);

/** 1 holds, 0 does not, -1 undefined; three-valued all, any, not. truth [lanes]. */
void smyi_condition(SmyiView *view, const SmyiCondition *condition, signed char *truth);

#endif
