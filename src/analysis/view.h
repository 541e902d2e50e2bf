/* SPDX-License-Identifier: Apache-2.0 */
/* What a claim looks at: one solve, and what has been found out about it already. */
#ifndef SMYI_ANALYSIS_VIEW_H
#define SMYI_ANALYSIS_VIEW_H

#include "analysis/verdict.h"

/**
 * What was asked of a view once and may be asked again: gains, and what everybody has at the
 * table with one seat filled or emptied. It belongs to one view at a time.
 */
typedef struct SmyiFound {
    size_t n_actors, n_players, n_lanes; /* at most so many lanes */
    SmyiGain *gain;                      /* [actors] */
    bool *has_gain;                      /* [actors] */
    double *worth; /* [players x actors x lanes] V at the table without (or with) one */
    unsigned char *solved; /* [players x lanes] those of `worth` that count */
    SmyiVerdict other;
    SmyiSeating *seating; /* [players x lanes] */
} SmyiFound;

/** What a condition may look at. */
typedef struct SmyiView {
    const SmyiFrame *frame;
    const SmyiSituation *situation;
    const SmyiSeating *seating;
    const SmyiVerdict *verdict;
    /* for exclusion_cost and seat_value, which solve other tables; NULL solver: undefined */
    const SmyiSolver *solver;
    const double *u;
    SmyiArena *mem;
    SmyiFound *found; /* NULL: whatever is asked is found out anew */
    const unsigned char
        *asked; /* [lanes] only these are wanted of other tables; NULL: all */
    SmyCode
        code; /* SMY_ERR_NOMEM once memory ran out; what is returned then means nothing */
} SmyiView;

/**
 * Room for blocks of up to n_lanes lanes; `with_tables`: exclusion_cost or seat_value may be
 * asked. False: no memory.
 */
bool smyi_found_new(const SmyiFrame *frame, const SmyiSolver *solver, size_t n_lanes,
                    bool with_tables, SmyiArena *mem, SmyiFound *found);

/** Before a view of anything else. */
void smyi_found_forget(SmyiFound *found);

/** An actor's gain; in *room where nothing is kept. */
const SmyiGain *smyi_view_gain(SmyiView *view, size_t actor, SmyiGain *room);

/**
 * 100 (V_b with a's seat - V_b without), all else equal, into out [lanes]; NaN where it is
 * undefined, or not asked.
 */
void smyi_view_seat_value(SmyiView *view, size_t a, size_t b, double *out);

#endif
