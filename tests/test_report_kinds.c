/* SPDX-License-Identifier: Apache-2.0 */
/* HTML reports of every kind: the kind is named, the tree is the command's, the plain text the terminal's. */
#include <stdlib.h>
#include <string.h>

#include "summitry/summitry.h"
#include "support/memory.h"
#include "support/reports.h"
#include "support/support.h"

enum { WIDE = 112 };

static SmyRunOptions few(void)
{
    SmyRunOptions options;
    smy_run_options_init(&options);
    options.models = "mean,nash,quota";
    options.draws = 32;
    return options;
}

/* The entry of a list whose `key` says `text`, or NULL. */
static const SmyNode *node_with(const SmyNode *list, const char *key, const char *text)
{
    for (size_t k = 0; k < smy_node_size(list); k++) {
        const char *own = smy_node_text(smy_node_get(smy_node_at(list, k), key));
        if (own && strcmp(own, text) == 0)
            return smy_node_at(list, k);
    }
    return NULL;
}

typedef SmyCode Ask(const SmyScenario *scenario, SmyResult **result, SmyError *err);

static SmyCode ask_timeline(const SmyScenario *scenario, SmyResult **result, SmyError *err)
{
    SmyRunOptions options = few();
    return smy_timeline(scenario, &options, result, err);
}

static SmyResult *asked_of(const char *file, Ask *ask)
{
    SmyScenario *scenario = NULL;
    SmyResult *result = NULL;
    SmyError err = {0};
    if (smy_scenario_read(file, NULL, &scenario, &err) != SMY_OK ||
        ask(scenario, &result, &err) != SMY_OK)
        fail_msg("%s", err.message);
    smy_scenario_free(scenario);
    return result;
}

static SmyResult *asked(Ask *ask)
{
    return asked_of("scenarios/camp-david-1978.summit.yaml", ask);
}

static SmyCode ask_sensitivity(const SmyScenario *scenario, SmyMethod method,
                               SmyResult **result, SmyError *err)
{
    SmySensitivityOptions options;
    smy_sensitivity_options_init(&options);
    options.run = few();
    options.method = method;
    options.rows = 8;
    return smy_sensitivity(scenario, "gain: egypt", &options, result, err);
}

static SmyCode ask_sobol(const SmyScenario *scenario, SmyResult **result, SmyError *err)
{
    return ask_sensitivity(scenario, SMY_METHOD_SOBOL, result, err);
}

static SmyCode ask_tornado(const SmyScenario *scenario, SmyResult **result, SmyError *err)
{
    return ask_sensitivity(scenario, SMY_METHOD_TORNADO, result, err);
}

static SmyCode ask_morris(const SmyScenario *scenario, SmyResult **result, SmyError *err)
{
    return ask_sensitivity(scenario, SMY_METHOD_MORRIS, result, err);
}

static SmyCode ask_levers(const SmyScenario *scenario, SmyResult **result, SmyError *err)
{
    SmySensitivityOptions options;
    smy_sensitivity_options_init(&options);
    options.run = few();
    return smy_levers(scenario, "egypt", NULL, &options, result, err);
}

static SmyCode ask_leverage(const SmyScenario *scenario, SmyResult **result, SmyError *err)
{
    SmyRunOptions options = few();
    return smy_leverage(scenario, &options, "framework", result, err);
}

static SmyCode ask_compare(const SmyScenario *scenario, SmyResult **result, SmyError *err)
{
    SmyRunOptions options = few();
    return smy_compare(scenario, scenario, &options, result, err);
}

static SmyCode ask_power(const SmyScenario *scenario, SmyResult **result, SmyError *err)
{
    return smy_power(scenario, NULL, 1, result, err);
}

static SmyResult *leverage(void)
{
    return asked(ask_leverage);
}

static SmyResult *compare(void)
{
    return asked(ask_compare);
}

static SmyResult *power(void)
{
    return asked_of("scenarios/tobacco-advertising-1997.summit.yaml", ask_power);
}

static SmyResult *timeline(void)
{
    return asked(ask_timeline);
}

static SmyResult *sobol(void)
{
    return asked(ask_sobol);
}

static SmyResult *tornado(void)
{
    return asked(ask_tornado);
}

static SmyResult *morris(void)
{
    return asked(ask_morris);
}

static SmyResult *levers(void)
{
    return asked(ask_levers);
}

static SmyResult *backtest(void)
{
    SmyBacktestOptions options;
    SmyCases *cases = NULL;
    SmyResult *result = NULL;
    SmyError err = {0};
    smy_backtest_options_init(&options);
    options.resamples = 50;
    if (smy_cases_read("docs/decisions.csv", &cases, &err) != SMY_OK ||
        smy_backtest(cases, &options, &result, &err) != SMY_OK)
        fail_msg("%s", err.message);
    smy_cases_free(cases);
    return result;
}

static const struct {
    const char *name;
    SmyResult *(*made)(void);
    SmyView view;
} kinds[] = {
    {"timeline", timeline, SMY_VIEW_TIMELINE},
    {"sensitivity", sobol, SMY_VIEW_SENSITIVITY},
    {"sensitivity", tornado, SMY_VIEW_SENSITIVITY},
    {"sensitivity", morris, SMY_VIEW_SENSITIVITY},
    {"levers", levers, SMY_VIEW_LEVERS},
    {"leverage", leverage, SMY_VIEW_LEVERAGE},
    {"compare", compare, SMY_VIEW_COMPARE},
    {"power", power, SMY_VIEW_POWER},
    {"backtest", backtest, SMY_VIEW_BACKTEST},
};

