/* SPDX-License-Identifier: Apache-2.0 */
/* Calibration of forecasts that are distributions: PIT, coverage, reliability. */
#include <math.h>
#include <string.h>

#include "report/backtest.h"

enum { TOP = 8, PLOT = 130, GROUND = TOP + PLOT, AXIS = 32 };

static bool is_calibrated(const SmyNode *model)
{
    return smy_node_kind(smy_node_get(model, "pit")) == SMY_NODE_LIST &&
           smyi_backtest_at(model, "n") > 0;
}

static void put_axis(SmyiChart *c, const char *what, const char *const *marks, size_t n)
{
    for (size_t k = 0; k < n; k++)
        smyi_chart_text(c, "axis",
                        c->low + (c->high - c->low) * (double)k / (double)(n - 1), 0,
                        GROUND + 13, "middle", marks[k]);
    smyi_chart_text(c, "axis", (c->low + c->high) / 2, 0, GROUND + 27, "middle", what);
}

/* A mark at the left of a plot, `share` of its height above the ground. */
static void put_height(SmyiChart *c, double share, const char *text)
{
    smyi_print(&c->h->w,
               "<text class=\"axis\" x=\"-6\" y=\"%d\" text-anchor=\"end\">%s</text>\n",
               GROUND - (int)(share * PLOT) + 4, text);
}

/* Ten bars; the dashed line is where a calibrated forecast has them all. */
static void put_pit(SmyiHtml *h, const SmyNode *model, size_t index)
{
    static const char *const marks[] = {"0", "0.5", "1"};
    const SmyNode *pit = smy_node_get(model, "pit");
    size_t n = smy_node_size(pit);
    SmyiChart c = {h, 0, (double)n};
    double most = 2 / (double)n;
    for (size_t b = 0; b < n; b++)
        most = fmax(most, smy_node_number(smy_node_at(pit, b)));
    smyi_chart_open(&c, "hist pit", index, GROUND + AXIS,
                    "PIT histogram: ", smyi_backtest_name(model));
    for (size_t b = 0; b < n; b++)
        smyi_print(&h->w, "%s ",
                   smyi_show_percent(smy_node_number(smy_node_at(pit, b))).text);
    smyi_chart_described(&c);
    for (size_t b = 0; b < n; b++) {
        double share = smy_node_number(smy_node_at(pit, b));
        int tall = share > 0 ? (int)(share / most * PLOT + .5) : 0;
        smyi_chart_rect(&c, "bar", (double)b, (double)b + 1, GROUND - tall, tall);
    }
    smyi_chart_line(&c, "zero", 0, (double)n, GROUND);
    smyi_chart_line(&c, "level", 0, (double)n,
                    GROUND - (int)(PLOT / (double)n / most + .5));
    put_height(&c, 1 / (double)n / most, smyi_show_percent(1 / (double)n).text);
    put_axis(&c, "chance the forecast gave to less than what came", marks, 3);
    smyi_chart_close(&c);
}

/* Nominal level against share covered: on the slope where calibrated. */
static void put_slope(SmyiChart *c)
{
    static const char *const marks[] = {"0%", "50%", "100%"};
    for (int g = 0; g <= 2; g++) {
        smyi_chart_rule(c, "grid", .5 * g, TOP, GROUND);
        smyi_chart_line(c, "grid", 0, 1, GROUND - g * PLOT / 2);
        put_height(c, .5 * g, marks[g]);
    }
    smyi_print(&c->h->w,
               "<line class=\"level\" x1=\"0%%\" y1=\"%d\" x2=\"100%%\" y2=\"%d\"/>\n",
               GROUND, TOP);
}

static void put_coverage(SmyiHtml *h, const SmyNode *model, size_t index)
{
    static const char *const marks[] = {"0%", "50%", "100%"};
    const SmyNode *coverage = smy_node_get(model, "coverage");
    SmyiChart c = {h, 0, 1};
    smyi_chart_open(&c, "hist cover", index, GROUND + AXIS,
                    "Coverage of intervals: ", smyi_backtest_name(model));
    for (size_t l = 0; l < smy_node_size(coverage); l++) {
        const SmyNode *row = smy_node_at(coverage, l);
        smyi_print(&h->w, "%s: ", smyi_show_percent(smyi_backtest_at(row, "level")).text);
        smyi_print(&h->w, "%s; ", smyi_show_percent(smyi_backtest_at(row, "covered")).text);
    }
    smyi_chart_described(&c);
    put_slope(&c);
    for (size_t l = 0; l < smy_node_size(coverage); l++) {
        const SmyNode *row = smy_node_at(coverage, l);
        double covered = smyi_backtest_at(row, "covered");
        if (!isnan(covered))
            smyi_chart_circle(&c, "mid", smyi_backtest_at(row, "level"),
                              GROUND - (int)(covered * PLOT + .5), 4.5);
    }
    put_axis(&c, "interval of this level; up: held the outcome", marks, 3);
    smyi_chart_close(&c);
}

