/* SPDX-License-Identifier: Apache-2.0 */
/* What stays fixed while a scenario is questioned: who may sit, who may block, how to count. */
#ifndef SMYI_ANALYSIS_FRAME_H
#define SMYI_ANALYSIS_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "scenario/scenario.h"

typedef enum SmyiBlockerKind {
    SMYI_BLOCKER_RATIFIER,
    SMYI_BLOCKER_PUBLIC,
    SMYI_BLOCKER_CONSTRAINT,
} SmyiBlockerKind;

/** Somebody or something that can undo an agreement. */
typedef struct SmyiBlocker {
    SmyiBlockerKind kind;
    int index;        /* actor of a ratifier or public; constraint */
    int leader;       /* of a public: the actor that answers to it */
    double tolerance; /* utility, 0..1 */
} SmyiBlocker;

typedef struct SmyiFrame {
    const SmyScenario *scn;
    bool stated;    /* solve with stated positions where there are any */
    bool quadratic; /* loss */
    size_t n_actors, n_issues, n_inputs;
    /* players: those who sit at the file's table or are candidates; rows of every game */
    size_t n_players;
    int *players;   /* [n_players] actor, ascending */
    int *player_of; /* [n_actors] row, or SMYI_NONE */
    int *seat_of; /* [n_actors] player whose seat it shares (itself, or its delegation's) */
    unsigned char *seated; /* [n_players] at the file's table */
    size_t n_blockers;
    SmyiBlocker *blockers; /* ratifiers, then publics, then constraints */
    unsigned char *holds;  /* [n_actors] has a position on some issue, hence a utility */
    size_t n_correlated;
    const int *correlated; /* [n_correlated] inputs that are drawn together */
    const double
        *factor; /* [n_correlated x n_correlated] Cholesky factor of their normals */
    SmyiEstimate *estimates; /* [n_inputs] in force: what is drawn, or its point */
} SmyiFrame;

/** Builds a frame in `mem`. Errors: SMY_ERR_NOMEM. */
SmyCode smyi_frame_new(const SmyScenario *scn, bool stated, bool quadratic, SmyiArena *mem,
                       SmyiFrame *frame, SmyError *err);

#endif
