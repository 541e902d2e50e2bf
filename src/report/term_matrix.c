/* SPDX-License-Identifier: Apache-2.0 */
/* A matrix of points in lines of a terminal, cut into blocks of columns that fit. */
#include "report/term_matrix.h"

#include <stdbool.h>

#include "report/display.h"
#include "report/text.h"

enum { CELL = 7, INDENT = 2 };

bool smyi_matrix_open(SmyiMatrix *matrix, size_t n_rows, size_t n_columns, SmyiArena *mem)
{
    *matrix = (SmyiMatrix){.n_rows = n_rows, .n_columns = n_columns};
    matrix->rows = SMYI_NEW(mem, n_rows, const char *);
    matrix->columns = SMYI_NEW(mem, n_columns, const char *);
    matrix->cells = n_columns && n_rows > (size_t)-1 / n_columns
                        ? NULL
                        : SMYI_NEW(mem, n_rows * n_columns, double);
    return matrix->rows && matrix->columns && matrix->cells;
}

static int label_columns(const SmyiMatrix *matrix, int width)
{
    int widest = 4;
    for (size_t r = 0; r < matrix->n_rows; r++) {
        int columns = smyi_text_columns(matrix->rows[r]);
        widest = columns > widest ? columns : widest;
    }
    return widest > width / 3 ? width / 3 : widest;
}

/* A column is as wide as its name, if that is short; at least as a number is. */
static int column_width(const char *name)
{
    int columns = smyi_text_columns(name) + 1;
    return columns < CELL ? CELL : columns > 2 * CELL ? 2 * CELL : columns;
}

static size_t block_end(const SmyiMatrix *matrix, size_t from, int room)
{
    size_t to = from;
    while (to < matrix->n_columns && column_width(matrix->columns[to]) <= room)
        room -= column_width(matrix->columns[to++]);
    return to > from ? to : from + 1;
}

static void put_heads(SmyiTerm *t, const SmyiMatrix *matrix, size_t from, size_t to,
                      int label)
{
    smyi_term_to(t, INDENT + label);
    for (size_t c = from; c < to; c++) {
        smyi_term_to(t, t->column + 1);
        smyi_term_fit(t, SMYI_DIM, matrix->columns[c], column_width(matrix->columns[c]) - 1,
                      SMYI_RIGHT);
    }
    smyi_term_end(t);
}

void smyi_term_matrix(SmyiTerm *t, const SmyiMatrix *matrix)
{
    int label = label_columns(matrix, t->width);
    for (size_t from = 0, to; from < matrix->n_columns; from = to) {
        to = block_end(matrix, from, t->width - INDENT - label);
        put_heads(t, matrix, from, to, label);
        for (size_t r = 0; r < matrix->n_rows; r++) {
            smyi_term_to(t, INDENT);
            smyi_term_fit(t, SMYI_PLAIN, matrix->rows[r], label, SMYI_LEFT);
            for (size_t c = from; c < to; c++) {
                double cell = matrix->cells[r * matrix->n_columns + c];
                smyi_term_fit(t, smyi_term_sign(cell), smyi_show_signed(cell, 1).text,
                              column_width(matrix->columns[c]), SMYI_RIGHT);
            }
            smyi_term_end(t);
        }
    }
}
