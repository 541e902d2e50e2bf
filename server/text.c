/* SPDX-License-Identifier: Apache-2.0 */
/* A text that grows, and JSON written into it. */
#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void text_free(Text *text)
{
    free(text->bytes);
    *text = (Text){0};
}

/* Room for `more` bytes and a NUL. */
static bool make_room(Text *text, size_t more)
{
    if (text->failed || more >= SIZE_MAX / 4 - text->length)
        return text->failed = true, false;
    if (text->length + more + 1 <= text->room)
        return true;
    size_t room = text->room ? 2 * text->room : 256;
    while (room < text->length + more + 1)
        room *= 2;
    char *bytes = realloc(text->bytes, room);
    if (!bytes)
        return text->failed = true, false;
    text->bytes = bytes;
    text->room = room;
    return true;
}

void text_add(Text *text, const char *bytes, size_t length)
{
    if (!make_room(text, length))
        return;
    if (length)
        memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

void text_print(Text *text, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    int n = vsnprintf(NULL, 0, format, list);
    va_end(list);
    if (n < 0 || !make_room(text, (size_t)n)) {
        text->failed = true;
        return;
    }
    va_start(list, format);
    (void)vsnprintf(text->bytes + text->length, (size_t)n + 1, format, list);
    va_end(list);
    text->length += (size_t)n;
}

/* ---- JSON ---- */

/* Length of the well-formed sequence that starts here, or 0. */
static size_t sequence(const unsigned char *at)
{
    static const struct {
        unsigned char low, high, second_low, second_high;
        size_t length;
    } forms[] = {
        {0x00, 0x7f, 0, 0, 1},       {0xc2, 0xdf, 0x80, 0xbf, 2},
        {0xe0, 0xe0, 0xa0, 0xbf, 3}, {0xe1, 0xec, 0x80, 0xbf, 3},
        {0xed, 0xed, 0x80, 0x9f, 3}, {0xee, 0xef, 0x80, 0xbf, 3},
        {0xf0, 0xf0, 0x90, 0xbf, 4}, {0xf1, 0xf3, 0x80, 0xbf, 4},
        {0xf4, 0xf4, 0x80, 0x8f, 4},
    };
    for (size_t f = 0; f < sizeof forms / sizeof *forms; f++) {
        if (at[0] < forms[f].low || at[0] > forms[f].high)
            continue;
        if (forms[f].length > 1 &&
            (at[1] < forms[f].second_low || at[1] > forms[f].second_high))
            return 0;
        for (size_t i = 2; i < forms[f].length; i++)
            if (at[i] < 0x80 || at[i] > 0xbf)
                return 0;
        return forms[f].length;
    }
    return 0;
}

void text_quote(Text *text, const char *value)
{
    if (!value) {
        text_add(text, "null", 4);
        return;
    }
    text_add(text, "\"", 1);
    for (const unsigned char *at = (const unsigned char *)value; *at;) {
        size_t n = sequence(at);
        if (n == 0)
            text_add(text, "\xEF\xBF\xBD", 3);
        else if (*at == '"' || *at == '\\')
            text_print(text, "\\%c", *at);
        else if (*at < 0x20 || *at == 0x7f)
            text_print(text, "\\u%04x", *at);
        else
            text_add(text, (const char *)at, n);
        at += n ? n : 1;
    }
    text_add(text, "\"", 1);
}

static SmyCode add(void *cookie, const char *bytes, size_t length)
{
    Text *text = cookie;
    text_add(text, bytes, length);
    return text->failed ? SMY_ERR_NOMEM : SMY_OK;
}

void text_node(Text *text, const SmyNode *node)
{
    if (smy_node_write_packed(node, add, text) != SMY_OK)
        text->failed = true;
}

/* ---- YAML's flow style ---- */

/* A name that means itself without quotes. */
static bool is_bare(const char *name)
{
    static const char *const taken[] = {"null", "true", "false"};
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (strcmp(name, taken[i]) == 0)
            return false;
    return *name >= 'a' && *name <= 'z' &&
           name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_-")] == '\0';
}

static void flow_name(Text *text, const char *name)
{
    if (is_bare(name))
        text_add(text, name, strlen(name));
    else
        text_quote(text, name);
}

static void flow_children(Text *text, const SmyNode *node, const char *brackets)
{
    text_add(text, brackets, 1);
    for (size_t i = 0; i < smy_node_size(node); i++) {
        const char *key = smy_node_key(node, i);
        if (i)
            text_add(text, ", ", 2);
        if (key) {
            flow_name(text, key);
            text_add(text, ": ", 2);
        }
        text_flow(text, smy_node_at(node, i));
    }
    text_add(text, brackets + 1, 1);
}

void text_flow(Text *text, const SmyNode *node)
{
    switch (smy_node_kind(node)) {
    case SMY_NODE_TEXT:
        flow_name(text, smy_node_text(node));
        break;
    case SMY_NODE_LIST:
        flow_children(text, node, "[]");
        break;
    case SMY_NODE_OBJECT:
        flow_children(text, node, "{}");
        break;
    default:
        text_node(text, node);
    }
}
