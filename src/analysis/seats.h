/* SPDX-License-Identifier: Apache-2.0 */
/* The price of every seat: what changes for whom when a candidate sits down or is left out. */
#ifndef SMYI_ANALYSIS_SEATS_H
#define SMYI_ANALYSIS_SEATS_H

#include <stdint.h>

#include "analysis/frame.h"
#include "analysis/progress.h"
#include "analysis/situation.h"
#include "analysis/solvers.h"

enum { SMYI_EXACT_SEATS = 20 /* candidates, at most, for all 2^k tables */ };

typedef enum SmyiAim {
    SMYI_AIM_LEAST_GAIN, /* the largest least gain among the candidates, points */
    SMYI_AIM_SETTLED,    /* most issues settled */
    SMYI_AIM_AGREEMENT,  /* highest chance that nobody blocks, share of draws */
    SMYI_N_AIMS,
} SmyiAim;

/** "least_gain", "settled", "agreement". */
const char *smyi_aim_text(SmyiAim aim);

typedef struct SmyiBest {
    bool found;
    double value;
    size_t n_seated;
    unsigned char *seated; /* [candidates] */
} SmyiBest;

/** Seats under one model, at the inputs' points. Points of 100 of V_b; NaN: undefined. */
typedef struct SmyiSeats {
    size_t n_candidates;
    bool exact; /* over all tables; else sampled orders of sitting down */
    uint64_t solves;
    uint64_t orders; /* sampled, when not exact */
    double *
        seat_value; /* [candidates x actors] of the candidate for the actor, at the file's table */
    double
        *seat_gain;  /* [candidates x actors] the same of the whole gain: standing, face */
    double *shapley; /* [candidates x actors] */
    double *shapley_error; /* [candidates x actors] standard error; 0 when exact */
    SmyiBest best[SMYI_N_AIMS];
} SmyiSeats;

typedef struct SmyiSeatsOptions {
    uint64_t budget;       /* solves, at most, before it samples */
    uint64_t chance_draws; /* draws a table for SMYI_AIM_AGREEMENT; 0: not asked */
    uint64_t seed;
    unsigned threads;
    SmyiProgress *progress; /* never NULL */
} SmyiSeatsOptions;

/**
 * Values every candidate's seat. Exact: 2^k solves (k candidates), O(2^k k actors) sums.
 * Returns SMY_OK, SMY_ERR_CANCELLED (the listener said stop; *out is unusable) or SMY_ERR_NOMEM.
 */
SmyCode smyi_seats(const SmyiFrame *frame, const SmyiSolver *solver,
                   const SmyiSeatsOptions *options, SmyiArena *mem, SmyiSeats *out);

#endif
