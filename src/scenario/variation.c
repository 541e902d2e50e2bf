/* SPDX-License-Identifier: Apache-2.0 */
/* A variation from JSON or piece by piece; it meets its scenario in vary.c. */
#include "scenario/variation.h"

#include <string.h>

#include "base/memory.h"
#include "scenario/grow.h"
#include "scenario/yaml.h"
#include "summitry/variation.h"

static SmyCode no_memory(SmyError *err)
{
    return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
}

SmyCode smy_variation_new(SmyVariation **out, SmyError *err)
{
    SmyVariation *variation = smyi_memory_take(sizeof *variation);
    *out = NULL;
    if (!variation)
        return no_memory(err);
    *variation = (SmyVariation){0};
    variation->root = smyi_grow_root(&variation->arena, "the variation");
    if (variation->root) {
        *out = variation;
        return SMY_OK;
    }
    smy_variation_free(variation);
    return no_memory(err);
}

void smy_variation_free(SmyVariation *variation)
{
    if (!variation)
        return;
    smyi_arena_free(&variation->arena);
    smyi_memory_give(variation);
}

SmyCode smy_variation_from_json(const char *text, size_t length, SmyVariation **out,
                                SmyError *err)
{
    SmyResult *tree = NULL;
    SmyVariation *variation = NULL;
    *out = NULL;
    if (length > SMYI_MOST_BYTES)
        return smyi_fail(err, SMY_ERR_LIMIT,
                         "the variation has %zu bytes; it may have 8388608", length);
    SmyCode code = smy_result_read_json(text, length, &tree, err);
    if (code == SMY_ERR_TYPE)
        code = smyi_fail(err, code, "a variation is an object, this JSON is not");
    if (code == SMY_OK)
        code = smy_variation_new(&variation, err);
    if (code == SMY_OK &&
        !smyi_grow_members(&variation->arena, variation->root, smy_result_root(tree)))
        code = no_memory(err);
    smy_result_free(tree);
    if (code == SMY_OK)
        *out = variation;
    else
        smy_variation_free(variation);
    return code;
}

/* ---- Piece by piece ---- */

/* The entry of a map, made where there is none yet; NULL: no memory. */
static SmyiValue *section(SmyVariation *variation, SmyiValue *map, const char *key,
                          SmyiValueKind kind)
{
    for (SmyiValue *entry = map ? map->first : NULL; entry; entry = entry->next)
        if (strcmp(entry->key->text, key) == 0 && entry->kind == kind)
            return entry;
    return kind == SMYI_VALUE_MAP ? smyi_grow_map(&variation->arena, map, key)
                                  : smyi_grow_list(&variation->arena, map, key);
}

static SmyCode refuse_twice(const SmyiValue *map, const char *key, SmyError *err)
{
    return smyi_value_get(map, key)
               ? smyi_fail(err, SMY_ERR_DUPLICATE, "\"%s\" is varied twice", key)
               : SMY_OK;
}

static SmyCode made(const void *value, SmyError *err)
{
    return value ? SMY_OK : no_memory(err);
}

SmyCode smy_variation_as_of(SmyVariation *variation, const char *date, SmyError *err)
{
    SmyCode code = refuse_twice(variation->root, "as_of", err);
    if (code != SMY_OK)
        return code;
    return made(smyi_grow_text(&variation->arena, variation->root, "as_of", date), err);
}

static SmyCode list_actor(SmyVariation *variation, const char *list, const char *actor,
                          SmyError *err)
{
    SmyiValue *table = section(variation, variation->root, "table", SMYI_VALUE_MAP);
    SmyiValue *actors = section(variation, table, list, SMYI_VALUE_LIST);
    return made(smyi_grow_text(&variation->arena, actors, NULL, actor), err);
}

SmyCode smy_variation_seat(SmyVariation *variation, const char *actor, SmyError *err)
{
    return list_actor(variation, "seat", actor, err);
}

SmyCode smy_variation_leave_out(SmyVariation *variation, const char *actor, SmyError *err)
{
    return list_actor(variation, "leave_out", actor, err);
}

