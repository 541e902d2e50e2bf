/* SPDX-License-Identifier: Apache-2.0 */
/* Who could move whom: cases in which levers are turned, and their answers. */
#ifndef SMYI_ANALYSIS_LEVERAGE_H
#define SMYI_ANALYSIS_LEVERAGE_H

#include "analysis/what_if.h"
#include "summitry/leverage.h"

enum {
    SMYI_LEVERS_EXACT = 12, /* so many are searched in sets of every size */
    SMYI_LEVERS_BEYOND = 3, /* of more levers, sets up to this size */
};

/** Levers turned together: pulled where they do not add, dropped where they do. */
typedef struct SmyiTurn {
    int by, on; /* of a pair; SMYI_NONE where they have several */
    size_t n;
    const size_t *levers; /* [n] ascending */
    SmyResult *answer;
} SmyiTurn;

/** A set of levers that turns the claim. */
typedef struct SmyiTurning {
    size_t n;
    const size_t *levers;
    double amount; /* sum of what they add, each without its sign */
    double odds;   /* of the claim then */
} SmyiTurning;

typedef struct SmyiLeverage {
    const SmyScenario *scn;
    const SmyRunOptions *options;
    const char *what; /* is being counted */
    uint64_t done, total;
    SmyResult *now;
    size_t n_turns;
    SmyiTurn *turns;   /* each lever alone; then pairs with more than one */
    const char *claim; /* NULL: none */
    double odds;       /* of it, now */
    size_t n_asked, n_found,
        largest; /* cases asked, sets that turn it, largest size tried */
    SmyiTurning *found;
    bool exact, partial;
} SmyiLeverage;

/** docs/leverage.md */
void smyi_leverage_to_tree(const SmyiLeverage *leverage, SmyResult *result);

#endif
