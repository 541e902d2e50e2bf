/* SPDX-License-Identifier: Apache-2.0 */
/* A scenario through time: its states, each a run of days with the same inputs. */
#ifndef SMYI_ANALYSIS_TIMELINE_H
#define SMYI_ANALYSIS_TIMELINE_H

#include "analysis/what_if.h"
#include "summitry/timeline.h"

typedef struct SmyiState {
    const char *from;        /* its first day; NULL: before all days */
    const char *const *days; /* [n_days] dated days within it; none where from is NULL */
    size_t n_days;
    const SmyiInput *inputs; /* [n_inputs] in force */
    SmyResult *answer;       /* of smy_run(); NULL: not asked yet */
} SmyiState;

typedef struct SmyiTimeline {
    const SmyScenario *scn;
    size_t n_days, n_states;
    const char **days; /* [n_days] on which something is dated, or looked at; in order */
    SmyiState *states; /* [n_states] */
    bool partial;
} SmyiTimeline;

/** The states of a scenario, in `mem`; nothing is asked yet. SMY_ERR_NOMEM. */
SmyCode smyi_timeline_new(const SmyScenario *scenario, SmyiArena *mem, SmyiTimeline *t);
/** Asks each state. Errors: those of smy_run(). */
SmyCode smyi_timeline_ask(SmyiTimeline *t, const SmyRunOptions *options, SmyiArena *mem,
                          SmyError *err);
/** Frees the answers. */
void smyi_timeline_end(SmyiTimeline *t);

/** docs/timeline.md. Sets result->failed where memory runs out. */
void smyi_timeline_to_tree(const SmyiTimeline *t, const SmyRunOptions *options,
                           SmyResult *result);

bool smyi_estimate_is_same(const SmyiEstimate *a, const SmyiEstimate *b);

#endif
