/* SPDX-License-Identifier: Apache-2.0 */
/* Building and walking a result tree. */
#include "base/tree.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

struct SmyNode {
    SmyNodeKind kind;
    size_t size, room;  /* of a list or an object */
    SmyNode **children; /* [room] */
    const char **keys;  /* [room] of an object */
    union {
        double number;
        bool truth;
        const char *text;
    } as;
};

SmyResult *smyi_result_new(void)
{
    SmyResult *result = smyi_memory_take(sizeof *result);
    if (!result)
        return NULL;
    *result = (SmyResult){0};
    result->root = SMYI_NEW(&result->arena, 1, SmyNode);
    if (!result->root) {
        smyi_memory_give(result);
        return NULL;
    }
    result->root->kind = SMY_NODE_OBJECT;
    return result;
}

void smy_result_free(SmyResult *result)
{
    if (!result)
        return;
    smyi_arena_free(&result->arena);
    smyi_memory_give(result);
}

const SmyNode *smy_result_root(const SmyResult *result)
{
    return result ? result->root : NULL;
}

/* Doubles the room for children; the old arrays stay in the arena until it goes. */
static bool grow(SmyResult *result, SmyNode *parent)
{
    size_t room = parent->room ? parent->room * 2 : 8;
    SmyNode **children = SMYI_NEW(&result->arena, room, SmyNode *);
    const char **keys = SMYI_NEW(&result->arena, room, const char *);
    if (!children || !keys)
        return false;
    if (parent->size) {
        memcpy(children, parent->children, parent->size * sizeof *children);
        memcpy(keys, parent->keys, parent->size * sizeof *keys);
    }
    parent->children = children;
    parent->keys = keys;
    parent->room = room;
    return true;
}

static SmyNode *add(SmyResult *result, SmyNode *parent, const char *key, SmyNodeKind kind)
{
    if (!parent)
        return NULL;
    SmyNode *node = SMYI_NEW(&result->arena, 1, SmyNode);
    const char *name = NULL;
    bool ok = node && (parent->size < parent->room || grow(result, parent));
    if (ok && parent->kind == SMY_NODE_OBJECT)
        ok = (name = smyi_arena_copy(&result->arena, key, strlen(key))) != NULL;
    if (!ok) {
        result->failed = true;
        return NULL;
    }
    node->kind = kind;
    parent->keys[parent->size] = name;
    parent->children[parent->size++] = node;
    return node;
}

SmyNode *smyi_add_object(SmyResult *result, SmyNode *parent, const char *key)
{
    return add(result, parent, key, SMY_NODE_OBJECT);
}

SmyNode *smyi_add_list(SmyResult *result, SmyNode *parent, const char *key)
{
    return add(result, parent, key, SMY_NODE_LIST);
}

void smyi_add_number(SmyResult *result, SmyNode *parent, const char *key, double value)
{
    bool finite = isfinite(value);
    SmyNode *node = add(result, parent, key, finite ? SMY_NODE_NUMBER : SMY_NODE_NULL);
    if (node && finite)
        node->as.number = value + 0.0; /* -0 becomes 0 */
}

void smyi_add_bool(SmyResult *result, SmyNode *parent, const char *key, bool value)
{
    SmyNode *node = add(result, parent, key, SMY_NODE_BOOL);
    if (node)
        node->as.truth = value;
}

void smyi_add_text(SmyResult *result, SmyNode *parent, const char *key, const char *text)
{
    SmyNode *node = add(result, parent, key, text ? SMY_NODE_TEXT : SMY_NODE_NULL);
    if (!node || !text)
        return;
    node->as.text = smyi_arena_copy(&result->arena, text, strlen(text));
    if (!node->as.text) {
        node->kind = SMY_NODE_NULL;
        result->failed = true;
    }
}

void smyi_add_null(SmyResult *result, SmyNode *parent, const char *key)
{
    (void)add(result, parent, key, SMY_NODE_NULL);
}

SmyNodeKind smy_node_kind(const SmyNode *node)
{
    return node ? node->kind : SMY_NODE_NULL;
}

size_t smy_node_size(const SmyNode *node)
{
    return node ? node->size : 0;
}

const SmyNode *smy_node_at(const SmyNode *node, size_t index)
{
    return node && index < node->size ? node->children[index] : NULL;
}

const char *smy_node_key(const SmyNode *node, size_t index)
{
    return node && index < node->size ? node->keys[index] : NULL;
}

static const SmyNode *member(const SmyNode *node, const char *key, size_t length)
{
    if (!node || node->kind != SMY_NODE_OBJECT)
        return NULL;
    for (size_t i = 0; i < node->size; i++)
        if (strncmp(node->keys[i], key, length) == 0 && node->keys[i][length] == '\0')
            return node->children[i];
    return NULL;
}

const SmyNode *smy_node_get(const SmyNode *node, const char *key)
{
    return member(node, key, strlen(key));
}

static const SmyNode *entry(const SmyNode *list, const char *digits, size_t length)
{
    size_t index = 0;
    if (length == 0 || length > 9)
        return NULL;
    for (size_t i = 0; i < length; i++) {
        if (digits[i] < '0' || digits[i] > '9')
            return NULL;
        index = index * 10 + (size_t)(digits[i] - '0');
    }
    return smy_node_at(list, index);
}

const SmyNode *smy_node_find(const SmyNode *node, const char *path)
{
    while (node) {
        size_t length = strcspn(path, ".");
        node = node->kind == SMY_NODE_LIST ? entry(node, path, length)
                                           : member(node, path, length);
        if (path[length] == '\0')
            return node;
        path += length + 1;
    }
    return NULL;
}

double smy_node_number(const SmyNode *node)
{
    return node && node->kind == SMY_NODE_NUMBER ? node->as.number : (double)NAN;
}

bool smy_node_bool(const SmyNode *node)
{
    return node && node->kind == SMY_NODE_BOOL && node->as.truth;
}

const char *smy_node_text(const SmyNode *node)
{
    return node && node->kind == SMY_NODE_TEXT ? node->as.text : NULL;
}

void smyi_add_copy(SmyResult *result, SmyNode *parent, const char *key, const SmyNode *node)
{
    SmyNode *copy;
    switch (smy_node_kind(node)) {
    case SMY_NODE_NULL:
        smyi_add_null(result, parent, key);
        break;
    case SMY_NODE_BOOL:
        smyi_add_bool(result, parent, key, node->as.truth);
        break;
    case SMY_NODE_NUMBER:
        smyi_add_number(result, parent, key, node->as.number);
        break;
    case SMY_NODE_TEXT:
        smyi_add_text(result, parent, key, node->as.text);
        break;
    case SMY_NODE_LIST:
        copy = smyi_add_list(result, parent, key);
        for (size_t i = 0; i < node->size; i++)
            smyi_add_copy(result, copy, NULL, node->children[i]);
        break;
    case SMY_NODE_OBJECT:
        copy = smyi_add_object(result, parent, key);
        for (size_t i = 0; i < node->size; i++)
            smyi_add_copy(result, copy, node->keys[i], node->children[i]);
        break;
    }
}
