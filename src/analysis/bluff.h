/* SPDX-License-Identifier: Apache-2.0 */
/* What is said against what is meant. */
#ifndef SMYI_ANALYSIS_BLUFF_H
#define SMYI_ANALYSIS_BLUFF_H

#include "analysis/at_points.h"
#include "analysis/what_if.h"
#include "summitry/bluff.h"

enum {
    SMYI_STEPS = 11,      /* shares of the way: 0, 0.1 .. 1 */
    SMYI_PACKAGES = 8192, /* drawn, to see which would pass */
    SMYI_FRONTIER = 1000, /* points along it */
};

/** Something said by one who sits or ratifies, other than what is meant. */
typedef struct SmyiPromise {
    int actor;
    int issue;         /* SMYI_NONE: what no agreement costs */
    int meant, stated; /* inputs */
} SmyiPromise;

/** Some promises believed by the table; solved so, and valued as it is meant. */
typedef struct SmyiBelief {
    const bool *believed; /* [n_promises] */
    double *gain, *face;  /* [solvers x actors] points, at the inputs' points */
    double *point;        /* [solvers x issues] unit of the file */
    bool *settled;        /* [solvers x issues] */
    bool *agreed;         /* [solvers] */
    double *mean, *lost;  /* [solvers x actors] sums of gains over draws, then means */
    double *defined;      /* [solvers x actors] draws that have one */
    double *share;        /* [solvers] of draws with an agreement */
} SmyiBelief;

/** The answer at the points where some promises are true to a share of the way. */
typedef struct SmyiWayStep {
    double t;
    SmyiAtPoints at;
} SmyiWayStep;

/** Where an answer becomes another on the way. */
typedef struct SmyiTurnAt {
    enum { SMYI_TURN_AGREEMENT, SMYI_TURN_SETTLED, SMYI_TURN_CLAIM } what;
    size_t number; /* issue or claim */
    double at;
    bool becomes;
} SmyiTurnAt;

/** From what an actor means to what it says. */
typedef struct SmyiWay {
    int actor;
    bool only_cost;     /* only what it says that no agreement costs it */
    const bool *moving; /* [n_promises] */
    SmyiWayStep steps[SMYI_STEPS];
    size_t n_turns;
    SmyiTurnAt *turns; /* by share of the way */
} SmyiWay;

typedef struct SmyiShareOf { /* of packages, at the points */
    uint64_t passed, of;
} SmyiShareOf;

/** What a leader and its publics would let pass. */
typedef struct SmyiWinSet {
    int leader;
    SmyiShareOf self, home, both; /* of all packages of the bargaining range */
    SmyiShareOf *publics;         /* [n_publics] */
    SmyiShareOf frontier;         /* both, of the frontier; `of` 0: not two seats */
} SmyiWinSet;

typedef struct SmyiBluff {
    const SmyScenario *scn;
    const SmyRunOptions *options;
    SmyiFrame frame;
    SmyiSolver *solvers;
    size_t n_solvers, n_promises, n_sides, n_beliefs, n_ways, n_win_sets;
    SmyiPromise *promises;
    int *sides;          /* [n_sides] actors with a promise */
    SmyiBelief *beliefs; /* none; each promise; each side; all (where there are several) */
    SmyiWay *ways;
    SmyiWinSet *win_sets;
    SmyiShareOf everybody; /* passes with all who sit, ratify or are answered to */
    SmyiSituation meant;   /* one lane, at the points */
    SmyiSeating *seating;  /* [players] */
    uint64_t draws_done;
    bool partial;
    SmyResult *run; /* the scenario as it is, for the heads */
} SmyiBluff;

/** The beliefs, solved at the points and, where options ask for draws, in each. */
SmyCode smyi_bluff_beliefs(SmyiBluff *b, SmyiArena *mem);
/** The ways, with their turns. */
SmyCode smyi_bluff_ways(SmyiBluff *b, SmyiArena *mem);
/** The win-sets. */
SmyCode smyi_bluff_win_sets(SmyiBluff *b, SmyiArena *mem);
/** docs/bluff.md */
void smyi_bluff_to_tree(const SmyiBluff *b, SmyResult *result);

/**
 * Values of `meant`, those of the promises marked moved by share t towards what is said, into
 * `said`, which is derived; limits stay those that are meant.
 */
void smyi_say(const SmyiBluff *b, const bool *marked, double t, const SmyiSituation *meant,
              SmyiSituation *said);
/** A model solves what is said; limits, blocks and worth are those of `judged`. */
SmyCode smyi_judge_said(const SmyiFrame *frame, const SmyiSituation *said,
                        const SmyiSituation *judged, const SmyiSeating *seating,
                        const SmyiSolver *solver, const double *u, SmyiArena *mem,
                        SmyiVerdict *verdict);

#endif
