/* SPDX-License-Identifier: Apache-2.0 */
/* Who could move whom: what turning a lever changes, and the fewest that turn a claim. */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include "support/ask.h"
#include "support/memory.h"

/* On issue a the mean is (c_us 10 + c_ru 90) / (c_us + c_ru): 50 as it stands. */
#define HEAD                                                                               \
    "summitry: 1\nid: t\nissues: {a: {scale: [0, 100], status_quo: 60}}\n"                 \
    "actors: {us: {capability: 1}, ru: {capability: 1}, eu: {capability: 1}}\n"            \
    "table: {seats: [us, ru], absent: [eu]}\n"                                             \
    "stances:\n  us: {a: {position: 10, salience: 50}}\n"                                  \
    "  ru: {a: {position: 90, salience: 50}}\n"                                            \
    "  eu: {a: {position: 20, salience: 50}}\n"                                            \
    "claims:\n  - {id: low, says: Low, holds: {outcome: a, below: 30}}\n"                  \
    "  - {id: middle, says: Middle, holds: {outcome: a, below: 51}}\n"                     \
    "  - {id: never, says: Never, holds: {outcome: a, below: 5}}\n"                        \
    "levers:\n"
#define LEVER(id, by, on, rest) "  - {id: " id ", by: " by ", on: " on ", " rest "}\n"
#define LEVERS                                                                             \
    LEVER("one", "eu", "us", "state: threatened, adds: {capability: 1}")                   \
    LEVER("two", "eu", "us", "state: threatened, adds: {capability: 2}")                   \
    LEVER("three", "us", "ru", "state: threatened, adds: {capability: -0.5}")              \
    LEVER("four", "ru", "eu", "state: threatened, adds: {capability: 9}")

static SmyResult *leverage(const char *text, const char *claim, const SmyRunOptions *o)
{
    SmyScenario *scenario = ask_parse(text);
    SmyResult *result = NULL;
    SmyError err = {0};
    if (smy_leverage(scenario, o, claim, &result, &err) != SMY_OK)
        fail_msg("%s", err.message);
    smy_scenario_free(scenario);
    return result;
}

static void a_lever_moves_the_mean_as_it_should(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    SmyResult *r = leverage(HEAD LEVERS, NULL, &options);
    static const struct {
        const char *path;
        double want;
    } rows[] = {
        {"now.outcome.a.middle", 50},
        {"turns.0.outcome.a.middle", (2 * 10 + 90) / 3. - 50},
        {"turns.1.outcome.a.middle", (3 * 10 + 90) / 4. - 50},
        {"turns.2.outcome.a.middle", (10 + .5 * 90) / 1.5 - 50},
        {"turns.3.outcome.a.middle", 0},
        {"turns.4.outcome.a.middle", (4 * 10 + 90) / 5. - 50}, /* one and two: eu on us */
        {"turns.1.gains.us.middle", 20}, /* from 50 to 30, where it wants 10 */
        {"turns.1.gains.eu.middle", 20},
        {"turns.1.gains.ru.middle", -20},
    };
    assert_int_equal(ask_size(r, "turns"), 5);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_near(rows[i].path, ask_number(r, rows[i].path), rows[i].want, 1e-9, "hand");
    assert_string_equal(ask_text(r, "turns.4.levers.1.id"), "two");
    assert_string_equal(ask_text(r, "turns.4.levers.1.to"), "pulled");
    smy_result_free(r);
    check_done();
}

static void a_lever_in_force_is_dropped(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    SmyResult *r =
        leverage(HEAD LEVER("on", "eu", "us", "adds: {capability: 2}"), NULL, &options);
    check_near("now", ask_number(r, "now.outcome.a.middle"), 30, 1e-9, "hand");
    check_near("then", ask_number(r, "turns.0.outcome.a.middle"), 20, 1e-9, "hand");
    assert_string_equal(ask_text(r, "turns.0.levers.0.to"), "dropped");
    assert_true(ask_bool(r, "levers.0.in_force"));
    smy_result_free(r);
    check_done();
}

/* one, two, three -> 36.7, 30, 36.7; one+two 26; one+three 26; two+three 21.4: below 30
   for each pair; amounts 3, 1.5, 2.5. */
static void the_fewest_levers_are_found_cheapest_first(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    SmyResult *r = leverage(HEAD LEVERS, "low", &options);
    assert_int_equal(ask_size(r, "turning.sets"), 3);
    assert_true(ask_bool(r, "turning.wanted"));
    assert_true(ask_bool(r, "turning.exact"));
    static const struct {
        const char *first, *second;
        double amount;
    } sets[] = {{"one", "three", 1.5}, {"two", "three", 2.5}, {"one", "two", 3}};
    for (size_t s = 0; s < 3; s++) {
        char path[64];
        (void)snprintf(path, sizeof path, "turning.sets.%zu.levers.0.id", s);
        assert_string_equal(ask_text(r, path), sets[s].first);
        (void)snprintf(path, sizeof path, "turning.sets.%zu.levers.1.id", s);
        assert_string_equal(ask_text(r, path), sets[s].second);
        (void)snprintf(path, sizeof path, "turning.sets.%zu.amount", s);
        check_near(path, ask_number(r, path), sets[s].amount, 1e-12, "hand");
    }
    smy_result_free(r);
    check_done();
}

