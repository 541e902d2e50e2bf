/* SPDX-License-Identifier: Apache-2.0 */
/* Claims and their odds: one line each, or in full with every model. */
#include <math.h>
#include <string.h>

#include "report/cells.h"
#include "report/display.h"
#include "report/term_views.h"
#include "report/text.h"

typedef struct Layout {
    int says, voice, odds, range, plot; /* columns; 0: not shown */
} Layout;

static Layout layout_of(const SmyiPage *page)
{
    int width = page->term.width, widest = 0;
    for (size_t c = 0; c < page->digest.n_claims; c++) {
        int columns = smyi_text_columns(page->digest.claims[c].says);
        widest = columns > widest ? columns : widest;
    }
    Layout l = {.voice = 12, .odds = 5, .range = 9, .plot = 12};
    if (width < 70)
        l.voice = l.plot = 0;
    if (width >= 120)
        l.voice = 16, l.plot = 22;
    l.says = width - l.voice - l.odds - l.range - l.plot - (l.plot ? 1 : 0);
    if (l.says > widest + 1)
        l.says = widest > 20 ? widest + 1 : 21;
    return l;
}

static void put_plot(SmyiPage *page, double low, double mark, double high, int columns)
{
    SmyiCells c;
    smyi_cells_open(&c, columns, 0, 1, "·");
    smyi_cells_interval(&c, low, mark, high, SMYI_PLAIN);
    smyi_cells_put(&page->term, &c);
}

static void put_line(SmyiPage *page, const SmyiClaimView *claim, Layout l)
{
    SmyiTerm *t = &page->term;
    smyi_term_fit(t, SMYI_PLAIN, claim->says, l.says - 1, SMYI_LEFT);
    smyi_term_to(t, l.says);
    if (l.voice)
        smyi_term_fit(t, SMYI_DIM, claim->voice ? claim->voice : "", l.voice - 1,
                      SMYI_LEFT);
    smyi_term_to(t, l.says + l.voice);
    if (isnan(claim->p)) {
        const char *verdict =
            smyi_page_print(page, "%zu of %zu", claim->holds,
                            claim->holds + claim->fails + claim->undefined);
        smyi_term_fit(t, SMYI_PLAIN, verdict, l.odds + l.range, SMYI_RIGHT);
        smyi_term_end(t);
        return;
    }
    smyi_term_fit(t, SMYI_BOLD, smyi_show_percent(claim->p).text, l.odds, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_PLAIN, smyi_show_percents(claim->low, claim->high).text, l.range,
                  SMYI_RIGHT);
    if (l.plot) {
        smyi_term_to(t, t->column + 1);
        put_plot(page, claim->low, claim->p, claim->high, l.plot);
    }
    smyi_term_end(t);
}

/* Without draws there are no odds, only how many models a claim holds under. */
static bool has_odds(const SmyiPage *page)
{
    for (size_t c = 0; c < page->digest.n_claims; c++)
        if (!isnan(page->digest.claims[c].p))
            return true;
    return false;
}

void smyi_term_odds(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    Layout l = layout_of(page);
    if (page->digest.n_claims == 0)
        return;
    smyi_term_end(t);
    smyi_term_fit(t, SMYI_HEAD, "CLAIMS", l.says, SMYI_LEFT);
    smyi_term_fit(t, SMYI_DIM, "voice", l.voice, SMYI_LEFT);
    if (has_odds(page)) {
        smyi_term_fit(t, SMYI_DIM, "odds", l.odds, SMYI_RIGHT);
        smyi_term_fit(t, SMYI_DIM, "models", l.range, SMYI_RIGHT);
    } else {
        smyi_term_fit(t, SMYI_DIM, "holds under", l.odds + l.range, SMYI_RIGHT);
    }
    if (l.plot && has_odds(page)) {
        smyi_term_to(t, t->column + 1);
        smyi_term_fit(t, SMYI_DIM, "0", l.plot / 2, SMYI_LEFT);
        smyi_term_fit(t, SMYI_DIM, "100%", l.plot - l.plot / 2, SMYI_RIGHT);
    }
    smyi_term_end(t);
    for (size_t c = 0; c < page->digest.n_claims; c++)
        put_line(page, &page->digest.claims[c], l);
}

static const char *joined(SmyiPage *page, const SmyNode *list)
{
    const char *text = NULL;
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const char *entry = smy_node_text(smy_node_at(list, i));
        text = text ? smyi_page_print(page, "%s, %s", text, entry ? entry : "?") : entry;
    }
    return text;
}

