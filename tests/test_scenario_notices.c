/* SPDX-License-Identifier: Apache-2.0 */
/* What is legal and worth a second look gets a notice, and nothing else does. */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include "scenario/notices.h"
#include "support/scenario.h"

#define STANCES(us)                                                                        \
    "stances: {judgement: j, us: {a: " us "}, ru: {a: {position: 90, salience: 50}}}"

/* clang-format off */
static const struct {
    const char *row;
    int at;
    const char *text;
    const char *fragment; /* NULL: nothing but the line on support may be said */
    const char *part;     /* "code key=value ..." */
} rows[] = {
    {"nothing", 7, "x-y: 1", NULL, NULL},
    {"a salience of 0.7", 6, STANCES("{position: 1, salience: 0.7}"), "stances.us.a.salience is at most 1", "salience_at_most_one input=stances.us.a.salience"},
    {"a salience of 1", 6, STANCES("{position: 1, salience: 1}"), "at most 1", "salience_at_most_one input=stances.us.a.salience"},
    {"a salience of 0", 6, STANCES("{position: 1, salience: 0}"), NULL, NULL},
    {"a limit in the range", 6, STANCES("{position: {low: 10, mode: 20, high: 30}, salience: 50, limit: 25}"), "limit lies inside the range", "limit_in_range input=stances.us.a.limit"},
    {"a limit that may be in the range", 6, STANCES("{position: {low: 10, mode: 20, high: 30}, salience: 50, limit: {low: 29, mode: 40, high: 50}}"), "limit lies inside the range", "limit_in_range input=stances.us.a.limit"},
    {"a limit at the end of the range", 6, STANCES("{position: {low: 10, mode: 20, high: 30}, salience: 50, limit: 30}"), NULL, NULL},
    {"a limit at the position", 6, STANCES("{position: 20, salience: 50, limit: 20}"), NULL, NULL},
    {"a pair that cuts the range", 6, STANCES("{position: {low: 10, mode: 20, high: 30}, salience: 50, limit: [15, 40]}"), "outside its own limits", "position_outside_limits input=stances.us.a.position"},
    {"a pair around the range", 6, STANCES("{position: {low: 10, mode: 20, high: 30}, salience: 50, limit: [10, 30]}"), NULL, NULL},
    {"a speaker with a capability", 4, "actors: {us: {capability: 1}, ru: {capability: 2}, eu: {}, kim: {speaks_for: us, capability: 3}}", "is not used: \"kim\" speaks for \"us\"", "speaker_capability_unused input=actors.kim.capability actor=kim speaks_for=us"},
    {"a public without a stance", 4, "actors: {us: {capability: 1, answers_to: [eu]}, ru: {capability: 2}, eu: {}, kim: {}}", "public \"eu\" has no position", "answer_without_position role=public actor=eu"},
    {"a ratifier without a stance", 5, "table: {seats: [us, ru], ratifiers: [eu]}", "ratifier \"eu\" has no position", "answer_without_position role=ratifier actor=eu"},
    {"a quota over nobody", 4, "actors: {us: {capability: 1, ratify: {quota: 0.6}}, ru: {capability: 2}, eu: {}, kim: {}}", "answers to nobody", "quota_over_nobody actor=us"},
    {"an event that changes it back", 7, "timeline: [{date: 2025-01-01, title: t, sets: {actors.us.capability: 2}}, {date: 2025-01-02, title: t, sets: {actors.us.capability: 1}}]", NULL, NULL},
    {"an event after the day looked at", 7, "as_of: 2024-12-31\ntimeline: [{date: 2025-01-01, title: t, sets: {actors.us.capability: 2}}]", NULL, NULL},
    {"a lever that is threatened", 7, "levers: [{id: l, by: us, on: ru, state: threatened, adds: {capability: 1}}]", NULL, NULL},
    {"a lever that is over", 7, "as_of: 2025-02-01\nlevers: [{id: l, by: us, on: ru, until: 2025-01-01, adds: {capability: 1}}]", NULL, NULL},
};
/* clang-format on */

/* "code key=value ..." of a notice. */
static const char *part_of(const SmyiNotice *notice)
{
    static char part[200];
    int n = snprintf(part, sizeof part, "%s", notice->note.code);
    for (size_t f = 0; f < SMYI_NOTE_FACTS && notice->note.facts[f].key; f++) {
        const SmyiFact *fact = &notice->note.facts[f];
        n += fact->text ? snprintf(part + n, sizeof part - (size_t)n, " %s=%s", fact->key,
                                   fact->text)
                        : snprintf(part + n, sizeof part - (size_t)n, " %s=%g", fact->key,
                                   fact->number);
    }
    return part;
}

static bool has_part(const SmyScenario *scenario, const char *part)
{
    for (size_t n = 0; n < scenario->n_notices; n++)
        if (strcmp(part_of(&scenario->notices[n]), part) == 0)
            return true;
    return false;
}

static void each_is_said_and_nothing_else(void **state)
{
    (void)state;
    static Heard heard;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        SmyScenario *scenario = NULL;
        const char *text = scenario_text(rows[r].at, rows[r].text);
        if (scenario_parse(text, &heard, &scenario) != SMY_OK)
            fail_msg("%s: %s", rows[r].row, heard.said[0].message);
        int usual = heard_notices(&heard, "have neither source nor judgement") +
                    heard_notices(&heard, "weighs anything on \"b\"");
        int said = rows[r].fragment ? heard_notices(&heard, rows[r].fragment) : 0;
        if (heard.n - usual != (rows[r].fragment != NULL) ||
            said != (rows[r].fragment != NULL))
            fail_msg("%s: %d notices, the last: %s", rows[r].row, heard.n,
                     heard.said[heard.n - 1].message);
        assert_int_equal(scenario->n_notices, heard.n);
        if (rows[r].part && !has_part(scenario, rows[r].part))
            fail_msg("%s: no notice is \"%s\"", rows[r].row, rows[r].part);
        smy_scenario_free(scenario);
    }
}

static void the_scenario_keeps_its_notices_without_the_folder(void **state)
{
    (void)state;
    const char *text = scenario_text(7, "x-y: 1");
    SmyScenario *scenario = NULL;
    assert_int_equal(
        smy_scenario_parse(text, strlen(text), "some/where/t.yaml", NULL, &scenario, NULL),
        SMY_OK);
    assert_string_equal(
        scenario->notices[1].text,
        "t.yaml:3:48: nobody who sits weighs anything on \"b\": it stays at its "
        "status quo");
    assert_string_equal(part_of(&scenario->notices[1]), "issue_without_weight issue=b");
    assert_int_equal(scenario->notices[1].line, 3);
    assert_int_equal(scenario->notices[1].column, 48);
    smy_scenario_free(scenario);
}

static void the_fifty_first_error_is_counted(void **state)
{
    (void)state;
    static Heard heard;
    char text[2048] = "";
    SmyScenario *scenario = NULL;
    for (int i = 0; i < 60; i++)
        (void)snprintf(text + strlen(text), sizeof text - strlen(text), "key%d: 1\n", i);
    assert_int_not_equal(scenario_parse(scenario_text(7, text), &heard, &scenario), SMY_OK);
    assert_int_equal(heard.n, 51);
    assert_int_equal(heard.said[49].line, 56);
    assert_string_equal(heard.said[50].message,
                        "10 more errors of this file are not shown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_said_and_nothing_else),
        cmocka_unit_test(the_scenario_keeps_its_notices_without_the_folder),
        cmocka_unit_test(the_fifty_first_error_is_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
