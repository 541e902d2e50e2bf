/* SPDX-License-Identifier: Apache-2.0 */
/* The bytes of a map in which an entry is added, or an estimate's numbers are others. */
#include "scenario/edit_entry.h"

#include <string.h>

bool smyi_edit_is_number(const SmyiValue *entry)
{
    static const char *const names[] = {"value", "low", "mode", "high",
                                        "mean",  "sd",  "shape"};
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        if (entry->key && strcmp(entry->key->text, names[n]) == 0)
            return true;
    return false;
}

/* ---- Text that grows within a size known before ---- */

typedef struct Growing {
    char *bytes;
    size_t length;
} Growing;

static void add(Growing *g, const char *bytes, size_t n)
{
    memcpy(g->bytes + g->length, bytes, n);
    g->length += n;
}

/* The numbers as entries of a map. */
static void add_numbers(Growing *g, const SmyiValue *filling, const char *value)
{
    if (filling->kind == SMYI_VALUE_MAP) {
        add(g, value + 1, strlen(value) - 2);
    } else {
        add(g, "value: ", 7);
        add(g, value, strlen(value));
    }
}

const char *smyi_edit_numbers(SmyiArena *arena, const char *text, const SmyiValue *map,
                              const SmyiValue *filling, const char *value)
{
    size_t whole = map->to - map->from + strlen(value) + 16, cursor = map->from;
    Growing g = {.bytes = smyi_arena_take(arena, whole, 1)};
    const SmyiValue *before = NULL;
    bool done = false;
    if (!g.bytes)
        return NULL;
    for (const SmyiValue *entry = map->first; entry; before = entry, entry = entry->next) {
        if (!smyi_edit_is_number(entry))
            continue;
        if (!entry->has_span || !entry->key->has_span)
            return "";
        size_t end = done ? before->to : entry->key->from; /* with the comma before it */
        if (end > cursor)
            add(&g, text + cursor, end - cursor);
        if (!done)
            add_numbers(&g, filling, value);
        done = true;
        cursor = entry->to;
    }
    if (!done) {
        add(&g, "{", 1);
        add_numbers(&g, filling, value);
        add(&g, map->first ? ", " : "", map->first ? 2 : 0);
        cursor++;
    }
    add(&g, text + cursor, map->to - cursor);
    return g.bytes; /* its memory was zeroed */
}

/* ---- A new entry ---- */

const char *smyi_edit_entry(SmyiArena *arena, const char *text, const SmyiValue *map,
                            const char *key, const char *value, size_t *from)
{
    if (map->has_span) {
        *from = map->from + 1;
        return smyi_arena_print(arena, "%s: %s%s", key, value, map->first ? ", " : "");
    }
    if (!map->first || !map->first->key->has_span)
        return "";
    size_t first = map->first->key->from, start = first;
    while (start > 0 && text[start - 1] == ' ')
        start--;
    if (start == 0 || text[start - 1] != '\n')
        return "";
    *from = start;
    const char *end = start > 1 && text[start - 2] == '\r' ? "\r\n" : "\n";
    return smyi_arena_print(arena, "%.*s%s: %s%s", (int)(first - start), text + start, key,
                            value, end);
}
