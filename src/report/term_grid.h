/* SPDX-License-Identifier: Apache-2.0 */
/* A grid of short texts in lines of a terminal, cut into blocks of columns that fit. */
#ifndef SMYI_REPORT_TERM_GRID_H
#define SMYI_REPORT_TERM_GRID_H

#include "report/term.h"

typedef struct SmyiGridCell {
    const char *text; /* NULL: empty */
    SmyiStyle style;
} SmyiGridCell;

typedef struct SmyiGrid {
    size_t n_rows, n_columns;
    const char **rows, **columns; /* their names */
    SmyiGridCell *cells;          /* [n_rows x n_columns] */
    int column;                   /* width of one, with the blank before it */
    int label;                    /* most columns of a row's name */
} SmyiGrid;

/** A grid with room for names and cells, in `mem`; false where there is none. */
bool smyi_grid_open(SmyiGrid *grid, size_t n_rows, size_t n_columns, SmyiArena *mem);
/** Writes it: a head line and a line a row, again for each block of columns. */
void smyi_term_grid(SmyiTerm *t, const char *heading, const SmyiGrid *grid);

#endif
