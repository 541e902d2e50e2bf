/* SPDX-License-Identifier: Apache-2.0 */
/* Voting power of a scenario's procedure: who counts, what the tree says, what is refused. */
#include "support/ask.h"

#include <stdio.h>
#include <string.h>

#include "support/memory.h"

static const char head[] = "summitry: 1\nid: t\nissues: {x: {scale: [0, 100]}}\n"
                           "actors: {a: {capability: 3}, b: {capability: 2}, c: "
                           "{capability: 1}, o: {capability: 9}}\n"
                           "table: {seats: [a, b, c]}\n"
                           "stances: {a: {x: {position: 10, salience: 50}}}\n";

static SmyResult *power_of(const char *procedure)
{
    char text[2048];
    SmyResult *result = NULL;
    SmyError err = {0};
    (void)snprintf(text, sizeof text, "%s%s\n", head, procedure);
    SmyScenario *scenario = ask_parse(text);
    if (smy_power(scenario, NULL, 1, &result, &err) != SMY_OK)
        fail_msg("%s", err.message);
    smy_scenario_free(scenario);
    return result;
}

static void who_has_power(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct {
        const char *row, *procedure;
        size_t n;
        const char *last; /* the last player */
        double want;      /* its Shapley-Shubik index */
    } rows[] = {
        {"two of three",            "procedure: {criteria: [{quota: 2, weights: {a: 1, b: 1, c: 1}}]}",           3, "c", 1 / 3.},
        {"one who does not sit",    "procedure: {criteria: [{quota: 2, weights: {a: 1, b: 1, o: 1}}]}",           3, "o", 1 / 3.},
        {"capabilities of those who sit", "procedure: {criteria: [{quota: 4}]}",                                  3, "c", 1 / 6.},
        {"a veto without a vote",   "procedure: {veto: [o], criteria: [{quota: 2, weights: {a: 1, b: 1, c: 1}}]}", 4, "o", .5},
        {"a veto beside a vote",    "procedure: {veto: [c], criteria: [{quota: 2, weights: {a: 1, b: 1, c: 1}}]}", 3, "c", 2 / 3.},
        {"two criteria",            "procedure: {criteria: [{quota: 2, weights: {a: 1, b: 1, c: 1}}, {quota: 3, weights: {a: 1, c: 3}}]}", 3, "c", 2 / 3.},
    };
    /* clang-format on */
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        char path[64];
        SmyResult *result = power_of(rows[r].procedure);
        assert_int_equal(ask_size(result, "power.players"), rows[r].n);
        (void)snprintf(path, sizeof path, "power.players.%zu.actor", rows[r].n - 1);
        assert_string_equal(ask_text(result, path), rows[r].last);
        (void)snprintf(path, sizeof path, "power.players.%zu.shapley_shubik",
                       rows[r].n - 1);
        check_near(rows[r].row, ask_number(result, path), rows[r].want, 1e-12, "hand");
        assert_true(ask_bool(result, "power.exact"));
        smy_result_free(result);
    }
    check_done();
}

/* The shipped vote has the weights of the published body. */
static void the_council_of_fifteen(void **state)
{
    (void)state;
    SmyScenario *scenario = NULL;
    SmyResult *result = NULL;
    json_t *file = golden_read("i_table.json");
    assert_int_equal(smy_scenario_read("scenarios/tobacco-advertising-1997.summit.yaml",
                                       NULL, &scenario, NULL),
                     SMY_OK);
    assert_int_equal(smy_power(scenario, NULL, 1, &result, NULL), SMY_OK);
    for (size_t p = 0; p < 15; p++) {
        char path[64], golden[64];
        (void)snprintf(path, sizeof path, "power.players.%zu.shapley_shubik", p);
        (void)snprintf(golden, sizeof golden, "expected.power.eu_15.shapley_shubik.%zu", p);
        check_near(path, ask_number(result, path), json_num(file, golden), 1e-12,
                   "i_table.json");
        (void)snprintf(path, sizeof path, "power.players.%zu.swings", p);
        (void)snprintf(golden, sizeof golden, "expected.power.eu_15.swings.%zu", p);
        check_near(path, ask_number(result, path), json_num(file, golden), 0,
                   "i_table.json");
    }
    check_near("quota", ask_number(result, "power.criteria.0.quota"), 62, 0, "the file");
    check_near("votes", ask_number(result, "power.criteria.0.total"), 87, 0, "the file");
    smy_result_free(result);
    smy_scenario_free(scenario);
    json_decref(file);
    check_done();
}

static void without_criteria_nobody_has_votes(void **state)
{
    (void)state;
    SmyScenario *scenario = ask_parse(head);
    SmyResult *result = NULL;
    SmyError err = {0};
    assert_int_equal(smy_power(scenario, NULL, 1, &result, &err), SMY_ERR_MISSING);
    assert_null(result);
    assert_non_null(strstr(err.message, "no procedure with criteria"));
    smy_scenario_free(scenario);
    SmyRunOptions options = ask_points("mean");
    result = ask(head, &options);
    assert_int_equal(smy_node_kind(smy_node_get(smy_result_root(result), "power")),
                     SMY_NODE_NULL);
    smy_result_free(result);
}

/* A run says the same as the question alone. */
static void a_run_has_it_too(void **state)
{
    (void)state;
    char text[2048];
    (void)snprintf(text, sizeof text, "%sprocedure: {criteria: [{quota: 4}]}\n", head);
    SmyRunOptions options = ask_points("mean");
    SmyResult *result = ask(text, &options);
    check_near("of a", ask_number(result, "power.players.0.shapley_shubik"), 2 / 3., 1e-12,
               "hand");
    check_near("passes", ask_number(result, "power.passes"), 3 / 8., 1e-12, "hand");
    smy_result_free(result);
    check_done();
}

static SmyCode ask_power(void *cookie)
{
    SmyResult *result = NULL;
    SmyCode code = smy_power(cookie, NULL, 1, &result, NULL);
    smy_result_free(result);
    return code;
}

static void memory_may_run_out(void **state)
{
    (void)state;
    SmyScenario *scenario = NULL;
    assert_int_equal(smy_scenario_read("scenarios/tobacco-advertising-1997.summit.yaml",
                                       NULL, &scenario, NULL),
                     SMY_OK);
    assert_true(memory_exhaust(ask_power, scenario) >= 1);
    smy_scenario_free(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_has_power),
        cmocka_unit_test(the_council_of_fifteen),
        cmocka_unit_test(without_criteria_nobody_has_votes),
        cmocka_unit_test(a_run_has_it_too),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
