/* SPDX-License-Identifier: Apache-2.0 */
/* Dictionaries of actors: YAML, read with the scenario's reader of YAML (docs/read.md). */
#include <string.h>

#include "base/error.h"
#include "reading/cast.h"
#include "scenario/complaints.h"
#include "scenario/yaml.h"

typedef struct Dictionary {
    SmyiCast *cast;
    SmyiComplaints complaints;
    const char *rule;
} Dictionary;

static const char *const kinds[] = {"person", "state", "bloc",  "organisation",
                                    "public", "group", "court", "other"};
static const char *const keys[] = {"kind", "name",    "also", "adj",       "short",
                                   "seat", "capital", "of",   "territory", "she"};

static void refuse(Dictionary *d, const SmyiValue *at, const char *hint,
                   const char *message)
{
    smyi_complaints_add(&d->complaints, SMY_SEVERITY_ERROR, SMY_ERR_TYPE, at->place, hint,
                        "%s", message);
}

/* A text, or NULL with a complaint. A number is a text here: "150" is a territory. */
static const char *text_of(Dictionary *d, const SmyiValue *value)
{
    if (value->text && value->kind != SMYI_VALUE_NULL && *value->text)
        return value->text;
    if (value->kind != SMYI_VALUE_BAD)
        refuse(d, value, "write a name", "a text is expected here");
    return NULL;
}

static void add_names(Dictionary *d, const SmyiValue *value, SmyiKind kind, int actor)
{
    SmyiLexicon *lexicon = &d->cast->lexicon;
    if (!value)
        return;
    if (value->kind != SMYI_VALUE_LIST) {
        refuse(d, value, "write [name, name]", "a list of names is expected here");
        return;
    }
    for (const SmyiValue *one = value->first; one; one = one->next) {
        const char *text = text_of(d, one);
        if (text)
            smyi_lexicon_add(lexicon, text, kind, actor, d->rule);
    }
}

static void set_name(SmyiActor *actor, const char *language, const char *name)
{
    const char **where = strcmp(language, "zh-Hant") == 0   ? &actor->hant
                         : strcmp(language, "zh-Hans") == 0 ? &actor->hans
                                                            : &actor->en;
    if (!*where)
        *where = name;
}

static void read_name(Dictionary *d, const SmyiValue *value, int index)
{
    SmyiActor *actor = &d->cast->all[index];
    if (!value)
        return;
    if (value->kind != SMYI_VALUE_MAP) {
        const char *text = text_of(d, value);
        if (text)
            set_name(actor, "en", text);
        if (text)
            smyi_lexicon_add(&d->cast->lexicon, text, SMYI_ACTOR, index, d->rule);
        return;
    }
    for (const SmyiValue *one = value->first; one; one = one->next) {
        const char *text = text_of(d, one);
        if (!text)
            continue;
        set_name(actor, one->key->text, text);
        smyi_lexicon_add(&d->cast->lexicon, text, SMYI_ACTOR, index, d->rule);
    }
}

static const char *read_word(Dictionary *d, const SmyiValue *map, const char *key)
{
    const SmyiValue *value = smyi_value_get(map, key);
    return value ? text_of(d, value) : NULL;
}

static void read_short(Dictionary *d, const SmyiValue *map, int index)
{
    SmyiCast *cast = d->cast;
    const char *text = read_word(d, map, "short");
    SmyiFolded folded;
    if (!text)
        return;
    if (!smyi_fold_text(cast->lexicon.hans, text, cast->arena, &folded))
        d->complaints.no_memory = true;
    else if (folded.n != 1)
        refuse(d, smyi_value_get(map, "short"), "such as 美", "one character is expected");
    else if (cast->n_shorts < SMYI_MOST_SHORTS &&
             smyi_cast_short(cast, folded.c[0]) == SMYI_NOBODY) {
        cast->shorts[cast->n_shorts].c = folded.c[0];
        cast->shorts[cast->n_shorts++].actor = index;
    }
}

static void check_keys(Dictionary *d, const SmyiValue *map)
{
    enum { N = sizeof keys / sizeof *keys };
    for (const SmyiValue *one = map->first; one; one = one->next) {
        size_t k = 0;
        while (k < N && strcmp(keys[k], one->key->text) != 0)
            k++;
        if (k == N)
            refuse(d, one->key,
                   "known: kind name also adj short seat capital of territory she",
                   "an unknown key");
    }
}

static void read_kind(Dictionary *d, const SmyiValue *map, SmyiActor *actor)
{
    const char *kind = read_word(d, map, "kind");
    for (size_t k = 0; kind && k < sizeof kinds / sizeof *kinds; k++)
        if (strcmp(kinds[k], kind) == 0) {
            actor->kind = kinds[k];
            return;
        }
    if (kind)
        refuse(d, smyi_value_get(map, "kind"),
               "person, state, bloc, organisation, public, group, court, other",
               "an unknown kind of actor");
    if (!actor->kind)
        actor->kind = actor->territory ? "state" : actor->of_id ? "person" : "other";
}

static void read_actor(Dictionary *d, const SmyiValue *map)
{
    if (map->kind != SMYI_VALUE_MAP) {
        refuse(d, map, "write {name: ..., also: [...]}", "an actor is a map");
        return;
    }
    int index = smyi_cast_find(d->cast, map->key->text);
    if (index == SMYI_NOBODY)
        index = smyi_cast_add(
            d->cast, (SmyiActor){.id = map->key->text, .of = SMYI_NOBODY, .rule = d->rule});
    if (index == SMYI_NOBODY) {
        d->complaints.no_memory = true;
        return;
    }
    SmyiActor *actor = &d->cast->all[index];
    const SmyiValue *she = smyi_value_get(map, "she");
    const char *of = read_word(d, map, "of"), *territory = read_word(d, map, "territory");
    check_keys(d, map);
    actor->of_id = actor->of_id ? actor->of_id : of;
    actor->territory = actor->territory ? actor->territory : territory;
    actor->she |= she && she->kind == SMYI_VALUE_BOOL && she->truth;
    read_kind(d, map, actor);
    read_name(d, smyi_value_get(map, "name"), index);
    add_names(d, smyi_value_get(map, "also"), SMYI_ACTOR, index);
    add_names(d, smyi_value_get(map, "adj"), SMYI_ADJ, index);
    add_names(d, smyi_value_get(map, "seat"), SMYI_ACTOR, index);
    add_names(d, smyi_value_get(map, "capital"), SMYI_CAPITAL, index);
    read_short(d, map, index);
}

SmyCode smyi_dictionary_read(SmyiCast *cast, const char *text, size_t length,
                             const char *file, const char *rule,
                             const SmyReadingOptions *options, SmyError *err)
{
    Dictionary d = {.cast = cast, .complaints = {.arena = cast->arena}, .rule = rule};
    SmyiValue *root = smyi_yaml_read(text, length, file, cast->arena, &d.complaints);
    const SmyiValue *actors = root ? smyi_value_get(root, "actors") : NULL;
    if (root && (!actors || actors->kind != SMYI_VALUE_MAP))
        refuse(&d, root, "begin with \"actors:\" and below it \"name: {...}\"",
               "a dictionary of actors is expected");
    else if (actors)
        for (const SmyiValue *one = actors->first; one; one = one->next)
            read_actor(&d, one);
    if (d.complaints.no_memory || cast->lexicon.no_memory)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    smyi_complaints_sort(&d.complaints);
    return smyi_complaints_tell(&d.complaints, options->complain, options->cookie, err);
}
