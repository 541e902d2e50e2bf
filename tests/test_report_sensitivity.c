/* SPDX-License-Identifier: Apache-2.0 */
/* What an answer hangs on, levers and convergence on a terminal: words, bars, no line too wide. */
#include <string.h>

#include "base/arena.h"
#include "report/text.h"
#include "report/writer.h"
#include "support/scenario.h"
#include "support/support.h"

static const char file[] =
    "summitry: 1\nid: t\nissues: {a: {scale: [0, 100], status_quo: 50, title: A long name "
    "of an "
    "issue that does not fit}}\n"
    "actors: {us: {capability: {low: 1, mode: 2, high: 3}}, ru: {capability: 2}}\n"
    "table: {seats: [us, ru]}\n"
    "stances:\n"
    "  us: {a: {position: {low: 0, mode: 10, high: 60, judgement: guessed}, salience: "
    "50}}\n"
    "  ru: {a: {position: {low: 50, mode: 90, high: 100}, salience: {low: 1, mode: 20, "
    "high: "
    "90}, limit: 40}}\n"
    "claims: [{id: gains, says: One gains more, holds: {gain: us, above: {gain: ru}}}]\n";

static SmyiArena mem;

static const char *shown(const SmyResult *result, SmyView view, int width)
{
    SmyTerminalOptions options;
    SmyiCollect text = {.mem = &mem};
    smy_terminal_options_init(&options);
    options.view = view;
    options.width = width;
    assert_int_equal(
        smy_report_terminal(smy_result_root(result), &options, smyi_collect, &text),
        SMY_OK);
    return text.text;
}

static void check_widths(const SmyResult *result, SmyView view)
{
    for (int width = 40; width <= 130; width += 9)
        for (const char *line = shown(result, view, width); *line;) {
            size_t length = strcspn(line, "\n");
            const char *one = smyi_arena_copy(&mem, line, length);
            if (smyi_text_columns(one) > width)
                fail_msg("wider than %d: %s", width, one);
            line += length + (line[length] != 0);
        }
}

static SmyResult *turned(const char *of, SmyMethod method)
{
    SmyScenario *scenario = scenario_good(file);
    SmySensitivityOptions options;
    SmyResult *result = NULL;
    smy_sensitivity_options_init(&options);
    options.method = method;
    options.rows = 64, options.resamples = 20;
    options.run.models = "mean,nash,heaped";
    assert_int_equal(smy_sensitivity(scenario, of, &options, &result, NULL), SMY_OK);
    smy_scenario_free(scenario);
    return result;
}

static void no_line_is_wider_than_asked(void **state)
{
    (void)state;
    static const char *const of[] = {"gain: us", "outcome: a", "claim:gains", "settled: a",
                                     "capability: ru"};
    for (size_t q = 0; q < sizeof of / sizeof *of; q++)
        for (int m = SMY_METHOD_SOBOL; m <= SMY_METHOD_TORNADO; m++) {
            SmyResult *result = turned(of[q], (SmyMethod)m);
            check_widths(result, SMY_VIEW_SENSITIVITY);
            smy_result_free(result);
        }
}

static void the_answer_names_inputs_and_what_they_rest_on(void **state)
{
    (void)state;
    SmyResult *result = turned("gain: us", SMY_METHOD_SOBOL);
    const char *text = shown(result, SMY_VIEW_SENSITIVITY, 100);
    assert_non_null(strstr(text, "ASKED  gain of us"));
    assert_non_null(strstr(text, "Driven by"));
    assert_non_null(strstr(text, "Which model"));
    assert_non_null(strstr(text, "BY ACTOR"));
    assert_non_null(strstr(text, "us: position on A long name"));
    assert_non_null(strstr(text, "judged"));
    assert_non_null(strstr(text, "no src"));
    smy_result_free(result);
    result = turned("capability: ru", SMY_METHOD_SOBOL);
    text = shown(result, SMY_VIEW_SENSITIVITY, 100);
    assert_non_null(strstr(text, "no variance"));
    assert_null(strstr(text, "BY INPUT"));
    smy_result_free(result);
}

static void levers_are_shown_apart(void **state)
{
    (void)state;
    static const char *const of[] = {NULL, "claim:gains", "outcome: a"};
    SmyScenario *scenario = scenario_good(file);
    for (size_t q = 0; q < 3; q++) {
        SmyResult *result = NULL;
        assert_int_equal(smy_levers(scenario, "us", of[q], NULL, &result, NULL), SMY_OK);
        check_widths(result, SMY_VIEW_LEVERS);
        assert_non_null(strstr(shown(result, SMY_VIEW_LEVERS, 80), "ITS OWN"));
        assert_non_null(strstr(shown(result, SMY_VIEW_LEVERS, 80), "OTHERS'"));
        smy_result_free(result);
    }
    smy_scenario_free(scenario);
}

static void convergence_is_shown_where_asked(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(file);
    SmyRunOptions options;
    SmyResult *result = NULL;
    smy_run_options_init(&options);
    options.draws = 200;
    options.models = "mean";
    assert_int_equal(smy_run(scenario, &options, &result, NULL), SMY_OK);
    assert_null(strstr(shown(result, SMY_VIEW_RUN, 80), "CONVERGENCE"));
    smy_result_free(result);
    options.until_error = .01;
    assert_int_equal(smy_run(scenario, &options, &result, NULL), SMY_OK);
    assert_non_null(strstr(shown(result, SMY_VIEW_RUN, 80), "NOT REACHED"));
    check_widths(result, SMY_VIEW_RUN);
    smy_result_free(result);
    smy_scenario_free(scenario);
}

static int forget(void **state)
{
    (void)state;
    smyi_arena_free(&mem);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_line_is_wider_than_asked),
        cmocka_unit_test(the_answer_names_inputs_and_what_they_rest_on),
        cmocka_unit_test(levers_are_shown_apart),
        cmocka_unit_test(convergence_is_shown_where_asked),
    };
    return cmocka_run_group_tests(tests, NULL, forget);
}
