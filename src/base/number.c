/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers as text. */
#include "base/number.h"

#include <math.h>
#include <stdbool.h>
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

static bool reads_back(const char *text, double value)
{
    return strtod(text, NULL) == value;
}

static int try_digits(double value, int first, char *text)
{
    int n = 0;
    for (int digits = first; n == 0 && digits <= 17; digits++) {
        n = snprintf(text, SMYI_NUMBER_SIZE, "%.*g", digits, value);
        if (digits < 17 && !reads_back(text, value))
            n = 0;
    }
    return n;
}

/*
 * As few digits as read back. A double gives back every decimal of 15 digits (DBL_DIG), and "%g"
 * drops their zeros, so nothing below 15 need be tried; and where 15 do, so do 16, which lie no
 * farther: most numbers that were computed need 17, which one attempt tells. Not so for subnormals,
 * and not where the next double below is nearer than the one above: at powers of two.
 */
static int write_digits(double value, char *text)
{
    int exponent;
    if (fabs(value) < 2.3e-308)
        return try_digits(value, 1, text);
    if (fabs(frexp(value, &exponent)) == .5)
        return try_digits(value, 15, text);
    char fewer[SMYI_NUMBER_SIZE];
    int n = snprintf(text, SMYI_NUMBER_SIZE, "%.16g", value);
    if (!reads_back(text, value))
        return snprintf(text, SMYI_NUMBER_SIZE, "%.17g", value);
    int n_fewer = snprintf(fewer, sizeof fewer, "%.15g", value);
    if (!reads_back(fewer, value))
        return n;
    memcpy(text, fewer, (size_t)n_fewer + 1);
    return n_fewer;
}

size_t smyi_number_write(double value, char *text)
{
    int n = write_whole(value, text);
    if (n == 0)
        n = write_digits(value, text);
    char *comma = strchr(text, ','); /* a decimal comma of the host's locale */
    if (comma)
        *comma = '.';
    return (size_t)n;
}
