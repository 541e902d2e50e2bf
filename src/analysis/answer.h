/* SPDX-License-Identifier: Apache-2.0 */
/* Writing what was found into the result tree (docs/result.md). */
#ifndef SMYI_ANALYSIS_ANSWER_H
#define SMYI_ANALYSIS_ANSWER_H

#include "analysis/monte_carlo.h"
#include "analysis/seats.h"
#include "analysis/verdict.h"
#include "base/tree.h"
#include "summitry/run.h"

/** All that one model found. */
typedef struct SmyiFinding {
    const SmyiSolver *solver;
    SmyiVerdict verdict;    /* one lane, at the inputs' points */
    const SmyiTally *tally; /* NULL: nothing drawn */
    SmyiSeats *seats;       /* NULL: not asked, or stopped before */
    signed char *truth;     /* [claims] at the points */
    bool
        silent; /* the model needs what the scenario has not: it has no answer to anything */
} SmyiFinding;

/** What the answer is about. */
typedef struct SmyiInquiry {
    const SmyiFrame *frame;
    const char *language;
    uint64_t seed, draws, draws_done;
    SmyPoints drawn_as;
    bool partial, with_rounds;
    bool shows_convergence, claims_alone; /* of what convergence is asked */
    double until_error;                   /* 0: not asked */
    uint64_t most_draws;
    bool *claims_drawn;   /* [claims] asked in every draw; NULL: none */
    SmyiSituation points; /* one lane */
    SmyiSeating *seating; /* [players] */
    size_t n_findings;
    SmyiFinding *findings;
    struct SmyiMatters *matters; /* NULL: not asked (sensitivity.h) */
    struct SmyiFlips *flips;     /* NULL: not asked (flips.h) */
    SmyResult *result;
    SmyiArena *mem; /* scratch for sorting; [draws] doubles */
    double *row;    /* [draws] scratch */
} SmyiInquiry;

/**
 * Which inputs the gains of all who may sit hang on most, under the first model asked for that
 * is a formula: sets answer->matters. Stopped by progress: partial. SMY_OK or SMY_ERR_NOMEM.
 */
SmyCode smyi_answer_find_matters(SmyiInquiry *answer, const SmyiSolver *solvers,
                                 const SmyRunOptions *options);

/** Everything, into answer->result's root. Sets result->failed where memory runs out. */
void smyi_answer_write(SmyiInquiry *answer);

/** "scenario": id, title, date, hash, account. */
void smyi_answer_head(SmyResult *result, const SmyScenario *scenario, const char *language,
                      SmyNode *root);

/**
 * What a reader of paths needs: "variation", "actors" (id, name) and "issues" (id, title, scale).
 */
void smyi_answer_names(SmyResult *result, const SmyScenario *scenario, const char *language,
                       SmyNode *root);

/* Its parts; each adds under `root`. */
void smyi_answer_scenario(const SmyiInquiry *answer, SmyNode *root);
void smyi_answer_forecast(const SmyiInquiry *answer, SmyNode *root);
void smyi_answer_compare(const SmyiInquiry *answer, SmyNode *root);
void smyi_answer_trace(const SmyiInquiry *answer, const SmyiFinding *finding,
                       SmyNode *model);
void smyi_answer_models(SmyiInquiry *answer, SmyNode *root);
void smyi_answer_seats(const SmyiInquiry *answer, SmyNode *root);
void smyi_answer_power(const SmyiInquiry *answer, SmyNode *root);
void smyi_answer_claims(const SmyiInquiry *answer, SmyNode *root);
void smyi_answer_evidence(const SmyiInquiry *answer, SmyNode *root);
void smyi_answer_notices(const SmyiInquiry *answer, SmyNode *root);

/** {"mean", "q10", "q50", "q90"} of drawn values under `key`; null where nothing was drawn. */
SmyNode *smyi_answer_summary(const SmyiInquiry *answer, SmyNode *parent, const char *key,
                             const double *values);
/** The same under "draws". */
SmyNode *smyi_answer_draws(const SmyiInquiry *answer, SmyNode *parent,
                           const double *values);

/**
 * The distribution of an issue's solution [SMYI_GRID], averaged over the draws or, without any,
 * at the points (then made in `here` [SMYI_GRID], all 0 before); NULL: the model gives points.
 */
const double *smyi_answer_mass(const SmyiInquiry *answer, const SmyiFinding *finding,
                               size_t issue, double *here);

/** What kind of assumption a model makes, in words for people. */
const char *smyi_assumption(const SmyModelInfo *info);

/** A text made in answer->mem; where there is no memory the result has failed. */
#define SMYI_ANSWER_PRINT(answer, ...)                                                     \
    smyi_answer_kept((answer)->result, smyi_arena_print((answer)->mem, __VA_ARGS__))
static inline const char *smyi_answer_kept(SmyResult *result, const char *text)
{
    result->failed |= !text;
    return text;
}

/** Position x of 0..1 in the unit of the issue. */
double smyi_in_units(const SmyiIssue *issue, double x);

#endif
