/* SPDX-License-Identifier: Apache-2.0 */
/* Dates in a text: the document's own first, then all in order. */
#include "reading/dates.h"

#include <string.h>

#include "reading/calendar.h"
#include "reading/reading.h"

enum { START = 24, HEAD = 300, TAIL = 40 };

static bool date_at(SmyiDateAt *date)
{
    return smyi_date_zh(date) || smyi_date_en(date);
}

/* The first full date between the two becomes the document's. */
static bool full_date(SmyiPaper *paper, size_t from, size_t to, const char *rule)
{
    const SmyiFolded *text = &paper->folded;
    for (size_t at = from; at < to && at < text->n; at++) {
        SmyiDateAt date = {.text = text, .at = at};
        if (!date_at(&date) || !date.day.year || !date.day.day)
            continue;
        paper->day = date.day;
        paper->day_rule = rule;
        return true;
    }
    return false;
}

/* A full date in the first line, in the last one, or near the beginning. */
static void find_own(SmyiPaper *paper, const char *asked)
{
    const SmyiFolded *text = &paper->folded;
    if (asked && smyi_day_read(asked, &paper->day)) {
        paper->day_rule = "asked";
        return;
    }
    if (paper->source.date && smyi_day_read(paper->source.date, &paper->day)) {
        paper->day_rule = "document";
        return;
    }
    size_t tail = text->n > TAIL ? text->n - TAIL : 0;
    if (!full_date(paper, 0, START, "first date") &&
        !full_date(paper, tail, text->n, "last date"))
        (void)full_date(paper, START, HEAD, "first date");
}

bool smyi_dates_find(SmyiPaper *paper, const char *asked, SmyiArena *arena)
{
    const SmyiFolded *text = &paper->folded;
    size_t room = 0, s = 0;
    int year = 0;
    find_own(paper, asked);
    for (size_t at = 0; at < text->n;) {
        while (s + 1 < paper->n_sentences &&
               text->at[at] >= paper->sentences[s + 1].start) {
            s++;
            year = 0;
        }
        SmyiDateAt date = {.text = text, .at = at, .base = paper->day, .year = year};
        if (!date_at(&date)) {
            at++;
            continue;
        }
        if (paper->n_dates == room) {
            room = room ? room * 2 : 32;
            SmyiDate *list = SMYI_NEW(arena, room, SmyiDate);
            if (!list)
                return false;
            if (paper->n_dates)
                memcpy(list, paper->dates, paper->n_dates * sizeof *list);
            paper->dates = list;
        }
        if (date.day.year)
            year = date.day.year;
        paper->dates[paper->n_dates++] = (SmyiDate){at, date.end, date.day, date.rule};
        at = date.end;
    }
    return true;
}
