/* SPDX-License-Identifier: Apache-2.0 */
/* What is said against what is meant: promises, being believed, where answers turn, win-sets. */
#include <math.h>
#include <string.h>

#include "report/display.h"
#include "report/term_grid.h"
#include "report/term_views.h"

static const double LEAST_POINTS = .05;

static const char *text_at(const SmyNode *node, const char *key)
{
    const char *text = smy_node_text(smy_node_get(node, key));
    return text ? text : "";
}

static double number_at(const SmyNode *node, const char *path)
{
    return smy_node_number(smy_node_find(node, path));
}

static const char *kept(SmyiPage *page, SmyiShown shown)
{
    return smyi_page_print(page, "%s", shown.text);
}

static const SmyNode *part(const SmyiPage *page, const char *key)
{
    return smy_node_get(page->digest.root, key);
}

static const char *name_at(const SmyiPage *page, const SmyNode *node, const char *key)
{
    return smyi_digest_name(&page->digest, text_at(node, key));
}

static const char *issue_title(const SmyiPage *page, const char *id)
{
    for (size_t i = 0; i < page->digest.n_issues; i++)
        if (strcmp(page->digest.issues[i].id, id) == 0)
            return page->digest.issues[i].title;
    return id;
}

/* ---- Promises ---- */

/* "Vladimir Putin 3.1, Russia 1.9" of those who lose something */
static const char *faces(SmyiPage *page, const SmyNode *face)
{
    const char *text = "";
    for (size_t a = 0; a < smy_node_size(face); a++) {
        double points = number_at(smy_node_at(face, a), "middle");
        if (!(points >= LEAST_POINTS))
            continue;
        text = smyi_page_print(page, "%s%s%s %s", text, *text ? ", " : "",
                               smyi_digest_name(&page->digest, smy_node_key(face, a)),
                               smyi_show_fixed(points, 1).text);
    }
    return text;
}

static void put_promise(SmyiPage *page, const SmyNode *promise)
{
    SmyiTerm *t = &page->term;
    const char *issue = text_at(promise, "issue");
    const char *lost = faces(page, smy_node_get(promise, "face"));
    double buys = number_at(promise, "buys_drawn.middle");
    buys = isnan(buys) ? number_at(promise, "buys.middle") : buys;
    smyi_term_put(t, SMYI_BOLD, name_at(page, promise, "actor"));
    smyi_term_put(t, SMYI_PLAIN, ", ");
    smyi_term_wrap(
        t, SMYI_PLAIN,
        smyi_page_print(page, "%s: says %s, means %s%s%s%s",
                        *issue ? issue_title(page, issue) : "cost of no agreement",
                        kept(page, smyi_show_fixed(number_at(promise, "said"), 0)),
                        kept(page, smyi_show_fixed(number_at(promise, "meant"), 0)),
                        *text_at(promise, "voice") ? " (voice: " : "",
                        *text_at(promise, "voice") ? name_at(page, promise, "voice") : "",
                        *text_at(promise, "voice") ? ")" : ""),
        4);
    smyi_term_to(t, 4);
    smyi_term_wrap(t, fabs(buys) < LEAST_POINTS ? SMYI_DIM : smyi_term_sign(buys),
                   fabs(buys) < LEAST_POINTS
                       ? "believed, it buys nothing at the table"
                       : smyi_page_print(page, "believed, it %s %s points at the table",
                                         buys > 0 ? "buys" : "costs",
                                         smyi_show_fixed(fabs(buys), 1).text),
                   4);
    if (!*issue)
        return;
    smyi_term_to(t, 4);
    smyi_term_wrap(t, SMYI_DIM,
                   *lost ? smyi_page_print(page, "leaving it costs face: %s", lost)
                         : "leaving it costs no face: the issue stays open",
                   6);
}

