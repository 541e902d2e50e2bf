/* SPDX-License-Identifier: Apache-2.0 */
/* Voting power: weights, and how often each player decides. */
#include "report/html.h"

static const SmyNode *power_of(const SmyiDigest *digest)
{
    return smy_node_get(digest->root, "power");
}

static bool has_power(const SmyiDigest *digest)
{
    return smy_node_size(smy_node_get(power_of(digest), "players")) > 0;
}

static void put_cell(SmyiHtml *h, const SmyNode *player, const char *key, double factor,
                     int digits)
{
    smyi_put(&h->w, "<td class=\"n\">");
    smyi_html_number(
        h, smyi_show_fixed(factor * smy_node_number(smy_node_get(player, key)), digits));
    smyi_put(&h->w, "</td>");
}

static void put_player(SmyiHtml *h, const SmyNode *player)
{
    const SmyNode *weights = smy_node_get(player, "weights");
    smyi_put(&h->w, "<tr><th scope=\"row\">");
    smyi_html_text(h, smy_node_text(smy_node_get(player, "name")));
    smyi_put(&h->w, smy_node_bool(smy_node_get(player, "veto")) ? " (veto)</th>" : "</th>");
    for (size_t c = 0; c < smy_node_size(weights); c++) {
        smyi_put(&h->w, "<td class=\"n\">");
        smyi_print(&h->w, "%g", smy_node_number(smy_node_at(weights, c)));
        smyi_put(&h->w, "</td>");
    }
    put_cell(h, player, "shapley_shubik", 100, 2);
    put_cell(h, player, "penrose", 100, 2);
    put_cell(h, player, "banzhaf", 100, 2);
    smyi_put(&h->w, "</tr>\n");
}

static void put_power(SmyiHtml *h)
{
    const SmyNode *power = power_of(&h->digest), *players = smy_node_get(power, "players");
    const SmyNode *criteria = smy_node_get(power, "criteria");
    smyi_put(&h->w, "<p>A member decides in a coalition that wins with it and not without "
                    "it. To pass: ");
    for (size_t c = 0; c < smy_node_size(criteria); c++)
        smyi_print(&h->w, "%s%g of %g", c ? ", and " : "",
                   smy_node_number(smy_node_get(smy_node_at(criteria, c), "quota")),
                   smy_node_number(smy_node_get(smy_node_at(criteria, c), "total")));
    smyi_print(&h->w, "; %.3g%% of all coalitions win.%s</p>\n",
               100 * smy_node_number(smy_node_get(power, "passes")),
               smy_node_bool(smy_node_get(power, "exact"))
                   ? ""
                   : " Too many to count: estimates from random coalitions and orders.");
    smyi_html_table_open(h, "power",
                         "Percent: Shapley-Shubik of the orders of joining in which it "
                         "decides, Penrose of the others' coalitions; Banzhaf sums to 100");
    smyi_put(&h->w, "<thead><tr><th scope=\"col\">Member</th>");
    for (size_t c = 0; c < smy_node_size(criteria); c++)
        smyi_put(&h->w, "<th class=\"n\" scope=\"col\">Votes</th>");
    smyi_put(&h->w, "<th class=\"n\" scope=\"col\">Shapley-Shubik</th><th class=\"n\" "
                    "scope=\"col\">Penrose</th><th class=\"n\" scope=\"col\">Banzhaf</th>"
                    "</tr></thead>\n<tbody>\n");
    for (size_t p = 0; p < smy_node_size(players); p++)
        put_player(h, smy_node_at(players, p));
    smyi_put(&h->w, "</tbody>\n");
    smyi_html_table_close(h);
}

const SmyiHtmlSection smyi_section_power = {
    .id = "h-power",
    .name = "Power",
    .heading = "What each vote decides",
    .is_there = has_power,
    .put = put_power,
};
