/* SPDX-License-Identifier: Apache-2.0 */
/* Output of a report: buffered, escaped where asked, silent after the first failure. */
#include "report/writer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "report/text.h"

void smyi_writer_open(SmyiWriter *w, SmyWriteFn *write, void *cookie)
{
    w->write = write;
    w->cookie = cookie;
    w->code = SMY_OK;
    w->used = 0;
}

static void hand_over(SmyiWriter *w)
{
    if (w->code == SMY_OK && w->used)
        w->code = w->write(w->cookie, w->buffer, w->used);
    w->used = 0;
}

SmyCode smyi_writer_close(SmyiWriter *w)
{
    hand_over(w);
    return w->code;
}

void smyi_put_bytes(SmyiWriter *w, const char *bytes, size_t length)
{
    while (length && w->code == SMY_OK) {
        size_t room = sizeof w->buffer - w->used;
        size_t part = length < room ? length : room;
        memcpy(w->buffer + w->used, bytes, part);
        w->used += part;
        bytes += part;
        length -= part;
        if (w->used == sizeof w->buffer)
            hand_over(w);
    }
}

void smyi_put(SmyiWriter *w, const char *text)
{
    if (text)
        smyi_put_bytes(w, text, strlen(text));
}

void smyi_print(SmyiWriter *w, const char *format, ...)
{
    char text[1024];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (n > 0)
        smyi_put_bytes(w, text, (size_t)n < sizeof text ? (size_t)n : sizeof text - 1);
}

static const char *entity(long point)
{
    switch (point) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

/* Outside the Char production of XML 1.0, or a control that HTML does not want. */
static bool is_forbidden(long point)
{
    return (point < 0x20 && point != '\t' && point != '\n') ||
           (point >= 0x7f && point < 0xa0) || point == 0xfffe || point == 0xffff;
}

void smyi_put_escaped(SmyiWriter *w, const char *text)
{
    for (const char *at = text; at && *at;) {
        const char *from = at;
        long point = smyi_text_next(&at);
        const char *name = entity(point);
        if (name)
            smyi_put(w, name);
        else if (point < 0 || is_forbidden(point))
            smyi_put(w, "\xef\xbf\xbd");
        else
            smyi_put_bytes(w, from, (size_t)(at - from));
    }
}

static SmyCode make_room(SmyiCollect *c, size_t wanted)
{
    size_t room = c->room ? c->room : 256;
    while (room < wanted)
        room *= 2;
    char *text = SMYI_NEW(c->mem, room, char);
    if (!text)
        return SMY_ERR_NOMEM;
    if (c->length)
        memcpy(text, c->text, c->length);
    c->text = text;
    c->room = room;
    return SMY_OK;
}

SmyCode smyi_collect(void *cookie, const char *bytes, size_t length)
{
    SmyiCollect *c = cookie;
    if (c->length + length + 1 > c->room && make_room(c, c->length + length + 1) != SMY_OK)
        return SMY_ERR_NOMEM;
    memcpy(c->text + c->length, bytes, length);
    c->length += length;
    c->text[c->length] = '\0';
    return SMY_OK;
}