static void a_claim_that_holds_is_made_to_fail(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    SmyResult *r =
        leverage(HEAD LEVER("l", "eu", "ru", "state: threatened, adds: {capability: 1}"),
                 "middle", &options);
    assert_false(ask_bool(r, "turning.wanted"));
    assert_int_equal(ask_size(r, "turning.sets"), 1);
    check_near("odds", ask_number(r, "turning.sets.0.odds"), 0, 0, "hand");
    smy_result_free(r);
    check_done();
}

static void what_no_set_turns_is_said(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    SmyResult *r = leverage(HEAD LEVERS, "never", &options);
    assert_int_equal(ask_size(r, "turning.sets"), 0);
    assert_true(ask_bool(r, "turning.exact"));
    /* as it is, four levers and a pair; six pairs, four of three, one of four */
    check_near("asked", ask_number(r, "asked"), 1 + 5 + 6 + 4 + 1, 0, "hand");
    smy_result_free(r);
    char text[4096] = HEAD;
    for (int l = 0; l < 13; l++)
        (void)snprintf(text + strlen(text), sizeof text - strlen(text),
                       LEVER("l%d", "us", "ru", "state: threatened, adds: {capability: 1}"),
                       l);
    r = leverage(text, "never", &options);
    assert_false(ask_bool(r, "turning.exact"));
    check_near("largest", ask_number(r, "turning.largest"), 3, 0, "the limit");
    smy_result_free(r);
    check_done();
}

static void an_unknown_claim_is_refused(void **state)
{
    (void)state;
    SmyScenario *scenario = ask_parse(HEAD LEVERS);
    SmyResult *result = NULL;
    SmyError err = {0};
    assert_int_equal(smy_leverage(scenario, NULL, "nowhere", &result, &err),
                     SMY_ERR_UNKNOWN);
    assert_non_null(strstr(err.message, "no claim \"nowhere\""));
    smy_scenario_free(scenario);
}

static bool stop(void *cookie, const char *what, uint64_t done, uint64_t total)
{
    (void)what, (void)total;
    return done < *(uint64_t *)cookie;
}

static void what_is_done_is_told_where_it_is_stopped(void **state)
{
    (void)state;
    uint64_t after = 2;
    SmyRunOptions options = ask_points("mean");
    options.progress = stop;
    options.cookie = &after;
    SmyResult *r = leverage(HEAD LEVERS, "low", &options);
    assert_true(ask_bool(r, "partial"));
    assert_int_equal(ask_size(r, "turns"), 2);
    smy_result_free(r);
}

/* Ends within the second lever's case: its count has been told before. */
static bool stop_within(void *cookie, const char *what, uint64_t done, uint64_t total)
{
    (void)total;
    unsigned *told = cookie;
    return strcmp(what, "levers") != 0 || done < 1 || ++*told < 2;
}

static void a_case_that_was_ended_within_is_not_told(void **state)
{
    (void)state;
    unsigned told = 0;
    SmyRunOptions options = ask_points("mean");
    options.draws = 20000;
    options.progress = stop_within;
    options.cookie = &told;
    SmyResult *r = leverage(HEAD LEVERS, "low", &options);
    assert_true(ask_bool(r, "partial"));
    assert_true(told >= 2);
    assert_int_equal(ask_size(r, "turns"), 1);
    smy_result_free(r);
}

static SmyCode work(void *cookie)
{
    SmyRunOptions options = ask_points("mean");
    SmyResult *result = NULL;
    SmyError err;
    SmyCode code = smy_leverage(cookie, &options, "low", &result, &err);
    smy_result_free(result);
    return code;
}

static void memory_that_runs_out_is_said_and_nothing_leaks(void **state)
{
    (void)state;
    SmyScenario *scenario = ask_parse(HEAD LEVERS);
    assert_true(memory_exhaust(work, scenario) > 5);
    smy_scenario_free(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lever_moves_the_mean_as_it_should),
        cmocka_unit_test(a_lever_in_force_is_dropped),
        cmocka_unit_test(the_fewest_levers_are_found_cheapest_first),
        cmocka_unit_test(a_claim_that_holds_is_made_to_fail),
        cmocka_unit_test(what_no_set_turns_is_said),
        cmocka_unit_test(an_unknown_claim_is_refused),
        cmocka_unit_test(what_is_done_is_told_where_it_is_stopped),
        cmocka_unit_test(a_case_that_was_ended_within_is_not_told),
        cmocka_unit_test(memory_that_runs_out_is_said_and_nothing_leaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
