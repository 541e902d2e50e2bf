/* SPDX-License-Identifier: Apache-2.0 */
/* Another table: lists that replace the file's, and actors that change their role. */
#include <string.h>

#include "scenario/variation.h"

/* The table asked for: what is said of it, and the lists as they grow. */
typedef struct Asked {
    SmyiTable said; /* only what is said */
    bool seats, observers, ratifiers, absent, candidates, delegations, venue;
    size_t n_seat, n_leave_out, n_observe; /* moves */
    int *seat, *leave_out;
    SmyiObserver *observe;
} Asked;

/* ---- Reading ---- */

static void read_seats(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((Asked *)into)->seats = true;
    smyi_read_seats(reader, value, &((Asked *)into)->said);
}

static void read_observers(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((Asked *)into)->observers = true;
    smyi_read_observers(reader, value, &((Asked *)into)->said);
}

static void read_ratifiers(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((Asked *)into)->ratifiers = true;
    smyi_read_ratifiers(reader, value, &((Asked *)into)->said);
}

static void read_absent(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((Asked *)into)->absent = true;
    smyi_read_absent(reader, value, &((Asked *)into)->said);
}

static void read_candidates(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((Asked *)into)->candidates = true;
    smyi_read_candidates(reader, value, &((Asked *)into)->said);
}

static void read_delegations(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((Asked *)into)->delegations = true;
    smyi_read_delegations(reader, value, &((Asked *)into)->said);
}

/* "" is no venue, which null would be if it did not mean "as it is". */
static void read_venue(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Asked *asked = into;
    asked->venue = true;
    if (value->kind == SMYI_VALUE_TEXT && value->text[0] == '\0')
        return;
    const char *name = smyi_read_name(reader, value);
    asked->said.venue =
        name ? smyi_taken(reader, smyi_arena_copy(reader->arena, name, strlen(name)))
             : NULL;
}

static void read_seat(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Asked *asked = into;
    asked->n_seat = smyi_refer_actors(reader, value, &asked->seat);
}

static void read_leave_out(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Asked *asked = into;
    asked->n_leave_out = smyi_refer_actors(reader, value, &asked->leave_out);
}

static void read_observe(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Asked *asked = into;
    SmyiTable moves = {0};
    smyi_read_observers(reader, value, &moves);
    asked->observe = moves.observers;
    asked->n_observe = moves.n_observers;
}

/* ---- Who is where ---- */

/* Marks an actor that is moved; one that is moved already cannot be moved again. */
static void move(SmyiReader *reader, const SmyiValue *table, int actor, bool *moved)
{
    if (moved[actor])
        smyi_refuse(reader, SMY_ERR_CONFLICT, table, "give it one role",
                    "%s moves \"%s\" twice", smyi_path(reader, table),
                    reader->scenario->actors[actor].id);
    moved[actor] = true;
}

static void mark_moves(SmyiReader *reader, const SmyiValue *table, const Asked *asked,
                       bool *moved)
{
    for (size_t j = 0; j < asked->n_seat; j++)
        move(reader, table, asked->seat[j], moved);
    for (size_t j = 0; j < asked->n_leave_out; j++)
        move(reader, table, asked->leave_out[j], moved);
    for (size_t j = 0; j < asked->n_observe; j++)
        move(reader, table, asked->observe[j].actor, moved);
}

static void mark_said(const Asked *asked, bool *said)
{
    for (size_t j = 0; j < asked->said.n_seats; j++)
        said[asked->said.seats[j]] = true;
    for (size_t j = 0; j < asked->said.n_observers; j++)
        said[asked->said.observers[j].actor] = true;
    for (size_t j = 0; j < asked->said.n_absent; j++)
        said[asked->said.absent[j]] = true;
}

/* Adds the actors of a list, those marked in `without` left out. */
static size_t add_actors(int *list, size_t n, const int *more, size_t n_more,
                         const bool *without)
{
    for (size_t j = 0; j < n_more; j++)
        if (!without || !without[more[j]])
            list[n++] = more[j];
    return n;
}

