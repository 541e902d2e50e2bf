/* SPDX-License-Identifier: Apache-2.0 */
/* Reports in plain text, complete: for whoever opens one where scripts are off. */
#ifndef SMYI_REPORT_PLAIN_H
#define SMYI_REPORT_PLAIN_H

#include "report/digest.h"
#include "report/writer.h"

/**
 * The terminal reports of the answer, of the chairs and of the claims, one below the other,
 * then what each model assumes, votes, every input with its source, seed and hash.
 */
void smyi_plain_run(SmyiWriter *w, const SmyiDigest *digest);
/* The terminal's reports, in lines wide enough for their tables. */
void smyi_plain_timeline(SmyiWriter *w, const SmyiDigest *digest);
void smyi_plain_sensitivity(SmyiWriter *w, const SmyiDigest *digest);
void smyi_plain_levers(SmyiWriter *w, const SmyiDigest *digest);
void smyi_plain_leverage(SmyiWriter *w, const SmyiDigest *digest);
void smyi_plain_compare(SmyiWriter *w, const SmyiDigest *digest);
void smyi_plain_power(SmyiWriter *w, const SmyiDigest *digest);
void smyi_plain_backtest(SmyiWriter *w, const SmyiDigest *digest);

/* Its part: every factor of a sensitivity, with every number. */
void smyi_plain_factors(SmyiWriter *w, const SmyNode *factors);

#endif
