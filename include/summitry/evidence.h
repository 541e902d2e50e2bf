/* SPDX-License-Identifier: Apache-2.0 */
/* What an answer rests on: coverage, whose word it is, what would be left without a source. */
#ifndef SUMMITRY_EVIDENCE_H
#define SUMMITRY_EVIDENCE_H

#include "summitry/run.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct SmyEvidenceOptions {
    SmyRunOptions run; /* models, draws (2000) and seed of the odds; seats are not asked */
    bool with_drops;   /* true: the odds of the claims without each source */
    const char
        *of; /* what the inputs are to matter for, as smy_sensitivity() takes it; NULL:
                          what smy_run() asks by itself */
    uint64_t rows; /* 512: of the sample that tells what matters */
} SmyEvidenceOptions;

/** Sets everything to the defaults named above. */
SMY_API void smy_evidence_options_init(SmyEvidenceOptions *options);

/**
 * Coverage by actor and issue, open citations, disputed inputs, each document's and voice's
 * share, and the odds of every claim when what rests on a document or voice alone is widened
 * to what the file knows of such inputs (docs/evidence.md): a tree for the caller to free.
 * Read with document folders, the scenario also tells which citations hold.
 *
 * What matters is each input's total effect (Sobol) on the question, beside its support; those
 * without a citation, largest first, are the list of what to look up.
 *
 * Errors: those of smy_run() and, with `of`, of smy_sensitivity(); SMY_ERR_CANCELLED. Cost: one smy_run() without
 * seats, one more for each source, and rows times the inputs that the answer can see.
 * options may be NULL.
 */
SMY_API SMY_MUST_CHECK SmyCode smy_evidence(const SmyScenario *scenario,
                                            const SmyEvidenceOptions *options,
                                            SmyResult **out, SmyError *err);

#ifdef __cplusplus
}
#endif
#endif
