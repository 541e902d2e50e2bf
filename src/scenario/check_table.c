/* SPDX-License-Identifier: Apache-2.0 */
/* The table as a whole: roles that exclude each other, delegates, capability, weight. */
#include <string.h>

#include "scenario/reader.h"

static const char *const role_texts[] = {[SMYI_ROLE_SEAT] = "seats",
                                         [SMYI_ROLE_OBSERVER] = "observers",
                                         [SMYI_ROLE_ABSENT] = "absent",
                                         [SMYI_ROLE_DELEGATE] = "delegations"};

/* Where a list of the table, or a list within it, names an actor; the table where it does not. */
static SmyiPlace place_in(const SmyiReader *reader, const SmyiValue *list, const char *id)
{
    for (const SmyiValue *one = list ? list->first : NULL; one; one = one->next) {
        if (one->text && strcmp(one->text, id) == 0)
            return one->place;
        for (const SmyiValue *inner = one->first; inner; inner = inner->next)
            if (inner->text && strcmp(inner->text, id) == 0)
                return inner->place;
    }
    return reader->scenario->table.place;
}

/* Gives an actor its role; one has a single role at a table. */
static void assign(SmyiReader *reader, int actor, SmyiRole role, const SmyiValue *list)
{
    SmyScenario *scenario = reader->scenario;
    const SmyiActor *who = &scenario->actors[actor];
    SmyiPlace place = place_in(reader, list, who->id);
    SmyiRole had = scenario->table.role[actor];
    if (had != SMYI_ROLE_OUT) {
        smyi_refuse_at(reader, SMY_ERR_CONFLICT, place,
                       "give the actor one role at the table",
                       "\"%s\" stands under table.%s and under table.%s", who->id,
                       role_texts[had], role_texts[role]);
        return;
    }
    scenario->table.role[actor] = role;
    if (role != SMYI_ROLE_DELEGATE && who->speaks_for != SMYI_NONE)
        smyi_refuse_at(
            reader, SMY_ERR_CONFLICT, place,
            "name the one spoken for, and its speakers under table.delegations",
            "\"%s\" under table.%s speaks for \"%s\" and has no weight of its own", who->id,
            role_texts[role], scenario->actors[who->speaks_for].id);
}

static bool speaks_for(const SmyScenario *scenario, int actor, int principal)
{
    size_t steps =
        scenario->n_actors; /* a circle, complained of elsewhere, would not end */
    for (int a = actor; a != SMYI_NONE && steps;
         a = scenario->actors[a].speaks_for, steps--)
        if (a == principal)
            return a != actor;
    return false;
}

static void assign_roles(SmyiReader *reader)
{
    SmyScenario *scenario = reader->scenario;
    SmyiTable *table = &scenario->table;
    for (size_t i = 0; i < table->n_seats; i++)
        assign(reader, table->seats[i], SMYI_ROLE_SEAT, reader->at.seats);
    for (size_t i = 0; i < table->n_observers; i++)
        assign(reader, table->observers[i].actor, SMYI_ROLE_OBSERVER, reader->at.observers);
    for (size_t i = 0; i < table->n_absent; i++)
        assign(reader, table->absent[i], SMYI_ROLE_ABSENT, reader->at.absent);
    for (size_t i = 0; i < table->n_delegates; i++)
        assign(reader, table->delegates[i].actor, SMYI_ROLE_DELEGATE,
               reader->at.delegations);
}

static void check_observers(SmyiReader *reader)
{
    const SmyScenario *scenario = reader->scenario;
    const SmyiTable *table = &scenario->table;
    for (size_t i = 0; i < table->n_observers; i++) {
        const SmyiObserver *one = &table->observers[i];
        if (table->role[one->patron] != SMYI_ROLE_SEAT)
            smyi_refuse_at(
                reader, SMY_ERR_CONFLICT, one->place, "the patron must be under seats",
                "the patron of the observer \"%s\", \"%s\", does not sit",
                scenario->actors[one->actor].id, scenario->actors[one->patron].id);
    }
}

static void check_delegates(SmyiReader *reader)
{
    const SmyScenario *scenario = reader->scenario;
    const SmyiTable *table = &scenario->table;
    for (size_t i = 0; i < table->n_delegates; i++) {
        const SmyiDelegate *one = &table->delegates[i];
        const char *who = scenario->actors[one->actor].id;
        const char *seat = scenario->actors[one->seat].id;
        if (table->role[one->seat] != SMYI_ROLE_SEAT)
            smyi_refuse_at(reader, SMY_ERR_CONFLICT,
                           place_in(reader, reader->at.delegations, who),
                           "a delegation belongs to a seat",
                           "there is a delegation for \"%s\", which does not sit", seat);
        else if (!speaks_for(scenario, one->actor, one->seat))
            smyi_refuse_at(reader, SMY_ERR_CONFLICT,
                           place_in(reader, reader->at.delegations, who),
                           "give the delegate \"speaks_for\"",
                           "\"%s\" sits for \"%s\" and does not speak for it", who, seat);
    }
}

