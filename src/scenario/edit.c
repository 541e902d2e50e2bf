/* SPDX-License-Identifier: Apache-2.0 */
/* Changing one value of a scenario file: all other bytes, comments among them, stay. */
#include "summitry/edit.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "scenario/yaml.h"
#include "summitry/scenario.h"

struct SmyEdited {
    SmyiArena arena;
    char *text;
    size_t length;
};

/* ---- Finding the value ---- */

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

static SmyiValue *find(SmyiValue *value, const char *path)
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

/* ---- The same, but for one value ---- */

static bool is_same_scalar(const SmyiValue *a, const SmyiValue *b)
{
    return a->kind == b->kind && strcmp(a->text, b->text) == 0;
}

/* Two trees are equal; where the first has `hole`, the second has a value equal to `filling`. */
static bool is_same(const SmyiValue *a, const SmyiValue *b, const SmyiValue *hole,
                    const SmyiValue *filling)
{
    if (a == hole)
        return is_same(filling, b, NULL, NULL);
    if (a->kind != b->kind || a->size != b->size)
        return false;
    if (a->kind != SMYI_VALUE_LIST && a->kind != SMYI_VALUE_MAP)
        return is_same_scalar(a, b);
    const SmyiValue *other = b->first;
    for (const SmyiValue *one = a->first; one; one = one->next, other = other->next)
        if ((one->key && strcmp(one->key->text, other->key->text) != 0) ||
            !is_same(one, other, hole, filling))
            return false;
    return true;
}

/* ---- The edit ---- */

typedef struct Edit {
    SmyiArena *arena;
    SmyiComplaints complaints;
    const char *name;
    SmyError *err;
} Edit;

/* Reads a text; NULL with an error where it is no YAML. */
static SmyiValue *read(Edit *edit, const char *text, size_t length, SmyCode *code)
{
    SmyiValue *root =
        smyi_yaml_read(text, length, edit->name, edit->arena, &edit->complaints);
    *code = SMY_OK;
    if (edit->complaints.no_memory)
        *code = smyi_fail(edit->err, SMY_ERR_NOMEM, "out of memory");
    else if (!root || edit->complaints.n_errors) {
        smyi_complaints_sort(&edit->complaints);
        *code = smyi_complaints_tell(&edit->complaints, NULL, NULL, edit->err);
    }
    return *code == SMY_OK ? root : NULL;
}

static SmyCode refuse_value(Edit *edit, const char *value)
{
    return smyi_fail_at(edit->err, SMY_ERR_SYNTAX, (SmyiPlace){.file = edit->name},
                        "write a number, a text in quotes, [a list] or {a: map}",
                        "\"%.100s\" is not one value on one line", value);
}

/* The value as a tree of its own; NULL where it is not one value that fills its text. */
static SmyiValue *read_value(Edit *edit, const char *value, SmyCode *code)
{
    size_t length = strlen(value);
    SmyError error;
    Edit own = {.arena = edit->arena, .name = edit->name, .err = &error};
    own.complaints.arena = edit->arena;
    SmyiValue *root = strpbrk(value, "\r\n") ? NULL : read(&own, value, length, code);
    if (root && root->has_span && root->from == 0 && root->to == length)
        return root;
    *code = own.complaints.no_memory ? smyi_fail(edit->err, SMY_ERR_NOMEM, "out of memory")
                                     : refuse_value(edit, value);
    return NULL;
}

static SmyCode splice(const char *text, size_t length, const SmyiValue *at,
                      const char *value, SmyEdited *out)
{
    size_t n_value = strlen(value), behind = length - at->to;
    out->length = at->from + n_value + behind;
    out->text = smyi_arena_take(&out->arena, out->length + 1, 1);
    if (!out->text)
        return SMY_ERR_NOMEM;
    memcpy(out->text, text, at->from);
    memcpy(out->text + at->from, value, n_value);
    memcpy(out->text + at->from + n_value, text + at->to, behind);
    return SMY_OK;
}

/* A good scenario must come of it, and nothing but the one value may have changed. */
static SmyCode check(Edit *edit, const SmyiValue *root, const SmyiValue *at,
                     const SmyiValue *filling, const char *value, const SmyEdited *out)
{
    SmyCode code;
    const SmyiValue *after = read(edit, out->text, out->length, &code);
    if (code == SMY_OK && !is_same(root, after, at, filling))
        code = refuse_value(edit, value);
    SmyScenario *scenario = NULL;
    if (code == SMY_OK)
        code = smy_scenario_parse(out->text, out->length, edit->name, NULL, &scenario,
                                  edit->err);
    smy_scenario_free(scenario);
    return code;
}

static SmyCode run(Edit *edit, const char *text, size_t length, const char *path,
                   const char *value, SmyEdited *out)
{
    SmyCode code;
    SmyiValue *root = read(edit, text, length, &code);
    if (!root)
        return code;
    const SmyiValue *at = find(root, path);
    if (!at || at == root)
        return smyi_fail_at(edit->err, SMY_ERR_UNKNOWN, (SmyiPlace){.file = edit->name},
                            "write a path such as stances.us.territory.position",
                            "there is nothing at \"%.200s\"", path);
    if (!at->has_span)
        return smyi_fail_at(edit->err, SMY_ERR_TYPE, at->place,
                            "change the entries within it, or edit the file by hand",
                            "%.200s is written over several lines", path);
    SmyiValue *filling = read_value(edit, value, &code);
    if (!filling)
        return code;
    if (splice(text, length, at, value, out) != SMY_OK)
        return smyi_fail(edit->err, SMY_ERR_NOMEM, "out of memory");
    return check(edit, root, at, filling, value, out);
}

SmyCode smy_scenario_edit(const char *text, size_t length, const char *name,
                          const char *path, const char *value, SmyEdited **out,
                          SmyError *err)
{
    SmyEdited *edited = smyi_memory_take(sizeof *edited);
    *out = NULL;
    if (!edited)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    *edited = (SmyEdited){0};
    SmyiArena scratch = {0};
    Edit edit = {.arena = &scratch, .name = name, .err = err};
    edit.complaints.arena = &scratch;
    SmyCode code = run(&edit, text, length, path, value, edited);
    smyi_arena_free(&scratch);
    if (code == SMY_OK)
        *out = edited;
    else
        smy_edited_free(edited);
    return code;
}

const char *smy_edited_text(const SmyEdited *edited)
{
    return edited->text;
}

size_t smy_edited_length(const SmyEdited *edited)
{
    return edited->length;
}

void smy_edited_free(SmyEdited *edited)
{
    if (!edited)
        return;
    smyi_arena_free(&edited->arena);
    smyi_memory_give(edited);
}
