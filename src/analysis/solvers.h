/* SPDX-License-Identifier: Apache-2.0 */
/* The models asked for, each with the values of its options. */
#ifndef SMYI_ANALYSIS_SOLVERS_H
#define SMYI_ANALYSIS_SOLVERS_H

#include "base/arena.h"
#include "base/error.h"
#include "model/model.h"

typedef struct SmyiSolver {
    const SmyiModel *model;
    double *options; /* [model->info.n_options] */
} SmyiSolver;

/**
 * The models named in `ids` (comma-separated; NULL: all, in the order of the registry), with
 * settings such as "challenge.Q=0.5" applied.
 * Errors: SMY_ERR_UNKNOWN, SMY_ERR_DUPLICATE, SMY_ERR_RANGE, SMY_ERR_SYNTAX, SMY_ERR_NOMEM.
 */
SmyCode smyi_solvers_new(const char *ids, const char *const *settings, size_t n_settings,
                         SmyiArena *mem, SmyiSolver **solvers, size_t *n_solvers,
                         SmyError *err);

#endif
