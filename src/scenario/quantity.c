/* SPDX-License-Identifier: Apache-2.0 */
/* Quantities that a condition compares: gain, outcome, distance, position ... */
#include "scenario/quantity.h"

#include <stdio.h>
#include <string.h>

typedef enum Takes { /* what stands behind the quantity's name */
                     ACTOR,
                     ACTORS,        /* [A, B, ..] */
                     ACTOR_ACTOR,   /* [A, B] */
                     ACTOR_ISSUE,   /* [A, I] */
                     TWO_AND_ISSUE, /* [A, B, I] */
                     ISSUE,
                     TRUE,
} Takes;

typedef struct Word {
    const char *key;
    SmyiQuantityKind kind;
    Takes takes;
} Word;

static const Word words[] = {
    {"gain", SMYI_Q_GAIN, ACTOR},
    {"gain_no_deal", SMYI_Q_GAIN_NO_DEAL, ACTOR},
    {"shortfall", SMYI_Q_SHORTFALL, ACTOR},
    {"least_gain", SMYI_Q_LEAST_GAIN, ACTORS},
    {"total_gain", SMYI_Q_TOTAL_GAIN, ACTORS},
    {"exclusion_cost", SMYI_Q_EXCLUSION_COST, ACTOR},
    {"seat_value", SMYI_Q_SEAT_VALUE, ACTOR_ACTOR},
    {"outcome", SMYI_Q_OUTCOME, ISSUE},
    {"distance", SMYI_Q_DISTANCE, ACTOR_ISSUE},
    {"apart", SMYI_Q_APART, TWO_AND_ISSUE},
    {"settled_share", SMYI_Q_SETTLED_SHARE, TRUE},
    {"position", SMYI_Q_POSITION, ACTOR_ISSUE},
    {"stated", SMYI_Q_STATED, ACTOR_ISSUE},
    {"salience", SMYI_Q_SALIENCE, ACTOR_ISSUE},
    {"capability", SMYI_Q_CAPABILITY, ACTOR},
    {"no_deal", SMYI_Q_NO_DEAL, ACTOR},
    {"no_deal_stated", SMYI_Q_NO_DEAL_STATED, ACTOR},
};
enum { N_WORDS = sizeof words / sizeof *words };

static const Word *word_of(const char *key)
{
    for (size_t i = 0; i < N_WORDS; i++)
        if (strcmp(words[i].key, key) == 0)
            return &words[i];
    return NULL;
}

/* ---- What stands behind the name ---- */

static void take_actors(SmyiReader *reader, SmyiQuantity *quantity, size_t n)
{
    quantity->actors = SMYI_TAKE(reader, n, int);
    quantity->n_actors = quantity->actors ? n : 0;
    for (size_t i = 0; i < quantity->n_actors; i++)
        quantity->actors[i] = SMYI_NONE;
}

/* A list of `n_actors` actors and, where `issue`, an issue at its end. */
static void read_tuple(SmyiReader *reader, const SmyiValue *value, size_t n_actors,
                       bool issue, const char *how, SmyiQuantity *quantity)
{
    if (value->kind != SMYI_VALUE_LIST || value->size != n_actors + issue) {
        smyi_refuse(reader, SMY_ERR_TYPE, value, NULL, "%s is %s; it takes %s",
                    smyi_path(reader, value),
                    value->kind == SMYI_VALUE_LIST ? "a list of another length"
                                                   : smyi_shown(reader, value),
                    how);
        return;
    }
    take_actors(reader, quantity, n_actors);
    size_t i = 0;
    for (const SmyiValue *one = value->first; one; one = one->next, i++)
        if (i == n_actors)
            quantity->issue = smyi_refer_issue(reader, one);
        else if (i < quantity->n_actors)
            quantity->actors[i] = smyi_refer_actor(reader, one);
    if (n_actors == 2 && quantity->n_actors == 2 && quantity->kind == SMYI_Q_APART &&
        quantity->actors[0] == quantity->actors[1] && quantity->actors[0] != SMYI_NONE)
        smyi_refuse(reader, SMY_ERR_CONFLICT, value, "name two different actors",
                    "%s compares \"%s\" with itself", smyi_path(reader, value),
                    value->first->text);
}

