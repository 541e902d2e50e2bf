/* SPDX-License-Identifier: Apache-2.0 */
/* Two-level games: which points all those at home accept, and where leaders settle among them. */
#ifndef SMYI_MODEL_TWO_LEVEL_H
#define SMYI_MODEL_TWO_LEVEL_H

#include <math.h>

#include "model/model.h"

typedef struct SmyiSegment {
    double low, high; /* closed, 0..1 */
} SmyiSegment;

/** Scratch for zones of the rules' homes. */
typedef struct SmyiZone {
    SmyiSegment *accepted; /* [publics] by each of those who decide by quota */
    double *edge;          /* [2 publics + 2] */
    SmyiSegment *segment;  /* [2 publics + 2] */
    size_t n;              /* segments */
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

/** A leader on one issue: what x gains it over no deal, concave in x. */
typedef struct SmyiLeader {
    double p, alpha;     /* position 0..1; exponent of its gain, > 0 */
    double worst;        /* loss(q - p) + cost: what no deal takes from it */
    double face, stated; /* 0 and any where nothing is stated */
    bool gains;          /* it can, somewhere in the zone: found by smyi_talks_bargain() */
} SmyiLeader;

/** One issue in one lane. */
typedef struct SmyiTalks {
    size_t n;
    SmyiLeader *leader; /* [n] */
    bool quadratic;
    SmyiZone zone; /* what is accepted at home; bargaining keeps what is rational */
} SmyiTalks;

/** The loss of being at `distance` from one's position. */
static inline double smyi_talks_loss(const SmyiTalks *talks, double distance)
{
    return talks->quadratic ? distance * distance : fabs(distance);
}

/**
 * The point of the zone, rational for every leader, with the largest product of gains^alpha of
 * those who can gain; of several segments' best ones the best, of equal ones the lower. False:
 * no point of the zone gains anybody anything without a loss to another.
 *
 * Exact to rounding. Cost: some passes over the leaders a segment; two whose gains are
 * straight are solved in closed form.
 */
bool smyi_talks_bargain(SmyiTalks *talks, double *point);

#endif
