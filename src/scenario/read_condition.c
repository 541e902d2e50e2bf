/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions of claims and constraints: all, any, not, comparisons, facts. */
#include <math.h>
#include <string.h>

#include "scenario/nearest.h"
#include "scenario/quantity.h"

typedef void ReadFn(SmyiReader *reader, const SmyiValue *value, SmyiCondition *condition);

static const char *const ops[] = {"above",  "below",   "at_least", "at_most",
                                  "equals", "between", NULL}; /* in the order of SmyiOp */

/* ---- all, any, not ---- */

typedef struct Parts {
    SmyiCondition *all;
    size_t n;
} Parts;

static void read_part(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Parts *parts = into;
    smyi_read_condition(reader, value, &parts->all[parts->n++]);
}

static void read_parts(SmyiReader *reader, const SmyiValue *value, SmyiCondition *condition)
{
    Parts parts = {.all = SMYI_TAKE(reader, value->size, SmyiCondition)};
    if (!parts.all || !smyi_read_list(reader, value, read_part, &parts))
        return;
    if (parts.n == 0)
        smyi_refuse(reader, SMY_ERR_MISSING, value, "name at least one condition",
                    "%s is an empty list", smyi_path(reader, value));
    condition->parts = parts.all;
    condition->n_parts = parts.n;
}

static void read_all(SmyiReader *reader, const SmyiValue *value, SmyiCondition *condition)
{
    condition->kind = SMYI_C_ALL;
    read_parts(reader, value, condition);
}

static void read_any(SmyiReader *reader, const SmyiValue *value, SmyiCondition *condition)
{
    condition->kind = SMYI_C_ANY;
    read_parts(reader, value, condition);
}

static void read_not(SmyiReader *reader, const SmyiValue *value, SmyiCondition *condition)
{
    condition->kind = SMYI_C_NOT;
    SmyiCondition *part = SMYI_TAKE(reader, 1, SmyiCondition);
    if (!part)
        return;
    smyi_read_condition(reader, value, part);
    condition->parts = part;
    condition->n_parts = 1;
}

/* ---- Facts ---- */

static void read_settled(SmyiReader *reader, const SmyiValue *value,
                         SmyiCondition *condition)
{
    condition->kind = SMYI_C_SETTLED;
    condition->issue = smyi_refer_issue(reader, value);
}

static void read_agreement(SmyiReader *reader, const SmyiValue *value,
                           SmyiCondition *condition)
{
    condition->kind = SMYI_C_AGREEMENT;
    (void)smyi_read_bool(reader, value, &condition->wanted);
}

static void read_seated(SmyiReader *reader, const SmyiValue *value,
                        SmyiCondition *condition)
{
    condition->kind = SMYI_C_SEATED;
    condition->actors = SMYI_TAKE(reader, 1, int);
    if (!condition->actors)
        return;
    condition->actors[0] = smyi_refer_actor(reader, value);
    condition->n_actors = 1;
}

static void read_win_win(SmyiReader *reader, const SmyiValue *value,
                         SmyiCondition *condition)
{
    condition->kind = SMYI_C_WIN_WIN;
    condition->n_actors = smyi_refer_actors(reader, value, &condition->actors);
    if (value->kind == SMYI_VALUE_LIST && value->size == 0)
        smyi_refuse(reader, SMY_ERR_MISSING, value, "name at least one actor",
                    "%s is an empty list", smyi_path(reader, value));
}

static const struct {
    const char *key;
    ReadFn *read;
} forms[] = {
    {"all", read_all},
    {"any", read_any},
    {"not", read_not},
    {"settled", read_settled},
    {"agreement", read_agreement},
    {"seated", read_seated},
    {"win_win", read_win_win},
};
enum { N_FORMS = sizeof forms / sizeof *forms };

/* ---- Comparisons ---- */

static void read_between(SmyiReader *reader, const SmyiValue *value,
                         SmyiCondition *condition)
{
    const double infinity = (double)INFINITY;
    if (value->kind != SMYI_VALUE_LIST || value->size != 2) {
        if (value->kind != SMYI_VALUE_BAD)
            smyi_refuse(reader, SMY_ERR_TYPE, value, "write it as [40, 60]",
                        "%s takes two numbers, lowest and highest",
                        smyi_path(reader, value));
        return;
    }
    if (smyi_read_number(reader, value->first, -infinity, infinity, &condition->low) &&
        smyi_read_number(reader, value->last, -infinity, infinity, &condition->high) &&
        condition->low > condition->high)
        smyi_refuse(reader, SMY_ERR_RANGE, value, "the lowest comes first",
                    "%s runs from %s down to %s", smyi_path(reader, value),
                    value->first->text, value->last->text);
}

static int op_of(const char *key)
{
    for (int i = 0; ops[i]; i++)
        if (strcmp(ops[i], key) == 0)
            return i;
    return SMYI_NONE;
}

