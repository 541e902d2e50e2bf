/* SPDX-License-Identifier: Apache-2.0 */
/* Charts of a back-test's scores: each model's error, and its difference to the baseline. */
#include <math.h>
#include <string.h>

#include "report/backtest.h"

enum { TOP = 4, AXIS = 18 };

double smyi_backtest_at(const SmyNode *node, const char *path)
{
    return smy_node_number(smy_node_find(node, path));
}

const char *smyi_backtest_name(const SmyNode *model)
{
    const char *id = smy_node_text(smy_node_get(model, "id"));
    return id ? id : "?";
}

static const SmyNode *models_of(const SmyiHtml *h)
{
    return smy_node_get(h->digest.root, "models");
}

static void widen(SmyiChart *c, double value)
{
    if (isnan(value))
        return;
    c->low = fmin(c->low, value);
    c->high = fmax(c->high, value);
}

/* Steps of 5, 10, 20 ... so that there are at most eight. */
static double step_of(const SmyiChart *c)
{
    double step = 5;
    while ((c->high - c->low) / step > 8)
        step *= 2;
    return step;
}

static void round_out(SmyiChart *c)
{
    if (!(c->high > c->low))
        c->high = c->low + 1;
    double step = step_of(c);
    c->low = step * floor(c->low / step);
    c->high = step * ceil(c->high / step);
}

static void put_grid(SmyiChart *c, int bottom, bool is_signed)
{
    double step = step_of(c);
    for (double at = c->low; at <= c->high + step / 2; at += step) {
        smyi_chart_rule(c, at == 0 ? "zero" : "grid", at, 0, bottom);
        smyi_print(&c->h->w, "<text class=\"axis\" text-anchor=\"middle\" x=\"%s%%\"",
                   smyi_show_fixed(100 * smyi_chart_share(c, at), 2).text);
        smyi_print(&c->h->w, " y=\"%d\">", bottom + 13);
        smyi_html_number(c->h,
                         is_signed ? smyi_show_signed(at, 0) : smyi_show_fixed(at, 0));
        smyi_put(&c->h->w, "</text>\n");
    }
}

static int height_of(const SmyNode *models)
{
    int height = 2 * TOP;
    for (size_t m = 0; m < smy_node_size(models); m++)
        height += smyi_chart_row_height(smyi_backtest_name(smy_node_at(models, m)));
    return height;
}

static void put_error(SmyiChart *c, const SmyNode *model, int y)
{
    smyi_chart_label(c, "", y, smyi_backtest_name(model));
    smyi_chart_line(c, "whisker", smyi_backtest_at(model, "interval.crps.low"),
                    smyi_backtest_at(model, "interval.crps.high"), y);
    smyi_chart_mark(c, "open", smyi_backtest_at(model, "mae"), y, SMYI_SQUARE);
    smyi_chart_circle(c, "mid", smyi_backtest_at(model, "crps"), y, 4.5);
    smyi_chart_value(c, "strong", y, smyi_show_fixed(smyi_backtest_at(model, "crps"), 2));
}

void smyi_backtest_errors(SmyiHtml *h)
{
    const SmyNode *models = models_of(h);
    SmyiChart c = {h, 0, 0};
    int height = height_of(models), y = TOP;
    for (size_t m = 0; m < smy_node_size(models); m++) {
        const SmyNode *model = smy_node_at(models, m);
        widen(&c, smyi_backtest_at(model, "interval.crps.high"));
        widen(&c, smyi_backtest_at(model, "crps"));
        widen(&c, smyi_backtest_at(model, "mae"));
    }
    round_out(&c);
    smyi_put(&h->w, "<figure>\n");
    smyi_chart_open(&c, "errors", 0, height + AXIS, "Error by model", "");
    for (size_t m = 0; m < smy_node_size(models); m++) {
        const SmyNode *model = smy_node_at(models, m);
        smyi_put_escaped(&h->w, smyi_backtest_name(model));
        smyi_print(&h->w, ": CRPS %s; ",
                   smyi_show_fixed(smyi_backtest_at(model, "crps"), 2).text);
    }
    smyi_chart_described(&c);
    put_grid(&c, height, false);
    for (size_t m = 0; m < smy_node_size(models); m++) {
        const SmyNode *model = smy_node_at(models, m);
        int row = smyi_chart_row_height(smyi_backtest_name(model));
        put_error(&c, model, y + row / 2);
        y += row;
    }
    smyi_chart_close(&c);
    smyi_put(&h->w,
             "<figcaption>Points of the scale, less is better. Dot: CRPS (its number "
             "at the right) with a 95 per cent interval; square: mean absolute error. "
             "Of a point forecast the two are one. Intervals overlap for models that "
             "differ: compare by the differences below.</figcaption>\n</figure>\n");
}

