/* SPDX-License-Identifier: Apache-2.0 */
/* Past decisions as blocks of games, one lane an issue, and what came of each. */
#ifndef SMYI_ANALYSIS_DECISIONS_H
#define SMYI_ANALYSIS_DECISIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "model/model.h"
#include "scenario/cases.h"

enum { SMYI_FEWEST_ACTORS = 3 /* below that an issue is not scored: arregui2021 */ };

/** One issue that is scored. */
typedef struct SmyiDecision {
    const SmyiCase *from;
    double outcome; /* points of the scale, 0..100 */
    double low, high;
    bool is_dichotomous; /* all positions at `low` or `high`, and the outcome too */
    size_t group;        /* 0..n_groups-1, in the order of the file */
} SmyiDecision;

typedef struct SmyiDecisions {
    size_t n, n_groups, n_blocks;
    SmyiDecision *list;       /* [n] */
    const char **group_names; /* [n_groups] */
    SmyiGame *games;          /* [n_blocks]: decision d is lane d % SMYI_BLOCK of game
                                  d / SMYI_BLOCK */
    bool equal_capability;    /* asked for, or the table has none */
    size_t too_few_actors, unknown_outcome; /* issues that are not scored */
    size_t equal_weights;                   /* scored, with weights that were all 0 */
    size_t with_status_quo, dichotomous;    /* of the n */
    size_t without_capability;              /* standpoints left out for want of one */
} SmyiDecisions;

/**
 * Sorts out what can be scored, and makes the games: positions and status quo in 0..1 of each
 * issue's scale. Who lacks a position or a salience (or a capability, unless all count the
 * same) has no part in the game. Where all weights are 0, all actors weigh the same.
 * SMY_ERR_NOMEM.
 */
SmyCode smyi_decisions_new(const SmyCases *cases, bool equal_capability, SmyiArena *mem,
                           SmyiDecisions *out);

/** 0..1 of a scale in points, 0..100; whole points are whole in spite of rounding. */
double smyi_points(double x);

#endif
