/* SPDX-License-Identifier: Apache-2.0 */
/* The answer through time: which states there are, and that each is the answer as of its day. */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include "scenario/case.h"
#include "scenario/scenario.h"
#include "support/ask.h"
#include "support/memory.h"

#define HEAD                                                                               \
    "summitry: 1\nid: t\n"                                                                 \
    "issues: {a: {scale: [0, 100], status_quo: 50}, b: {scale: [0, 10], status_quo: 1}}\n" \
    "actors: {us: {capability: 1}, ru: {capability: 2}, eu: {capability: 1}}\n"            \
    "table: {seats: [us, ru], absent: [eu]}\n"                                             \
    "stances:\n"                                                                           \
    "  us: {a: {position: {low: 0, mode: 10, high: 30}, salience: 50}, b: {position: 8, "  \
    "salience: 20}}\n"                                                                     \
    "  ru: {a: {position: 90, salience: 50, limit: 40}, b: {position: 3, salience: 70}}\n" \
    "  eu: {a: {position: 20, salience: 50}}\n"                                            \
    "claims: [{id: more, says: More, holds: {gain: us, above: {gain: ru}}}]\n"

#define FORWARD                                                                            \
    "as_of: 2025-03-01\n"                                                                  \
    "timeline:\n"                                                                          \
    "  - {date: 2025-01-01, title: nothing}\n"                                             \
    "  - {date: 2025-02-01, title: t, sets: {stances.us.a.position: 30}}\n"                \
    "  - {date: 2025-03-01, title: u, sets: {issues.a.status_quo: 20}}\n"                  \
    "levers: [{id: l, by: us, on: ru, from: 2025-02-28, until: 2025-02-28, adds: "         \
    "{capability: 3}}]\n"

static SmyResult *timeline(const char *text, const SmyRunOptions *options)
{
    SmyScenario *scenario = ask_parse(text);
    SmyResult *result = NULL;
    SmyError err = {0};
    if (smy_timeline(scenario, options, &result, &err) != SMY_OK)
        fail_msg("%s", err.message);
    smy_scenario_free(scenario);
    return result;
}

/* clang-format off */
static const struct {
    const char *row, *text, *from; /* beginnings of the states */
} rows[] = {
    {"nothing dated", HEAD, "before "},
    {"forward from what the file gives", HEAD FORWARD, "2025-01-01 2025-02-01 2025-02-28 2025-03-01 "},
    {"back from what the file gives", HEAD "timeline: [{date: 2024-01-01, title: t, sets: {stances.us.a.position: 30}}, {date: 2025-01-01, title: u, sets: {stances.us.a.position: as_given}}]\n", "2024-01-01 2025-01-01 "},
    {"as of an earlier day", HEAD "as_of: 2024-01-01\ntimeline: [{date: 2024-01-01, title: t, sets: {stances.us.a.position: 30}}, {date: 2025-01-01, title: u, sets: {stances.us.a.position: as_given}}]\n", "before 2024-01-01 2025-01-01 "},
    {"a lever over the end of February", HEAD "levers: [{id: l, by: us, on: ru, from: 2024-02-28, until: 2024-02-29, adds: {capability: 3}}]\n", "before 2024-02-28 2024-03-01 "},
    {"a threat", HEAD "levers: [{id: l, by: us, on: ru, from: 2024-02-28, state: threatened, adds: {capability: 3}}]\n", "before "},
    {"events that change nothing", HEAD "timeline: [{date: 2024-01-01, title: t, sets: {stances.ru.a.position: 90}}, {date: 2024-02-01, title: u}]\n", "2024-01-01 "},
};
/* clang-format on */

static void states_begin_where_inputs_change(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        SmyResult *result = timeline(rows[r].text, &options);
        char from[256] = "", path[64];
        for (size_t s = 0; s < ask_size(result, "states"); s++) {
            (void)snprintf(path, sizeof path, "states.%zu.from", s);
            const char *date = smy_node_text(smy_node_find(smy_result_root(result), path));
            (void)snprintf(from + strlen(from), sizeof from - strlen(from), "%s ",
                           date ? date : "before");
        }
        if (strcmp(from, rows[r].from) != 0)
            fail_msg("%s: %s; expected %s", rows[r].row, from, rows[r].from);
        smy_result_free(result);
    }
}

