/* SPDX-License-Identifier: Apache-2.0 */
/* What an answer may hang on: inputs, inputs that go together, an actor's, an issue's. */
#ifndef SMYI_ANALYSIS_FACTORS_H
#define SMYI_ANALYSIS_FACTORS_H

#include "analysis/frame.h"
#include "analysis/situation.h"

typedef enum SmyiFactorKind {
    SMYI_FACTOR_INPUT,
    SMYI_FACTOR_TOGETHER, /* inputs that a correlation ties to each other */
    SMYI_FACTOR_ACTOR,    /* every input of one actor */
    SMYI_FACTOR_ISSUE,    /* every input on one issue */
    SMYI_FACTOR_CHANCE,   /* the value drawn from a model's own distribution; no input */
} SmyiFactorKind;

/** Something that is redrawn while all else stays. */
typedef struct SmyiFactor {
    SmyiFactorKind kind;
    int index;        /* of the first input, of the actor, of the issue */
    size_t n_inputs;  /* that vary; whoever is tied to one of them comes with it */
    int *inputs;      /* ascending */
    SmyiReach reach;  /* what of a situation hangs on them */
    bool in_the_game; /* the models see them at the file's table */
} SmyiFactor;

typedef struct SmyiFactors {
    size_t n, n_varying;
    SmyiFactor *list; /* [n] inputs in the order of the file, then actors, issues, chance */
    int *varying;     /* [n_varying] inputs that are not points, ascending */
} SmyiFactors;

enum { /* which of them */
       SMYI_FACTORS_GROUPS = 1,
       SMYI_FACTORS_CHANCE = 2,
       SMYI_FACTORS_APART = 4, /* tied inputs each by itself, as the tornado turns them */
};

/** True where a draw of the input is not always the same. */
bool smyi_varies(const SmyiEstimate *estimate);

/** The factor of one input by itself, whether it varies or not. False: no memory. */
bool smyi_factor_of(const SmyiFrame *frame, int input, SmyiArena *mem, SmyiFactor *out);

/** A group with one input alone is left out. SMY_OK or SMY_ERR_NOMEM. */
SmyCode smyi_factors_new(const SmyiFrame *frame, unsigned which, SmyiArena *mem,
                         SmyiFactors *out);

#endif
