/* SPDX-License-Identifier: Apache-2.0 */
/* Back-tests of invented and of real decisions. */
#include "support/support.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <summitry/summitry.h>

#include "support/backtest.h"
#include "support/memory.h"

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* Worked out with a spreadsheet from docs/decisions.csv, issue by issue. */
static void the_example_by_hand(void **state)
{
    (void)state;
    SmyBacktestOptions options;
    smy_backtest_options_init(&options);
    options.models = "mean,median,nash,heaped";
    options.with_cases = true;
    SmyResult *result = answer_to("docs/decisions.csv", &options);
    const SmyNode *root = smy_result_root(result);
    check_near("issues", smy_node_number(smy_node_find(root, "cases.issues")), 12, 0,
               "hand");
    check_near("scored", smy_node_number(smy_node_find(root, "cases.scored")), 10, 0,
               "hand");
    check_near("unknown outcome",
               smy_node_number(smy_node_find(root, "cases.unknown_outcome")), 1, 0, "hand");
    check_near("too few actors",
               smy_node_number(smy_node_find(root, "cases.too_few_actors")), 1, 0, "hand");
    check_near("all weights 0", smy_node_number(smy_node_find(root, "cases.equal_weights")),
               1, 0, "hand");
    check_near("dichotomous", smy_node_number(smy_node_find(root, "cases.dichotomous")), 1,
               0, "hand: night-ban alone");
    static const struct {
        const char *model, *issue, *key;
        double want;
    } cells[] = {
        {"mean", "water-share", "point",
         (70. * 3200 + 30 * 1500 + 45 * 600) / (3200 + 1500 + 600 + 900)},
        {"median", "water-share", "point", 70},
        {"mean", "school-day", "point", 50}, /* (50 + 75 + 50 + 25) / 4: nobody cares */
        {"mean", "toll-start", "point",      /* 2030..2040 is 0..100 */
         (30. * 2400 + 0 * 1000 + 50 * 300 + 100 * 200 + 30 * 500) /
             (2400 + 1000 + 300 + 200 + 500)},
        {"mean", "toll-start", "outcome", 30},
        {"median", "toll-start", "crps", 0},
        {"median", "night-ban", "brier", 0},
        {"nash", "dam-height", "point", (double)NAN}, /* no status quo */
    };
    for (size_t c = 0; c < COUNT(cells); c++)
        check_near(cells[c].issue,
                   smy_node_number(smy_node_get(
                       case_of(result, cells[c].model, cells[c].issue), cells[c].key)),
                   cells[c].want, 1e-12, "hand");
    assert_string_equal(
        smy_node_text(smy_node_get(case_of(result, "nash", "dam-height"), "status")),
        "undefined");
    check_near("nash needs a status quo", number_of(result, "nash", "n"), 7, 0, "hand");
    check_near("compared on these", number_of(result, "nash", "difference.crps.n"), 7, 0,
               "hand");
    assert_int_equal(smy_node_kind(smy_node_get(model_of(result, "mean"), "difference")),
                     SMY_NODE_NULL);
    smy_result_free(result);
    check_done();
}

static void folds_keep_groups_whole(void **state)
{
    (void)state;
    SmyBacktestOptions options;
    smy_backtest_options_init(&options);
    options.models = "mean,heaped";
    options.with_cases = true;
    options.folds = 3;
    SmyResult *result = answer_to("docs/decisions.csv", &options);
    check_near(
        "one fold",
        smy_node_number(smy_node_get(case_of(result, "heaped.cv", "toll-rate"), "fold")),
        smy_node_number(smy_node_get(case_of(result, "heaped.cv", "night-ban"), "fold")), 0,
        "both in group roads");
    assert_int_equal(smy_node_size(smy_node_find(model_of(result, "heaped.cv"),
                                                 "fitted.options.alpha.by_fold")),
                     3);
    assert_true(
        smy_node_bool(smy_node_find(model_of(result, "heaped.cv"), "fitted.converged")));
    smy_result_free(result);
    check_done();
}

static SmyResult *answer_to_text(const char *text, const SmyBacktestOptions *options)
{
    SmyCases *cases = NULL;
    SmyResult *result = NULL;
    SmyError err = {0};
    if (smy_cases_parse(text, strlen(text), "t.csv", &cases, &err) != SMY_OK ||
        smy_backtest(cases, options, &result, &err) != SMY_OK)
        fail_msg("%d:%d: %s", err.line, err.column, err.message);
    smy_cases_free(cases);
    return result;
}

#define THREE_AT_40(issue, outcome)                                                        \
    issue ",a,40,50," outcome "\n" issue ",b,40,50,\n" issue ",c,40,50,\n"

/*
 * All want 40: heaped gives it m = .995 + .005/101, and .005/101 to each other point. One
 * outcome is 40 and spread from 40 (.005/101) to that + m, the other is 41, in the last bin.
 */