static void each_state_is_the_answer_as_of_its_day(void **state)
{
    (void)state;
    static const char *const days[] = {"2025-01-31", "2025-02-27", "2025-02-28",
                                       "2026-01-01"};
    SmyRunOptions options = ask_points("mean,nash");
    options.draws = 64;
    SmyResult *whole = timeline(HEAD FORWARD, &options);
    SmyScenario *scenario = ask_parse(HEAD FORWARD);
    for (size_t s = 0; s < 4; s++) {
        SmyVariation *variation = NULL;
        SmyScenario *then = NULL;
        SmyResult *answer = NULL;
        SmyError err;
        char path[96];
        assert_int_equal(smy_variation_new(&variation, &err), SMY_OK);
        assert_int_equal(smy_variation_as_of(variation, days[s], &err), SMY_OK);
        assert_int_equal(smy_scenario_vary(scenario, variation, NULL, &then, &err), SMY_OK);
        assert_int_equal(smy_run(then, &options, &answer, &err), SMY_OK);
        (void)snprintf(path, sizeof path, "states.%zu.models.nash.gains.us", s);
        check_near(path, ask_number(whole, path),
                   ask_number(answer, "models.1.gains.us.total"), 0, "the run");
        (void)snprintf(path, sizeof path, "states.%zu.models.mean.outcome.a.point", s);
        check_near(path, ask_number(whole, path),
                   ask_number(answer, "models.0.outcome.a.point"), 0, "the run");
        (void)snprintf(path, sizeof path, "states.%zu.models.mean.draws.outcome.a.q90", s);
        check_near(path, ask_number(whole, path),
                   ask_number(answer, "models.0.outcome.a.draws.q90"), 0, "the run");
        (void)snprintf(path, sizeof path, "states.%zu.models.nash.draws.gains.us.q10", s);
        check_near(path, ask_number(whole, path),
                   ask_number(answer, "models.1.gains.us.draws.q10"), 0, "the run");
        (void)snprintf(path, sizeof path, "states.%zu.claims.0.odds.p", s);
        check_near(path, ask_number(whole, path),
                   ask_number(answer, "claims.0.probability.pooled.p"), 0, "the run");
        smy_variation_free(variation);
        smy_scenario_free(then);
        smy_result_free(answer);
    }
    assert_true(ask_bool(whole, "states.3.as_of"));
    assert_false(ask_bool(whole, "states.2.as_of"));
    assert_string_equal(ask_text(whole, "states.1.changed.0.path"),
                        "stances.us.a.position");
    check_near("before", ask_number(whole, "states.1.changed.0.before"), 10, 0, "hand");
    check_near("after", ask_number(whole, "states.1.changed.0.after"), 30, 0, "hand");
    assert_true(smy_node_kind(smy_node_find(smy_result_root(whole), "variation")) ==
                SMY_NODE_NULL);
    smy_scenario_free(scenario);
    smy_result_free(whole);
    check_done();
}

/* x of the mean: weights 1 x .5 and c x .5 on issue a, limits aside. */
static void the_mean_moves_with_its_inputs(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    SmyResult *whole = timeline(HEAD FORWARD, &options);
    static const double want[] = {(10 + 2 * 90) / 3., (30 + 2 * 90) / 3.,
                                  (30 + 5 * 90) / 6., (30 + 2 * 90) / 3.};
    for (size_t s = 0; s < 4; s++) {
        char path[96];
        (void)snprintf(path, sizeof path, "states.%zu.outcome.a.middle", s);
        check_near(path, ask_number(whole, path), want[s], 1e-12, "hand");
    }
    smy_result_free(whole);
    check_done();
}

static void the_day_after_a_day(void **state)
{
    (void)state;
    static const char *const days[][2] = {
        {"2025-01-31", "2025-02-01"}, {"2024-02-28", "2024-02-29"},
        {"2023-02-28", "2023-03-01"}, {"1900-02-28", "1900-03-01"},
        {"2000-02-28", "2000-02-29"}, {"2025-12-31", "2026-01-01"}};
    for (size_t d = 0; d < sizeof days / sizeof *days; d++) {
        char next[11];
        smyi_day_after(days[d][0], next);
        assert_string_equal(next, days[d][1]);
    }
}

static SmyCode work(void *cookie)
{
    SmyRunOptions options = ask_points("mean");
    SmyResult *result = NULL;
    SmyError err;
    SmyCode code = smy_timeline(cookie, &options, &result, &err);
    smy_result_free(result);
    return code;
}

static void memory_that_runs_out_is_said_and_nothing_leaks(void **state)
{
    (void)state;
    SmyScenario *scenario = ask_parse(HEAD FORWARD);
    assert_true(memory_exhaust(work, scenario) > 5);
    smy_scenario_free(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(states_begin_where_inputs_change),
        cmocka_unit_test(each_state_is_the_answer_as_of_its_day),
        cmocka_unit_test(the_mean_moves_with_its_inputs),
        cmocka_unit_test(the_day_after_a_day),
        cmocka_unit_test(memory_that_runs_out_is_said_and_nothing_leaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
