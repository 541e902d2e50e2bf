/* SPDX-License-Identifier: Apache-2.0 */
/* Two-level games: which points all those at home accept, and where leaders settle among them. */
#ifndef SMYI_MODEL_TWO_LEVEL_H
#define SMYI_MODEL_TWO_LEVEL_H

#include "model/model.h"

typedef struct SmyiSegment {
    double low, high; /* closed, 0..1 */
} SmyiSegment;

/** Scratch for zones of the rules' homes. */
typedef struct SmyiZone {
    double *edge;         /* [2 publics + 2] */
    SmyiSegment *segment; /* [2 publics + 2] */
    size_t n;             /* segments */
} SmyiZone;

/** Arrays that hold the zone of all homes of the rules. False: no memory. */
bool smyi_zone_new(const SmyiRules *rules, SmyiArena *mem, SmyiZone *zone);

/**
 * The points of an issue that `n_homes` homes all accept, as segments in ascending order. A
 * public k accepts x if its utility there is at least that of no deal less its tolerance,
 *
 *     loss(x - p_k) <= loss(q - p_k) + cost_k + tolerance_k
 *
 * a home if each does, or those who do have the quota of its capability. Who has no position
 * or salience accepts everything. The status quo must be known.
 */
void smyi_zone_find(const SmyiGame *game, const SmyiHome *homes, size_t n_homes,
                    size_t issue, size_t lane, SmyiZone *zone);

#endif
