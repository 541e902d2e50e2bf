/* SPDX-License-Identifier: Apache-2.0 */
/* Reading typed values out of a table, and refusing what does not fit, with its place. */
#ifndef SMYI_EXCHANGE_TABLE_H
#define SMYI_EXCHANGE_TABLE_H

#include <stdbool.h>

#include "exchange/csv.h"
#include "scenario/cases.h"

enum { SMYI_NO_COLUMN = -1 };

typedef struct SmyiTable {
    SmyiCsv csv;
    SmyCases *cases; /* being read */
    SmyError *err;
} SmyiTable;

/** Index of a column, or SMYI_NO_COLUMN. */
int smyi_table_column(const SmyiTable *table, const char *name);
/** The same; SMY_ERR_MISSING where there is none, or SMY_ERR_DUPLICATE. */
SmyCode smyi_table_need(const SmyiTable *table, const char *name, int *column);
/** Refuses a column that stands there twice. */
SmyCode smyi_table_check_heads(const SmyiTable *table);

/** A cell; "" where column is SMYI_NO_COLUMN. */
const SmyiCell *smyi_table_cell(const SmyiTable *table, size_t row, int column);
/** A cell that may not be empty. */
SmyCode smyi_table_text(const SmyiTable *table, size_t row, int column, const char **text);
/** A number in low..high, NaN where the cell is empty. */
SmyCode smyi_table_number(const SmyiTable *table, size_t row, int column, double low,
                          double high, double *number);

SmyCode smyi_table_fail(const SmyiTable *table, const SmyiCell *cell, SmyCode code,
                        const char *hint, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/** Fills table->cases from the wide table of DEU III: one row an issue. */
SmyCode smyi_read_deu(SmyiTable *table);
/** From one row an issue and actor. */
SmyCode smyi_read_long(SmyiTable *table);

#endif
