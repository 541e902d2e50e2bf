/* SPDX-License-Identifier: Apache-2.0 */
/* A strip an issue: where everybody stands, and where each model ends. */
#include <math.h>
#include <string.h>

#include "report/anchors.h"
#include "report/chart.h"
#include "report/text.h"

enum {
    HEAP_HEIGHT = 22,
    HEAP_BINS = 48,
};

static double number(const SmyNode *node, const char *key)
{
    return smy_node_number(smy_node_get(node, key));
}

static const SmyNode *outcome_of(const SmyiHtml *h, size_t m, const SmyiIssueView *issue)
{
    return smy_node_get(smy_node_get(h->digest.models[m].node, "outcome"), issue->id);
}

static const char *name_of(const SmyiHtml *h, const SmyNode *stance)
{
    return smyi_digest_name(&h->digest, smy_node_text(smy_node_get(stance, "actor")));
}

static bool is_distinct(const SmyiHtml *h, const SmyNode *stances, size_t s)
{
    const SmyiActorView *actor = smyi_digest_actor(
        &h->digest, smy_node_text(smy_node_get(smy_node_at(stances, s), "actor")));
    return actor == NULL || actor->role != SMYI_PART_DELEGATE;
}

static void put_stance(SmyiChart *c, const SmyNode *stance, int y)
{
    const SmyNode *position = smy_node_get(stance, "position");
    const SmyNode *limit = smy_node_get(stance, "limit");
    double point = number(position, "point"), stated = number(stance, "stated");
    double weight = number(stance, "weight");
    bool seated = weight > 0;
    smyi_chart_rect(c, "band", smy_node_number(smy_node_at(limit, 0)),
                    smy_node_number(smy_node_at(limit, 1)), y - 6, 12);
    smyi_chart_line(c, "range", number(position, "low"), number(position, "high"), y);
    smyi_chart_line(c, "stated-line", fmin(point, stated), fmax(point, stated), y);
    smyi_chart_mark(c, "stated", stated, y, SMYI_DIAMOND);
    smyi_chart_circle(c, seated ? "seated" : "outside", point, y,
                      seated ? 3 + 6 * sqrt(weight) : 3.5);
}

static int put_stances(SmyiChart *c, const SmyiIssueView *issue, int y)
{
    const SmyNode *stances = smy_node_get(issue->node, "stances");
    double range = issue->high - issue->low;
    for (size_t s = 0; s < smy_node_size(stances); s++) {
        const SmyNode *stance = smy_node_at(stances, s);
        if (!is_distinct(c->h, stances, s))
            continue;
        const char *name = name_of(c->h, stance);
        int height = smyi_chart_row_height(name);
        bool seated = number(stance, "weight") > 0;
        smyi_chart_label(c, seated ? "strong" : "", y + height / 2, name);
        put_stance(c, stance, y + height / 2);
        smyi_chart_value(
            c, "soft", y + height / 2,
            smyi_show_level(smy_node_number(smy_node_find(stance, "position.point")), range,
                            6));
        y += height;
    }
    return y;
}

static int stances_height(const SmyiHtml *h, const SmyiIssueView *issue)
{
    const SmyNode *stances = smy_node_get(issue->node, "stances");
    int height = 0;
    for (size_t s = 0; s < smy_node_size(stances); s++)
        if (is_distinct(h, stances, s))
            height += smyi_chart_row_height(name_of(h, smy_node_at(stances, s)));
    return height;
}

/* The distribution as a stepped area over equal parts of the scale. */
static void put_heap(SmyiChart *c, const SmyNode *pairs, int y)
{
    double bins[HEAP_BINS] = {0}, most = 0;
    for (size_t p = 0; p < smy_node_size(pairs); p++) {
        double share =
            smyi_chart_share(c, smy_node_number(smy_node_find(smy_node_at(pairs, p), "0")));
        double chance = smy_node_number(smy_node_find(smy_node_at(pairs, p), "1"));
        if (isnan(share) || isnan(chance))
            continue;
        int bin = (int)(share * HEAP_BINS);
        bin = bin == HEAP_BINS ? HEAP_BINS - 1 : bin;
        bins[bin] += chance;
        most = fmax(most, bins[bin]);
    }
    if (!(most > 0))
        return;
    SmyiWriter *w = &c->h->w;
    smyi_print(w,
               "<svg y=\"%d\" width=\"100%%\" height=\"%d\" viewBox=\"0 0 %d 100\" "
               "preserveAspectRatio=\"none\"><path class=\"heap\" d=\"M0 100",
               y, HEAP_HEIGHT, HEAP_BINS);
    for (int b = 0; b < HEAP_BINS; b++)
        smyi_print(w, "V%sH%d", smyi_show_fixed(100 - 96 * bins[b] / most, 0).text, b + 1);
    smyi_put(w, "V100z\"/></svg>\n");
}

static int model_height(const SmyiHtml *h, size_t m, const SmyiIssueView *issue)
{
    const SmyNode *heap = smy_node_get(outcome_of(h, m, issue), "distribution");
    int height = smyi_chart_row_height(h->digest.models[m].label);
    return smy_node_size(heap) ? height + HEAP_HEIGHT : height;
}

