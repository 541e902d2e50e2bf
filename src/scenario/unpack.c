/* SPDX-License-Identifier: Apache-2.0 */
/* Unpacking: a scenario from packed JSON, without YAML. */
#include <math.h>
#include <string.h>

#include "scenario/grow.h"
#include "scenario/reader.h"
#include "summitry/packed.h"

typedef struct Unpacker {
    SmyiReader *reader;
    const SmyNode *places, *written;
    size_t place, n_values, n_written; /* what is next of each */
} Unpacker;

static int number_at(const SmyNode *list, size_t index)
{
    double number = smy_node_number(smy_node_at(list, index));
    return number >= 0 && number < 1e9 ? (int)number : 0;
}

static SmyiPlace next_place(Unpacker *unpacker)
{
    SmyiPlace place = {.file = unpacker->reader->scenario->file,
                       .line = number_at(unpacker->places, unpacker->place),
                       .column = number_at(unpacker->places, unpacker->place + 1)};
    unpacker->place += 2;
    return place;
}

/* As a person wrote it, where that is not as JSON has it. */
static void put_written(Unpacker *unpacker, SmyiValue *value)
{
    const SmyNode *pair = smy_node_at(unpacker->written, unpacker->n_written);
    const char *text = smy_node_text(smy_node_at(pair, 1));
    if (!text || number_at(pair, 0) != (int)unpacker->n_values)
        return;
    unpacker->n_written++;
    value->text = smyi_taken(unpacker->reader,
                             smyi_arena_copy(unpacker->reader->arena, text, strlen(text)));
}

static SmyiValue *make(Unpacker *unpacker, SmyiValue *parent, const char *key,
                       const SmyNode *node)
{
    SmyiArena *arena = unpacker->reader->arena;
    switch (smy_node_kind(node)) {
    case SMY_NODE_OBJECT:
        return smyi_grow_map(arena, parent, key);
    case SMY_NODE_LIST:
        return smyi_grow_list(arena, parent, key);
    case SMY_NODE_NUMBER:
        return smyi_grow_number(arena, parent, key, smy_node_number(node));
    case SMY_NODE_TEXT:
        return smyi_grow_text(arena, parent, key, smy_node_text(node));
    case SMY_NODE_BOOL:
        return smyi_grow_bool(arena, parent, key, smy_node_bool(node));
    case SMY_NODE_NULL:
        break;
    }
    return smyi_grow_null(arena, parent, key);
}

/* Depth is bounded by the reader of JSON. */
static SmyiValue *unpack(Unpacker *unpacker, SmyiValue *parent, const char *key,
                         const SmyNode *node)
{
    SmyiPlace key_place = key ? next_place(unpacker) : (SmyiPlace){0};
    SmyiValue *value = make(unpacker, parent, key, node);
    if (!smyi_taken(unpacker->reader, value))
        return NULL;
    if (key)
        smyi_grow_place(value, key_place);
    value->place = next_place(unpacker);
    put_written(unpacker, value);
    unpacker->n_values++;
    for (size_t i = 0; i < smy_node_size(node); i++)
        if (!unpack(unpacker, value, smy_node_key(node, i), smy_node_at(node, i)))
            return NULL;
    return value;
}

static SmyiValue *root_of(SmyiReader *reader, const void *cookie)
{
    const SmyNode *packed = cookie;
    const char *sha256 = smy_node_text(smy_node_get(packed, "sha256"));
    Unpacker unpacker = {.reader = reader,
                         .places = smy_node_get(packed, "places"),
                         .written = smy_node_get(packed, "written")};
    reader->scenario->sha256 =
        smyi_taken(reader, smyi_arena_copy(reader->arena, sha256, strlen(sha256)));
    SmyiValue *outside = smyi_taken(reader, smyi_grow_root(reader->arena, "the page"));
    SmyiValue *around = outside ? smyi_grow_list(reader->arena, outside, NULL) : NULL;
    SmyiValue *root = smyi_taken(reader, around) ? unpack(&unpacker, around, NULL,
                                                          smy_node_get(packed, "scenario"))
                                                 : NULL;
    if (root)
        root->parent = NULL;
    return root;
}

SmyCode smy_scenario_unpack(const SmyNode *packed, const SmyReadOptions *options,
                            SmyScenario **out, SmyError *err)
{
    const char *file = smy_node_text(smy_node_get(packed, "file"));
    const char *sha256 = smy_node_text(smy_node_get(packed, "sha256"));
    SmyReadOptions own;
    *out = NULL;
    if (smy_node_number(smy_node_get(packed, "packed")) != 1 || !file || !sha256 ||
        strlen(sha256) != 64)
        return smyi_fail(err, SMY_ERR_SYNTAX, "this is no packed scenario of format 1");
    if (options)
        own = *options;
    else
        smy_read_options_init(&own);
    own.n_document_folders = 0;
    return smyi_scenario_make(file, root_of, packed, &own, out, err);
}
