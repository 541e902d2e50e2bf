/* SPDX-License-Identifier: Apache-2.0 */
/* Scenarios for tests: a small valid one, with lines replaced, read with all complaints kept. */
#ifndef SUPPORT_SCENARIO_H
#define SUPPORT_SCENARIO_H

#include "scenario/scenario.h"
#include "summitry/summitry.h"

enum { MOST_HEARD = 64 };

typedef struct Heard { /* what a reading said */
    int n;
    SmySeverity severity[MOST_HEARD];
    SmyError said[MOST_HEARD];
} Heard;

/**
 * A scenario of six lines; the line `at` (1 to 6, or 7 for one more at the end) is `text`
 * instead. at 0: `text` is the whole file.
 *
 *     1 summitry: 1
 *     2 id: t
 *     3 issues: {a: {scale: [0, 100], status_quo: 50}, b: {scale: [-1, 1]}}
 *     4 actors: {us: {capability: 1}, ru: {capability: 2}, eu: {capability: 1}, kim: {speaks_for: us}}
 *     5 table: {seats: [us, ru]}
 *     6 stances: {us: {a: {position: 10, salience: 50}}, ru: {a: {position: 90, salience: 50}}}
 *
 * Static buffer.
 */
const char *scenario_text(int at, const char *text);

/** Reads a text as "t.yaml". The caller frees *out. heard may be NULL. */
SmyCode scenario_parse(const char *text, Heard *heard, SmyScenario **out);
/** The same, and fails the test with what was said where the text is refused. */
SmyScenario *scenario_good(const char *text);
/** The number of notices heard that contain `fragment`. */
int heard_notices(const Heard *heard, const char *fragment);

#endif
