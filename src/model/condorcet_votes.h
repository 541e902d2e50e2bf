/* SPDX-License-Identifier: Apache-2.0 */
/* How strongly an actor votes for one option over another: the six rules of KTAB. */
#ifndef SMYI_MODEL_CONDORCET_VOTES_H
#define SMYI_MODEL_CONDORCET_VOTES_H

#include <math.h>

#include "base/kernel.h"

/*
 * The rules and their names. With D = u(A) - u(B), what counts for each unit of influence:
 *
 *     binary     B1: all of it, for the better option
 *     propbin    .8 D + .2 B1
 *     prop       D: in proportion to what is at stake
 *     propcubic  .5 D + .5 D^3
 *     cubic      D^3
 *     asymprosp  D for a loss, two thirds of D for a gain
 *
 * A loop that calls smyi_vote() is written once, inline, and copied for each rule by a switch
 * that expands this list: the rule is then decided outside the loop.
 */
#define SMYI_VOTES(X)                                                                      \
    X(SMYI_VOTE_BINARY, "binary")                                                          \
    X(SMYI_VOTE_PROPBIN, "propbin")                                                        \
    X(SMYI_VOTE_PROP, "prop")                                                              \
    X(SMYI_VOTE_PROPCUBIC, "propcubic")                                                    \
    X(SMYI_VOTE_CUBIC, "cubic")                                                            \
    X(SMYI_VOTE_ASYMPROSP, "asymprosp")

typedef enum SmyiVote {
#define X(vote, name) vote,
    SMYI_VOTES(X)
#undef X
} SmyiVote;

extern const char *const smyi_votes[]; /* names of the rules, then NULL */

/** The option as it stands in a model's list of options. */
#define SMYI_VOTE_OPTION                                                                   \
    {                                                                                      \
        .key = "vote", .title = "How strongly an actor votes", .choices = smyi_votes,      \
        .fallback = SMYI_VOTE_PROP                                                         \
    }

/* A difference that small is rounding, and none. */
#define SMYI_VOTE_TOL 1e-12

/**
 * The vote for A over B per unit of influence, in -1..1, where `d` is what A is worth more to
 * the actor than B. B1 = d / 1e-8, cut to -1..1. Odd in d, except under ASYMPROSP.
 *
 * Without a branch where `rule` is a constant, so that loops over it are vectorised.
 * Source: KTAB, as models.md C.1 gives it.
 */
SMYI_INLINE double smyi_vote_exactly(SmyiVote rule, double d)
{
    double sure = d * 1e8, gain = d * (2. / 3);
    sure = sure < -1 ? -1 : sure;
    sure = sure > 1 ? 1 : sure;
    switch (rule) {
    case SMYI_VOTE_BINARY:
        return sure;
    case SMYI_VOTE_PROPBIN:
        return .8 * d + .2 * sure;
    case SMYI_VOTE_PROPCUBIC:
        return .5 * d + .5 * (d * d * d);
    case SMYI_VOTE_CUBIC:
        return d * d * d;
    case SMYI_VOTE_ASYMPROSP:
        return d > 0 ? gain : d;
    case SMYI_VOTE_PROP:
        break;
    }
    return d;
}

/** The same, with a difference of at most 1e-12 counting as none. */
SMYI_INLINE double smyi_vote(SmyiVote rule, double d)
{
    return smyi_vote_exactly(rule, fabs(d) > SMYI_VOTE_TOL ? d : 0);
}

/**
 * The same where nothing magnifies a vote that small: only the rules with B1 need the tolerance.
 */
SMYI_INLINE double smyi_vote_in_contest(SmyiVote rule, double d)
{
    int magnifies = rule == SMYI_VOTE_BINARY || rule == SMYI_VOTE_PROPBIN;
    return magnifies ? smyi_vote(rule, d) : smyi_vote_exactly(rule, d);
}

/** Is the vote for B over A the negative of that for A over B? */
SMYI_INLINE int smyi_vote_is_odd(SmyiVote rule)
{
    return rule != SMYI_VOTE_ASYMPROSP;
}

/**
 * What of a vote is for the first option; what is for the second is that less the vote. Both are
 * exact. (Two questions of one number, in one loop, would be made a branch.)
 */
SMYI_INLINE double smyi_in_favour(double vote)
{
    return vote > 0 ? vote : 0;
}

#endif