static void calibration_by_hand(void **state)
{
    (void)state;
    SmyBacktestOptions options;
    smy_backtest_options_init(&options);
    options.models = "mean,heaped";
    options.folds = 0;
    SmyResult *result =
        answer_to_text("issue,actor,position,salience,outcome\n" THREE_AT_40("i", "40")
                           THREE_AT_40("j", "41"),
                       &options);
    double other = .005 / 101, m = .995 + other, below = 40 * other;
    const struct {
        const char *path;
        double want;
    } rows[] = {
        {"coverage.0.covered", .5},
        {"coverage.3.covered", .5},
        {"coverage.3.width", 0},
        {"pit.0", .5 * (.1 - below) / m},
        {"pit.5", .5 * .1 / m},
        {"pit.9", .5 * (below + m - .9) / m + .5},
        {"log", .5 * (log(m) + log(other))},
        {"mae", .5},
        {"hit10", 1},
        {"brier", (double)NAN},
    };
    for (size_t r = 0; r < COUNT(rows); r++)
        check_near(rows[r].path, number_of(result, "heaped", rows[r].path), rows[r].want,
                   1e-9, "hand");
    check_near("a point has no log score", number_of(result, "mean", "log"), (double)NAN, 0,
               "hand");
    smy_result_free(result);
    check_done();
}

/* Issue i has two positions and the upper came: its chance f is 1 - sqrt(brier). */
static void reliability_and_intervals_by_hand(void **state)
{
    (void)state;
    SmyBacktestOptions options;
    smy_backtest_options_init(&options);
    options.models = "mean,heaped";
    options.folds = 0;
    SmyResult *result =
        answer_to_text("issue,actor,position,salience,outcome\ni,a,0,50,100\ni,b,100,50,\n"
                       "i,c,100,60,\n" THREE_AT_40("j", "41"),
                       &options);
    double f = 1 - sqrt(number_of(result, "heaped", "brier"));
    const SmyNode *bins = smy_node_get(model_of(result, "heaped"), "reliability");
    assert_int_equal(smy_node_size(bins), 5);
    assert_true(f > .6 && f < 1); /* most of the weight stands there */
    for (size_t b = 0; b < 5; b++) {
        const SmyNode *bin = smy_node_at(bins, b);
        bool here = f >= .2 * (double)b && f < .2 * (double)(b + 1);
        check_near("n", smy_node_number(smy_node_get(bin, "n")), here, 0, "hand");
        check_near("forecast", smy_node_number(smy_node_get(bin, "forecast")),
                   here ? f : (double)NAN, 1e-12, "hand");
        check_near("came", smy_node_number(smy_node_get(bin, "came")),
                   here ? 1 : (double)NAN, 0, "hand");
    }
    assert_int_equal(smy_node_kind(smy_node_get(model_of(result, "mean"), "reliability")),
                     SMY_NODE_NULL);
    /* The mean misses by 100 - 68.75 and by 1; two groups: means of the one, both, the other. */
    check_near("low", number_of(result, "mean", "interval.mae.low"), 1, 1e-9, "hand");
    check_near("high", number_of(result, "mean", "interval.mae.high"), 31.25, 1e-9, "hand");
    check_near("a point: the same", number_of(result, "mean", "interval.crps.high"), 31.25,
               1e-9, "hand");
    smy_result_free(result);
    check_done();
}

/* An outcome is moved: the fit without its fold stays, bit by bit, and the others move. */
static void nothing_is_fitted_to_what_it_forecasts(void **state)
{
    (void)state;
    static const char before[] =
        "issue,actor,position,salience,outcome\ni,a,0,50,20\ni,b,60,50,\ni,c,90,50,\n"
        "j,a,10,50,10\nj,b,60,50,\nj,c,80,50,\nk,a,0,50,70\nk,b,70,50,\nk,c,90,50,\n"
        "l,a,5,50,33\nl,b,60,50,\nl,c,90,50,\nm,a,0,50,44\nm,b,60,50,\nm,c,95,50,\n";
    static char after[sizeof before];
    memcpy(after, before, sizeof before);
    memcpy(strstr(after, "50,20"), "50,60", 5); /* of issue i, which is a group by itself */
    SmyBacktestOptions options;
    smy_backtest_options_init(&options);
    options.models = "mean,heaped";
    options.folds = 3;
    options.with_cases = true;
    SmyResult *one = answer_to_text(before, &options);
    SmyResult *two = answer_to_text(after, &options);
    double own = smy_node_number(smy_node_get(case_of(one, "heaped.cv", "i"), "fold"));
    for (int f = 0; f < 3; f++) {
        char path[64];
        (void)snprintf(path, sizeof path, "fitted.options.alpha.by_fold.%d", f);
        double a = number_of(one, "heaped.cv", path), b = number_of(two, "heaped.cv", path);
        assert_true(f == (int)own ? a <= b && a >= b : a < b || a > b);
    }
    smy_result_free(one);
    smy_result_free(two);
}

