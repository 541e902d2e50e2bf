/* SPDX-License-Identifier: Apache-2.0 */
/* What models that go in rounds tell of each of them to whoever listens. */
#ifndef SMYI_MODEL_TRACE_H
#define SMYI_MODEL_TRACE_H

#include <stddef.h>

/** The offer that an actor accepts. */
typedef struct SmyiTracedOffer {
    const char *kind; /* such as "compromise"; NULL: none, it stays */
    size_t from;      /* who made it */
    double strength;  /* what the model weighs offers by; NaN: it does not */
} SmyiTracedOffer;

/** One round of one lane; the arrays live for the time of the call. */
typedef struct SmyiTracedRound {
    size_t lane;
    size_t issue, n_issues; /* the issues it is about: `issue` and those after it */
    size_t number;          /* 1, 2 ... */
    double median, mean;  /* of the positions it begins with, by weight; NaN: of several */
    size_t n_actors;      /* of the game */
    const double *weight; /* [actors] 0: takes no part, and the rest does not count */
    const double *position; /* [actors x n_issues] it begins with, 0..1 */
    const double *moves_to; /* [actors x n_issues] it ends with */
    const double *risk;     /* [actors] attitude to risk; NULL: the model has none */
    const char *const
        *relation; /* [actors x actors] (i, j) for i < j, as i sees it; NULL */
    const SmyiTracedOffer *accepted; /* [actors] */
} SmyiTracedRound;

/** Told of every round that is played, in order within a lane and its issues. */
typedef struct SmyiTrace {
    void (*round)(void *cookie, const SmyiTracedRound *round);
    void *cookie;
} SmyiTrace;

#endif
