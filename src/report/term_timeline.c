/* SPDX-License-Identifier: Apache-2.0 */
/* The answer through time: what happened when, and what it changed. */
#include <math.h>
#include <string.h>

#include "report/display.h"
#include "report/term_grid.h"
#include "report/term_views.h"

static const char *text_at(const SmyNode *node, const char *key)
{
    const char *text = smy_node_text(smy_node_get(node, key));
    return text ? text : "";
}

static double number_at(const SmyNode *node, const char *path)
{
    return smy_node_number(smy_node_find(node, path));
}

/* One decimal where it is not whole. */
static SmyiShown plain(double value)
{
    return smyi_show_fixed(value, fabs(value - floor(value + .5)) < .05 ? 0 : 1);
}

static const char *kept(SmyiPage *page, SmyiShown shown)
{
    return smyi_page_print(page, "%s", shown.text);
}

/* ---- What happened ---- */

static const SmyNode *state_from(const SmyNode *states, const char *day)
{
    for (size_t s = 0; s < smy_node_size(states); s++)
        if (strcmp(text_at(smy_node_at(states, s), "from"), day) == 0)
            return smy_node_at(states, s);
    return NULL;
}

static void put_changes(SmyiPage *page, const SmyNode *state)
{
    SmyiTerm *t = &page->term;
    const SmyNode *changed = smy_node_get(state, "changed");
    for (size_t c = 0; c < smy_node_size(changed); c++) {
        const SmyNode *one = smy_node_at(changed, c);
        smyi_term_to(t, 14);
        smyi_term_wrap(t, SMYI_DIM,
                       smyi_page_print(page, "%s %s -> %s", text_at(one, "path"),
                                       kept(page, plain(number_at(one, "before"))),
                                       kept(page, plain(number_at(one, "after")))),
                       16);
    }
}

static void put_line(SmyiPage *page, const char *day, const char *text)
{
    SmyiTerm *t = &page->term;
    smyi_term_put(t, SMYI_BOLD, day);
    smyi_term_to(t, 12);
    smyi_term_wrap(t, SMYI_PLAIN, text, 12);
}

static void put_levers(SmyiPage *page, const char *day)
{
    const SmyNode *levers = smy_node_get(page->digest.root, "levers");
    for (size_t l = 0; l < smy_node_size(levers); l++) {
        const SmyNode *lever = smy_node_at(levers, l);
        const char *until = text_at(lever, "until");
        if (strcmp(text_at(lever, "state"), "pulled") != 0)
            continue;
        if (strcmp(text_at(lever, "ends"), day) == 0)
            put_line(page, day, smyi_page_print(page, "ends: %s", text_at(lever, "title")));
        if (strcmp(text_at(lever, "from"), day) == 0)
            put_line(page, day,
                     smyi_page_print(page, "%s on %s: %s%s%s",
                                     smyi_digest_name(&page->digest, text_at(lever, "by")),
                                     smyi_digest_name(&page->digest, text_at(lever, "on")),
                                     text_at(lever, "title"), *until ? ", until " : "",
                                     until));
    }
}

static void put_events(SmyiPage *page, const char *day)
{
    const SmyNode *events = smy_node_get(page->digest.root, "events");
    for (size_t e = 0; e < smy_node_size(events); e++)
        if (strcmp(text_at(smy_node_at(events, e), "date"), day) == 0)
            put_line(page, day, text_at(smy_node_at(events, e), "title"));
}

static void put_story(SmyiPage *page)
{
    const SmyNode *states = smy_node_get(page->digest.root, "states");
    smyi_term_heading(&page->term, "WHAT HAPPENED", "and the inputs it changed");
    for (size_t s = 0; s < smy_node_size(states); s++) {
        const SmyNode *days = smy_node_get(smy_node_at(states, s), "days");
        for (size_t d = 0; d < smy_node_size(days); d++) {
            const char *day = smy_node_text(smy_node_at(days, d));
            put_events(page, day);
            put_levers(page, day);
            if (state_from(states, day))
                put_changes(page, state_from(states, day));
        }
    }
}

/* ---- Grids: a column a state ---- */

static bool open_grid(SmyiPage *page, SmyiGrid *grid, size_t n_rows)
{
    const SmyNode *states = smy_node_get(page->digest.root, "states");
    if (!smyi_grid_open(grid, n_rows, smy_node_size(states), page->mem)) {
        page->term.w->code = SMY_ERR_NOMEM;
        return false;
    }
    grid->column = 9;
    for (size_t s = 0; s < grid->n_columns; s++) {
        const char *from = text_at(smy_node_at(states, s), "from");
        grid->columns[s] = *from ? smyi_page_print(page, "%.8s", from + 2) : "before";
    }
    return true;
}

static SmyiGridCell gain_cell(SmyiPage *page, double value)
{
    return (SmyiGridCell){kept(page, smyi_show_signed(value, 0)), smyi_term_sign(value)};
}

