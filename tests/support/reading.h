/* SPDX-License-Identifier: Apache-2.0 */
/* Reading measured against annotated texts: hits, false finds and misses of each kind. */
#ifndef SUPPORT_READING_H
#define SUPPORT_READING_H

#include <jansson.h>

#include "summitry/summitry.h"

typedef enum Measure {
    MEASURE_ACTORS,
    MEASURE_STATEMENTS,
    MEASURE_RELATIONS,
    MEASURE_KEPT_OUT,
    MEASURE_DATES,
    N_MEASURES,
} Measure;

typedef struct Tally {
    int hits, extra, missed; /* right; found and wrong; not found */
} Tally;

typedef struct Reckoning {
    Tally of[N_MEASURES];
    int author; /* judgements of the author that were attributed to somebody */
} Reckoning;

/** Reads a text with the rules; fails the test where it cannot. The caller frees it. */
SmyResult *reading_of(const char *path, const char *date);
/** The tree as JSON. The caller decrefs it. */
json_t *reading_json(const SmyResult *result);
/** Adds what the reading of `text` finds, misses and makes up against the annotation. */
void reading_measure(const json_t *tree, const json_t *annotation, Reckoning *sum);
/** Right finds among all finds, and among all that there is to be found; 1 of nothing. */
double reading_precision(const Tally *tally);
double reading_recall(const Tally *tally);

#endif
