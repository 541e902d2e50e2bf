/* SPDX-License-Identifier: Apache-2.0 */
/* A scale drawn in one line of characters. */
#ifndef SMYI_REPORT_CELLS_H
#define SMYI_REPORT_CELLS_H

#include "report/term.h"

enum { SMYI_MOST_CELLS = 80 };

typedef struct SmyiCells {
    int n;            /* 2..SMYI_MOST_CELLS */
    double low, high; /* values at the middle of the first and of the last cell */
    const char *glyph[SMYI_MOST_CELLS];
    SmyiStyle style[SMYI_MOST_CELLS];
} SmyiCells;

/** n cells (clamped to what there is room for) filled with `glyph`, dim. */
void smyi_cells_open(SmyiCells *c, int n, double low, double high, const char *glyph);
/** The cell of a value; the ends for what lies outside; -1 for NaN or a scale of no width. */
int smyi_cells_at(const SmyiCells *c, double value);
/** Puts a glyph (constant text of one column) on the cell of a value, if it has one. */
void smyi_cells_mark(SmyiCells *c, double value, SmyiStyle style, const char *glyph);
/** low |--o---| high: an interval with a mark in it. */
void smyi_cells_interval(SmyiCells *c, double low, double mark, double high,
                         SmyiStyle style);
void smyi_cells_put(SmyiTerm *t, const SmyiCells *c);

#endif
