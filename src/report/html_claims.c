/* SPDX-License-Identifier: Apache-2.0 */
/* Claims, the voice each is in, and its odds: over all models and under each. */
#include <math.h>

#include "report/chart.h"

static double odds_of(const SmyiHtml *h, const SmyiClaimView *claim, size_t m,
                      const char *key)
{
    const SmyNode *odds = smy_node_get(claim->node, "probability");
    return smy_node_number(smy_node_get(smy_node_get(odds, h->digest.models[m].id), key));
}

/* 0 to 100 %: the models' ticks, their spread, the pooled odds. */
static void put_line(SmyiHtml *h, const SmyiClaimView *claim)
{
    SmyiChart c = {h, 0, 1};
    smyi_put(&h->w, "<div class=\"odds-line\" aria-hidden=\"true\"><svg width=\"100%\" "
                    "height=\"22\" overflow=\"visible\">\n");
    smyi_chart_line(&c, "grid", 0, 1, 11);
    smyi_chart_rule(&c, "grid", 0, 5, 17);
    smyi_chart_rule(&c, "grid", 0.5, 3, 19);
    smyi_chart_rule(&c, "grid", 1, 5, 17);
    smyi_chart_rect(&c, "span", claim->low, claim->high, 5, 12);
    for (size_t m = 0; m < h->digest.n_models; m++)
        smyi_chart_rule(&c, "tick", odds_of(h, claim, m, "p"), 5, 17);
    smyi_chart_mark(&c, "mid", claim->p, 11, SMYI_DIAMOND);
    smyi_put(&h->w, "</svg></div>");
}

/* What the lines measure, once above them. */
static void put_axis(SmyiHtml *h)
{
    static const char *const marks[][3] = {
        {"0", "start", "0"}, {"50%", "middle", "even"}, {"100%", "end", "100%"}};
    smyi_put(&h->w, "<li class=\"axis\" aria-hidden=\"true\"><div></div><div></div>"
                    "<div class=\"odds-line\"><svg width=\"100%\" height=\"14\" "
                    "overflow=\"visible\">");
    for (size_t m = 0; m < 3; m++)
        smyi_print(&h->w, "<text x=\"%s\" y=\"11\" text-anchor=\"%s\">%s</text>",
                   marks[m][0], marks[m][1], marks[m][2]);
    smyi_put(&h->w, "</svg></div></li>\n");
}

static void put_odds(SmyiHtml *h, const SmyiClaimView *claim)
{
    if (isnan(claim->p)) {
        smyi_print(&h->w, "<div><small>holds under %zu of %zu models</small></div>",
                   claim->holds, claim->holds + claim->fails + claim->undefined);
        return;
    }
    smyi_put(&h->w, "<div><span class=\"odds\">");
    smyi_html_number(h, smyi_show_percent(claim->p));
    smyi_put(&h->w, "</span><br/><small>");
    if (claim->high - claim->low < 0.005) {
        smyi_put(&h->w, "every model");
    } else {
        smyi_put(&h->w, "models ");
        smyi_html_number(h, smyi_show_percents(claim->low, claim->high));
    }
    smyi_put(&h->w, "</small></div>");
}

static void put_claim(SmyiHtml *h, const SmyiClaimView *claim)
{
    const SmyNode *cite = smy_node_get(claim->node, "cite");
    smyi_put(&h->w, "<li><div><span class=\"says\">");
    smyi_html_text(h, claim->says);
    smyi_put(&h->w, "</span><br/><small>");
    if (claim->voice) {
        smyi_put(&h->w, "voice: ");
        smyi_html_text(h, claim->voice);
    }
    if (smy_node_size(cite)) {
        smyi_put(&h->w, claim->voice ? "; cites " : "cites ");
        smyi_html_join(h, cite);
    }
    smyi_put(&h->w, "</small></div>");
    put_odds(h, claim);
    if (!isnan(claim->p))
        put_line(h, claim);
    smyi_put(&h->w, "</li>\n");
}

/* Above even odds reads as gain does, below as loss; the number says it too. */
static void put_cell(SmyiHtml *h, const SmyiClaimView *claim, size_t m)
{
    double p = odds_of(h, claim, m, "p"), undefined = odds_of(h, claim, m, "undefined");
    const SmyNode *verdict =
        smy_node_get(smy_node_get(claim->node, "at_point"), h->digest.models[m].id);
    if (isnan(p) && smy_node_kind(verdict) == SMY_NODE_BOOL) {
        smyi_print(&h->w, "<td class=\"n\">%s</td>",
                   smy_node_bool(verdict) ? "holds" : "fails");
        return;
    }
    smyi_print(&h->w, "<td class=\"n %s\">",
               isnan(p)   ? "u"
               : p >= 0.9 ? "g3"
               : p >= 0.6 ? "g1"
               : p > 0.4  ? ""
               : p > 0.1  ? "l1"
                          : "l3");
    smyi_html_number(h, smyi_show_percent(p));
    if (undefined > 0 && !isnan(p)) {
        smyi_put(&h->w, "<br/><small>undefined ");
        smyi_html_number(h, smyi_show_percent(undefined));
        smyi_put(&h->w, "</small>");
    }
    smyi_put(&h->w, "</td>");
}

static void put_table(SmyiHtml *h)
{
    smyi_html_table_open(h, "odds", "Odds of each claim under each model");
    smyi_put(&h->w, "<thead><tr><th scope=\"col\">Claim</th>");
    smyi_html_model_heads(h);
    smyi_put(&h->w, "</tr></thead>\n<tbody>\n");
    for (size_t c = 0; c < h->digest.n_claims; c++) {
        smyi_put(&h->w, "<tr><th scope=\"row\"><small>");
        smyi_html_text(h, h->digest.claims[c].says);
        smyi_put(&h->w, "</small></th>");
        for (size_t m = 0; m < h->digest.n_models; m++)
            put_cell(h, &h->digest.claims[c], m);
        smyi_put(&h->w, "</tr>\n");
    }
    smyi_put(&h->w, "</tbody>\n");
    smyi_html_table_close(h);
}

static bool is_there(const SmyiDigest *digest)
{
    return digest->n_claims > 0;
}

static void put_claims(SmyiHtml *h)
{
    smyi_put(&h->w,
             "<p class=\"remark\">Odds are the share of draws in which a claim holds: "
             "pooled over the models first, then from the lowest to the highest of them. "
             "That is a spread of models, not a confidence.</p>\n<ol class=\"claims\">\n");
    put_axis(h);
    for (size_t c = 0; c < h->digest.n_claims; c++)
        put_claim(h, &h->digest.claims[c]);
    smyi_put(&h->w, "</ol>\n");
    put_table(h);
}

const SmyiHtmlSection smyi_section_claims = {
    .id = "h-claims",
    .name = "Claims",
    .heading = "Do the claims hold?",
    .is_there = is_there,
    .put = put_claims,
};
