/* SPDX-License-Identifier: Apache-2.0 */
/* Text as names are compared: one case, no accents, one Chinese script, one width. */
#include "text/fold.h"

#include <string.h>

#include <utf8proc.h>

#include "text/lines.h"
#include "text/utf8.h"

bool smyi_is_word_letter(uint32_t c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    if (smyi_is_cjk(c) || (c >= 0x2000 && c < 0x2C00))
        return false;
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

/* The letter under its marks, in lower case. */
static uint32_t bare(uint32_t c)
{
    utf8proc_int32_t parts[8];
    int last = 0;
    utf8proc_ssize_t n =
        utf8proc_decompose_char((utf8proc_int32_t)c, parts, 8, UTF8PROC_DECOMPOSE, &last);
    uint32_t base = n > 0 && n <= 8 ? (uint32_t)parts[0] : c;
    switch (base) { /* letters that are one in Unicode and two names in practice */
    case 0x131:
        return 'i';
    case 0x142:
    case 0x141:
        return 'l';
    case 0xF8:
    case 0xD8:
        return 'o';
    case 0x111:
    case 0x110:
        return 'd';
    default:
        return (uint32_t)utf8proc_tolower((utf8proc_int32_t)base);
    }
}

static uint32_t fold_one(SmyiHans *hans, uint32_t c)
{
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + 32 : c == '\t' || c == '\r' ? ' ' : c;
    if (c >= 0xFF01 && c <= 0xFF5E && c != 0xFF0C && c != 0xFF01 && c != 0xFF1F &&
        c != 0xFF1A && c != 0xFF1B && c != 0xFF08 && c != 0xFF09)
        return fold_one(hans, c - 0xFEE0);
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
        return '\'';
    case 0xA0:
    case 0x3000:
    case 0x2009:
    case 0x202F:
        return ' ';
    case 0x2010:
    case 0x2011:
    case 0x2013:
        return '-';
    case 0x2027:
    case 0x30FB:
    case 0x2022:
        return 0xB7;
    default:
        break;
    }
    if (c >= SMYI_HANS_FROM && c < SMYI_HANS_TO)
        return smyi_hans(hans, c);
    return c < 0x2000 ? bare(c) : c;
}

bool smyi_fold_points(SmyiHans *hans, const uint32_t *points, size_t n, SmyiArena *arena,
                      SmyiFolded *out)
{
    *out = (SmyiFolded){.c = SMYI_NEW(arena, n + 1, uint32_t),
                        .at = SMYI_NEW(arena, n + 1, uint32_t),
                        .upper = SMYI_NEW(arena, n + 1, bool)};
    if (!out->c || !out->at || !out->upper)
        return false;
    for (size_t i = 0; i < n; i++) {
        uint32_t c = points[i];
        if (c == SMYI_JOINT || c == 0xAD || c == 0xFEFF)
            continue;
        out->c[out->n] = fold_one(hans, c);
        out->at[out->n] = (uint32_t)i;
        out->upper[out->n] =
            (c >= 'A' && c <= 'Z') ||
            (c >= 0xC0 && c < 0x2000 &&
             utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LU);
        out->n++;
    }
    out->at[out->n] = (uint32_t)n;
    return true;
}

bool smyi_fold_text(SmyiHans *hans, const char *text, SmyiArena *arena, SmyiFolded *out)
{
    size_t length = strlen(text), n = 0;
    uint32_t *points = SMYI_NEW(arena, length + 1, uint32_t);
    if (!points)
        return false;
    for (size_t at = 0, size; at < length; at += size) {
        size = smyi_utf8_decode(text + at, length - at, &points[n]);
        if (size == 0)
            break;
        n++;
    }
    return smyi_fold_points(hans, points, n, arena, out);
}
