/* SPDX-License-Identifier: Apache-2.0 */
/* What a back-test finds, and writing it into the result tree (docs/backtest.md). */
#ifndef SMYI_ANALYSIS_BACKTEST_H
#define SMYI_ANALYSIS_BACKTEST_H

#include "analysis/judged.h"
#include "analysis/paired.h"
#include "analysis/refit.h"
#include "analysis/solvers.h"
#include "analysis/variants.h"
#include "base/tree.h"

/** One row of the table: a model as it stands, with another option, or refitted fold by fold. */
typedef struct SmyiContender {
    const char
        *id; /* the model's; ".cv" behind it where it is refitted, ".choice" a variant */
    const SmyiSolver *solver;
    const SmyiRefit *refit; /* NULL: as it stands */
    double *options;        /* [n_fits x options]: n_fits is 1, or the folds and all */
    bool *converged;        /* [n_fits] of a refit */
    SmyiJudged *judged;     /* [decisions] */
    SmyiPaired crps, error; /* against the baseline; error: the absolute one */
    SmyiPaired own_crps, own_error; /* of its own scores, against nothing */
} SmyiContender;

typedef struct SmyiBacktest {
    const SmyCases *cases;
    const SmyBacktestOptions *asked;
    SmyiDecisions decisions;
    unsigned folds; /* 0: nothing is refitted */
    unsigned *fold; /* [groups] */
    size_t n_contenders, baseline;
    SmyiContender *contenders;
    SmyResult *result;
} SmyiBacktest;

/** Everything, into the result's root. Sets result->failed where memory runs out. */
void smyi_backtest_write(const SmyiBacktest *test);

#endif
