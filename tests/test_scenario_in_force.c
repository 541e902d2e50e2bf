/* SPDX-License-Identifier: Apache-2.0 */
/* What events and levers make of the inputs by the day looked at, and in which order. */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include "scenario/in_force.h"
#include "support/scenario.h"

#define EVENT(date, value)                                                                 \
    "{date: " date ", title: t, sets: {actors.us.capability: " value "}}"
#define LEVER(id, rest) "{id: " id ", by: ru, on: us, " rest "}"

/* clang-format off */
static const struct {
    const char *row, *text; /* lines at the end of the small scenario, where it is 1 */
    double want;            /* capability of us on the day looked at */
} rows[] = {
    {"no event", "x-y: 1", 1},
    {"an event on the day", "as_of: 2025-01-01\ntimeline: [" EVENT("2025-01-01", "2") "]", 2},
    {"an event the day after", "as_of: 2025-01-01\ntimeline: [" EVENT("2025-01-02", "2") "]", 1},
    {"the later event holds", "as_of: 2025-02-01\ntimeline: [" EVENT("2025-01-03", "3") ", " EVENT("2025-01-02", "2") "]", 3},
    {"of two on one day the later in the file", "as_of: 2025-02-01\ntimeline: [" EVENT("2025-01-02", "3") ", " EVENT("2025-01-02", "2") "]", 2},
    {"no as_of: the last date", "timeline: [" EVENT("2025-01-02", "3") ", " EVENT("2025-01-01", "2") "]", 3},
    {"a lever without dates adds", "levers: [" LEVER("l", "adds: {capability: 5}") "]", 6},
    {"two levers add up", "levers: [" LEVER("l", "adds: {capability: 5}") ", " LEVER("m", "adds: {capability: .5}") "]", 6.5},
    {"a threat adds nothing", "levers: [" LEVER("l", "state: threatened, adds: {capability: 5}") "]", 1},
    {"a lever on its first day", "as_of: 2025-01-01\nlevers: [" LEVER("l", "from: 2025-01-01, adds: {capability: 5}") "]", 6},
    {"a lever before its first day", "as_of: 2025-01-01\nlevers: [" LEVER("l", "from: 2025-01-02, adds: {capability: 5}") "]", 1},
    {"a lever on its last day", "as_of: 2025-01-01\nlevers: [" LEVER("l", "until: 2025-01-01, adds: {capability: 5}") "]", 6},
    {"a lever after its last day", "as_of: 2025-01-02\nlevers: [" LEVER("l", "until: 2025-01-01, adds: {capability: 5}") "]", 1},
    {"a lever is cut to the range", "levers: [" LEVER("l", "adds: {capability: -5}") "]", 0},
    {"a lever adds to what an event set before", "as_of: 2025-02-01\ntimeline: [" EVENT("2025-01-01", "2") "]\nlevers: [" LEVER("l", "from: 2025-01-02, adds: {capability: 5}") "]", 7},
    {"an event sets anew what a lever added to", "as_of: 2025-02-01\ntimeline: [" EVENT("2025-01-03", "2") "]\nlevers: [" LEVER("l", "from: 2025-01-02, adds: {capability: 5}") "]", 2},
    {"on one day the order of the file: event, lever", "as_of: 2025-02-01\ntimeline: [" EVENT("2025-01-02", "2") "]\nlevers: [" LEVER("l", "from: 2025-01-02, adds: {capability: 5}") "]", 7},
    {"on one day the order of the file: lever, event", "as_of: 2025-02-01\nlevers: [" LEVER("l", "from: 2025-01-02, adds: {capability: 5}") "]\ntimeline: [" EVENT("2025-01-02", "2") "]", 2},
    {"no as_of: the beginning of the last lever is a date", "levers: [" LEVER("l", "until: 2025-01-01, adds: {capability: 5}") ", " LEVER("m", "from: 2025-02-01, adds: {capability: .5}") "]", 1.5},
    {"no as_of: that of a threat is none", "levers: [" LEVER("l", "until: 2025-01-01, adds: {capability: 5}") ", " LEVER("m", "state: threatened, from: 2025-02-01, adds: {capability: .5}") "]", 6},
};
/* clang-format on */

