/* SPDX-License-Identifier: Apache-2.0 */
/* Comma-separated values as RFC 4180 has them, each cell knowing where it stands. */
#ifndef SMYI_EXCHANGE_CSV_H
#define SMYI_EXCHANGE_CSV_H

#include "base/arena.h"
#include "base/error.h"

typedef struct SmyiCell {
    const char *text; /* UTF-8, quotes undone; "": empty */
    int line, column; /* where the cell starts; columns in code points */
} SmyiCell;

typedef struct SmyiCsv {
    const char *file;
    size_t n_columns, n_rows; /* rows below the header */
    const SmyiCell *head;     /* [n_columns] */
    const SmyiCell *cells;    /* [n_rows x n_columns] */
} SmyiCsv;

/**
 * Reads a table whose first row is its header; every row has as many cells. Lines end in LF or
 * CR LF; a byte order mark is passed over, and so are empty lines between rows.
 * Errors: SMY_ERR_SYNTAX (with the place), SMY_ERR_LIMIT (more than 2^31 - 1 lines or columns),
 * SMY_ERR_NOMEM. Source: RFC 4180, section 2. Cost: O(length).
 */
SmyCode smyi_csv_read(const char *text, size_t length, const char *file, SmyiArena *arena,
                      SmyiCsv *out, SmyError *err);

#endif
