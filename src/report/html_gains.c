/* SPDX-License-Identifier: Apache-2.0 */
/* Gains and losses of everybody: over all models, model by model, and in their parts. */
#include <math.h>
#include <string.h>

#include "report/chart.h"

static double gain_of(const SmyiHtml *h, size_t m, const SmyiActorView *actor,
                      const char *part)
{
    const SmyNode *gains = smy_node_get(h->digest.models[m].node, "gains");
    return smy_node_number(smy_node_get(smy_node_get(gains, actor->id), part));
}

static double draws_of(const SmyiHtml *h, size_t m, const SmyiActorView *actor,
                       const char *part)
{
    const SmyNode *gains = smy_node_get(h->digest.models[m].node, "gains");
    const SmyNode *draws = smy_node_get(smy_node_get(gains, actor->id), "draws");
    return smy_node_number(smy_node_get(draws, part));
}

static const SmyiActorView *actor_at(const SmyiHtml *h, size_t g)
{
    return &h->digest.actors[h->digest.by_gain[g]];
}

/* The scale that holds every bar and whisker, 0 included. */
static void widen(double value, SmyiChart *c)
{
    if (isnan(value))
        return;
    c->low = fmin(c->low, value);
    c->high = fmax(c->high, value);
}

static SmyiChart scale_of(SmyiHtml *h)
{
    SmyiChart c = {h, 0, 0};
    for (size_t g = 0; g < h->digest.n_gains; g++)
        for (size_t m = 0; m < h->digest.n_models; m++) {
            const SmyiActorView *actor = actor_at(h, g);
            widen(gain_of(h, m, actor, "total"), &c);
            widen(draws_of(h, m, actor, "q10"), &c);
            widen(draws_of(h, m, actor, "q90"), &c);
        }
    c.low = c.low < 0 ? 10 * floor(c.low / 10) : 0;
    c.high = c.high > 0 ? 10 * ceil(c.high / 10) : 0;
    if (!(c.high > c.low))
        c.high = c.low + 10;
    return c;
}

/* The same with room for the parts, which may reach further than their sum. */
static SmyiChart parts_scale_of(SmyiHtml *h)
{
    SmyiChart c = scale_of(h);
    for (size_t g = 0; g < h->digest.n_gains; g++)
        for (size_t m = 0; m < h->digest.n_models; m++) {
            const SmyiActorView *a = actor_at(h, g);
            double outcome = gain_of(h, m, a, "outcome"),
                   standing = gain_of(h, m, a, "standing");
            double face = gain_of(h, m, a, "face");
            widen(fmax(outcome, 0) + fmax(standing, 0) + fmax(-face, 0), &c);
            widen(fmin(outcome, 0) + fmin(standing, 0) - fmax(face, 0), &c);
        }
    c.low = 10 * floor(c.low / 10);
    c.high = 10 * ceil(c.high / 10);
    return c;
}

static double step_of(const SmyiChart *c)
{
    double range = c->high - c->low;
    return range > 400 ? 200 : range > 160 ? 100 : range > 80 ? 40 : range > 40 ? 20 : 10;
}

static void put_grid(SmyiChart *c, int top, int bottom)
{
    double step = step_of(c);
    for (double at = step * ceil(c->low / step); at <= c->high; at += step) {
        smyi_chart_rule(c, at == 0 ? "zero" : "grid", at, top, bottom);
        SmyiShown value = smyi_show_signed(at, 0);
        double share = smyi_chart_share(c, at);
        smyi_print(&c->h->w,
                   "<text class=\"axis\" text-anchor=\"middle\" x=\"%s%%\" y=\"%d\">",
                   smyi_show_fixed(100 * share, 2).text, bottom + 13);
        smyi_html_number(c->h, value);
        smyi_put(&c->h->w, "</text>\n");
    }
}

static const char *sign_class(double points, const char *up, const char *down,
                              const char *even)
{
    return points > SMYI_EVEN_POINTS ? up : points < -SMYI_EVEN_POINTS ? down : even;
}

static void describe(SmyiHtml *h)
{
    for (size_t g = 0; g < h->digest.n_gains; g++) {
        const SmyiActorView *actor = actor_at(h, g);
        smyi_put_escaped(&h->w, actor->name);
        smyi_put(&h->w, ": ");
        smyi_html_number(h, smyi_show_signed(actor->gain.low, 0));
        smyi_put(&h->w, " to ");
        smyi_html_number(h, smyi_show_signed(actor->gain.high, 0));
        smyi_put(&h->w, " points; ");
    }
}

