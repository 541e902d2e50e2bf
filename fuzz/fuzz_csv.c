/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a table of past decisions: refused at a place, or read and scored. */
#include <stdint.h>
#include <stdlib.h>

#include <summitry/summitry.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void score(const SmyCases *cases)
{
    SmyBacktestOptions options;
    SmyResult *result = NULL;
    SmyError err = {0};
    smy_backtest_options_init(&options);
    options.models = "mean,median,heaped";
    options.resamples = 8;
    options.folds = 0;
    options.threads = 1;
    SmyCode code = smy_backtest(cases, &options, &result, &err);
    if (code != SMY_OK && code != SMY_ERR_MISSING)
        abort();
    const SmyNode *models = smy_node_get(smy_result_root(result), "models");
    for (size_t m = 0; m < smy_node_size(models); m++) {
        double mae = smy_node_number(smy_node_get(smy_node_at(models, m), "mae"));
        if (mae < 0 || mae > 100)
            abort();
    }
    smy_result_free(result);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    SmyCases *cases = NULL;
    SmyError err = {0};
    if (smy_cases_parse((const char *)data, size, "t.csv", &cases, &err) != SMY_OK) {
        if (!err.message[0])
            abort();
        return 0;
    }
    score(cases);
    smy_cases_free(cases);
    return 0;
}
