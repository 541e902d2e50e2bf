/* SPDX-License-Identifier: Apache-2.0 */
/* The wide table of DEU III: one row an issue, columns p_xx, s_xx, c_xx for each actor xx. */
#include <math.h>
#include <string.h>

#include "exchange/table.h"
#include "scenario/index.h"

typedef struct Actor {
    const char *name;
    int position, salience, capability; /* columns */
} Actor;

typedef struct Columns {
    int issue, group, status_quo, outcome;
    size_t n_actors;
    Actor *actors;
} Columns;

/* The column of an actor's number of one kind: "s" of "p_xx" is "s_xx". */
static int partner(const SmyiTable *table, const char *name, const char *kind)
{
    const char *full = smyi_arena_print(&table->cases->arena, "%s_%s", kind, name);
    return full ? smyi_table_column(table, full) : SMYI_NO_COLUMN;
}

static SmyCode find_actors(const SmyiTable *table, Columns *columns)
{
    columns->actors = SMYI_NEW(&table->cases->arena, table->csv.n_columns, Actor);
    if (!columns->actors)
        return smyi_fail(table->err, SMY_ERR_NOMEM, "out of memory");
    for (size_t c = 0; c < table->csv.n_columns; c++) {
        const SmyiCell *head = &table->csv.head[c];
        if (strncmp(head->text, "p_", 2) != 0)
            continue;
        const char *name = head->text + 2;
        Actor *actor = &columns->actors[columns->n_actors++];
        *actor =
            (Actor){name, (int)c, partner(table, name, "s"), partner(table, name, "c")};
        if (actor->salience == SMYI_NO_COLUMN)
            return smyi_table_fail(table, head, SMY_ERR_MISSING, NULL,
                                   "there is \"p_%.40s\" and no \"s_%.40s\"", name, name);
    }
    return SMY_OK;
}

static SmyCode find_columns(const SmyiTable *table, Columns *columns)
{
    SmyCode code = smyi_table_need(table, "issue", &columns->issue);
    if (code == SMY_OK)
        code = smyi_table_need(table, "group", &columns->group);
    if (code == SMY_OK)
        code = smyi_table_need(table, "rp", &columns->status_quo);
    if (code == SMY_OK)
        code = smyi_table_need(table, "out", &columns->outcome);
    return code == SMY_OK ? find_actors(table, columns) : code;
}

static SmyCode read_actor(SmyiTable *table, size_t row, const Actor *actor, SmyiCase *one)
{
    SmyCases *cases = table->cases;
    SmyiStandpoint s = {.actor = actor->name};
    SmyCode code = smyi_table_number(table, row, actor->position, 0, 100, &s.position);
    if (code == SMY_OK)
        code = smyi_table_number(table, row, actor->salience, 0, 100, &s.salience);
    if (code == SMY_OK)
        code = smyi_table_number(table, row, actor->capability, 0, HUGE_VAL, &s.capability);
    if (isnan(s.position) && isnan(s.salience))
        return code; /* takes no part in this issue */
    cases->standpoints[cases->n_standpoints++] = s;
    one->n_actors++;
    return code;
}

static SmyCode read_row(SmyiTable *table, size_t row, const Columns *columns,
                        SmyiIndex *seen)
{
    SmyCases *cases = table->cases;
    SmyiCase one = {.high = 100, .first = cases->n_standpoints};
    SmyCode code = smyi_table_text(table, row, columns->issue, &one.id);
    if (code == SMY_OK)
        code = smyi_table_text(table, row, columns->group, &one.group);
    if (code == SMY_OK)
        code = smyi_table_number(table, row, columns->status_quo, 0, 100, &one.status_quo);
    if (code == SMY_OK)
        code = smyi_table_number(table, row, columns->outcome, 0, 100, &one.outcome);
    for (size_t a = 0; a < columns->n_actors && code == SMY_OK; a++)
        code = read_actor(table, row, &columns->actors[a], &one);
    if (code != SMY_OK)
        return code;
    if (smyi_index_find(seen, one.id) >= 0)
        return smyi_table_fail(table, smyi_table_cell(table, row, columns->issue),
                               SMY_ERR_DUPLICATE, NULL,
                               "the issue \"%.64s\" has a row already", one.id);
    if (!smyi_index_add(seen, one.id, (int)row))
        return smyi_fail(table->err, SMY_ERR_NOMEM, "out of memory");
    cases->cases[cases->n_cases++] = one;
    return SMY_OK;
}

SmyCode smyi_read_deu(SmyiTable *table)
{
    SmyCases *cases = table->cases;
    Columns columns = {0};
    SmyCode code = find_columns(table, &columns);
    if (code != SMY_OK)
        return code;
    SmyiIndex seen = {.arena = &cases->arena};
    cases->form = "deu3";
    cases->cases = SMYI_NEW(&cases->arena, table->csv.n_rows, SmyiCase);
    cases->standpoints =
        SMYI_NEW(&cases->arena, table->csv.n_rows * columns.n_actors, SmyiStandpoint);
    if (!cases->cases || !cases->standpoints)
        return smyi_fail(table->err, SMY_ERR_NOMEM, "out of memory");
    for (size_t row = 0; row < table->csv.n_rows && code == SMY_OK; row++)
        code = read_row(table, row, &columns, &seen);
    return code;
}
