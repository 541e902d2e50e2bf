/* SPDX-License-Identifier: Apache-2.0 */
/* The answer in a few sentences, put together neutrally from a digest. */
#ifndef SMYI_REPORT_HEADLINE_H
#define SMYI_REPORT_HEADLINE_H

#include "report/digest.h"
#include "report/writer.h"

enum { SMYI_HEADLINES = 7 };

typedef struct SmyiHeadline {
    const char *topic; /* "Forecast", "At the table" ... at most 12 columns */
    const char *text;  /* in the arena; NULL where the tree has nothing to say about it */
} SmyiHeadline;

/* Lines about the models; each writes nothing where the tree has nothing to say. */
void smyi_put_forecast(SmyiWriter *w, const SmyiDigest *digest); /* what to quote */
void smyi_put_record(SmyiWriter *w, const SmyiDigest *digest);   /* how it fared before */
void smyi_put_parting(SmyiWriter *w, const SmyiDigest *digest);  /* where models part */

/** Fills lines [SMYI_HEADLINES], most important first. SMY_ERR_NOMEM. */
SmyCode smyi_headlines(const SmyiDigest *digest, SmyiArena *mem, SmyiHeadline *lines);

#endif
