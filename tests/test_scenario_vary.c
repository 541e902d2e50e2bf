/* SPDX-License-Identifier: Apache-2.0 */
/* A variation changes what it names, by the rules of the file, and nothing else. */
#include "support/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scenario/scenario.h"
#include "support/ask.h"
#include "support/memory.h"
#include "support/scenario.h"

#define LEVERS                                                                             \
    "as_of: 2025-01-05\n"                                                                  \
    "no_deal: {us: {value: 5, stated: 0}}\n"                                               \
    "levers:\n"                                                                            \
    "  - {id: old, by: ru, on: us, from: 2025-01-01, adds: {no_deal: 10}}\n"               \
    "  - {id: threat, by: ru, on: us, state: threatened, adds: {no_deal: 20}}\n"           \
    "timeline:\n"                                                                          \
    "  - {date: 2025-02-01, title: t, sets: {no_deal.us: 50}}\n"

static SmyCode vary(const SmyScenario *base, const char *json, SmyScenario **out,
                    SmyError *error)
{
    SmyVariation *variation = NULL;
    SmyCode code = smy_variation_from_json(json, strlen(json), &variation, error);
    if (code == SMY_OK)
        code = smy_scenario_vary(base, variation, NULL, out, error);
    smy_variation_free(variation);
    return code;
}

static SmyScenario *good(const SmyScenario *base, const char *json)
{
    SmyScenario *varied = NULL;
    SmyError error = {0};
    if (vary(base, json, &varied, &error) != SMY_OK)
        fail_msg("%s: %s", json, error.message);
    return varied;
}

static double point(const SmyScenario *scenario, const char *path)
{
    return smyi_estimate_point(&scenario->inputs[smyi_input_find(scenario, path)].estimate);
}

/* clang-format off */
static const struct {
    const char *row, *json;
    double want; /* no_deal of us */
} costs[] = {
    {"nothing varied", "{}", 15},
    {"nulls", "{\"as_of\": null, \"table\": null, \"changes\": null, \"levers\": null}", 15},
    {"a day before the lever", "{\"as_of\": \"2024-12-31\"}", 5},
    {"a day after the event", "{\"as_of\": \"2025-02-01\"}", 50},
    {"set", "{\"changes\": {\"no_deal.us\": 7}}", 7},
    {"set over an event", "{\"as_of\": \"2025-02-01\", \"changes\": {\"no_deal.us\": {\"value\": 7}}}", 7},
    {"a lever dropped", "{\"levers\": {\"old\": \"dropped\"}}", 5},
    {"a threat pulled", "{\"levers\": {\"threat\": \"pulled\"}}", 35},
    {"a threat dropped", "{\"levers\": {\"threat\": \"dropped\"}}", 15},
    {"a lever pulled that is in force adds once", "{\"levers\": {\"old\": \"pulled\"}}", 15},
    {"a lever pulled before its time", "{\"as_of\": \"2024-01-01\", \"levers\": {\"old\": \"pulled\"}}", 15},
    {"a lever pulled adds to what an event set", "{\"as_of\": \"2025-02-01\", \"levers\": {\"old\": \"pulled\"}}", 60},
    {"a lever pulled adds to what is set", "{\"changes\": {\"no_deal.us\": 7}, \"levers\": {\"threat\": \"pulled\"}}", 27},
    {"a lever in force does not add to what is set", "{\"changes\": {\"no_deal.us\": 7}, \"levers\": {\"old\": \"dropped\"}}", 7},
};
/* clang-format on */

static void values_are_set_and_levers_pulled(void **state)
{
    (void)state;
    SmyScenario *base = scenario_good(scenario_text(7, LEVERS));
    for (size_t r = 0; r < sizeof costs / sizeof *costs; r++) {
        SmyScenario *varied = good(base, costs[r].json);
        check_near(costs[r].row, point(varied, "no_deal.us"), costs[r].want, 0, "hand");
        check_near(costs[r].row, point(base, "no_deal.us"), 15, 0, "the base stays");
        smy_scenario_free(varied);
    }
    smy_scenario_free(base);
    check_done();
}

