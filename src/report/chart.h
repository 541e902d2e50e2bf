/* SPDX-License-Identifier: Apache-2.0 */
/* Charts whose width follows the page: x in per cent of a scale, y in pixels, text unscaled. */
#ifndef SMYI_REPORT_CHART_H
#define SMYI_REPORT_CHART_H

#include "report/html.h"

enum {
    SMYI_CHART_LABEL = 19, /* columns of a row's label; the rest wraps to a second line */
    SMYI_CHART_ROW = 21,   /* pixels of a row with a label of one line */
};

typedef struct SmyiChart {
    SmyiHtml *h;
    double low, high; /* values at the left and at the right end */
} SmyiChart;

/**
 * Opens an svg of `height` pixels with a title; the caller goes on with the text of its
 * description, closes it by smyi_chart_described(), draws, and closes the chart.
 * `kind` and `index` make its ids.
 */
void smyi_chart_open(SmyiChart *c, const char *kind, size_t index, int height,
                     const char *title, const char *about);
void smyi_chart_described(SmyiChart *c);
void smyi_chart_close(SmyiChart *c);

/** Share 0..1 of the scale, clamped; NaN for NaN. */
double smyi_chart_share(const SmyiChart *c, double value);

/* Shapes at values of the scale; nothing is drawn where one is NaN. Classes name the look. */
void smyi_chart_line(SmyiChart *c, const char *class_name, double from, double to, int y);
void smyi_chart_rule(SmyiChart *c, const char *class_name, double at, int top, int bottom);
void smyi_chart_rect(SmyiChart *c, const char *class_name, double from, double to, int y,
                     int height);
void smyi_chart_circle(SmyiChart *c, const char *class_name, double at, int y,
                       double radius);
/** An SVG path drawn around (0, 0). */
void smyi_chart_mark(SmyiChart *c, const char *class_name, double at, int y,
                     const char *path);
/** Scenario text or our own, beside a value: anchor "start", "middle" or "end". */
void smyi_chart_text(SmyiChart *c, const char *class_name, double at, int dx, int y,
                     const char *anchor, const char *text);

/** Height of a row with this label: one line or two. */
int smyi_chart_row_height(const char *label);
/** The label left of the chart, centred on y. */
void smyi_chart_label(SmyiChart *c, const char *class_name, int y, const char *label);
/** A number right of the chart. */
void smyi_chart_value(SmyiChart *c, const char *class_name, int y, SmyiShown value);

#define SMYI_DIAMOND "M0-5.5 5.5 0 0 5.5-5.5 0z"
#define SMYI_SQUARE  "M-4-4h8v8h-8z"

#endif
