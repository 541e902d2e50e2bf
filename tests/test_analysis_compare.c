/* SPDX-License-Identifier: Apache-2.0 */
/* Two accounts: matched by name, answered apart, and turned by the inputs that should. */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include "support/ask.h"
#include "support/memory.h"

/* The mean of a is (c_us p_us + c_ru p_ru) / (c_us + c_ru). */
#define ACCOUNT(us, ru, weight, extra)                                                     \
    "summitry: 1\nid: t\nissues: {a: {scale: [0, 100], status_quo: 50}}\n"                 \
    "actors: {us: {capability: " weight "}, ru: {capability: 1}, eu: {capability: 1}}\n"   \
    "table: {seats: [us, ru], absent: [eu]}\n"                                             \
    "stances:\n  us: {a: {position: " us ", salience: 50}}\n"                              \
    "  ru: {a: {position: " ru ", salience: 50}}\n"                                        \
    "  eu: {a: {position: 0, salience: 50}}\n"                                             \
    "claims:\n  - {id: low, says: Low, holds: {outcome: a, below: 45}}\n"                  \
    "  - {id: very, says: Very low, holds: {outcome: a, below: 35}}\n" extra

static SmyResult *compare(const char *a, const char *b, const SmyRunOptions *options)
{
    SmyScenario *first = ask_parse(a), *second = ask_parse(b);
    SmyResult *result = NULL;
    SmyError err = {0};
    if (smy_compare(first, second, options, &result, &err) != SMY_OK)
        fail_msg("%s", err.message);
    smy_scenario_free(first);
    smy_scenario_free(second);
    return result;
}

/* The conclusion of this id, as the start of a path. */
static const char *at(const SmyResult *r, const char *id)
{
    static char path[64];
    for (size_t k = 0; k < ask_size(r, "conclusions"); k++) {
        (void)snprintf(path, sizeof path, "conclusions.%zu.id", k);
        const char *here = smy_node_text(smy_node_find(smy_result_root(r), path));
        (void)snprintf(path, sizeof path, "conclusions.%zu", k);
        if (here && strcmp(here, id) == 0)
            return path;
    }
    fail_msg("no conclusion on %s", id);
    return NULL;
}

static const SmyNode *below(const SmyResult *r, const char *id, const char *path)
{
    return smy_node_find(smy_node_find(smy_result_root(r), at(r, id)), path);
}

static void an_account_agrees_with_itself(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean,nash");
    SmyResult *r =
        compare(ACCOUNT("10", "90", "1", ""), ACCOUNT("10", "90", "1", ""), &options);
    assert_int_equal(ask_size(r, "differences"), 0);
    for (size_t k = 0; k < ask_size(r, "conclusions"); k++) {
        char path[64];
        (void)snprintf(path, sizeof path, "conclusions.%zu.survives", k);
        assert_true(ask_bool(r, path));
    }
    smy_result_free(r);
}

/* 50 in the first; in the second (2 x 10 + 70) / 3 = 30. With us's weight alone 36.7, with
   ru's position alone 40: each below 45, only both below 35. */
static void inputs_that_turn_an_answer_are_named(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    SmyResult *r =
        compare(ACCOUNT("10", "90", "1", ""), ACCOUNT("10", "70", "2", ""), &options);
    assert_int_equal(ask_size(r, "differences"), 2);
    assert_string_equal(ask_text(r, "differences.0.path"), "actors.us.capability");
    check_near("size", ask_number(r, "differences.0.size"), .5, 0, "hand: 1 of 2");
    check_near("size", ask_number(r, "differences.1.size"), .2, 0, "hand: 20 of 100");
    assert_false(smy_node_bool(below(r, "low", "survives")));
    assert_int_equal(smy_node_size(below(r, "low", "turned_by.from_a")), 2);
    assert_int_equal(smy_node_size(below(r, "low", "turned_by.together")), 0);
    assert_int_equal(smy_node_size(below(r, "very", "turned_by.from_a")), 0);
    assert_int_equal(smy_node_size(below(r, "very", "turned_by.together")), 2);
    /* back from the second, each alone lifts it over 35 */
    assert_int_equal(smy_node_size(below(r, "very", "turned_by.from_b")), 2);
    assert_int_equal(smy_node_size(below(r, "low", "turned_by.from_b")), 0);
    assert_string_equal(smy_node_text(below(r, "low", "a.answer")), "fails");
    assert_string_equal(smy_node_text(below(r, "low", "b.answer")), "holds");
    check_near("gain", smy_node_number(below(r, "us", "b.number")), 20, 1e-9, "hand");
    assert_string_equal(smy_node_text(below(r, "us", "a.answer")), "even");
    check_done();
    smy_result_free(r);
}

