/* SPDX-License-Identifier: Apache-2.0 */
/* The election among the actors' positions on one issue, in eight games side by side. */
#ifndef SMYI_MODEL_CONDORCET_LINE_H
#define SMYI_MODEL_CONDORCET_LINE_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/condorcet_election.h"

/** Positions this near are one option (models.md 0). */
#define SMYI_SAME_OPTION 1e-9

/** One issue of eight games. */
typedef struct SmyiLine {
    size_t n;            /* actors */
    bool quadratic;      /* what an actor loses is the square of its distance */
    SmyiEight *position; /* [n] of each actor; any finite number where the weight is 0 */
    SmyiEight *weight;   /* [n] >= 0; 0: no option and no say */
    SmyiEight
        *option;  /* [n] out: the actors' positions, ascending, filled up with the last */
    SmyiEight *p; /* [n] out: chance of each; 0 for a repetition, or without weights */
    SmyiEight *live; /* [n] scratch: 1 where an option is not a repetition */
    SmyiEight *utility, *coalition, *chance, *scratch, *spare; /* [n x n] scratch */
} SmyiLine;

/** Arrays for n actors, zeroed. False: no memory. */
bool smyi_line_new(size_t n, SmyiArena *mem, SmyiLine *line);

/**
 * Sorts the positions of those with weight, merges what is within 1e-9 of the lowest of its
 * group, and holds the election with u_k(o) = 1 - |p_k - o| (or its square).
 *
 * Source: KTAB, as models.md C.4 gives it. Cost: O(n^3); less where options coincide in all
 * eight games.
 */
void smyi_line_elect(const SmyiElection *how, SmyiLine *line);

#endif
