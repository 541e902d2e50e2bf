/* SPDX-License-Identifier: Apache-2.0 */
/* A document's code points with the line ends of a wrapped text undone. */
#include "text/lines.h"

#include <utf8proc.h>

#include "text/utf8.h"

enum { LEAST_WIDTH = 40, MOST_WIDTH = 130 };

bool smyi_is_cjk(uint32_t c)
{
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x2026 ||
           c == 0x2014 || (c >= 0x2018 && c <= 0x201D);
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || c == 0x3000;
}

static bool ends_sentence(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == ':' || c == 0x3002 || c == 0xFF01 ||
           c == 0xFF1F || c == 0xFF1A || c == 0x300D || c == 0x201D || c == '"' || c == ')';
}

typedef struct Line {
    size_t start, end; /* end: its '\n', or the end of the text */
    size_t width;
    uint32_t last; /* its last character that is not blank; 0: an empty line */
} Line;

static Line line_at(const uint32_t *points, size_t n, size_t start)
{
    Line line = {.start = start};
    size_t at = start;
    for (; at < n && points[at] != '\n'; at++) {
        int width = utf8proc_charwidth((utf8proc_int32_t)points[at]);
        line.width += width > 0 ? (size_t)width : 0;
        if (!is_blank(points[at]))
            line.last = points[at];
    }
    line.end = at;
    return line;
}

/* Lines of one paragraph: is it one that was wrapped to a width? */
static bool is_wrapped(const uint32_t *points, size_t n, size_t start, size_t *end)
{
    size_t widest = 0, narrowest = SIZE_MAX, n_lines = 0;
    bool runs_on = false;
    Line last = {0};
    for (size_t at = start;; at = last.end + 1) {
        Line line = line_at(points, n, at);
        if (line.last == 0)
            break;
        if (n_lines) { /* all but the last line are full */
            narrowest = last.width < narrowest ? last.width : narrowest;
            runs_on |= !ends_sentence(last.last);
        }
        widest = line.width > widest ? line.width : widest;
        last = line;
        n_lines++;
        if (line.end >= n)
            break;
    }
    *end = last.end;
    return n_lines > 1 && runs_on && widest >= LEAST_WIDTH && widest <= MOST_WIDTH &&
           narrowest * 10 >= widest * 6;
}

static uint32_t joined(const uint32_t *points, size_t n, size_t at)
{
    size_t before = at, behind = at + 1;
    while (before > 0 && is_blank(points[before - 1]))
        before--;
    while (behind < n && is_blank(points[behind]))
        behind++;
    bool cjk = before > 0 && behind < n && smyi_is_cjk(points[before - 1]) &&
               smyi_is_cjk(points[behind]);
    return cjk ? SMYI_JOINT : ' ';
}

uint32_t *smyi_unwrapped(const SmyiDocumentText *document, SmyiArena *arena)
{
    size_t n = document->n_code_points, at = 0;
    uint32_t *points = SMYI_NEW(arena, n + 1, uint32_t);
    if (!points)
        return NULL;
    for (size_t i = 0; i < n; i++)
        at += smyi_utf8_decode(document->text + at, document->n_bytes - at, &points[i]);
    for (size_t i = 0; i < n;) {
        Line line = line_at(points, n, i);
        size_t end = line.end;
        if (line.last && is_wrapped(points, n, i, &end))
            for (size_t p = i; p < end; p++)
                if (points[p] == '\n')
                    points[p] = joined(points, n, p);
        i = (end > i || line.last ? end : line.end) + 1;
    }
    return points;
}
