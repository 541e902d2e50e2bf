/* SPDX-License-Identifier: Apache-2.0 */
/* Who could move whom: what each lever would change, and the fewest that turn a claim. */
#include <math.h>
#include <string.h>

#include "report/display.h"
#include "report/term_grid.h"
#include "report/term_views.h"

/* Less than these moves nothing: a tenth of a point, half a hundredth of odds. */
static const double LEAST_POINTS = .05, LEAST_ODDS = .005;

static const char *text_at(const SmyNode *node, const char *key)
{
    const char *text = smy_node_text(smy_node_get(node, key));
    return text ? text : "";
}

static double number_at(const SmyNode *node, const char *path)
{
    return smy_node_number(smy_node_find(node, path));
}

static const SmyNode *turns_of(const SmyiPage *page)
{
    return smy_node_get(page->digest.root, "turns");
}

static const SmyNode *lever_of(const SmyiPage *page, const char *id)
{
    const SmyNode *levers = smy_node_get(page->digest.root, "levers");
    for (size_t l = 0; l < smy_node_size(levers); l++)
        if (strcmp(text_at(smy_node_at(levers, l), "id"), id) == 0)
            return smy_node_at(levers, l);
    return NULL;
}

/* "pull a, drop b" */
static const char *turned(SmyiPage *page, const SmyNode *levers)
{
    const char *text = "";
    for (size_t l = 0; l < smy_node_size(levers); l++) {
        const SmyNode *one = smy_node_at(levers, l);
        text = smyi_page_print(page, "%s%s%s %s", text, *text ? ", " : "",
                               strcmp(text_at(one, "to"), "pulled") == 0 ? "pull" : "drop",
                               text_at(one, "id"));
    }
    return text;
}

static void put_legend(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    smyi_term_heading(t, "LEVERS", "each turned alone; then all of one actor on another");
    for (size_t n = 0; n < smy_node_size(turns_of(page)); n++) {
        const SmyNode *turn = smy_node_at(turns_of(page), n);
        const SmyNode *levers = smy_node_get(turn, "levers");
        const SmyNode *first = lever_of(page, text_at(smy_node_at(levers, 0), "id"));
        smyi_term_put(t, SMYI_BOLD, smyi_page_print(page, "%3zu", n + 1));
        smyi_term_to(t, 5);
        smyi_term_wrap(
            t, SMYI_PLAIN,
            smyi_page_print(page, "%s on %s: %s%s%s%s",
                            smyi_digest_name(&page->digest, text_at(turn, "by")),
                            smyi_digest_name(&page->digest, text_at(turn, "on")),
                            turned(page, levers), smy_node_size(levers) == 1 ? " (" : "",
                            smy_node_size(levers) == 1 ? text_at(first, "title") : "",
                            smy_node_size(levers) == 1 ? ")" : ""),
            5);
    }
}

/* ---- Grids: a column a turn; rows without a change are left out ---- */

typedef struct Block {
    SmyiPage *page;
    SmyiGrid grid;
    size_t n; /* rows kept */
    bool any; /* the row being made shows a change */
} Block;

static bool open_block(SmyiPage *page, Block *b, size_t n_rows)
{
    size_t n_columns = smy_node_size(turns_of(page));
    *b = (Block){.page = page};
    if (!smyi_grid_open(&b->grid, n_rows, n_columns, page->mem)) {
        page->term.w->code = SMY_ERR_NOMEM;
        return false;
    }
    b->grid.label = 30;
    b->grid.column = 6;
    for (size_t c = 0; c < n_columns; c++)
        b->grid.columns[c] = smyi_page_print(page, "%zu", c + 1);
    return true;
}

static void set_cell(Block *b, size_t column, double change, double least, int decimals)
{
    bool shown = fabs(change) >= least;
    b->any |= shown;
    b->grid.cells[b->n * b->grid.n_columns + column] = (SmyiGridCell){
        shown ? smyi_page_print(b->page, "%s", smyi_show_signed(change, decimals).text)
              : "\xc2\xb7",
        shown ? smyi_term_sign(change) : SMYI_DIM};
}

static void set_text(Block *b, size_t column, const char *text)
{
    b->any = true;
    b->grid.cells[b->n * b->grid.n_columns + column] = (SmyiGridCell){text, SMYI_BOLD};
}

static void end_row(Block *b, const char *name)
{
    b->grid.rows[b->n] = name;
    b->n += b->any ? 1 : 0;
    b->any = false;
}

static void put_block(Block *b, const char *heading, const char *nothing)
{
    b->grid.n_rows = b->n;
    if (b->n)
        smyi_term_grid(&b->page->term, heading, &b->grid);
    else {
        smyi_term_heading(&b->page->term, heading, NULL);
        smyi_term_wrap(&b->page->term, SMYI_DIM, nothing, 0);
    }
}

