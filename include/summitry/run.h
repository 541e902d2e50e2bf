/* SPDX-License-Identifier: Apache-2.0 */
/* Questions asked of a scenario; every answer is a result tree (docs/result.md). */
#ifndef SUMMITRY_RUN_H
#define SUMMITRY_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "summitry/error.h"
#include "summitry/scenario.h"
#include "summitry/tree.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Told now and then how far long work is: `done` of `total` steps of `what`. Called from one
 * thread at a time. Returning false asks the work to stop: what is done is then returned, with
 * "partial": true.
 */
typedef bool SmyProgressFn(void *cookie, const char *what, uint64_t done, uint64_t total);

/** Where the numbers of the draws come from (docs/sensitivity.md). */
typedef enum SmyPoints {
    SMY_POINTS_RANDOM, /* independent */
    SMY_POINTS_SOBOL,  /* Sobol points under a random digital shift: draws spread evenly */
    SMY_POINTS_OWEN,   /* Sobol points under Owen's scrambling */
} SmyPoints;

/**
 * Draws that one run leaves to the next, so that they are not made again (SmyRunOptions.kept).
 * It belongs to one scenario and to one run at a time. A result does not need it.
 */
typedef struct SmyKept SmyKept;

typedef struct SmyRunOptions {
    uint64_t seed;    /* 1 */
    uint64_t draws;   /* 10000; 0: points only */
    SmyPoints points; /* SMY_POINTS_RANDOM */
    double
        until_error; /* stop drawing, at 1024, 2048, 4096 .. draws, where no standard error
                             is above so many points; then `draws` is the most; 0: draw all */
    bool error_of_claims; /* the errors of claims' odds alone; false: of the gains too */
    bool
        with_convergence; /* how quantiles went as draws went on; until_error asks for it too */
    unsigned threads;     /* 0: all there are. Never changes a digit of a result. */
    const char *language; /* "en": of titles and names, where the scenario has it */
    const char *models;   /* ids, comma-separated; NULL: all */
    const char *const *model_options; /* [n_model_options] "challenge.Q=0.5" */
    size_t n_model_options;
    bool stated_positions; /* solve with what is said in public instead of what is meant */
    bool quadratic_loss;   /* utility falls with the square of the distance */
    bool with_seats;       /* true: seat values, exclusion costs, best tables */
    bool with_claims;      /* true */
    bool with_flips;       /* true: with draws, what would turn each claim's verdict */
    bool with_rounds;      /* false: each round of models that have them, at the points */
    /* false; true: only models that are formulas are drawn, and claims that need no solve at
       another table; the rest has its points, and null for odds */
    bool only_formulas;
    uint64_t seat_budget; /* solves a model may spend on seats before it samples; 2^16 */
    uint64_t
        matter_budget;    /* solves spent on which inputs matter most; 2^16; 0: not asked */
    uint64_t table_draws; /* draws a table for its chance of agreement; 0: not asked */
    /* NULL: none; else smy_run() takes the draws it holds, by models and options that are
       asked again, and where it holds none of this seed and so on, leaves its own there: first
       with only_formulas, then without. Never changes a digit of a result. No other question
       may be given it, nor is it used with until_error. */
    SmyKept *kept;
    SmyProgressFn *progress; /* NULL: none */
    void *cookie;
} SmyRunOptions;

/** Sets everything to the defaults named above. */
SMY_API void smy_run_options_init(SmyRunOptions *options);

/**
 * Solves the scenario with every model asked for and answers with the tree of docs/result.md.
 *
 * Errors: SMY_ERR_UNKNOWN (a model or option), SMY_ERR_RANGE (an option's value),
 * SMY_ERR_NOMEM. A model that cannot answer is a status in its part of the tree, no error.
 * The caller frees *out with smy_result_free(). options may be NULL.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_run(const SmyScenario *scenario,
                                       const SmyRunOptions *options, SmyResult **out,
                                       SmyError *err);

/** Holds nothing yet; NULL: no memory. The caller frees it, before its scenario. */
SMY_API SmyKept *smy_kept_new(void);
/** NULL is fine. */
SMY_API void smy_kept_free(SmyKept *kept);

/** Version of the library, such as "0.1.0". Lives as long as the program. */
SMY_API const char *smy_version(void);

#ifdef __cplusplus
}
#endif
#endif
