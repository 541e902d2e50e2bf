/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers rounded for reading. */
#include "report/display.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* |value| x 10^decimals, rounded; printed from whole numbers so that no locale has a say. */
static SmyiShown show(double value, int decimals, const char *plus)
{
    SmyiShown out = {SMYI_NO_NUMBER};
    if (isnan(value))
        return out;
    double power = 1;
    for (int d = 0; d < decimals; d++)
        power *= 10;
    double scaled = floor(fabs(value) * power + 0.5);
    if (!(scaled < 1e15)) {
        (void)smyi_number_write(value, out.text);
        return out;
    }
    const char *sign = scaled == 0 ? "" : value < 0 ? "-" : plus;
    long long whole = (long long)(scaled / power);
    long long part = (long long)(scaled - (double)whole * power);
    if (decimals > 0)
        (void)snprintf(out.text, sizeof out.text, "%s%lld.%0*lld", sign, whole, decimals,
                       part);
    else
        (void)snprintf(out.text, sizeof out.text, "%s%lld", sign, whole);
    return out;
}

SmyiShown smyi_show_fixed(double value, int decimals)
{
    return show(value, decimals, "");
}

SmyiShown smyi_show_signed(double value, int decimals)
{
    return show(value, decimals, "+");
}

SmyiShown smyi_show_percent(double share)
{
    SmyiShown out = show(100 * share, 0, "");
    if (isnan(share))
        return out;
    if (share > 0 && strcmp(out.text, "0") == 0)
        out = (SmyiShown){"<1"};
    if (share < 1 && strcmp(out.text, "100") == 0)
        out = (SmyiShown){">99"};
    size_t end = strlen(out.text);
    out.text[end] = '%';
    out.text[end + 1] = '\0';
    return out;
}

SmyiShown smyi_show_percents(double low, double high)
{
    SmyiShown from = smyi_show_percent(low), to = smyi_show_percent(high);
    if (isnan(low) || strcmp(from.text, to.text) == 0 || to.text[0] == '<')
        return to;
    if (from.text[0] == '>')
        return from;
    SmyiShown out;
    from.text[strlen(from.text) - 1] = '\0';
    (void)snprintf(out.text, sizeof out.text, "%.16s-%.16s", from.text, to.text);
    return out;
}

static SmyiShown show_large(double value, int columns)
{
    static const char *const units[] = {"", "k", "M", "G", "T"};
    SmyiShown out = {"?"};
    for (int u = 0; u < 5; u++, value /= 1000) {
        for (int decimals = 1; decimals >= 0; decimals--) {
            SmyiShown number = show(value, u ? decimals : 0, "");
            (void)snprintf(out.text, sizeof out.text, "%.32s%s", number.text, units[u]);
            if ((int)strlen(out.text) <= columns)
                return out;
        }
    }
    return (SmyiShown){"?"};
}

SmyiShown smyi_show_level(double value, double range, int columns)
{
    if (!isfinite(value))
        return (SmyiShown){SMYI_NO_NUMBER};
    int decimals = range >= 50 ? 0 : range >= 5 ? 1 : range >= 0.5 ? 2 : 3;
    for (; decimals >= 0; decimals--) {
        SmyiShown out = show(value, decimals, "");
        if ((int)strlen(out.text) <= columns)
            return out;
    }
    return show_large(value, columns);
}

SmyiShown smyi_show_count(double value)
{
    SmyiShown plain = show(value, 0, ""), out = {""};
    if (isnan(value))
        return plain;
    size_t length = strlen(plain.text), at = 0;
    for (size_t i = 0; i < length && at + 2 < sizeof out.text; i++) {
        out.text[at++] = plain.text[i];
        size_t left = length - 1 - i;
        if (left > 0 && left % 3 == 0 && plain.text[i] != '-')
            out.text[at++] = ',';
    }
    out.text[at] = '\0';
    return out;
}
