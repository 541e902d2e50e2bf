/* SPDX-License-Identifier: Apache-2.0 */
/* The section "timeline": dated events and the estimates they set. */
#include <stdlib.h>
#include <string.h>

#include "scenario/reader.h"

typedef struct Making {
    SmyiEvent *event;
    const SmyiSupport *outer;
} Making;

static void read_date(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((Making *)into)->event->date = smyi_read_date(reader, value);
}

static void read_title(SmyiReader *reader, const SmyiValue *value, void *into)
{
    smyi_read_texts(reader, value, &((Making *)into)->event->title);
}

/* "stances.A.I.stated" and "no_deal.A.stated": what is said has no range. */
bool smyi_path_is_stated(const char *path)
{
    const char *last = strrchr(path, '.');
    size_t dots = 0;
    for (const char *at = path; *at; at++)
        dots += *at == '.';
    return strcmp(last, ".stated") == 0 &&
           (strncmp(path, "stances.", 8) == 0
                ? dots == 3
                : strncmp(path, "no_deal.", 8) == 0 && dots == 2);
}

static void read_set(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    Making *making = into;
    SmyScenario *scenario = reader->scenario;
    int input = smyi_refer_input_key(reader, entry);
    if (input == SMYI_NONE)
        return;
    const SmyiInput *was = &scenario->inputs[input]; /* as the file gives it */
    SmyiInput *now = &scenario->replacements[scenario->n_replacements];
    SmyiEstimateRule rule = {.least = was->least,
                             .most = was->most,
                             .point_only = smyi_path_is_stated(was->path),
                             .outer = making->outer};
    if (entry->kind == SMYI_VALUE_TEXT && strcmp(entry->text, "as_given") == 0) {
        const char *path = smyi_value_path(reader->arena, entry);
        *now = *was;
        now->path = path ? path : was->path;
        now->place = entry->place;
        reader->complaints.no_memory |= !path;
    } else {
        *now = smyi_read_estimate(reader, entry, &rule);
    }
    making->event->sets[making->event->n_sets++] =
        (SmyiChange){.input = input, .estimate = (int)scenario->n_replacements++};
}

static void read_sets(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Making *making = into;
    making->event->sets = SMYI_TAKE(reader, value->size, SmyiChange);
    if (making->event->sets)
        (void)smyi_read_entries(reader, value, false, read_set, making);
}

static void read_event(SmyiReader *reader, const SmyiValue *value, void *into)
{
    static const SmyiKey keys[] = {{"date", read_date, true},
                                   {"title", read_title, true},
                                   {"sets", read_sets, false},
                                   SMYI_SUPPORT_KEYS};
    (void)into;
    SmyScenario *scenario = reader->scenario;
    SmyiEvent *event = &scenario->events[scenario->n_events];
    *event = (SmyiEvent){.place = value->place};
    event->support = smyi_read_support(reader, value, NULL);
    Making making = {event, &event->support};
    (void)smyi_read_map(reader, value, keys, sizeof keys / sizeof *keys, &making);
    if (event->date)
        scenario->n_events++;
}

static int by_date(const void *left, const void *right)
{
    const SmyiEvent *a = left, *b = right;
    int order = strcmp(a->date, b->date);
    if (order == 0)
        order = a->place.line - b->place.line;
    return order ? order : a->place.column - b->place.column;
}

void smyi_read_timeline(SmyiReader *reader, const SmyiValue *value, void *into)
{
    SmyScenario *scenario = reader->scenario;
    size_t n_sets = 0;
    for (const SmyiValue *event = value->first; event; event = event->next) {
        const SmyiValue *sets = smyi_value_get(event, "sets");
        n_sets += sets ? sets->size : 0;
    }
    scenario->events = SMYI_TAKE(reader, value->size, SmyiEvent);
    scenario->replacements = SMYI_TAKE(reader, n_sets, SmyiInput);
    if (!scenario->events || !scenario->replacements)
        return;
    (void)smyi_read_list(reader, value, read_event, into);
    qsort(scenario->events, scenario->n_events, sizeof *scenario->events, by_date);
}
