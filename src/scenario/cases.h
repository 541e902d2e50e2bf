/* SPDX-License-Identifier: Apache-2.0 */
/* Past decisions: the record that a back-test forecasts from and scores against. */
#ifndef SMYI_SCENARIO_CASES_H
#define SMYI_SCENARIO_CASES_H

#include <stddef.h>

#include "base/arena.h"
#include "summitry/backtest.h"

/** What one actor wanted of one issue, as in the file. */
typedef struct SmyiStandpoint {
    const char *actor;
    double position;   /* low..high of the issue; NaN: none known */
    double salience;   /* 0..100; NaN: none known */
    double capability; /* >= 0, any unit; NaN: none known */
} SmyiStandpoint;

/** One issue that was decided, or is still open. */
typedef struct SmyiCase {
    const char *id;
    const char *group;      /* issues of one group are not independent of each other */
    double low, high;       /* ends of the scale */
    double status_quo;      /* NaN: none known */
    double outcome;         /* NaN: not known */
    size_t first, n_actors; /* its standpoints */
} SmyiCase;

struct SmyCases {
    SmyiArena arena;
    const char *form; /* "deu3" or "cases" */
    const char *sha256;
    size_t n_cases, n_standpoints;
    SmyiCase *cases;
    SmyiStandpoint *standpoints; /* of case 0, of case 1, ... */
};

#endif