static void put_issues(SmyiPage *page)
{
    SmyiGrid grid;
    const SmyNode *states = smy_node_get(page->digest.root, "states");
    const SmyiDigest *d = &page->digest;
    if (!open_grid(page, &grid, d->n_issues + 1))
        return;
    for (size_t i = 0; i <= d->n_issues; i++) {
        grid.rows[i] = i < d->n_issues ? d->issues[i].title : "Agreement, chance";
        for (size_t s = 0; s < grid.n_columns; s++) {
            const SmyNode *state = smy_node_at(states, s);
            SmyiGridCell *cell = &grid.cells[i * grid.n_columns + s];
            if (i == d->n_issues) {
                double p = number_at(state, "agreement.probability.middle");
                *cell = (SmyiGridCell){kept(page, smyi_show_percent(p)), SMYI_PLAIN};
                continue;
            }
            const SmyNode *issue =
                smy_node_get(smy_node_get(state, "outcome"), d->issues[i].id);
            double settled = number_at(issue, "settled");
            double range = d->issues[i].high - d->issues[i].low;
            bool open = 2 * settled <= (double)d->n_models;
            *cell = (SmyiGridCell){
                open ? "open"
                     : kept(page, smyi_show_level(number_at(issue, "middle"), range, 8)),
                open ? SMYI_DIM : SMYI_PLAIN};
        }
    }
    smyi_term_grid(&page->term, "ISSUES", &grid);
}

static void put_gains(SmyiPage *page)
{
    SmyiGrid grid;
    const SmyNode *states = smy_node_get(page->digest.root, "states");
    const SmyiDigest *d = &page->digest;
    if (!open_grid(page, &grid, d->n_actors))
        return;
    size_t n = 0;
    for (size_t a = 0; a < d->n_actors; a++) {
        bool any = false;
        for (size_t s = 0; s < grid.n_columns; s++) {
            const SmyNode *gains = smy_node_get(smy_node_at(states, s), "gains");
            double value = number_at(smy_node_get(gains, d->actors[a].id), "middle");
            any |= !isnan(value);
            grid.cells[n * grid.n_columns + s] = gain_cell(page, value);
        }
        grid.rows[n] = d->actors[a].name;
        n += any && d->actors[a].role != SMYI_PART_DELEGATE;
    }
    grid.n_rows = n;
    grid.label = 24;
    smyi_term_grid(&page->term, "GAINS", &grid);
}

/* A claim whose odds move by less than two hundredths has no line. */
static const double MOVES = .02;

static double share_of(const SmyiPage *page, const SmyNode *claim)
{
    double p = number_at(claim, "odds.p");
    return isnan(p) ? number_at(claim, "holds") / (double)page->digest.n_models : p;
}

static const char *odds_text(SmyiPage *page, const SmyNode *claim)
{
    double p = number_at(claim, "odds.p");
    return isnan(p) ? smyi_page_print(page, "%.0f/%zu", number_at(claim, "holds"),
                                      page->digest.n_models)
                    : kept(page, smyi_show_percent(p));
}

static void put_claims(SmyiPage *page)
{
    SmyiGrid grid;
    const SmyNode *states = smy_node_get(page->digest.root, "states");
    const SmyNode *first = smy_node_get(smy_node_at(states, 0), "claims");
    if (smy_node_size(first) == 0 || !open_grid(page, &grid, smy_node_size(first)))
        return;
    size_t n = 0, n_claims = grid.n_rows;
    for (size_t c = 0; c < n_claims; c++) {
        double low = (double)INFINITY, high = -(double)INFINITY;
        grid.rows[n] = text_at(smy_node_at(first, c), "says");
        for (size_t s = 0; s < grid.n_columns; s++) {
            const SmyNode *claim =
                smy_node_at(smy_node_get(smy_node_at(states, s), "claims"), c);
            double odds = share_of(page, claim);
            low = fmin(low, odds);
            high = fmax(high, odds);
            grid.cells[n * grid.n_columns + s] =
                (SmyiGridCell){odds_text(page, claim), SMYI_PLAIN};
        }
        n += high - low < MOVES ? 0 : 1;
    }
    grid.n_rows = n;
    grid.label = 34;
    if (n)
        smyi_term_grid(&page->term, "CLAIMS", &grid);
    if (n < n_claims)
        smyi_term_wrap(&page->term, SMYI_DIM,
                       smyi_page_print(page, "%zu of %zu claims keep their odds throughout",
                                       n_claims - n, n_claims),
                       2);
}

void smyi_term_timeline(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    const SmyNode *states = smy_node_get(page->digest.root, "states");
    if (smy_node_size(states) < 2) {
        smyi_term_end(t);
        smyi_term_wrap(t, SMYI_PLAIN,
                       "Nothing in the file changes an input on a date: the answer is the "
                       "same throughout.",
                       0);
    }
    put_story(page);
    put_issues(page);
    put_gains(page);
    put_claims(page);
    SmyiShown draws = smyi_show_count(number_at(page->digest.root, "draws"));
    smyi_term_end(t);
    smyi_term_wrap(
        t, SMYI_DIM,
        smyi_page_print(page,
                        "A column holds from its date on. Issues: where the middle model "
                        "ends, open where most leave it open; gains: the middle model, "
                        "points against that day's status quo; claims: pooled odds. %s "
                        "draws a column.",
                        draws.text),
        0);
}