static void put_model(SmyiPage *page, const SmyiClaimView *claim, const char *id,
                      bool pooled)
{
    SmyiTerm *t = &page->term;
    const SmyNode *p = smy_node_get(smy_node_get(claim->node, "probability"), id);
    const SmyNode *verdict = smy_node_get(smy_node_get(claim->node, "at_point"), id);
    double share = smy_node_number(smy_node_get(p, "p"));
    double low = smy_node_number(smy_node_get(p, "low"));
    double high = smy_node_number(smy_node_get(p, "high"));
    double undefined = smy_node_number(smy_node_get(p, "undefined"));
    smyi_term_to(t, 4);
    smyi_term_fit(t, pooled ? SMYI_BOLD : SMYI_PLAIN, id, 18, SMYI_LEFT);
    smyi_term_fit(t, pooled ? SMYI_BOLD : SMYI_PLAIN, smyi_show_percent(share).text, 6,
                  SMYI_RIGHT);
    smyi_term_fit(t, SMYI_PLAIN, smyi_show_percents(low, high).text, 10, SMYI_RIGHT);
    if (t->width >= 62 && !isnan(share)) {
        smyi_term_to(t, t->column + 2);
        put_plot(page, low, share, high, 21);
    }
    if (t->width >= 76) {
        smyi_term_to(t, 64);
        if (!pooled)
            smyi_term_put(t, SMYI_DIM,
                          smy_node_kind(verdict) != SMY_NODE_BOOL ? "undefined"
                          : smy_node_bool(verdict)                ? "holds"
                                                                  : "fails");
        if (undefined > 0)
            smyi_term_put(
                t, SMYI_WARN,
                smyi_page_print(page, ", no answer %s", smyi_show_percent(undefined).text));
    }
    smyi_term_end(t);
}

/* A change of one input that turns the verdict, ready for --set. */
static void put_flip(SmyiPage *page, const SmyNode *flip, const char *under)
{
    if (!under)
        return;
    smyi_term_to(&page->term, 4);
    smyi_term_wrap(&page->term, SMYI_DIM,
                   smyi_page_print(page, "turns under %s with %s = %.4g instead of %.4g",
                                   under, smy_node_text(smy_node_get(flip, "path")),
                                   smy_node_number(smy_node_get(flip, "to")),
                                   smy_node_number(smy_node_get(flip, "from"))),
                   4);
}

/* The nearest that turns any model, and the nearest that turns most of them. */
static void put_flips(SmyiPage *page, const SmyiClaimView *claim)
{
    const SmyNode *near = smy_node_at(smy_node_get(claim->node, "flips"), 0);
    const SmyNode *most = smy_node_at(smy_node_get(claim->node, "flips_most"), 0);
    put_flip(page, near, smy_node_text(smy_node_get(near, "model")));
    put_flip(page, most, most && page->digest.n_models > 1 ? "most models" : NULL);
}

static void put_full(SmyiPage *page, const SmyiClaimView *claim)
{
    SmyiTerm *t = &page->term;
    const char *cite = joined(page, smy_node_get(claim->node, "cite"));
    smyi_term_end(t);
    smyi_term_wrap(t, SMYI_BOLD, claim->says, 2);
    smyi_term_to(t, 2);
    smyi_term_wrap(t, SMYI_DIM,
                   smyi_page_print(page, "%s; voice: %s; %s%s", claim->id,
                                   claim->voice ? claim->voice : "not given",
                                   cite ? "cites " : "no citation", cite ? cite : ""),
                   2);
    const char *as = smy_node_text(smy_node_get(claim->node, "scored_as"));
    if (as) {
        smyi_term_to(t, 2);
        smyi_term_wrap(t, SMYI_PLAIN, smyi_page_print(page, "scored as: %s", as), 13);
    }
    put_model(page, claim, "pooled", true);
    for (size_t m = 0; m < page->digest.n_models; m++)
        put_model(page, claim, page->digest.models[m].id, false);
    put_flips(page, claim);
}

void smyi_term_claims(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    if (page->digest.n_claims == 0) {
        smyi_term_end(t);
        smyi_term_wrap(t, SMYI_PLAIN, "The scenario makes no claims.", 0);
        return;
    }
    smyi_term_heading(t, "CLAIMS",
                      "odds under each model; pooled: their mean, lowest, highest");
    for (size_t c = 0; c < page->digest.n_claims; c++)
        put_full(page, &page->digest.claims[c]);
}
