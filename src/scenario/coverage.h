/* SPDX-License-Identifier: Apache-2.0 */
/* What rests on what: inputs by actor and by issue, and what each source carries alone. */
#ifndef SMYI_SCENARIO_COVERAGE_H
#define SMYI_SCENARIO_COVERAGE_H

#include "scenario/scenario.h"

/** What an input is about, read off its path. */
typedef struct SmyiAbout {
    int actor, issue; /* SMYI_NONE: of none */
    const char *kind; /* the path's last word: "position", "capability" ...; "no_deal" of an
                         actor's no_deal, "venue" of standing at a venue */
} SmyiAbout;

SmyiAbout smyi_input_about(const SmyScenario *scenario, size_t input);

/** Inputs by what supports them. */
typedef struct SmyiCoverage {
    size_t inputs, cited, judged, unsupported;
} SmyiCoverage;

/** Adds up the inputs about an actor (or SMYI_NONE: any) and an issue (or SMYI_NONE: any). */
SmyiCoverage smyi_coverage(const SmyScenario *scenario, int actor, int issue);

typedef enum SmyiSourceKind { SMYI_SOURCE_DOCUMENT, SMYI_SOURCE_VOICE } SmyiSourceKind;

/** A document, or a voice: an actor with all who speak for it, or the author. */
typedef struct SmyiSource {
    SmyiSourceKind kind;
    int index;            /* document; actor, SMYI_VOICE_AUTHOR, or SMYI_NONE: not given */
    size_t inputs, alone; /* that cite it; that cite nothing else */
    size_t claims;        /* that cite it */
    unsigned char *rests; /* [n_inputs] 0: not on it; 1: among others; 2: on it alone */
} SmyiSource;

/**
 * Every document and voice that some input or claim cites, documents first, both in the order
 * of the file, of the voices the author first and what has none last; *n of them in `mem`, or NULL: no memory. A
 * judgement beside a citation does not count as a second source.
 */
SmyiSource *smyi_sources(const SmyScenario *scenario, SmyiArena *mem, size_t *n);

/**
 * What could be said of an input without its source: the issue's scale for a position, limit
 * or status quo, 0 to 100 for a salience, else all that the file gives inputs of its kind.
 * False: that is one value, or what was stated, which is coded as it was said: nothing can be
 * widened.
 */
bool smyi_ignorance(const SmyScenario *scenario, size_t input, double *low, double *high);

#endif
