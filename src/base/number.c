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
    if (!(fabs(value) < 1e15) || floor(value) != value)
        return 0;
    return snprintf(text, SMYI_NUMBER_SIZE, "%.0f", value + 0.0);
}

size_t smyi_number_write(double value, char *text)
{
    int n = write_whole(value, text);
    for (int digits = 1; n == 0 && digits <= 17; digits++) {
        n = snprintf(text, SMYI_NUMBER_SIZE, "%.*g", digits, value);
        if (digits < 17 && strtod(text, NULL) != value)
            n = 0;
    }
    char *comma = strchr(text, ','); /* a decimal comma of the host's locale */
    if (comma)
        *comma = '.';
    return (size_t)n;
}
