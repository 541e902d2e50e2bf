/* SPDX-License-Identifier: Apache-2.0 */
/* Days of the Gregorian calendar counted as numbers. */
#include "reading/days.h"

#include <stdio.h>

/* Years begin in March here, so that the leap day is the last one. */
long smyi_days_count(SmyiDay day)
{
    long y = day.month > 2 ? day.year : day.year - 1;
    long m = day.month > 2 ? day.month - 3 : day.month + 9;
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day.day - 1;
}

SmyiDay smyi_days_of(long count)
{
    long y = (10000 * count + 14780) / 3652425;
    long rest = count - (365 * y + y / 4 - y / 100 + y / 400);
    if (rest < 0) {
        y--;
        rest = count - (365 * y + y / 4 - y / 100 + y / 400);
    }
    long m = (100 * rest + 52) / 3060;
    SmyiDay day = {.year = (int)(y + (m + 2) / 12),
                   .month = (int)((m + 2) % 12 + 1),
                   .day = (int)(rest - (m * 306 + 5) / 10 + 1)};
    return day;
}

/* 1 March of year 0 was a Wednesday. */
int smyi_weekday(long count)
{
    return (int)((count + 2) % 7);
}

bool smyi_day_is_real(SmyiDay day)
{
    if (day.year < 1 || day.year > 9999 || day.month < 0 || day.month > 12)
        return false;
    if (day.month == 0 || day.day == 0)
        return day.day == 0;
    SmyiDay back = smyi_days_of(smyi_days_count(day));
    return back.year == day.year && back.month == day.month && back.day == day.day;
}

bool smyi_day_read(const char *text, SmyiDay *day)
{
    int n = 0;
    char extra;
    *day = (SmyiDay){0};
    for (int i = 0; i < 10; i++)
        if (i == 4 || i == 7 ? text[i] != '-' : text[i] < '0' || text[i] > '9')
            return false;
    for (; n < 4; n++)
        day->year = day->year * 10 + (text[n] - '0');
    day->month = (text[5] - '0') * 10 + (text[6] - '0');
    day->day = (text[8] - '0') * 10 + (text[9] - '0');
    extra = text[10];
    return day->month && day->day && smyi_day_is_real(*day) &&
           !(extra >= '0' && extra <= '9');
}

void smyi_day_write(SmyiDay day, char text[24])
{
    unsigned year = (unsigned)day.year % 10000, month = (unsigned)day.month % 100;
    unsigned number = (unsigned)day.day % 100;
    if (day.month == 0)
        (void)snprintf(text, 24, "%04u", year);
    else if (day.day == 0)
        (void)snprintf(text, 24, "%04u-%02u", year, month);
    else
        (void)snprintf(text, 24, "%04u-%02u-%02u", year, month, number);
}
