/* SPDX-License-Identifier: Apache-2.0 */
/* Models of which a back-test shows other options too, each in a row of its own. */
#ifndef SMYI_ANALYSIS_VARIANTS_H
#define SMYI_ANALYSIS_VARIANTS_H

#include "analysis/solvers.h"

/** Another choice of one option: in the table as "model.choice". */
typedef struct SmyiVariant {
    const char *model, *option, *choice;
} SmyiVariant;

/** The most variants that a model has. */
enum { SMYI_MOST_VARIANTS = 3 };

/**
 * Variant `index` of a model that is asked for; NULL: there are no more. None where the option
 * was set by hand: whoever sets it wants that one.
 */
const SmyiVariant *smyi_variant_at(const SmyiSolver *solver, size_t index);

/** Puts the variant's choice into options[model->info.n_options]. */
void smyi_variant_apply(const SmyiVariant *variant, const SmyiModel *model,
                        double *options);

#endif