static char *html_of(const SmyNode *tree)
{
    Shown shown = {0};
    assert_int_equal(smy_report_html(tree, report_keep, &shown), SMY_OK);
    return shown.text;
}

static char *json_of(const SmyNode *tree)
{
    Shown shown = {0};
    assert_int_equal(smy_node_write_json(tree, report_keep, &shown), SMY_OK);
    return shown.text;
}

/* Every line that HTML writes as it stands. */
static void check_lines(const char *kind, char *lines, const char *plain)
{
    for (char *line = strtok(lines, "\n"); line; line = strtok(NULL, "\n"))
        if (!strpbrk(line, "<>&\"'") && !strstr(plain, line))
            fail_msg("%s: without scripts the page does not say: %s", kind, line);
}

static void each_names_its_kind_and_holds_the_tree_and_the_terminals_text(void **state)
{
    (void)state;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        SmyResult *result = kinds[k].made(), *again = NULL;
        const SmyNode *root = smy_result_root(result);
        char *text = html_of(root);
        char *name = report_between(text, "data-kind=\"", "\"");
        assert_string_equal(name, kinds[k].name);
        char *tree = report_between(text, "id=\"summitry-report\"", "</script>");
        const char *json = strchr(tree, '>') + 1;
        assert_null(strchr(json, '<'));
        assert_int_equal(smy_result_read_json(json, strlen(json), &again, NULL), SMY_OK);
        char *want = json_of(root), *got = json_of(smy_result_root(again));
        assert_true(strcmp(want, got) == 0);
        char *plain = report_between(text, "<noscript>", "</noscript>");
        char *shown = report_terminal(root, kinds[k].view, WIDE, false);
        check_lines(kinds[k].name, shown, plain);
        assert_non_null(strstr(plain, "SHA-256"));
        char *const all[] = {text, name, tree, want, got, plain, shown};
        for (size_t i = 0; i < sizeof all / sizeof *all; i++)
            free(all[i]);
        smy_result_free(result);
        smy_result_free(again);
    }
}

/* A reader may ask of each what it rests on. */
static void inputs_that_are_named_are_there_with_their_source(void **state)
{
    (void)state;
    static const struct {
        const char *list, *one; /* one: the path of an entry; NULL: its list "inputs" */
        SmyResult *(*made)(void);
    } rows[] = {
        {"factors", NULL, sobol}, {"factors", NULL, tornado}, {"levers", "input", levers}};
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        SmyResult *result = rows[r].made();
        const SmyNode *root = smy_result_root(result),
                      *all = smy_node_get(root, rows[r].list);
        const SmyNode *inputs = smy_node_get(root, "inputs");
        assert_true(smy_node_size(all) > 0);
        for (size_t k = 0; k < smy_node_size(all); k++) {
            const SmyNode *entry = smy_node_at(all, k),
                          *paths = smy_node_get(entry, "inputs");
            size_t n = rows[r].one ? 1 : smy_node_size(paths);
            for (size_t p = 0; p < n; p++) {
                const char *path = smy_node_text(
                    rows[r].one ? smy_node_get(entry, rows[r].one) : smy_node_at(paths, p));
                const SmyNode *found = node_with(inputs, "path", path);
                if (!found)
                    fail_msg("%s is named and not there", path);
                assert_non_null(smy_node_text(smy_node_get(found, "support")));
                assert_int_equal(smy_node_kind(smy_node_get(found, "sources")),
                                 SMY_NODE_LIST);
            }
        }
        assert_int_equal(smy_node_kind(smy_node_get(root, "documents")), SMY_NODE_LIST);
        smy_result_free(result);
    }
}

/* The terminal shows the first dozen; whoever has no scripts sees them all. */
static void without_scripts_every_factor_is_there(void **state)
{
    (void)state;
    SmyResult *result = sobol();
    const SmyNode *factors = smy_node_get(smy_result_root(result), "factors");
    char *text = html_of(smy_result_root(result));
    char *plain = report_between(text, "ALL OF THEM", "</noscript>");
    assert_true(smy_node_size(factors) > 20);
    for (size_t f = 0; f < smy_node_size(factors); f++) {
        const char *title = smy_node_text(smy_node_get(smy_node_at(factors, f), "title"));
        if (!strpbrk(title, "<>&\"'") && !strstr(plain, title))
            fail_msg("without scripts %s is not there", title);
    }
    free(plain);
    free(text);
    smy_result_free(result);
}

static SmyCode throw_away(void *cookie, const char *bytes, size_t length)
{
    (void)cookie, (void)bytes, (void)length;
    return SMY_OK;
}

static SmyCode show(void *result)
{
    return smy_report_html(smy_result_root(result), throw_away, NULL);
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        SmyResult *result = kinds[k].made();
        assert_true(memory_exhaust(show, result) > 1);
        smy_result_free(result);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_names_its_kind_and_holds_the_tree_and_the_terminals_text),
        cmocka_unit_test(inputs_that_are_named_are_there_with_their_source),
        cmocka_unit_test(without_scripts_every_factor_is_there),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests_name("kinds of HTML reports", tests, NULL, NULL);
}
