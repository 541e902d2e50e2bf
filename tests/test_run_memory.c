/* SPDX-License-Identifier: Apache-2.0 */
/* A whole run, from a file to every report, with each of its requests for memory refused. */
#include "support/memory.h"

#include <summitry/summitry.h>

#include "support/support.h"

static SmyCode drop(void *cookie, const char *bytes, size_t length)
{
    size_t *n_bytes = cookie;
    (void)bytes;
    *n_bytes += length;
    return SMY_OK;
}

static SmyCode show(const SmyNode *tree)
{
    size_t n_bytes = 0;
    SmyCode code = smy_node_write_json(tree, drop, &n_bytes);
    if (code == SMY_OK)
        code = smy_report_terminal(tree, NULL, drop, &n_bytes);
    SmyTerminalOptions rounds;
    smy_terminal_options_init(&rounds);
    rounds.view = SMY_VIEW_ROUNDS;
    if (code == SMY_OK)
        code = smy_report_terminal(tree, &rounds, drop, &n_bytes);
    if (code == SMY_OK)
        code = smy_report_html(tree, drop, &n_bytes);
    if (code == SMY_OK)
        code = smy_report_markdown(tree, drop, &n_bytes);
    if (code == SMY_OK)
        code = smy_report_csv(tree, drop, &n_bytes);
    return code;
}

static SmyCode run(const SmyScenario *scenario, const char *models, unsigned threads)
{
    SmyRunOptions options;
    smy_run_options_init(&options);
    options.draws = threads == 1 ? 3 : 65; /* one block, or two */
    options.models = models;
    options.threads = threads;
    options.seat_budget = 64;
    options.with_rounds = true;
    options.matter_budget = 64;
    SmyResult *result = NULL;
    SmyError err = {0};
    SmyCode code = smy_run(scenario, &options, &result, &err);
    assert_int_equal(code, err.code);
    if (code == SMY_OK)
        code = show(smy_result_root(result));
    smy_result_free(result);
    return code;
}

static SmyCode check(const SmyScenario *scenario)
{
    SmyResult *result = NULL;
    SmyError err = {0};
    SmyCode code = smy_check(scenario, &result, &err);
    assert_int_equal(code, err.code);
    smy_result_free(result);
    return code;
}

static SmyCode turn(const SmyScenario *scenario, SmyMethod method, unsigned threads)
{
    SmySensitivityOptions options;
    smy_sensitivity_options_init(&options);
    options.method = method;
    options.rows = 3;
    options.resamples = 5;
    options.run.models = "mean,nash,heaped";
    options.run.threads = threads;
    SmyResult *result = NULL;
    SmyError err = {0};
    SmyCode code =
        smy_sensitivity(scenario, "{gain: germany, above: 0}", &options, &result, &err);
    assert_int_equal(code, err.code);
    size_t n_bytes = 0;
    SmyTerminalOptions shown;
    smy_terminal_options_init(&shown);
    shown.view = SMY_VIEW_SENSITIVITY;
    if (code == SMY_OK)
        code = smy_report_terminal(smy_result_root(result), &shown, drop, &n_bytes);
    smy_result_free(result);
    return code;
}

typedef struct Path {
    const char *file, *models;
    unsigned threads;
} Path;

static SmyCode whole_path(void *cookie)
{
    const Path *path = cookie;
    SmyScenario *scenario = NULL;
    SmyError err = {0};
    SmyCode code = smy_scenario_read(path->file, NULL, &scenario, &err);
    assert_int_equal(code, err.code);
    if (code == SMY_OK)
        code = check(scenario);
    if (code == SMY_OK)
        code = run(scenario, path->models, path->threads);
    smy_scenario_free(scenario);
    return code;
}

static void refused_on_one_thread(void **state)
{
    (void)state;
    Path path = {"tests/data/scenario/complete.summit.yaml", NULL,
                 1}; /* small: every model */
    assert_true(memory_exhaust(whole_path, &path) > 20);
}

static void refused_on_three_threads(void **state)
{
    (void)state;
    Path path = {"scenarios/camp-david-1978.summit.yaml", "median,nash,heaped", 3};
    assert_true(memory_exhaust(whole_path, &path) > 20);
}

/* The formulas, and then all, which take over what they left. */
static SmyCode kept(void *cookie)
{
    const Path *path = cookie;
    SmyScenario *scenario = NULL;
    SmyResult *result = NULL;
    SmyCode code = smy_scenario_read(path->file, NULL, &scenario, NULL);
    SmyRunOptions options;
    smy_run_options_init(&options);
    options.models = path->models;
    options.threads = path->threads;
    options.draws = 65;
    options.with_seats = options.with_flips = false;
    options.matter_budget = 0;
    options.kept = code == SMY_OK ? smy_kept_new() : NULL;
    if (code == SMY_OK && !options.kept)
        code = SMY_ERR_NOMEM;
    for (int all = 0; all < 2 && code == SMY_OK; all++) {
        options.only_formulas = !all;
        code = smy_run(scenario, &options, &result, NULL);
        smy_result_free(result);
        result = NULL;
    }
    smy_kept_free(options.kept);
    smy_scenario_free(scenario);
    return code;
}

static void refused_while_draws_are_kept(void **state)
{
    (void)state;
    Path path = {"scenarios/car-emissions-1994.summit.yaml", "mean,heaped,challenge", 1};
    assert_true(memory_exhaust(kept, &path) > 10);
}

static SmyCode turned(void *cookie)
{
    const Path *path = cookie;
    SmyScenario *scenario = NULL;
    SmyCode code = smy_scenario_read(path->file, NULL, &scenario, NULL);
    for (int m = SMY_METHOD_SOBOL; m <= SMY_METHOD_TORNADO && code == SMY_OK; m++)
        code = turn(scenario, (SmyMethod)m, path->threads);
    smy_scenario_free(scenario);
    return code;
}

static void refused_while_inputs_are_turned(void **state)
{
    (void)state;
    Path path = {"scenarios/car-emissions-1994.summit.yaml", NULL, 1};
    assert_true(memory_exhaust(turned, &path) > 10);
}

static void a_missing_file_takes_nothing(void **state)
{
    (void)state;
    SmyScenario *scenario = NULL;
    size_t before = memory_live();
    assert_int_equal(smy_scenario_read("scenarios/none.yaml", NULL, &scenario, NULL),
                     SMY_ERR_IO);
    assert_null(scenario);
    assert_int_equal(memory_live(), before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refused_on_one_thread),
        cmocka_unit_test(refused_on_three_threads),
        cmocka_unit_test(refused_while_draws_are_kept),
        cmocka_unit_test(refused_while_inputs_are_turned),
        cmocka_unit_test(a_missing_file_takes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
