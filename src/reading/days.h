/* SPDX-License-Identifier: Apache-2.0 */
/* Days of the Gregorian calendar counted as numbers. */
#ifndef SMYI_READING_DAYS_H
#define SMYI_READING_DAYS_H

#include "reading/dates.h"

/** Days since 1 March of year 0. Exact from year 1 to 9999. */
long smyi_days_count(SmyiDay day);
SmyiDay smyi_days_of(long count);
/** 0 Monday ... 6 Sunday. */
int smyi_weekday(long count);
bool smyi_day_is_real(SmyiDay day);

#endif
