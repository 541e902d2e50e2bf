/* SPDX-License-Identifier: Apache-2.0 */
/* Changing one value of a scenario file: all other bytes, comments among them, stay. */
#include "summitry/edit.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "scenario/edit_entry.h"
#include "scenario/edit_find.h"
#include "scenario/yaml.h"
#include "summitry/scenario.h"

struct SmyEdited {
    SmyiArena arena;
    char *text;
    size_t length;
};

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
    bool adds; /* entries that are missing */
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

/* Bytes from..to of a text are to be replaced. */
typedef struct Patch {
    const SmyiValue *hole; /* the value that is another afterwards */
    const char *path;      /* of the hole */
    size_t from, to;
    const char *bytes;
} Patch;

static SmyCode splice(SmyiArena *arena, const char *text, size_t length, const Patch *patch,
                      SmyEdited *out)
{
    size_t n = strlen(patch->bytes), behind = length - patch->to;
    out->length = patch->from + n + behind;
    out->text = smyi_arena_take(arena, out->length + 1, 1);
    if (!out->text)
        return SMY_ERR_NOMEM;
    memcpy(out->text, text, patch->from);
    memcpy(out->text + patch->from, patch->bytes, n);
    memcpy(out->text + patch->from + n, text + patch->to, behind);
    return SMY_OK;
}

/* Every entry of the map, but for those of an estimate's numbers if these change, is in `other`. */
static bool holds_all(const SmyiValue *map, const SmyiValue *other, bool but_numbers,
                      size_t *n)
{
    for (const SmyiValue *one = map->first; one; one = one->next) {
        if (but_numbers && smyi_edit_is_number(one))
            continue;
        const SmyiValue *same = smyi_value_get(other, one->key->text);
        if (!same || !is_same(one, same, NULL, NULL))
            return false;
        ++*n;
    }
    return true;
}

/* ---- One edit ---- */

typedef struct Making {
    Edit *edit;
    const SmyEdit *asked;
    const char *text;
    size_t length;
    SmyiValue *root, *filling;
    const char *key; /* of an entry that is added; NULL: none is */
    bool numbers;    /* of an estimate alone */
} Making;

/* Is the value behind, where the hole was, what was asked for? */
static bool fits(const Making *m, const SmyiValue *hole, const SmyiValue *now)
{
    size_t n = 0;
    if (!m->key && !m->numbers)
        return is_same(m->filling, now, NULL, NULL);
    if (!now || now->kind != SMYI_VALUE_MAP || !holds_all(hole, now, m->numbers, &n))
        return false;
    if (m->key) {
        const SmyiValue *added = smyi_value_get(now, m->key);
        return added && is_same(m->filling, added, NULL, NULL) && now->size == n + 1;
    }
    if (m->filling->kind == SMYI_VALUE_MAP)
        return holds_all(m->filling, now, false, &n) && now->size == n;
    const SmyiValue *value = smyi_value_get(now, "value");
    return value && is_same(m->filling, value, NULL, NULL) && now->size == n + 1;
}

static SmyCode refuse_block(const Making *m, const SmyiValue *at)
{
    return smyi_fail_at(m->edit->err, SMY_ERR_TYPE, at->place,
                        "change the entries within it, or edit the file by hand",
                        "%.200s is written over several lines", m->asked->path);
}

static SmyCode patch_of(Making *m, Patch *patch)
{
    SmyiArena *arena = m->edit->arena;
    const char *path = m->asked->path;
    SmyiValue *at = smyi_edit_find(m->root, path);
    if (at == m->root)
        at = NULL;
    else if (!at && m->edit->adds)
        at = smyi_edit_parent(arena, m->root, path, &m->key);
    if (!at)
        return smyi_fail_at(m->edit->err, SMY_ERR_UNKNOWN,
                            (SmyiPlace){.file = m->edit->name},
                            "write a path such as stances.us.territory.position",
                            "there is nothing at \"%.200s\"", path);
    *patch = (Patch){.hole = at, .path = path};
    if (!m->key && !at->has_span)
        return refuse_block(m, at);
    if (!m->filling)
        return SMY_OK; /* its own refusal */
    if (m->key) {
        size_t above = strlen(path) - strlen(m->key) - 1;
        patch->path = smyi_arena_copy(arena, path, above);
        patch->bytes =
            smyi_edit_entry(arena, m->text, at, m->key, m->asked->value, &patch->from);
        patch->to = patch->from;
    } else {
        m->numbers = m->asked->kind == SMY_EDIT_ESTIMATE && at->kind == SMYI_VALUE_MAP;
        patch->from = at->from;
        patch->to = at->to;
        patch->bytes =
            m->numbers ? smyi_edit_numbers(arena, m->text, at, m->filling, m->asked->value)
                       : m->asked->value;
    }
    if (!patch->bytes || !patch->path)
        return SMY_ERR_NOMEM;
    return *patch->bytes ? SMY_OK : refuse_block(m, at);
}

