/* SPDX-License-Identifier: Apache-2.0 */
/* The long table: one row an issue and actor. What belongs to the issue may stand in any of
   its rows, but may not differ between them. */
#include <math.h>
#include <string.h>

#include "exchange/table.h"
#include "scenario/index.h"

enum { LOW, HIGH, STATUS_QUO, OUTCOME, N_OF_ISSUE };

static const char *const of_issue[N_OF_ISSUE] = {"low", "high", "status_quo", "outcome"};

typedef struct Columns {
    int issue, group, actor, position, salience, capability;
    int of_issue[N_OF_ISSUE];
} Columns;

typedef struct Work {
    SmyiTable *table;
    Columns columns;
    SmyiIndex issues, pairs;
    int *case_of; /* [rows] */
} Work;

static SmyCode no_memory(const Work *work)
{
    return smyi_fail(work->table->err, SMY_ERR_NOMEM, "out of memory");
}

static SmyCode check_names(const SmyiTable *table)
{
    static const char *const known[] = {"issue",      "group",      "actor", "position",
                                        "salience",   "capability", "low",   "high",
                                        "status_quo", "outcome"};
    for (size_t c = 0; c < table->csv.n_columns; c++) {
        const SmyiCell *head = &table->csv.head[c];
        bool found = strncmp(head->text, "x-", 2) == 0; /* the user's own */
        for (size_t k = 0; k < sizeof known / sizeof *known; k++)
            found |= strcmp(head->text, known[k]) == 0;
        if (!found)
            return smyi_table_fail(table, head, SMY_ERR_UNKNOWN,
                                   "docs/backtest.md names the columns; your own start "
                                   "with \"x-\"",
                                   "there is no column of the name \"%.64s\"", head->text);
    }
    return SMY_OK;
}

static SmyCode find_columns(const SmyiTable *table, Columns *c)
{
    const struct {
        const char *name;
        int *column;
    } needed[] = {{"issue", &c->issue},
                  {"actor", &c->actor},
                  {"position", &c->position},
                  {"salience", &c->salience},
                  {"outcome", &c->of_issue[OUTCOME]}};
    SmyCode code = check_names(table);
    for (size_t k = 0; k < sizeof needed / sizeof *needed && code == SMY_OK; k++)
        code = smyi_table_need(table, needed[k].name, needed[k].column);
    c->group = smyi_table_column(table, "group");
    c->capability = smyi_table_column(table, "capability");
    for (int k = 0; k < OUTCOME; k++)
        c->of_issue[k] = smyi_table_column(table, of_issue[k]);
    return code;
}

static double *slot(SmyiCase *one, int k)
{
    double *const slots[N_OF_ISSUE] = {&one->low, &one->high, &one->status_quo,
                                       &one->outcome};
    return slots[k];
}

/* Takes what a row says of its issue; where two rows speak, they must say the same. */
static SmyCode merge(Work *work, size_t row, SmyiCase *one)
{
    const SmyiTable *t = work->table;
    const char *group = smyi_table_cell(t, row, work->columns.group)->text;
    if (*group && one->group && strcmp(group, one->group) != 0)
        return smyi_table_fail(
            t, smyi_table_cell(t, row, work->columns.group), SMY_ERR_CONFLICT, NULL,
            "issue \"%.64s\" is in group \"%.64s\" in another row", one->id, one->group);
    one->group = *group ? group : one->group;
    for (int k = 0; k < N_OF_ISSUE; k++) {
        double value, *known = slot(one, k);
        int column = work->columns.of_issue[k];
        SmyCode code = smyi_table_number(t, row, column, -1e300, 1e300, &value);
        if (code != SMY_OK)
            return code;
        if (!isnan(value) && !isnan(*known) && (value < *known || value > *known))
            return smyi_table_fail(t, smyi_table_cell(t, row, column), SMY_ERR_CONFLICT,
                                   NULL, "issue \"%.64s\" has another %s in another row",
                                   one->id, of_issue[k]);
        *known = isnan(value) ? *known : value;
    }
    return SMY_OK;
}

static SmyCode read_issue(Work *work, size_t row)
{
    SmyCases *cases = work->table->cases;
    const char *id;
    SmyCode code = smyi_table_text(work->table, row, work->columns.issue, &id);
    if (code != SMY_OK)
        return code;
    int at = smyi_index_find(&work->issues, id);
    if (at < 0) {
        double none = (double)NAN;
        at = (int)cases->n_cases++;
        cases->cases[at] = (SmyiCase){
            .id = id, .low = none, .high = none, .status_quo = none, .outcome = none};
        if (!smyi_index_add(&work->issues, id, at))
            return no_memory(work);
    }
    work->case_of[row] = at;
    cases->cases[at].n_actors++;
    return merge(work, row, &cases->cases[at]);
}