static void read_argument(SmyiReader *reader, const SmyiValue *value, Takes takes,
                          SmyiQuantity *quantity)
{
    bool truth = true;
    switch (takes) {
    case ACTOR:
        take_actors(reader, quantity, 1);
        if (quantity->n_actors)
            quantity->actors[0] = smyi_refer_actor(reader, value);
        break;
    case ACTORS:
        quantity->n_actors = smyi_refer_actors(reader, value, &quantity->actors);
        if (value->kind == SMYI_VALUE_LIST && value->size == 0)
            smyi_refuse(reader, SMY_ERR_MISSING, value, "name at least one actor",
                        "%s is an empty list", smyi_path(reader, value));
        break;
    case ACTOR_ACTOR:
        read_tuple(reader, value, 2, false, "two actors: [seat of this one, for that one]",
                   quantity);
        break;
    case ACTOR_ISSUE:
        read_tuple(reader, value, 1, true, "[actor, issue]", quantity);
        break;
    case TWO_AND_ISSUE:
        read_tuple(reader, value, 2, true, "[actor, actor, issue]", quantity);
        break;
    case ISSUE:
        quantity->issue = smyi_refer_issue(reader, value);
        break;
    case TRUE:
        if (smyi_read_bool(reader, value, &truth) && !truth)
            smyi_refuse(reader, SMY_ERR_RANGE, value, "write \"true\"", "%s is false",
                        smyi_path(reader, value));
        break;
    }
}

static const char *const parts[] = {"outcome", "standing", "face", NULL};
static const SmyiQuantityKind kinds[] = {SMYI_Q_GAIN_OUTCOME, SMYI_Q_GAIN_STANDING,
                                         SMYI_Q_GAIN_FACE};

const char *smyi_quantity_part(SmyiQuantityKind kind)
{
    for (size_t i = 0; parts[i]; i++)
        if (kinds[i] == kind)
            return parts[i];
    return NULL;
}

const char *smyi_quantity_word(SmyiQuantityKind kind)
{
    if (smyi_quantity_part(kind))
        kind = SMYI_Q_GAIN;
    for (size_t i = 0; i < N_WORDS; i++)
        if (words[i].kind == kind)
            return words[i].key;
    return NULL;
}

/* gain: A, part: outcome | standing | face */
static void read_part(SmyiReader *reader, const SmyiValue *value, SmyiQuantity *quantity)
{
    if (quantity->kind != SMYI_Q_GAIN) {
        smyi_refuse_key(reader, SMY_ERR_CONFLICT, value, "only \"gain\" has parts",
                        "\"part\" stands without \"gain\"");
        return;
    }
    int part = smyi_read_word(reader, value, parts);
    if (part != SMYI_NONE)
        quantity->kind = kinds[part];
}

/* ---- The map ---- */

static void refuse_unknown(SmyiReader *reader, const SmyiValue *entry)
{
    SmyiNearest nearest = smyi_nearest(entry->key->text);
    for (size_t i = 0; i < N_WORDS; i++)
        smyi_nearest_try(&nearest, words[i].key);
    smyi_try_condition_words(&nearest);
    char hint[128];
    (void)snprintf(hint, sizeof hint, "did you mean \"%s\"?", nearest.best);
    smyi_refuse_key(reader, SMY_ERR_UNKNOWN, entry,
                    nearest.best ? hint : "docs/format.md lists quantities and comparisons",
                    "%s is no quantity, comparison or fact",
                    smyi_shown(reader, entry->key));
}

/* The entry that names the quantity; complaints about all that does not belong. */
static const SmyiValue *find_quantity(SmyiReader *reader, const SmyiValue *map,
                                      bool *unknown)
{
    const SmyiValue *found = NULL;
    for (const SmyiValue *entry = map->first; entry; entry = entry->next) {
        const char *key = entry->key->text;
        if (smyi_key_is_free(key) || strcmp(key, "part") == 0 || smyi_is_operator(key))
            continue;
        if (!word_of(key)) {
            refuse_unknown(reader, entry);
            *unknown = true;
        } else if (found) {
            smyi_refuse_key(reader, SMY_ERR_CONFLICT, entry,
                            "compare two quantities by {gain: a, above: {gain: b}}",
                            "\"%s\" cannot stand beside \"%s\"", key, found->key->text);
        } else {
            found = entry;
        }
    }
    return found;
}

bool smyi_read_quantity(SmyiReader *reader, const SmyiValue *map, SmyiQuantity *quantity)
{
    *quantity = (SmyiQuantity){.kind = SMYI_Q_NUMBER, .issue = SMYI_NONE};
    bool unknown = false;
    const SmyiValue *entry = find_quantity(reader, map, &unknown);
    if (!entry) {
        if (!unknown)
            smyi_refuse(reader, SMY_ERR_MISSING, map, "docs/format.md lists the quantities",
                        "%s names no quantity", smyi_path(reader, map));
        return false;
    }
    const Word *word = word_of(entry->key->text);
    quantity->kind = word->kind;
    if (entry->kind == SMYI_VALUE_NULL)
        smyi_refuse(reader, SMY_ERR_MISSING, entry, "give it a value", "%s is empty",
                    smyi_path(reader, entry));
    else if (entry->kind != SMYI_VALUE_BAD)
        read_argument(reader, entry, word->takes, quantity);
    const SmyiValue *part = smyi_value_get(map, "part");
    if (part && part->kind != SMYI_VALUE_BAD)
        read_part(reader, part, quantity);
    return !unknown;
}
