/* SPDX-License-Identifier: Apache-2.0 */
/* Growing a tree of values without a file: by hand, or from JSON. */
#include "scenario/grow.h"

#include <stdint.h>
#include <string.h>

#include "base/number.h"

static SmyiValue *new_value(SmyiArena *arena, SmyiValueKind kind, const char *text)
{
    SmyiValue *value = SMYI_NEW(arena, 1, SmyiValue);
    if (!value)
        return NULL;
    value->kind = kind;
    value->text = text ? smyi_arena_copy(arena, text, strlen(text)) : NULL;
    return text && !value->text ? NULL : value;
}

static SmyiValue *add(SmyiArena *arena, SmyiValue *parent, const char *key,
                      SmyiValueKind kind, const char *text)
{
    SmyiValue *value = parent ? new_value(arena, kind, text) : NULL;
    if (!value)
        return NULL;
    if (key) {
        SmyiValue *name = new_value(arena, SMYI_VALUE_TEXT, key);
        if (!name)
            return NULL;
        value->key = name;
    }
    value->parent = parent;
    value->index = parent->size++;
    if (parent->last)
        parent->last->next = value;
    else
        parent->first = value;
    parent->last = value;
    return value;
}

SmyiValue *smyi_grow_root(SmyiArena *arena, const char *name)
{
    return new_value(arena, SMYI_VALUE_MAP, name);
}

SmyiValue *smyi_grow_map(SmyiArena *arena, SmyiValue *parent, const char *key)
{
    return add(arena, parent, key, SMYI_VALUE_MAP, NULL);
}

SmyiValue *smyi_grow_list(SmyiArena *arena, SmyiValue *parent, const char *key)
{
    return add(arena, parent, key, SMYI_VALUE_LIST, NULL);
}

SmyiValue *smyi_grow_text(SmyiArena *arena, SmyiValue *parent, const char *key,
                          const char *text)
{
    SmyiValue *value = add(arena, parent, key, SMYI_VALUE_TEXT, text);
    if (value)
        value->quoted = true;
    return value;
}

SmyiValue *smyi_grow_number(SmyiArena *arena, SmyiValue *parent, const char *key,
                            double number)
{
    char text[SMYI_NUMBER_SIZE];
    (void)smyi_number_write(number, text);
    SmyiValue *value = add(arena, parent, key, SMYI_VALUE_NUMBER, text);
    if (value)
        value->number = number;
    return value;
}

SmyiValue *smyi_grow_bool(SmyiArena *arena, SmyiValue *parent, const char *key, bool truth)
{
    SmyiValue *value = add(arena, parent, key, SMYI_VALUE_BOOL, truth ? "true" : "false");
    if (value)
        value->truth = truth;
    return value;
}

SmyiValue *smyi_grow_null(SmyiArena *arena, SmyiValue *parent, const char *key)
{
    return add(arena, parent, key, SMYI_VALUE_NULL, "null");
}

/* The key was made by add(), and is nobody's else. */
void smyi_grow_place(SmyiValue *value, SmyiPlace of_key)
{
    ((SmyiValue *)(uintptr_t)value->key)->place = of_key;
}

static bool grow(SmyiArena *arena, SmyiValue *parent, const char *key, const SmyNode *node)
{
    SmyiValue *value = NULL;
    switch (smy_node_kind(node)) {
    case SMY_NODE_OBJECT:
        value = smyi_grow_map(arena, parent, key);
        return value && smyi_grow_members(arena, value, node);
    case SMY_NODE_LIST:
        value = smyi_grow_list(arena, parent, key);
        for (size_t i = 0; value && i < smy_node_size(node); i++)
            if (!grow(arena, value, NULL, smy_node_at(node, i)))
                return false;
        break;
    case SMY_NODE_NUMBER:
        value = smyi_grow_number(arena, parent, key, smy_node_number(node));
        break;
    case SMY_NODE_TEXT:
        value = smyi_grow_text(arena, parent, key, smy_node_text(node));
        break;
    case SMY_NODE_BOOL:
        value = smyi_grow_bool(arena, parent, key, smy_node_bool(node));
        break;
    case SMY_NODE_NULL:
        value = smyi_grow_null(arena, parent, key);
        break;
    }
    return value != NULL;
}

bool smyi_grow_members(SmyiArena *arena, SmyiValue *map, const SmyNode *object)
{
    for (size_t i = 0; i < smy_node_size(object); i++) {
        const SmyNode *member = smy_node_at(object, i);
        if (smy_node_kind(member) != SMY_NODE_NULL &&
            !grow(arena, map, smy_node_key(object, i), member))
            return false;
    }
    return true;
}
