/* SPDX-License-Identifier: Apache-2.0 */
/* Asking a back-test of a table, and looking at its answer. */
#include "support/backtest.h"

#include <string.h>

#include "support/support.h"

SmyResult *answer_to(const char *path, const SmyBacktestOptions *options)
{
    SmyCases *cases = NULL;
    SmyResult *result = NULL;
    SmyError err = {0};
    if (smy_cases_read(path, &cases, &err) != SMY_OK ||
        smy_backtest(cases, options, &result, &err) != SMY_OK)
        fail_msg("%s:%d:%d: %s", err.file, err.line, err.column, err.message);
    smy_cases_free(cases);
    return result;
}

const SmyNode *model_of(const SmyResult *result, const char *id)
{
    const SmyNode *models = smy_node_get(smy_result_root(result), "models");
    for (size_t m = 0; m < smy_node_size(models); m++)
        if (strcmp(smy_node_text(smy_node_get(smy_node_at(models, m), "id")), id) == 0)
            return smy_node_at(models, m);
    fail_msg("no %s", id);
    return NULL;
}

double number_of(const SmyResult *result, const char *model, const char *path)
{
    const SmyNode *node = smy_node_find(model_of(result, model), path);
    if (!node)
        fail_msg("no %s of %s", path, model);
    return smy_node_number(node);
}

const SmyNode *case_of(const SmyResult *result, const char *model, const char *issue)
{
    const SmyNode *cases = smy_node_get(model_of(result, model), "cases");
    for (size_t c = 0; c < smy_node_size(cases); c++)
        if (strcmp(smy_node_text(smy_node_get(smy_node_at(cases, c), "issue")), issue) == 0)
            return smy_node_at(cases, c);
    fail_msg("no issue %s", issue);
    return NULL;
}