/* Defaults of what no row said, and where the issue's standpoints go. */
static void settle(SmyCases *cases)
{
    for (size_t i = 0; i < cases->n_cases; i++) {
        SmyiCase *one = &cases->cases[i];
        one->group = one->group ? one->group : one->id;
        one->low = isnan(one->low) ? 0 : one->low;
        one->high = isnan(one->high) ? 100 : one->high;
        one->first = cases->n_standpoints;
        cases->n_standpoints += one->n_actors;
        one->n_actors = 0; /* counted again as they come */
    }
}

static SmyCode check_scale(const Work *work, size_t row, const SmyiCase *one)
{
    const SmyiTable *t = work->table;
    double ignored;
    int low = work->columns.of_issue[LOW], high = work->columns.of_issue[HIGH];
    if (!(one->low < one->high))
        return smyi_table_fail(
            t, smyi_table_cell(t, row, low == SMYI_NO_COLUMN ? high : low), SMY_ERR_RANGE,
            "low and high default to 0 and 100",
            "the scale of issue \"%.64s\" does not go from a lower to a higher end",
            one->id);
    SmyCode code = SMY_OK;
    for (int k = STATUS_QUO; k < N_OF_ISSUE && code == SMY_OK; k++)
        code = smyi_table_number(t, row, work->columns.of_issue[k], one->low, one->high,
                                 &ignored);
    return code;
}

static SmyCode check_pair(Work *work, size_t row, const char *actor)
{
    const SmyiTable *t = work->table;
    const char *pair =
        smyi_arena_print(&t->cases->arena, "%d,%s", work->case_of[row], actor);
    if (!pair)
        return no_memory(work);
    if (smyi_index_find(&work->pairs, pair) >= 0)
        return smyi_table_fail(t, smyi_table_cell(t, row, work->columns.actor),
                               SMY_ERR_DUPLICATE, NULL,
                               "\"%.64s\" has a row already in issue \"%.64s\"", actor,
                               t->cases->cases[work->case_of[row]].id);
    return smyi_index_add(&work->pairs, pair, (int)row) ? SMY_OK : no_memory(work);
}

static SmyCode read_standpoint(Work *work, size_t row)
{
    const SmyiTable *t = work->table;
    const Columns *c = &work->columns;
    SmyiCase *one = &t->cases->cases[work->case_of[row]];
    SmyiStandpoint *s = &t->cases->standpoints[one->first + one->n_actors++];
    SmyCode code = check_scale(work, row, one);
    if (code == SMY_OK)
        code = smyi_table_text(t, row, c->actor, &s->actor);
    if (code == SMY_OK)
        code = check_pair(work, row, s->actor);
    if (code == SMY_OK)
        code = smyi_table_number(t, row, c->position, one->low, one->high, &s->position);
    if (code == SMY_OK)
        code = smyi_table_number(t, row, c->salience, 0, 100, &s->salience);
    if (code == SMY_OK)
        code = smyi_table_number(t, row, c->capability, 0, HUGE_VAL, &s->capability);
    return code;
}

SmyCode smyi_read_long(SmyiTable *table)
{
    SmyCases *cases = table->cases;
    SmyiArena *arena = &cases->arena;
    Work work = {.table = table, .issues = {.arena = arena}, .pairs = {.arena = arena}};
    size_t n_rows = table->csv.n_rows;
    SmyCode code = find_columns(table, &work.columns);
    if (code != SMY_OK)
        return code;
    cases->form = "cases";
    cases->cases = SMYI_NEW(arena, n_rows, SmyiCase);
    cases->standpoints = SMYI_NEW(arena, n_rows, SmyiStandpoint);
    work.case_of = SMYI_NEW(arena, n_rows, int);
    if (!cases->cases || !cases->standpoints || !work.case_of)
        return no_memory(&work);
    for (size_t row = 0; row < n_rows && code == SMY_OK; row++)
        code = read_issue(&work, row);
    settle(cases);
    for (size_t row = 0; row < n_rows && code == SMY_OK; row++)
        code = read_standpoint(&work, row);
    return code;
}
