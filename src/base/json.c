/* SPDX-License-Identifier: Apache-2.0 */
/* A result tree as JSON text. */
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "summitry/tree.h"

typedef struct Writer {
    SmyWriteFn *write;
    void *cookie;
    SmyCode code; /* the first failure; nothing is written after it */
} Writer;

static void put(Writer *w, const char *bytes, size_t length)
{
    if (w->code == SMY_OK && length)
        w->code = w->write(w->cookie, bytes, length);
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

static void put_line(Writer *w, size_t depth)
{
    put(w, "\n", 1);
    for (size_t i = 0; i < depth; i++)
        put(w, "  ", 2);
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
            put(w, ": ", 2);
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
    char number[SMYI_NUMBER_SIZE];
    switch (smy_node_kind(node)) {
    case SMY_NODE_NULL:
        put(w, "null", 4);
        break;
    case SMY_NODE_BOOL:
        put(w, smy_node_bool(node) ? "true" : "false", smy_node_bool(node) ? 4 : 5);
        break;
    case SMY_NODE_NUMBER:
        put(w, number, smyi_number_write(smy_node_number(node), number));
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

SmyCode smy_node_write_json(const SmyNode *node, SmyWriteFn *write, void *cookie)
{
    Writer w = {.write = write, .cookie = cookie, .code = SMY_OK};
    put_node(&w, node, 0);
    put(&w, "\n", 1);
    return w.code;
}
