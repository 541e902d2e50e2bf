/* SPDX-License-Identifier: Apache-2.0 */
/* What would turn a claim's verdict: the least change of one input, worked out by hand. */
#include "support/ask.h"

#include <math.h>
#include <string.h>

/*
 * Two actors of equal weight at 0 and 100: the mean is 50. Above 60 it is when a's salience s has
 * 5000 / (50 + s) > 60, below 100/3; when a's position p has (p + 100) / 2 > 60, above 20; when
 * b's salience s has 100 s / (50 + s) > 60, above 75. Capabilities are all alike: they have no span.
 */
static const char SCENARIO[] =
    "summitry: 1\nid: flips\nissues: {x: {scale: [0, 100], status_quo: 50}}\n"
    "actors:\n  a: {kind: state, capability: 1}\n  b: {kind: state, capability: 1}\n"
    "stances:\n  a: {x: {position: {low: 0, mode: 0, high: 30}, salience: 50}}\n"
    "  b: {x: {position: 100, salience: {low: 40, mode: 50, high: 60}}}\n"
    "table: {seats: [a, b]}\n"
    "claims:\n  - {id: high, says: high, holds: {outcome: x, above: 60}}\n"
    "  - {id: always, says: always, holds: {outcome: x, at_least: 0}}\n";

static const struct {
    const char *path;
    double from, to, distance;
    bool within;
} rows[] = {
    {"stances.a.x.salience", 50, 100. / 3, 1. / 6, false},
    {"stances.a.x.position", 0, 20, .2, true},
    {"stances.b.x.salience", 50, 75, .25, false},
};

static SmyResult *asked_of(uint64_t draws, bool with_flips)
{
    SmyScenario *scenario = NULL;
    SmyResult *result = NULL;
    SmyRunOptions options;
    smy_run_options_init(&options);
    options.models = "mean";
    options.draws = draws;
    options.with_flips = with_flips;
    assert_int_equal(
        smy_scenario_parse(SCENARIO, sizeof SCENARIO - 1, "t.yaml", NULL, &scenario, NULL),
        SMY_OK);
    assert_int_equal(smy_run(scenario, &options, &result, NULL), SMY_OK);
    smy_scenario_free(scenario);
    return result;
}

static const SmyNode *flips_of(const SmyResult *result, size_t claim)
{
    return smy_node_get(smy_node_at(smy_node_get(smy_result_root(result), "claims"), claim),
                        "flips");
}

static void the_nearest_change_comes_first(void **state)
{
    (void)state;
    SmyResult *result = asked_of(10, true);
    const SmyNode *list = flips_of(result, 0);
    assert_int_equal(smy_node_size(list), sizeof rows / sizeof *rows);
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        const SmyNode *flip = smy_node_at(list, r);
        assert_string_equal(smy_node_text(smy_node_get(flip, "path")), rows[r].path);
        assert_string_equal(smy_node_text(smy_node_get(flip, "model")), "mean");
        double to = smy_node_number(smy_node_get(flip, "to"));
        assert_true(fabs(smy_node_number(smy_node_get(flip, "from")) - rows[r].from) <
                    1e-9);
        assert_true(fabs(to - rows[r].to) < 1e-3);
        assert_true(r == 0 ? to < rows[r].to : to > rows[r].to);
        assert_true(fabs(smy_node_number(smy_node_get(flip, "distance")) -
                         rows[r].distance) < 1e-5);
        assert_int_equal(smy_node_bool(smy_node_get(flip, "within")), rows[r].within);
    }
    smy_result_free(result);
}

static void what_always_holds_has_none(void **state)
{
    (void)state;
    SmyResult *result = asked_of(10, true);
    assert_int_equal(smy_node_kind(flips_of(result, 1)), SMY_NODE_LIST);
    assert_int_equal(smy_node_size(flips_of(result, 1)), 0);
    smy_result_free(result);
}

static void nobody_looks_without_draws_or_unasked(void **state)
{
    (void)state;
    SmyResult *points = asked_of(0, true), *unasked = asked_of(10, false);
    assert_int_equal(smy_node_kind(flips_of(points, 0)), SMY_NODE_NULL);
    assert_int_equal(smy_node_kind(flips_of(unasked, 0)), SMY_NODE_NULL);
    smy_result_free(points);
    smy_result_free(unasked);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nearest_change_comes_first),
        cmocka_unit_test(what_always_holds_has_none),
        cmocka_unit_test(nobody_looks_without_draws_or_unasked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
