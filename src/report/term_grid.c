/* SPDX-License-Identifier: Apache-2.0 */
/* A grid of short texts in lines of a terminal, cut into blocks of columns that fit. */
#include "report/term_grid.h"

#include "report/text.h"

bool smyi_grid_open(SmyiGrid *grid, size_t n_rows, size_t n_columns, SmyiArena *mem)
{
    *grid = (SmyiGrid){.n_rows = n_rows, .n_columns = n_columns, .column = 8, .label = 40};
    grid->rows = SMYI_NEW(mem, n_rows, const char *);
    grid->columns = SMYI_NEW(mem, n_columns, const char *);
    grid->cells = n_columns && n_rows > (size_t)-1 / n_columns
                      ? NULL
                      : SMYI_NEW(mem, n_rows * n_columns, SmyiGridCell);
    return grid->rows && grid->columns && grid->cells;
}

/* What the names need, as far as at least four columns, or all there are, still fit. */
static int label_width(const SmyiGrid *grid, int width)
{
    size_t least = grid->n_columns < 4 ? grid->n_columns : 4;
    int most = width - (int)least * grid->column, widest = 8;
    for (size_t r = 0; r < grid->n_rows; r++) {
        int columns = smyi_text_columns(grid->rows[r]);
        widest = columns > widest ? columns : widest;
    }
    widest = widest > grid->label ? grid->label : widest;
    return widest > most && most >= 8 ? most : widest;
}

static void put_block(SmyiTerm *t, const SmyiGrid *grid, size_t from, size_t to, int label)
{
    for (size_t r = 0; r < grid->n_rows; r++) {
        smyi_term_fit(t, SMYI_PLAIN, grid->rows[r], label, SMYI_LEFT);
        for (size_t c = from; c < to; c++) {
            const SmyiGridCell *cell = &grid->cells[r * grid->n_columns + c];
            smyi_term_fit(t, cell->style, cell->text ? cell->text : "", grid->column,
                          SMYI_RIGHT);
        }
        smyi_term_end(t);
    }
}

void smyi_term_grid(SmyiTerm *t, const char *heading, const SmyiGrid *grid)
{
    int label = label_width(grid, t->width);
    size_t fit = (size_t)((t->width - label) / grid->column);
    fit = fit < 1 ? 1 : fit;
    for (size_t from = 0; from < grid->n_columns; from += fit) {
        size_t to = from + fit < grid->n_columns ? from + fit : grid->n_columns;
        smyi_term_end(t);
        smyi_term_fit(t, SMYI_HEAD, heading, label, SMYI_LEFT);
        for (size_t c = from; c < to; c++) {
            smyi_term_to(t, t->column + 1);
            smyi_term_fit(t, SMYI_DIM, grid->columns[c], grid->column - 1, SMYI_RIGHT);
        }
        smyi_term_end(t);
        put_block(t, grid, from, to, label);
    }
}
