/* SPDX-License-Identifier: Apache-2.0 */
/* A scale drawn in one line of characters. */
#include "report/cells.h"

#include <math.h>
#include <string.h>

void smyi_cells_open(SmyiCells *c, int n, double low, double high, const char *glyph)
{
    c->n = n < 2 ? 2 : n > SMYI_MOST_CELLS ? SMYI_MOST_CELLS : n;
    c->low = low;
    c->high = high;
    for (int x = 0; x < c->n; x++) {
        c->glyph[x] = glyph;
        c->style[x] = SMYI_DIM;
    }
}

int smyi_cells_at(const SmyiCells *c, double value)
{
    double share = (value - c->low) / (c->high - c->low);
    if (!isfinite(share))
        return -1;
    share = fmin(fmax(share, 0), 1);
    return (int)floor(share * (c->n - 1) + 0.5);
}

void smyi_cells_mark(SmyiCells *c, double value, SmyiStyle style, const char *glyph)
{
    int x = smyi_cells_at(c, value);
    if (x < 0)
        return;
    c->glyph[x] = glyph;
    c->style[x] = style;
}

void smyi_cells_interval(SmyiCells *c, double low, double mark, double high,
                         SmyiStyle style)
{
    int from = smyi_cells_at(c, low), to = smyi_cells_at(c, high);
    if (from < 0 || to < 0)
        return;
    for (int x = from; x <= to; x++) {
        c->glyph[x] = x == from ? "├" : x == to ? "┤" : "─";
        c->style[x] = style;
    }
    smyi_cells_mark(c, mark, style, "●");
}

void smyi_cells_put(SmyiTerm *t, const SmyiCells *c)
{
    for (int x = 0; x < c->n; x++) {
        if (strcmp(c->glyph[x], " ") == 0)
            smyi_term_to(t, t->column + 1); /* so that none end a line */
        else
            smyi_term_put(t, c->style[x], c->glyph[x]);
    }
}