/* The small scenario with eu and a delegate, so that roles can change. */
#define ROLES                                                                              \
    "summitry: 1\nid: t\nissues: {a: {scale: [0, 100], status_quo: 50}}\n"                 \
    "actors: {us: {capability: 1}, ru: {capability: 2}, eu: {capability: 1}, "             \
    "cn: {capability: 3}, kim: {speaks_for: us}, un: {}}\n"                                \
    "table: {seats: [us, ru], absent: [eu], candidates: [us, ru, eu, cn], "                \
    "delegations: {us: [kim]}, venue: yalta}\n"                                            \
    "stances: {us: {a: {position: 10, salience: 50}}, ru: {a: {position: 90, salience: "   \
    "50}}, eu: {a: {position: 20, salience: 50}}}\n"

static const char *roles(const SmyScenario *scenario, char *text)
{
    static const char letters[] = {'-', 'S', 'O', 'A', 'D'};
    for (size_t a = 0; a < scenario->n_actors; a++)
        text[a] = letters[scenario->table.role[a]];
    text[scenario->n_actors] = '\0';
    return text;
}

/* clang-format off */
static const struct {
    const char *row, *json, *roles; /* of us, ru, eu, cn, kim, un: seat, observer, absent, delegate */
    const char *absent;             /* the list, by first letters */
} tables[] = {
    {"nothing", "{}", "SSAAD-", "e"},
    {"a seat more, by moving", "{\"table\": {\"seat\": [\"eu\"]}}", "SSSAD-", ""},
    {"a seat less, by moving", "{\"table\": {\"leave_out\": [\"us\"]}}", "ASAA--", "eu"},
    {"one who sits is seated", "{\"table\": {\"seat\": [\"us\"]}}", "SSAAD-", "e"},
    {"seats listed take from the absent", "{\"table\": {\"seats\": [\"us\", \"ru\", \"eu\"]}}", "SSSAD-", ""},
    {"who loses a seat is absent", "{\"table\": {\"seats\": [\"ru\", \"eu\"]}}", "ASSA--", "u"},
    {"unless the absent are listed", "{\"table\": {\"seats\": [\"ru\", \"eu\"], \"absent\": [\"cn\"]}}", "-SSA--", "c"},
    {"the absent listed take from the seats", "{\"table\": {\"absent\": [\"us\"]}}", "AS-A--", "u"},
    {"an observer", "{\"table\": {\"observe\": [{\"actor\": \"eu\", \"patron\": \"us\", \"share\": 0.5}]}}", "SSOAD-", ""},
    {"observers listed", "{\"table\": {\"observers\": [{\"actor\": \"eu\", \"patron\": \"us\", \"share\": 0.5}]}}", "SSOAD-", ""},
    {"a candidate sits", "{\"table\": {\"seat\": [\"cn\"]}}", "SSASD-", "e"},
    {"one without a role is left out", "{\"table\": {\"leave_out\": [\"cn\"]}}", "SSAAD-", "ec"},
};
/* clang-format on */

static void roles_change_and_others_make_room(void **state)
{
    (void)state;
    SmyScenario *base = scenario_good(ROLES);
    for (size_t r = 0; r < sizeof tables / sizeof *tables; r++) {
        char text[16], absent[16] = "";
        SmyScenario *varied = good(base, tables[r].json);
        for (size_t j = 0; j < varied->table.n_absent; j++)
            absent[j] = varied->actors[varied->table.absent[j]].id[0];
        if (strcmp(roles(varied, text), tables[r].roles) != 0 ||
            strcmp(absent, tables[r].absent) != 0)
            fail_msg("%s: %s, absent %s; expected %s, %s", tables[r].row, text, absent,
                     tables[r].roles, tables[r].absent);
        assert_string_equal(roles(base, text), "SSAAD-");
        smy_scenario_free(varied);
    }
    smy_scenario_free(base);
}