static bool is_in(const int *list, size_t n, int actor)
{
    for (size_t j = 0; j < n; j++)
        if (list[j] == actor)
            return true;
    return false;
}

typedef struct Making {
    SmyiReader *reader;
    const SmyiTable *was;
    const Asked *asked;
    bool *said, *moved; /* [n_actors] in a list that is given; moved by itself */
    SmyiTable now;
} Making;

static void make_seats(Making *m)
{
    const Asked *asked = m->asked;
    SmyiTable *now = &m->now;
    now->seats =
        SMYI_TAKE(m->reader, m->was->n_seats + asked->said.n_seats + asked->n_seat, int);
    if (!now->seats)
        return;
    bool *gone = m->moved;
    if (asked->seats)
        now->n_seats =
            add_actors(now->seats, 0, asked->said.seats, asked->said.n_seats, gone);
    else
        for (size_t j = 0; j < m->was->n_seats; j++)
            if (!gone[m->was->seats[j]] && !m->said[m->was->seats[j]])
                now->seats[now->n_seats++] = m->was->seats[j];
    now->n_seats = add_actors(now->seats, now->n_seats, asked->seat, asked->n_seat, NULL);
}

/* A patron that is given must sit; one that was there before takes its observer along. */
static void make_observers(Making *m)
{
    const Asked *asked = m->asked;
    SmyiTable *now = &m->now;
    const SmyiTable *from = asked->observers ? &asked->said : m->was;
    now->observers =
        SMYI_TAKE(m->reader, from->n_observers + asked->n_observe, SmyiObserver);
    if (!now->observers || !now->seats)
        return;
    for (size_t j = 0; j < from->n_observers; j++) {
        const SmyiObserver *one = &from->observers[j];
        bool stays = asked->observers ||
                     (!m->said[one->actor] && is_in(now->seats, now->n_seats, one->patron));
        if (stays && !m->moved[one->actor])
            now->observers[now->n_observers++] = *one;
    }
    for (size_t j = 0; j < asked->n_observe; j++)
        now->observers[now->n_observers++] = asked->observe[j];
}

static bool observes(const SmyiTable *table, int actor)
{
    for (size_t j = 0; j < table->n_observers; j++)
        if (table->observers[j].actor == actor)
            return true;
    return false;
}

/* Adds one who lost a seat or an observer's place and has no other. */
static void add_displaced(Making *m, int actor)
{
    SmyiTable *now = &m->now;
    if (!is_in(now->seats, now->n_seats, actor) && !observes(now, actor) &&
        !is_in(now->absent, now->n_absent, actor))
        now->absent[now->n_absent++] = actor;
}

/* Where nobody says who is absent, it is they who were, and they who lost their place. */
static void make_absent(Making *m)
{
    const Asked *asked = m->asked;
    const SmyiTable *was = m->was;
    SmyiTable *now = &m->now;
    now->absent = SMYI_TAKE(m->reader,
                            was->n_absent + was->n_seats + was->n_observers +
                                asked->said.n_absent + asked->n_leave_out,
                            int);
    if (!now->absent || !now->seats || !now->observers)
        return;
    if (asked->absent) {
        now->n_absent =
            add_actors(now->absent, 0, asked->said.absent, asked->said.n_absent, m->moved);
    } else {
        for (size_t j = 0; j < was->n_absent; j++)
            if (!m->said[was->absent[j]] && !m->moved[was->absent[j]])
                now->absent[now->n_absent++] = was->absent[j];
    }
    for (size_t j = 0; j < asked->n_leave_out; j++)
        add_displaced(m, asked->leave_out[j]);
    for (size_t j = 0; !asked->absent && j < was->n_seats; j++)
        add_displaced(m, was->seats[j]);
    for (size_t j = 0; !asked->absent && j < was->n_observers; j++)
        add_displaced(m, was->observers[j].actor);
}