static void put_promises(SmyiPage *page)
{
    const SmyNode *promises = part(page, "promises");
    smyi_term_heading(&page->term, "SAID AND MEANT", "by those who sit or must agree");
    for (size_t p = 0; p < smy_node_size(promises); p++)
        put_promise(page, smy_node_at(promises, p));
    if (smy_node_size(promises) == 0)
        smyi_term_wrap(&page->term, SMYI_PLAIN,
                       "Nobody at the table is coded as saying other than it means "
                       "(\"stated\").",
                       0);
}

/* ---- Being believed ---- */

static const char *believed(SmyiPage *page, const SmyNode *belief)
{
    const SmyNode *list = smy_node_get(belief, "believed");
    return smy_node_size(list) > 1
               ? "all of them"
               : smyi_digest_name(&page->digest, smy_node_text(smy_node_at(list, 0)));
}

static void fill_belief(SmyiPage *page, SmyiGrid *grid, size_t column,
                        const SmyNode *belief, const SmyNode *none, const char *key)
{
    const SmyiDigest *d = &page->digest;
    grid->columns[column] = believed(page, belief);
    for (size_t r = 0; r < grid->n_rows; r++) {
        double value = 0;
        if (r == 0) {
            value = number_at(belief, "agreement.probability.middle") -
                    number_at(none, "agreement.probability.middle");
            if (isnan(value))
                value = (number_at(belief, "agreement.reached") -
                         number_at(none, "agreement.reached")) /
                        (double)d->n_models;
            value *= 100;
        } else {
            const SmyNode *worth = smy_node_get(belief, key);
            value = number_at(smy_node_get(worth, d->actors[r - 1].id), "middle");
        }
        bool shown = fabs(value) >= LEAST_POINTS;
        grid->cells[r * grid->n_columns + column] =
            (SmyiGridCell){shown ? kept(page, smyi_show_signed(value, 1)) : "\xc2\xb7",
                           shown ? smyi_term_sign(value) : SMYI_DIM};
    }
}

/* Rows that hold nothing but dots, and those of delegates, go. */
static void drop_rows(SmyiPage *page, SmyiGrid *grid)
{
    size_t n = 0;
    for (size_t r = 0; r < grid->n_rows; r++) {
        bool any = r == 0;
        for (size_t c = 0; c < grid->n_columns; c++)
            any |= grid->cells[r * grid->n_columns + c].style != SMYI_DIM;
        if (r > 0 && page->digest.actors[r - 1].role == SMYI_PART_DELEGATE)
            any = false;
        if (!any)
            continue;
        memmove(&grid->cells[n * grid->n_columns], &grid->cells[r * grid->n_columns],
                grid->n_columns * sizeof *grid->cells);
        grid->rows[n++] = grid->rows[r];
    }
    grid->n_rows = n;
}

static void put_beliefs(SmyiPage *page)
{
    const SmyNode *beliefs = part(page, "beliefs"), *none = smy_node_at(beliefs, 0);
    const SmyiDigest *d = &page->digest;
    size_t n = smy_node_size(beliefs);
    SmyiGrid grid;
    if (n < 2)
        return;
    if (!smyi_grid_open(&grid, d->n_actors + 1, n - 1, page->mem)) {
        page->term.w->code = SMY_ERR_NOMEM;
        return;
    }
    bool drawn = number_at(d->root, "draws_done") > 0;
    grid.rows[0] = "Agreement, chance in %";
    for (size_t a = 0; a < d->n_actors; a++)
        grid.rows[a + 1] = d->actors[a].name;
    for (size_t c = 1; c < n; c++)
        fill_belief(page, &grid, c - 1, smy_node_at(beliefs, c), none,
                    drawn ? "worth_drawn" : "worth");
    drop_rows(page, &grid);
    grid.column = 16;
    grid.label = 30;
    smyi_term_grid(&page->term, "IF BELIEVED", &grid);
    smyi_term_wrap(&page->term, SMYI_DIM,
                   smyi_page_print(page,
                                   "points that being taken at its word brings, counted in "
                                   "what each means; %s",
                                   drawn ? "means over draws" : "at the points"),
                   0);
}

