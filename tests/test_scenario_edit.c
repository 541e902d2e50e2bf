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

/* Two actors, of whom one moves; an estimate with what it cites and states; a map that lacks an entry. */
#define TWO                                                                                \
    "summitry: 1\nid: t\nissues: {a: {scale: [0, 100]}}\n"                                 \
    "actors: {us: {capability: 1}, ru: {capability: 2}}\n"
#define STANCES                                                                            \
    "stances: {us: {a: {position: 10, salience: 50}}, ru: {a: {position: 9, salience: "    \
    "5}}}\n"

static void several_values_change_together(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct {
        const char *before;
        SmyEdit edits[3];
        const char *after;
    } rows[] = {
        {"table:\n  seats: [us] # one\n  absent: [ru]\n",
         {{SMY_EDIT_VALUE, "table.seats", "[us, ru]"}, {SMY_EDIT_VALUE, "table.absent", "[]"}},
         "table:\n  seats: [us, ru] # one\n  absent: []\n"},
        {"table:\r\n  seats: [us]\r\n  absent: [ru]\r\n",
         {{SMY_EDIT_VALUE, "table.observers", "[{actor: ru, patron: us, share: 0.5}]"}, {SMY_EDIT_VALUE, "table.absent", "[]"}},
         "table:\r\n  observers: [{actor: ru, patron: us, share: 0.5}]\r\n  seats: [us]\r\n  absent: []\r\n"},
        {"table: {seats: [us, ru]}\n", {{SMY_EDIT_VALUE, "table.absent", "[ru]"}, {SMY_EDIT_VALUE, "table.seats", "[us]"}},
         "table: {absent: [ru], seats: [us]}\n"},
        {"table: {seats: [us]}\nno_deal:\n  us: 5 # five\n", {{SMY_EDIT_ESTIMATE, "no_deal.ru", "{low: 1, mode: 2, high: 3}"}},
         "table: {seats: [us]}\nno_deal:\n  ru: {low: 1, mode: 2, high: 3}\n  us: 5 # five\n"},
        {"table: {seats: [us]}\nno_deal: {us: {low: 1, mode: 2, # two\n high: 3, judgement: \"j, {k}\", stated: 0}}\n",
         {{SMY_EDIT_ESTIMATE, "no_deal.us", "7"}},
         "table: {seats: [us]}\nno_deal: {us: {value: 7, judgement: \"j, {k}\", stated: 0}}\n"},
        {"table: {seats: [us]}\nno_deal: {us: {judgement: j, value: 2, stated: {value: 3}}}\n",
         {{SMY_EDIT_ESTIMATE, "no_deal.us", "{low: 1, high: 3, shape: uniform}"}},
         "table: {seats: [us]}\nno_deal: {us: {judgement: j, low: 1, high: 3, shape: uniform, stated: {value: 3}}}\n"},
        {"table: {seats: [us]}\nno_deal: {us: {mean: 2, stated: 1, sd: 1}}\n", {{SMY_EDIT_ESTIMATE, "no_deal.us", "4"}},
         "table: {seats: [us]}\nno_deal: {us: {value: 4, stated: 1}}\n"},
        {"table: {seats: [us]}\nno_deal: {us: {stated: 1}}\n", {{SMY_EDIT_ESTIMATE, "no_deal.us", "4"}},
         "table: {seats: [us]}\nno_deal: {us: {value: 4, stated: 1}}\n"},
        {"table: {seats: [us]}\nno_deal: {us: 5}\n", {{SMY_EDIT_ESTIMATE, "no_deal.us", "4"}},
         "table: {seats: [us]}\nno_deal: {us: 4}\n"},
    };
    /* clang-format on */
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        char before[1024], after[1024];
        size_t n = 0;
        while (n < 3 && rows[r].edits[n].path)
            n++;
        (void)snprintf(before, sizeof before, "%s%s%s", TWO, rows[r].before, STANCES);
        (void)snprintf(after, sizeof after, "%s%s%s", TWO, rows[r].after, STANCES);
        SmyEdited *edited = NULL;
        SmyError error = {0};
        if (smy_scenario_edit_all(before, strlen(before), "t.yaml", rows[r].edits, n,
                                  &edited, &error) != SMY_OK)
            fail_msg("row %zu: %s", r, error.message);
        assert_string_equal(smy_edited_text(edited), after);
        smy_edited_free(edited);
    }
}

static void all_are_made_or_none(void **state)
{
    (void)state;
    static const char text[] =
        TWO "table: {seats: [us], absent: [ru]}\nno_deal:\n  - x\n" STANCES;
    static const char good[] =
        TWO "table: {seats: [us], absent: [ru]}\n"
            "no_deal:\n  us:\n    low: 1\n    mode: 2\n    high: 3\n" STANCES;
    static const struct {
        const char *text;
        SmyEdit edits[2];
        SmyCode code;
    } rows[] = {
        {good,
         {{SMY_EDIT_VALUE, "table.seats", "[us, ru]"}, {SMY_EDIT_VALUE, "id", "u"}},
         SMY_ERR_CONFLICT},
        {good,
         {{SMY_EDIT_VALUE, "id", "u"}, {SMY_EDIT_VALUE, "tables.seats", "[us]"}},
         SMY_ERR_UNKNOWN},
        {good,
         {{SMY_EDIT_VALUE, "id", "u"}, {SMY_EDIT_VALUE, "nothing", "1"}},
         SMY_ERR_UNKNOWN},
        {good,
         {{SMY_EDIT_VALUE, "id", "u"}, {SMY_EDIT_ESTIMATE, "no_deal.us", "1"}},
         SMY_ERR_TYPE},
        {good,
         {{SMY_EDIT_VALUE, "id", "u"}, {SMY_EDIT_ESTIMATE, "no_deal.us.mode", "1, x: 2"}},
         SMY_ERR_SYNTAX},
        {good,
         {{SMY_EDIT_VALUE, "id", "u"}, {SMY_EDIT_VALUE, "table.absent.x", "1"}},
         SMY_ERR_UNKNOWN},
        {text, {{SMY_EDIT_VALUE, "id", "u"}, {SMY_EDIT_VALUE, "id", "v"}}, SMY_ERR_TYPE},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        SmyEdited *edited = NULL;
        SmyError error = {0};
        SmyCode code = smy_scenario_edit_all(rows[r].text, strlen(rows[r].text), "t.yaml",
                                             rows[r].edits, 2, &edited, &error);
        if (code != rows[r].code || edited || !error.message[0])
            fail_msg("row %zu: %s (%s)", r, smy_code_text(code), error.message);
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
    static const SmyEdit edits[] = {{SMY_EDIT_ESTIMATE, "no_deal.us", "4"},
                                    {SMY_EDIT_VALUE, "table.ratifiers", "[us]"}};
    if (code != SMY_OK)
        return code;
    const char *text = scenario_text(7, "no_deal: {us: {value: 5, stated: 4}}");
    code = smy_scenario_edit_all(text, strlen(text), "t.yaml", edits, 2, &edited, &error);
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
        cmocka_unit_test(several_values_change_together),
        cmocka_unit_test(all_are_made_or_none),
        cmocka_unit_test(what_would_change_more_is_refused),
        cmocka_unit_test(a_bad_file_is_not_edited),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
