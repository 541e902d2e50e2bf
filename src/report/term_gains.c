/* SPDX-License-Identifier: Apache-2.0 */
/* Who gains and who loses, those outside too, and what a chair is worth to them. */
#include <math.h>
#include <string.h>

#include "report/cells.h"
#include "report/display.h"
#include "report/term_views.h"
#include "report/text.h"

typedef struct Layout {
    int name, role, middle, range, plot, models, cost; /* columns; 0: not shown */
} Layout;

static Layout layout_of(const SmyiPage *page)
{
    int width = page->term.width, widest = 5;
    for (size_t g = 0; g < page->digest.n_gains; g++) {
        int columns = smyi_text_columns(page->digest.actors[page->digest.by_gain[g]].name);
        widest = columns > widest ? columns : widest;
    }
    Layout l = {
        .name = widest, .role = 10, .middle = 6, .range = 13, .models = 7, .cost = 12};
    if (width < 76)
        l.role = l.cost = 0;
    if (width < 60)
        l.models = 0;
    if (l.name > width / 4)
        l.name = width / 4;
    l.plot = width - l.name - l.role - l.middle - l.range - l.models - l.cost - 2;
    if (l.plot > 60)
        l.plot = 60;
    if (l.plot < 8)
        l.plot = 0;
    return l;
}

static void put_heads(SmyiPage *page, Layout l, double low, double high)
{
    SmyiTerm *t = &page->term;
    smyi_term_end(t);
    smyi_term_fit(t, SMYI_HEAD, "GAINS", l.name, SMYI_LEFT);
    smyi_term_fit(t, SMYI_DIM, "", l.role, SMYI_LEFT);
    smyi_term_fit(t, SMYI_DIM, "middle", l.middle, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_DIM, "low to high", l.range, SMYI_RIGHT);
    smyi_term_to(t, t->column + (l.plot ? 2 : 0));
    int half = l.plot / 2;
    smyi_term_fit(t, SMYI_DIM, smyi_show_signed(low, 0).text, half, SMYI_LEFT);
    smyi_term_fit(t, SMYI_DIM, smyi_show_signed(high, 0).text, l.plot - half, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_DIM, "up:down", l.models ? l.models + 1 : 0, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_DIM, "a seat", l.cost - 1, SMYI_RIGHT);
    smyi_term_end(t);
}

static void put_plot(SmyiPage *page, const SmyiSpread *g, int columns, double low,
                     double high)
{
    SmyiCells c;
    smyi_cells_open(&c, columns, low, high, " ");
    smyi_cells_interval(&c, g->low, g->middle, g->high, smyi_term_sign(g->middle));
    int zero = smyi_cells_at(&c, 0);
    if (zero >= 0 && strcmp(c.glyph[zero], " ") == 0)
        smyi_cells_mark(&c, 0, SMYI_DIM, "┊");
    else if (zero >= 0 && strcmp(c.glyph[zero], "─") == 0)
        smyi_cells_mark(&c, 0, c.style[zero], "┼");
    smyi_cells_put(&page->term, &c);
}

static const char *range_of(SmyiPage *page, double low, double high)
{
    SmyiShown from = smyi_show_signed(low, 0), to = smyi_show_signed(high, 0);
    if (strcmp(from.text, to.text) == 0)
        return smyi_page_print(page, "%s", from.text);
    return smyi_page_print(page, "%s to %s", from.text, to.text);
}

static void put_actor(SmyiPage *page, const SmyiActorView *actor, Layout l, double low,
                      double high)
{
    SmyiTerm *t = &page->term;
    const SmyiSpread *g = &actor->gain, *x = &actor->seat;
    bool sits = actor->role == SMYI_PART_SEAT;
    smyi_term_fit(t, sits ? SMYI_BOLD : SMYI_PLAIN, actor->name, l.name, SMYI_LEFT);
    if (l.role) {
        smyi_term_to(t, t->column + 1);
        smyi_term_fit(t, SMYI_DIM, smyi_part_text(actor->role), l.role - 1, SMYI_LEFT);
    }
    smyi_term_fit(t, smyi_term_sign(g->middle), smyi_show_signed(g->middle, 0).text,
                  l.middle, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_PLAIN, range_of(page, g->low, g->high), l.range, SMYI_RIGHT);
    if (l.plot) {
        smyi_term_to(t, t->column + 2);
        put_plot(page, g, l.plot, low, high);
    }
    bool split = g->above > 0 && g->below > 0; /* the models disagree on the sign */
    smyi_term_fit(t, split ? SMYI_WARN : SMYI_PLAIN,
                  smyi_page_print(page, "%s%zu:%zu", split ? "!" : "", g->above, g->below),
                  l.models ? l.models + 1 : 0, SMYI_RIGHT);
    if (!sits && x->n)
        smyi_term_fit(t, SMYI_PLAIN, range_of(page, x->low, x->high), l.cost - 1,
                      SMYI_RIGHT);
    smyi_term_end(t);
}

void smyi_term_gains(SmyiPage *page)
{
    const SmyiDigest *d = &page->digest;
    Layout l = layout_of(page);
    double low = 0, high = 0;
    if (d->n_gains == 0)
        return;
    for (size_t g = 0; g < d->n_gains; g++) {
        low = fmin(low, d->actors[d->by_gain[g]].gain.low);
        high = fmax(high, d->actors[d->by_gain[g]].gain.high);
    }
    put_heads(page, l, low, high);
    for (size_t g = 0; g < d->n_gains; g++)
        put_actor(page, &d->actors[d->by_gain[g]], l, low, high);
    const char *about = "points of 100 against the status quo, over the models";
    if (l.cost)
        about =
            "points of 100 against the status quo; up:down: models where it gains:loses, ! "
            "they disagree; a seat: what sitting would bring it";
    smyi_term_wrap(&page->term, SMYI_DIM, about, 2);
}
