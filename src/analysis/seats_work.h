/* SPDX-License-Identifier: Apache-2.0 */
/* What the ways of valuing seats share: tables as lanes, and the best table so far. */
#ifndef SMYI_ANALYSIS_SEATS_WORK_H
#define SMYI_ANALYSIS_SEATS_WORK_H

#include "analysis/seats.h"
#include "analysis/verdict.h"

/** The best table that a piece of work has met, for each aim. Ties: fewer seats, then first. */
typedef struct SmyiMet {
    double value[SMYI_N_AIMS];
    size_t n_seated[SMYI_N_AIMS];
    uint64_t table[SMYI_N_AIMS]; /* exact: the mask; sampled: number of the prefix */
    bool found[SMYI_N_AIMS];
} SmyiMet;

typedef struct SmyiSeatsJob {
    const SmyiFrame *frame;
    const SmyiSolver *solver;
    const SmyiSeatsOptions *options;
    SmyiSituation points;  /* SMYI_BLOCK lanes of the inputs' points */
    size_t k;              /* candidates */
    const int *candidates; /* [k] actors */
    double *weight;        /* [k] Shapley weight of a coalition of s others */
    double *sum, *lost;    /* [pieces x k x actors] */
    double *square;        /* [pieces x k x actors] sampled: squares of the differences */
    SmyiMet *met;          /* [pieces] */
    SmyiSeats *out;
} SmyiSeatsJob;

/** Seats the fixed players in every lane and nobody else. */
void smyi_seat_fixed(const SmyiSeatsJob *job, size_t n_lanes, SmyiSeating *seating);
/** Judges a block of tables at the inputs' points; points.n_lanes must be set. */
SmyCode smyi_judge_tables(const SmyiSeatsJob *job, const SmyiSituation *points,
                          const SmyiSeating *seating, SmyiArena *mem, SmyiVerdict *verdict);
/** Compares the tables of a block with the best so far; table k is first + k. */
void smyi_meet(const SmyiSeatsJob *job, const SmyiSituation *points,
               const SmyiSeating *seating, const SmyiVerdict *verdict, uint64_t first,
               SmyiMet *met);
/** Takes one candidate table for an aim into account. */
void smyi_meet_one(SmyiMet *met, SmyiAim aim, double value, size_t n_seated,
                   uint64_t table);

/** All 2^k tables: Shapley values and best tables. */
SmyCode smyi_seats_exact(SmyiSeatsJob *job, SmyiArena *mem);
/** Sampled orders of sitting down: the same with standard errors. */
SmyCode smyi_seats_sampled(SmyiSeatsJob *job, SmyiArena *mem);
/** The chance of agreement at each of the 2^k tables: best[SMYI_AIM_AGREEMENT]. */
SmyCode smyi_seats_chance(SmyiSeatsJob *job, SmyiArena *mem);
/** Seats of mask, as bytes, into best. */
void smyi_best_of_mask(const SmyiSeatsJob *job, const SmyiMet *met, SmyiAim aim);

#endif
