/* SPDX-License-Identifier: Apache-2.0 */
/* Two accounts of one matter. */
#ifndef SMYI_ANALYSIS_COMPARE_H
#define SMYI_ANALYSIS_COMPARE_H

#include "analysis/at_points.h"
#include "analysis/what_if.h"
#include "summitry/compare.h"

/** An input of both files, other in the one than in the other. */
typedef struct SmyiDifference {
    int input[2]; /* of either scenario */
    double size;  /* of the points, as a share of the range */
} SmyiDifference;

typedef enum SmyiConclusionKind {
    SMYI_CONCLUDE_AGREEMENT,
    SMYI_CONCLUDE_SETTLED, /* issue */
    SMYI_CONCLUDE_GAIN,    /* actor */
    SMYI_CONCLUDE_CLAIM,
} SmyiConclusionKind;

enum { SMYI_UNDECIDED = -2 /* a claim that no model can answer, a gain that none has */ };

/** Something that both accounts have an answer to. */
typedef struct SmyiConclusion {
    SmyiConclusionKind kind;
    size_t number[2]; /* issue, actor or claim of either scenario */
    int answer[2];    /* 1, 0; of gains 1, 0, -1; or SMYI_UNDECIDED */
    /* where the answers are not the same: differences that turn one account's to the other's */
    size_t n_turned_by[2];
    size_t **turned_by;     /* [2][n_turned_by]: each alone; NULL: it survives */
    size_t n_together;      /* 0: one alone does, or nothing does */
    const size_t *together; /* from the first: none of them can be left out */
    bool was_searched;
} SmyiConclusion;

/** One of the two accounts, and how to ask it. */
typedef struct SmyiAccount {
    const SmyScenario *scn;
    SmyiFrame frame;
    SmyiSituation points, tried; /* one lane */
    SmyiSeating *seating;
    SmyiAtPoints at;
    SmyResult *run;
} SmyiAccount;

typedef struct SmyiComparison {
    const SmyRunOptions *options;
    SmyiAccount side[2];
    SmyiSolver *solvers;
    size_t n_solvers, n_differences, n_conclusions, n_same;
    SmyiDifference *differences; /* the largest first */
    SmyiConclusion *conclusions;
    bool partial;
} SmyiComparison;

/** The answer of most models to a conclusion in one account. */
int smyi_conclude(const SmyiComparison *c, size_t side, const SmyiConclusion *conclusion,
                  const SmyiAtPoints *at);
/** Fills turned_by and together of every conclusion that does not survive. */
SmyCode smyi_find_turning(SmyiComparison *c, SmyiArena *mem);
/** docs/compare.md */
void smyi_compare_to_tree(const SmyiComparison *c, SmyResult *result);

#endif
