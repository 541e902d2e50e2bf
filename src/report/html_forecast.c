/* SPDX-License-Identifier: Apache-2.0 */
/* The forecast to quote: every issue on its own scale, and how such forecasts fared before. */
#include <math.h>
#include <string.h>

#include "report/chart.h"

static double number(const SmyNode *node, const char *key)
{
    return smy_node_number(smy_node_get(node, key));
}

static const SmyNode *issue_of(const SmyiDigest *d, size_t i)
{
    const SmyNode *issues = smy_node_find(d->root, "forecast.issues");
    return smy_node_get(issues, d->issues[i].id);
}

static bool is_there(const SmyiDigest *d)
{
    for (size_t i = 0; i < d->n_issues; i++)
        if (!isnan(number(issue_of(d, i), "median")))
            return true;
    return false;
}

static void put_level(SmyiHtml *h, const SmyNode *node, const char *key, double range)
{
    smyi_html_number(h, smyi_show_level(number(node, key), range, 6));
}

static void describe(SmyiHtml *h)
{
    for (size_t i = 0; i < h->digest.n_issues; i++) {
        const SmyiIssueView *issue = &h->digest.issues[i];
        const SmyNode *node = issue_of(&h->digest, i);
        double range = issue->high - issue->low;
        smyi_put_escaped(&h->w, issue->title);
        smyi_put(&h->w, ": ");
        put_level(h, node, "median", range);
        smyi_put(&h->w, ", eight chances in ten ");
        put_level(h, node, "q10", range);
        smyi_put(&h->w, " to ");
        put_level(h, node, "q90", range);
        smyi_put(&h->w, "; ");
    }
}

static void put_issue(SmyiChart *c, size_t i, int y, int height)
{
    const SmyiIssueView *issue = &c->h->digest.issues[i];
    const SmyNode *node = issue_of(&c->h->digest, i);
    int middle = y + height / 2;
    c->low = issue->low;
    c->high = issue->high;
    smyi_chart_label(c, "", middle, issue->title);
    smyi_chart_rule(c, "quo", issue->status_quo, y + 2, y + height - 2);
    smyi_chart_line(c, "whisker", number(node, "q10"), number(node, "q90"), middle);
    smyi_chart_rect(c, "half", number(node, "q25"), number(node, "q75"), middle - 4, 8);
    bool settled = smy_node_bool(smy_node_get(node, "settled"));
    smyi_chart_mark(c, settled ? "settled" : "open", number(node, "median"), middle,
                    settled ? SMYI_DIAMOND : SMYI_SQUARE);
    smyi_chart_value(c, settled ? "strong" : "soft", middle,
                     smyi_show_level(number(node, "median"), issue->high - issue->low, 6));
}

static void put_chart(SmyiHtml *h)
{
    SmyiChart c = {h, 0, 100};
    int height = 4;
    for (size_t i = 0; i < h->digest.n_issues; i++)
        height += smyi_chart_row_height(h->digest.issues[i].title);
    smyi_put(&h->w, "<figure>\n");
    smyi_chart_open(&c, "forecast", 0, height + 18, "The forecast, issue by issue", "");
    describe(h);
    smyi_chart_described(&c);
    for (int g = 0; g <= 4; g++)
        smyi_chart_rule(&c, "grid", 25 * g, 0, height);
    for (size_t i = 0, y = 2; i < h->digest.n_issues; i++) {
        int row = smyi_chart_row_height(h->digest.issues[i].title);
        put_issue(&c, i, (int)y, row);
        y += (size_t)row;
    }
    c.low = 0;
    c.high = 100;
    smyi_chart_text(&c, "axis", 0, 0, height + 13, "start", "low end of each scale");
    smyi_chart_text(&c, "axis", 100, 0, height + 13, "end", "high end");
    smyi_chart_close(&c);
    smyi_put(&h->w, "</figure>\n");
}

