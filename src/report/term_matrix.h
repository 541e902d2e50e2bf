/* SPDX-License-Identifier: Apache-2.0 */
/* A matrix of points in lines of a terminal, cut into blocks of columns that fit. */
#ifndef SMYI_REPORT_TERM_MATRIX_H
#define SMYI_REPORT_TERM_MATRIX_H

#include "report/term.h"

typedef struct SmyiMatrix {
    size_t n_rows, n_columns;
    const char **rows, **columns; /* their names */
    double *cells;                /* [n_rows x n_columns] points; NaN: not defined */
} SmyiMatrix;

/** A matrix with room for names and cells, in `mem`; false where there is none. */
bool smyi_matrix_open(SmyiMatrix *matrix, size_t n_rows, size_t n_columns, SmyiArena *mem);
/** Writes it: a head line and a line a row, again for each block of columns. */
void smyi_term_matrix(SmyiTerm *t, const SmyiMatrix *matrix);

#endif
