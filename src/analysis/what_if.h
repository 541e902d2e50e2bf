/* SPDX-License-Identifier: Apache-2.0 */
/* Asking a scenario as it would be in a case, and reading the answers across models. */
#ifndef SMYI_ANALYSIS_WHAT_IF_H
#define SMYI_ANALYSIS_WHAT_IF_H

#include "base/tree.h"
#include "scenario/case.h"
#include "summitry/run.h"

/** Runs the case, without seats. Errors: those of smy_run(). The caller frees *out. */
SmyCode smyi_ask_case(const SmyScenario *base, const SmyiCase *one,
                      const SmyRunOptions *options, SmyResult **out, SmyError *err);

/** Numbers of several models. */
typedef struct SmyiAcross {
    size_t n;                 /* models that have one */
    double low, middle, high; /* NaN where n is 0; the middle is the median */
} SmyiAcross;

/** Sorts values [n], those that are NaN last. */
SmyiAcross smyi_across(double *values, size_t n);
/** Numbers at `path` of each model of a run's tree ("gains.us.total"). */
SmyiAcross smyi_across_models(const SmyNode *tree, const char *path);
/** The number of models whose node at `path` is true. */
size_t smyi_count_true(const SmyNode *tree, const char *path);
/** The number of models of the tree. */
size_t smyi_count_models(const SmyNode *tree);

/** {"low", "middle", "high"} */
SmyNode *smyi_add_across(SmyResult *result, SmyNode *parent, const char *key,
                         SmyiAcross across);

/** The claim of this id in a run's tree, or NULL. */
const SmyNode *smyi_claim_node(const SmyNode *tree, const char *id);
/**
 * Odds of a claim: pooled where something was drawn, else the share of the models that have an
 * answer under which it holds at the points. NaN: undefined.
 */
double smyi_claim_odds(const SmyNode *tree, const char *id);

/**
 * The head that every answer about a scenario has: summitry, scenario, variation, language, seed,
 * draws, table, actors, issues and, of the models, id, title, status; copied from a run's tree,
 * but day and variation from the scenario that was asked about.
 */
void smyi_add_heads(SmyResult *result, SmyNode *root, const SmyNode *tree,
                    const SmyScenario *scenario);

#endif