static void put_key(SmyiHtml *h)
{
    smyi_put(&h->w,
             "<ul class=\"key\">\n"
             "<li><svg aria-hidden=\"true\"><line class=\"whisker\" x1=\"0\" x2=\"26\" "
             "y1=\"7\" y2=\"7\"/><rect class=\"half\" x=\"6\" y=\"3\" width=\"14\" "
             "height=\"8\"/></svg>eight chances in ten, the middle five</li>\n"
             "<li><svg aria-hidden=\"true\"><path class=\"settled\" "
             "transform=\"translate(13 7)\" d=\"" SMYI_DIAMOND
             "\"/></svg>the middle, and settles</li>\n"
             "<li><svg aria-hidden=\"true\"><path class=\"open\" "
             "transform=\"translate(13 7)\" d=\"" SMYI_SQUARE
             "\"/></svg>the middle, but stays open</li>\n"
             "<li><svg aria-hidden=\"true\"><line class=\"quo\" x1=\"13\" x2=\"13\" "
             "y1=\"0\" y2=\"14\"/></svg>status quo</li>\n</ul>\n");
}

static void put_score(SmyiHtml *h, const char *label, const SmyNode *node)
{
    smyi_put(&h->w, "<tr><th scope=\"row\">");
    smyi_html_text(h, label);
    smyi_put(&h->w, "</th>");
    static const char *const keys[] = {"mae", "crps"};
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
        smyi_put(&h->w, "<td class=\"n\">");
        smyi_html_number(h, smyi_show_fixed(number(node, keys[k]), 1));
        smyi_put(&h->w, "</td>");
    }
    smyi_put(&h->w, "</tr>\n");
}

static void put_record(SmyiHtml *h)
{
    const SmyNode *forecast = smy_node_get(h->digest.root, "forecast");
    const SmyNode *record = smy_node_get(forecast, "record");
    const SmyNode *baseline = smy_node_get(record, "baseline");
    if (smy_node_kind(record) != SMY_NODE_OBJECT)
        return;
    smyi_put(&h->w, "<h3>Its record</h3>\n<p>Scored on ");
    smyi_html_number(h, smyi_show_count(number(record, "issues")));
    smyi_put(&h->w, " ");
    smyi_html_text(h, smy_node_text(smy_node_get(record, "data")));
    smyi_put(&h->w, " in ");
    smyi_html_number(h, smyi_show_count(number(record, "groups")));
    smyi_put(&h->w, " proposals, ");
    smyi_html_text(h, smy_node_text(smy_node_get(record, "how")));
    smyi_put(&h->w, "; ");
    smyi_html_number(h, smyi_show_percent(number(record, "inside_80")));
    smyi_put(&h->w, " of the outcomes fell inside the eight chances in ten. <strong>");
    smyi_html_text(h, smy_node_text(smy_node_get(record, "silent_on")));
    smyi_put(&h->w, "</strong></p>\n");
    smyi_html_table_open(h, "record", "Points of 100 of the scale; less is better");
    smyi_put(&h->w, "<thead><tr><th scope=\"col\">Model</th><th scope=\"col\" class=\"n\">"
                    "Mean absolute error</th><th scope=\"col\" class=\"n\">CRPS (whole "
                    "forecast)</th></tr></thead>\n<tbody>\n");
    const char *title = smy_node_text(smy_node_get(forecast, "title"));
    put_score(h, title ? title : "", record);
    const char *id = smy_node_text(smy_node_get(baseline, "model"));
    const SmyiModelView *model = smyi_digest_model(&h->digest, id);
    put_score(h, model ? model->title : id ? id : "", baseline);
    smyi_put(&h->w, "</tbody>\n");
    smyi_html_table_close(h);
}

static void put_forecast(SmyiHtml *h)
{
    const char *title = smy_node_text(smy_node_find(h->digest.root, "forecast.title"));
    smyi_put(&h->w, "<p class=\"remark\">");
    smyi_html_text(h, title);
    smyi_put(&h->w, ": the model whose forecasts were tested on past decisions. It gives "
                    "a chance to every outcome, the inputs' ranges included.</p>\n");
    put_key(h);
    put_chart(h);
    put_record(h);
}

const SmyiHtmlSection smyi_section_forecast = {
    .id = "h-forecast",
    .name = "Forecast",
    .heading = "The forecast to quote",
    .is_there = is_there,
    .put = put_forecast,
};