static void put_outcome(SmyiChart *c, size_t m, const SmyiIssueView *issue, int y)
{
    const SmyNode *outcome = outcome_of(c->h, m, issue),
                  *draws = smy_node_get(outcome, "draws");
    bool settled = smy_node_bool(smy_node_get(outcome, "settled"));
    double point = number(outcome, "point"), solution = number(outcome, "solution");
    SmyiShown open = {"open"}, none = {"?"};
    smyi_chart_line(c, settled ? "whisker" : "whisker faint", number(draws, "q10"),
                    number(draws, "q90"), y);
    if (settled)
        smyi_chart_mark(c, "settled", point, y, SMYI_DIAMOND);
    else
        smyi_chart_mark(c, "open", solution, y, SMYI_SQUARE);
    smyi_chart_value(c, settled ? "strong" : "soft", y,
                     isnan(point) ? none
                     : settled    ? smyi_show_level(point, issue->high - issue->low, 6)
                                  : open);
}

static int put_outcomes(SmyiChart *c, const SmyiIssueView *issue, int y)
{
    for (size_t m = 0; m < c->h->digest.n_models; m++) {
        int height = model_height(c->h, m, issue);
        const SmyNode *heap = smy_node_get(outcome_of(c->h, m, issue), "distribution");
        int at = y + (smy_node_size(heap) ? HEAP_HEIGHT : 0);
        int row = smyi_chart_row_height(c->h->digest.models[m].label);
        put_heap(c, heap, y);
        smyi_chart_label(c, "", at + row / 2, c->h->digest.models[m].label);
        put_outcome(c, m, issue, at + row / 2);
        y += height;
    }
    return y;
}

/* What the chart says, for whoever cannot see it. */
static void describe(SmyiHtml *h, const SmyiIssueView *issue)
{
    SmyiWriter *w = &h->w;
    double range = issue->high - issue->low;
    smyi_print(w, "Scale %s to ", smyi_show_level(issue->low, range, 6).text);
    smyi_print(w, "%s. Status quo ", smyi_show_level(issue->high, range, 6).text);
    smyi_print(w, "%s. ", smyi_show_level(issue->status_quo, range, 6).text);
    for (size_t m = 0; m < h->digest.n_models; m++) {
        const SmyNode *outcome = outcome_of(h, m, issue);
        bool settled = smy_node_bool(smy_node_get(outcome, "settled"));
        smyi_put_escaped(w, h->digest.models[m].label);
        smyi_print(w, ": %s; ",
                   settled ? smyi_show_level(number(outcome, "point"), range, 6).text
                           : "open");
    }
}

static void put_strip(SmyiHtml *h, size_t index)
{
    const SmyiIssueView *issue = &h->digest.issues[index];
    SmyiChart c = {h, issue->low, issue->high};
    int stances = stances_height(h, issue), outcomes = 0;
    for (size_t m = 0; m < h->digest.n_models; m++)
        outcomes += model_height(h, m, issue);
    int first = 26, second = first + stances + (stances ? 24 : 0),
        axis = second + outcomes + 4;
    int tall = axis + 12 + 14 * smyi_anchors_rows(&c, issue, SMYI_NARROW_PLOT);
    int low = axis + 12 + 14 * smyi_anchors_rows(&c, issue, SMYI_WIDE_PLOT);
    smyi_print(&h->w, "<div style=\"--tall:%dpx;--low:%dpx\">\n", tall, low);
    smyi_chart_open(&c, "issue", index, tall, "Positions and outcomes: ", issue->title);
    describe(h, issue);
    smyi_chart_described(&c);
    for (int g = 0; g <= 4; g++)
        smyi_chart_rule(&c, "grid", issue->low + g * (issue->high - issue->low) / 4,
                        first - 4, axis);
    if (stances)
        smyi_put(&h->w, "<text class=\"label axis\" x=\"-8\" y=\"16\" "
                        "text-anchor=\"end\">positions</text>\n");
    smyi_print(&h->w,
               "<text class=\"label axis\" x=\"-8\" y=\"%d\" text-anchor=\"end\">outcomes"
               "</text>\n",
               second - 5);
    (void)put_stances(&c, issue, first);
    (void)put_outcomes(&c, issue, second);
    smyi_chart_rule(&c, "quo", issue->status_quo, 18, axis);
    double share = smyi_chart_share(&c, issue->status_quo);
    smyi_chart_text(&c, "axis", issue->status_quo, 0, 13,
                    share < 0.3   ? "start"
                    : share > 0.7 ? "end"
                                  : "middle",
                    "status quo");
    smyi_anchors_draw(&c, issue, "narrow", SMYI_NARROW_PLOT, axis);
    smyi_anchors_draw(&c, issue, "wide", SMYI_WIDE_PLOT, axis);
    smyi_chart_close(&c);
    smyi_put(&h->w, "</div>\n");
}

