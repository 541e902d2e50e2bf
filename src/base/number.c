/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers as text. */
#include "base/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Whole numbers that a reader would write out in full. */
static int write_whole(double value, char *text)
{
    char backwards[SMYI_NUMBER_SIZE];
    int n = 0, length = 0;
    if (!(fabs(value) < 1e15) || floor(value) != value)
        return 0;
    long long rest = (long long)fabs(value);
    do
        backwards[n++] = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (value < 0)
        text[length++] = '-';
    while (n > 0)
        text[length++] = backwards[--n];
    text[length] = '\0';
    return length;
}

/*
 * Where 15 digits read back they are also the shortest: "%g" drops their zeros, and a double
 * gives back every decimal of 15 digits (DBL_DIG). Not so for subnormals.
 */
static int fewest_digits(double value)
{
    return fabs(value) < 2.3e-308 ? 1 : 15;
}

size_t smyi_number_write(double value, char *text)
{
    int n = write_whole(value, text);
    for (int digits = fewest_digits(value); n == 0 && digits <= 17; digits++) {
        n = snprintf(text, SMYI_NUMBER_SIZE, "%.*g", digits, value);
        if (digits < 17 && strtod(text, NULL) != value)
            n = 0;
    }
    char *comma = strchr(text, ','); /* a decimal comma of the host's locale */
    if (comma)
        *comma = '.';
    return (size_t)n;
}
