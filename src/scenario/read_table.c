/* SPDX-License-Identifier: Apache-2.0 */
/* The section "table": who sits, observes, ratifies, is left out, and for whom delegates sit. */
#include <string.h>

#include "scenario/reader.h"

void smyi_read_seats(SmyiReader *reader, const SmyiValue *value, void *into)
{
    SmyiTable *table = into;
    table->n_seats = smyi_refer_actors(reader, value, &table->seats);
    reader->at.seats = value;
    if (value->kind == SMYI_VALUE_LIST && value->size == 0)
        smyi_refuse(reader, SMY_ERR_MISSING, value, "name those who sit",
                    "table.seats is empty: nobody weighs anything");
}

void smyi_read_absent(SmyiReader *reader, const SmyiValue *value, void *into)
{
    SmyiTable *table = into;
    reader->at.absent = value;
    table->n_absent = smyi_refer_actors(reader, value, &table->absent);
}

void smyi_read_candidates(SmyiReader *reader, const SmyiValue *value, void *into)
{
    SmyiTable *table = into;
    table->n_candidates = smyi_refer_actors(reader, value, &table->candidates);
    reader->at.candidates = value;
}

void smyi_read_ratifiers(SmyiReader *reader, const SmyiValue *value, void *into)
{
    SmyiTable *table = into;
    table->n_ratifiers = smyi_refer_answers(reader, value, &table->ratifiers);
}

static void read_venue(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((SmyiTable *)into)->venue = smyi_read_name(reader, value);
}

/* ---- Observers ---- */

static void read_observing(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((SmyiObserver *)into)->actor = smyi_refer_actor(reader, value);
}

static void read_patron(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((SmyiObserver *)into)->patron = smyi_refer_actor(reader, value);
}

static void read_share(SmyiReader *reader, const SmyiValue *value, void *into)
{
    (void)smyi_read_number(reader, value, 0, 1, &((SmyiObserver *)into)->share);
}

static void read_observer(SmyiReader *reader, const SmyiValue *value, void *into)
{
    static const SmyiKey keys[] = {{"actor", read_observing, true},
                                   {"patron", read_patron, true},
                                   {"share", read_share, true}};
    SmyiTable *table = into;
    SmyiObserver one = {.actor = SMYI_NONE, .patron = SMYI_NONE, .place = value->place};
    (void)smyi_read_map(reader, value, keys, sizeof keys / sizeof *keys, &one);
    if (one.actor != SMYI_NONE && one.patron != SMYI_NONE)
        table->observers[table->n_observers++] = one;
}

void smyi_read_observers(SmyiReader *reader, const SmyiValue *value, void *into)
{
    SmyiTable *table = into;
    reader->at.observers = value;
    table->observers = SMYI_TAKE(reader, value->size, SmyiObserver);
    if (table->observers)
        (void)smyi_read_list(reader, value, read_observer, table);
}

/* ---- Delegations ---- */

static void add_delegates(SmyiReader *reader, SmyiTable *table, int seat, const int *actors,
                          size_t n)
{
    SmyiDelegate *larger = SMYI_TAKE(reader, table->n_delegates + n, SmyiDelegate);
    if (!larger)
        return;
    if (table->n_delegates)
        memcpy(larger, table->delegates, table->n_delegates * sizeof *larger);
    for (size_t i = 0; i < n; i++)
        larger[table->n_delegates++] = (SmyiDelegate){actors[i], seat};
    table->delegates = larger;
}

static void read_delegation(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    int *actors = NULL;
    int seat = smyi_refer_actor_key(reader, entry);
    size_t n = smyi_refer_actors(reader, entry, &actors);
    if (seat != SMYI_NONE && n > 0)
        add_delegates(reader, into, seat, actors, n);
}

void smyi_read_delegations(SmyiReader *reader, const SmyiValue *value, void *into)
{
    reader->at.delegations = value;
    (void)smyi_read_entries(reader, value, false, read_delegation, into);
}

void smyi_read_table(SmyiReader *reader, const SmyiValue *value, void *into)
{
    static const SmyiKey keys[] = {{"seats", smyi_read_seats, true},
                                   {"observers", smyi_read_observers, false},
                                   {"ratifiers", smyi_read_ratifiers, false},
                                   {"absent", smyi_read_absent, false},
                                   {"candidates", smyi_read_candidates, false},
                                   {"delegations", smyi_read_delegations, false},
                                   {"venue", read_venue, false}};
    (void)into;
    reader->scenario->table.place = value->place;
    (void)smyi_read_map(reader, value, keys, sizeof keys / sizeof *keys,
                        &reader->scenario->table);
}
