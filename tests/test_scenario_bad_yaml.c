/* SPDX-License-Identifier: Apache-2.0 */
/* Bad input gets an error with its place, its kind and its reason: bytes, syntax, bounds. */
#include "support/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/bad_rows.h"

/* clang-format off */
static const BadRow rows[] = {
    {"nothing at all", 0, "", 1, 1, SMY_ERR_MISSING, "the file is empty"},
    {"a comment alone", 0, "# nothing\n", 1, 1, SMY_ERR_MISSING, "the file is empty"},
    {"a number alone", 0, "12\n", 1, 1, SMY_ERR_TYPE, "the file is 12; it takes a map"},
    {"a list", 0, "- a\n- b\n", 1, 1, SMY_ERR_TYPE, "the file is a list"},
    {"an open bracket", 0, "a: [1, 2\n", 2, 1, SMY_ERR_SYNTAX, "closing bracket"},
    {"an open quote", 0, "a: 'x\nb: 1\n", 1, 4, SMY_ERR_SYNTAX, "single-quoted"},
    {"a bad escape", 0, "a: \"x\\qy\"\n", 1, 6, SMY_ERR_SYNTAX, "invalid escape"},
    {"a tab for indentation", 0, "a:\n\tb: 1\n", 2, 1, SMY_ERR_SYNTAX, ""},
    {"a key indented on its own", 0, "a: 1\n b: 2\n", 1, 4, SMY_ERR_SYNTAX, "in \"a: 1\""},
    {"two colons", 0, "a: b: c\n", 1, 5, SMY_ERR_SYNTAX, "nested"},
    {"an at sign", 0, "a: @b\n", 1, 4, SMY_ERR_SYNTAX, "cannot start with"},
    {"JSON cut short", 0, "{\"a\": 1, \"b\": ", 2, 1, SMY_ERR_SYNTAX, "node content"},
    {"two documents", 0, "summitry: 1\n---\nsummitry: 1\n", 2, 1, SMY_ERR_SYNTAX, "a second document"},
    {"an anchor", 7, "title: &t x", 7, 11, SMY_ERR_SYNTAX, "anchors"},
    {"an alias", 7, "title: &t x\naccount: *t", 8, 10, SMY_ERR_SYNTAX, "aliases"},
    {"an alias for a key", 7, "title: &t x\n*t : y", 8, 1, SMY_ERR_SYNTAX, "aliases"},
    {"a tag", 7, "title: !!str 5", 7, 14, SMY_ERR_SYNTAX, "tags"},
    {"a tag on a map", 7, "title: !x {en: a}", 7, 11, SMY_ERR_SYNTAX, "tags"},
    {"a merge key", 7, "x-a: {<<: {b: 1}}", 7, 7, SMY_ERR_SYNTAX, "merge keys"},
    {"a list for a key", 7, "? [a, b]\n: 1", 7, 3, SMY_ERR_TYPE, "a key is a name"},
    {"a map for a key", 7, "{a: b}: 1", 7, 1, SMY_ERR_TYPE, "a key is a name"},
    {"one key three times", 7, "x-a: {b: 1, b: 2, b: 3}", 7, 19, SMY_ERR_DUPLICATE, "\"b\" is given twice"},
    {"one key twice among many", 7, "x-a: {a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, i: 1, j: 1, k: 1, l: 1, m: 1, n: 1, o: 1, p: 1, q: 1, b: 2}", 7, 109, SMY_ERR_DUPLICATE, "\"b\" is given twice"},
    {"bytes that are no UTF-8", 7, "title: caf\xE9", 7, 11, SMY_ERR_SYNTAX, "byte E9 is not UTF-8"},
    {"an overlong form", 7, "title: \xC0\xAF", 7, 8, SMY_ERR_SYNTAX, "byte C0 is not UTF-8"},
    {"half a surrogate pair in bytes", 7, "title: \xED\xA0\x80", 7, 8, SMY_ERR_SYNTAX, "byte ED is not UTF-8"},
    {"a column counted in code points", 7, "title: \xE4\xBF\x84\xE7\xBE\x85 \xFF", 7, 11, SMY_ERR_SYNTAX, "byte FF"},
    {"a control character", 7, "title: a\x1B[31mb", 7, 9, SMY_ERR_SYNTAX, "control character U+001B"},
    {"an escaped control character", 7, "title: \"a\\e[31mb\"", 7, 8, SMY_ERR_SYNTAX, "cannot be taken"},
    {"an escaped NUL", 7, "title: \"a\\0b\"", 7, 8, SMY_ERR_SYNTAX, "cannot be taken"},
    {"half a surrogate pair in an escape", 7, "title: \"\\ud800\"", 7, 9, SMY_ERR_SYNTAX, "invalid UTF8"},
    {"deep lists", 7, "x-a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", 7, 37, SMY_ERR_LIMIT, "deeper than 32"},
    {"deep maps", 7, "x-a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: 1}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}", 7, 130, SMY_ERR_LIMIT, "deeper than 32"},
};
/* clang-format on */

