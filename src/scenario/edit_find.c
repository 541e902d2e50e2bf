/* SPDX-License-Identifier: Apache-2.0 */
/* The value of a file that a path leads to. */
#include "scenario/edit_find.h"

#include <string.h>

/* "[12]..." to 12 and what stands behind; NULL where it is something else. */
static const char *read_index(const char *path, size_t *index)
{
    size_t digits = path[0] == '[' ? strspn(path + 1, "0123456789") : 0;
    if (digits == 0 || digits > 9 || path[digits + 1] != ']')
        return NULL;
    *index = 0;
    for (size_t i = 1; i <= digits; i++)
        *index = *index * 10 + (size_t)(path[i] - '0');
    return path + digits + 2;
}

/* The entry that the path begins with: of two such keys the longer one, since keys hold dots. */
static SmyiValue *find_entry(const SmyiValue *map, const char *path, const char **rest)
{
    SmyiValue *found = NULL;
    size_t longest = 0;
    for (SmyiValue *entry = map->first; entry; entry = entry->next) {
        size_t length = strlen(entry->key->text);
        bool ends = strncmp(path, entry->key->text, length) == 0 &&
                    (path[length] == '\0' || path[length] == '.' || path[length] == '[');
        if (ends && (!found || length > longest)) {
            found = entry;
            longest = length;
        }
    }
    *rest = path + longest;
    return found;
}

SmyiValue *smyi_edit_find(SmyiValue *value, const char *path)
{
    while (value && *path) {
        size_t index = 0;
        const char *rest = NULL;
        if (value->kind == SMYI_VALUE_LIST && (rest = read_index(path, &index))) {
            for (value = value->first; value && index; index--)
                value = value->next;
        } else if (value->kind == SMYI_VALUE_MAP) {
            value = find_entry(value, path + (*path == '.'), &rest);
        } else {
            return NULL;
        }
        path = rest;
    }
    return value;
}

SmyiValue *smyi_edit_parent(SmyiArena *arena, SmyiValue *root, const char *path,
                            const char **key)
{
    size_t length = strlen(path);
    while (length > 1) {
        while (length && path[length - 1] != '.')
            length--;
        *key = path + length;
        const char *above = length > 1 ? smyi_arena_copy(arena, path, length - 1) : NULL;
        SmyiValue *map = above ? smyi_edit_find(root, above) : NULL;
        if (map && map != root && map->kind == SMYI_VALUE_MAP && **key &&
            strspn(*key, "abcdefghijklmnopqrstuvwxyz0123456789_-.") == strlen(*key))
            return map;
        length -= length > 0;
    }
    return NULL;
}
