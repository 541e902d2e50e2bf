/* SPDX-License-Identifier: Apache-2.0 */
/* HTML reports, and what those that are drawn here share. */
#ifndef SMYI_REPORT_HTML_H
#define SMYI_REPORT_HTML_H

#include "report/digest.h"
#include "report/display.h"
#include "report/writer.h"

/**
 * The page is XHTML-style HTML: every element is closed and every attribute quoted, so that an
 * XML parser takes it too. Scenario texts go through smyi_html_text() and nothing else.
 */
typedef struct SmyiHtml {
    SmyiWriter w;
    SmyiDigest digest;
    SmyiArena *mem;
    bool is_foreign; /* the scenario's texts are not in English */
} SmyiHtml;

/** A text of the scenario, escaped; in a span with its language where the page's differs. */
void smyi_html_text(SmyiHtml *h, const char *text);
/** ` lang="zh-Hant"` for an element that holds this text alone, or nothing. */
void smyi_html_lang(SmyiHtml *h, const char *text);
/** A number with a true minus sign, and an en dash between two. */
void smyi_html_number(SmyiHtml *h, SmyiShown number);
/** Opens a table in a box that scrolls by itself; the caption is ours and escaped already. */
void smyi_html_table_open(SmyiHtml *h, const char *class_name, const char *caption);
void smyi_html_table_close(SmyiHtml *h);

void smyi_html_style(SmyiHtml *h); /* the palette, the type, the patterns */

/** A part of a page with its heading, charts and tables. */
typedef struct SmyiHtmlSection {
    const char *id;                             /* of its heading */
    const char *name;                           /* in the list of parts */
    const char *heading;                        /* escaped already */
    bool (*is_there)(const SmyiDigest *digest); /* NULL: always */
    void (*put)(SmyiHtml *h);                   /* what stands below the heading */
} SmyiHtmlSection;

/** The page up to its body, with the style sheet and a way past the navigation. */
void smyi_html_head(SmyiHtml *h, const char *title);
/** A part with its heading. */
void smyi_html_section(SmyiHtml *h, const SmyiHtmlSection *section);
/** The answer through time, of a tree of smy_timeline(). */
extern const SmyiHtmlSection smyi_section_timeline;
/** The whole page of a run: the page of web/dist draws the tree; plain text without scripts. */
void smyi_html_run(SmyiHtml *h);
/** The whole page of a tree of smy_backtest(). */
void smyi_html_backtest(SmyiHtml *h);

#endif
