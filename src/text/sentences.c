/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences of a document: where they break, and where a break is undone. */
#include "text/sentences.h"

#include <string.h>

#include "text/breaks.h"
#include "text/lines.h"

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0xA0 || c == 0x3000 ||
           c == SMYI_JOINT || c == 0xFEFF;
}

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250);
}

static bool is_upper(uint32_t c)
{
    return c >= 'A' && c <= 'Z';
}

/* ICU counts brackets that open among those that close; these begin what follows. */
static bool is_opening(uint32_t c)
{
    static const uint32_t all[] = {'(',    '[',    '{',    0x2018, 0x201C, 0x3008, 0x300A,
                                   0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0xFF08, 0xFF3B};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (c == all[i])
            return true;
    return false;
}

/* The word in front of the full stop at `dot` is one that keeps its stop. */
static bool is_abbreviated(const uint32_t *points, size_t start, size_t dot, bool *initials)
{
    static const char *const titles[] = {
        "Mr",  "Mrs", "Ms",   "Dr",  "Prof", "Gen", "Sen", "Rep",  "Gov", "Lt",  "Col",
        "Sgt", "Adm", "Capt", "Rev", "Hon",  "St",  "Sr",  "Jr",   "vs",  "No",  "Jan",
        "Feb", "Mar", "Apr",  "Jun", "Jul",  "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
        "Mon", "Tue", "Wed",  "Thu", "Fri",  "Sat", "Sun", "e.g",  "i.e", "cf",  "approx"};
    size_t from = dot;
    while (from > start && (is_letter(points[from - 1]) || points[from - 1] == '.'))
        from--;
    size_t n = dot - from;
    *initials = n >= 3 && points[from + 1] == '.'; /* U.S, U.N */
    if (n == 1 && is_upper(points[from]))
        return true;
    for (size_t t = 0; t < sizeof titles / sizeof *titles; t++) {
        size_t i = 0;
        while (titles[t][i] && i < n && points[from + i] == (unsigned char)titles[t][i])
            i++;
        if (!titles[t][i] && i == n)
            return true;
    }
    return false;
}

/* The words that begin a sentence far more often than they follow "U.S." */
static bool begins_sentence(const uint32_t *points, size_t at, size_t n)
{
    static const char *const words[] = {
        "The",  "He",   "She",   "It",   "They", "But", "In",     "On",  "At",
        "This", "That", "We",    "I",    "A",    "An",  "And",    "His", "Her",
        "Its",  "For",  "After", "When", "If",   "As",  "However"};
    for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
        size_t i = 0;
        while (words[w][i] && at + i < n && points[at + i] == (unsigned char)words[w][i])
            i++;
        if (!words[w][i] && (at + i == n || !is_letter(points[at + i])))
            return true;
    }
    return false;
}

/* A break between `end` (behind the last character) and `next` that is none. */
static bool is_undone(const uint32_t *points, size_t start, size_t end, size_t next,
                      size_t n)
{
    bool initials = false;
    for (size_t i = end; i < next; i++)
        if (points[i] == '\n')
            return false;
    if (points[next] >= 'a' && points[next] <= 'z')
        return true;
    if (end == start || points[end - 1] != '.')
        return false;
    bool abbreviated = is_abbreviated(points, start, end - 1, &initials);
    return abbreviated || (initials && !begins_sentence(points, next, n));
}

SmyCode smyi_sentences(const uint32_t *points, size_t n, SmyiArena *arena,
                       SmyiSentence **out, size_t *n_out)
{
    size_t n_breaks = 0, n_sentences = 0, start = 0, paragraph = 0;
    size_t *breaks = smyi_breaks(points, n, arena, &n_breaks);
    SmyiSentence *list = breaks ? SMYI_NEW(arena, n_breaks + 1, SmyiSentence) : NULL;
    if (!list)
        return SMY_ERR_NOMEM;
    for (size_t b = 0; b < n_breaks; b++) {
        size_t from = start, to = breaks[b];
        while (b + 1 < n_breaks && to > from && is_opening(points[to - 1]))
            to--;
        start = to;
        while (from < to && is_blank(points[from])) {
            paragraph += points[from] == '\n' && n_sentences &&
                         list[n_sentences - 1].paragraph == paragraph;
            from++;
        }
        size_t end = to;
        while (end > from && is_blank(points[end - 1]))
            end--;
        if (end > from) {
            SmyiSentence *last = n_sentences ? &list[n_sentences - 1] : NULL;
            if (last && is_undone(points, last->start, last->end, from, n))
                last->end = end;
            else
                list[n_sentences++] = (SmyiSentence){from, end, paragraph};
        }
        for (size_t i = end; i < to; i++)
            paragraph += points[i] == '\n' && n_sentences &&
                         list[n_sentences - 1].paragraph == paragraph;
    }
    *out = list;
    *n_out = n_sentences;
    return SMY_OK;
}
