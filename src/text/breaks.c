/* SPDX-License-Identifier: Apache-2.0 */
/* Where sentences may break, by ICU; by a short rule where there is no ICU. */
#include "text/breaks.h"

#ifdef SMYI_ICU
#include <unicode/ubrk.h>

/* UTF-16, and for each unit the code point that it belongs to. */
typedef struct Units {
    UChar *text;
    size_t *from; /* [n + 1] */
    int32_t n;
} Units;

static bool make_units(const uint32_t *points, size_t n, SmyiArena *arena, Units *units)
{
    units->text = SMYI_NEW(arena, n * 2 + 1, UChar);
    units->from = SMYI_NEW(arena, n * 2 + 1, size_t);
    if (!units->text || !units->from || n > INT32_MAX / 2)
        return false;
    for (size_t i = 0; i < n; i++) {
        uint32_t c = points[i];
        if (c >= 0x10000) {
            units->from[units->n] = i;
            units->text[units->n++] = (UChar)(0xD7C0 + (c >> 10));
            c = 0xDC00 + (c & 0x3FF);
        }
        units->from[units->n] = i;
        units->text[units->n++] = (UChar)c;
    }
    units->from[units->n] = n;
    return true;
}

static size_t collect(UBreakIterator *iterator, const Units *units, size_t *breaks)
{
    size_t n = 0;
    (void)ubrk_first(iterator);
    for (int32_t at; (at = ubrk_next(iterator)) != UBRK_DONE;)
        breaks[n++] = units->from[at];
    return n;
}

size_t *smyi_breaks(const uint32_t *points, size_t n, SmyiArena *arena, size_t *n_breaks)
{
    Units units = {0};
    size_t *breaks = SMYI_NEW(arena, n + 1, size_t);
    *n_breaks = 0;
    if (n == 0)
        return breaks;
    if (!breaks || !make_units(points, n, arena, &units))
        return NULL;
    UErrorCode code = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(UBRK_SENTENCE, "", units.text, units.n, &code);
    if (U_FAILURE(code))
        return NULL;
    *n_breaks = collect(iterator, &units, breaks);
    ubrk_close(iterator);
    return breaks;
}

#else

static bool is_one_of(uint32_t c, const uint32_t *of)
{
    while (*of && *of != c)
        of++;
    return *of != 0;
}

size_t *smyi_breaks(const uint32_t *points, size_t n, SmyiArena *arena, size_t *n_breaks)
{
    static const uint32_t stops[] = {'.', '!', '?', 0x3002, 0xFF01, 0xFF1F, 0};
    static const uint32_t closers[] = {'"',    '\'',   ')',    0x201D, 0x2019,
                                       0x300D, 0x300F, 0xFF09, 0};
    size_t *breaks = SMYI_NEW(arena, n + 1, size_t), n_found = 0;
    for (size_t i = 0; breaks && i < n; i++) {
        size_t end = i + 1;
        if (is_one_of(points[i], stops)) {
            bool wide = points[i] >= 0x3000;
            while (end < n &&
                   (is_one_of(points[end], stops) || is_one_of(points[end], closers)))
                end++;
            if (!wide && end < n && points[end] != ' ' && points[end] != '\n')
                continue;
        } else if (points[i] != '\n') {
            continue;
        }
        breaks[n_found++] = end;
        i = end - 1;
    }
    if (breaks && n && (n_found == 0 || breaks[n_found - 1] != n))
        breaks[n_found++] = n;
    *n_breaks = n_found;
    return breaks;
}

#endif
