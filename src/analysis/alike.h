/* SPDX-License-Identifier: Apache-2.0 */
/* Neighbouring lanes that hold the very same game: it is solved once. */
#ifndef SMYI_ANALYSIS_ALIKE_H
#define SMYI_ANALYSIS_ALIKE_H

#include "analysis/solvers.h"
#include "base/arena.h"
#include "model/model.h"

/**
 * smyi_model_solve() at the medians, of a block in which many a lane is alike, in every bit, to
 * the one before: only the first of each such run is solved, the others get what it got. No
 * model's lane hangs on another, so the outcome is the same. A distribution is not kept.
 * Scratch from `mem`, which is left as it was found. SMY_OK or SMY_ERR_NOMEM.
 */
SmyCode smyi_alike_solve(const SmyiSolver *solver, const SmyiGame *game, SmyiArena *mem,
                         SmyiOutcome *out);

#endif
