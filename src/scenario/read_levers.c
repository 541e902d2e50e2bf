/* SPDX-License-Identifier: Apache-2.0 */
/* The section "levers": what an actor can do to another, and what it changes. */
#include <math.h>
#include <string.h>

#include "scenario/reader.h"

static void read_id(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((SmyiLever *)into)->id =
        smyi_read_new_id(reader, value, &reader->lever_ids, reader->scenario->n_levers);
}

static void read_title(SmyiReader *reader, const SmyiValue *value, void *into)
{
    smyi_read_texts(reader, value, &((SmyiLever *)into)->title);
}

static void read_by(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((SmyiLever *)into)->by = smyi_refer_actor(reader, value);
}

static void read_from(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((SmyiLever *)into)->from = smyi_read_date(reader, value);
}

static void read_until(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((SmyiLever *)into)->until = smyi_read_date(reader, value);
}

static void read_state(SmyiReader *reader, const SmyiValue *value, void *into)
{
    static const char *const states[] = {"pulled", "threatened", NULL};
    ((SmyiLever *)into)->threatened = smyi_read_word(reader, value, states) == 1;
}

/* ---- adds ---- */

typedef struct Adding {
    SmyiLever *lever;
    const SmyiActor *on;       /* NULL: refused */
    const SmyiStance *stances; /* [n_issues], of `on` */
} Adding;

/* An amount to be added to an input; the input must be in the file. */
static void add(SmyiReader *reader, const SmyiValue *value, const Adding *adding, int input)
{
    const double infinity = (double)INFINITY;
    double amount = 0;
    bool read = smyi_read_number(reader, value, -infinity, infinity, &amount);
    if (!adding->on || !read)
        return;
    if (input == SMYI_NONE) {
        smyi_refuse_key(reader, SMY_ERR_MISSING, value,
                        "give it a value first, 0 if need be",
                        "%s has nothing to add to: the file gives \"%s\" none",
                        smyi_path(reader, value), adding->on->id);
        return;
    }
    adding->lever->adds[adding->lever->n_adds++] =
        (SmyiChange){.input = input, .amount = amount, .estimate = SMYI_NONE};
}

static void add_no_deal(SmyiReader *reader, const SmyiValue *value, void *into)
{
    const Adding *adding = into;
    add(reader, value, adding, adding->on ? adding->on->no_deal : SMYI_NONE);
}

static void add_capability(SmyiReader *reader, const SmyiValue *value, void *into)
{
    const Adding *adding = into;
    add(reader, value, adding, adding->on ? adding->on->capability : SMYI_NONE);
}

static void add_position(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    const Adding *adding = into;
    int issue = smyi_refer_issue_key(reader, entry);
    if (issue != SMYI_NONE)
        add(reader, entry, adding,
            adding->on ? adding->stances[issue].position : SMYI_NONE);
}

static void add_salience(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    const Adding *adding = into;
    int issue = smyi_refer_issue_key(reader, entry);
    if (issue != SMYI_NONE)
        add(reader, entry, adding,
            adding->on ? adding->stances[issue].salience : SMYI_NONE);
}

static void add_positions(SmyiReader *reader, const SmyiValue *value, void *into)
{
    (void)smyi_read_entries(reader, value, false, add_position, into);
}

static void add_saliences(SmyiReader *reader, const SmyiValue *value, void *into)
{
    (void)smyi_read_entries(reader, value, false, add_salience, into);
}

static void read_adds(SmyiReader *reader, const SmyiValue *value, SmyiLever *lever)
{
    static const SmyiKey keys[] = {{"no_deal", add_no_deal, false},
                                   {"capability", add_capability, false},
                                   {"position", add_positions, false},
                                   {"salience", add_saliences, false}};
    const SmyScenario *scenario = reader->scenario;
    Adding adding = {.lever = lever};
    if (lever->on != SMYI_NONE) {
        adding.on = &scenario->actors[lever->on];
        adding.stances = &scenario->stances[(size_t)lever->on * scenario->n_issues];
    }
    lever->adds = SMYI_TAKE(reader, 2 + 2 * scenario->n_issues, SmyiChange);
    if (lever->adds)
        (void)smyi_read_map(reader, value, keys, sizeof keys / sizeof *keys, &adding);
}

/* ---- The lever ---- */

static void read_lever(SmyiReader *reader, const SmyiValue *value, void *into)
{
    static const SmyiKey keys[] = {{"id", read_id, true},
                                   {"title", read_title, false},
                                   {"by", read_by, true},
                                   {"on", NULL, true},
                                   {"from", read_from, false},
                                   {"until", read_until, false},
                                   {"state", read_state, false},
                                   {"adds", NULL, true},
                                   SMYI_SUPPORT_KEYS};
    (void)into;
    SmyScenario *scenario = reader->scenario;
    SmyiLever *lever = &scenario->levers[scenario->n_levers];
    *lever = (SmyiLever){.by = SMYI_NONE, .on = SMYI_NONE, .place = value->place};
    lever->support = smyi_read_support(reader, value, NULL);
    bool is_map = smyi_read_map(reader, value, keys, sizeof keys / sizeof *keys, lever);
    const SmyiValue *on = smyi_value_get(value, "on"),
                    *adds = smyi_value_get(value, "adds");
    if (on && on->kind != SMYI_VALUE_NULL)
        lever->on = smyi_refer_actor(reader, on);
    if (adds && adds->kind != SMYI_VALUE_NULL)
        read_adds(reader, adds, lever);
    if (is_map && lever->from && lever->until && strcmp(lever->from, lever->until) > 0)
        smyi_refuse(reader, SMY_ERR_RANGE, smyi_value_get(value, "until"), NULL,
                    "the lever ends on %s, before it begins on %s", lever->until,
                    lever->from);
    scenario->n_levers++;
}

void smyi_read_levers(SmyiReader *reader, const SmyiValue *value, void *into)
{
    reader->scenario->levers = SMYI_TAKE(reader, value->size, SmyiLever);
    if (reader->scenario->levers)
        (void)smyi_read_list(reader, value, read_lever, into);
}