static void each_is_refused(void **state)
{
    (void)state;
    check_bad_rows(rows, sizeof rows / sizeof *rows);
}

/* ---- Bounds that need much text ---- */

static SmyCode code_of(const char *text, size_t length, SmyError *error)
{
    SmyScenario *scenario = NULL;
    SmyCode code = smy_scenario_parse(text, length, "t.yaml", NULL, &scenario, error);
    smy_scenario_free(scenario);
    return code;
}

static void more_than_8_mib_are_refused(void **state)
{
    (void)state;
    size_t length = (8u << 20) + 1;
    char *text = malloc(length);
    SmyError error;
    assert_non_null(text);
    memset(text, '\n', length);
    assert_int_equal(code_of(text, length, &error), SMY_ERR_LIMIT);
    assert_int_equal(code_of(text, length - 1, &error), SMY_ERR_MISSING);
    free(text);
}

static void a_bomb_of_values_is_refused(void **state)
{
    (void)state;
    size_t length = 2u << 20;
    char *text = malloc(length);
    SmyError error;
    assert_non_null(text);
    text[0] = '[';
    for (size_t i = 1; i < length; i++)
        text[i] = i % 2 ? '1' : ',';
    assert_int_equal(code_of(text, length, &error), SMY_ERR_LIMIT);
    assert_non_null(strstr(error.message, "250000 values"));
    free(text);
}

static void a_text_of_a_megabyte_is_refused(void **state)
{
    (void)state;
    size_t length = 1u << 20;
    char *text = malloc(length);
    SmyError error;
    assert_non_null(text);
    memset(text, 'x', length);
    text[0] = text[length - 1] = '"';
    assert_int_equal(code_of(text, length, &error), SMY_ERR_LIMIT);
    free(text);
}

static void a_thousand_and_one_actors_are_refused(void **state)
{
    (void)state;
    static char text[1 << 16];
    size_t n = 0;
    n += (size_t)sprintf(text,
                         "summitry: 1\nid: t\nissues: {a: {scale: [0, 1]}}\nactors:\n");
    for (int i = 0; i < 1001; i++)
        n += (size_t)sprintf(text + n, "  a%d: {capability: 1}\n", i);
    n += (size_t)sprintf(text + n, "table: {seats: [a1]}\n"
                                   "stances: {a1: {a: {position: 1, salience: 1}}}\n");
    SmyError error;
    assert_int_equal(code_of(text, n, &error), SMY_ERR_LIMIT);
    assert_string_equal(error.message, "1001 actors; there may be 1000");
}

static void sixty_five_citations_in_one_list_are_refused(void **state)
{
    (void)state;
    char text[2048];
    for (int n_cites = 64; n_cites <= 65; n_cites++) {
        static Heard heard;
        SmyScenario *scenario = NULL;
        size_t n =
            (size_t)sprintf(text, "documents: {d: {}}\nno_deal: {us: {value: 1, cite: [");
        for (int i = 0; i < n_cites; i++)
            n += (size_t)sprintf(text + n, "%sd@%d-%d", i ? ", " : "", i, i + 1);
        (void)sprintf(text + n, "]}}");
        SmyCode code = scenario_parse(scenario_text(7, text), &heard, &scenario);
        assert_int_equal(code, n_cites == 64 ? SMY_OK : SMY_ERR_LIMIT);
        smy_scenario_free(scenario);
    }
}

static void a_nul_does_not_end_the_file(void **state)
{
    (void)state;
    SmyError error;
    static const char text[] = "summitry: 1\nid: a\0b\n";
    assert_int_equal(code_of(NULL, 0, &error), SMY_ERR_MISSING);
    assert_int_equal(code_of(text, sizeof text - 1, &error), SMY_ERR_SYNTAX);
    assert_int_equal(error.line, 2);
    assert_int_equal(error.column, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_refused),
        cmocka_unit_test(more_than_8_mib_are_refused),
        cmocka_unit_test(a_bomb_of_values_is_refused),
        cmocka_unit_test(a_text_of_a_megabyte_is_refused),
        cmocka_unit_test(a_thousand_and_one_actors_are_refused),
        cmocka_unit_test(sixty_five_citations_in_one_list_are_refused),
        cmocka_unit_test(a_nul_does_not_end_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
