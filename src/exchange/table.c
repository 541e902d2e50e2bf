/* SPDX-License-Identifier: Apache-2.0 */
/* Reading typed values out of a table. */
#include "exchange/table.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "scenario/index.h"
#include "scenario/value.h"

SmyCode smyi_table_fail(const SmyiTable *table, const SmyiCell *cell, SmyCode code,
                        const char *hint, const char *format, ...)
{
    SmyiPlace place = {table->csv.file, cell ? cell->line : 0, cell ? cell->column : 0};
    char message[256];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(message, sizeof message, format, args);
    va_end(args);
    return smyi_fail_at(table->err, code, place, hint, "%s", message);
}

int smyi_table_column(const SmyiTable *table, const char *name)
{
    for (size_t c = 0; c < table->csv.n_columns; c++)
        if (strcmp(table->csv.head[c].text, name) == 0)
            return (int)c;
    return SMYI_NO_COLUMN;
}

SmyCode smyi_table_need(const SmyiTable *table, const char *name, int *column)
{
    *column = smyi_table_column(table, name);
    if (*column != SMYI_NO_COLUMN)
        return SMY_OK;
    return smyi_table_fail(table, &table->csv.head[0], SMY_ERR_MISSING,
                           "docs/backtest.md names the columns",
                           "there is no column \"%s\"", name);
}

SmyCode smyi_table_check_heads(const SmyiTable *table)
{
    SmyiIndex seen = {.arena = &table->cases->arena};
    for (size_t c = 0; c < table->csv.n_columns; c++) {
        const SmyiCell *head = &table->csv.head[c];
        if (smyi_index_find(&seen, head->text) >= 0)
            return smyi_table_fail(table, head, SMY_ERR_DUPLICATE, NULL,
                                   "the column %s stands there twice",
                                   smyi_text_shown(&table->cases->arena, head->text));
        if (!smyi_index_add(&seen, head->text, (int)c))
            return smyi_fail(table->err, SMY_ERR_NOMEM, "out of memory");
    }
    return SMY_OK;
}

const SmyiCell *smyi_table_cell(const SmyiTable *table, size_t row, int column)
{
    static const SmyiCell nothing = {"", 0, 0};
    return column == SMYI_NO_COLUMN
               ? &nothing
               : &table->csv.cells[row * table->csv.n_columns + (size_t)column];
}

SmyCode smyi_table_text(const SmyiTable *table, size_t row, int column, const char **text)
{
    const SmyiCell *cell = smyi_table_cell(table, row, column);
    *text = cell->text;
    if (*cell->text)
        return SMY_OK;
    return smyi_table_fail(table, cell, SMY_ERR_MISSING, NULL,
                           "\"%s\" is empty in this row", table->csv.head[column].text);
}

/* Decimal notation alone; what a spreadsheet does not write is no number here. */
static bool read_number(const char *text, double *number)
{
    SmyiValue value = {.text = text};
    if (text[strspn(text, "0123456789.eE+-")])
        return false;
    smyi_value_type(&value);
    *number = value.number;
    return value.kind == SMYI_VALUE_NUMBER && isfinite(value.number);
}

/* What the cell holds is refused: too low, too high. */
static SmyCode refuse_range(const SmyiTable *table, const SmyiCell *cell, const char *name,
                            double low, double high)
{
    char from[SMYI_NUMBER_SIZE], to[SMYI_NUMBER_SIZE];
    const char *shown = smyi_text_shown(&table->cases->arena, cell->text);
    smyi_number_write(low, from);
    if (!shown)
        return smyi_fail(table->err, SMY_ERR_NOMEM, "out of memory");
    if (!isfinite(high))
        return smyi_table_fail(table, cell, SMY_ERR_RANGE, NULL,
                               "\"%s\" is %s; it is at least %s", name, shown, from);
    smyi_number_write(high, to);
    return smyi_table_fail(table, cell, SMY_ERR_RANGE, NULL,
                           "\"%s\" is %s; it goes from %s to %s", name, shown, from, to);
}

SmyCode smyi_table_number(const SmyiTable *table, size_t row, int column, double low,
                          double high, double *number)
{
    const SmyiCell *cell = smyi_table_cell(table, row, column);
    *number = (double)NAN;
    if (!*cell->text)
        return SMY_OK;
    const char *name = table->csv.head[column].text;
    if (read_number(cell->text, number))
        return *number >= low && *number <= high
                   ? SMY_OK
                   : refuse_range(table, cell, name, low, high);
    const char *shown = smyi_text_shown(&table->cases->arena, cell->text);
    if (!shown)
        return smyi_fail(table->err, SMY_ERR_NOMEM, "out of memory");
    return smyi_table_fail(table, cell, SMY_ERR_TYPE,
                           "a number such as 12.5; an empty cell is \"not known\"",
                           "\"%s\" is %s, which is no number", name, shown);
}
