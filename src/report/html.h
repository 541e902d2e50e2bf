/* SPDX-License-Identifier: Apache-2.0 */
/* HTML reports: their kinds, the page's code that draws them, and the look of those it does not draw. */
#ifndef SMYI_REPORT_HTML_H
#define SMYI_REPORT_HTML_H

#include "report/digest.h"
#include "report/writer.h"

typedef struct SmyiHtml {
    SmyiWriter w;
    SmyiDigest digest;
    SmyiArena *mem;
} SmyiHtml;

/** A kind of report: what tree it is of, and what it says to browsers without scripts. */
typedef struct SmyiReportKind {
    const char *name;  /* as the page knows it */
    const char *key;   /* of the tree, had by none of those below; NULL: any tree */
    const char *title; /* where a tree is of no scenario; NULL: the scenario's */
    void (*plain)(SmyiWriter *w, const SmyiDigest *digest);
} SmyiReportKind;

/** The whole file: the page of web/dist draws the tree; plain text without scripts. */
void smyi_html_drawn(SmyiHtml *h, const SmyiReportKind *kind);

/** The style sheet of a dossier, which is drawn here. */
void smyi_html_style(SmyiWriter *w);

#endif
