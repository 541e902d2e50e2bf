/* SPDX-License-Identifier: Apache-2.0 */
/* The cited documents that are at hand, and whether citations hold in them. */
#ifndef SMYI_SCENARIO_AT_HAND_H
#define SMYI_SCENARIO_AT_HAND_H

#include "scenario/reader.h"

/** Looks for the scenario's documents in the folders, if there are any. Errors are complaints. */
void smyi_find_documents(SmyiReader *reader, const SmyReadOptions *options);

/**
 * Checks a citation against its document, if that is at hand: sets state, quoted, start and
 * end. False: it does not hold, with a complaint at `at`.
 */
bool smyi_verify_citation(SmyiReader *reader, const SmyiValue *at, SmyiCitation *citation);

/** Once all citations are known: says of each cited document what is wrong with it. */
void smyi_remark_documents(SmyiReader *reader);

#endif
