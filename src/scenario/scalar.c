/* SPDX-License-Identifier: Apache-2.0 */
/* Types plain scalars by the core schema of YAML 1.2. Source: yaml2021, section 10.3.2. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scenario/value.h"

enum {
    MOST_DIGITS = 400
}; /* longer numbers are text, and refused where a number is wanted */

static bool is_one_of(const char *text, const char *const *words)
{
    for (; *words; words++)
        if (strcmp(text, *words) == 0)
            return true;
    return false;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* 0o17 and 0x1F; false for everything else. */
static bool read_based(const char *text, double *number)
{
    unsigned base = strncmp(text, "0o", 2) == 0 ? 8 : strncmp(text, "0x", 2) == 0 ? 16 : 0;
    if (!base || !text[2])
        return false;
    double sum = 0;
    for (const char *at = text + 2; *at; at++) {
        const char *digits = "0123456789abcdef";
        char lower = *at >= 'A' && *at <= 'F' ? (char)(*at + 32) : *at;
        const char *digit = strchr(digits, lower);
        if (!digit || (unsigned)(digit - digits) >= base)
            return false;
        sum = sum * base + (double)(digit - digits);
    }
    *number = sum;
    return true;
}

/*
 * [-+]? ( . digits | digits ( . digits? )? ) ( [eE] [-+]? digits )?
 * The digits go to strtod() without the point, which a locale might spell otherwise.
 */
static bool read_decimal(const char *text, double *number)
{
    char plain[MOST_DIGITS + 32];
    size_t n = 0, n_digits = 0, after_point = 0;
    if (*text == '-' || *text == '+')
        plain[n++] = *text++;
    for (bool point = false; is_digit(*text) || (*text == '.' && !point); text++) {
        if (*text == '.') {
            point = true;
            continue;
        }
        if (n_digits++ == MOST_DIGITS)
            return false;
        plain[n++] = *text;
        after_point += point;
    }
    if (n_digits == 0)
        return false;
    long exponent = 0;
    if (*text == 'e' || *text == 'E') {
        bool negative = *++text == '-';
        text += *text == '-' || *text == '+';
        if (!is_digit(*text))
            return false;
        for (; is_digit(*text); text++)
            exponent = exponent < 100000 ? exponent * 10 + (*text - '0') : exponent;
        exponent = negative ? -exponent : exponent;
    }
    if (*text)
        return false;
    (void)snprintf(plain + n, sizeof plain - n, "e%ld", exponent - (long)after_point);
    *number = strtod(plain, NULL);
    return true;
}

static bool read_special(const char *text, double *number)
{
    static const char *const nans[] = {".nan", ".NaN", ".NAN", NULL};
    static const char *const infinities[] = {".inf", ".Inf", ".INF", NULL};
    bool negative = *text == '-';
    if (is_one_of(text, nans))
        *number = (double)NAN;
    else if (is_one_of(text + (negative || *text == '+'), infinities))
        *number = negative ? -(double)INFINITY : (double)INFINITY;
    else
        return false;
    return true;
}

void smyi_value_type(SmyiValue *value)
{
    static const char *const nulls[] = {"", "~", "null", "Null", "NULL", NULL};
    static const char *const trues[] = {"true", "True", "TRUE", NULL};
    static const char *const falses[] = {"false", "False", "FALSE", NULL};
    const char *text = value->text;
    if (is_one_of(text, nulls)) {
        value->kind = SMYI_VALUE_NULL;
    } else if (is_one_of(text, trues) || is_one_of(text, falses)) {
        value->kind = SMYI_VALUE_BOOL;
        value->truth = is_one_of(text, trues);
    } else if (read_decimal(text, &value->number) || read_based(text, &value->number) ||
               read_special(text, &value->number)) {
        value->kind = SMYI_VALUE_NUMBER;
    } else {
        value->kind = SMYI_VALUE_TEXT;
    }
}
