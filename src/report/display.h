/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers rounded for reading; base/number.h writes the exact ones. */
#ifndef SMYI_REPORT_DISPLAY_H
#define SMYI_REPORT_DISPLAY_H

#include "base/number.h"

/** A short text handed back by value: smyi_show_fixed(x, 1).text lives to the end of the call. */
typedef struct SmyiShown {
    char text[SMYI_NUMBER_SIZE + 16];
} SmyiShown;

/** Shown for a number that is not defined. */
#define SMYI_NO_NUMBER "\xe2\x80\x93" /* en dash */

/** With so many decimals (0..6), halves away from zero, never "-0". NaN: SMYI_NO_NUMBER. */
SmyiShown smyi_show_fixed(double value, int decimals);
/** The same with "+" before what is above 0 after rounding. */
SmyiShown smyi_show_signed(double value, int decimals);
/** A share of 0..1 in per cent: "87%"; "<1%" and ">99%" for what only rounds to 0 and 100. */
SmyiShown smyi_show_percent(double share);
/** "71-95%": two shares, one sign. One share where both show alike. */
SmyiShown smyi_show_percents(double low, double high);
/**
 * A value on a scale `range` wide, in at most `columns` characters: as many decimals as tell
 * apart hundredths of the scale, fewer where there is no room, then thousands (k) and up.
 */
SmyiShown smyi_show_level(double value, double range, int columns);
/** A whole number with thin groups: "10,000". */
SmyiShown smyi_show_count(double value);

#endif