/* Without a list of its own: whoever has a role. With one: whoever stands in it. */
static void find_candidates(SmyiReader *reader)
{
    SmyScenario *scenario = reader->scenario;
    SmyiTable *table = &scenario->table;
    if (reader->at.candidates) {
        for (size_t i = 0; i < table->n_candidates; i++) {
            int actor = table->candidates[i];
            if (table->role[actor] == SMYI_ROLE_OUT ||
                table->role[actor] == SMYI_ROLE_DELEGATE)
                assign(reader, actor, SMYI_ROLE_ABSENT, reader->at.candidates);
        }
        return;
    }
    size_t n = table->n_seats + table->n_observers + table->n_absent;
    table->candidates = SMYI_TAKE(reader, n, int);
    for (size_t i = 0; table->candidates && i < n; i++) {
        size_t o = i - table->n_seats, b = o - table->n_observers;
        table->candidates[i] = i < table->n_seats       ? table->seats[i]
                               : o < table->n_observers ? table->observers[o].actor
                                                        : table->absent[b];
    }
    table->n_candidates = table->candidates ? n : 0;
}

/* Capability is required of whoever may sit. */
static void check_capabilities(SmyiReader *reader)
{
    SmyScenario *scenario = reader->scenario;
    const SmyiTable *table = &scenario->table;
    bool *asked = smyi_taken(reader, SMYI_NEW(reader->scratch, scenario->n_actors, bool));
    for (size_t i = 0; asked && i < table->n_seats + table->n_candidates; i++) {
        int a =
            i < table->n_seats ? table->seats[i] : table->candidates[i - table->n_seats];
        const SmyiActor *actor = &scenario->actors[a];
        if (!asked[a] && actor->capability == SMYI_NONE && actor->speaks_for == SMYI_NONE)
            smyi_refuse_at(reader, SMY_ERR_MISSING, actor->place,
                           "add \"capability: 50\", in any unit, 0 if it has none",
                           "\"%s\" may sit and has no capability", actor->id);
        asked[a] = true;
    }
}

/* Under a quota publics weigh by capability. */
static void check_quotas(SmyiReader *reader)
{
    const SmyScenario *scenario = reader->scenario;
    for (size_t a = 0; a < scenario->n_actors; a++) {
        const SmyiActor *actor = &scenario->actors[a];
        for (size_t p = 0; p < actor->n_publics && !actor->ratify_all; p++) {
            const SmyiActor *other = &scenario->actors[actor->publics[p].actor];
            if (other->capability == SMYI_NONE)
                smyi_refuse_at(reader, SMY_ERR_MISSING, actor->publics[p].place,
                               "give it a capability, or \"ratify: all\"",
                               "\"%s\" counts towards a quota and has no capability",
                               other->id);
        }
    }
}

static double point_of(const SmyScenario *scenario, int input)
{
    return input == SMYI_NONE ? 0 : smyi_estimate_point(&scenario->inputs[input].estimate);
}

/* Somebody who sits must weigh something on some issue. */
static void check_weight(SmyiReader *reader)
{
    const SmyScenario *scenario = reader->scenario;
    const SmyiTable *table = &scenario->table;
    if (table->n_seats == 0 || reader->complaints.n_errors > 0)
        return; /* complained of, or not known yet */
    for (size_t s = 0; s < table->n_seats; s++) {
        size_t a = (size_t)table->seats[s];
        double capability = point_of(scenario, scenario->actors[a].capability);
        for (size_t i = 0; i < scenario->n_issues; i++)
            if (capability *
                    point_of(scenario,
                             scenario->stances[a * scenario->n_issues + i].salience) >
                0)
                return;
    }
    smyi_refuse_at(reader, SMY_ERR_RANGE,
                   reader->at.seats ? reader->at.seats->place : table->place,
                   "one who sits needs a capability and a salience above 0",
                   "nobody who sits weighs anything: every capability x salience is 0");
}

void smyi_check_table(SmyiReader *reader)
{
    SmyScenario *scenario = reader->scenario;
    scenario->table.role = SMYI_TAKE(reader, scenario->n_actors, SmyiRole);
    if (!scenario->table.role)
        return;
    assign_roles(reader);
    check_observers(reader);
    check_delegates(reader);
    find_candidates(reader);
    check_capabilities(reader);
    check_quotas(reader);
    check_weight(reader);
}
