/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a scenario: refused with a reason, or solved and reported in every way. */
#include <stdint.h>
#include <stdlib.h>

#include <summitry/summitry.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static SmyCode drop(void *cookie, const char *bytes, size_t length)
{
    (void)cookie, (void)bytes, (void)length;
    return SMY_OK;
}

static void report(const SmyNode *tree)
{
    if (smy_node_write_json(tree, drop, NULL) != SMY_OK ||
        smy_report_terminal(tree, NULL, drop, NULL) != SMY_OK ||
        smy_report_html(tree, drop, NULL) != SMY_OK ||
        smy_report_markdown(tree, drop, NULL) != SMY_OK ||
        smy_report_csv(tree, drop, NULL) != SMY_OK)
        abort();
}

static void solve(const SmyScenario *scenario)
{
    SmyRunOptions options;
    smy_run_options_init(&options);
    options.draws = 70; /* a block and a bit */
    options.threads = 1;
    options.seat_budget = 64;
    SmyResult *result = NULL;
    SmyError err;
    if (smy_run(scenario, &options, &result, &err) != SMY_OK)
        abort();
    report(smy_result_root(result));
    smy_result_free(result);
    if (smy_check(scenario, &result, &err) != SMY_OK)
        abort();
    smy_result_free(result);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    SmyScenario *scenario = NULL;
    SmyError err = {0};
    if (smy_scenario_parse((const char *)data, size, "fuzz.yaml", NULL, &scenario, &err) !=
        SMY_OK) {
        if (!err.message[0])
            abort();
        return 0;
    }
    solve(scenario);
    smy_scenario_free(scenario);
    return 0;
}