static void put_actor(SmyiChart *c, const SmyiActorView *actor, int y, int height)
{
    SmyiHtml *h = c->h;
    const SmyiSpread *g = &actor->gain;
    double low = g->low, high = g->high;
    for (size_t m = 0; m < h->digest.n_models; m++) {
        low = fmin(low, draws_of(h, m, actor, "q10"));
        high = fmax(high, draws_of(h, m, actor, "q90"));
    }
    smyi_chart_label(c, actor->role == SMYI_PART_SEAT ? "strong" : "", y, actor->name);
    smyi_chart_line(c, "range", low, high, y);
    smyi_chart_rect(c, "span", g->low, g->high, y - 6, 12);
    for (size_t m = 0; m < h->digest.n_models; m++) {
        double total = gain_of(h, m, actor, "total");
        smyi_chart_rule(c, sign_class(total, "tick up", "tick down", "tick"), total, y - 6,
                        y + 6);
    }
    smyi_chart_mark(c, sign_class(g->middle, "mid up", "mid down", "mid"), g->middle, y,
                    SMYI_DIAMOND);
    smyi_chart_value(c, sign_class(g->middle, "strong gain", "strong loss", "strong"), y,
                     smyi_show_signed(g->middle, 0));
    (void)height;
}

static void put_overview(SmyiHtml *h)
{
    SmyiChart c = scale_of(h);
    int y = 6, height = 0;
    for (size_t g = 0; g < h->digest.n_gains; g++)
        height += smyi_chart_row_height(actor_at(h, g)->name) + 3;
    smyi_put(&h->w, "<figure>\n");
    smyi_chart_open(&c, "gains", 0, height + 30, "Gains against the status quo, all models",
                    "");
    describe(h);
    smyi_chart_described(&c);
    put_grid(&c, 2, height + 10);
    for (size_t g = 0; g < h->digest.n_gains; g++) {
        int row = smyi_chart_row_height(actor_at(h, g)->name) + 3;
        put_actor(&c, actor_at(h, g), y + row / 2, row);
        y += row;
    }
    smyi_chart_close(&c);
    smyi_put(&h->w,
             "<figcaption>Points of 100 against the status quo. A tick a model, a diamond "
             "on the middle one (its number at the right), the band from the lowest to the "
             "highest, the thin line over eight draws in ten of every model. Bold: "
             "seated.</figcaption>\n</figure>\n");
}

static void put_numbers(SmyiHtml *h)
{
    double largest = 0;
    for (size_t g = 0; g < h->digest.n_gains; g++)
        largest = fmax(
            largest, fmax(fabs(actor_at(h, g)->gain.low), fabs(actor_at(h, g)->gain.high)));
    smyi_html_table_open(h, "gains", "Gains under each model, in points of 100");
    smyi_put(&h->w, "<thead><tr><th scope=\"col\">Actor</th>");
    smyi_html_model_heads(h);
    smyi_put(&h->w, "</tr></thead>\n<tbody>\n");
    for (size_t g = 0; g < h->digest.n_gains; g++) {
        const SmyiActorView *actor = actor_at(h, g);
        smyi_put(&h->w, "<tr><th scope=\"row\">");
        smyi_html_text(h, actor->name);
        smyi_print(&h->w, " <small>%s</small></th>", smyi_part_text(actor->role));
        for (size_t m = 0; m < h->digest.n_models; m++)
            smyi_html_points(h, gain_of(h, m, actor, "total"), largest);
        smyi_put(&h->w, "</tr>\n");
    }
    smyi_put(&h->w, "</tbody>\n");
    smyi_html_table_close(h);
}

/* Parts pile up from 0 to either side: *up and *down are where they have got to. */
static void put_part(SmyiChart *c, const char *class_name, double points, double *up,
                     double *down, int y)
{
    double *end = points > 0 ? up : down;
    if (isnan(points) || points == 0)
        return;
    smyi_chart_rect(c, class_name, *end, *end + points, y - 5, 10);
    *end += points;
}

