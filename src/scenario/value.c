/* SPDX-License-Identifier: Apache-2.0 */
/* A YAML document in memory: finding entries and naming values in messages. */
#include "scenario/value.h"

#include <string.h>

#include "text/utf8.h"

enum { MOST_SHOWN = 60 };

const SmyiValue *smyi_value_get(const SmyiValue *map, const char *key)
{
    if (!map || map->kind != SMYI_VALUE_MAP)
        return NULL;
    for (const SmyiValue *entry = map->first; entry; entry = entry->next)
        if (strcmp(entry->key->text, key) == 0)
            return entry;
    return NULL;
}

bool smyi_is_blank(const SmyiValue *value)
{
    return value->text && strncmp(value->text, "blank", 5) == 0 &&
           (value->text[5] == '\0' ? !value->quoted : value->text[5] == ':');
}

const char *smyi_value_path(SmyiArena *arena, const SmyiValue *value)
{
    if (!value->parent)
        return value->kind == SMYI_VALUE_MAP && value->text ? value->text : "the file";
    bool top = !value->parent->parent;
    const char *above = top ? "" : smyi_value_path(arena, value->parent);
    if (!above)
        return NULL;
    if (!value->key)
        return smyi_arena_print(arena, "%s[%zu]", above, value->index);
    size_t length = strlen(value->key->text);
    size_t shown = smyi_utf8_prefix(value->key->text, length, 100);
    return smyi_arena_print(arena, "%s%s%.*s", above, top ? "" : ".", (int)shown,
                            value->key->text);
}

const char *smyi_text_shown(SmyiArena *arena, const char *text)
{
    size_t length = strlen(text);
    size_t shown = smyi_utf8_prefix(text, length, MOST_SHOWN);
    char *copy = smyi_arena_print(arena, "\"%.*s%s\"", (int)shown, text,
                                  shown < length ? "..." : "");
    for (char *at = copy; at && *at; at++)
        if (*at == '\n')
            *at = ' ';
    return copy;
}

const char *smyi_value_shown(SmyiArena *arena, const SmyiValue *value)
{
    switch (value->kind) {
    case SMYI_VALUE_NULL:
        return "nothing";
    case SMYI_VALUE_LIST:
        return "a list";
    case SMYI_VALUE_MAP:
        return "a map";
    case SMYI_VALUE_NUMBER:
    case SMYI_VALUE_BOOL:
        return value->text;
    default:
        return smyi_text_shown(arena, value->text ? value->text : "");
    }
}
