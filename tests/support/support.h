/* SPDX-License-Identifier: Apache-2.0 */
/* What the test programs share: cmocka, golden files, near-equality that says what differs. */
#ifndef SUPPORT_H
#define SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>

/**
 * Reads a golden file of ours, "d_bargaining.json" of tests/data/golden. Fails the test where
 * it is missing. The caller decrefs it.
 */
json_t *golden_read(const char *name);

/**
 * Reads a file below the shared data folder: $SMY_DATA, else ../shared/data. Where the folder
 * is absent the test is skipped, saying so. The caller decrefs it.
 */
json_t *shared_read(const char *path);
/** The path of such a file (static buffer), or skips the test. */
const char *shared_path(const char *path);

/** Follows "expected.box.nash_equal.x.0" from a JSON value; fails the test if it is missing. */
json_t *json_at(const json_t *value, const char *path);
/** The number there. */
double json_num(const json_t *value, const char *path);

/** |got - want| <= tol * max(1, |want|), two NaNs equal; else prints `row` and fails softly. */
void check_near(const char *row, double got, double want, double tol, const char *origin);
/** Fails the test if check_near() found anything since the last call; so all rows are seen. */
void check_done(void);

#endif