static void put_issues(SmyiPage *page)
{
    const SmyiDigest *d = &page->digest;
    Block b;
    if (!open_block(page, &b, d->n_issues + 1))
        return;
    for (size_t i = 0; i <= d->n_issues; i++) {
        for (size_t c = 0; c < b.grid.n_columns; c++) {
            const SmyNode *turn = smy_node_at(turns_of(page), c);
            if (i == d->n_issues) {
                set_cell(&b, c, 100 * number_at(turn, "agreement.middle"), 100 * LEAST_ODDS,
                         0);
                continue;
            }
            const SmyNode *issue =
                smy_node_get(smy_node_get(turn, "outcome"), d->issues[i].id);
            double half = (double)d->n_models / 2;
            bool was = number_at(issue, "settled_before") > half;
            bool is = number_at(issue, "settled_after") > half;
            double range = d->issues[i].high - d->issues[i].low;
            if (was != is)
                set_text(&b, c, is ? "close" : "open");
            else
                set_cell(&b, c, number_at(issue, "middle"), range / 2000, 1);
        }
        end_row(&b, i < d->n_issues ? d->issues[i].title : "Agreement, chance in %");
    }
    put_block(&b, "OUTCOME", "No lever moves the middle model's outcome.");
}

static void put_gains(SmyiPage *page)
{
    const SmyiDigest *d = &page->digest;
    Block b;
    if (!open_block(page, &b, d->n_actors))
        return;
    for (size_t a = 0; a < d->n_actors; a++) {
        for (size_t c = 0; c < b.grid.n_columns; c++) {
            const SmyNode *gains = smy_node_get(smy_node_at(turns_of(page), c), "gains");
            set_cell(&b, c, number_at(smy_node_get(gains, d->actors[a].id), "middle"),
                     LEAST_POINTS, 1);
        }
        b.any &= d->actors[a].role != SMYI_PART_DELEGATE; /* as its seat */
        end_row(&b, d->actors[a].name);
    }
    put_block(&b, "GAINS", "No lever moves the middle model's gains.");
}

static void put_claims(SmyiPage *page)
{
    const SmyNode *first = smy_node_get(smy_node_at(turns_of(page), 0), "claims");
    Block b;
    if (smy_node_size(first) == 0 || !open_block(page, &b, smy_node_size(first)))
        return;
    for (size_t k = 0; k < smy_node_size(first); k++) {
        for (size_t c = 0; c < b.grid.n_columns; c++) {
            const SmyNode *claim =
                smy_node_at(smy_node_get(smy_node_at(turns_of(page), c), "claims"), k);
            set_cell(&b, c, 100 * (number_at(claim, "after") - number_at(claim, "before")),
                     100 * LEAST_ODDS, 0);
        }
        end_row(&b, text_at(smy_node_at(first, k), "says"));
    }
    put_block(&b, "CLAIMS, odds in %", "No lever moves the odds of a claim.");
}

/* ---- The fewest that turn a claim ---- */

static void put_turning(SmyiPage *page)
{
    enum { MOST_SHOWN = 5 };
    SmyiTerm *t = &page->term;
    const SmyNode *turning = smy_node_get(page->digest.root, "turning");
    const SmyNode *sets = smy_node_get(turning, "sets");
    if (smy_node_kind(turning) != SMY_NODE_OBJECT)
        return;
    smyi_term_end(t);
    smyi_term_wrap(
        t, SMYI_BOLD,
        smyi_page_print(page, "To make \"%s\" %s (now %s):", text_at(turning, "says"),
                        smy_node_bool(smy_node_get(turning, "wanted")) ? "hold" : "fail",
                        smyi_show_percent(number_at(turning, "odds")).text),
        0);
    for (size_t s = 0; s < smy_node_size(sets) && s < MOST_SHOWN; s++) {
        const SmyNode *set = smy_node_at(sets, s);
        smyi_term_to(t, 2);
        smyi_term_wrap(t, SMYI_PLAIN,
                       smyi_page_print(page, "%s: %s",
                                       turned(page, smy_node_get(set, "levers")),
                                       smyi_show_percent(number_at(set, "odds")).text),
                       4);
    }
    size_t n = smy_node_size(sets), largest = (size_t)number_at(turning, "largest");
    bool exact = smy_node_bool(smy_node_get(turning, "exact"));
    const char *rest =
        n > MOST_SHOWN
            ? smyi_page_print(page, "and %zu more sets of %zu", n - MOST_SHOWN, largest)
        : n ? (largest > 1 ? "no smaller set does; cheapest first" : "")
        : exact
            ? "no set of the levers does; all were tried"
            : smyi_page_print(page, "no set of up to %zu does; larger ones were not tried",
                              largest);
    if (*rest) {
        smyi_term_to(t, 2);
        smyi_term_wrap(t, SMYI_DIM, rest, 4);
    }
}

void smyi_term_leverage(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    if (smy_node_size(turns_of(page)) == 0) {
        smyi_term_end(t);
        smyi_term_wrap(t, SMYI_PLAIN, "The scenario has no levers.", 0);
        return;
    }
    put_legend(page);
    put_issues(page);
    put_gains(page);
    put_claims(page);
    put_turning(page);
    SmyiShown draws = smyi_show_count(number_at(page->digest.root, "draws"));
    smyi_term_end(t);
    smyi_term_wrap(
        t, SMYI_DIM,
        smyi_page_print(page,
                        "Changes against the day as it is: the middle of the "
                        "models' differences, gains in points; \xc2\xb7 none. %s "
                        "draws a case.",
                        draws.text),
        0);
}
