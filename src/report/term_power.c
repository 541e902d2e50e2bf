/* SPDX-License-Identifier: Apache-2.0 */
/* Voting power: weights, and how often each player decides. */
#include <math.h>
#include <string.h>

#include "report/display.h"
#include "report/term_views.h"

enum { MOST_WEIGHTS = 3 /* criteria that have a column */, NUMBER = 9, WEIGHT = 8 };

static double number_at(const SmyNode *node, const char *key)
{
    return smy_node_number(smy_node_get(node, key));
}

static const char *percent(SmyiPage *page, const SmyNode *player, const char *key,
                           const char *error_key)
{
    double value = 100 * number_at(player, key), error = 100 * number_at(player, error_key);
    return error > 0 ? smyi_page_print(page, "%.1f ±%.1f", value, error)
                     : smyi_page_print(page, "%.2f", value);
}

/* Columns of the page: a name, weights as far as there is room, three indices, swings. */
typedef struct Layout {
    int name, weights, number;
    bool swings;
} Layout;

static Layout layout_of(const SmyiPage *page, const SmyNode *power)
{
    Layout l = {.weights = (int)smy_node_size(smy_node_get(power, "criteria"))};
    bool exact = smy_node_bool(smy_node_get(power, "exact"));
    l.number = exact ? NUMBER : NUMBER + 2;
    l.swings = exact && page->term.width >= 72;
    l.weights = l.weights > MOST_WEIGHTS ? MOST_WEIGHTS : l.weights;
    int left = page->term.width - 3 * l.number - (l.swings ? NUMBER + 2 : 0);
    while (l.weights > 0 && left - l.weights * WEIGHT < 14)
        l.weights--;
    l.name = left - l.weights * WEIGHT;
    l.name = l.name > 30 ? 30 : l.name < 4 ? 4 : l.name;
    return l;
}

static void put_heads(SmyiPage *page, Layout l)
{
    SmyiTerm *t = &page->term;
    smyi_term_fit(t, SMYI_DIM, "", l.name, SMYI_LEFT);
    for (int c = 0; c < l.weights; c++)
        smyi_term_fit(t, SMYI_DIM,
                      l.weights > 1 ? smyi_page_print(page, "votes %d", c + 1) : "votes",
                      WEIGHT, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_DIM, "Shapley%", l.number, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_DIM, "Penrose%", l.number, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_DIM, "Banzhaf%", l.number, SMYI_RIGHT);
    if (l.swings)
        smyi_term_fit(t, SMYI_DIM, "decides in", NUMBER + 2, SMYI_RIGHT);
    smyi_term_end(t);
}

static void put_player(SmyiPage *page, const SmyNode *player, Layout l)
{
    SmyiTerm *t = &page->term;
    const char *name = smy_node_text(smy_node_get(player, "name"));
    bool veto = smy_node_bool(smy_node_get(player, "veto"));
    smyi_term_fit(t, SMYI_PLAIN,
                  smyi_page_print(page, "%s%s", name ? name : "?", veto ? " (veto)" : ""),
                  l.name, SMYI_LEFT);
    for (int c = 0; c < l.weights; c++) {
        double weight =
            smy_node_number(smy_node_at(smy_node_get(player, "weights"), (size_t)c));
        smyi_term_fit(t, SMYI_PLAIN, smyi_page_print(page, "%g", weight), WEIGHT,
                      SMYI_RIGHT);
    }
    smyi_term_fit(t, SMYI_BOLD,
                  percent(page, player, "shapley_shubik", "shapley_shubik_error"), l.number,
                  SMYI_RIGHT);
    smyi_term_fit(t, SMYI_PLAIN, percent(page, player, "penrose", "penrose_error"),
                  l.number, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_PLAIN, percent(page, player, "banzhaf", ""), l.number,
                  SMYI_RIGHT);
    if (l.swings)
        smyi_term_fit(t, SMYI_PLAIN,
                      smyi_page_print(page, "%.0f", number_at(player, "swings")),
                      NUMBER + 2, SMYI_RIGHT);
    smyi_term_end(t);
}

