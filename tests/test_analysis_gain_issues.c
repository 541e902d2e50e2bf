/* SPDX-License-Identifier: Apache-2.0 */
/* What each issue brings or takes: numbers worked out by hand, and sums on the shipped scenarios. */
#include "support/ask.h"

#include <math.h>
#include <stdio.h>

/*
 * a (weight 2) and b (weight 1) sit; shares a 3/4, 1/4, b 1/2, 1/2. Means: x = (2*75*0 +
 * 50*100) / 200 = 25; y = (50*100 + 50*200) / 100 = 150. c cares about x alone, d about nothing.
 */
#define HEAD                                                                               \
    "summitry: 1\nid: two\n"                                                               \
    "issues: {x: {scale: [0, 100], status_quo: 50}, y: {scale: [0, 200], status_quo: "     \
    "20}}\n"                                                                               \
    "actors: {a: {kind: state, capability: 2}, b: {kind: state, capability: 1}, "          \
    "c: {kind: public}, d: {kind: public}}\n"
#define STANCES(x, y)                                                                      \
    "stances:\n  a: {x: {position: 0, salience: 75}, y: {position: 100, salience: 25}}\n"  \
    "  b: {x: {position: 100, salience: 50" x "}, y: {position: 200, salience: 50" y       \
    "}}\n"                                                                                 \
    "  c: {x: {position: 40, salience: 10}}\n"
#define TAIL "no_deal: {a: 10, b: -5}\ntable: {seats: [a, b]}\n"

enum { PLACES = 4 };

static const struct {
    const char *row, *text;
    bool quadratic;
    struct {
        const char *actor;
        double x, y, no_agreement;
    } wanted[PLACES];
} rows[] = {
    {"both settle",
     HEAD STANCES("", "") TAIL,
     false,
     /* a: 75 (.50 - .25), 25 (.40 - .25); b: 50 (.50 - .75), 50 (.90 - .25); c: .10 - .15 */
     {{"a", 18.75, 3.75, 0}, {"b", -12.5, 32.5, 0}, {"c", -5, 0, 0}, {"d", NAN, NAN, NAN}}},
    {"squares under quadratic loss",
     HEAD STANCES("", "") TAIL,
     true,
     /* a: 75 (1/4 - 1/16), 25 (.16 - 1/16); b: 50 (1/4 - 9/16), 50 (.81 - 1/16) */
     {{"a", 14.0625, 2.4375, 0},
      {"b", -15.625, 37.375, 0},
      {"c", -1.25, 0, 0},
      {"d", NAN, NAN, NAN}}},
    {"an issue that stays open brings nothing: x = 25 is past b's limit of 30",
     HEAD STANCES(", limit: 30", "") TAIL,
     false,
     {{"a", 0, 3.75, 0}, {"b", 0, 32.5, 0}, {"c", 0, 0, 0}, {"d", NAN, NAN, NAN}}},
    {"without an agreement it is what no deal costs, and no issue's",
     HEAD STANCES(", limit: 30", ", limit: 180") TAIL,
     false,
     {{"a", 0, 0, -10}, {"b", 0, 0, 5}, {"c", 0, 0, 0}, {"d", NAN, NAN, NAN}}},
};

static double at(const SmyResult *result, const char *actor, const char *what)
{
    char path[96];
    (void)snprintf(path, sizeof path, "models.0.gains.%s.%s", actor, what);
    return ask_number(result, path);
}

static void by_hand(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        SmyRunOptions options = ask_points("mean");
        options.quadratic_loss = rows[r].quadratic;
        SmyResult *result = ask(rows[r].text, &options);
        for (size_t p = 0; p < PLACES; p++) {
            const char *actor = rows[r].wanted[p].actor;
            check_near(rows[r].row, at(result, actor, "outcome_by_issue.x"),
                       rows[r].wanted[p].x, 1e-9, actor);
            check_near(rows[r].row, at(result, actor, "outcome_by_issue.y"),
                       rows[r].wanted[p].y, 1e-9, actor);
            check_near(rows[r].row, at(result, actor, "outcome_no_agreement"),
                       rows[r].wanted[p].no_agreement, 1e-9, actor);
        }
        smy_result_free(result);
    }
    check_done();
}

static void an_issue_without_a_status_quo_is_undefined_and_leaves_the_others(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    SmyResult *result =
        ask("summitry: 1\nid: two\n"
            "issues: {x: {scale: [0, 100]}, y: {scale: [0, 200], status_quo: 20}}\n"
            "actors: {a: {kind: state, capability: 2}, b: {kind: state, capability: 1}, "
            "c: {kind: public}}\n" STANCES("", "") TAIL,
            &options);
    check_near("x", at(result, "a", "outcome_by_issue.x"), NAN, 0, "no status quo");
    check_near("y", at(result, "a", "outcome_by_issue.y"), 3.75, 1e-9, "hand");
    check_near("whole", at(result, "a", "outcome"), NAN, 0, "no status quo");
    smy_result_free(result);
    check_done();
}

/* Checks every gain of a model; n counts those that are defined. */
static void adds_up(const char *file, const SmyNode *model, size_t *n)
{
    const SmyNode *gains = smy_node_get(model, "gains");
    for (size_t a = 0; a < smy_node_size(gains); a++) {
        const SmyNode *gain = smy_node_at(gains, a);
        const SmyNode *issues = smy_node_get(gain, "outcome_by_issue");
        double outcome = smy_node_number(smy_node_get(gain, "outcome")),
               sum = smy_node_number(smy_node_get(gain, "outcome_no_agreement"));
        for (size_t i = 0; i < smy_node_size(issues); i++)
            sum += smy_node_number(smy_node_at(issues, i));
        *n += outcome == outcome;
        check_near(file, sum, outcome, 1e-9, smy_node_key(gains, a));
    }
}

static void issues_add_up_to_the_outcome_under_every_model(void **state)
{
    (void)state;
    static const char *const files[] = {"scenarios/alaska-2025.summit.yaml",
                                        "scenarios/camp-david-1978.summit.yaml",
                                        "scenarios/car-emissions-1994.summit.yaml"};
    size_t n = 0;
    for (size_t f = 0; f < sizeof files / sizeof *files; f++) {
        SmyScenario *scenario = NULL;
        SmyResult *result = NULL;
        SmyError err = {0};
        SmyRunOptions options = ask_points(NULL);
        options.with_seats = false;
        assert_int_equal(smy_scenario_read(files[f], NULL, &scenario, &err), SMY_OK);
        assert_int_equal(smy_run(scenario, &options, &result, &err), SMY_OK);
        const SmyNode *models = smy_node_get(smy_result_root(result), "models");
        for (size_t m = 0; m < smy_node_size(models); m++)
            adds_up(files[f], smy_node_at(models, m), &n);
        smy_result_free(result);
        smy_scenario_free(scenario);
    }
    assert_true(n > 300);
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_hand),
        cmocka_unit_test(an_issue_without_a_status_quo_is_undefined_and_leaves_the_others),
        cmocka_unit_test(issues_add_up_to_the_outcome_under_every_model),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
