/* SPDX-License-Identifier: Apache-2.0 */
/* Dates: what the forms of all languages share. */
#include "reading/calendar.h"

#include <string.h>

#include "text/utf8.h"

bool smyi_date_pass(const SmyiFolded *text, size_t *at, const char *words)
{
    size_t length = strlen(words), here = *at;
    for (size_t i = 0, n; i < length; i += n, here++) {
        uint32_t c = 0;
        n = smyi_utf8_decode(words + i, length - i, &c);
        if (n == 0 || here >= text->n || text->c[here] != c)
            return false;
    }
    *at = here;
    return true;
}

bool smyi_date_digits(const SmyiFolded *text, size_t *at, int *number, int *n_digits)
{
    size_t here = *at;
    *number = *n_digits = 0;
    while (here < text->n && text->c[here] >= '0' && text->c[here] <= '9') {
        if (++*n_digits > 4)
            return false;
        *number = *number * 10 + (int)(text->c[here++] - '0');
    }
    *at = here;
    return *n_digits > 0;
}

bool smyi_date_settle(SmyiDateAt *date, int year, int month, int day, const char *rule,
                      size_t end)
{
    if (year == 0 && date->year) {
        year = date->year;
        rule = "year of the sentence";
    } else if (year == 0 && date->base.year) {
        long best = 0, base = smyi_days_count(date->base);
        for (int y = date->base.year - 1; y <= date->base.year + 1; y++) {
            long days = smyi_days_count(
                (SmyiDay){.year = y, .month = month, .day = day ? day : 15});
            long off = days < base ? base - days : days - base;
            if (year == 0 || off < best) {
                best = off;
                year = y;
            }
        }
        rule = "year of the document";
    } else if (year == 0) {
        date->day = (SmyiDay){0};
        date->rule = "no year known";
        date->end = end;
        return month >= 1 && month <= 12 && day >= 0 && day <= 31;
    }
    date->day = (SmyiDay){year, month, day};
    date->rule = rule;
    date->end = end;
    return smyi_day_is_real(date->day);
}

static bool unknown(SmyiDateAt *date, size_t end)
{
    date->day = (SmyiDay){0};
    date->rule = "relative, the document has no date";
    date->end = end;
    return true;
}

bool smyi_date_shift(SmyiDateAt *date, long days, size_t end)
{
    if (!date->base.year || !date->base.day)
        return unknown(date, end);
    date->day = smyi_days_of(smyi_days_count(date->base) + days);
    date->rule = "relative";
    date->end = end;
    return smyi_day_is_real(date->day);
}

bool smyi_date_shift_months(SmyiDateAt *date, long months, size_t end)
{
    if (!date->base.year)
        return unknown(date, end);
    long count = (long)date->base.year * 12 + date->base.month - 1 + months;
    date->day = (SmyiDay){(int)(count / 12), (int)(count % 12) + 1, 0};
    date->rule = "relative";
    date->end = end;
    return smyi_day_is_real(date->day);
}

bool smyi_date_in_week(SmyiDateAt *date, int weekday, int weeks, size_t end)
{
    if (!date->base.year || !date->base.day)
        return unknown(date, end);
    int today = smyi_weekday(smyi_days_count(date->base));
    return smyi_date_shift(date, weekday - today + 7L * weeks, end);
}
