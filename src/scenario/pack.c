/* SPDX-License-Identifier: Apache-2.0 */
/* Packing: the values of a scenario file as JSON, with their places. */
#include <string.h>

#include "base/number.h"
#include "base/sha256.h"
#include "base/tree.h"
#include "scenario/complaints.h"
#include "scenario/yaml.h"
#include "summitry/packed.h"

typedef struct Packer {
    SmyResult *result;
    SmyNode *places, *written;
    size_t n_values;
} Packer;

static void add_place(Packer *packer, SmyiPlace place)
{
    smyi_add_number(packer->result, packer->places, NULL, place.line);
    smyi_add_number(packer->result, packer->places, NULL, place.column);
}

/* How JSON has the value; NULL where it has the text itself. */
static const char *plainly(const SmyiValue *value, char *number)
{
    switch (value->kind) {
    case SMYI_VALUE_NULL:
        return "null";
    case SMYI_VALUE_BOOL:
        return value->truth ? "true" : "false";
    case SMYI_VALUE_NUMBER:
        (void)smyi_number_write(value->number, number);
        return number;
    default:
        return NULL;
    }
}

static void keep_written(Packer *packer, const SmyiValue *value)
{
    char number[SMYI_NUMBER_SIZE];
    const char *plain = plainly(value, number);
    if (!plain || !value->text || strcmp(plain, value->text) == 0)
        return;
    SmyNode *pair = smyi_add_list(packer->result, packer->written, NULL);
    smyi_add_number(packer->result, pair, NULL, (double)packer->n_values);
    smyi_add_text(packer->result, pair, NULL, value->text);
}

/* Depth is bounded by the reader of YAML. */
static void pack(Packer *packer, SmyNode *parent, const char *key, const SmyiValue *value)
{
    SmyResult *r = packer->result;
    SmyNode *node = NULL;
    if (value->key)
        add_place(packer, value->key->place);
    add_place(packer, value->place);
    keep_written(packer, value);
    packer->n_values++;
    switch (value->kind) {
    case SMYI_VALUE_MAP:
        node = smyi_add_object(r, parent, key);
        break;
    case SMYI_VALUE_LIST:
        node = smyi_add_list(r, parent, key);
        break;
    case SMYI_VALUE_NUMBER:
        smyi_add_number(r, parent, key, value->number);
        break;
    case SMYI_VALUE_BOOL:
        smyi_add_bool(r, parent, key, value->truth);
        break;
    case SMYI_VALUE_TEXT:
        smyi_add_text(r, parent, key, value->text);
        break;
    default:
        smyi_add_null(r, parent, key);
    }
    for (const SmyiValue *child = value->first; child; child = child->next)
        pack(packer, node, child->key ? child->key->text : NULL, child);
}

static const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void pack_all(SmyResult *r, const SmyiValue *root, const char *text, size_t length,
                     const char *name)
{
    char hash[SMYI_SHA256_SIZE];
    smyi_sha256(text, length, hash);
    smyi_add_number(r, r->root, "packed", 1);
    smyi_add_text(r, r->root, "file", file_name(name));
    smyi_add_text(r, r->root, "sha256", hash);
    Packer packer = {.result = r,
                     .places = smyi_add_list(r, r->root, "places"),
                     .written = smyi_add_list(r, r->root, "written")};
    pack(&packer, r->root, "scenario", root);
}

SmyCode smy_scenario_pack(const char *text, size_t length, const char *name,
                          SmyResult **out, SmyError *err)
{
    SmyScenario *scenario = NULL;
    *out = NULL;
    SmyCode code = smy_scenario_parse(text, length, name, NULL, &scenario, err);
    smy_scenario_free(scenario);
    if (code != SMY_OK)
        return code;
    SmyiArena scratch = {0};
    SmyiComplaints *complaints = SMYI_NEW(&scratch, 1, SmyiComplaints);
    SmyResult *result = smyi_result_new();
    if (complaints)
        complaints->arena = &scratch;
    SmyiValue *root =
        complaints ? smyi_yaml_read(text, length, name, &scratch, complaints) : NULL;
    if (root && result)
        pack_all(result, root, text, length, name);
    if (root && result && !result->failed)
        *out = result;
    else
        smy_result_free(result);
    smyi_arena_free(&scratch);
    return *out ? SMY_OK : smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
}
