/* SPDX-License-Identifier: Apache-2.0 */
/* From values to a scenario: sections, the whole, complaints. */
#include "scenario/reader.h"

#include <string.h>

#include "scenario/at_hand.h"
#include "scenario/citation.h"
#include "scenario/in_force.h"
#include "scenario/lifetime.h"

void smy_read_options_init(SmyReadOptions *options)
{
    *options = (SmyReadOptions){0};
}

/* ---- Heads of the file ---- */

static void read_version(SmyiReader *reader, const SmyiValue *value, void *into)
{
    double version;
    (void)into;
    if (smyi_read_number(reader, value, 1, (double)1e9, &version) && version != 1)
        smyi_refuse(reader, SMY_ERR_RANGE, value, "write \"summitry: 1\"",
                    "the file is of format %s; this program reads format 1",
                    smyi_shown(reader, value));
}

static void read_id(SmyiReader *reader, const SmyiValue *value, void *into)
{
    (void)into;
    reader->scenario->id = smyi_read_name(reader, value);
}

static void read_title(SmyiReader *reader, const SmyiValue *value, void *into)
{
    (void)into;
    smyi_read_texts(reader, value, &reader->scenario->title);
}

static void read_as_of(SmyiReader *reader, const SmyiValue *value, void *into)
{
    (void)into;
    reader->scenario->as_of = smyi_read_date(reader, value);
}

static void read_account(SmyiReader *reader, const SmyiValue *value, void *into)
{
    (void)into;
    smyi_read_texts(reader, value, &reader->scenario->account);
}

/* ---- Sections ---- */

static const SmyiKey keys[] = {{"summitry", read_version, true},
                               {"id", read_id, true},
                               {"title", read_title, false},
                               {"as_of", read_as_of, false},
                               {"account", read_account, false},
                               {"documents", NULL, false},
                               {"issues", NULL, true},
                               {"actors", NULL, true},
                               {"table", NULL, true},
                               {"venues", NULL, false},
                               {"procedure", NULL, false},
                               {"stances", NULL, true},
                               {"no_deal", NULL, false},
                               {"standing", NULL, false},
                               {"constraints", NULL, false},
                               {"levers", NULL, false},
                               {"timeline", NULL, false},
                               {"correlations", NULL, false},
                               {"claims", NULL, false}};

/*
 * Sections of one pass are read in the order of the file, which is the order of the inputs.
 * Pass 0 declares names, 1 reads, 2 refers to inputs, those taken by speakers among them.
 */
static const struct {
    int pass;
    const char *key;
    SmyiReadFn *read;
} sections[] = {
    {0, "documents", smyi_read_documents},     {0, "venues", smyi_read_venues},
    {0, "issues", smyi_declare_issues},        {0, "actors", smyi_declare_actors},
    {1, "issues", smyi_read_issues},           {1, "actors", smyi_read_actors},
    {1, "stances", smyi_read_stances},         {1, "no_deal", smyi_read_no_deal},
    {1, "standing", smyi_read_standing},       {1, "table", smyi_read_table},
    {1, "procedure", smyi_read_procedure},     {1, "claims", smyi_read_claims},
    {1, "constraints", smyi_read_constraints}, {2, "levers", smyi_read_levers},
    {2, "timeline", smyi_read_timeline},       {2, "correlations", smyi_read_correlations},
};
enum { N_SECTIONS = sizeof sections / sizeof *sections };

static void read_pass(SmyiReader *reader, const SmyiValue *root, int pass)
{
    for (const SmyiValue *entry = root->first; entry; entry = entry->next) {
        if (entry->kind == SMYI_VALUE_NULL || entry->kind == SMYI_VALUE_BAD)
            continue;
        for (size_t i = 0; i < N_SECTIONS; i++)
            if (sections[i].pass == pass && strcmp(sections[i].key, entry->key->text) == 0)
                sections[i].read(reader, entry, NULL);
    }
}

/* Room for what hangs on the number of actors and issues, which the first pass told. */
static bool make_stances(SmyiReader *reader)
{
    SmyScenario *scenario = reader->scenario;
    size_t n = scenario->n_actors * scenario->n_issues;
    scenario->stances = SMYI_TAKE(reader, n, SmyiStance);
    for (size_t i = 0; scenario->stances && i < n; i++)
        scenario->stances[i] = (SmyiStance){.position = SMYI_NONE,
                                            .salience = SMYI_NONE,
                                            .limit = SMYI_NONE,
                                            .stated = SMYI_NONE};
    return scenario->stances != NULL;
}