/* ---- Where the answer turns ---- */

static void put_turn(SmyiPage *page, const SmyNode *turn)
{
    SmyiTerm *t = &page->term;
    const char *what = text_at(turn, "what");
    bool becomes = smy_node_bool(smy_node_get(turn, "becomes"));
    smyi_term_fit(t, SMYI_BOLD, smyi_show_percent(number_at(turn, "share")).text, 6,
                  SMYI_RIGHT);
    smyi_term_to(t, 8);
    smyi_term_wrap(t, SMYI_PLAIN,
                   strcmp(what, "agreement") == 0
                       ? (becomes ? "they agree" : "they do not agree any more")
                   : strcmp(what, "settled") == 0
                       ? smyi_page_print(page, "%s %s", text_at(turn, "says"),
                                         becomes ? "settles" : "stays open")
                       : smyi_page_print(page, "\"%s\" %s", text_at(turn, "says"),
                                         becomes ? "holds" : "fails"),
                   8);
}

static void put_ways(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    const SmyNode *ways = part(page, "ways");
    if (smy_node_size(ways) == 0)
        return;
    smyi_term_heading(t, "HOW TRUE IT WOULD HAVE TO BE",
                      "share of the way from meant to said");
    for (size_t w = 0; w < smy_node_size(ways); w++) {
        const SmyNode *way = smy_node_at(ways, w), *turns = smy_node_get(way, "turns");
        bool cost = smy_node_bool(smy_node_get(way, "only_no_deal"));
        smyi_term_wrap(t, SMYI_PLAIN,
                       smyi_page_print(page, "%s, %s:", name_at(page, way, "actor"),
                                       cost ? "its urgency alone" : "all that it says"),
                       2);
        for (size_t k = 0; k < smy_node_size(turns); k++)
            put_turn(page, smy_node_at(turns, k));
        if (smy_node_size(turns) == 0) {
            smyi_term_to(t, 4);
            smyi_term_wrap(t, SMYI_DIM, "no answer of most models turns, were it all true",
                           4);
        }
    }
}

/* ---- Win-sets ---- */

static SmyiGridCell share_cell(SmyiPage *page, double share)
{
    return (SmyiGridCell){kept(page, smyi_show_percent(share)), SMYI_PLAIN};
}

static void put_win_sets(SmyiPage *page)
{
    static const char *const columns[] = {"itself", "at home", "both", "frontier"};
    static const char *const paths[] = {"self.share", "home.share", "both.share",
                                        "frontier"};
    const SmyNode *leaders = smy_node_find(page->digest.root, "win_sets.leaders");
    size_t n = smy_node_size(leaders);
    SmyiGrid grid;
    if (n == 0)
        return;
    if (!smyi_grid_open(&grid, n, 4, page->mem)) {
        page->term.w->code = SMY_ERR_NOMEM;
        return;
    }
    grid.column = 10;
    for (size_t c = 0; c < 4; c++)
        grid.columns[c] = columns[c];
    for (size_t l = 0; l < n; l++) {
        const SmyNode *leader = smy_node_at(leaders, l);
        grid.rows[l] = name_at(page, leader, "leader");
        for (size_t c = 0; c < 4; c++)
            grid.cells[l * 4 + c] = share_cell(page, number_at(leader, paths[c]));
    }
    smyi_term_grid(&page->term, "WIN-SETS", &grid);
    smyi_term_wrap(
        &page->term, SMYI_DIM,
        smyi_page_print(
            page,
            "share of packages in the bargaining range that pass with the "
            "leader, with its publics, with both; the same of the frontier of "
            "the two seats. With all who sit, ratify or are answered to: %s.",
            smyi_show_percent(number_at(page->digest.root, "win_sets.everybody.share"))
                .text),
        0);
}

void smyi_term_bluff(SmyiPage *page)
{
    put_promises(page);
    put_beliefs(page);
    put_ways(page);
    put_win_sets(page);
}
