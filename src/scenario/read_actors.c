/* SPDX-License-Identifier: Apache-2.0 */
/* The section "actors": names first, since everything refers to them, then the rest. */
#include <math.h>
#include <string.h>

#include "scenario/reader.h"

static const char *const kinds[] = {
    "person", "state", "bloc", "organisation", "public", "group", "court", "other", NULL};

/* ---- Names ---- */

static void declare_actor(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    (void)into;
    SmyScenario *scenario = reader->scenario;
    const char *id = smyi_read_key_name(reader, entry);
    if (!id || scenario->n_actors == SMYI_MOST_ACTORS)
        return;
    int number = (int)scenario->n_actors;
    scenario->actors[number] = (SmyiActor){.id = id,
                                           .kind = "other",
                                           .speaks_for = SMYI_NONE,
                                           .principal = number,
                                           .quota = 1,
                                           .ratify_all = true,
                                           .capability = SMYI_NONE,
                                           .face = SMYI_NONE,
                                           .no_deal = SMYI_NONE,
                                           .no_deal_stated = SMYI_NONE,
                                           .seated = SMYI_NONE,
                                           .left_out = SMYI_NONE,
                                           .place = entry->key->place};
    if (!smyi_index_add(&scenario->actor_names, id, number))
        reader->complaints.no_memory = true;
    scenario->n_actors++;
}

void smyi_declare_actors(SmyiReader *reader, const SmyiValue *value, void *into)
{
    size_t room = value->size < SMYI_MOST_ACTORS ? value->size : SMYI_MOST_ACTORS;
    reader->scenario->actors = SMYI_TAKE(reader, room, SmyiActor);
    if (!reader->scenario->actors ||
        !smyi_read_entries(reader, value, true, declare_actor, into))
        return;
    if (value->size > SMYI_MOST_ACTORS)
        smyi_refuse(reader, SMY_ERR_LIMIT, value, NULL, "%zu actors; there may be 1000",
                    value->size);
    else if (reader->scenario->n_actors == 0)
        smyi_refuse_key(reader, SMY_ERR_MISSING, value, "write \"name: {capability: 1}\"",
                        "there is no actor in \"actors\"");
}

/* ---- The rest ---- */

typedef struct Making {
    SmyiActor *actor;
    const SmyiSupport *outer;
} Making;

static void read_kind(SmyiReader *reader, const SmyiValue *value, void *into)
{
    int kind = smyi_read_word(reader, value, kinds);
    if (kind != SMYI_NONE)
        ((Making *)into)->actor->kind = kinds[kind];
}

static void read_title(SmyiReader *reader, const SmyiValue *value, void *into)
{
    smyi_read_texts(reader, value, &((Making *)into)->actor->name);
}

static void read_capability(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Making *making = into;
    SmyiEstimateRule rule = {.least = 0, .most = (double)INFINITY, .outer = making->outer};
    making->actor->capability = smyi_read_input(reader, value, &rule);
}

static void read_face(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Making *making = into;
    SmyiEstimateRule rule = {.least = 0, .most = 100, .outer = making->outer};
    making->actor->face = smyi_read_input(reader, value, &rule);
}

static void read_speaks_for(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((Making *)into)->actor->speaks_for = smyi_refer_actor(reader, value);
}

static void read_answers_to(SmyiReader *reader, const SmyiValue *value, void *into)
{
    SmyiActor *actor = ((Making *)into)->actor;
    actor->n_publics = smyi_refer_answers(reader, value, &actor->publics);
    for (size_t i = 0; i < actor->n_publics; i++)
        if (reader->scenario->actors[actor->publics[i].actor].id == actor->id)
            smyi_refuse(reader, SMY_ERR_CONFLICT, value,
                        "name those that can block the actor", "\"%s\" answers to itself",
                        actor->id);
}

static void read_quota(SmyiReader *reader, const SmyiValue *value, void *into)
{
    SmyiActor *actor = into;
    double quota;
    if (!smyi_read_number(reader, value, 0, 1, &quota))
        return;
    if (quota <= 0.5)
        smyi_refuse(reader, SMY_ERR_RANGE, value, "for everybody, write \"ratify: all\"",
                    "%s is %s; it goes from above 0.5 to 1", smyi_path(reader, value),
                    smyi_shown(reader, value));
    actor->quota = quota;
    actor->ratify_all = false;
}

static void read_ratify(SmyiReader *reader, const SmyiValue *value, void *into)
{
    static const SmyiKey keys[] = {{"quota", read_quota, true}};
    if (value->kind == SMYI_VALUE_TEXT && strcmp(value->text, "all") == 0)
        return;
    if (value->kind == SMYI_VALUE_MAP)
        (void)smyi_read_map(reader, value, keys, 1, ((Making *)into)->actor);
    else if (value->kind != SMYI_VALUE_BAD)
        smyi_refuse(reader, SMY_ERR_TYPE, value, "write \"all\" or {quota: 0.6}",
                    "%s is %s; it takes \"all\" or a quota", smyi_path(reader, value),
                    smyi_shown(reader, value));
}

static void read_actor(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    static const SmyiKey keys[] = {{"kind", read_kind, false},
                                   {"name", read_title, false},
                                   {"capability", read_capability, false},
                                   {"speaks_for", read_speaks_for, false},
                                   {"answers_to", read_answers_to, false},
                                   {"ratify", read_ratify, false},
                                   {"face", read_face, false},
                                   SMYI_SUPPORT_KEYS};
    int number = smyi_index_find(&reader->scenario->actor_names, entry->key->text);
    SmyiSupport support = smyi_read_support(reader, entry, into);
    SmyiActor nameless = {.id = "?"};
    Making making = {number < 0 ? &nameless : &reader->scenario->actors[number], &support};
    (void)smyi_read_map(reader, entry, keys, sizeof keys / sizeof *keys, &making);
}

void smyi_read_actors(SmyiReader *reader, const SmyiValue *value, void *into)
{
    (void)into;
    SmyiSupport support = smyi_read_support(reader, value, NULL);
    if (value->kind == SMYI_VALUE_MAP) /* else complained of already */
        (void)smyi_read_entries(reader, value, true, read_actor, &support);
}
