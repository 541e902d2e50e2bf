/* SPDX-License-Identifier: Apache-2.0 */
/* Where the models part: all of them on the issue of the widest spread, and every spread. */
#include <math.h>
#include <string.h>

#include "report/chart.h"

enum { HEADING = 20 };

static double number(const SmyNode *node, const char *key)
{
    return smy_node_number(smy_node_get(node, key));
}

static bool is_there(const SmyiDigest *d)
{
    return smyi_digest_widest(d) != NULL;
}

static const char *kind_of(const SmyiModelView *model)
{
    return model->assumption ? model->assumption : "";
}

/* Whether an earlier model has the same kind. */
static bool is_repeated(const SmyiDigest *d, size_t m)
{
    for (size_t before = 0; before < m; before++)
        if (strcmp(kind_of(&d->models[before]), kind_of(&d->models[m])) == 0)
            return true;
    return false;
}

static const SmyNode *outcome_of(const SmyiModelView *model, const SmyiIssueView *issue)
{
    return smy_node_get(smy_node_get(model->node, "outcome"), issue->id);
}

static int put_model(SmyiChart *c, const SmyiModelView *model, const SmyiIssueView *issue,
                     int y)
{
    const SmyNode *outcome = outcome_of(model, issue);
    const SmyNode *draws = smy_node_get(outcome, "solution_draws");
    double point = number(outcome, "solution");
    int height = smyi_chart_row_height(model->label), middle = y + height / 2;
    SmyiShown none = {"?"};
    smyi_chart_label(c, "", middle, model->label);
    smyi_chart_line(c, "whisker", number(draws, "q10"), number(draws, "q90"), middle);
    smyi_chart_circle(c, "mid", point, middle, 4.5);
    smyi_chart_value(c, "soft", middle,
                     isnan(point) ? none
                                  : smyi_show_level(point, issue->high - issue->low, 6));
    return y + height;
}

/* The models of one kind under its name. */
static int put_kind(SmyiChart *c, size_t first, const SmyiIssueView *issue, int y)
{
    const SmyiDigest *d = &c->h->digest;
    smyi_put(&c->h->w, "<text class=\"axis\" x=\"0\" ");
    smyi_print(&c->h->w, "y=\"%d\">", y + HEADING - 6);
    smyi_put_escaped(&c->h->w, kind_of(&d->models[first]));
    smyi_put(&c->h->w, "</text>\n");
    y += HEADING;
    for (size_t m = first; m < d->n_models; m++)
        if (strcmp(kind_of(&d->models[m]), kind_of(&d->models[first])) == 0)
            y = put_model(c, &d->models[m], issue, y);
    return y;
}

static void describe(SmyiHtml *h, const SmyiIssueView *issue)
{
    for (size_t m = 0; m < h->digest.n_models; m++) {
        const SmyiModelView *model = &h->digest.models[m];
        smyi_put_escaped(&h->w, model->label);
        smyi_put(&h->w, ", ");
        smyi_put_escaped(&h->w, kind_of(model));
        smyi_print(&h->w, ": %s; ",
                   smyi_show_level(number(outcome_of(model, issue), "solution"),
                                   issue->high - issue->low, 6)
                       .text);
    }
}

static void put_chart(SmyiHtml *h, const SmyiIssueView *issue)
{
    const SmyiDigest *d = &h->digest;
    SmyiChart c = {h, issue->low, issue->high};
    double range = issue->high - issue->low;
    int axis = 20, y = 18;
    for (size_t m = 0; m < d->n_models; m++)
        axis +=
            smyi_chart_row_height(d->models[m].label) + (is_repeated(d, m) ? 0 : HEADING);
    smyi_put(&h->w, "<figure>\n");
    smyi_chart_open(&c, "compare", 0, axis + 18, "All models on one scale: ", issue->title);
    describe(h, issue);
    smyi_chart_described(&c);
    for (int g = 0; g <= 4; g++)
        smyi_chart_rule(&c, "grid", issue->low + g * range / 4, 18, axis);
    smyi_chart_rule(&c, "quo", issue->status_quo, 16, axis);
    smyi_chart_text(&c, "axis", issue->status_quo, 0, 12, "middle", "status quo");
    for (size_t m = 0; m < d->n_models; m++)
        if (!is_repeated(d, m))
            y = put_kind(&c, m, issue, y);
    for (int g = 0; g <= 4; g += 2) {
        double at = issue->low + g * range / 4;
        smyi_chart_text(&c, "axis", at, 0, axis + 13, "middle",
                        smyi_show_level(at, range, 6).text);
    }
    smyi_chart_close(&c);
    smyi_put(&h->w, "</figure>\n");
}

static void put_spreads(SmyiHtml *h)
{
    const SmyNode *issues = smy_node_find(h->digest.root, "compare.issues");
    smyi_html_table_open(h, "spreads",
                         "The models' solutions, issue by issue: lowest, "
                         "highest, and how far apart in points of 100");
    smyi_put(&h->w, "<thead><tr><th scope=\"col\">Issue</th><th scope=\"col\" class=\"n\">"
                    "Lowest</th><th scope=\"col\" class=\"n\">Highest</th><th "
                    "scope=\"col\" class=\"n\">Apart</th><th scope=\"col\" class=\"n\">"
                    "Models</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < h->digest.n_issues; i++) {
        const SmyiIssueView *issue = &h->digest.issues[i];
        const SmyNode *row = smy_node_get(issues, issue->id);
        double range = issue->high - issue->low;
        const SmyiShown cells[] = {
            smyi_show_level(number(row, "low"), range, 6),
            smyi_show_level(number(row, "high"), range, 6),
            smyi_show_fixed(number(row, "spread"), 0),
            smyi_show_count(number(row, "models")),
        };
        smyi_put(&h->w, "<tr><th scope=\"row\">");
        smyi_html_text(h, issue->title);
        smyi_put(&h->w, "</th>");
        for (size_t k = 0; k < sizeof cells / sizeof *cells; k++) {
            smyi_put(&h->w, "<td class=\"n\">");
            smyi_html_number(h, cells[k]);
            smyi_put(&h->w, "</td>");
        }
        smyi_put(&h->w, "</tr>\n");
    }
    smyi_put(&h->w, "</tbody>\n");
    smyi_html_table_close(h);
}

static void put_compare(SmyiHtml *h)
{
    const SmyiIssueView *issue = smyi_digest_widest(&h->digest);
    smyi_put(&h->w,
             "<p class=\"remark\">What each model gives before limits and blocks, on "
             "the issue where they lie furthest apart; the line holds eight draws in "
             "ten.</p>\n<h3>");
    smyi_html_text(h, issue->title);
    smyi_put(&h->w, "</h3>\n");
    put_chart(h, issue);
    put_spreads(h);
}

const SmyiHtmlSection smyi_section_compare = {
    .id = "h-compare",
    .name = "Models",
    .heading = "Where the models part",
    .is_there = is_there,
    .put = put_compare,
};