/* What was read is what the file gives; from here on the inputs are those of the day. */
static void put_in_force(SmyiReader *reader)
{
    SmyScenario *scenario = reader->scenario;
    SmyiInput *inputs = SMYI_TAKE(reader, scenario->n_inputs, SmyiInput);
    if (!inputs ||
        !smyi_taken(reader, smyi_order_steps(scenario, reader->arena) ? scenario : NULL))
        return;
    scenario->given = scenario->inputs;
    smyi_inputs_in_force(scenario, smyi_day_looked_at(scenario), NULL, inputs);
    scenario->inputs = inputs;
}

static void read_root(SmyiReader *reader, const SmyiValue *root,
                      const SmyReadOptions *options)
{
    if (!smyi_read_map(reader, root, keys, sizeof keys / sizeof *keys, NULL))
        return;
    read_pass(reader, root, 0);
    smyi_find_documents(reader, options);
    if (!make_stances(reader))
        return;
    read_pass(reader, root, 1);
    smyi_resolve_speakers(reader);
    read_pass(reader, root, 2);
    smyi_sort_citations(reader->scenario);
    smyi_remark_documents(reader);
    reader->mend_correlations = options->mend_correlations;
    smyi_correlate(reader);
    put_in_force(reader);
    smyi_check_table(reader);
    if (reader->complaints.n_errors == 0)
        smyi_remark_whole(reader);
}

/* ---- Notices that stay with the scenario ---- */

static const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void keep_notices(SmyiReader *reader)
{
    SmyScenario *scenario = reader->scenario;
    size_t n = 0;
    scenario->notices =
        smyi_taken(reader, smyi_arena_take(reader->arena, reader->complaints.n_kept,
                                           sizeof *scenario->notices));
    for (size_t i = 0; scenario->notices && i < reader->complaints.n_kept; i++) {
        const SmyiComplaint *one = reader->complaints.kept[i];
        if (one->severity != SMY_SEVERITY_NOTICE || n == SMYI_NOTICES_TOLD)
            continue;
        const SmyError *e = &one->error;
        scenario->notices[n++] = (SmyiNotice){
            .text = smyi_taken(reader, smyi_arena_print(reader->arena, "%s:%d:%d: %s",
                                                        file_name(e->file), e->line,
                                                        e->column, e->message)),
            .note = one->note,
            .line = e->line,
            .column = e->column};
    }
    scenario->n_notices = n;
}

/* ---- The whole ---- */

static void read_values(SmyiReader *reader, SmyiRootFn *root_of, const void *cookie,
                        const SmyReadOptions *options)
{
    SmyiValue *root = root_of(reader, cookie);
    if (root)
        read_root(reader, root, options);
    smyi_complaints_sort(&reader->complaints);
    if (reader->complaints.n_errors == 0)
        keep_notices(reader);
}

static SmyScenario *new_scenario(const char *name)
{
    SmyScenario *scenario = smyi_scenario_new();
    if (!scenario)
        return NULL;
    scenario->file = smyi_arena_copy(&scenario->arena, name, strlen(name));
    if (scenario->file)
        return scenario;
    smy_scenario_free(scenario);
    return NULL;
}

static SmyiReader *new_reader(SmyScenario *scenario, SmyiArena *scratch)
{
    SmyiReader *reader = SMYI_NEW(scratch, 1, SmyiReader);
    if (!reader)
        return NULL;
    *reader =
        (SmyiReader){.scenario = scenario, .arena = &scenario->arena, .scratch = scratch};
    reader->complaints.arena = scratch;
    reader->claim_ids.arena = scratch;
    reader->constraint_ids.arena = scratch;
    reader->lever_ids.arena = scratch;
    return reader;
}

SmyCode smyi_scenario_make(const char *name, SmyiRootFn *root_of, const void *cookie,
                           const SmyReadOptions *options, SmyScenario **out, SmyError *err)
{
    SmyReadOptions defaults;
    smy_read_options_init(&defaults);
    options = options ? options : &defaults;
    *out = NULL;
    SmyiArena scratch = {0};
    SmyScenario *scenario = new_scenario(name);
    SmyiReader *reader = scenario ? new_reader(scenario, &scratch) : NULL;
    if (reader)
        read_values(reader, root_of, cookie, options);
    SmyCode code = SMY_ERR_NOMEM;
    if (reader && !reader->complaints.no_memory)
        code = smyi_complaints_tell(&reader->complaints, options->complain, options->cookie,
                                    err);
    else
        (void)smyi_fail(err, code, "out of memory while reading %s", name);
    smyi_arena_free(&scratch);
    if (code == SMY_OK)
        *out = scenario;
    else
        smy_scenario_free(scenario);
    return code;
}
