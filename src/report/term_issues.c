/* SPDX-License-Identifier: Apache-2.0 */
/* Where each issue ends: a strip of its scale, a number a model, settled or open. */
#include <math.h>
#include <string.h>

#include "report/cells.h"
#include "report/display.h"
#include "report/term_views.h"
#include "report/text.h"

/* Columns of a line; `model` is 0 where there is no room for a number a model. */
typedef struct Layout {
    int title, strip, model, settled;
} Layout;

static Layout layout_of(const SmyiPage *page)
{
    int width = page->term.width, n = (int)page->digest.n_models;
    Layout l = {.settled = n > 9 ? 6 : 4};
    for (int model = 18; model >= 5; model--) {
        int left = width - n * model - l.settled - 2;
        if (left < (model > 5 ? 50 : 25))
            continue;
        l.model = model;
        l.title = left / 2 > 40 ? 40 : left / 2;
        l.strip = left - l.title > 40 ? 40 : left - l.title;
        return l;
    }
    l.title = width - l.settled - 1;
    l.strip = width - 26 > 40 ? 40 : width - 26;
    return l;
}

static const SmyNode *outcome_of(const SmyiPage *page, size_t m, const SmyiIssueView *issue)
{
    return smy_node_get(smy_node_get(page->digest.models[m].node, "outcome"), issue->id);
}

/* The scale with the status quo and, cell by cell, how many models settle there. */
static void put_strip(SmyiPage *page, const SmyiIssueView *issue, int columns)
{
    static const char *const digits[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "+"};
    SmyiCells c;
    size_t count[SMYI_MOST_CELLS] = {0};
    smyi_cells_open(&c, columns, issue->low, issue->high, "·");
    smyi_cells_mark(&c, issue->status_quo, SMYI_PLAIN, "│");
    for (size_t m = 0; m < page->digest.n_models; m++) {
        const SmyNode *outcome = outcome_of(page, m, issue);
        bool settled = smy_node_bool(smy_node_get(outcome, "settled"));
        int x = smyi_cells_at(
            &c, smy_node_number(smy_node_get(outcome, settled ? "point" : "solution")));
        if (x < 0)
            continue;
        if (!settled) {
            if (strcmp(c.glyph[x], "·") == 0)
                c.glyph[x] = "○";
            continue;
        }
        count[x]++;
        c.glyph[x] = digits[(count[x] > 9 ? 10 : count[x]) - 1];
        c.style[x] = SMYI_BOLD;
    }
    smyi_cells_put(&page->term, &c);
}

/* What is settled is a number; what stays open stays where it is. */
static void put_model(SmyiPage *page, size_t m, const SmyiIssueView *issue, int columns)
{
    const SmyNode *outcome = outcome_of(page, m, issue);
    double point = smy_node_number(smy_node_get(outcome, "point"));
    bool settled = smy_node_bool(smy_node_get(outcome, "settled"));
    SmyiTerm *t = &page->term;
    smyi_term_to(t, t->column + 1);
    if (isnan(point))
        smyi_term_fit(t, SMYI_WARN, "?", columns - 1, SMYI_RIGHT);
    else if (!settled)
        smyi_term_fit(t, SMYI_DIM, "open", columns - 1, SMYI_RIGHT);
    else
        smyi_term_fit(t, SMYI_PLAIN,
                      smyi_show_level(point, issue->high - issue->low, columns - 1).text,
                      columns - 1, SMYI_RIGHT);
}

static void put_settled(SmyiPage *page, const SmyiIssueView *issue, int columns)
{
    size_t n = page->digest.n_models;
    SmyiStyle style = issue->settled == n ? SMYI_BOLD : SMYI_PLAIN;
    const char *text = smyi_page_print(page, "%zu/%zu", issue->settled, n);
    smyi_term_fit(&page->term, style, text, columns, SMYI_RIGHT);
}

/* The lowest and highest point that is settled under some model. */
static const char *ends_of(SmyiPage *page, const SmyiIssueView *issue)
{
    double low = (double)INFINITY, high = -(double)INFINITY,
           range = issue->high - issue->low;
    for (size_t m = 0; m < page->digest.n_models; m++) {
        const SmyNode *outcome = outcome_of(page, m, issue);
        if (!smy_node_bool(smy_node_get(outcome, "settled")))
            continue;
        double point = smy_node_number(smy_node_get(outcome, "point"));
        low = fmin(low, point);
        high = fmax(high, point);
    }
    if (low > high)
        return "stays open";
    SmyiShown from = smyi_show_level(low, range, 6), to = smyi_show_level(high, range, 6);
    return strcmp(from.text, to.text) == 0
               ? from.text[0] ? smyi_page_print(page, "%s", from.text) : ""
               : smyi_page_print(page, "%s to %s", from.text, to.text);
}

static void put_one_line(SmyiPage *page, const SmyiIssueView *issue, Layout l)
{
    SmyiTerm *t = &page->term;
    smyi_term_fit(t, SMYI_PLAIN, issue->title, l.title, SMYI_LEFT);
    smyi_term_to(t, l.title + 1);
    put_strip(page, issue, l.strip);
    for (size_t m = 0; m < page->digest.n_models; m++)
        put_model(page, m, issue, l.model);
    put_settled(page, issue, l.settled);
    smyi_term_end(t);
}

