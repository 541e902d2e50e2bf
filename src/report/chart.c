/* SPDX-License-Identifier: Apache-2.0 */
/* Charts whose width follows the page: x in per cent of a scale, y in pixels, text unscaled. */
#include "report/chart.h"

#include <math.h>
#include <string.h>

#include "report/text.h"

void smyi_chart_open(SmyiChart *c, const char *kind, size_t index, int height,
                     const char *title, const char *about)
{
    SmyiWriter *w = &c->h->w;
    smyi_print(w, "<svg class=\"chart %s\" width=\"100%%\" height=\"%d\" role=\"img\" ",
               kind, height);
    smyi_print(w, "aria-labelledby=\"%s%zu-t %s%zu-d\">\n", kind, index, kind, index);
    smyi_print(w, "<title id=\"%s%zu-t\">", kind, index);
    smyi_put(w, title);
    smyi_put_escaped(w, about);
    smyi_print(w, "</title>\n<desc id=\"%s%zu-d\">", kind, index);
}

void smyi_chart_described(SmyiChart *c)
{
    smyi_put(&c->h->w, "</desc>\n");
}

void smyi_chart_close(SmyiChart *c)
{
    smyi_put(&c->h->w, "</svg>\n");
}

double smyi_chart_share(const SmyiChart *c, double value)
{
    double share = (value - c->low) / (c->high - c->low);
    return isfinite(share) ? fmin(fmax(share, 0), 1) : (double)NAN;
}

/* ` x1="12.3%"` */
static void put_share(SmyiChart *c, const char *name, double share)
{
    smyi_print(&c->h->w, " %s=\"%s%%\"", name, smyi_show_fixed(100 * share, 2).text);
}

void smyi_chart_line(SmyiChart *c, const char *class_name, double from, double to, int y)
{
    double a = smyi_chart_share(c, from), b = smyi_chart_share(c, to);
    if (isnan(a) || isnan(b))
        return;
    smyi_print(&c->h->w, "<line class=\"%s\"", class_name);
    put_share(c, "x1", a);
    put_share(c, "x2", b);
    smyi_print(&c->h->w, " y1=\"%d\" y2=\"%d\"/>\n", y, y);
}

void smyi_chart_rule(SmyiChart *c, const char *class_name, double at, int top, int bottom)
{
    double x = smyi_chart_share(c, at);
    if (isnan(x))
        return;
    smyi_print(&c->h->w, "<line class=\"%s\"", class_name);
    put_share(c, "x1", x);
    put_share(c, "x2", x);
    smyi_print(&c->h->w, " y1=\"%d\" y2=\"%d\"/>\n", top, bottom);
}

void smyi_chart_rect(SmyiChart *c, const char *class_name, double from, double to, int y,
                     int height)
{
    double a = smyi_chart_share(c, fmin(from, to)), b = smyi_chart_share(c, fmax(from, to));
    if (isnan(a) || isnan(b))
        return;
    smyi_print(&c->h->w, "<rect class=\"%s\"", class_name);
    put_share(c, "x", a);
    put_share(c, "width", b - a);
    smyi_print(&c->h->w, " y=\"%d\" height=\"%d\"/>\n", y, height);
}

void smyi_chart_circle(SmyiChart *c, const char *class_name, double at, int y,
                       double radius)
{
    double x = smyi_chart_share(c, at);
    if (isnan(x) || isnan(radius))
        return;
    smyi_print(&c->h->w, "<circle class=\"%s\"", class_name);
    put_share(c, "cx", x);
    smyi_print(&c->h->w, " cy=\"%d\" r=\"%s\"/>\n", y, smyi_show_fixed(radius, 1).text);
}

void smyi_chart_mark(SmyiChart *c, const char *class_name, double at, int y,
                     const char *path)
{
    double x = smyi_chart_share(c, at);
    if (isnan(x))
        return;
    smyi_put(&c->h->w, "<svg overflow=\"visible\"");
    put_share(c, "x", x);
    smyi_print(&c->h->w, " y=\"%d\"><path class=\"%s\" d=\"%s\"/></svg>\n", y, class_name,
               path);
}

void smyi_chart_text(SmyiChart *c, const char *class_name, double at, int dx, int y,
                     const char *anchor, const char *text)
{
    double x = smyi_chart_share(c, at);
    if (isnan(x))
        return;
    smyi_print(&c->h->w, "<text class=\"%s\"", class_name);
    put_share(c, "x", x);
    smyi_print(&c->h->w, " dx=\"%d\" y=\"%d\" text-anchor=\"%s\"", dx, y, anchor);
    smyi_html_lang(c->h, text);
    smyi_put(&c->h->w, ">");
    smyi_put_escaped(&c->h->w, text);
    smyi_put(&c->h->w, "</text>\n");
}

int smyi_chart_row_height(const char *label)
{
    return smyi_text_columns(label) > SMYI_CHART_LABEL ? SMYI_CHART_ROW + 8
                                                       : SMYI_CHART_ROW;
}

/* The second line of a label takes what is left, cut where that is too long. */
static void put_label_line(SmyiChart *c, const char *text, size_t length, int dy)
{
    SmyiWriter *w = &c->h->w;
    char *line = smyi_arena_copy(c->h->mem, text, length);
    if (!line) {
        w->code = SMY_ERR_NOMEM;
        return;
    }
    bool cut = smyi_text_columns(line) > SMYI_CHART_LABEL;
    if (cut)
        line[smyi_text_prefix(line, SMYI_CHART_LABEL - 1)] = '\0';
    smyi_print(w, "<tspan x=\"-8\" dy=\"%d\">", dy);
    smyi_put_escaped(w, line);
    smyi_put(w, cut ? "\xe2\x80\xa6</tspan>" : "</tspan>");
}

void smyi_chart_label(SmyiChart *c, const char *class_name, int y, const char *label)
{
    SmyiWriter *w = &c->h->w;
    const char *rest;
    size_t first = smyi_text_line(label, SMYI_CHART_LABEL, &rest);
    bool two = *rest != '\0';
    smyi_print(w, "<text class=\"label %s\" x=\"-8\" y=\"%d\" text-anchor=\"end\"",
               class_name, y + (two ? -2 : 4));
    smyi_html_lang(c->h, label);
    smyi_put(w, ">");
    put_label_line(c, label, first, 0);
    if (two)
        put_label_line(c, rest, strlen(rest), 12);
    smyi_put(w, "</text>\n");
}

void smyi_chart_value(SmyiChart *c, const char *class_name, int y, SmyiShown value)
{
    smyi_print(&c->h->w, "<text class=\"value %s\" x=\"100%%\" dx=\"10\" y=\"%d\">",
               class_name, y + 4);
    smyi_html_number(c->h, value);
    smyi_put(&c->h->w, "</text>\n");
}