/* Candidates that had no other role stay; all with a role are. */
static void make_candidates(Making *m)
{
    SmyiTable *now = &m->now;
    const SmyiTable *was = m->was;
    size_t n_roles = now->n_seats + now->n_observers + now->n_absent;
    now->candidates = SMYI_TAKE(
        m->reader, n_roles + was->n_candidates + m->asked->said.n_candidates, int);
    if (!now->candidates)
        return;
    if (m->asked->candidates) {
        now->n_candidates = add_actors(now->candidates, 0, m->asked->said.candidates,
                                       m->asked->said.n_candidates, NULL);
        return;
    }
    for (size_t j = 0; j < was->n_candidates; j++) {
        int a = was->candidates[j];
        bool had = is_in(was->seats, was->n_seats, a) || observes(was, a) ||
                   is_in(was->absent, was->n_absent, a);
        bool has = is_in(now->seats, now->n_seats, a) || observes(now, a) ||
                   is_in(now->absent, now->n_absent, a);
        if (has || !had)
            now->candidates[now->n_candidates++] = a;
    }
    for (size_t j = 0; j < n_roles; j++) {
        size_t o = j - now->n_seats, b = o - now->n_observers;
        int a = j < now->n_seats       ? now->seats[j]
                : o < now->n_observers ? now->observers[o].actor
                                       : now->absent[b];
        if (!is_in(now->candidates, now->n_candidates, a))
            now->candidates[now->n_candidates++] = a;
    }
}

/* A delegation goes with its seat. */
static void make_delegates(Making *m)
{
    SmyiTable *now = &m->now;
    const SmyiTable *from = m->asked->delegations ? &m->asked->said : m->was;
    now->delegates = SMYI_TAKE(m->reader, from->n_delegates, SmyiDelegate);
    for (size_t j = 0; now->delegates && j < from->n_delegates; j++)
        if (m->asked->delegations ||
            is_in(now->seats, now->n_seats, from->delegates[j].seat))
            now->delegates[now->n_delegates++] = from->delegates[j];
}

static void make(Making *m)
{
    SmyiTable *now = &m->now;
    const Asked *asked = m->asked;
    make_seats(m);
    make_observers(m);
    make_absent(m);
    make_candidates(m);
    make_delegates(m);
    const SmyiTable *from = asked->ratifiers ? &asked->said : m->was;
    now->ratifiers = from->ratifiers;
    now->n_ratifiers = from->n_ratifiers;
    now->venue = asked->venue ? asked->said.venue : m->was->venue;
    now->place = m->was->place;
}

void smyi_vary_table(SmyiReader *reader, const SmyiValue *value)
{
    static const SmyiKey keys[] = {
        {"seats", read_seats, false},           {"observers", read_observers, false},
        {"ratifiers", read_ratifiers, false},   {"absent", read_absent, false},
        {"candidates", read_candidates, false}, {"delegations", read_delegations, false},
        {"venue", read_venue, false},           {"seat", read_seat, false},
        {"leave_out", read_leave_out, false},   {"observe", read_observe, false}};
    SmyScenario *scenario = reader->scenario;
    Asked asked = {0};
    bool *said = smyi_taken(reader, SMYI_NEW(reader->scratch, scenario->n_actors, bool));
    bool *moved = smyi_taken(reader, SMYI_NEW(reader->scratch, scenario->n_actors, bool));
    (void)smyi_read_map(reader, value, keys, sizeof keys / sizeof *keys, &asked);
    if (!said || !moved)
        return;
    mark_said(&asked, said);
    mark_moves(reader, value, &asked, moved);
    Making making = {reader, &scenario->table, &asked, said, moved, {0}};
    make(&making);
    scenario->table = making.now;
    if (scenario->table.n_seats == 0 && reader->complaints.n_errors == 0)
        smyi_refuse(reader, SMY_ERR_MISSING, value, "name those who sit",
                    "nobody sits: nobody weighs anything");
}
