/* SPDX-License-Identifier: Apache-2.0 */
/* How wide a text is on a terminal, and where it may be cut or broken. */
#include "report/text.h"

#include <string.h>
#include <utf8proc.h>

enum { JOINER = 0x200d, EMOJI_STYLE = 0xfe0f };

long smyi_text_next(const char **at)
{
    utf8proc_int32_t point;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)*at, -1, &point);
    *at += n > 0 ? n : 1;
    return n > 0 ? point : -1;
}

/* Would change or hide the text around it on a terminal. */
static bool is_harmful(long point)
{
    if (point < 0)
        return true;
    bool overrides =
        (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
    return overrides || utf8proc_category((utf8proc_int32_t)point) == UTF8PROC_CATEGORY_CC;
}

static bool is_flag(long point)
{
    return point >= 0x1f1e6 && point <= 0x1f1ff;
}

static int point_columns(long point)
{
    int n = utf8proc_charwidth((utf8proc_int32_t)point);
    return n < 0 ? 0 : n;
}

SmyiCluster smyi_text_cluster(const char *text)
{
    SmyiCluster c = {.text = text};
    if (!*text)
        return c;
    const char *at = text;
    long first = smyi_text_next(&at), last = first;
    bool is_space = first == ' ' || (first >= '\t' && first <= '\r') || first == 0x3000;
    c.is_blank = is_space;
    c.is_bad = !is_space && is_harmful(first);
    c.columns = is_space || c.is_bad ? 1 : point_columns(first);
    utf8proc_int32_t state = 0;
    while (*at && !c.is_bad && !is_space) {
        const char *next = at;
        long point = smyi_text_next(&next);
        if (is_harmful(point) ||
            utf8proc_grapheme_break_stateful((utf8proc_int32_t)last,
                                             (utf8proc_int32_t)point, &state))
            break;
        if (point == EMOJI_STYLE || is_flag(point))
            c.columns = 2;
        else if (last != JOINER)
            c.columns += point_columns(point);
        last = point;
        at = next;
    }
    if (c.columns > 2)
        c.columns = 2;
    c.length = (size_t)(at - text);
    c.is_wide = c.columns == 2;
    return c;
}

int smyi_text_columns(const char *text)
{
    int columns = 0;
    while (text && *text) {
        SmyiCluster c = smyi_text_cluster(text);
        columns += c.columns;
        text += c.length;
    }
    return columns;
}

size_t smyi_text_prefix(const char *text, int columns)
{
    const char *at = text;
    while (*at) {
        SmyiCluster c = smyi_text_cluster(at);
        if (c.columns > columns)
            break;
        columns -= c.columns;
        at += c.length;
    }
    return (size_t)(at - text);
}

/* Closing marks that must not begin a line of Chinese or Japanese. */
static bool clings_left(const SmyiCluster *c)
{
    static const char marks[] = "，。、；：？！）」』》〉】”’…";
    char text[8] = {0};
    if (c->length >= sizeof text)
        return false;
    memcpy(text, c->text, c->length);
    return strstr(marks, text) != NULL;
}

size_t smyi_text_line(const char *text, int columns, const char **rest)
{
    const char *at = text, *solid = text; /* end of what is not blank so far */
    const char *cut = NULL;               /* the last place to break */
    int used = 0;
    bool was_wide = false;
    while (*at) {
        SmyiCluster c = smyi_text_cluster(at);
        bool may_break = c.is_blank || ((c.is_wide || was_wide) && !clings_left(&c));
        if (may_break && solid > text)
            cut = solid;
        if (!c.is_blank && used + c.columns > columns)
            break;
        used += c.columns;
        was_wide = c.is_wide;
        at += c.length;
        if (!c.is_blank)
            solid = at;
    }
    if (!*at)
        cut = solid;
    else if (!cut)
        cut = at > text ? at : at + smyi_text_cluster(at).length;
    const char *next = cut;
    while (*next && smyi_text_cluster(next).is_blank)
        next += smyi_text_cluster(next).length;
    *rest = next;
    return (size_t)(cut - text);
}