SmyCode smy_variation_observe(SmyVariation *variation, const char *actor,
                              const char *patron, double share, SmyError *err)
{
    SmyiArena *arena = &variation->arena;
    SmyiValue *table = section(variation, variation->root, "table", SMYI_VALUE_MAP);
    SmyiValue *all = section(variation, table, "observe", SMYI_VALUE_LIST);
    SmyiValue *one = smyi_grow_map(arena, all, NULL);
    bool done = smyi_grow_text(arena, one, "actor", actor) &&
                smyi_grow_text(arena, one, "patron", patron) &&
                smyi_grow_number(arena, one, "share", share);
    return made(done ? one : NULL, err);
}

SmyCode smy_variation_lever(SmyVariation *variation, const char *lever, bool pulled,
                            SmyError *err)
{
    SmyiValue *levers = section(variation, variation->root, "levers", SMYI_VALUE_MAP);
    SmyCode code = refuse_twice(levers, lever, err);
    if (code != SMY_OK)
        return code;
    return made(
        smyi_grow_text(&variation->arena, levers, lever, pulled ? "pulled" : "dropped"),
        err);
}

/* ---- "80", "70..95", "70..80..95" ---- */

enum { MOST_PARTS = 3, MOST_VALUE = 200 };

/* Cuts at ".."; the number of parts, 0 where there are too many. */
static size_t cut(char *text, const char **parts)
{
    size_t n = 0;
    for (char *at = text; at;) {
        char *dots = strstr(at, "..");
        if (n == MOST_PARTS)
            return 0;
        parts[n++] = at;
        if (dots)
            *dots = '\0';
        at = dots ? dots + 2 : NULL;
    }
    return n;
}

static SmyCode refuse_value(const char *path, const char *value, SmyError *err)
{
    return smyi_fail_at(err, SMY_ERR_SYNTAX, (SmyiPlace){0},
                        "write 80, or 70..95, or 70..80..95 (low, mode, high)",
                        "%s cannot be set to \"%s\"", path, value);
}

static bool add_number(SmyiArena *arena, SmyiValue *map, const char *key, double number)
{
    return smyi_grow_number(arena, map, key, number) != NULL;
}

static bool add_estimate(SmyiArena *arena, SmyiValue *changes, const char *path,
                         const double *numbers, size_t n)
{
    if (n == 1)
        return add_number(arena, changes, path, numbers[0]);
    SmyiValue *map = smyi_grow_map(arena, changes, path);
    bool done = add_number(arena, map, "low", numbers[0]);
    if (n == 3)
        done = done && add_number(arena, map, "mode", numbers[1]);
    done = done && add_number(arena, map, "high", numbers[n - 1]);
    return done && (n == 3 || smyi_grow_text(arena, map, "shape", "uniform"));
}

SmyCode smy_variation_set(SmyVariation *variation, const char *path, const char *value,
                          SmyError *err)
{
    char text[MOST_VALUE];
    const char *parts[MOST_PARTS];
    double numbers[MOST_PARTS];
    SmyiValue *changes = section(variation, variation->root, "changes", SMYI_VALUE_MAP);
    SmyCode code = changes ? refuse_twice(changes, path, err) : no_memory(err);
    if (code != SMY_OK)
        return code;
    size_t length = strlen(value);
    if (length >= sizeof text)
        return refuse_value(path, "...", err);
    memcpy(text, value, length + 1);
    size_t n = cut(text, parts);
    for (size_t p = 0; p < n; p++) {
        SmyiValue scalar = {.text = parts[p]};
        smyi_value_type(&scalar);
        if (scalar.kind != SMYI_VALUE_NUMBER || !(scalar.number - scalar.number <= 0))
            n = 0;
        else
            numbers[p] = scalar.number;
    }
    if (n == 0)
        return refuse_value(path, value, err);
    return add_estimate(&variation->arena, changes, path, numbers, n) ? SMY_OK
                                                                      : no_memory(err);
}
