/* SPDX-License-Identifier: Apache-2.0 */
/* The answer in a few sentences, put together neutrally from a digest. */
#ifndef SMYI_REPORT_HEADLINE_H
#define SMYI_REPORT_HEADLINE_H

#include "report/digest.h"

enum { SMYI_HEADLINES = 4 };

typedef struct SmyiHeadline {
    const char *topic; /* "At the table", "Left out", "The deal", "An empty chair" */
    const char *text;  /* in the arena; NULL where the tree has nothing to say about it */
} SmyiHeadline;

/** Fills lines [SMYI_HEADLINES], most important first. SMY_ERR_NOMEM. */
SmyCode smyi_headlines(const SmyiDigest *digest, SmyiArena *mem, SmyiHeadline *lines);

#endif
