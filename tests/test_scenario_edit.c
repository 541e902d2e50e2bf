/* SPDX-License-Identifier: Apache-2.0 */
/* An edit replaces the bytes of one value; all others, comments among them, stay. */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include "support/memory.h"
#include "support/scenario.h"

#define HEAD                                                                               \
    "summitry: 1 # the format\nid: t\nissues: {a: {scale: [0, 100]}} # one issue\n"        \
    "actors:\n  us: # the first\n    capability: 1\n"

static SmyCode edit(const char *text, const char *path, const char *value, SmyEdited **out,
                    SmyError *error)
{
    return smy_scenario_edit(text, strlen(text), "t.yaml", path, value, out, error);
}

static void one_value_changes_and_nothing_else(void **state)
{
    (void)state;
    static const char tail[] = "table: {seats: [us]}\n"
                               "stances: {us: {a: {position: 10, salience: 50}}}\n";
    /* clang-format off */
    static const struct {
        const char *before, *path, *value, *after;
    } rows[] = {
        {"title: one # a comment\n", "title", "two", "title: two # a comment\n"},
        {"title: 'one' # a comment\n", "title", "\"two\"", "title: \"two\" # a comment\n"},
        {"title: \"俄\" # 羅\n", "title", "斯", "title: 斯 # 羅\n"},
        {"no_deal: {us: 5} # {us: 5}\n", "no_deal.us", "6", "no_deal: {us: 6} # {us: 5}\n"},
        {"no_deal: {us: 5}\n", "no_deal", "{us: {low: 1, mode: 2, high: 3}}", "no_deal: {us: {low: 1, mode: 2, high: 3}}\n"},
        {"no_deal:\n  us: {low: 1, # lowest\n    mode: 2, high: 3}\n", "no_deal.us", "4", "no_deal:\n  us: 4\n"},
        {"no_deal:\n  us: {low: 1, # lowest\n    mode: 2, high: 3}\n", "no_deal.us.mode", "3", "no_deal:\n  us: {low: 1, # lowest\n    mode: 3, high: 3}\n"},
        {"x-a: [1, [2, 3]]\n", "x-a[1][0]", "4", "x-a: [1, [4, 3]]\n"},
        {"x-a:\n- 1\n- 2 # two\n", "x-a[1]", "4", "x-a:\n- 1\n- 4 # two\n"},
        {"timeline: [{date: 2025-01-01, title: t, sets: {stances.us.a.position: 5}}]\n", "timeline[0].sets.stances.us.a.position", "6", "timeline: [{date: 2025-01-01, title: t, sets: {stances.us.a.position: 6}}]\n"},
    };
    /* clang-format on */
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        char before[1024], after[1024];
        (void)snprintf(before, sizeof before, "\xEF\xBB\xBF%s%s%s", HEAD, rows[r].before,
                       tail);
        (void)snprintf(after, sizeof after, "\xEF\xBB\xBF%s%s%s", HEAD, rows[r].after,
                       tail);
        SmyEdited *edited = NULL;
        SmyError error = {0};
        if (edit(before, rows[r].path, rows[r].value, &edited, &error) != SMY_OK)
            fail_msg("%s = %s: %s", rows[r].path, rows[r].value, error.message);
        assert_string_equal(smy_edited_text(edited), after);
        assert_int_equal(smy_edited_length(edited), strlen(after));
        smy_edited_free(edited);
    }
}

static void what_would_change_more_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *row, *path, *value;
        SmyCode code;
    } rows[] = {
        {"no such path", "no_deal.ru", "1", SMY_ERR_UNKNOWN},
        {"no such entry", "x-a[2]", "1", SMY_ERR_UNKNOWN},
        {"an index of a map", "no_deal[0]", "1", SMY_ERR_UNKNOWN},
        {"the file itself", "", "1", SMY_ERR_UNKNOWN},
        {"into a scalar", "id.x", "1", SMY_ERR_UNKNOWN},
        {"a block", "actors.us", "{capability: 2}", SMY_ERR_TYPE},
        {"a block of text", "account", "x", SMY_ERR_TYPE},
        {"two lines", "no_deal.us", "1\nid: u", SMY_ERR_SYNTAX},
        {"a comment", "no_deal.us", "1 # one", SMY_ERR_SYNTAX},
        {"two values", "no_deal.us", "1, ru: 2", SMY_ERR_SYNTAX},
        {"a closing bracket", "no_deal.us", "1}", SMY_ERR_SYNTAX},
        {"a comma in a list", "x-a[0]", "c, d", SMY_ERR_SYNTAX},
        {"an alias", "no_deal.us", "*a", SMY_ERR_SYNTAX},
        {"nothing", "no_deal.us", "", SMY_ERR_SYNTAX},
        {"blanks around it", "no_deal.us", " 1", SMY_ERR_SYNTAX},
        {"a key and a value", "id", "u: v", SMY_ERR_SYNTAX},
        {"a value out of range", "no_deal.us", "101", SMY_ERR_RANGE},
        {"a value of another kind", "no_deal.us", "much", SMY_ERR_TYPE},
        {"a value out of its range in a block", "actors.us.capability", "-1",
         SMY_ERR_RANGE},
    };
    static const char text[] = HEAD "account: |\n  mine\nno_deal: {us: 5}\nx-a: [1, 2]\n"
                                    "table: {seats: [us]}\n"
                                    "stances: {us: {a: {position: 10, salience: 50}}}\n";
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        SmyEdited *edited = NULL;
        SmyError error = {0};
        SmyCode code = edit(text, rows[r].path, rows[r].value, &edited, &error);
        if (code != rows[r].code || edited || !error.message[0])
            fail_msg("%s: %s (%s)", rows[r].row, smy_code_text(code), error.message);
    }
}

static void a_bad_file_is_not_edited(void **state)
{
    (void)state;
    SmyEdited *edited = NULL;
    SmyError error;
    assert_int_equal(edit("id: [", "id", "x", &edited, &error), SMY_ERR_SYNTAX);
    assert_int_equal(edit("id: x\n", "id", "y", &edited, &error), SMY_ERR_MISSING);
    assert_null(edited);
}

static SmyCode edit_once(void *cookie)
{
    (void)cookie;
    SmyEdited *edited = NULL;
    SmyError error;
    SmyCode code = edit(scenario_text(7, "no_deal: {us: 5}"), "no_deal.us",
                        "{low: 1, high: 2, shape: uniform}", &edited, &error);
    assert_int_equal(code == SMY_OK, edited != NULL);
    smy_edited_free(edited);
    return code;
}

static void memory_may_run_out(void **state)
{
    (void)state;
    (void)memory_exhaust(edit_once, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_value_changes_and_nothing_else),
        cmocka_unit_test(what_would_change_more_is_refused),
        cmocka_unit_test(a_bad_file_is_not_edited),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