static bool differs(const SmyNode *model)
{
    return smy_node_kind(smy_node_get(model, "difference")) == SMY_NODE_OBJECT &&
           smyi_backtest_at(model, "n") > 0;
}

static void put_difference(SmyiChart *c, const SmyNode *model, int y)
{
    const SmyNode *d = smy_node_find(model, "difference.crps");
    double mean = smyi_backtest_at(d, "mean"), low = smyi_backtest_at(d, "low"),
           high = smyi_backtest_at(d, "high");
    const char *value = high < 0 ? "strong gain" : low > 0 ? "strong loss" : "soft";
    smyi_chart_label(c, "", y, smyi_backtest_name(model));
    smyi_chart_line(c, "whisker", low, high, y);
    smyi_chart_mark(c,
                    high < 0  ? "mid up"
                    : low > 0 ? "mid down"
                              : "open",
                    mean, y, SMYI_DIAMOND);
    smyi_chart_value(c, value, y, smyi_show_signed(mean, 2));
}

void smyi_backtest_differences(SmyiHtml *h)
{
    const SmyNode *models = models_of(h);
    const char *baseline = smy_node_text(smy_node_get(h->digest.root, "baseline"));
    SmyiChart c = {h, 0, 0};
    int height = height_of(models), y = TOP;
    for (size_t m = 0; m < smy_node_size(models); m++) {
        const SmyNode *d = smy_node_find(smy_node_at(models, m), "difference.crps");
        widen(&c, smyi_backtest_at(d, "low"));
        widen(&c, smyi_backtest_at(d, "mean"));
        widen(&c, smyi_backtest_at(d, "high"));
        if (!differs(smy_node_at(models, m)))
            height -= smyi_chart_row_height(smyi_backtest_name(smy_node_at(models, m)));
    }
    round_out(&c);
    smyi_put(&h->w, "<figure>\n");
    smyi_chart_open(&c, "differences", 0, height + AXIS, "Difference in CRPS to ",
                    baseline ? baseline : "?");
    for (size_t m = 0; m < smy_node_size(models); m++) {
        const SmyNode *d = smy_node_find(smy_node_at(models, m), "difference.crps");
        smyi_put_escaped(&h->w, smyi_backtest_name(smy_node_at(models, m)));
        smyi_print(&h->w, ": %s; ", smyi_show_signed(smyi_backtest_at(d, "mean"), 2).text);
    }
    smyi_chart_described(&c);
    put_grid(&c, height, true);
    for (size_t m = 0; m < smy_node_size(models); m++) {
        const SmyNode *model = smy_node_at(models, m);
        if (!differs(model))
            continue;
        int row = smyi_chart_row_height(smyi_backtest_name(model));
        put_difference(&c, model, y + row / 2);
        y += row;
    }
    smyi_chart_close(&c);
    smyi_put(&h->w, "<figcaption>CRPS less that of ");
    smyi_put_escaped(&h->w, baseline);
    smyi_put(&h->w, ", on the issues that both forecast: below 0 is better. Filled: the 95 "
                    "per cent interval is clear of 0.</figcaption>\n</figure>\n");
}