typedef struct Text {
    char bytes[1 << 17];
    size_t length;
} Text;

static SmyCode keep(void *cookie, const char *bytes, size_t length)
{
    Text *text = cookie;
    if (text->length + length >= sizeof text->bytes)
        return SMY_ERR_LIMIT;
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    return SMY_OK;
}

static void any_number_of_threads(void **state)
{
    (void)state;
    static Text texts[2];
    SmyBacktestOptions options;
    smy_backtest_options_init(&options);
    options.resamples = 1000;
    options.with_cases = true;
    for (unsigned t = 0; t < 2; t++) {
        options.threads = t ? 4 : 1;
        SmyResult *result = answer_to("docs/decisions.csv", &options);
        texts[t].length = 0;
        assert_int_equal(smy_node_write_json(smy_result_root(result), keep, &texts[t]),
                         SMY_OK);
        smy_result_free(result);
    }
    assert_int_equal(texts[0].length, texts[1].length);
    assert_memory_equal(texts[0].bytes, texts[1].bytes, texts[0].length);
}

static void what_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *models, *baseline;
        SmyCode code;
    } rows[] = {{"mean,nobody", "mean", SMY_ERR_UNKNOWN},
                {"median,nash", "mean", SMY_ERR_UNKNOWN},
                {"mean,mean", "mean", SMY_ERR_DUPLICATE}};
    SmyCases *cases = NULL;
    SmyError err = {0};
    assert_int_equal(smy_cases_read("docs/decisions.csv", &cases, &err), SMY_OK);
    for (size_t r = 0; r < COUNT(rows); r++) {
        SmyBacktestOptions options;
        SmyResult *result = NULL;
        smy_backtest_options_init(&options);
        options.models = rows[r].models;
        options.baseline = rows[r].baseline;
        assert_int_equal(smy_backtest(cases, &options, &result, &err), rows[r].code);
        assert_null(result);
    }
    smy_cases_free(cases);
    static const char few[] = "issue,actor,position,salience,outcome\ni,a,1,1,1\n";
    SmyResult *result = NULL;
    assert_int_equal(smy_cases_parse(few, sizeof few - 1, "t", &cases, &err), SMY_OK);
    assert_int_equal(smy_backtest(cases, NULL, &result, &err), SMY_ERR_MISSING);
    smy_cases_free(cases);
}

static SmyCode drop(void *cookie, const char *bytes, size_t length)
{
    (void)cookie, (void)bytes, (void)length;
    return SMY_OK;
}

static SmyCode test_and_show(void *cookie)
{
    SmyBacktestOptions options;
    SmyTerminalOptions view;
    SmyResult *result = NULL;
    SmyError err = {0};
    smy_backtest_options_init(&options);
    smy_terminal_options_init(&view);
    view.view = SMY_VIEW_BACKTEST;
    options.models = "mean,heaped";
    options.resamples = 65;
    options.folds = 2;
    options.threads = 1;
    SmyCode code = smy_backtest(cookie, &options, &result, &err);
    assert_int_equal(code, err.code);
    if (code == SMY_OK)
        code = smy_report_terminal(smy_result_root(result), &view, drop, NULL);
    smy_result_free(result);
    return code;
}

static void memory_that_runs_out(void **state)
{
    (void)state;
    SmyCases *cases = NULL;
    SmyError err = {0};
    assert_int_equal(smy_cases_read("docs/decisions.csv", &cases, &err), SMY_OK);
    assert_true(memory_exhaust(test_and_show, cases) > 3);
    smy_cases_free(cases);
}

static bool stop(void *cookie, const char *what, uint64_t done, uint64_t total)
{
    (void)cookie, (void)what, (void)done, (void)total;
    return false;
}

static void stopped_work_is_cancelled(void **state)
{
    (void)state;
    SmyCases *cases = NULL;
    SmyResult *result = NULL;
    SmyError err = {0};
    SmyBacktestOptions options;
    smy_backtest_options_init(&options);
    options.progress = stop;
    assert_int_equal(smy_cases_read("docs/decisions.csv", &cases, &err), SMY_OK);
    assert_int_equal(smy_backtest(cases, &options, &result, &err), SMY_ERR_CANCELLED);
    assert_null(result);
    smy_cases_free(cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_example_by_hand),
        cmocka_unit_test(folds_keep_groups_whole),
        cmocka_unit_test(calibration_by_hand),
        cmocka_unit_test(reliability_and_intervals_by_hand),
        cmocka_unit_test(nothing_is_fitted_to_what_it_forecasts),
        cmocka_unit_test(any_number_of_threads),
        cmocka_unit_test(what_is_refused),
        cmocka_unit_test(memory_that_runs_out),
        cmocka_unit_test(stopped_work_is_cancelled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
