/* SPDX-License-Identifier: Apache-2.0 */
/* How wide a text is on a terminal, and where it may be cut or broken. */
#ifndef SMYI_REPORT_TEXT_H
#define SMYI_REPORT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/** The code point at *at, which moves behind it; -1 for a byte that is not UTF-8 (it is passed). */
long smyi_text_next(const char **at);

/** What a reader sees as one character (a grapheme cluster, Unicode annex 29). */
typedef struct SmyiCluster {
    const char *text; /* not closed by NUL */
    size_t length;    /* bytes; 0: the text has ended */
    int columns;      /* 0, 1 or 2 */
    bool is_blank;    /* a space; controls and line ends count as one */
    bool is_wide;     /* may be parted from its neighbours, as Chinese may */
    bool is_bad;      /* malformed, a control or a bidirectional override: show U+FFFD */
} SmyiCluster;

/** The cluster that starts at `text`. */
SmyiCluster smyi_text_cluster(const char *text);

/** Columns of a terminal that the text takes. NULL: 0. */
int smyi_text_columns(const char *text);

/** Bytes of the longest beginning of whole clusters that takes at most `columns`. */
size_t smyi_text_prefix(const char *text, int columns);

/**
 * The next line of a text broken at words (wide characters anywhere) to at most `columns`;
 * a word longer than a line is cut. Returns its length in bytes, *rest where the next begins;
 * 0 where nothing is left.
 */
size_t smyi_text_line(const char *text, int columns, const char **rest);

#endif
