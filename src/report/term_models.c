/* SPDX-License-Identifier: Apache-2.0 */
/* Every model on one scale: that of the issue on which they lie furthest apart. */
#include <math.h>

#include "report/cells.h"
#include "report/display.h"
#include "report/term_views.h"
#include "report/text.h"

typedef struct Layout {
    int label, kind, plot, value, range; /* columns; 0: not shown */
} Layout;

static Layout layout_of(const SmyiPage *page)
{
    int width = page->term.width;
    Layout l = {.label = 5, .kind = 5, .value = 7, .range = 16};
    for (size_t m = 0; m < page->digest.n_models; m++) {
        const SmyiModelView *model = &page->digest.models[m];
        int label = smyi_text_columns(model->label) + 1;
        int kind = model->assumption ? smyi_text_columns(model->assumption) + 2 : 0;
        l.label = label > l.label ? label : l.label;
        l.kind = kind > l.kind ? kind : l.kind;
    }
    l.label = l.label > width / 3 ? width / 3 : l.label;
    if (width < 100)
        l.range = 0;
    if (width < 70)
        l.kind = 0;
    l.kind = l.kind > 30 ? 30 : l.kind;
    l.plot = width - l.label - l.kind - l.value - l.range;
    l.plot = l.plot > 60 ? 60 : l.plot;
    return l;
}

static void put_heads(SmyiPage *page, const SmyiIssueView *issue, Layout l)
{
    SmyiTerm *t = &page->term;
    double range = issue->high - issue->low;
    smyi_term_end(t);
    smyi_term_put(t, SMYI_HEAD, "MODELS ");
    smyi_term_put(t, SMYI_DIM, "on ");
    smyi_term_put(t, SMYI_DIM, issue->title);
    if (t->column > l.label + l.kind - 2)
        smyi_term_end(t);
    smyi_term_to(t, l.label + l.kind);
    smyi_term_fit(t, SMYI_DIM, smyi_show_level(issue->low, range, 6).text, l.plot / 2,
                  SMYI_LEFT);
    smyi_term_fit(t, SMYI_DIM, smyi_show_level(issue->high, range, 6).text,
                  l.plot - l.plot / 2, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_DIM, "puts", l.value, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_DIM, "8 draws in 10", l.range, SMYI_RIGHT);
    smyi_term_end(t);
}

static void put_model(SmyiPage *page, const SmyiModelView *model,
                      const SmyiIssueView *issue, Layout l)
{
    SmyiTerm *t = &page->term;
    const SmyNode *outcome = smy_node_get(smy_node_get(model->node, "outcome"), issue->id);
    const SmyNode *draws = smy_node_get(outcome, "solution_draws");
    double range = issue->high - issue->low,
           point = smy_node_number(smy_node_get(outcome, "solution"));
    double low = smy_node_number(smy_node_get(draws, "q10")),
           high = smy_node_number(smy_node_get(draws, "q90"));
    SmyiCells c;
    smyi_term_fit(t, SMYI_PLAIN, model->label, l.label - 1, SMYI_LEFT);
    smyi_term_to(t, l.label);
    if (l.kind)
        smyi_term_fit(t, SMYI_DIM, model->assumption ? model->assumption : "", l.kind - 1,
                      SMYI_LEFT);
    smyi_term_to(t, l.label + l.kind);
    smyi_cells_open(&c, l.plot, issue->low, issue->high, "·");
    smyi_cells_mark(&c, issue->status_quo, SMYI_PLAIN, "│");
    smyi_cells_interval(&c, low, point, high, SMYI_PLAIN);
    smyi_cells_mark(&c, point, SMYI_BOLD, "●");
    smyi_cells_put(t, &c);
    smyi_term_fit(t, isnan(point) ? SMYI_WARN : SMYI_PLAIN,
                  isnan(point) ? "?" : smyi_show_level(point, range, 6).text, l.value,
                  SMYI_RIGHT);
    if (l.range && !isnan(low) && !isnan(high))
        smyi_term_fit(t, SMYI_DIM,
                      smyi_page_print(page, "%s to %s", smyi_show_level(low, range, 6).text,
                                      smyi_show_level(high, range, 6).text),
                      l.range, SMYI_RIGHT);
    smyi_term_end(t);
}

void smyi_term_models(SmyiPage *page)
{
    const SmyiIssueView *issue = smyi_digest_widest(&page->digest);
    if (!issue)
        return;
    Layout l = layout_of(page);
    put_heads(page, issue, l);
    for (size_t m = 0; m < page->digest.n_models; m++)
        put_model(page, &page->digest.models[m], issue, l);
    smyi_term_wrap(&page->term, SMYI_DIM,
                   "where they part most, before limits; ├─┤ eight draws in ten; "
                   "│ status quo",
                   2);
}
