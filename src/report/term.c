/* SPDX-License-Identifier: Apache-2.0 */
/* Lines of a terminal: styled, measured, and never wider than asked. */
#include "report/term.h"

#include <stdbool.h>
#include <string.h>

#include "report/digest.h"
#include "report/text.h"

#define ELLIPSIS "\xe2\x80\xa6"

static const char *escape_of(SmyiStyle style)
{
    static const char *const codes[] = {"",         "\x1b[1m",  "\x1b[2m", "\x1b[1;4m",
                                        "\x1b[36m", "\x1b[31m", "\x1b[33m"};
    return codes[style];
}

static void put_blanks(SmyiTerm *t)
{
    for (; t->blanks > 0; t->blanks--)
        smyi_put_bytes(t->w, " ", 1);
}

/* The first `length` bytes of the text, whole clusters, known to fit. */
static void put_clusters(SmyiTerm *t, SmyiStyle style, const char *text, size_t length)
{
    const char *end = text + length;
    bool styled = t->color && style != SMYI_PLAIN && length > 0;
    if (length > 0)
        put_blanks(t);
    smyi_put(t->w, styled ? escape_of(style) : "");
    while (text < end) {
        SmyiCluster c = smyi_text_cluster(text);
        if (c.is_blank || (c.length == 2 && memcmp(c.text, SMYI_TIGHT_BLANK, 2) == 0))
            smyi_put_bytes(t->w, " ", 1);
        else if (c.is_bad)
            smyi_put(t->w, "\xef\xbf\xbd");
        else
            smyi_put_bytes(t->w, c.text, c.length);
        t->column += c.columns;
        text += c.length;
    }
    smyi_put(t->w, styled ? "\x1b[0m" : "");
}

void smyi_term_put(SmyiTerm *t, SmyiStyle style, const char *text)
{
    if (text)
        put_clusters(t, style, text, smyi_text_prefix(text, t->width - t->column));
}

void smyi_term_fit(SmyiTerm *t, SmyiStyle style, const char *text, int columns,
                   SmyiAlign align)
{
    int room = t->width - t->column;
    if (columns > room)
        columns = room;
    if (columns <= 0)
        return;
    int wanted = smyi_text_columns(text), end = t->column + columns;
    if (wanted > columns) {
        put_clusters(t, style, text, smyi_text_prefix(text, columns - 1));
        put_clusters(t, style, ELLIPSIS, strlen(ELLIPSIS));
    } else {
        if (align == SMYI_RIGHT)
            smyi_term_to(t, end - wanted);
        smyi_term_put(t, style, text);
    }
    smyi_term_to(t, end);
}

void smyi_term_to(SmyiTerm *t, int column)
{
    if (column > t->width)
        column = t->width;
    if (column > t->column) {
        t->blanks += column - t->column;
        t->column = column;
    }
}

void smyi_term_end(SmyiTerm *t)
{
    smyi_put_bytes(t->w, "\n", 1);
    t->column = t->blanks = 0;
}

void smyi_term_wrap(SmyiTerm *t, SmyiStyle style, const char *text, int indent)
{
    const char *rest = text;
    while (rest && *rest) {
        const char *line = rest;
        size_t length = smyi_text_line(line, t->width - t->column, &rest);
        put_clusters(t, style, line, length);
        smyi_term_end(t);
        if (*rest)
            smyi_term_to(t, indent);
    }
    if (t->column)
        smyi_term_end(t);
}

void smyi_term_heading(SmyiTerm *t, const char *heading, const char *remark)
{
    smyi_term_end(t);
    smyi_term_put(t, SMYI_HEAD, heading);
    if (remark && smyi_text_columns(remark) + t->column + 2 <= t->width) {
        smyi_term_to(t, t->column + 2);
        smyi_term_put(t, SMYI_DIM, remark);
    }
    smyi_term_end(t);
}

SmyiStyle smyi_term_sign(double points)
{
    return points > SMYI_EVEN_POINTS    ? SMYI_GAIN
           : points < -SMYI_EVEN_POINTS ? SMYI_LOSS
                                        : SMYI_PLAIN;
}
