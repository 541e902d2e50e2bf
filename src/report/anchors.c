/* SPDX-License-Identifier: Apache-2.0 */
/* The texts of a scale under its chart, in rows where no two touch. */
#include "report/anchors.h"

#include <math.h>

#include "report/text.h"

enum { MOST_ROWS = 8 };

/* Where the text of an anchor goes, so that it stays on a plot so many columns wide. */
typedef struct Spot {
    const char *anchor;
    double left, right; /* columns from the left end of the plot */
} Spot;

static Spot spot_of(double share, int columns, int plot)
{
    double at = share * plot;
    if (share < 0.34 && at + columns <= plot + 4)
        return (Spot){"start", at, at + columns};
    if (share <= 0.67 && at + columns / 2.0 <= plot + 5)
        return (Spot){"middle", at - columns / 2.0, at + columns / 2.0};
    return (Spot){"end", at - columns, at};
}

/* Rows of texts in which no two touch. */
typedef struct Rows {
    int n;
    double ends[MOST_ROWS];
} Rows;

static int row_for(Rows *rows, Spot spot)
{
    int row = 0;
    while (row < rows->n && rows->ends[row] + 2 > spot.left)
        row++;
    if (row == MOST_ROWS)
        return -1;
    rows->n = row == rows->n ? row + 1 : rows->n;
    rows->ends[row] = spot.right;
    return row;
}

typedef enum AnchorPass { MEASURE, RULES, TEXTS } AnchorPass;

static void put_anchor(SmyiChart *c, AnchorPass pass, double at, int top, int row,
                       Spot spot, const char *text)
{
    if (pass == RULES)
        smyi_chart_rule(c, "grid", at, top, top + 6 + row * 14);
    if (pass == TEXTS)
        smyi_chart_text(c, "axis", at, 0, top + 17 + row * 14, spot.anchor, text);
}

/* One pass over the anchors; returns the rows they take. */
static int put_anchors(SmyiChart *c, const SmyiIssueView *issue, int plot, int top,
                       AnchorPass pass)
{
    Rows rows = {.n = 0};
    const SmyNode *anchors = smy_node_get(issue->node, "anchors");
    for (size_t a = 0; a < smy_node_size(anchors); a++) {
        const SmyNode *pair = smy_node_at(anchors, a);
        const char *says = smy_node_text(smy_node_at(pair, 1));
        double at = smy_node_number(smy_node_at(pair, 0)), share = smyi_chart_share(c, at);
        SmyiShown value = smyi_show_level(at, issue->high - issue->low, 6);
        const char *text =
            smyi_arena_print(c->h->mem, "%s %s", value.text, says ? says : "");
        if (!text)
            c->h->w.code = SMY_ERR_NOMEM;
        if (!text || isnan(share))
            continue;
        Spot spot = spot_of(share, smyi_text_columns(text), plot);
        int row = row_for(&rows, spot);
        if (row >= 0)
            put_anchor(c, pass, at, top, row, spot, text);
    }
    return rows.n;
}

int smyi_anchors_rows(SmyiChart *c, const SmyiIssueView *issue, int plot)
{
    return put_anchors(c, issue, plot, 0, MEASURE);
}

/* Texts after rules, so that their halo keeps them readable. */
void smyi_anchors_draw(SmyiChart *c, const SmyiIssueView *issue, const char *class_name,
                       int plot, int top)
{
    smyi_print(&c->h->w, "<g class=\"%s\">\n", class_name);
    (void)put_anchors(c, issue, plot, top, RULES);
    (void)put_anchors(c, issue, plot, top, TEXTS);
    smyi_put(&c->h->w, "</g>\n");
}
