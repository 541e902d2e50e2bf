/* SPDX-License-Identifier: Apache-2.0 */
/* Two accounts: what survives both, what turns the rest, which inputs differ. */
#include <math.h>
#include <string.h>

#include "report/display.h"
#include "report/term_grid.h"
#include "report/term_views.h"

enum { MOST_INPUTS = 12, MOST_PATHS = 4 };

static const char *text_at(const SmyNode *node, const char *path)
{
    const char *text = smy_node_text(smy_node_find(node, path));
    return text ? text : "";
}

static double number_at(const SmyNode *node, const char *path)
{
    return smy_node_number(smy_node_find(node, path));
}

static const SmyNode *part(const SmyiPage *page, const char *key)
{
    return smy_node_get(page->digest.root, key);
}

static void put_other(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    const char *account = text_at(page->digest.root, "b.account");
    smyi_term_end(t);
    smyi_term_wrap(
        t, SMYI_BOLD,
        smyi_page_print(page, "Compared with: %s", text_at(page->digest.root, "b.title")),
        2);
    if (*account)
        smyi_term_wrap(t, SMYI_DIM, smyi_page_print(page, "Account: %s", account), 2);
}

/* ---- Conclusions ---- */

static bool is_points(const SmyNode *conclusion)
{
    return strcmp(text_at(conclusion, "what"), "gain") == 0;
}

static const char *shown(SmyiPage *page, const SmyNode *conclusion, const char *side)
{
    double number = number_at(smy_node_get(conclusion, side), "number");
    if (isnan(number))
        return "";
    return smyi_page_print(page, "%s",
                           is_points(conclusion) ? smyi_show_signed(number, 0).text
                                                 : smyi_show_percent(number).text);
}

static const char *name_of(SmyiPage *page, const SmyNode *conclusion)
{
    const char *what = text_at(conclusion, "what");
    return strcmp(what, "agreement") == 0 ? "An agreement"
           : strcmp(what, "claim") == 0
               ? smyi_page_print(page, "\"%s\"", text_at(conclusion, "says"))
               : text_at(conclusion, "says");
}

static const char *answer(const SmyNode *conclusion, const char *path)
{
    const char *text = text_at(conclusion, path);
    return *text ? text : "undefined";
}

static bool is_delegate(const SmyiPage *page, const SmyNode *conclusion)
{
    const SmyiActorView *actor =
        is_points(conclusion) ? smyi_digest_actor(&page->digest, text_at(conclusion, "id"))
                              : NULL;
    return actor && actor->role == SMYI_PART_DELEGATE;
}

static size_t count(const SmyiPage *page, bool survives)
{
    const SmyNode *all = part(page, "conclusions");
    size_t n = 0;
    for (size_t k = 0; k < smy_node_size(all); k++)
        n += smy_node_bool(smy_node_get(smy_node_at(all, k), "survives")) == survives &&
             !is_delegate(page, smy_node_at(all, k));
    return n;
}

static void put_answers(SmyiPage *page, const SmyNode *conclusion)
{
    SmyiTerm *t = &page->term;
    int width = t->width - 30;
    smyi_term_fit(t, SMYI_PLAIN, name_of(page, conclusion), width - 1, SMYI_LEFT);
    smyi_term_to(t, width);
    smyi_term_fit(t, SMYI_BOLD, answer(conclusion, "a.answer"), 9, SMYI_LEFT);
    smyi_term_fit(t, SMYI_DIM, shown(page, conclusion, "a"), 5, SMYI_RIGHT);
    smyi_term_to(t, width + 16);
    smyi_term_fit(t, SMYI_BOLD, answer(conclusion, "b.answer"), 9, SMYI_LEFT);
    smyi_term_fit(t, SMYI_DIM, shown(page, conclusion, "b"), 5, SMYI_RIGHT);
    smyi_term_end(t);
}

static const char *paths(SmyiPage *page, const SmyNode *list, const char *between)
{
    const char *text = "";
    size_t n = smy_node_size(list);
    for (size_t p = 0; p < n && p < MOST_PATHS; p++)
        text = smyi_page_print(page, "%s%s%s", text, p ? between : "",
                               smy_node_text(smy_node_at(list, p)));
    return n > MOST_PATHS
               ? smyi_page_print(page, "%s%s%zu more", text, between, n - MOST_PATHS)
               : text;
}

