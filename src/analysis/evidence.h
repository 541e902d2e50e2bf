/* SPDX-License-Identifier: Apache-2.0 */
/* What a question about evidence found, before it is a tree. */
#ifndef SMYI_ANALYSIS_EVIDENCE_H
#define SMYI_ANALYSIS_EVIDENCE_H

#include "scenario/coverage.h"
#include "summitry/evidence.h"

/** The answer when a source is dropped. */
typedef struct SmyiDrop {
    const SmyiSource *source;
    size_t widened, kept; /* inputs that rested on it alone; of those, left as they are */
    SmyResult *run;       /* NULL: nothing could be widened */
} SmyiDrop;

typedef struct SmyiEvidence {
    const SmyScenario *scenario;
    const SmyEvidenceOptions *options;
    SmyiArena mem;
    SmyResult *run;   /* as it is */
    SmyResult *study; /* of the question asked; NULL: none was */
    size_t n_sources, n_drops;
    SmyiSource *sources;
    SmyiDrop *drops;
} SmyiEvidence;

/** Writes the tree of docs/evidence.md; the caller frees *out. SMY_ERR_NOMEM. */
SmyCode smyi_evidence_tree(const SmyiEvidence *evidence, SmyResult **out, SmyError *err);

#endif
