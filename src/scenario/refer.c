/* SPDX-License-Identifier: Apache-2.0 */
/* References by name: to actors, issues and inputs. */
#include <stdio.h>
#include <string.h>

#include "scenario/nearest.h"
#include "scenario/reader.h"

enum { MOST_TRIED = 2000, ENOUGH_HINTS = 100 };

typedef const char *NameAtFn(const SmyScenario *scenario, size_t number);

typedef struct Names { /* of one kind of thing */
    const char *what;
    const SmyiIndex *index;
    size_t n;
    NameAtFn *at;
} Names;

static const char *actor_at(const SmyScenario *scenario, size_t number)
{
    return scenario->actors[number].id;
}

static const char *issue_at(const SmyScenario *scenario, size_t number)
{
    return scenario->issues[number].id;
}

static const char *input_at(const SmyScenario *scenario, size_t number)
{
    return scenario->inputs[number].path;
}

static Names actors(const SmyiReader *reader)
{
    return (Names){"actor", &reader->scenario->actor_names, reader->scenario->n_actors,
                   actor_at};
}

static Names issues(const SmyiReader *reader)
{
    return (Names){"issue", &reader->scenario->issue_names, reader->scenario->n_issues,
                   issue_at};
}

static Names inputs(const SmyiReader *reader)
{
    return (Names){"input", &reader->scenario->input_paths, reader->scenario->n_inputs,
                   input_at};
}

static void refuse_unknown(SmyiReader *reader, const SmyiValue *value, Names names)
{
    SmyiNearest nearest = smyi_nearest(value->text);
    if (reader->complaints.n_errors < ENOUGH_HINTS) /* a bound on work, not on complaints */
        for (size_t i = 0; i < names.n && i < MOST_TRIED; i++)
            smyi_nearest_try(&nearest, names.at(reader->scenario, i));
    char hint[256];
    (void)snprintf(hint, sizeof hint, "did you mean \"%s\"?", nearest.best);
    smyi_refuse(reader, SMY_ERR_UNKNOWN, value, nearest.best ? hint : NULL,
                "there is no %s %s in this file", names.what, smyi_shown(reader, value));
}

/* `value` is a scalar: an entry's value or a key. */
static int find(SmyiReader *reader, const SmyiValue *value, Names names)
{
    int number = smyi_index_find(names.index, value->text);
    if (number < 0)
        refuse_unknown(reader, value, names);
    return number < 0 ? SMYI_NONE : number;
}

static int refer(SmyiReader *reader, const SmyiValue *value, Names names)
{
    if (value->kind == SMYI_VALUE_TEXT)
        return find(reader, value, names);
    if (value->kind != SMYI_VALUE_BAD)
        smyi_refuse(reader, SMY_ERR_TYPE, value, NULL,
                    "%s is %s; it takes the name of an %s", smyi_path(reader, value),
                    smyi_shown(reader, value), names.what);
    return SMYI_NONE;
}

int smyi_refer_actor(SmyiReader *reader, const SmyiValue *value)
{
    return refer(reader, value, actors(reader));
}

int smyi_refer_issue(SmyiReader *reader, const SmyiValue *value)
{
    return refer(reader, value, issues(reader));
}

int smyi_refer_input(SmyiReader *reader, const SmyiValue *value)
{
    return refer(reader, value, inputs(reader));
}

int smyi_refer_actor_key(SmyiReader *reader, const SmyiValue *entry)
{
    return find(reader, entry->key, actors(reader));
}

int smyi_refer_issue_key(SmyiReader *reader, const SmyiValue *entry)
{
    return find(reader, entry->key, issues(reader));
}

int smyi_refer_input_key(SmyiReader *reader, const SmyiValue *entry)
{
    return find(reader, entry->key, inputs(reader));
}

typedef struct Group {
    int *actors;
    size_t n;
} Group;

static void read_member(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Group *group = into;
    int actor = smyi_refer_actor(reader, value);
    for (size_t i = 0; i < group->n; i++)
        if (actor != SMYI_NONE && group->actors[i] == actor) {
            smyi_refuse(reader, SMY_ERR_DUPLICATE, value, "name it once",
                        "%s names %s twice", smyi_path(reader, value->parent),
                        smyi_shown(reader, value));
            return;
        }
    if (actor != SMYI_NONE)
        group->actors[group->n++] = actor;
}

size_t smyi_refer_actors(SmyiReader *reader, const SmyiValue *list, int **out)
{
    Group group = {.actors = SMYI_TAKE(reader, list->size, int)};
    *out = group.actors;
    if (group.actors)
        (void)smyi_read_list(reader, list, read_member, &group);
    return group.n;
}

int smyi_actor_find(const SmyScenario *scenario, const char *id)
{
    return smyi_index_find(&scenario->actor_names, id);
}

int smyi_issue_find(const SmyScenario *scenario, const char *id)
{
    return smyi_index_find(&scenario->issue_names, id);
}

int smyi_input_find(const SmyScenario *scenario, const char *path)
{
    return smyi_index_find(&scenario->input_paths, path);
}
