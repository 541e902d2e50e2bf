/* SPDX-License-Identifier: Apache-2.0 */
/* Claims and constraints: is it so, lane by lane? */
#ifndef SMYI_ANALYSIS_CONDITION_H
#define SMYI_ANALYSIS_CONDITION_H

#include "analysis/view.h"

/** A quantity of a claim in every lane, in the unit of the file; NaN: undefined. */
void smyi_quantity(SmyiView *view, const SmyiQuantity *quantity, double *out);

/** True where it hangs on exclusion_cost or seat_value, which cost a solve at another table. */
bool smyi_quantity_asks_seats(const SmyiQuantity *quantity);
bool smyi_condition_asks_seats(const SmyiCondition *condition);

/** 1 holds, 0 does not, -1 undefined; three-valued all, any, not. truth [lanes]. */
void smyi_condition(SmyiView *view, const SmyiCondition *condition, signed char *truth);

#endif