/* Makes the edit; what comes of it differs in nothing but the one value. */
static SmyCode make(Edit *edit, const SmyEdit *asked, SmyEdited *text, SmyiArena *arena)
{
    SmyCode code;
    Patch patch;
    Making m = {.edit = edit, .asked = asked, .text = text->text, .length = text->length};
    m.root = read(edit, text->text, text->length, &code);
    if (!m.root)
        return code;
    m.filling = read_value(edit, asked->value, &code);
    SmyCode found = patch_of(&m, &patch); /* a path that leads nowhere is told first */
    if (found != SMY_OK || !m.filling)
        return found == SMY_ERR_NOMEM ? smyi_fail(edit->err, found, "out of memory")
               : found != SMY_OK      ? found
                                      : code;
    SmyEdited made = {0};
    if (splice(arena, text->text, text->length, &patch, &made) != SMY_OK)
        return smyi_fail(edit->err, SMY_ERR_NOMEM, "out of memory");
    SmyiValue *after = read(edit, made.text, made.length, &code);
    if (code != SMY_OK)
        return code;
    const SmyiValue *now = smyi_edit_find(after, patch.path);
    if (!now || !is_same(m.root, after, patch.hole, now) || !fits(&m, patch.hole, now))
        return refuse_value(edit, asked->value);
    text->text = made.text;
    text->length = made.length;
    return SMY_OK;
}

/* ---- All of them ---- */

static SmyCode run(Edit *edit, const SmyEdit *edits, size_t n, SmyEdited *out)
{
    SmyCode code = SMY_OK;
    SmyScenario *scenario = NULL;
    for (size_t e = 0; e < n && code == SMY_OK; e++)
        code = make(edit, &edits[e], out, &out->arena);
    if (code == SMY_OK)
        code = smy_scenario_parse(out->text, out->length, edit->name, NULL, &scenario,
                                  edit->err);
    smy_scenario_free(scenario);
    return code;
}

static SmyCode edit_all(const char *text, size_t length, const char *name,
                        const SmyEdit *edits, size_t n, bool adds, SmyEdited **out,
                        SmyError *err)
{
    SmyEdited *edited = smyi_memory_take(sizeof *edited);
    *out = NULL;
    if (!edited)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    *edited = (SmyEdited){.length = length};
    edited->text = smyi_arena_copy(&edited->arena, text, length);
    SmyiArena scratch = {0};
    Edit edit = {.arena = &scratch, .name = name, .adds = adds, .err = err};
    edit.complaints.arena = &scratch;
    SmyCode code = edited->text ? run(&edit, edits, n, edited)
                                : smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    smyi_arena_free(&scratch);
    if (code == SMY_OK)
        *out = edited;
    else
        smy_edited_free(edited);
    return code;
}

SmyCode smy_scenario_edit(const char *text, size_t length, const char *name,
                          const char *path, const char *value, SmyEdited **out,
                          SmyError *err)
{
    SmyEdit one = {SMY_EDIT_VALUE, path, value};
    return edit_all(text, length, name, &one, 1, false, out, err);
}

SmyCode smy_scenario_edit_all(const char *text, size_t length, const char *name,
                              const SmyEdit *edits, size_t n, SmyEdited **out,
                              SmyError *err)
{
    return edit_all(text, length, name, edits, n, true, out, err);
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
