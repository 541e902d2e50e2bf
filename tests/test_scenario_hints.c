/* SPDX-License-Identifier: Apache-2.0 */
/* A misspelt word gets the nearest known one, and a complaint says what to do. */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include "scenario/nearest.h"
#include "support/scenario.h"

static void edits_are_counted(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        size_t most, want;
    } rows[] = {
        {"salience", "salience", 3, 0},
        {"salence", "salience", 3, 1},
        {"saliense", "salience", 3, 1},
        {"salieence", "salience", 3, 1},
        {"slaience", "salience", 3, 1},
        {"kitten", "sitting", 3, 3},
        {"kitten", "sitting", 2, 3},
        {"", "abc", 3, 3},
        {"abc", "", 2, 3},
        {"ca", "abc", 3, 3}, /* the restricted form: no edit
                                                                within a swap */
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
        check_near(rows[r].a,
                   (double)smyi_edit_distance(rows[r].a, rows[r].b, rows[r].most),
                   (double)rows[r].want, 0, "hand");
    check_done();
}

static void the_nearest_word_is_found(void **state)
{
    (void)state;
    static const char *const words[] = {"position", "salience", "limit",
                                        "stated",   "us",       "uk"};
    static const struct {
        const char *word, *want; /* NULL: none is near */
    } rows[] = {{"postion", "position"},
                {"posiiton", "position"},
                {"limits", "limit"},
                {"limti", "limit"},
                {"sated", "stated"},
                {"ua", "us"},
                {"u", NULL},
                {"xyz", NULL},
                {"status_quo", NULL}};
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        SmyiNearest nearest = smyi_nearest(rows[r].word);
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            smyi_nearest_try(&nearest, words[w]);
        bool same = rows[r].want ? nearest.best && strcmp(nearest.best, rows[r].want) == 0
                                 : !nearest.best;
        if (!same)
            fail_msg("%s: %s", rows[r].word, nearest.best ? nearest.best : "none");
    }
}

static void complaints_say_what_to_do(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct {
        int at;
        const char *text, *hint; /* of the first error */
    } rows[] = {
        {7, "claim: []", "did you mean \"claims\"?"},
        {7, "x_y: 1", "known here: summitry, id, title, as_of"},
        {7, "no_deal: {su: 1}", "did you mean \"us\"?"},
        {7, "claims: [{id: c, says: s, holds: {setled: a}}]", "did you mean \"settled\"?"},
        {7, "claims: [{id: c, says: s, holds: {gain: us, at_leats: 1}}]", "did you mean \"at_least\"?"},
        {7, "documents: {memo: {}}\nno_deal: {us: {value: 1, cite: meno@1-2}}", "did you mean \"memo\"?"},
        {7, "correlations: [{between: [actors.su.capability, actors.us.capability], spearman: 0}]", "did you mean \"actors.us.capability\"?"},
        {4, "actors: {us: {kind: sate, capability: 1}, ru: {}, eu: {}, kim: {}}", "did you mean \"state\"?"},
        {7, "title: 12", "put it in quotes"},
        {7, "no_deal: {us: \"1\"}", "remove the quotes"},
        {7, "as_of: 15.8.2025", "write it as 2025-08-15"},
        {7, "issues2:\n\tb: 1", "indent with blanks, never with tabs"},
        {7, "title: caf\xE9", "save the file as UTF-8"},
    };
    /* clang-format on */
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        static Heard heard;
        SmyScenario *scenario = NULL;
        assert_int_not_equal(
            scenario_parse(scenario_text(rows[r].at, rows[r].text), &heard, &scenario),
            SMY_OK);
        if (strncmp(heard.said[0].hint, rows[r].hint, strlen(rows[r].hint)) != 0)
            fail_msg("%s: %s (%s)", rows[r].text, heard.said[0].hint,
                     heard.said[0].message);
    }
}

static void complaints_come_in_the_order_of_the_file(void **state)
{
    (void)state;
    static Heard heard;
    SmyScenario *scenario = NULL;
    SmyError error = {0};
    const char *text =
        scenario_text(4, "actors: {us: {capability: x}, ru: {capability: y}, "
                         "eu: {capability: z}, kim: {speaks_for: nobody}}");
    assert_int_equal(scenario_parse(text, &heard, &scenario), SMY_ERR_TYPE);
    for (int i = 1; i < heard.n; i++)
        assert_true(heard.said[i - 1].column < heard.said[i].column);
    assert_int_equal(heard.n, 4);
    (void)!smy_scenario_parse(text, strlen(text), "t.yaml", NULL, &scenario, &error);
    assert_memory_equal(&error, &heard.said[0], sizeof error);
}

static void a_file_that_cannot_be_read_is_an_error(void **state)
{
    (void)state;
    SmyScenario *scenario = NULL;
    SmyError error;
    assert_int_equal(smy_scenario_read("no/such/file.yaml", NULL, &scenario, &error),
                     SMY_ERR_IO);
    assert_string_equal(error.file, "no/such/file.yaml");
    assert_int_equal(smy_scenario_read("tests", NULL, &scenario, &error), SMY_ERR_IO);
    assert_string_equal(error.message, "it is a folder, not a file");
    assert_null(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_are_counted),
        cmocka_unit_test(the_nearest_word_is_found),
        cmocka_unit_test(complaints_say_what_to_do),
        cmocka_unit_test(complaints_come_in_the_order_of_the_file),
        cmocka_unit_test(a_file_that_cannot_be_read_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
