/* SPDX-License-Identifier: Apache-2.0 */
/* Models of which a back-test shows other options too, each in a row of its own. */
#include "analysis/variants.h"

#include <string.h>

/* What a model's literature leaves open, and what forecasts differ by much. */
static const SmyiVariant variants[] = {
    {"condorcet", "form", "uniform"},
    {"condorcet", "form", "incentive"},
    {"condorcet", "form", "ranking"},
};

static size_t option_of(const SmyiVariant *variant, const SmyModelInfo *info)
{
    size_t o = 0;
    while (o < info->n_options && strcmp(info->options[o].key, variant->option) != 0)
        o++;
    return o;
}

const SmyiVariant *smyi_variant_at(const SmyiSolver *solver, size_t index)
{
    const SmyModelInfo *info = &solver->model->info;
    for (size_t v = 0; v < sizeof variants / sizeof *variants; v++) {
        if (strcmp(variants[v].model, info->id) != 0)
            continue;
        size_t o = option_of(&variants[v], info);
        bool is_default = o < info->n_options &&
                          !(solver->options[o] < info->options[o].fallback) &&
                          !(solver->options[o] > info->options[o].fallback);
        if (is_default && index-- == 0)
            return &variants[v];
    }
    return NULL;
}

void smyi_variant_apply(const SmyiVariant *variant, const SmyiModel *model, double *options)
{
    size_t o = option_of(variant, &model->info), c = 0;
    while (strcmp(model->info.options[o].choices[c], variant->choice) != 0)
        c++;
    options[o] = (double)c;
}
