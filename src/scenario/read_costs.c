/* SPDX-License-Identifier: Apache-2.0 */
/* The sections "no_deal" (what no agreement costs) and "standing" (what a seat is worth). */
#include <string.h>

#include "scenario/reader.h"

static const SmyiEstimateRule points = {.least = -100, .most = 100};

static int read_points(SmyiReader *reader, const SmyiValue *value, const SmyiSupport *outer,
                       bool point_only, const char *also)
{
    SmyiEstimateRule rule = points;
    rule.outer = outer;
    rule.point_only = point_only;
    rule.also = also;
    return smyi_read_input(reader, value, &rule);
}

/* The actor an entry is about; a spare one where there is none, so that the rest is read. */
static SmyiActor *actor_of(SmyiReader *reader, const SmyiValue *entry, SmyiActor *spare)
{
    int actor = smyi_refer_actor_key(reader, entry);
    return actor == SMYI_NONE ? spare : &reader->scenario->actors[actor];
}

/* {stated: 0} and support: nothing is said of what is believed. */
static bool is_stated_only(const SmyiValue *map)
{
    if (!smyi_value_get(map, "stated"))
        return false;
    for (const SmyiValue *entry = map->first; entry; entry = entry->next)
        if (strcmp(entry->key->text, "stated") != 0 &&
            !smyi_key_is_free(entry->key->text) && !smyi_key_is_support(entry->key->text))
            return false;
    return true;
}

static void read_cost(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    SmyiActor spare;
    SmyiActor *actor = actor_of(reader, entry, &spare);
    const SmyiValue *stated = smyi_value_get(entry, "stated");
    SmyiSupport own;
    if (is_stated_only(entry)) {
        own = smyi_read_support(reader, entry, into);
    } else {
        actor->no_deal = read_points(reader, entry, into, false, "stated");
        if (actor->no_deal == SMYI_NONE)
            return;
        own = reader->scenario->inputs[actor->no_deal].support;
    }
    if (stated && stated->kind != SMYI_VALUE_NULL)
        actor->no_deal_stated = read_points(reader, stated, &own, true, NULL);
}

void smyi_read_no_deal(SmyiReader *reader, const SmyiValue *value, void *into)
{
    (void)into;
    SmyiSupport support = smyi_read_support(reader, value, NULL);
    (void)smyi_read_entries(reader, value, true, read_cost, &support);
}

typedef struct Making {
    SmyiActor *actor;
    const SmyiSupport *outer;
} Making;

static void read_seated(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Making *making = into;
    making->actor->seated = read_points(reader, value, making->outer, false, NULL);
}

static void read_left_out(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Making *making = into;
    making->actor->left_out = read_points(reader, value, making->outer, false, NULL);
}

static void read_venue(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    Making *making = into;
    const char *name = smyi_read_key_name(reader, entry);
    int standing = read_points(reader, entry, making->outer, false, NULL);
    if (name)
        making->actor->venues[making->actor->n_venues++] = (SmyiVenue){name, standing};
}

static void read_venues(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Making making = *(Making *)into;
    SmyiSupport support = smyi_read_support(reader, value, making.outer);
    making.outer = &support;
    making.actor->venues = SMYI_TAKE(reader, value->size, SmyiVenue);
    if (making.actor->venues)
        (void)smyi_read_entries(reader, value, true, read_venue, &making);
}

static void read_standing(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    static const SmyiKey keys[] = {{"seated", read_seated, false},
                                   {"left_out", read_left_out, false},
                                   {"venue", read_venues, false},
                                   SMYI_SUPPORT_KEYS};
    SmyiActor spare = {0};
    SmyiSupport support = smyi_read_support(reader, entry, into);
    Making making = {actor_of(reader, entry, &spare), &support};
    (void)smyi_read_map(reader, entry, keys, sizeof keys / sizeof *keys, &making);
}

void smyi_read_standing(SmyiReader *reader, const SmyiValue *value, void *into)
{
    (void)into;
    SmyiSupport support = smyi_read_support(reader, value, NULL);
    (void)smyi_read_entries(reader, value, true, read_standing, &support);
}
