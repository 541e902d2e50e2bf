/* SPDX-License-Identifier: Apache-2.0 */
/* A result tree as JSON text. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "summitry/tree.h"

/* A number as it was written; length 0: none. */
typedef struct Written {
    double value;
    unsigned char length;
    char text[SMYI_NUMBER_SIZE];
} Written;

typedef struct Writer {
    SmyWriteFn *write;
    void *cookie;
    SmyCode code; /* the first failure; nothing is written after it */
    bool packed;  /* no blanks and no line feeds */
    size_t held;
    char bytes[4096]; /* handed on when they are full: most of what is put is a few bytes */
    Written
        written[256]; /* by number: models that agree give the same ones again and again */
} Writer;

static void hand_on(Writer *w, const char *bytes, size_t length)
{
    if (w->code == SMY_OK && length)
        w->code = w->write(w->cookie, bytes, length);
}

static void put(Writer *w, const char *bytes, size_t length)
{
    if (length > sizeof w->bytes - w->held) {
        hand_on(w, w->bytes, w->held);
        w->held = 0;
    }
    if (length > sizeof w->bytes) {
        hand_on(w, bytes, length);
        return;
    }
    memcpy(w->bytes + w->held, bytes, length);
    w->held += length;
}

static void put_text(Writer *w, const char *text)
{
    put(w, "\"", 1);
    const char *from = text;
    for (const char *at = text;; at++) {
        unsigned char c = (unsigned char)*at;
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        put(w, from, (size_t)(at - from));
        if (c == '\0')
            break;
        char escape[8];
        int n = c == '"' || c == '\\' ? snprintf(escape, sizeof escape, "\\%c", c)
                : c == '\n'           ? snprintf(escape, sizeof escape, "\\n")
                                      : snprintf(escape, sizeof escape, "\\u%04x", c);
        put(w, escape, (size_t)n);
        from = at + 1;
    }
    put(w, "\"", 1);
}

static void put_number(Writer *w, double value)
{
    enum { PLACES = sizeof w->written / sizeof *w->written };
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    Written *at = &w->written[(bits * UINT64_C(0x9e3779b97f4a7c15) >> 56) % PLACES];
    if (at->length == 0 || memcmp(&at->value, &value, sizeof value) != 0) {
        at->value = value;
        at->length = (unsigned char)smyi_number_write(value, at->text);
    }
    put(w, at->text, at->length);
}

static void put_line(Writer *w, size_t depth)
{
    static const char blanks[] = "                                ";
    if (w->packed)
        return;
    put(w, "\n", 1);
    for (size_t rest = 2 * depth, n; rest > 0; rest -= n) {
        n = rest < sizeof blanks - 1 ? rest : sizeof blanks - 1;
        put(w, blanks, n);
    }
}

static void put_node(Writer *w, const SmyNode *node, size_t depth);

static void put_children(Writer *w, const SmyNode *node, size_t depth, const char *brackets)
{
    size_t n = smy_node_size(node);
    put(w, brackets, 1);
    for (size_t i = 0; i < n; i++) {
        put_line(w, depth + 1);
        const char *key = smy_node_key(node, i);
        if (key) {
            put_text(w, key);
            put(w, ": ", w->packed ? 1 : 2);
        }
        put_node(w, smy_node_at(node, i), depth + 1);
        if (i + 1 < n)
            put(w, ",", 1);
    }
    if (n)
        put_line(w, depth);
    put(w, brackets + 1, 1);
}

static void put_node(Writer *w, const SmyNode *node, size_t depth)
{
    switch (smy_node_kind(node)) {
    case SMY_NODE_NULL:
        put(w, "null", 4);
        break;
    case SMY_NODE_BOOL:
        put(w, smy_node_bool(node) ? "true" : "false", smy_node_bool(node) ? 4 : 5);
        break;
    case SMY_NODE_NUMBER:
        put_number(w, smy_node_number(node));
        break;
    case SMY_NODE_TEXT:
        put_text(w, smy_node_text(node));
        break;
    case SMY_NODE_LIST:
        put_children(w, node, depth, "[]");
        break;
    case SMY_NODE_OBJECT:
        put_children(w, node, depth, "{}");
        break;
    }
}

static SmyCode write_tree(const SmyNode *node, bool packed, SmyWriteFn *write, void *cookie)
{
    Writer w;
    w.write = write, w.cookie = cookie, w.code = SMY_OK, w.packed = packed, w.held = 0;
    for (size_t i = 0; i < sizeof w.written / sizeof *w.written; i++)
        w.written[i].length = 0;
    put_node(&w, node, 0);
    put_line(&w, 0);
    hand_on(&w, w.bytes, w.held);
    return w.code;
}

SmyCode smy_node_write_json(const SmyNode *node, SmyWriteFn *write, void *cookie)
{
    return write_tree(node, false, write, cookie);
}

SmyCode smy_node_write_packed(const SmyNode *node, SmyWriteFn *write, void *cookie)
{
    return write_tree(node, true, write, cookie);
}
