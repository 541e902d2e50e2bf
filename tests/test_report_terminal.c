/* SPDX-License-Identifier: Apache-2.0 */
/* Terminal reports: snapshots at three widths, and laws that hold of any tree at any width. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/memory.h"
#include "support/reports.h"
#include "support/support.h"

static const char *const hostile =
    "\x1b[31m<script>alert('x')</script> & \"q\" \xe2\x80\xae\n end";
static const char *const long_chinese =
    "領土與安全保障以及制裁之解除與停火之先後，皆懸而未決；各方立場相去甚遠。";

/* clang-format off */
static const struct {
    const char *row, *file;
    const char *texts; /* put in place of every text; NULL: as in the file */
    bool without_numbers;
} trees[] = {
    {"as it is",               "tree.json",    NULL,         false},
    {"Chinese",                "tree_zh.json", NULL,         false},
    {"no number is defined",   "tree.json",    NULL,         true},
    {"hostile texts",          "tree.json",    hostile,      false},
    {"long Chinese texts",     "tree.json",    long_chinese, false},
    {"empty texts",            "tree.json",    "",           false},
    {"a check",                "check.json",   NULL,         false},
    {"a check of nothing",     "check.json",   "",           true},
};
/* clang-format on */
enum { TREES = sizeof trees / sizeof *trees };

static SmyResult *tree_of(size_t t)
{
    json_t *json = report_json(trees[t].file);
    if (trees[t].texts)
        report_with_texts(json, trees[t].texts);
    if (trees[t].without_numbers)
        report_without_numbers(json);
    SmyResult *result = report_tree(json);
    json_decref(json);
    return result;
}

static void no_line_is_wider_than_asked(void **state)
{
    (void)state;
    static const int widths[] = {40, 41, 59, 60, 66, 75, 76, 80, 99, 100, 120, 160, 200};
    for (size_t t = 0; t < TREES; t++) {
        SmyResult *result = tree_of(t);
        for (size_t w = 0; w < sizeof widths / sizeof *widths; w++)
            for (int view = SMY_VIEW_RUN; view <= SMY_VIEW_CHECK; view++) {
                char *text = report_terminal(smy_result_root(result), (SmyView)view,
                                             widths[w], false);
                for (const char *line = text; line; line = strchr(line, '\n')) {
                    line += *line == '\n';
                    if (report_columns(line) > widths[w])
                        fail_msg("%s, view %d: %d columns at width %d: %.*s", trees[t].row,
                                 view, report_columns(line), widths[w],
                                 (int)strcspn(line, "\n"), line);
                }
                free(text);
            }
        smy_result_free(result);
    }
}

static void a_run_looks_as_it_did(void **state)
{
    (void)state;
    /* Snapshots: printed by this program and looked at. */
    static const struct {
        const char *tree, *name;
        int width;
    } rows[] = {
        {"tree.json", "run_40.txt", 40},
        {"tree.json", "run_80.txt", 80},
        {"tree.json", "run_120.txt", 120},
        {"tree_zh.json", "run_zh_80.txt", 80},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        json_t *json = report_json(rows[r].tree);
        SmyResult *result = report_tree(json);
        char *text =
            report_terminal(smy_result_root(result), SMY_VIEW_RUN, rows[r].width, false);
        report_snapshot(rows[r].name, text);
        free(text);
        smy_result_free(result);
        json_decref(json);
    }
}

static void texts_cannot_command_the_terminal(void **state)
{
    (void)state;
    for (size_t t = 0; t < TREES; t++) {
        SmyResult *result = tree_of(t);
        char *text = report_terminal(smy_result_root(result), SMY_VIEW_RUN, 80, false);
        for (const char *at = text; *at; at++)
            if ((unsigned char)*at < 0x20 && *at != '\n')
                fail_msg("%s: control character %d", trees[t].row, *at);
        assert_null(strstr(text, "\xe2\x80\xae")); /* right-to-left override */
        free(text);
        smy_result_free(result);
    }
}

static void colour_comes_only_when_asked_for(void **state)
{
    (void)state;
    SmyResult *result = tree_of(0);
    char *plain = report_terminal(smy_result_root(result), SMY_VIEW_RUN, 80, false);
    char *colored = report_terminal(smy_result_root(result), SMY_VIEW_RUN, 80, true);
    char *to = colored; /* taking the colours out gives the plain text */
    for (const char *at = colored; *at;) {
        if (*at == '\x1b')
            at += strcspn(at, "m") + 1;
        else
            *to++ = *at++;
    }
    *to = '\0';
    assert_string_equal(colored, plain);
    free(plain);
    free(colored);
    smy_result_free(result);
}

static void what_is_no_tree_is_said_so(void **state)
{
    (void)state;
    Shown shown = {0};
    assert_int_equal(smy_report_terminal(NULL, NULL, report_keep, &shown),
                     SMY_ERR_ARGUMENT);
    assert_null(shown.text);
    SmyResult *result = NULL;
    assert_int_equal(smy_result_read_json("{}", 2, &result, NULL), SMY_OK);
    char *text = report_terminal(smy_result_root(result), SMY_VIEW_RUN, 80, false);
    assert_non_null(strstr(text, "nothing to report"));
    free(text);
    smy_result_free(result);
}

static SmyCode refuse(void *cookie, const char *bytes, size_t length)
{
    (void)bytes, (void)length;
    ++*(int *)cookie;
    return SMY_ERR_IO;
}

static void a_writer_that_fails_is_not_asked_again(void **state)
{
    (void)state;
    SmyResult *result = tree_of(0);
    int calls = 0;
    assert_int_equal(smy_report_terminal(smy_result_root(result), NULL, refuse, &calls),
                     SMY_ERR_IO);
    assert_int_equal(calls, 1);
    smy_result_free(result);
}

static SmyCode throw_away(void *cookie, const char *bytes, size_t length)
{
    (void)cookie, (void)bytes, (void)length;
    return SMY_OK;
}

static SmyCode show_all(void *cookie)
{
    SmyTerminalOptions options;
    smy_terminal_options_init(&options);
    SmyCode code = SMY_OK;
    for (int view = SMY_VIEW_RUN; view <= SMY_VIEW_CHECK && code == SMY_OK; view++) {
        options.view = (SmyView)view;
        code = smy_report_terminal(cookie, &options, throw_away, NULL);
    }
    return code;
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    SmyResult *result = tree_of(0);
    union {
        const SmyNode *read;
        void *cookie;
    } root = {.read = smy_result_root(result)};
    assert_true(memory_exhaust(show_all, root.cookie) > 1);
    smy_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_line_is_wider_than_asked),
        cmocka_unit_test(a_run_looks_as_it_did),
        cmocka_unit_test(texts_cannot_command_the_terminal),
        cmocka_unit_test(colour_comes_only_when_asked_for),
        cmocka_unit_test(what_is_no_tree_is_said_so),
        cmocka_unit_test(a_writer_that_fails_is_not_asked_again),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests_name("terminal reports", tests, NULL, NULL);
}