/* What is not needed is left out of those that turn it together. */
static void what_can_be_left_out_is(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    SmyResult *r = compare(ACCOUNT("10", "90", "1", "no_deal: {us: 0}\n"),
                           ACCOUNT("10", "70", "2", "no_deal: {us: 90}\n"), &options);
    assert_int_equal(ask_size(r, "differences"), 3);
    assert_int_equal(smy_node_size(below(r, "very", "turned_by.together")), 2);
    smy_result_free(r);
}

static void names_that_only_one_has_are_told(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    SmyResult *r = compare(
        ACCOUNT("10", "90", "1", "no_deal: {ru: 5}\n"),
        "summitry: 1\nid: u\nissues: {a: {scale: [0, 100], status_quo: 50}, z: {scale: [0, "
        "1]}}\nactors: {us: {capability: 1}, ru: {capability: 1}, cn: {capability: 1}}\n"
        "table: {seats: [us, cn], ratifiers: [us]}\n"
        "stances:\n  us: {a: {position: 10, salience: 50}}\n"
        "  cn: {a: {position: 0, salience: 50}}\n",
        &options);
    assert_string_equal(ask_text(r, "inputs.only_a.0"), "actors.eu.capability");
    assert_string_equal(ask_text(r, "roles.0.actor"), "us");
    assert_true(ask_bool(r, "roles.0.b.ratifier"));
    assert_string_equal(ask_text(r, "roles.1.a.role"), "seat");
    assert_string_equal(ask_text(r, "roles.1.b.role"), "out");
    assert_true(smy_node_kind(smy_node_find(smy_result_root(r), "roles.2.b.role")) ==
                SMY_NODE_NULL);
    /* nothing but the table explains it */
    assert_int_equal(smy_node_size(below(r, "us", "turned_by.together")), 0);
    assert_true(smy_node_bool(below(r, "us", "turned_by.searched")));
    smy_result_free(r);
}

static SmyCode work(void *cookie)
{
    SmyScenario *const *both = cookie;
    SmyRunOptions options = ask_points("mean");
    SmyResult *result = NULL;
    SmyError err;
    SmyCode code = smy_compare(both[0], both[1], &options, &result, &err);
    smy_result_free(result);
    return code;
}

static void memory_that_runs_out_is_said_and_nothing_leaks(void **state)
{
    (void)state;
    SmyScenario *both[] = {ask_parse(ACCOUNT("10", "90", "1", "")),
                           ask_parse(ACCOUNT("10", "70", "2", ""))};
    assert_true(memory_exhaust(work, both) > 5);
    smy_scenario_free(both[0]);
    smy_scenario_free(both[1]);
}

static void the_two_accounts_of_anchorage_part_where_they_say_so(void **state)
{
    (void)state;
    SmyScenario *first = NULL, *second = NULL;
    SmyResult *r = NULL;
    SmyError err = {0};
    SmyRunOptions options = ask_points("mean,nash,challenge");
    assert_int_equal(
        smy_scenario_read("scenarios/alaska-2025.summit.yaml", NULL, &first, &err), SMY_OK);
    assert_int_equal(
        smy_scenario_read("scenarios/alaska-2025-second.summit.yaml", NULL, &second, &err),
        SMY_OK);
    assert_int_equal(smy_compare(first, second, &options, &r, &err), SMY_OK);
    assert_int_equal(ask_size(r, "roles"), 0);
    assert_int_equal(ask_size(r, "inputs.only_a") + ask_size(r, "inputs.only_b"), 0);
    for (size_t d = 0; d < ask_size(r, "differences"); d++) {
        char path[64];
        (void)snprintf(path, sizeof path, "differences.%zu.b.judgement", d);
        assert_non_null(ask_text(r, path));
    }
    assert_false(smy_node_bool(below(r, "eager", "survives")));
    assert_string_equal(smy_node_text(below(r, "eager", "turned_by.from_a.0")),
                        "no_deal.russia");
    smy_result_free(r);
    smy_scenario_free(first);
    smy_scenario_free(second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_account_agrees_with_itself),
        cmocka_unit_test(inputs_that_turn_an_answer_are_named),
        cmocka_unit_test(what_can_be_left_out_is),
        cmocka_unit_test(names_that_only_one_has_are_told),
        cmocka_unit_test(memory_that_runs_out_is_said_and_nothing_leaks),
        cmocka_unit_test(the_two_accounts_of_anchorage_part_where_they_say_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
