/* SPDX-License-Identifier: Apache-2.0 */
/* A variation: the tree of what it says, as a file would say it. */
#ifndef SMYI_SCENARIO_VARIATION_H
#define SMYI_SCENARIO_VARIATION_H

#include "base/tree.h"
#include "scenario/reader.h"

struct SmyVariation {
    SmyiArena arena;
    SmyiValue *root; /* a map: as_of, table, changes, levers */
};

/**
 * The section "table": reader->scenario's table becomes the one asked for. Lists that are
 * given replace the file's; who stands in them leaves the lists that are not given.
 */
void smyi_vary_table(SmyiReader *reader, const SmyiValue *value);

/**
 * What a scenario was varied by, in the form that a variation is written in, under "variation";
 * null where it is as its file says. Needs no parser.
 */
void smyi_variation_to_tree(const SmyScenario *scenario, SmyResult *result,
                            SmyNode *parent);

/** An estimate in the form of the file: a number, or an object. */
void smyi_estimate_to_tree(const SmyiEstimate *estimate, SmyResult *result, SmyNode *parent,
                           const char *key);

#endif
