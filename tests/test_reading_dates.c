/* SPDX-License-Identifier: Apache-2.0 */
/* Dates: each form in each language, relative to a Saturday, 16 August 2025. */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include "reading/days.h"
#include "support/reading.h"
#include "text/legacy.h"

/* The dates of a text, joined by blanks; "?" where the year is not known. */
static void dates_of(const char *text, const char *date, char *out, size_t size)
{
    SmyDocument document = {.name = "t", .bytes = text, .length = strlen(text)};
    SmyReadingOptions options;
    SmyResult *result = NULL;
    SmyError err = {0};
    size_t used = 0;
    smy_reading_options_init(&options);
    options.date = date;
    if (smy_read(&document, 1, &options, &result, &err) != SMY_OK)
        fail_msg("%s: %s", text, err.message);
    const SmyNode *dates = smy_node_find(smy_result_root(result), "documents.0.dates");
    out[0] = '\0';
    for (size_t d = 0; d < smy_node_size(dates); d++) {
        const char *one = smy_node_text(smy_node_get(smy_node_at(dates, d), "date"));
        used += (size_t)snprintf(out + used, size - used, "%s%s", d ? " " : "",
                                 one ? one : "?");
    }
    smy_result_free(result);
}

static void each_form_is_read(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
    } rows[] = {
        {"2025-08-15 and 2025/8/5", "2025-08-15 2025-08-05"},
        {"15 August 2025, August 15, 2025 and Aug. 15", "2025-08-15 2025-08-15 2025-08-15"},
        {"On the 3rd of May 1999 it rained.", "1999-05-03"},
        {"on Friday, last Friday, next Monday, last Saturday",
         "2025-08-15 2025-08-15 2025-08-18 2025-08-09"},
        {"yesterday, today, the day before yesterday", "2025-08-15 2025-08-16 2025-08-14"},
        {"three days ago; two weeks ago; a year ago", "2025-08-13 2025-08-02 2024"},
        {"last month, in March, since 1978, in December 2024",
         "2025-07 2025-03 1978 2024-12"},
        {"He may march in order.", ""},
        {"30 February 2025 is no day.", "2025-02"},
        {"2025年8月15日，8月15日，八月十五日", "2025-08-15 2025-08-15 2025-08-15"},
        {"上週五、週五、下週一、本週三", "2025-08-08 2025-08-15 2025-08-18 2025-08-13"},
        {"昨日，前天，三天前，两周前", "2025-08-15 2025-08-14 2025-08-13 2025-08-02"},
        {"去年十二月，上月28日，今年，明年", "2024-12 2025-07-28 2025 2026"},
        {"15日，一九七二年，二〇二四年三月", "2025-08-15 1972 2024-03"},
        {"第15日，三十多年，10日内", ""},
        {"2024年3月5日開始，4月2日結束。12月30日再說。",
         "2024-03-05 2024-04-02 2025-12-30"},
    };
    char got[256];
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        dates_of(rows[r].text, "2025-08-16", got, sizeof got);
        bool traditional = strstr(rows[r].text, "週") != NULL; /* folded by ICU */
        if ((smyi_has_icu() || !traditional) && strcmp(got, rows[r].want) != 0)
            fail_msg("%s\ngot  %s\nwant %s", rows[r].text, got, rows[r].want);
    }
}

static void without_a_date_of_its_own_a_text_has_no_relative_dates(void **state)
{
    (void)state;
    char got[64];
    dates_of("They met yesterday and on 3 May.", NULL, got, sizeof got);
    assert_string_equal(got, "? ?");
}

static void days_are_counted_over_four_centuries(void **state)
{
    (void)state;
    SmyiDay day = {1899, 12, 31};
    long count = smyi_days_count(day);
    assert_int_equal(smyi_weekday(count), 6); /* a Sunday */
    for (long k = 0; k < 146097; k++) {       /* days of 400 years */
        SmyiDay back = smyi_days_of(count + k);
        if (smyi_days_count(back) != count + k || !smyi_day_is_real(back))
            fail_msg("day %ld", k);
    }
    SmyiDay leap = {2000, 2, 29}, none = {1900, 2, 29};
    assert_true(smyi_day_is_real(leap));
    assert_false(smyi_day_is_real(none));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_form_is_read),
        cmocka_unit_test(without_a_date_of_its_own_a_text_has_no_relative_dates),
        cmocka_unit_test(days_are_counted_over_four_centuries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
