/* SPDX-License-Identifier: Apache-2.0 */
/* A run in plain text, complete: for whoever opens a report where scripts are off. */
#ifndef SMYI_REPORT_PLAIN_H
#define SMYI_REPORT_PLAIN_H

#include "report/digest.h"
#include "summitry/error.h"

/**
 * The terminal reports of the answer, of the chairs and of the claims, one below the other,
 * then what each model assumes, votes, every input with its source, seed and hash. The text is in
 * `mem`; NULL with *code set where memory runs out or *code was not SMY_OK.
 */
const char *smyi_plain_run(const SmyiDigest *digest, SmyiArena *mem, SmyCode *code);

#endif
