/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a date off folded text at one place: the forms of each language. */
#ifndef SMYI_READING_CALENDAR_H
#define SMYI_READING_CALENDAR_H

#include "reading/days.h"
#include "text/fold.h"

/** A place in the text and what relative dates refer to. */
typedef struct SmyiDateAt {
    const SmyiFolded *text;
    size_t at;
    SmyiDay base; /* the document's date; year 0: not known */
    int year;     /* of the latest date with a year in this sentence; 0: none */
    /* what was read */
    size_t end;
    SmyiDay day;
    const char *rule;
} SmyiDateAt;

/** A date of digits or in Chinese at this place: sets end, day, rule. */
bool smyi_date_zh(SmyiDateAt *date);
/** The same in English. */
bool smyi_date_en(SmyiDateAt *date);

/* ---- What both share ---- */

/** Passes the words, if they stand at `at`. */
bool smyi_date_pass(const SmyiFolded *text, size_t *at, const char *words);
/** Digits as a number; false: none, or more than four. */
bool smyi_date_digits(const SmyiFolded *text, size_t *at, int *number, int *n_digits);
/** Day and month of the year nearest to what is known. */
bool smyi_date_settle(SmyiDateAt *date, int year, int month, int day, const char *rule,
                      size_t end);
/** `days` from the document's date. */
bool smyi_date_shift(SmyiDateAt *date, long days, size_t end);
/** `months` from the document's month; the day is not known. */
bool smyi_date_shift_months(SmyiDateAt *date, long months, size_t end);
/** The weekday `weeks` from the document's week. */
bool smyi_date_in_week(SmyiDateAt *date, int weekday, int weeks, size_t end);

#endif