static void an_observer_goes_with_its_patron_and_a_venue_can_be_none(void **state)
{
    (void)state;
    char text[16];
    SmyScenario *base = scenario_good(ROLES);
    SmyScenario *observed = good(base, "{\"table\": {\"observe\": [{\"actor\": \"eu\", "
                                       "\"patron\": \"us\", \"share\": 1}]}}");
    SmyScenario *alone = good(observed, "{\"table\": {\"leave_out\": [\"us\"]}}");
    assert_string_equal(roles(alone, text), "ASAA--");
    assert_int_equal(alone->table.n_observers, 0);
    SmyScenario *nowhere = good(base, "{\"table\": {\"venue\": \"\"}}");
    assert_null(nowhere->table.venue);
    assert_string_equal(alone->table.venue, "yalta");
    smy_scenario_free(base);
    smy_scenario_free(observed);
    assert_string_equal(smy_scenario_id(alone), "t");
    smy_scenario_free(alone);
    assert_string_equal(nowhere->actors[0].id, "us");
    smy_scenario_free(nowhere);
}

/* clang-format off */
static const struct {
    const char *row, *json;
    SmyCode code;
    const char *message, *hint; /* parts of them; hint NULL: whatever */
} bad[] = {
    {"no JSON", "{\"as_of\"", SMY_ERR_SYNTAX, "JSON", NULL},
    {"a list", "[]", SMY_ERR_TYPE, "a variation is an object", NULL},
    {"an unknown key", "{\"asof\": \"2025-01-01\"}", SMY_ERR_UNKNOWN, "the variation has no key \"asof\"", "\"as_of\""},
    {"a key twice", "{\"as_of\": \"2025-01-01\", \"as_of\": \"2025-01-01\"}", SMY_ERR_SYNTAX, "duplicate", NULL},
    {"no date", "{\"as_of\": \"2025-02-30\"}", SMY_ERR_RANGE, "is no date", NULL},
    {"an unknown input", "{\"changes\": {\"stances.us.a.postion\": 5}}", SMY_ERR_UNKNOWN, "no input \"stances.us.a.postion\"", "stances.us.a.position"},
    {"out of its range", "{\"changes\": {\"stances.us.a.position\": 101}}", SMY_ERR_RANGE, "stances.us.a.position is 101; it goes from 0 to 100", NULL},
    {"a range out of order", "{\"changes\": {\"stances.us.a.position\": {\"low\": 5, \"mode\": 4, \"high\": 9}}}", SMY_ERR_RANGE, "low 5 is above mode 4", NULL},
    {"a text for a number", "{\"changes\": {\"stances.us.a.position\": \"5\"}}", SMY_ERR_TYPE, "takes a number or an estimate", "remove the quotes"},
    {"a citation", "{\"changes\": {\"stances.us.a.position\": {\"value\": 5, \"cite\": [\"d@1-2\"]}}}", SMY_ERR_CONFLICT, "cites nothing", NULL},
    {"an unknown seat", "{\"table\": {\"seats\": [\"ux\"]}}", SMY_ERR_UNKNOWN, "no actor \"ux\"", "\"us\""},
    {"nobody sits", "{\"table\": {\"leave_out\": [\"us\", \"ru\"]}}", SMY_ERR_MISSING, "nobody sits", NULL},
    {"a seat without capability", "{\"table\": {\"seat\": [\"un\"]}}", SMY_ERR_MISSING, "\"un\" may sit and has no capability", NULL},
    {"two roles", "{\"table\": {\"seats\": [\"us\"], \"absent\": [\"us\"]}}", SMY_ERR_CONFLICT, "\"us\" stands under table.seats and under table.absent", NULL},
    {"moved twice", "{\"table\": {\"seat\": [\"us\"], \"leave_out\": [\"us\"]}}", SMY_ERR_CONFLICT, "moves \"us\" twice", NULL},
    {"a speaker's seat", "{\"table\": {\"seat\": [\"kim\"]}}", SMY_ERR_CONFLICT, "\"kim\" under table.seats speaks for \"us\"", NULL},
    {"a patron that does not sit", "{\"table\": {\"observers\": [{\"actor\": \"us\", \"patron\": \"eu\", \"share\": 1}]}}", SMY_ERR_CONFLICT, "does not sit", NULL},
    {"a share above 1", "{\"table\": {\"observers\": [{\"actor\": \"eu\", \"patron\": \"us\", \"share\": 1.5}]}}", SMY_ERR_RANGE, "share is 1.5", NULL},
    {"no weight", "{\"table\": {\"leave_out\": [\"ru\"]}, \"changes\": {\"actors.us.capability\": 0}}", SMY_ERR_RANGE, "nobody who sits weighs anything", NULL},
    {"an unknown lever", "{\"levers\": {\"l\": \"pulled\"}}", SMY_ERR_UNKNOWN, "no lever \"l\"", "the file has no levers"},
};
/* clang-format on */

