/* SPDX-License-Identifier: Apache-2.0 */
/* Citations: "document@start-end" or {document, exact, prefix, suffix}. */
#ifndef SMYI_SCENARIO_CITATION_H
#define SMYI_SCENARIO_CITATION_H

#include "scenario/reader.h"

/**
 * Reads one citation and, where its document is at hand, verifies it. False: refused, with a
 * complaint (no such document, malformed, out of range, not found, found more than once).
 */
bool smyi_read_citation(SmyiReader *reader, const SmyiValue *value, SmyiCitation *citation);

/** Enters a citation that stays where it is into the scenario's list of all citations. */
void smyi_list_citation(SmyiReader *reader, SmyiCitation *citation);

/** Puts the list in the order of the file, once all citations are in it. */
void smyi_sort_citations(SmyScenario *scenario);

#endif