/* Where a model ends; what stays open, or has no answer, comes after all numbers. */
static double end_of(const SmyiPage *page, size_t m, const SmyiIssueView *issue)
{
    const SmyNode *outcome = outcome_of(page, m, issue);
    double point = smy_node_number(smy_node_get(outcome, "point"));
    bool settled = smy_node_bool(smy_node_get(outcome, "settled"));
    return isnan(point) ? (double)NAN : settled ? point : (double)INFINITY;
}

/* The models that end at one place as it is shown, "71", "open" or "?". */
typedef struct Group {
    const char *end;
    double at;
    size_t n;
    const char *names; /* "mean, heaped" */
} Group;

/* Adds a model to its group, or a new group in its place; numbers ascend. */
static size_t join_group(SmyiPage *page, Group *groups, size_t n, double at,
                         const char *end, const char *name)
{
    size_t g = 0;
    while (g < n && strcmp(groups[g].end, end) != 0)
        g++;
    if (g < n) {
        groups[g].n++;
        groups[g].names = smyi_page_print(page, "%s, %s", groups[g].names, name);
        return n;
    }
    for (; g > 0 && (isnan(groups[g - 1].at) || groups[g - 1].at > at); g--)
        groups[g] = groups[g - 1];
    groups[g] = (Group){end, at, 1, name};
    return n + 1;
}

static size_t find_groups(SmyiPage *page, const SmyiIssueView *issue, Group *groups)
{
    size_t n = 0;
    for (size_t m = 0; m < page->digest.n_models; m++) {
        double at = end_of(page, m, issue);
        SmyiShown shown = smyi_show_level(at, issue->high - issue->low, 6);
        const char *end = isnan(at)   ? "?"
                          : isinf(at) ? "open"
                                      : smyi_page_print(page, "%s", shown.text);
        n = join_group(page, groups, n, at, end, page->digest.models[m].id);
    }
    return n;
}

/* "71 mean, heaped; open the other 7": who ends where; three or more alike go unnamed once. */
static void put_groups(SmyiPage *page, const SmyiIssueView *issue)
{
    Group *groups = SMYI_NEW(page->mem, page->digest.n_models, Group);
    if (!groups) {
        page->term.w->code = SMY_ERR_NOMEM;
        return;
    }
    size_t n = find_groups(page, issue, groups), most = 0;
    const char *line = "";
    for (size_t g = 1; g < n; g++)
        if (groups[g].n > groups[most].n)
            most = g;
    for (size_t g = 0; g < n && n > 1; g++)
        if (g == most && groups[g].n > 2)
            line = smyi_page_print(page, "%s%s%s the other %zu", line, g ? "; " : "",
                                   groups[g].end, groups[g].n);
        else
            line = smyi_page_print(page, "%s%s%s %s", line, g ? "; " : "", groups[g].end,
                                   groups[g].names);
    if (!*line)
        return;
    smyi_term_to(&page->term, 5);
    smyi_term_wrap(&page->term, SMYI_DIM, line, 7);
}

static void put_two_lines(SmyiPage *page, const SmyiIssueView *issue, Layout l)
{
    SmyiTerm *t = &page->term;
    double range = issue->high - issue->low;
    smyi_term_fit(t, SMYI_BOLD, issue->title, l.title, SMYI_LEFT);
    put_settled(page, issue, t->width - t->column);
    smyi_term_end(t);
    smyi_term_fit(t, SMYI_DIM, smyi_show_level(issue->low, range, 4).text, 4, SMYI_RIGHT);
    smyi_term_to(t, t->column + 1);
    put_strip(page, issue, l.strip);
    smyi_term_to(t, t->column + 1);
    smyi_term_fit(t, SMYI_DIM, smyi_show_level(issue->high, range, 4).text, 5, SMYI_LEFT);
    smyi_term_fit(t, SMYI_PLAIN, ends_of(page, issue), t->width - t->column, SMYI_RIGHT);
    smyi_term_end(t);
    if (t->width >= 60)
        put_groups(page, issue);
}

static void put_heads(SmyiPage *page, Layout l)
{
    SmyiTerm *t = &page->term;
    smyi_term_end(t);
    smyi_term_fit(t, SMYI_HEAD, "ISSUES", l.model ? l.title : 6, SMYI_LEFT);
    if (!l.model) {
        smyi_term_end(t);
        return;
    }
    smyi_term_to(t, l.title + 1);
    smyi_term_fit(t, SMYI_DIM, "low", 3, SMYI_LEFT);
    smyi_term_fit(t, SMYI_DIM, "high", l.strip - 3, SMYI_RIGHT);
    for (size_t m = 0; m < page->digest.n_models; m++) {
        const char *id = page->digest.models[m].id;
        int cut = (int)smyi_text_prefix(id, l.model - 1);
        smyi_term_to(t, t->column + 1);
        smyi_term_fit(t, SMYI_DIM, smyi_page_print(page, "%.*s", cut, id), l.model - 1,
                      SMYI_RIGHT);
    }
    smyi_term_fit(t, SMYI_DIM, "set", l.settled, SMYI_RIGHT);
    smyi_term_end(t);
}

void smyi_term_issues(SmyiPage *page)
{
    Layout l = layout_of(page);
    if (page->digest.n_issues == 0)
        return;
    put_heads(page, l);
    for (size_t i = 0; i < page->digest.n_issues; i++) {
        if (l.model)
            put_one_line(page, &page->digest.issues[i], l);
        else
            put_two_lines(page, &page->digest.issues[i], l);
    }
    smyi_term_wrap(
        &page->term, SMYI_DIM,
        "│ status quo; 1-9: so many models settle there; ○ proposed, but stays open", 2);
}
