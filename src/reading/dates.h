/* SPDX-License-Identifier: Apache-2.0 */
/* Dates in a text: absolute, and relative to the document's own. */
#ifndef SMYI_READING_DATES_H
#define SMYI_READING_DATES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

typedef struct SmyiPaper SmyiPaper;

/** month 0: only the year is known; day 0: only the month; year 0: nothing is known. */
typedef struct SmyiDay {
    int year, month, day;
} SmyiDay;

typedef struct SmyiDate {
    size_t from, to; /* in the folded text */
    SmyiDay day;
    const char *rule; /* "absolute", "year of the document", "relative" ... */
} SmyiDate;

/** "2025-08-15"; false: no such day. */
bool smyi_day_read(const char *text, SmyiDay *day);
/** "2025-08-15", "2025-08" or "2025". */
void smyi_day_write(SmyiDay day, char text[24]);

/**
 * Finds the document's date (asked: of the options, or NULL), then all dates of paper->folded
 * in order. A relative date in a document without a date has year 0. False: no memory.
 */
bool smyi_dates_find(SmyiPaper *paper, const char *asked, SmyiArena *arena);

#endif
