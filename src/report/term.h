/* SPDX-License-Identifier: Apache-2.0 */
/* Lines of a terminal: styled, measured, and never wider than asked. */
#ifndef SMYI_REPORT_TERM_H
#define SMYI_REPORT_TERM_H

#include "report/writer.h"

/* The terminal's palette; each style also reads without colour (sign, mark or place). */
typedef enum SmyiStyle {
    SMYI_PLAIN,
    SMYI_BOLD,
    SMYI_DIM,
    SMYI_HEAD, /* headings */
    SMYI_GAIN,
    SMYI_LOSS,
    SMYI_WARN,
} SmyiStyle;

/** A blank that lines are not broken at (U+00A0); written as a plain one. */
#define SMYI_TIGHT_BLANK "\xc2\xa0"

typedef enum SmyiAlign { SMYI_LEFT, SMYI_RIGHT } SmyiAlign;

typedef struct SmyiTerm {
    SmyiWriter *w;
    int width; /* columns of a line, at least 20 */
    bool color;
    int column; /* where the next character goes, 0-based */
    int blanks; /* blanks owed before it; none are written at the end of a line */
} SmyiTerm;

/** As much of the text as the line still holds; controls and line ends become blanks. */
void smyi_term_put(SmyiTerm *t, SmyiStyle style, const char *text);
/** Exactly `columns` columns: padded, or cut with an ellipsis at a whole character. */
void smyi_term_fit(SmyiTerm *t, SmyiStyle style, const char *text, int columns,
                   SmyiAlign align);
/** Blanks up to a column; nothing if the line is already there. */
void smyi_term_to(SmyiTerm *t, int column);
/** Ends the line. */
void smyi_term_end(SmyiTerm *t);
/** The text in lines broken at words, from the present column on, further lines at `indent`. */
void smyi_term_wrap(SmyiTerm *t, SmyiStyle style, const char *text, int indent);
/** An empty line, a heading and, dim beside it as far as it fits, a remark (NULL: none). */
void smyi_term_heading(SmyiTerm *t, const char *heading, const char *remark);
/** SMYI_GAIN, SMYI_LOSS or plain by the sign of a number of points. */
SmyiStyle smyi_term_sign(double points);

#endif
