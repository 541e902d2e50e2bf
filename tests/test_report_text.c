/* SPDX-License-Identifier: Apache-2.0 */
/* Widths of texts, breaking of lines, and numbers rounded for reading. */
#include <math.h>
#include <string.h>

#include "report/display.h"
#include "report/text.h"
#include "support/support.h"

/* clang-format off */
static const struct {
    const char *row, *text;
    int columns;
} widths[] = {
    {"nothing",                        "",                                          0},
    {"Latin letters",                  "salience",                                  8},
    {"letter and combining accent",    "e\xcc\x81",                                 1},
    {"Chinese",                        "安全保障",                                  8},
    {"Chinese and Latin",              "a中b",                                      4},
    {"full-width punctuation",         "（）",                                      4},
    {"a line end counts as a blank",   "a\nb",                                      3},
    {"an escape counts as one",        "\x1b[1m",                                   4},
    {"malformed bytes count each",     "\xff\xfe",                                  2},
    {"emoji of a family is one",       "\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9", 2},
    {"a flag is one",                  "\xf0\x9f\x87\xba\xf0\x9f\x87\xb3",          2},
    {"Hangul syllable of jamo",        "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab",      2},
};

static const struct {
    const char *row, *text;
    int columns;
    const char *lines[5];
} breaks[] = {
    {"at words",                    "one two three",  7, {"one two", "three"}},
    {"a word as long as the line",  "seven77 a",      7, {"seven77", "a"}},
    {"a word longer than the line", "abcdefghij k",   4, {"abcd", "efgh", "ij k"}},
    {"Chinese anywhere",            "安全保障協議",   5, {"安全", "保障", "協議"}},
    {"no stop begins a line",       "安全保障。協議", 8, {"安全保", "障。協議"}},
    {"many blanks are one break",   "one    two",     5, {"one", "two"}},
    {"blanks at the end",           "one   ",         5, {"one"}},
    {"only blanks",                 "   ",            5, {NULL}},
    {"wider than the line",         "中",             1, {"中"}},
};

static const struct {
    const char *row;
    SmyiShown (*show)(double);
    double value;
    const char *want;
} numbers[] = {
    {"a share",                  smyi_show_percent, 0.874,  "87%"},
    {"a share that rounds to 0", smyi_show_percent, 0.001,  "<1%"},
    {"none",                     smyi_show_percent, 0,      "0%"},
    {"nearly all",               smyi_show_percent, 0.9999, ">99%"},
    {"all",                      smyi_show_percent, 1,      "100%"},
    {"a share not defined",      smyi_show_percent, (double)NAN, SMYI_NO_NUMBER},
    {"a count in groups",        smyi_show_count,   1234567, "1,234,567"},
    {"a small count",            smyi_show_count,   999,     "999"},
    {"a count below zero",       smyi_show_count,   -1000,   "-1,000"},
};

static const struct {
    const char *row;
    double value, range;
    int columns;
    const char *want;
} levels[] = {
    {"whole on a scale of 100",    71.2,   100,  4, "71"},
    {"tenths on a scale of 10",    2.55,   10,   4, "2.6"},
    {"hundredths on a scale of 1", 0.345,  1,    4, "0.35"},
    {"fewer where there is no room", 0.345, 1,   3, "0.3"},
    {"thousands",                  12400,  50000, 4, "12k"},
    {"millions",                   2.5e6,  1e7,  4, "2.5M"},
    {"below zero",                 -50,    200,  4, "-50"},
    {"never minus zero",           -0.001, 10,   4, "0.0"},
    {"not defined",                (double)NAN, 1, 4, SMYI_NO_NUMBER},
    {"beyond all units",           1e300,  1e300, 4, "?"},
};
/* clang-format on */

static void a_text_takes_its_columns(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof widths / sizeof *widths; r++)
        if (smyi_text_columns(widths[r].text) != widths[r].columns)
            fail_msg("%s: %d columns, want %d", widths[r].row,
                     smyi_text_columns(widths[r].text), widths[r].columns);
}

static void a_line_breaks_where_it_may(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof breaks / sizeof *breaks; r++) {
        const char *rest = breaks[r].text;
        for (size_t n = 0; n < 5; n++) {
            const char *line = rest, *want = breaks[r].lines[n];
            size_t length = smyi_text_line(line, breaks[r].columns, &rest);
            if (length != strlen(want ? want : "") ||
                strncmp(line, want ? want : "", length) != 0)
                fail_msg("%s: line %zu is \"%.*s\", want \"%s\"", breaks[r].row, n,
                         (int)length, line, want ? want : "");
        }
    }
}

static void a_prefix_is_cut_between_clusters(void **state)
{
    (void)state;
    assert_int_equal(smyi_text_prefix("中文", 3), strlen("中"));
    assert_int_equal(smyi_text_prefix("e\xcc\x81x", 1), 3);
    assert_int_equal(smyi_text_prefix("abc", 9), 3);
    assert_int_equal(smyi_text_prefix("abc", 0), 0);
}

static void numbers_read_as_meant(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof numbers / sizeof *numbers; r++) {
        SmyiShown got = numbers[r].show(numbers[r].value);
        if (strcmp(got.text, numbers[r].want) != 0)
            fail_msg("%s: %s, want %s", numbers[r].row, got.text, numbers[r].want);
    }
    for (size_t r = 0; r < sizeof levels / sizeof *levels; r++) {
        SmyiShown got =
            smyi_show_level(levels[r].value, levels[r].range, levels[r].columns);
        if (strcmp(got.text, levels[r].want) != 0)
            fail_msg("%s: %s, want %s", levels[r].row, got.text, levels[r].want);
    }
    assert_string_equal(smyi_show_signed(0.04, 1).text, "0.0");
    assert_string_equal(smyi_show_signed(-2.25, 1).text, "-2.3");
    assert_string_equal(smyi_show_signed(1e300, 1).text, "1e+300");
    assert_string_equal(smyi_show_percents(0.71, 0.95).text, "71-95%");
    assert_string_equal(smyi_show_percents(0.711, 0.712).text, "71%");
    assert_string_equal(smyi_show_percents(0, 0.002).text, "<1%");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_takes_its_columns),
        cmocka_unit_test(a_line_breaks_where_it_may),
        cmocka_unit_test(a_prefix_is_cut_between_clusters),
        cmocka_unit_test(numbers_read_as_meant),
    };
    return cmocka_run_group_tests_name("texts and numbers of reports", tests, NULL, NULL);
}