static void put_model(SmyiChart *c, size_t m, const SmyiActorView *actor, int y)
{
    SmyiHtml *h = c->h;
    double up = 0, down = 0, total = gain_of(h, m, actor, "total");
    smyi_chart_label(c, "", y, h->digest.models[m].label);
    put_part(c, "part-outcome", gain_of(h, m, actor, "outcome"), &up, &down, y);
    put_part(c, "part-standing", gain_of(h, m, actor, "standing"), &up, &down, y);
    put_part(c, "part-face", -gain_of(h, m, actor, "face"), &up, &down, y);
    smyi_chart_line(c, "whisker", draws_of(h, m, actor, "q10"),
                    draws_of(h, m, actor, "q90"), y);
    smyi_chart_mark(c, "net", total, y, "M0-4 4 0 0 4-4 0z");
    smyi_chart_value(c, sign_class(total, "gain", "loss", ""), y,
                     smyi_show_signed(total, 0));
}

static void put_parts(SmyiHtml *h, size_t g)
{
    const SmyiActorView *actor = actor_at(h, g);
    SmyiChart c = parts_scale_of(h);
    int height = 0, y = 2;
    for (size_t m = 0; m < h->digest.n_models; m++)
        height += smyi_chart_row_height(h->digest.models[m].label);
    smyi_put(&h->w, "<figure>\n<h4>");
    smyi_html_text(h, actor->name);
    smyi_print(&h->w, " <small>%s</small></h4>\n", smyi_part_text(actor->role));
    smyi_chart_open(&c, "parts-of", g, height + 22,
                    "Gains by model and part: ", actor->name);
    for (size_t m = 0; m < h->digest.n_models; m++) {
        smyi_put_escaped(&h->w, h->digest.models[m].label);
        smyi_put(&h->w, " ");
        smyi_html_number(h, smyi_show_signed(gain_of(h, m, actor, "total"), 1));
        smyi_put(&h->w, "; ");
    }
    smyi_chart_described(&c);
    put_grid(&c, 0, height + 4);
    for (size_t m = 0; m < h->digest.n_models; m++) {
        int row = smyi_chart_row_height(h->digest.models[m].label);
        put_model(&c, m, actor, y + row / 2);
        y += row;
    }
    smyi_chart_close(&c);
    smyi_put(&h->w, "</figure>\n");
}

/* Standing or face beside what is agreed; without them a chart would repeat the table. */
static bool has_parts(const SmyiHtml *h, const SmyiActorView *actor)
{
    for (size_t m = 0; m < h->digest.n_models; m++)
        if (fabs(gain_of(h, m, actor, "standing")) > 0 ||
            fabs(gain_of(h, m, actor, "face")) > 0)
            return true;
    return false;
}

static void put_key(SmyiHtml *h)
{
    static const char *const rows[][2] = {
        {"part-outcome", "what is agreed"},
        {"part-standing", "standing: being seated or left out"},
        {"part-face", "face: leaving a public stance"},
    };
    smyi_put(&h->w, "<ul class=\"key\">\n");
    for (size_t r = 0; r < 3; r++)
        smyi_print(
            &h->w,
            "<li><svg aria-hidden=\"true\"><rect class=\"%s\" width=\"26\" height=\"10\" "
            "y=\"2\"/></svg>%s</li>\n",
            rows[r][0], rows[r][1]);
    smyi_put(&h->w,
             "<li><svg aria-hidden=\"true\"><line class=\"whisker\" x1=\"0\" x2=\"26\" "
             "y1=\"7\" y2=\"7\"/><path class=\"net\" transform=\"translate(13 7)\" "
             "d=\"M0-4 4 0 0 4-4 0z\"/></svg>their sum, eight draws in ten</li>\n</ul>\n");
}

static bool is_there(const SmyiDigest *digest)
{
    return digest->n_gains > 0;
}

static void put_gains(SmyiHtml *h)
{
    put_overview(h);
    put_numbers(h);
    smyi_put(&h->w,
             "<h3>What the gains are made of</h3>\n"
             "<p class=\"remark\">Of those to whom more counts than what is agreed; for "
             "everybody else the table above says it all.</p>\n");
    put_key(h);
    smyi_put(&h->w, "<div class=\"parts\">\n");
    for (size_t g = 0; g < h->digest.n_gains; g++)
        if (has_parts(h, actor_at(h, g)))
            put_parts(h, g);
    smyi_put(&h->w, "</div>\n");
}

const SmyiHtmlSection smyi_section_gains = {
    .id = "h-gains",
    .name = "Gains",
    .heading = "Who gains, who loses",
    .is_there = is_there,
    .put = put_gains,
};