static void what_makes_no_sense_is_refused(void **state)
{
    (void)state;
    SmyScenario *base = scenario_good(ROLES);
    for (size_t r = 0; r < sizeof bad / sizeof *bad; r++) {
        SmyScenario *varied = NULL;
        SmyError error = {0};
        SmyCode code = vary(base, bad[r].json, &varied, &error);
        if (code != bad[r].code || varied || !strstr(error.message, bad[r].message) ||
            (bad[r].hint && !strstr(error.hint, bad[r].hint)))
            fail_msg("%s: code %d, %s (%s)", bad[r].row, (int)code, error.message,
                     error.hint);
    }
    smy_scenario_free(base);
}

static void the_pieces_make_what_the_json_makes(void **state)
{
    (void)state;
    SmyScenario *base = scenario_good(ROLES), *varied = NULL;
    SmyVariation *v = NULL;
    SmyError error = {0};
    assert_int_equal(smy_variation_new(&v, &error), SMY_OK);
    assert_int_equal(smy_variation_as_of(v, "2025-01-01", &error), SMY_OK);
    assert_int_equal(smy_variation_as_of(v, "2025-01-01", &error), SMY_ERR_DUPLICATE);
    assert_int_equal(smy_variation_set(v, "stances.us.a.position", "5..7.5..9", &error), 0);
    assert_int_equal(smy_variation_set(v, "stances.ru.a.position", "-1e1..95", &error), 0);
    assert_int_equal(smy_variation_set(v, "stances.us.a.position", "1", &error),
                     SMY_ERR_DUPLICATE);
    static const char *const no_values[] = {
        "", "a", "1..", "..1", "1..2..3..4", "1...2..", ".inf", "true", "0.5..b"};
    for (size_t i = 0; i < sizeof no_values / sizeof *no_values; i++)
        assert_int_equal(smy_variation_set(v, "p", no_values[i], &error), SMY_ERR_SYNTAX);
    assert_int_equal(smy_variation_seat(v, "cn", &error), SMY_OK);
    assert_int_equal(smy_variation_leave_out(v, "us", &error), SMY_OK);
    assert_int_equal(smy_variation_observe(v, "eu", "ru", .25, &error), SMY_OK);
    assert_int_equal(smy_scenario_vary(base, v, NULL, &varied, &error), SMY_ERR_RANGE);
    assert_non_null(strstr(error.message, "stances.ru.a.position.low is -10"));
    smy_variation_free(v);
    smy_scenario_free(base);
}

