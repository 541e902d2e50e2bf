/* SPDX-License-Identifier: Apache-2.0 */
/* What an answer hangs on: a study of one question under several models. */
#ifndef SMYI_ANALYSIS_SENSITIVITY_H
#define SMYI_ANALYSIS_SENSITIVITY_H

#include "analysis/morris.h"
#include "analysis/saltelli.h"
#include "analysis/tornado.h"
#include "base/tree.h"
#include "summitry/sensitivity.h"

/** All that was asked, and what came of it. Per model, and at [n_solvers] over all of them. */
typedef struct SmyiStudy {
    const SmyScenario *scn;
    const SmySensitivityOptions *options;
    const char *language;
    SmyiFrame frame;
    SmyiSolver *solvers;
    size_t n_solvers;
    SmyiQuestion question;
    SmyiAsked asked;
    SmyiFactors factors;
    uint64_t rows, solves;
    size_t n_pooled; /* models with an answer */
    /* Sobol */
    SmyiPoints points;
    SmyiSaltelli sample;
    SmyiIndices *indices;     /* [n_solvers + 1] */
    double *at_low, *at_high; /* [factors] mean answer in the lowest and highest quarter */
    /* Morris */
    SmyiElementary *elementary; /* [n_solvers + 1 x factors] */
    size_t *paths;              /* [n_solvers + 1] that count */
    /* tornado */
    SmyiTornado tornado;
    size_t *order; /* [factors] by weight, largest first; then in the factors' order */
    SmyiArena *mem;
    SmyResult *result;
} SmyiStudy;

/** The size that factors are put in order by: total effect, mean size, swing. */
double smyi_study_weight(const SmyiStudy *study, size_t factor);

/** Mean over the models that have an answer of the tornado's `rows` [models x factors]. */
double smyi_tornado_mean(const SmyiStudy *study, const double *rows, size_t factor);

/** Writes study->result. Sets its `failed` where memory runs out. */
void smyi_study_write(SmyiStudy *study);

/** An input's total effect. */
typedef struct SmyiMatter {
    int input;
    double total; /* share of the variance, 0 and up */
} SmyiMatter;

typedef struct SmyiMattersOptions {
    uint64_t seed;
    uint64_t budget; /* solves; 16 to 512 rows are made of them, a power of two */
    unsigned threads;
    SmyiProgress *progress;
} SmyiMattersOptions;

typedef struct SmyiMatters {
    const SmyiSolver *solver; /* the caller's to set */
    uint64_t rows;            /* 0: nothing was asked */
    SmyiMatter *list;         /* [n] largest first; inputs without any effect left out */
    size_t n;
} SmyiMatters;

/**
 * Total effect of every input that varies on the answers to `questions`, taken together by
 * their variance under one model: out->list. Inputs that are tied share their effect. This is
 * what `evidence.matters_most` of a run holds. SMY_OK, SMY_ERR_CANCELLED, SMY_ERR_LIMIT (more
 * inputs than Sobol points have dimensions for, or than 128 MiB hold the answers of) or
 * SMY_ERR_NOMEM.
 */
SmyCode smyi_matters(const SmyiFrame *frame, const SmyiSolver *solver,
                     const SmyiQuestion *questions, size_t n_questions,
                     const SmyiMattersOptions *options, SmyiArena *mem, SmyiMatters *out);

#endif
