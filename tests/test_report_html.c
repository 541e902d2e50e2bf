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

static void assert_well_formed(const char *row, const char *text)
{
    static const char doctype[] = "<!DOCTYPE html>\n";
    Reader r = {.row = row, .text = text, .at = text};
    assert_int_equal(strncmp(text, doctype, strlen(doctype)), 0);
    for (r.at += strlen(doctype); *r.at;) {
        unsigned char c = (unsigned char)*r.at;
        if (c == '<')
            read_tag(&r);
        else if (c == '&')
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

static void every_page_is_well_formed(void **state)
{
    (void)state;
    for (size_t p = 0; p < sizeof pages / sizeof *pages; p++) {
        char *text = html_of_file(pages[p].file, pages[p].texts, pages[p].without_numbers);
        assert_well_formed(pages[p].row, text);
        assert_null(strstr(text, "<script"));
        assert_null(strstr(text, "nan"));
        assert_null(strstr(text, "inf%"));
        free(text);
    }
}

static void nothing_is_fetched(void **state)
{
    (void)state;
    char *text = html_of_file("tree.json", NULL, false);
    const char *const outside[] = {"src=",  "<link", "@import", "url(h",
                                   "url(/", "<img",  "href=\"h"};
    for (size_t o = 0; o < sizeof outside / sizeof *outside; o++)
        if (strstr(text, outside[o]))
            fail_msg("the page refers to something outside: %s", outside[o]);
    free(text);
}

static void ids_are_unique_and_labels_lead_somewhere(void **state)
{
    (void)state;
    char *text = html_of_file("tree.json", NULL, false);
    for (const char *at = text; (at = strstr(at, " id=\"")); at++) {
        char id[80];
        (void)snprintf(id, sizeof id, "%.*s", (int)strcspn(at + 5, "\"") + 6, at);
        if (strstr(at + 1, id))
            fail_msg("twice:%s", id);
    }
    size_t labels = 0;
    for (const char *at = text; (at = strstr(at, "aria-labelledby=\"")); at++, labels++) {
        const char *name = at + strlen("aria-labelledby=\"");
        while (*name != '"') {
            char id[80];
            size_t length = strcspn(name, " \"");
            (void)snprintf(id, sizeof id, " id=\"%.*s\"", (int)length, name);
            if (!strstr(text, id))
                fail_msg("no element with%s", id);
            name += length + (name[length] == ' ');
        }
    }
    assert_true(labels > 12); /* sections and charts */
    free(text);
}

static size_t count(const char *text, const char *part)
{
    size_t n = 0;
    for (; (text = strstr(text, part)); text++)
        n++;
    return n;
}

static void every_chart_says_what_it_shows(void **state)
{
    (void)state;
    char *text = html_of_file("tree.json", NULL, false);
    size_t charts = count(text, "role=\"img\"");
    assert_true(charts > 8);
    assert_int_equal(count(text, "<title id="), charts);
    assert_int_equal(count(text, "<desc id="), charts);
    assert_int_equal(count(text, "<table"), count(text, "<caption>"));
    free(text);
}

static void what_a_reader_looks_for_is_there(void **state)
{
    (void)state;
    static const char *const wanted[] = {"Anchorage, 15 August 2025",
                                         "Whose account",
                                         "Ukraine",
                                         "Witkoff",
                                         "left out",
                                         "status quo",
                                         "Kalai-Smorodinsky",
                                         "A chair for Ukraine",
                                         "judgement:",
                                         "cited:",
                                         "unsupported",
                                         "nash1950",
                                         "10,000",
                                         "4a6e42d1",
                                         "not at hand"};
    char *text = html_of_file("tree.json", NULL, false);
    for (size_t w = 0; w < sizeof wanted / sizeof *wanted; w++)
        if (!strstr(text, wanted[w]))
            fail_msg("the page does not say %s", wanted[w]);
    free(text);
}

static void texts_carry_their_language(void **state)
{
    (void)state;
    char *text = html_of_file("tree_zh.json", NULL, false);
    assert_non_null(strstr(text, "<html lang=\"en\""));
    assert_non_null(strstr(text, "<h1 lang=\"zh-Hant\">"));
    assert_non_null(strstr(text, "<span lang=\"zh-Hant\">"));
    free(text);
    text = html_of_file("tree.json", NULL, false);
    assert_null(strstr(text, "lang=\"zh"));
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
    assert_non_null(strstr(text, "nothing to report"));
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
        cmocka_unit_test(ids_are_unique_and_labels_lead_somewhere),
        cmocka_unit_test(every_chart_says_what_it_shows),
        cmocka_unit_test(what_a_reader_looks_for_is_there),
        cmocka_unit_test(texts_carry_their_language),
        cmocka_unit_test(malformed_bytes_become_a_mark),
        cmocka_unit_test(what_is_no_tree_is_an_error),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests_name("HTML reports", tests, NULL, NULL);
}
