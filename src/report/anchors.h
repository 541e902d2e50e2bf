/* SPDX-License-Identifier: Apache-2.0 */
/* The texts of a scale under its chart, in rows where no two touch. */
#ifndef SMYI_REPORT_ANCHORS_H
#define SMYI_REPORT_ANCHORS_H

#include "report/chart.h"

/* Columns of text that a plot surely has room for. */
enum {
    SMYI_NARROW_PLOT = 24, /* on the narrowest phone */
    SMYI_WIDE_PLOT = 62,   /* on a page of at least 44 rem */
};

/** Rows that the issue's anchors take on a plot so many columns wide. */
int smyi_anchors_rows(SmyiChart *c, const SmyiIssueView *issue, int plot);
/** Draws them below `top` in a group of this class. */
void smyi_anchors_draw(SmyiChart *c, const SmyiIssueView *issue, const char *class_name,
                       int plot, int top);

#endif
