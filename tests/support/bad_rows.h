/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of bad scenarios: where the first error is, what it is, and what it says. */
#ifndef SUPPORT_BAD_ROWS_H
#define SUPPORT_BAD_ROWS_H

#include "support/scenario.h"

typedef struct BadRow {
    const char *row;
    int at;           /* line of the small scenario that is replaced (support/scenario.h) */
    const char *text; /* by this */
    int line, column; /* where an error must stand, with this code and fragment */
    SmyCode code;
    const char *fragment;
} BadRow;

/**
 * Reads each row and fails the test where it is taken, or the error named is not among those
 * told. With SMY_CORPUS=FOLDER in the environment the texts are written there, one a file, for
 * the fuzzer.
 */
void check_bad_rows(const BadRow *rows, size_t n_rows);

#endif
