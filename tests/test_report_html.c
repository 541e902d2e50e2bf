/* SPDX-License-Identifier: Apache-2.0 */
/* The HTML report: well-formed, self-contained, escaped, and honest about what is missing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/tree.h"
#include "support/memory.h"
#include "support/reports.h"
#include "support/support.h"

enum { DEEPEST = 64 };

/* What an element looks like from outside: enough of XML for what the report writes. */
typedef struct Reader {
    const char *row, *at, *text;
    char open[DEEPEST][16];
    size_t depth;
} Reader;

static void complain(const Reader *r, const char *what)
{
    int line = 1;
    for (const char *c = r->text; c < r->at; c++)
        line += *c == '\n';
    fail_msg("%s, line %d: %s: %.60s", r->row, line, what, r->at);
}

static void read_entity(Reader *r)
{
    static const char *const names[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        if (strncmp(r->at, names[n], strlen(names[n])) == 0) {
            r->at += strlen(names[n]);
            return;
        }
    complain(r, "a bare &");
}

static void read_attribute(Reader *r)
{
    size_t name =
        strspn(r->at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
    if (name == 0 || strncmp(r->at + name, "=\"", 2) != 0)
        complain(r, "an attribute without name, or value without quotes");
    for (r->at += name + 2; *r->at != '"';) {
        if (*r->at == '<' || !*r->at)
            complain(r, "an attribute that does not end");
        if (*r->at == '&')
            read_entity(r);
        else
            r->at++;
    }
    r->at++;
}

static void read_tag(Reader *r)
{
    bool closes = r->at[1] == '/';
    const char *name = r->at + 1 + closes;
    size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789");
    if (length == 0 || length >= sizeof r->open[0])
        complain(r, "no element of HTML or SVG");
    r->at = name + length;
    if (closes) {
        if (r->depth == 0 || strncmp(r->open[r->depth - 1], name, length) != 0 ||
            r->open[r->depth - 1][length] || *r->at++ != '>')
            complain(r, "closes what is not open");
        r->depth--;
        return;
    }
    while (*r->at == ' ') {
        r->at++;
        read_attribute(r);
    }
    if (strncmp(r->at, "/>", 2) == 0) {
        r->at += 2;
        return;
    }
    if (*r->at++ != '>' || r->depth == DEEPEST)
        complain(r, "a tag that does not end, or too deep");
    (void)snprintf(r->open[r->depth++], sizeof r->open[0], "%.*s", (int)length, name);
}

/* Past what a browser does not read as markup: the style sheet, the scripts, the tree. */
static void skip_raw(Reader *r, const char *name, const char *end)
{
    if (r->depth == 0 || strcmp(r->open[r->depth - 1], name) != 0)
        return;
    r->at = strstr(r->at, end);
    if (!r->at)
        fail_msg("%s: no %s", r->row, end);
}

static void assert_well_formed(const char *row, const char *text)
{
    static const char doctype[] = "<!DOCTYPE html>\n";
    Reader r = {.row = row, .text = text, .at = text};
    assert_int_equal(strncmp(text, doctype, strlen(doctype)), 0);
    for (r.at += strlen(doctype); *r.at;) {
        unsigned char c = (unsigned char)*r.at;
        if (c == '<') {
            read_tag(&r);
            skip_raw(&r, "script", "</script>");
            skip_raw(&r, "style", "</style>");
        } else if (c == '&')
            read_entity(&r);
        else if (c == '>' || (c < 0x20 && c != '\n' && c != '\t'))
            complain(&r, "a character that should be escaped");
        else
            r.at++;
    }
    if (r.depth)
        complain(&r, r.open[r.depth - 1]);
}

static char *html_of(const SmyNode *tree)
{
    Shown shown = {0};
    assert_int_equal(smy_report_html(tree, report_keep, &shown), SMY_OK);
    return shown.text;
}

static char *html_of_file(const char *file, const char *texts, bool without_numbers)
{
    json_t *json = report_json(file);
    if (texts)
        report_with_texts(json, texts);
    if (without_numbers)
        report_without_numbers(json);
    SmyResult *result = report_tree(json);
    char *text = html_of(smy_result_root(result));
    smy_result_free(result);
    json_decref(json);
    return text;
}

/* clang-format off */
static const struct {
    const char *row, *file, *texts;
    bool without_numbers;
} pages[] = {
    {"as it is",             "tree.json",    NULL, false},
    {"Chinese",              "tree_zh.json", NULL, false},
    {"no number is defined", "tree.json",    NULL, true},
    {"markup in texts",      "tree.json",    "</text><script>alert('x')</script> & \"q\" ]]> <!--", false},
    {"controls in texts",    "tree.json",    "a\x01" "b\x1b[31m\xef\xbf\xbe", false},
    {"empty texts",          "tree.json",    "",   false},
    {"a tree of a check",    "check.json",   NULL, false},
    {"a back-test",          "backtest.json", NULL, false},
    {"markup in a back-test", "backtest.json", "<b>&\"", false},
    {"a back-test of nothing", "backtest.json", "", true},
};
/* clang-format on */

static char *plain_of(const char *text)
{
    return report_between(text, "<noscript>", "</noscript>");
}

static void every_page_is_well_formed(void **state)
{
    (void)state;
    for (size_t p = 0; p < sizeof pages / sizeof *pages; p++) {
        char *text = html_of_file(pages[p].file, pages[p].texts, pages[p].without_numbers);
        assert_well_formed(pages[p].row, text);
        if (strstr(text, "<noscript>")) {
            char *plain = plain_of(text);
            assert_null(strstr(plain, "nan"));
            assert_null(strstr(plain, "inf%"));
            free(plain);
        }
        free(text);
    }
}

static void nothing_is_fetched(void **state)
{
    (void)state;
    char *text = html_of_file("tree.json", NULL, false);
    const char *const outside[] = {"src=",    "@import", "url(h",
                                   "url(/",   "<img",    "href=\"h",
                                   "import(", "<!--",    "</script><script>"};
    for (size_t o = 0; o < sizeof outside / sizeof *outside; o++)
        if (strstr(text, outside[o]))
            fail_msg("the page refers to something outside: %s", outside[o]);
    assert_non_null(strstr(text, "default-src &#39;none&#39;"));
    free(text);
}

/* clang-format off */
static const struct { const char *row, *file, *texts; } trees[] = {
    {"as it is",        "tree.json",    NULL},
    {"Chinese",         "tree_zh.json", NULL},
    {"markup in texts", "tree.json",    "</script><script>alert('x')</script> <!-- \\\" \n \\"},
    {"a check",         "check.json",   NULL},
};
/* clang-format on */

static void the_tree_in_the_page_is_the_tree_itself(void **state)
{
    (void)state;
    for (size_t t = 0; t < sizeof trees / sizeof *trees; t++) {
        json_t *json = report_json(trees[t].file);
        if (trees[t].texts)
            report_with_texts(json, trees[t].texts);
        SmyResult *result = report_tree(json), *again = NULL;
        char *text = html_of(smy_result_root(result));
        char *inside =
            report_between(text, "id=\"summitry-report\" data-kind=\"run\">", "</script>");
        assert_null(strchr(inside, '<'));
        assert_int_equal(smy_result_read_json(inside, strlen(inside), &again, NULL),
                         SMY_OK);
        Shown want = {0}, got = {0};
        assert_int_equal(smy_node_write_json(smy_result_root(result), report_keep, &want),
                         SMY_OK);
        assert_int_equal(smy_node_write_json(smy_result_root(again), report_keep, &got),
                         SMY_OK);
        if (strcmp(want.text, got.text) != 0)
            fail_msg("%s: the tree in the page is another one", trees[t].row);
        free(want.text);
        free(got.text);
        free(inside);
        free(text);
        smy_result_free(result);
        smy_result_free(again);
        json_decref(json);
    }
}

static void the_same_tree_gives_the_same_bytes(void **state)
{
    (void)state;
    char *text = html_of_file("tree.json", NULL, false);
    char *again = html_of_file("tree.json", NULL, false);
    assert_string_equal(text, again);
    free(text);
    free(again);
}

/* Without scripts the page is the terminal's report, every number of it. */
static void plain_text_has_what_the_terminal_has(void **state)
{
    (void)state;
    static const SmyView views[] = {SMY_VIEW_RUN, SMY_VIEW_TABLE, SMY_VIEW_CLAIMS};
    json_t *json = report_json("tree.json");
    report_with_texts(json, "A text that needs no escaping");
    SmyResult *result = report_tree(json);
    char *text = html_of(smy_result_root(result)), *plain = plain_of(text);
    for (size_t v = 0; v < sizeof views / sizeof *views; v++) {
        char *shown = report_terminal(smy_result_root(result), views[v], 80, false);
        for (char *line = strtok(shown, "\n"); line; line = strtok(NULL, "\n"))
            if (!strpbrk(line, "<>&\"'") && !strstr(plain, line))
                fail_msg("without scripts the page does not say: %s", line);
        free(shown);
    }
    free(plain);
    free(text);
    smy_result_free(result);
    json_decref(json);
}

static void what_a_reader_looks_for_is_there_without_scripts(void **state)
{
    (void)state;
    static const char *const wanted[] = {"Anchorage, 15 August 2025",
                                         "Ukraine",
                                         "Witkoff",
                                         "LEFT OUT",
                                         "status quo",
                                         "Kalai-Smorodinsky",
                                         "Each party gets the same share",
                                         "A chair for Ukraine",
                                         "stances.us.ceasefire_first",
                                         "  cites ",
                                         "judged",
                                         "unsupported",
                                         "10,000",
                                         "4a6e42d1",
                                         "not at hand"};
    char *text = html_of_file("tree.json", NULL, false), *plain = plain_of(text);
    for (size_t w = 0; w < sizeof wanted / sizeof *wanted; w++)
        if (!strstr(plain, wanted[w]))
            fail_msg("the page does not say %s", wanted[w]);
    free(plain);
    free(text);
}

static void malformed_bytes_become_a_mark(void **state)
{
    (void)state;
    SmyResult *result = smyi_result_new();
    SmyNode *scenario = smyi_add_object(result, result->root, "scenario");
    smyi_add_text(result, scenario, "title", "a\xff\xc3(b");
    char *text = html_of(smy_result_root(result));
    assert_well_formed("malformed", text);
    assert_non_null(strstr(text, "a\xef\xbf\xbd\xef\xbf\xbd(b"));
    free(text);
    smy_result_free(result);
}

static void what_is_no_tree_is_an_error(void **state)
{
    (void)state;
    Shown shown = {0};
    assert_int_equal(smy_report_html(NULL, report_keep, &shown), SMY_ERR_ARGUMENT);
    assert_null(shown.text);
}

static SmyCode throw_away(void *cookie, const char *bytes, size_t length)
{
    (void)cookie, (void)bytes, (void)length;
    return SMY_OK;
}

static SmyCode show(void *tree)
{
    return smy_report_html(tree, throw_away, NULL);
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
        cmocka_unit_test(every_page_is_well_formed),
        cmocka_unit_test(nothing_is_fetched),
        cmocka_unit_test(the_tree_in_the_page_is_the_tree_itself),
        cmocka_unit_test(the_same_tree_gives_the_same_bytes),
        cmocka_unit_test(plain_text_has_what_the_terminal_has),
        cmocka_unit_test(what_a_reader_looks_for_is_there_without_scripts),
        cmocka_unit_test(malformed_bytes_become_a_mark),
        cmocka_unit_test(what_is_no_tree_is_an_error),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests_name("HTML reports", tests, NULL, NULL);
}