static void put_reliability(SmyiHtml *h, const SmyNode *model, size_t index)
{
    static const char *const marks[] = {"0%", "50%", "100%"};
    const SmyNode *bins = smy_node_get(model, "reliability");
    SmyiChart c = {h, 0, 1};
    smyi_chart_open(&c, "hist reliable", index, GROUND + AXIS,
                    "Reliability of chances: ", smyi_backtest_name(model));
    for (size_t b = 0; b < smy_node_size(bins); b++) {
        const SmyNode *bin = smy_node_at(bins, b);
        if (!(smyi_backtest_at(bin, "n") > 0))
            continue;
        smyi_print(&h->w, "forecast %s, ",
                   smyi_show_percent(smyi_backtest_at(bin, "forecast")).text);
        smyi_print(&h->w, "came %s ",
                   smyi_show_percent(smyi_backtest_at(bin, "came")).text);
        smyi_print(&h->w, "of %s; ", smyi_show_count(smyi_backtest_at(bin, "n")).text);
    }
    smyi_chart_described(&c);
    put_slope(&c);
    for (size_t b = 0; b < smy_node_size(bins); b++) {
        const SmyNode *bin = smy_node_at(bins, b);
        double came = smyi_backtest_at(bin, "came"), n = smyi_backtest_at(bin, "n");
        if (!isnan(came))
            smyi_chart_circle(&c, "outside", smyi_backtest_at(bin, "forecast"),
                              GROUND - (int)(came * PLOT + .5), 2.5 + 1.5 * sqrt(n));
    }
    put_axis(&c, "chance given to the upper position; up: it came", marks, 3);
    smyi_chart_close(&c);
}

static bool has_bins(const SmyNode *model)
{
    const SmyNode *bins = smy_node_get(model, "reliability");
    for (size_t b = 0; b < smy_node_size(bins); b++)
        if (smyi_backtest_at(smy_node_at(bins, b), "n") > 0)
            return true;
    return false;
}

typedef void Plot(SmyiHtml *h, const SmyNode *model, size_t index);

/* A kind of plot for every model that has it, side by side. */
static size_t put_plots(SmyiHtml *h, const char *heading, const char *remark, Plot *plot,
                        bool (*has)(const SmyNode *model))
{
    const SmyNode *models = smy_node_get(h->digest.root, "models");
    size_t n = 0;
    for (size_t m = 0; m < smy_node_size(models); m++) {
        const SmyNode *model = smy_node_at(models, m);
        if (!is_calibrated(model) || (has && !has(model)))
            continue;
        if (n++ == 0)
            smyi_print(&h->w,
                       "<h3>%s</h3>\n<p class=\"remark\">%s</p>\n<div class=\"parts\">\n",
                       heading, remark);
        smyi_put(&h->w, "<div>\n<h4>");
        smyi_put_escaped(&h->w, smyi_backtest_name(model));
        smyi_put(&h->w, "</h4>\n");
        plot(h, model, m);
        smyi_put(&h->w, "</div>\n");
    }
    smyi_put(&h->w, n ? "</div>\n" : "");
    return n;
}

void smyi_backtest_calibration(SmyiHtml *h)
{
    size_t n = put_plots(
        h, "Where outcomes fell in the forecast",
        "Level bars: calibrated. A hump in the middle: the forecast is too wide; heavy "
        "ends: too narrow; a slope: to one side. An outcome with a chance of its own is "
        "spread evenly over it.",
        put_pit, NULL);
    (void)put_plots(
        h, "How often intervals held the outcome",
        "Above the dashed line: wider than they claim, which heaps of chance on "
        "single points make likely.",
        put_coverage, NULL);
    (void)put_plots(
        h, "Issues with two positions",
        "How often the upper of two positions came, by the chance that it was "
        "given; a larger circle holds more issues. On the dashed line: as often "
        "as said.",
        put_reliability, has_bins);
    if (n == 0)
        smyi_put(&h->w, "<p>No model asked gives chances.</p>\n");
}
