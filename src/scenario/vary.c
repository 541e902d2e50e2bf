/* SPDX-License-Identifier: Apache-2.0 */
/* A scenario as it would be: a variation read by the rules of the file and put in force. */
#include <stdio.h>
#include <string.h>

#include "scenario/in_force.h"
#include "scenario/lifetime.h"
#include "scenario/nearest.h"
#include "scenario/variation.h"
#include "summitry/variation.h"

static const char *kept(SmyiReader *reader, const char *text)
{
    return text ? smyi_taken(reader, smyi_arena_copy(reader->arena, text, strlen(text)))
                : NULL;
}

static void read_as_of(SmyiReader *reader, const SmyiValue *value, void *into)
{
    (void)into;
    const char *date = smyi_read_date(reader, value);
    reader->scenario->as_of = kept(reader, date);
    reader->scenario->varied.as_of = true;
}

static void read_table(SmyiReader *reader, const SmyiValue *value, void *into)
{
    (void)into;
    smyi_vary_table(reader, value);
    reader->scenario->varied.table |= value->size > 0; /* nulls are not in it */
}

/* ---- Changes ---- */

typedef struct Settings {
    SmyiSetting *all; /* room for those there were and one for each that is read */
    size_t n;
} Settings;

static void put(Settings *settings, SmyiSetting setting)
{
    size_t at = 0;
    while (at < settings->n && settings->all[at].input != setting.input)
        at++;
    settings->all[at] = setting;
    settings->n += at == settings->n;
}

static void read_change(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    int input = smyi_refer_input_key(reader, entry);
    if (input == SMYI_NONE)
        return;
    if (smyi_value_get(entry, "cite")) {
        smyi_refuse(reader, SMY_ERR_CONFLICT, smyi_value_get(entry, "cite"),
                    "what a document says goes into the scenario's file",
                    "%s: a variation cites nothing", smyi_path(reader, entry));
        return;
    }
    const SmyiInput *given = &reader->scenario->given[input];
    SmyiEstimateRule rule = {.least = given->least,
                             .most = given->most,
                             .point_only = smyi_path_is_stated(given->path)};
    SmyiInput now = smyi_read_estimate(reader, entry, &rule);
    put(into, (SmyiSetting){.input = input,
                            .estimate = now.estimate,
                            .judgement = kept(reader, now.support.judgement)});
}

static void read_changes(SmyiReader *reader, const SmyiValue *value, void *into)
{
    (void)into;
    SmyiVaried *varied = &reader->scenario->varied;
    size_t n = varied->n_settings;
    Settings settings = {SMYI_TAKE(reader, n + value->size, SmyiSetting), n};
    if (!settings.all)
        return;
    if (n)
        memcpy(settings.all, varied->settings, n * sizeof *settings.all);
    (void)smyi_read_entries(reader, value, false, read_change, &settings);
    varied->settings = settings.all;
    varied->n_settings = settings.n;
}

/* ---- Levers ---- */

static int find_lever(SmyiReader *reader, const SmyiValue *entry)
{
    const SmyScenario *scenario = reader->scenario;
    SmyiNearest nearest = smyi_nearest(entry->key->text);
    for (size_t l = 0; l < scenario->n_levers; l++) {
        if (strcmp(scenario->levers[l].id, entry->key->text) == 0)
            return (int)l;
        smyi_nearest_try(&nearest, scenario->levers[l].id);
    }
    char hint[256];
    (void)snprintf(hint, sizeof hint, "did you mean \"%s\"?", nearest.best);
    smyi_refuse_key(reader, SMY_ERR_UNKNOWN, entry,
                    nearest.best         ? hint
                    : scenario->n_levers ? NULL
                                         : "the file has no levers",
                    "there is no lever %s in this file", smyi_shown(reader, entry->key));
    return SMYI_NONE;
}

