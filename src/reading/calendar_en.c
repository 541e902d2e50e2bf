/* SPDX-License-Identifier: Apache-2.0 */
/* Dates in English. Folded text: lower case. */
#include <string.h>

#include "reading/calendar.h"

static bool ends_word(const SmyiFolded *text, size_t at)
{
    return at >= text->n || !smyi_is_word_letter(text->c[at]);
}

static bool word(const SmyiFolded *text, size_t *at, const char *wanted)
{
    size_t here = *at;
    if (!smyi_date_pass(text, &here, wanted) || !ends_word(text, here))
        return false;
    *at = here;
    return true;
}

static void skip(const SmyiFolded *text, size_t *at)
{
    while (*at < text->n && (text->c[*at] == ' ' || text->c[*at] == '\n'))
        (*at)++;
}

static bool month_of(const SmyiFolded *text, size_t *at, int *month)
{
    static const char *const names[][3] = {
        {"january", "jan", ""}, {"february", "feb", ""}, {"march", "mar", ""},
        {"april", "apr", ""},   {"may", "", ""},         {"june", "jun", ""},
        {"july", "jul", ""},    {"august", "aug", ""},   {"september", "sept", "sep"},
        {"october", "oct", ""}, {"november", "nov", ""}, {"december", "dec", ""}};
    if (*at >= text->n || !text->upper[*at])
        return false;
    for (int m = 0; m < 12; m++)
        for (int f = 0; f < 3; f++)
            if (*names[m][f] && word(text, at, names[m][f])) {
                if (f > 0)
                    (void)smyi_date_pass(text, at, ".");
                *month = m + 1;
                return true;
            }
    return false;
}

static bool weekday_of(const SmyiFolded *text, size_t *at, int *weekday)
{
    static const char *const names[] = {"monday", "tuesday",  "wednesday", "thursday",
                                        "friday", "saturday", "sunday"};
    if (*at >= text->n || !text->upper[*at])
        return false;
    for (int d = 0; d < 7; d++)
        if (word(text, at, names[d])) {
            *weekday = d;
            return true;
        }
    return false;
}

static bool day_number(const SmyiFolded *text, size_t *at, int *day)
{
    size_t here = *at;
    int n;
    if (!smyi_date_digits(text, &here, day, &n) || n > 2 || *day < 1 || *day > 31)
        return false;
    if (!smyi_date_pass(text, &here, "st") && !smyi_date_pass(text, &here, "nd") &&
        !smyi_date_pass(text, &here, "rd"))
        (void)smyi_date_pass(text, &here, "th");
    if (!ends_word(text, here))
        return false;
    *at = here;
    return true;
}

/* ", 2025" or " 2025"; 0: none. */
static int year_behind(const SmyiFolded *text, size_t *at)
{
    size_t here = *at;
    int year, n;
    (void)smyi_date_pass(text, &here, ",");
    skip(text, &here);
    if (!smyi_date_digits(text, &here, &year, &n) || n != 4 || year < 1500 || year > 2200 ||
        !ends_word(text, here))
        return 0;
    *at = here;
    return year;
}

static bool calendar_date(SmyiDateAt *date)
{
    const SmyiFolded *text = date->text;
    size_t at = date->at;
    int month = 0, day = 0;
    if (day_number(text, &at, &day)) { /* 15 August 2025 */
        skip(text, &at);
        if (word(text, &at, "of"))
            skip(text, &at);
        if (!month_of(text, &at, &month))
            return false;
        int year = year_behind(text, &at);
        return smyi_date_settle(date, year, month, day, "absolute", at);
    }
    at = date->at;
    if (!month_of(text, &at, &month))
        return false;
    size_t behind_month = at;
    skip(text, &at);
    if (day_number(text, &at, &day)) { /* August 15, 2025 */
        int year = year_behind(text, &at);
        return smyi_date_settle(date, year, month, day, "absolute", at);
    }
    at = behind_month;
    int year = year_behind(text, &at);
    return year && smyi_date_settle(date, year, month, 0, "absolute", at);
}

static int small_number(const SmyiFolded *text, size_t *at)
{
    static const char *const words[] = {"a",     "two",   "three", "four", "five", "six",
                                        "seven", "eight", "nine",  "ten",  "an",   "one"};
    static const int values[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 1};
    int number, n;
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        if (word(text, at, words[w]))
            return values[w];
    return smyi_date_digits(text, at, &number, &n) && n < 3 && ends_word(text, *at) ? number
                                                                                    : 0;
}

