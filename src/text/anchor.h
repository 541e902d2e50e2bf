/* SPDX-License-Identifier: Apache-2.0 */
/* Words looked for in a text that has been edited since they were quoted. */
#ifndef SMYI_TEXT_ANCHOR_H
#define SMYI_TEXT_ANCHOR_H

#include "text/document.h"

typedef struct SmyiNear {
    size_t n_found;    /* 0; 1; 2: another place is as near */
    size_t start, end; /* code points of what stands for `exact`, where it is first found */
    size_t distance; /* edits: code points put in, left out or replaced, context included */
    size_t length;   /* code points of prefix, exact and suffix */
} SmyiNear;

/**
 * Looks for the passage with the fewest edits (Levenshtein) to prefix + exact + suffix (NULL:
 * none), all in NFC: at most 2,000 code points, and one edit in five of them, else nothing is
 * found. Of places
 * equally near the first is told. SMY_ERR_NOMEM. Cost: the text's length times the edits.
 * Source: sellers1980; cut off as in ukkonen1985.
 */
SmyCode smyi_document_near(const SmyiDocumentText *document, const char *exact,
                           const char *prefix, const char *suffix, SmyiArena *scratch,
                           SmyiNear *near);

#endif
