/* SPDX-License-Identifier: Apache-2.0 */
/* Questions answered lane by lane under every model. */
#ifndef SMYI_ANALYSIS_ASKED_H
#define SMYI_ANALYSIS_ASKED_H

#include "analysis/condition.h"
#include "analysis/solvers.h"
#include "analysis/verdict.h"
#include "scenario/question.h"

/** What is asked, and under which models. An output is a question under a model. */
typedef struct SmyiAsked {
    const SmyiFrame *frame;
    const SmyiSolver *solvers;
    size_t n_solvers;
    const SmyiQuestion *questions;
    size_t n_questions;
    bool alike; /* neighbouring lanes may be of one game (SmyiVerdict) */
} SmyiAsked;

static inline size_t smyi_n_outputs(const SmyiAsked *asked)
{
    return asked->n_solvers * asked->n_questions;
}

/** Where one thread answers, block by block. */
typedef struct SmyiAnswering {
    const SmyiAsked *asked;
    SmyiSituation sit;   /* its values are the caller's to fill */
    SmyiVerdict *solved; /* [solvers] keep the outcome of smyi_answering_solve() */
    SmyiVerdict *other;  /* [solvers] */
    SmyiFound *found;    /* [solvers] */
    SmyiSeating *seating;
    SmyiArena *mem;
} SmyiAnswering;

/** Arrays for blocks of up to SMYI_BLOCK lanes at the file's table. False: no memory. */
bool smyi_answering_new(const SmyiAsked *asked, SmyiArena *mem, SmyiAnswering *out);

/**
 * Answers every question in each lane of out->sit, which is derived. Output o (solver, then
 * question) of lane k goes to values[o * stride + k]; a condition counts 1 or 0; NaN:
 * undefined. u [issues x lanes] as for smyi_judge().
 */
SmyCode smyi_answering_solve(SmyiAnswering *answering, const double *u, double *values,
                             size_t stride);

/**
 * The same for a situation that differs from the one solved last, which is left to be compared
 * with. in_the_game false: not in anything that the models see, so that nothing is solved anew.
 */
SmyCode smyi_answering_changed(SmyiAnswering *answering, const double *u, bool in_the_game,
                               double *values, size_t stride);

#endif
