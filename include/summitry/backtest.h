/* SPDX-License-Identifier: Apache-2.0 */
/* Back-tests: past decisions whose outcomes are known, and how well each model foretells them. */
#ifndef SUMMITRY_BACKTEST_H
#define SUMMITRY_BACKTEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "summitry/error.h"
#include "summitry/run.h"
#include "summitry/tree.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Past decisions: who wanted what, and what came. Constant once read. */
typedef struct SmyCases SmyCases;

/**
 * Reads a table of past decisions (docs/backtest.md): one row per issue and actor, or the wide
 * table of DEU III; its header tells which. RFC 4180, UTF-8, at most 64 MiB.
 *
 * Errors, each with line and column: SMY_ERR_IO, SMY_ERR_SYNTAX, SMY_ERR_MISSING (a column or
 * a value), SMY_ERR_UNKNOWN (a column), SMY_ERR_TYPE, SMY_ERR_RANGE, SMY_ERR_DUPLICATE,
 * SMY_ERR_CONFLICT (rows of one issue that differ), SMY_ERR_LIMIT, SMY_ERR_NOMEM.
 * The caller frees *out with smy_cases_free().
 */
SMY_API SMY_MUST_CHECK SmyCode smy_cases_read(const char *path, SmyCases **out,
                                              SmyError *err);
/** The same from memory; `name` stands for the file in messages. */
SMY_API SMY_MUST_CHECK SmyCode smy_cases_parse(const char *text, size_t length,
                                               const char *name, SmyCases **out,
                                               SmyError *err);
/** NULL is fine. */
SMY_API void smy_cases_free(SmyCases *cases);

/** Issues in the table. */
SMY_API size_t smy_cases_issues(const SmyCases *cases);
/** Issues of them whose outcome is known. */
SMY_API size_t smy_cases_decided(const SmyCases *cases);
/** Of the table's bytes, 64 hexadecimal digits; lives as long as the table. */
SMY_API const char *smy_cases_sha256(const SmyCases *cases);

typedef struct SmyBacktestOptions {
    uint64_t seed;        /* 1: of the bootstrap and of the folds */
    uint64_t resamples;   /* 10000, of the groups; 0: no intervals */
    unsigned folds;       /* 10, to refit what can be refitted; 0: not refitted */
    unsigned threads;     /* 0: all there are. Never changes a digit of a result. */
    const char *models;   /* ids, comma-separated; NULL: all */
    const char *baseline; /* "mean": the model others are compared with */
    const char *const *model_options; /* [n_model_options] "challenge.Q=0.5" */
    size_t n_model_options;
    bool equal_capability;   /* every actor counts 1 instead of its capability */
    bool with_cases;         /* each issue's forecasts too */
    SmyProgressFn *progress; /* NULL: none */
    void *cookie;
} SmyBacktestOptions;

/** Sets everything to the defaults named above. */
SMY_API void smy_backtest_options_init(SmyBacktestOptions *options);

/**
 * Forecasts every decision with every model asked for and scores the forecasts; answers with
 * the tree of docs/backtest.md.
 *
 * Errors: SMY_ERR_UNKNOWN (a model, an option, a baseline not among the models), SMY_ERR_RANGE,
 * SMY_ERR_MISSING (no issue can be scored), SMY_ERR_CANCELLED (progress said stop),
 * SMY_ERR_NOMEM. The caller frees *out with smy_result_free(). options may be NULL.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_backtest(const SmyCases *cases,
                                            const SmyBacktestOptions *options,
                                            SmyResult **out, SmyError *err);

/**
 * Fits the options of `model` ("heaped") that come fitted to another table: the most probable
 * values given the outcomes and weak priors, and how such fits score on groups left out. Of
 * `options` seed, folds (2 or more), threads, equal_capability and progress count; NULL: defaults.
 * Answers with the tree of docs/backtest.md.
 *
 * Errors: SMY_ERR_UNKNOWN (a model with nothing to fit), SMY_ERR_MISSING (fewer than 30 decisions
 * in 10 groups), those of smy_backtest(). The caller frees *out with smy_result_free().
 */
SMY_API SMY_MUST_CHECK SmyCode smy_refit(const SmyCases *cases, const char *model,
                                         const SmyBacktestOptions *options, SmyResult **out,
                                         SmyError *err);

#ifdef __cplusplus
}
#endif
#endif
