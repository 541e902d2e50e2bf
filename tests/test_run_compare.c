/* SPDX-License-Identifier: Apache-2.0 */
/* Where the models part, and the forecast that is quoted: worked by hand on a small scenario. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "support/ask.h"

/* Weights 50, 30, 20: median and mode 0, mean 37 of 100, on a scale of 0 to 10 for b. */
static const char text[] =
    "summitry: 1\n"
    "id: t\n"
    "issues:\n"
    "  a: {scale: [0, 100], status_quo: 0}\n"
    "  b: {scale: [0, 10], status_quo: 0}\n"
    "actors: {x: {capability: 50}, y: {capability: 30}, z: {capability: 20}}\n"
    "table: {seats: [x, y, z]}\n"
    "stances:\n"
    "  x: {a: {position: 0, salience: 100}, b: {position: 0, salience: 100}}\n"
    "  y: {a: {position: 60, salience: 100}, b: {position: 10, salience: 100}}\n"
    "  z: {a: {position: 95, salience: 100}, b: {position: 10, salience: 100}}\n";

static void the_widest_gap_makes_the_sides(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean,median,mode");
    SmyResult *r = ask(text, &options);
    check_near("lowest", ask_number(r, "compare.issues.a.low"), 0, 0, "hand");
    check_near("highest", ask_number(r, "compare.issues.a.high"), 37, 1e-9, "hand");
    check_near("b in its unit", ask_number(r, "compare.issues.b.high"), 5, 1e-9, "hand");
    check_near("b in points", ask_number(r, "compare.issues.b.spread"), 50, 1e-9, "hand");
    check_near("models", ask_number(r, "compare.issues.b.models"), 3, 0, "hand");
    assert_string_equal(ask_text(r, "compare.widest"), "b");
    check_near("the widest", ask_number(r, "compare.spread"), 50, 1e-9, "hand");
    assert_int_equal(ask_size(r, "compare.sides"), 2);
    assert_int_equal(ask_size(r, "compare.sides.0.models"), 2);
    assert_string_equal(ask_text(r, "compare.sides.0.models.0"), "median");
    assert_string_equal(ask_text(r, "compare.sides.0.models.1"), "mode");
    assert_string_equal(ask_text(r, "compare.sides.1.models.0"), "mean");
    assert_string_equal(ask_text(r, "compare.sides.0.assumptions.0"), "votes by weight");
    assert_string_equal(ask_text(r, "compare.sides.1.assumptions.0"), "averages by weight");
    assert_int_equal(ask_size(r, "compare.on_both_sides"), 0);
    smy_result_free(r);
    check_done();
}

static void a_kind_may_stand_on_both_sides(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("median,mode,mean");
    static const char *const upper[] = {"median.side=upper"};
    options.model_options = upper;
    options.n_model_options = 1;
    SmyResult *r = ask(text, &options);
    /* Half the weight lies at 0: the upper median is the next position, 60 and 10. */
    assert_string_equal(ask_text(r, "compare.widest"), "b");
    check_near("upper", ask_number(r, "compare.sides.1.high"), 10, 1e-9, "hand");
    assert_string_equal(ask_text(r, "compare.on_both_sides.0"), "votes by weight");
    smy_result_free(r);
    check_done();
}

static void one_model_parts_from_nobody(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    SmyResult *r = ask(text, &options);
    assert_int_equal(ask_size(r, "compare.sides"), 0);
    const SmyNode *compare = smy_node_get(smy_result_root(r), "compare");
    assert_int_equal(smy_node_kind(smy_node_get(compare, "widest")), SMY_NODE_NULL);
    assert_true(isnan(smy_node_number(smy_node_find(compare, "issues.a.spread"))));
    /* ... and has no record to quote. */
    const SmyNode *forecast = smy_node_get(smy_result_root(r), "forecast");
    assert_int_equal(smy_node_kind(smy_node_get(forecast, "model")), SMY_NODE_NULL);
    assert_string_equal(ask_text(r, "forecast.why"),
                        "no model with a track record was asked");
    smy_result_free(r);
}

static void the_forecast_is_the_distribution(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean,heaped");
    SmyResult *r = ask(text, &options);
    assert_string_equal(ask_text(r, "forecast.model"), "heaped");
    check_near("its median is the model's point", ask_number(r, "forecast.issues.a.median"),
               ask_number(r, "models.1.outcome.a.solution"), 0, "models.md M");
    double sum = 0, q10 = -1, q90 = -1;
    const SmyNode *pairs =
        smy_node_find(smy_result_root(r), "models.1.outcome.a.distribution");
    for (size_t g = 0; g < smy_node_size(pairs); g++) {
        const SmyNode *pair = smy_node_at(pairs, g);
        sum += smy_node_number(smy_node_at(pair, 1));
        if (q10 < 0 && sum >= .1)
            q10 = smy_node_number(smy_node_at(pair, 0));
        if (q90 < 0 && sum >= .9)
            q90 = smy_node_number(smy_node_at(pair, 0));
    }
    check_near("a tenth", ask_number(r, "forecast.issues.a.q10"), q10, 0,
               "its distribution");
    check_near("nine", ask_number(r, "forecast.issues.a.q90"), q90, 0, "its distribution");
    assert_true(ask_number(r, "forecast.record.crps") <
                ask_number(r, "forecast.record.baseline.crps"));
    smy_result_free(r);
    check_done();
}

static void solutions_are_drawn_apart_from_where_issues_end(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    options.draws = 128;
    char limited[2048] = "";
    /* x accepts nothing but 0 on a: the issue stays at the status quo, the mean does not. */
    strcpy(limited, text);
    char *at = strstr(limited, "  y: {a:");
    assert_non_null(at);
    *at = '\0';
    strcat(limited,
           "  y: {a: {position: 60, salience: 100, limit: 50}}\n"
           "  z: {a: {position: {low: 90, mode: 95, high: 100}, salience: 100}}\n");
    SmyResult *r = ask(limited, &options);
    check_near("ends", ask_number(r, "models.0.outcome.a.draws.q90"), 0, 0, "status quo");
    assert_true(ask_number(r, "models.0.outcome.a.solution_draws.q10") >= 36);
    assert_true(ask_number(r, "models.0.outcome.a.solution_draws.q90") <= 38);
    smy_result_free(r);
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_widest_gap_makes_the_sides),
        cmocka_unit_test(a_kind_may_stand_on_both_sides),
        cmocka_unit_test(one_model_parts_from_nobody),
        cmocka_unit_test(the_forecast_is_the_distribution),
        cmocka_unit_test(solutions_are_drawn_apart_from_where_issues_end),
    };
    return cmocka_run_group_tests_name("forecast and comparison", tests, NULL, NULL);
}