static void read_lever(SmyiReader *reader, const SmyiValue *entry, void *into)
{
    static const char *const words[] = {"pulled", "dropped", NULL};
    SmyiLeverUse *uses = into;
    int lever = find_lever(reader, entry);
    int word = smyi_read_word(reader, entry, words);
    if (lever != SMYI_NONE && word != SMYI_NONE)
        uses[lever] = word == 0 ? SMYI_LEVER_PULLED : SMYI_LEVER_DROPPED;
}

static void read_levers(SmyiReader *reader, const SmyiValue *value, void *into)
{
    (void)into;
    SmyScenario *scenario = reader->scenario;
    SmyiLeverUse *uses = SMYI_TAKE(reader, scenario->n_levers, SmyiLeverUse);
    if (!uses)
        return;
    if (scenario->varied.levers && scenario->n_levers)
        memcpy(uses, scenario->varied.levers, scenario->n_levers * sizeof *uses);
    (void)smyi_read_entries(reader, value, false, read_lever, uses);
    scenario->varied.levers = uses;
}

/* ---- The whole ---- */

/* Capability and weight hang on the table and on the inputs of the day. */
static void check_whole(SmyiReader *reader, const SmyiValue *root)
{
    SmyScenario *scenario = reader->scenario;
    SmyiPlace place = scenario->table.place;
    SmyiInput *inputs = SMYI_TAKE(reader, scenario->n_inputs, SmyiInput);
    if (!inputs)
        return;
    smyi_inputs_in_force(scenario, smyi_day_looked_at(scenario), scenario->varied.levers,
                         inputs);
    scenario->inputs = inputs;
    scenario->table.place = (SmyiPlace){0};
    reader->at.candidates = root; /* the list stands; it has no place */
    smyi_check_table(reader);
    scenario->table.place = place;
}

static void read_all(SmyiReader *reader, const SmyiValue *root)
{
    static const SmyiKey keys[] = {{"as_of", read_as_of, false},
                                   {"table", read_table, false},
                                   {"changes", read_changes, false},
                                   {"levers", read_levers, false}};
    SmyiVaried *varied = &reader->scenario->varied;
    (void)smyi_read_map(reader, root, keys, sizeof keys / sizeof *keys, NULL);
    if (reader->complaints.n_errors == 0 && !reader->complaints.no_memory)
        check_whole(reader, root);
    smyi_complaints_sort(&reader->complaints);
    varied->is_varied |= varied->as_of || varied->table || varied->n_settings;
    for (size_t l = 0; varied->levers && l < reader->scenario->n_levers; l++)
        varied->is_varied |= varied->levers[l] != SMYI_LEVER_AS_DATED;
}

static SmyiReader *new_reader(SmyScenario *scenario, SmyiArena *scratch)
{
    SmyiReader *reader = SMYI_NEW(scratch, 1, SmyiReader);
    if (!reader)
        return NULL;
    *reader =
        (SmyiReader){.scenario = scenario, .arena = &scenario->arena, .scratch = scratch};
    reader->complaints.arena = scratch;
    return reader;
}

SmyCode smy_scenario_vary(const SmyScenario *base, const SmyVariation *variation,
                          const SmyReadOptions *options, SmyScenario **out, SmyError *err)
{
    SmyReadOptions none = {0};
    options = options ? options : &none;
    *out = NULL;
    SmyiArena scratch = {0};
    SmyScenario *scenario = smyi_scenario_share(base);
    SmyiReader *reader = scenario ? new_reader(scenario, &scratch) : NULL;
    if (reader)
        read_all(reader, variation->root);
    SmyCode code = SMY_ERR_NOMEM;
    if (reader && !reader->complaints.no_memory)
        code = smyi_complaints_tell(&reader->complaints, options->complain, options->cookie,
                                    err);
    else
        (void)smyi_fail(err, code, "out of memory while varying %s", base->id);
    smyi_arena_free(&scratch);
    if (code == SMY_OK)
        *out = scenario;
    else
        smy_scenario_free(scenario);
    return code;
}