/* "three days ago" */
static bool ago(SmyiDateAt *date)
{
    static const struct {
        const char *unit;
        int days, months;
    } units[] = {{"day", 1, 0},   {"days", 1, 0},   {"week", 7, 0},  {"weeks", 7, 0},
                 {"month", 0, 1}, {"months", 0, 1}, {"year", 0, 12}, {"years", 0, 12}};
    const SmyiFolded *text = date->text;
    size_t at = date->at;
    int number = small_number(text, &at);
    if (!number)
        return false;
    skip(text, &at);
    for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
        size_t here = at;
        if (!word(text, &here, units[u].unit))
            continue;
        skip(text, &here);
        if (!word(text, &here, "ago") && !word(text, &here, "earlier"))
            return false;
        if (units[u].days)
            return smyi_date_shift(date, -(long)number * units[u].days, here);
        if (!smyi_date_shift_months(date, -(long)number * units[u].months, here))
            return false;
        if (units[u].months == 12)
            date->day.month = 0;
        return true;
    }
    return false;
}

/* "last Friday", "next month", "this year" */
static bool beside_now(SmyiDateAt *date)
{
    static const struct {
        const char *word;
        int shift;
    } words[] = {{"last", -1}, {"next", 1}, {"this", 0}};
    const SmyiFolded *text = date->text;
    for (size_t w = 0; w < 3; w++) {
        size_t at = date->at;
        int weekday, month, shift = words[w].shift;
        if (!word(text, &at, words[w].word))
            continue;
        skip(text, &at);
        if (weekday_of(text, &at, &weekday)) {
            if (shift == 0 || !date->base.year || !date->base.day)
                return smyi_date_in_week(date, weekday, 0, at);
            int today = smyi_weekday(smyi_days_count(date->base));
            int days = shift < 0 ? -((today - weekday + 6) % 7 + 1)
                                 : (weekday - today + 6) % 7 + 1;
            return smyi_date_shift(date, days, at);
        }
        if (month_of(text, &at, &month) && date->base.year) {
            int year = date->base.year;
            year -= shift < 0 && month >= date->base.month;
            year += shift > 0 && month <= date->base.month;
            return smyi_date_settle(date, year, month, 0, "relative", at);
        }
        if (word(text, &at, "month"))
            return smyi_date_shift_months(date, shift, at);
        if (word(text, &at, "year")) {
            bool done = smyi_date_shift_months(date, 12L * shift, at);
            date->day.month = 0;
            return done;
        }
    }
    return false;
}

static bool worded_date(SmyiDateAt *date)
{
    static const struct {
        const char *words;
        int days;
    } rows[] = {{"the day before yesterday", -2},
                {"the day after tomorrow", 2},
                {"yesterday", -1},
                {"today", 0},
                {"tomorrow", 1},
                {"tonight", 0}};
    int weekday;
    size_t at = date->at;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        size_t here = at;
        if (word(date->text, &here, rows[r].words))
            return smyi_date_shift(date, rows[r].days, here);
    }
    if (!weekday_of(date->text, &at, &weekday))
        return false;
    size_t behind = at;
    (void)smyi_date_pass(date->text, &at, ","); /* "Friday, 15 August": the date says it */
    skip(date->text, &at);
    SmyiDateAt next = *date;
    next.at = at;
    if (calendar_date(&next)) {
        date->end = next.end;
        date->day = next.day;
        date->rule = next.rule;
        return true;
    }
    int today = date->base.day ? smyi_weekday(smyi_days_count(date->base)) : 0;
    return smyi_date_in_week(date, weekday, weekday > today ? -1 : 0, behind);
}

/* "in 1978": the preposition is not part of it. */
static bool bare_year(SmyiDateAt *date)
{
    static const char *const before[] = {"in ", "since ", "until ", "by ",
                                         "of ", "from ",  "after ", "before "};
    const SmyiFolded *text = date->text;
    size_t at = date->at;
    int year, n;
    if (!smyi_date_digits(text, &at, &year, &n) || n != 4 || year < 1500 || year > 2100 ||
        !ends_word(text, at))
        return false;
    for (size_t b = 0; b < sizeof before / sizeof *before; b++) {
        size_t length = strlen(before[b]), from = date->at - length;
        if (date->at >= length && smyi_date_pass(text, &from, before[b]))
            return smyi_date_settle(date, year, 0, 0, "absolute", at);
    }
    return false;
}

/* "in August": the month alone needs a preposition, for "May" and "March". */
static bool bare_month(SmyiDateAt *date)
{
    static const char *const before[] = {"in ",     "since ", "until ",   "by ",
                                         "of ",     "from ",  "in late ", "in early ",
                                         "in mid-", "early ", "late "};
    const SmyiFolded *text = date->text;
    size_t at = date->at;
    int month;
    if (!month_of(text, &at, &month))
        return false;
    for (size_t b = 0; b < sizeof before / sizeof *before; b++) {
        size_t length = strlen(before[b]), from = date->at - length;
        if (date->at >= length && smyi_date_pass(text, &from, before[b]))
            return smyi_date_settle(date, 0, month, 0, "absolute", at);
    }
    return false;
}

bool smyi_date_en(SmyiDateAt *date)
{
    if (date->at && smyi_is_word_letter(date->text->c[date->at - 1]))
        return false;
    return calendar_date(date) || beside_now(date) || worded_date(date) || ago(date) ||
           bare_year(date) || bare_month(date);
}