/* How many models put the issue past this actor's limit. */
static size_t times_past(const SmyiHtml *h, const SmyiIssueView *issue, const char *actor)
{
    size_t n = 0;
    for (size_t m = 0; m < h->digest.n_models; m++) {
        const SmyNode *list = smy_node_get(outcome_of(h, m, issue), "outside_limit_of");
        for (size_t a = 0; a < smy_node_size(list); a++) {
            const char *id = smy_node_text(smy_node_at(list, a));
            n += id && strcmp(id, actor) == 0;
        }
    }
    return n;
}

static void put_limits(SmyiHtml *h, const SmyiIssueView *issue)
{
    bool first = true;
    for (size_t a = 0; a < h->digest.n_actors; a++) {
        size_t n = times_past(h, issue, h->digest.actors[a].id);
        if (n == 0)
            continue;
        smyi_put(&h->w, first ? " Past the limit of " : ", ");
        smyi_html_text(h, h->digest.actors[a].name);
        smyi_print(&h->w, " under %zu%s", n, !first ? "" : n == 1 ? " model" : " models");
        first = false;
    }
    smyi_put(&h->w, first ? "" : ".");
}

/* "Settled under 4 of 9 models, open under 3, no answer under 2." */
static void put_verdict(SmyiHtml *h, const SmyiIssueView *issue)
{
    size_t n = h->digest.n_models, settled = issue->settled;
    size_t open = issue->defined > settled ? issue->defined - settled : 0;
    if (issue->settled == n)
        smyi_put(&h->w, "Settled under every model.");
    else if (open == n)
        smyi_put(&h->w, "Stays open under every model.");
    else
        smyi_print(&h->w, "Settled under %zu of %zu models", issue->settled, n);
    if (open && open < n)
        smyi_print(&h->w, ", open under %zu", open);
    if (issue->defined < n)
        smyi_print(&h->w, ", no answer under %zu", n - issue->defined);
    smyi_put(&h->w, issue->settled < n && open < n ? "." : "");
}

static void put_summary(SmyiHtml *h, const SmyiIssueView *issue)
{
    SmyiWriter *w = &h->w;
    smyi_put(w, "<p class=\"remark\">");
    put_verdict(h, issue);
    const char *const path[] = {"outcome", issue->id, "draws", "settled", NULL};
    smyi_digest_values(&h->digest, SMYI_FROM_MODEL, path, h->digest.scratch);
    SmyiSpread share = smyi_spread(h->digest.scratch, h->digest.n_models);
    if (share.n) {
        smyi_put(w, " Settled in ");
        smyi_html_number(h, smyi_show_percents(share.low, share.high));
        smyi_put(w, " of the draws.");
    }
    put_limits(h, issue);
    smyi_put(w, "</p>\n");
}

static void put_key(SmyiHtml *h)
{
    smyi_put(
        &h->w,
        "<ul class=\"key\">\n"
        "<li><svg aria-hidden=\"true\"><line class=\"range\" x1=\"0\" x2=\"26\" y1=\"7\" "
        "y2=\"7\"/><circle class=\"seated\" cx=\"13\" cy=\"7\" r=\"6\"/></svg>seated, "
        "sized "
        "by weight, with range</li>\n"
        "<li><svg aria-hidden=\"true\"><circle class=\"outside\" cx=\"13\" cy=\"7\" "
        "r=\"3.5\"/></svg>not seated</li>\n"
        "<li><svg aria-hidden=\"true\"><path class=\"stated\" transform=\"translate(13 "
        "7)\" "
        "d=\"" SMYI_DIAMOND "\"/></svg>said in public</li>\n"
        "<li><svg aria-hidden=\"true\"><rect class=\"band\" width=\"26\" height=\"12\" "
        "y=\"1\"/></svg>would accept</li>\n"
        "<li><svg aria-hidden=\"true\"><line class=\"whisker\" x1=\"0\" x2=\"26\" y1=\"7\" "
        "y2=\"7\"/><path class=\"settled\" transform=\"translate(13 7)\" d=\"" SMYI_DIAMOND
        "\"/></svg>settled there, eight draws in ten</li>\n"
        "<li><svg aria-hidden=\"true\"><path class=\"open\" transform=\"translate(13 7)\" "
        "d=\"" SMYI_SQUARE "\"/></svg>proposed, but stays open</li>\n"
        "<li><svg aria-hidden=\"true\"><line class=\"quo\" x1=\"13\" x2=\"13\" y1=\"0\" "
        "y2=\"14\"/></svg>status quo</li>\n</ul>\n");
}

static bool is_there(const SmyiDigest *digest)
{
    return digest->n_issues > 0;
}

static void put_issues(SmyiHtml *h)
{
    put_key(h);
    for (size_t i = 0; i < h->digest.n_issues; i++) {
        smyi_put(&h->w, "<figure>\n<h3>");
        smyi_html_text(h, h->digest.issues[i].title);
        smyi_put(&h->w, "</h3>\n");
        put_summary(h, &h->digest.issues[i]);
        put_strip(h, i);
        smyi_put(&h->w, "</figure>\n");
    }
}

const SmyiHtmlSection smyi_section_issues = {
    .id = "h-issues",
    .name = "Issues",
    .heading = "Where each issue ends",
    .is_there = is_there,
    .put = put_issues,
};