static void put_turning(SmyiPage *page, const SmyNode *conclusion)
{
    SmyiTerm *t = &page->term;
    const SmyNode *turned = smy_node_get(conclusion, "turned_by");
    const SmyNode *a = smy_node_get(turned, "from_a"), *b = smy_node_get(turned, "from_b");
    const SmyNode *together = smy_node_get(turned, "together");
    const char *text =
        smy_node_size(a)
            ? smyi_page_print(page, "turned in the first by %s", paths(page, a, ", or "))
        : smy_node_size(together)
            ? smyi_page_print(page, "turned in the first by %zu together: %s",
                              smy_node_size(together), paths(page, together, ", "))
        : smy_node_bool(smy_node_get(turned, "searched"))
            ? "no exchange of inputs turns it: see the roles, and what one file alone has"
            : "not searched";
    smyi_term_to(t, 4);
    smyi_term_wrap(t, SMYI_DIM, text, 6);
    if (smy_node_size(b)) {
        smyi_term_to(t, 4);
        smyi_term_wrap(
            t, SMYI_DIM,
            smyi_page_print(page, "turned in the second by %s", paths(page, b, ", or ")),
            6);
    }
}

static void put_conclusions(SmyiPage *page, bool survives)
{
    SmyiTerm *t = &page->term;
    const SmyNode *all = part(page, "conclusions");
    size_t n = count(page, survives);
    smyi_term_heading(t, survives ? "WHAT SURVIVES BOTH" : "WHAT DOES NOT",
                      smyi_page_print(page, "%zu of %zu conclusions of most models", n,
                                      n + count(page, !survives)));
    for (size_t k = 0; k < smy_node_size(all); k++) {
        const SmyNode *one = smy_node_at(all, k);
        if (smy_node_bool(smy_node_get(one, "survives")) != survives ||
            is_delegate(page, one))
            continue;
        put_answers(page, one);
        if (!survives)
            put_turning(page, one);
    }
}

/* ---- Inputs ---- */

static void put_inputs(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    const SmyNode *list = part(page, "differences"), *counts = part(page, "inputs");
    size_t n = smy_node_size(list), most = n < MOST_INPUTS ? n : MOST_INPUTS;
    SmyiGrid grid;
    if (!smyi_grid_open(&grid, most, 2, page->mem)) {
        t->w->code = SMY_ERR_NOMEM;
        return;
    }
    grid.columns[0] = "first";
    grid.columns[1] = "second";
    grid.label = 60;
    for (size_t d = 0; d < most; d++) {
        const SmyNode *one = smy_node_at(list, d);
        grid.rows[d] = text_at(one, "path");
        for (size_t side = 0; side < 2; side++)
            grid.cells[2 * d + side] = (SmyiGridCell){
                smyi_page_print(
                    page, "%s",
                    smyi_show_level(number_at(one, side ? "b.point" : "a.point"), 100, 7)
                        .text),
                SMYI_PLAIN};
    }
    smyi_term_grid(t, "INPUTS THAT DIFFER MOST", &grid);
    smyi_term_wrap(
        t, SMYI_DIM,
        smyi_page_print(page, "%zu inputs differ, %s are the same, %zu stand in one alone",
                        n, smyi_show_count(number_at(counts, "same")).text,
                        smy_node_size(smy_node_get(counts, "only_a")) +
                            smy_node_size(smy_node_get(counts, "only_b"))),
        0);
}

static void put_roles(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    const SmyNode *roles = part(page, "roles");
    if (smy_node_size(roles) == 0)
        return;
    smyi_term_heading(t, "ROLES THAT DIFFER", NULL);
    for (size_t k = 0; k < smy_node_size(roles); k++) {
        const SmyNode *one = smy_node_at(roles, k);
        const char *a = text_at(one, "a.role"), *b = text_at(one, "b.role");
        smyi_term_wrap(
            t, SMYI_PLAIN,
            smyi_page_print(
                page, "%s: %s%s, %s%s",
                smyi_digest_name(&page->digest, text_at(one, "actor")),
                *a ? a : "not there",
                smy_node_bool(smy_node_find(one, "a.ratifier")) ? " and must agree" : "",
                *b ? b : "not there",
                smy_node_bool(smy_node_find(one, "b.ratifier")) ? " and must agree" : ""),
            2);
    }
}

void smyi_term_compare(SmyiPage *page)
{
    put_other(page);
    put_conclusions(page, true);
    put_conclusions(page, false);
    put_roles(page);
    put_inputs(page);
}