/* The tree says what was varied, so that it can be asked again. */
static void what_the_answer_says_was_varied_varies_to_the_same_answer(void **state)
{
    (void)state;
    const char *json =
        "{\"as_of\": \"2025-03-01\", \"table\": {\"seat\": [\"eu\"], \"observe\": "
        "[{\"actor\": \"cn\", \"patron\": \"us\", \"share\": 0.25}], \"ratifiers\": "
        "[{\"actor\": \"ru\", \"tolerance\": 2}], \"venue\": \"\"}, \"changes\": "
        "{\"stances.us.a.position\": {\"low\": 5, \"mode\": 6, \"high\": 7}, "
        "\"stances.eu.a.salience\": {\"low\": 5, \"high\": 7, \"shape\": \"uniform\"}, "
        "\"stances.eu.a.position\": {\"mean\": 30, \"sd\": 4, \"low\": 5, \"high\": 70}, "
        "\"actors.ru.capability\": {\"low\": 5, \"mode\": 6, \"high\": 7, \"shape\": "
        "\"pert\"}}}";
    SmyScenario *base = scenario_good(ROLES), *first = good(base, json);
    SmyRunOptions options = ask_points("mean,nash");
    options.draws = 50;
    SmyResult *result = NULL, *again = NULL;
    assert_int_equal(smy_run(first, &options, &result, NULL), SMY_OK);
    char *whole = ask_json(result);
    char *start = strstr(whole, "\"variation\": {"), *end = strstr(whole, "\"language\"");
    assert_non_null(start);
    size_t length = (size_t)(end - start) - strlen("\"variation\": ");
    char *varied = malloc(length + 1);
    memcpy(varied, start + strlen("\"variation\": "), length);
    varied[length] = '\0';
    *strrchr(varied, ',') = '\0';
    SmyScenario *second = good(base, varied);
    assert_int_equal(smy_run(second, &options, &again, NULL), SMY_OK);
    char *same = ask_json(again);
    assert_string_equal(whole, same);
    free(whole);
    free(same);
    free(varied);
    smy_result_free(result);
    smy_result_free(again);
    smy_scenario_free(first);
    smy_scenario_free(second);
    smy_scenario_free(base);
}

static void a_variation_of_a_variation_keeps_what_it_does_not_name(void **state)
{
    (void)state;
    SmyScenario *base = scenario_good(scenario_text(7, LEVERS));
    SmyScenario *one = good(base, "{\"changes\": {\"no_deal.us\": 7, "
                                  "\"stances.us.a.position\": 3}, \"levers\": "
                                  "{\"threat\": \"pulled\"}}");
    SmyScenario *two = good(one, "{\"changes\": {\"no_deal.us\": 8}, \"levers\": "
                                 "{\"old\": \"dropped\"}}");
    check_near("no_deal", point(two, "no_deal.us"), 28, 0, "hand");
    check_near("position", point(two, "stances.us.a.position"), 3, 0, "hand");
    SmyScenario *three = good(two, "{\"levers\": {\"threat\": \"dropped\"}}");
    check_near("no_deal", point(three, "no_deal.us"), 8, 0, "hand");
    smy_scenario_free(base);
    smy_scenario_free(one);
    smy_scenario_free(two);
    smy_scenario_free(three);
    check_done();
}

static SmyCode vary_all(void *cookie)
{
    const SmyScenario *base = cookie;
    SmyScenario *varied = NULL;
    SmyError error;
    SmyCode code = vary(base,
                        "{\"as_of\": \"2025-03-01\", \"table\": {\"seat\": [\"eu\"], "
                        "\"observe\": [{\"actor\": \"cn\", \"patron\": \"us\", \"share\": "
                        "1}]}, \"changes\": {\"stances.us.a.position\": {\"low\": 5, "
                        "\"mode\": 6, \"high\": 7}}, \"levers\": {}}",
                        &varied, &error);
    smy_scenario_free(varied);
    return code;
}

static void memory_that_runs_out_is_said_and_nothing_leaks(void **state)
{
    (void)state;
    SmyScenario *base = scenario_good(ROLES);
    assert_true(memory_exhaust(vary_all, base) > 3);
    smy_scenario_free(base);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_set_and_levers_pulled),
        cmocka_unit_test(roles_change_and_others_make_room),
        cmocka_unit_test(an_observer_goes_with_its_patron_and_a_venue_can_be_none),
        cmocka_unit_test(what_makes_no_sense_is_refused),
        cmocka_unit_test(the_pieces_make_what_the_json_makes),
        cmocka_unit_test(what_the_answer_says_was_varied_varies_to_the_same_answer),
        cmocka_unit_test(a_variation_of_a_variation_keeps_what_it_does_not_name),
        cmocka_unit_test(memory_that_runs_out_is_said_and_nothing_leaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
