/* SPDX-License-Identifier: Apache-2.0 */
/* Markdown and CSV: snapshots, and rules that hold whatever the texts are. */
#include <stdlib.h>
#include <string.h>

#include "support/memory.h"
#include "support/reports.h"
#include "support/support.h"

static const char *const hostile = "a|b, \"c\"\r\n<script> [x](y) `z` *w* _v_ # &lt;";

typedef SmyCode ReportFn(const SmyNode *tree, SmyWriteFn *write, void *cookie);

static char *shown_by(ReportFn *report, const char *file, const char *texts,
                      bool without_numbers)
{
    json_t *json = report_json(file);
    Shown shown = {0};
    if (texts)
        report_with_texts(json, texts);
    if (without_numbers)
        report_without_numbers(json);
    SmyResult *result = report_tree(json);
    assert_int_equal(report(smy_result_root(result), report_keep, &shown), SMY_OK);
    smy_result_free(result);
    json_decref(json);
    return shown.text;
}

static void they_look_as_they_did(void **state)
{
    (void)state;
    char *text = shown_by(smy_report_markdown, "tree.json", NULL, false);
    report_snapshot("run.md", text);
    free(text);
    text = shown_by(smy_report_csv, "tree.json", NULL, false);
    report_snapshot("run.csv", text);
    free(text);
}

/* Fields of the record at *at, which moves behind its CRLF; -1 where it breaks RFC 4180. */
static int read_record(const char **at)
{
    int fields = 1;
    const char *c = *at;
    while (*c && strncmp(c, "\r\n", 2) != 0) {
        if (*c == '"') {
            for (c++; *c && (*c != '"' || c[1] == '"'); c++)
                c += *c == '"';
            if (*c++ != '"' || !(*c == ',' || *c == '\r'))
                return -1;
        } else if (*c == ',') {
            fields++;
            c++;
        } else {
            c += strcspn(c, ",\"\r\n");
            if (*c != ',' && strncmp(c, "\r\n", 2) != 0)
                return -1;
        }
    }
    *at = *c ? c + 2 : c;
    return fields;
}

static void every_csv_record_has_six_fields(void **state)
{
    (void)state;
    static const struct {
        const char *row, *texts;
        bool without_numbers;
    } rows[] = {
        {"as it is", NULL, false}, {"hostile", "", false}, {"no numbers", NULL, true}};
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        char *text = shown_by(smy_report_csv, "tree.json", rows[r].texts ? hostile : NULL,
                              rows[r].without_numbers);
        const char *at = text;
        for (int line = 1; *at; line++)
            if (read_record(&at) != 6)
                fail_msg("%s: record %d", rows[r].row, line);
        free(text);
    }
}

static void a_csv_field_with_commas_and_quotes_is_quoted(void **state)
{
    (void)state;
    static const char tree[] =
        "{\"issues\":[{\"id\":\"a,\\\"b\\\"\\nc\",\"status_quo\":0.1}]}";
    SmyResult *result = NULL;
    Shown shown = {0};
    assert_int_equal(smy_result_read_json(tree, strlen(tree), &result, NULL), SMY_OK);
    assert_int_equal(smy_report_csv(smy_result_root(result), report_keep, &shown), SMY_OK);
    assert_string_equal(shown.text, "model,subject,quantity,value,low,high\r\n"
                                    ",\"a,\"\"b\"\"\nc\",status_quo,0.1,,\r\n");
    free(shown.text);
    smy_result_free(result);
}

/* Bars that are not escaped part the cells of a row. */
static int bars(const char *line)
{
    int n = 0;
    for (; *line && *line != '\n'; line++) {
        if (*line == '\\')
            line++;
        else
            n += *line == '|';
    }
    return n;
}

static void markdown_tables_stay_rectangular(void **state)
{
    (void)state;
    char *text = shown_by(smy_report_markdown, "tree.json", hostile, false);
    for (const char *at = text; (at = strstr(at, "<script")); at++)
        assert_int_equal(at[-1], '\\');
    int columns = 0;
    for (const char *line = text; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (*line != '|') {
            columns = 0;
            continue;
        }
        if (columns && bars(line) != columns)
            fail_msg("%d bars, not %d: %.70s", bars(line), columns, line);
        columns = bars(line);
    }
    free(text);
}

static void what_is_no_tree_is_said_so(void **state)
{
    (void)state;
    Shown shown = {0};
    assert_int_equal(smy_report_csv(NULL, report_keep, &shown), SMY_ERR_ARGUMENT);
    assert_int_equal(smy_report_markdown(NULL, report_keep, &shown), SMY_ERR_ARGUMENT);
    SmyResult *result = NULL;
    assert_int_equal(smy_result_read_json("{}", 2, &result, NULL), SMY_OK);
    assert_int_equal(smy_report_markdown(smy_result_root(result), report_keep, &shown),
                     SMY_OK);
    assert_non_null(strstr(shown.text, "nothing to report"));
    free(shown.text);
    smy_result_free(result);
}

static SmyCode throw_away(void *cookie, const char *bytes, size_t length)
{
    (void)cookie, (void)bytes, (void)length;
    return SMY_OK;
}

static SmyCode show(void *tree)
{
    return smy_report_markdown(tree, throw_away, NULL);
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    json_t *json = report_json("tree.json");
    SmyResult *result = report_tree(json);
    union {
        const SmyNode *read;
        void *cookie;
    } root = {.read = smy_result_root(result)};
    assert_true(memory_exhaust(show, root.cookie) > 1);
    smy_result_free(result);
    json_decref(json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_look_as_they_did),
        cmocka_unit_test(every_csv_record_has_six_fields),
        cmocka_unit_test(a_csv_field_with_commas_and_quotes_is_quoted),
        cmocka_unit_test(markdown_tables_stay_rectangular),
        cmocka_unit_test(what_is_no_tree_is_said_so),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests_name("Markdown and CSV", tests, NULL, NULL);
}