/* The right side: a number, or a map that is a quantity and nothing else. */
static void read_right(SmyiReader *reader, const SmyiValue *value, SmyiQuantity *right)
{
    *right = (SmyiQuantity){.kind = SMYI_Q_NUMBER, .issue = SMYI_NONE};
    if (value->kind == SMYI_VALUE_MAP) {
        for (const SmyiValue *entry = value->first; entry; entry = entry->next)
            if (op_of(entry->key->text) != SMYI_NONE)
                smyi_refuse_key(
                    reader, SMY_ERR_CONFLICT, entry, "join two comparisons by {all: [..]}",
                    "\"%s\" stands inside another comparison", entry->key->text);
        (void)smyi_read_quantity(reader, value, right);
    } else
        (void)smyi_read_number(reader, value, -(double)INFINITY, (double)INFINITY,
                               &right->number);
}

static void read_comparison(SmyiReader *reader, const SmyiValue *map,
                            SmyiCondition *condition)
{
    const SmyiValue *found = NULL;
    condition->kind = SMYI_C_COMPARE;
    bool named = smyi_read_quantity(reader, map, &condition->left);
    for (const SmyiValue *entry = map->first; entry; entry = entry->next) {
        int op = op_of(entry->key->text);
        if (op == SMYI_NONE)
            continue;
        if (found) {
            smyi_refuse_key(reader, SMY_ERR_CONFLICT, entry,
                            "write {all: [..]}, or \"between: [lo, hi]\"",
                            "one comparison has both \"%s\" and \"%s\"", found->key->text,
                            entry->key->text);
            return;
        }
        found = entry;
        condition->op = (SmyiOp)op;
        if (condition->op == SMYI_OP_BETWEEN)
            read_between(reader, entry, condition);
        else
            read_right(reader, entry, &condition->right);
    }
    if (!found && named)
        smyi_refuse(reader, SMY_ERR_MISSING, map,
                    "add one of above, below, at_least, at_most, equals, between",
                    "%s names a quantity and compares it with nothing",
                    smyi_path(reader, map));
}

/* ---- Which of them it is ---- */

static int form_of(const char *key)
{
    for (int i = 0; i < N_FORMS; i++)
        if (strcmp(forms[i].key, key) == 0)
            return i;
    return SMYI_NONE;
}

bool smyi_is_operator(const char *key)
{
    return op_of(key) != SMYI_NONE;
}

bool smyi_is_fact(const char *key)
{
    return form_of(key) != SMYI_NONE;
}

void smyi_try_condition_words(SmyiNearest *nearest)
{
    for (int i = 0; i < N_FORMS; i++)
        smyi_nearest_try(nearest, forms[i].key);
    for (int i = 0; ops[i]; i++)
        smyi_nearest_try(nearest, ops[i]);
}

/* The first entry that is the user's own no more; NULL where there is none. */
static const SmyiValue *first_entry(const SmyiValue *map)
{
    const SmyiValue *entry = map->first;
    while (entry && smyi_key_is_free(entry->key->text))
        entry = entry->next;
    return entry;
}

void smyi_read_condition(SmyiReader *reader, const SmyiValue *value,
                         SmyiCondition *condition)
{
    static const char how[] =
        "write {gain: us, above: 0}, {settled: territory}, {all: [..]} ...";
    *condition = (SmyiCondition){.kind = SMYI_C_AGREEMENT,
                                 .issue = SMYI_NONE,
                                 .left.issue = SMYI_NONE,
                                 .right.issue = SMYI_NONE,
                                 .place = value->place};
    if (value->kind == SMYI_VALUE_BAD)
        return;
    const SmyiValue *first = value->kind == SMYI_VALUE_MAP ? first_entry(value) : NULL;
    if (!first && smyi_is_blank(value)) {
        smyi_refuse(reader, SMY_ERR_MISSING, value, "a person has to fill it in",
                    "%s is still blank; it takes a condition", smyi_path(reader, value));
        return;
    }
    if (!first) {
        smyi_refuse(reader, SMY_ERR_TYPE, value, how, "%s is %s; it takes a condition",
                    smyi_path(reader, value), smyi_shown(reader, value));
        return;
    }
    for (const SmyiValue *entry = first; entry; entry = entry->next) {
        int form = form_of(entry->key->text);
        if (form == SMYI_NONE)
            continue;
        for (const SmyiValue *other = first; other; other = other->next)
            if (other != entry && !smyi_key_is_free(other->key->text)) {
                smyi_refuse_key(reader, SMY_ERR_CONFLICT, other,
                                "join two conditions by {all: [..]}",
                                "\"%.64s\" cannot stand beside \"%s\"", other->key->text,
                                entry->key->text);
                return;
            }
        if (entry->kind == SMYI_VALUE_NULL)
            smyi_refuse(reader, SMY_ERR_MISSING, entry, "give it a value", "%s is empty",
                        smyi_path(reader, entry));
        else if (entry->kind != SMYI_VALUE_BAD)
            forms[form].read(reader, entry, condition);
        return;
    }
    read_comparison(reader, value, condition);
}
