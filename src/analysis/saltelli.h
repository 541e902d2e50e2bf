/* SPDX-License-Identifier: Apache-2.0 */
/* First and total Sobol indices: how much of an answer's variance hangs on what. */
#ifndef SMYI_ANALYSIS_SALTELLI_H
#define SMYI_ANALYSIS_SALTELLI_H

#include "analysis/asked.h"
#include "analysis/factors.h"
#include "analysis/points.h"
#include "analysis/progress.h"

/**
 * The answers at two independent draws a row, A and B, and at A with one factor taken from B.
 * Sample and answers are one object: nobody else's sample can be fed in.
 */
typedef struct SmyiSaltelli {
    size_t n_rows, n_factors, n_outputs;
    double *a, *b; /* [outputs x rows] NaN: undefined */
    double *ab;    /* [factors x outputs x rows] */
} SmyiSaltelli;

/** Rows of a draw that come with `rows` as its answers. False: no memory. */
bool smyi_saltelli_new(size_t n_rows, size_t n_factors, size_t n_outputs, SmyiArena *mem,
                       SmyiSaltelli *out);

/**
 * Draws and answers n_rows rows: n_rows (n_factors + 2) situations. Row r is draw r of
 * `points`: numbers 0 .. n_varying - 1 are those of A, the next n_varying those of B, in the
 * order of factors->varying; choices likewise, n_issues each. The same bits on any number of
 * threads. SMY_OK, SMY_ERR_CANCELLED (*n_done rows are there) or SMY_ERR_NOMEM.
 */
SmyCode smyi_saltelli_draw(const SmyiAsked *asked, const SmyiFactors *factors,
                           const SmyiPoints *points, unsigned threads,
                           SmyiProgress *progress, SmyiSaltelli *out);

/** An index with its interval (2.5 to 97.5 per cent of the bootstrap; NaN without one). */
typedef struct SmyiIndexed {
    double value, low, high;
} SmyiIndexed;

typedef struct SmyiEffect {
    SmyiIndexed first, total;
} SmyiEffect;

typedef struct SmyiIndices {
    size_t n_rows;    /* that count */
    double undefined; /* share of the rows dropped because some answer is undefined */
    double mean;      /* of the answers */
    double variance;  /* population's, of A and B together; 0: no variance, all indices 0 */
    bool constant;    /* it is 0, or what rounding leaves of 0 */
    SmyiEffect *effects; /* [n_factors] */
    SmyiEffect choice;   /* of the output itself as a factor: of the choice of a model */
} SmyiIndices;

typedef struct SmyiIndicesOptions {
    bool apart; /* outputs differ in question: their variances are summed, means aside */
    uint64_t seed, resamples;
    unsigned threads;
} SmyiIndicesOptions;

/**
 * Indices of one output, or of several taken together with equal odds: then the variance is
 * that of a draw under a model that is itself drawn, and `choice` its effect. With
 * options->apart each index is the sum of the outputs' parts over the sum of their variances.
 *
 *     S_i = mean[(f(B) - f0)(f(AB_i) - f(A))] / V        T_i = mean[(f(A) - f(AB_i))^2] / 2V
 *
 * Rows in which any of these outputs is undefined anywhere are dropped. Bootstrap over rows.
 * Source: saltelli2010, jansen1999; lamboni2011 and gamboa2014 for several outputs; models.md
 * K.4. Cost O(resamples x rows x factors). SMY_OK or SMY_ERR_NOMEM.
 */
SmyCode smyi_indices(const SmyiSaltelli *sample, const size_t *outputs, size_t n_outputs,
                     const SmyiIndicesOptions *options, SmyiArena *mem, SmyiIndices *out);

#endif
