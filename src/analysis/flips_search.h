/* SPDX-License-Identifier: Apache-2.0 */
/* Inputs moved one at a time through all that they may be, and what claims become under a model. */
#ifndef SMYI_ANALYSIS_FLIPS_SEARCH_H
#define SMYI_ANALYSIS_FLIPS_SEARCH_H

#include "analysis/flips.h"

enum { SMYI_FLIP_STEPS = 16 };

/** Of the models asked: under how many a claim is defined, and holds. */
typedef struct SmyiVotes {
    unsigned defined, holds;
} SmyiVotes;

typedef struct SmyiFlipSearch {
    const SmyiFrame *frame;
    SmyiAsked asked; /* one model */
    SmyiQuestion *questions;
    SmyiAnswering here;
    double *base;                 /* [claims] at the points; NaN: undefined, or not asked */
    double *answers;              /* [claims x SMYI_BLOCK] */
    SmyiVotes *now;               /* [claims] at the points */
    SmyiVotes *votes;             /* [inputs x claims x SMYI_FLIP_STEPS] on the steps */
    struct SmyiBracket *brackets; /* of out->most, while it is cut (flips_most.c) */
    size_t solver;
    SmyiFlips *out;
    SmyiArena *mem;
} SmyiFlipSearch;

/** False: no memory. */
bool smyi_flip_search_new(const SmyiFrame *frame, SmyiArena *mem, SmyiFlips *out,
                          SmyiFlipSearch *search);

/** Is the model a formula that has what it needs? */
bool smyi_flip_is_asked(const SmyiFrame *frame, const SmyiSolver *solver);

/** From where to where the input is moved. False: it may be nothing else. */
bool smyi_flip_span(const SmyiFlipSearch *search, size_t input, double *low, double *high);
double smyi_flip_point(const SmyiFlipSearch *search, size_t input);
/** Step 0 is low, the last one high. */
double smyi_flip_step(double low, double high, size_t step);
/** The last place towards the point, before flip->to, at which the verdict was the same. */
double smyi_flip_same(const SmyiFlip *flip, double low, double high);

/** The verdict has turned at `to`. */
void smyi_flip_end(const SmyiFlipSearch *search, SmyiFlip *flip, double to);

/** A model's answers at the points into search->base, and then what `work` does with it. */
SmyCode smyi_flip_under(SmyiFlipSearch *search, const SmyiSolver *solver,
                        SmyCode (*work)(SmyiFlipSearch *search));

#endif
