/* SPDX-License-Identifier: Apache-2.0 */
/* Dates in Chinese, and dates of digits alone. Folded text: simplified characters. */
#include "reading/calendar.h"

static int digit_of(uint32_t c)
{
    static const uint32_t digits[] = {
        0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
        0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D}; /* 〇一二三四五六七八九 */
    for (int d = 0; d < 10; d++)
        if (digits[d] == c)
            return d;
    return c == 0x96F6 ? 0 : c == 0x4E24 ? 2 : -1; /* 零 两 */
}

/* 三, 十五, 二十一; four digits in a row are a year. */
static bool numeral(const SmyiFolded *text, size_t *at, int *number, int *n_digits)
{
    size_t here = *at;
    int tens = -1, row = 0, n = 0;
    *number = 0;
    for (; here < text->n; here++) {
        int digit = digit_of(text->c[here]);
        if (text->c[here] == 0x5341 && tens < 0 && n < 2) { /* 十 */
            tens = n ? row : 1;
            row = 0;
            n = 0;
        } else if (digit >= 0 && n < 4) {
            row = row * 10 + digit;
            n++;
        } else {
            break;
        }
    }
    if (here == *at)
        return false;
    *number = tens >= 0 ? tens * 10 + row : row;
    *n_digits = tens >= 0 ? 2 : n;
    *at = here;
    return true;
}

static bool any_number(const SmyiFolded *text, size_t *at, int *number, int *n_digits)
{
    return smyi_date_digits(text, at, number, n_digits) ||
           numeral(text, at, number, n_digits);
}

static void skip_blanks(const SmyiFolded *text, size_t *at)
{
    while (*at < text->n && text->c[*at] == ' ')
        (*at)++;
}

/* Number and unit: "8月", "15 日". */
static bool counted(const SmyiFolded *text, size_t *at, const char *unit, int *number)
{
    size_t here = *at;
    int n_digits;
    if (!any_number(text, &here, number, &n_digits))
        return false;
    skip_blanks(text, &here);
    if (!smyi_date_pass(text, &here, unit))
        return false;
    *at = here;
    return true;
}

static bool day_of(const SmyiFolded *text, size_t *at, int *day)
{
    return counted(text, at, "日", day) || counted(text, at, "号", day);
}

static bool iso(SmyiDateAt *date)
{
    size_t at = date->at;
    int year, month, day, n_year, n_month, n_day;
    const SmyiFolded *text = date->text;
    if (!smyi_date_digits(text, &at, &year, &n_year) || n_year != 4 || at >= text->n)
        return false;
    uint32_t mark = text->c[at++];
    if ((mark != '-' && mark != '/' && mark != '.') ||
        !smyi_date_digits(text, &at, &month, &n_month) || at >= text->n ||
        text->c[at++] != mark || !smyi_date_digits(text, &at, &day, &n_day) ||
        n_month > 2 || n_day > 2 || month < 1 || day < 1)
        return false;
    return smyi_date_settle(date, year, month, day, "absolute", at);
}

/* 今年, 去年 ... before a month, or alone. */
static bool year_word(SmyiDateAt *date, size_t *at, int *year)
{
    static const struct {
        const char *word;
        int shift;
    } words[] = {{"今年", 0}, {"去年", -1}, {"前年", -2},
                 {"明年", 1}, {"同年", 0},  {"本年", 0}};
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        if (smyi_date_pass(date->text, at, words[w].word)) {
            *year = date->base.year ? date->base.year + words[w].shift : 0;
            if (w == 4 && date->year)
                *year = date->year;
            return true;
        }
    return false;
}

static bool calendar_date(SmyiDateAt *date)
{
    const SmyiFolded *text = date->text;
    size_t at = date->at;
    int year = 0, month = 0, day = 0, n = 0;
    size_t here = at;
    bool worded = year_word(date, &at, &year);
    bool has_year = worded;
    if (!worded && any_number(text, &here, &year, &n) && n == 4) {
        skip_blanks(text, &here);
        has_year = smyi_date_pass(text, &here, "年");
        if (has_year)
            at = here;
    }
    if (!has_year)
        year = 0;
    skip_blanks(text, &at);
    size_t behind_year = at;
    if (counted(text, &at, "月", &month) && month >= 1 && month <= 12) {
        size_t behind_month = at;
        skip_blanks(text, &at);
        if (day_of(text, &at, &day) && day >= 1 && day <= 31)
            return smyi_date_settle(date, year, month, day,
                                    worded ? "relative" : "absolute", at);
        if (smyi_date_pass(text, &behind_month, "份"))
            return smyi_date_settle(date, year, month, 0, worded ? "relative" : "absolute",
                                    behind_month);
        return smyi_date_settle(date, year, month, 0, worded ? "relative" : "absolute",
                                behind_month);
    }
    if (!has_year || (worded && !year))
        return false;
    return smyi_date_settle(date, year, 0, 0, worded ? "relative" : "absolute",
                            behind_year);
}