/* "62 of 87 votes; 3 of 4 ..." */
static const char *quotas(SmyiPage *page, const SmyNode *power)
{
    const SmyNode *criteria = smy_node_get(power, "criteria");
    const char *line = "";
    for (size_t c = 0; c < smy_node_size(criteria); c++) {
        const SmyNode *one = smy_node_at(criteria, c);
        line = smyi_page_print(page, "%s%s%g of %g", line, c ? ", and " : "",
                               number_at(one, "quota"), number_at(one, "total"));
    }
    return line;
}

static void put_legend(SmyiPage *page, const SmyNode *power)
{
    SmyiTerm *t = &page->term;
    SmyiShown samples = smyi_show_count(number_at(power, "samples"));
    smyi_term_wrap(t, SMYI_PLAIN,
                   smyi_page_print(page, "%.3g%% of all coalitions win",
                                   100 * number_at(power, "passes")),
                   2);
    smyi_term_wrap(t, SMYI_DIM,
                   "decides: wins with it, not without; Shapley: share of the orders of "
                   "joining in which it does; Penrose: of the others' coalitions; Banzhaf: "
                   "Penrose, summing to 100",
                   2);
    if (!smy_node_bool(smy_node_get(power, "exact")))
        smyi_term_wrap(t, SMYI_WARN,
                       smyi_page_print(page,
                                       "Too large to count: from %s random coalitions "
                                       "and orders, ± one standard error",
                                       samples.text),
                       2);
}

static bool is_alike(const SmyNode *a, const SmyNode *b)
{
    return fabs(number_at(a, "shapley_shubik") - number_at(b, "shapley_shubik")) < 1e-12 &&
           fabs(number_at(a, "penrose") - number_at(b, "penrose")) < 1e-12;
}

/* "Germany and 3 others 11.67% each; Spain 9.55%": those alike in one piece. */
static const char *shares(SmyiPage *page, const SmyNode *players)
{
    size_t n = smy_node_size(players);
    const char *line = "";
    for (size_t p = 0; p < n; p++) {
        const SmyNode *player = smy_node_at(players, p);
        const char *names = NULL;
        size_t n_alike = 0;
        bool told = false;
        for (size_t before = 0; before < p; before++)
            told |= is_alike(smy_node_at(players, before), player);
        for (size_t other = p; other < n && !told; other++) {
            const char *name =
                smy_node_text(smy_node_get(smy_node_at(players, other), "name"));
            if (!is_alike(smy_node_at(players, other), player))
                continue;
            n_alike++;
            names = names ? smyi_page_print(page, "%s, %s", names, name) : name;
        }
        if (!told)
            line = smyi_page_print(page, "%s%s%s %.2f%%%s", line, p ? "; " : "", names,
                                   100 * number_at(player, "shapley_shubik"),
                                   n_alike > 1 ? " each" : "");
    }
    return line;
}

void smyi_term_power_brief(SmyiPage *page)
{
    const SmyNode *power = smy_node_get(page->digest.root, "power");
    const SmyNode *players = smy_node_get(power, "players");
    if (smy_node_size(players) == 0)
        return;
    smyi_term_heading(
        &page->term, "VOTING POWER",
        smyi_page_print(page, "Shapley-Shubik; to pass: %s", quotas(page, power)));
    smyi_term_wrap(&page->term, SMYI_PLAIN, shares(page, players), 2);
}

void smyi_term_power(SmyiPage *page)
{
    const SmyNode *power = smy_node_get(page->digest.root, "power");
    const SmyNode *players = smy_node_get(power, "players");
    if (smy_node_size(players) == 0)
        return;
    Layout l = layout_of(page, power);
    smyi_term_heading(&page->term, "VOTING POWER",
                      smyi_page_print(page, "to pass: %s", quotas(page, power)));
    put_heads(page, l);
    for (size_t p = 0; p < smy_node_size(players); p++)
        put_player(page, smy_node_at(players, p), l);
    put_legend(page, power);
}