static void the_day_says_what_counts(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        SmyScenario *scenario = scenario_good(scenario_text(7, rows[r].text));
        int input = smyi_input_find(scenario, "actors.us.capability");
        check_near(rows[r].row, smyi_estimate_point(&scenario->inputs[input].estimate),
                   rows[r].want, 0, "hand");
        check_near(rows[r].row, smyi_estimate_point(&scenario->given[input].estimate), 1, 0,
                   "what the file gives stays");
        smy_scenario_free(scenario);
    }
    check_done();
}

static void an_input_that_an_event_set_rests_on_what_the_event_cites(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(
        scenario_text(7, "timeline: [{date: 2025-01-01, title: t, judgement: the event's, "
                         "sets: {actors.us.capability: {low: 1, mode: 2, high: 4}}}]"));
    const SmyiInput *input =
        &scenario->inputs[smyi_input_find(scenario, "actors.us.capability")];
    assert_string_equal(input->support.judgement, "the event's");
    assert_string_equal(input->path, "actors.us.capability");
    assert_int_equal(input->estimate.shape, SMYI_SHAPE_TRIANGULAR);
    smy_scenario_free(scenario);
}

/* clang-format off */
static const struct {
    const char *row;
    SmyiEstimate was;
    double amount, low, mode, high;
    SmyiShape shape;
} moves[] = {
    {"a range moves whole", {SMYI_SHAPE_TRIANGULAR, 10, 20, 40, 0}, 5, 15, 25, 45, SMYI_SHAPE_TRIANGULAR},
    {"its end is cut", {SMYI_SHAPE_PERT, 10, 20, 40, 0}, 70, 80, 90, 100, SMYI_SHAPE_PERT},
    {"its mode too", {SMYI_SHAPE_TRIANGULAR, 10, 20, 40, 0}, 85, 95, 100, 100, SMYI_SHAPE_TRIANGULAR},
    {"nothing is left of it", {SMYI_SHAPE_TRIANGULAR, 10, 20, 40, 0}, 95, 100, 100, 100, SMYI_SHAPE_POINT},
    {"the middle of what is left", {SMYI_SHAPE_UNIFORM, 10, 25, 40, 0}, -20, 0, 10, 20, SMYI_SHAPE_UNIFORM},
    {"a point", {SMYI_SHAPE_POINT, 10, 10, 10, 0}, -20, 0, 0, 0, SMYI_SHAPE_POINT},
    {"a bell's parent moves freely", {SMYI_SHAPE_NORMAL, 80, 90, 95, 5}, 15, 95, 105, 100, SMYI_SHAPE_NORMAL},
    {"a bell too far away", {SMYI_SHAPE_NORMAL, 60, 99, 99, 1}, 35, 100, 100, 100, SMYI_SHAPE_POINT},
};
/* clang-format on */

static void a_lever_moves_an_estimate_whole_and_cuts_it(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof moves / sizeof *moves; r++) {
        SmyiEstimate now = smyi_estimate_moved(&moves[r].was, moves[r].amount, 0, 100);
        check_near(moves[r].row, now.low, moves[r].low, 0, "hand");
        check_near(moves[r].row, now.mode, moves[r].mode, 0, "hand");
        check_near(moves[r].row, now.high, moves[r].high, 0, "hand");
        assert_int_equal(now.shape, moves[r].shape);
    }
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_day_says_what_counts),
        cmocka_unit_test(an_input_that_an_event_set_rests_on_what_the_event_cites),
        cmocka_unit_test(a_lever_moves_an_estimate_whole_and_cuts_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