static bool weekday_of(const SmyiFolded *text, size_t *at, int *weekday)
{
    static const char *const weeks[] = {"星期", "礼拜", "周"};
    size_t here = *at;
    for (size_t w = 0; w < 3; w++) {
        if (!smyi_date_pass(text, &here, weeks[w]))
            continue;
        int digit = here < text->n ? digit_of(text->c[here]) : -1;
        bool sunday =
            here < text->n && (text->c[here] == 0x65E5 || text->c[here] == 0x5929);
        if (!sunday && (digit < 1 || digit > 6))
            return false;
        *weekday = sunday ? 6 : digit - 1;
        *at = here + 1;
        return true;
    }
    return false;
}

static bool weekday_date(SmyiDateAt *date)
{
    static const struct {
        const char *word;
        int weeks;
    } words[] = {{"上上个", -2}, {"上上", -2}, {"上个", -1}, {"上", -1}, {"本", 0},
                 {"这个", 0},    {"这", 0},    {"下个", 1},  {"下", 1}};
    int weekday;
    for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
        size_t at = date->at;
        if (smyi_date_pass(date->text, &at, words[w].word) &&
            weekday_of(date->text, &at, &weekday))
            return smyi_date_in_week(date, weekday, words[w].weeks, at);
    }
    size_t at = date->at;
    if (!weekday_of(date->text, &at, &weekday))
        return false;
    if (date->base.year && date->base.day &&
        weekday > smyi_weekday(smyi_days_count(date->base)))
        return smyi_date_in_week(date, weekday, -1, at);
    return smyi_date_in_week(date, weekday, 0, at);
}

static bool worded_date(SmyiDateAt *date)
{
    static const struct {
        const char *word;
        int days;
    } words[] = {{"今天", 0},  {"今日", 0},  {"今早", 0},   {"今晚", 0},  {"昨天", -1},
                 {"昨日", -1}, {"昨晚", -1}, {"前天", -2},  {"前日", -2}, {"明天", 1},
                 {"明日", 1},  {"后天", 2},  {"大前天", -3}};
    static const struct {
        const char *word;
        int months;
    } months[] = {{"上个月", -1}, {"上月", -1},  {"这个月", 0}, {"本月", 0},
                  {"当月", 0},    {"下个月", 1}, {"下月", 1}};
    for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
        size_t at = date->at;
        if (smyi_date_pass(date->text, &at, words[w].word))
            return smyi_date_shift(date, words[w].days, at);
    }
    for (size_t w = 0; w < sizeof months / sizeof *months; w++) {
        size_t at = date->at, here;
        int day;
        if (!smyi_date_pass(date->text, &at, months[w].word))
            continue;
        here = at;
        if (!smyi_date_shift_months(date, months[w].months, at))
            return false;
        if (date->day.year && day_of(date->text, &here, &day))
            return smyi_date_settle(date, date->day.year, date->day.month, day, "relative",
                                    here);
        return true;
    }
    return false;
}

/* 三天前, 两周后, 十年前. */
static bool ago(SmyiDateAt *date)
{
    const SmyiFolded *text = date->text;
    size_t at = date->at;
    int number, n;
    long days = 0, months = 0;
    if (!any_number(text, &at, &number, &n) || number > 200)
        return false;
    (void)smyi_date_pass(text, &at, "个");
    if (smyi_date_pass(text, &at, "天") || smyi_date_pass(text, &at, "日"))
        days = number;
    else if (smyi_date_pass(text, &at, "周") || smyi_date_pass(text, &at, "星期"))
        days = 7L * number;
    else if (smyi_date_pass(text, &at, "月"))
        months = number;
    else if (smyi_date_pass(text, &at, "年"))
        months = 12L * number;
    else
        return false;
    (void)smyi_date_pass(text, &at, "之");
    (void)smyi_date_pass(text, &at, "以");
    int sign = smyi_date_pass(text, &at, "前") ? -1 : 0;
    if (!sign)
        return false;
    if (months == 0)
        return smyi_date_shift(date, sign * days, at);
    if (!smyi_date_shift_months(date, sign * months, at))
        return false;
    if (months % 12 == 0)
        date->day.month = 0;
    return true;
}

/* 15日 in the document's month. */
static bool bare_day(SmyiDateAt *date)
{
    size_t at = date->at;
    int day;
    if (!day_of(date->text, &at, &day) || day < 1 || day > 31 || !date->base.year)
        return false;
    if (at < date->text->n && (date->text->c[at] == 0x5185 || date->text->c[at] == 0x95F4))
        return false; /* 10日内: a span */
    int month = date->base.month, year = date->base.year;
    if (day > date->base.day + 10) { /* late in the month before */
        year -= month == 1;
        month = month == 1 ? 12 : month - 1;
    }
    return smyi_date_settle(date, year, month, day, "month of the document", at);
}

bool smyi_date_zh(SmyiDateAt *date)
{
    uint32_t before = date->at ? date->text->c[date->at - 1] : 0;
    if ((before >= '0' && before <= '9') || digit_of(before) >= 0 || before == 0x5341 ||
        before == 0x7B2C)
        return false;
    return iso(date) || calendar_date(date) || weekday_date(date) || worded_date(date) ||
           ago(date) || bare_day(date);
}
