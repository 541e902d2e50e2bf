/* SPDX-License-Identifier: Apache-2.0 */
/* Votes on one issue: which points nobody can beat, and which beat the status quo. */
#ifndef SMYI_MODEL_VOTE_H
#define SMYI_MODEL_VOTE_H

#include "model/model.h"

/** Who is asked: some of the rules, or all. */
enum { SMYI_ASK_VETO = 1, SMYI_ASK_CRITERIA = 2, SMYI_ASK_ALL = 3, SMYI_ASK_SETTER = 4 };

/** Which of the points that win and that nothing beats comes about. */
typedef enum SmyiEnd {
    SMYI_END_NEAREST, /* to the status quo: as far as all who are needed want to go */
    SMYI_END_MIDDLE,
    SMYI_END_FARTHEST,
} SmyiEnd;

extern const char *const smyi_ends[]; /* "nearest", "middle", "farthest", NULL */

/** One issue in one lane. Utility falls with the distance; who is indifferent accepts. */
typedef struct SmyiVote {
    bool asked;                 /* somebody who is asked has a say */
    bool proper;                /* every quota is above half of the weights */
    double core_low, core_high; /* pivots: no point between them is beaten; +-infinity: no
                                   coalition there is large enough */
    double win_low, win_high; /* what is accepted over the status quo q, 0..1: q alone where
                                   it is in the core; everything where nobody is asked; NaN
                                   without a status quo */
} SmyiVote;

/**
 * Asks those of the game's rules that `asking` names. A voter without a position, or with
 * salience 0, has no say: it neither vetoes nor counts towards a quota.
 *
 * Cost: O(criteria x voters^2).
 */
SmyiVote smyi_vote(const SmyiGame *game, unsigned asking, size_t issue, size_t lane);

/**
 * Solves every issue and lane by a vote alone, whoever proposes: from outside of the core to
 * one of its points; in the core the status quo stays (NO_AGREEMENT, or OK where the core is
 * that point alone). NO_WEIGHT where nobody has a say; UNDEFINED where the game has no such
 * rules, a quota is not proper, or there is no status quo (unless the core is one point).
 */
void smyi_vote_block(const SmyiGame *game, unsigned asking, SmyiEnd end, SmyiOutcome *out);

/** Status and point of a cell. */
static inline void smyi_answer_cell(const SmyiGame *game, size_t issue, size_t lane,
                                    SmyStatus status, double point, SmyiOutcome *out)
{
    size_t c = issue * game->n_lanes + lane;
    out->status[c] = (unsigned char)status;
    out->point[c] = point;
}

#endif
