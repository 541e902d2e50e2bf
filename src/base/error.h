/* SPDX-License-Identifier: Apache-2.0 */
/* Filling in the caller's SmyError. */
#ifndef SMYI_BASE_ERROR_H
#define SMYI_BASE_ERROR_H

#include "summitry/error.h"

/** Where a value stands in a file. line and column are 1-based; 0: no place. */
typedef struct SmyiPlace {
    const char *file; /* NULL: none */
    int line, column;
} SmyiPlace;

/** Fills *err (NULL is fine) with code and message, no place; returns code. */
SmyCode smyi_fail(SmyError *err, SmyCode code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** The same with a place and a hint (NULL: none). Texts that do not fit end in "...". */
SmyCode smyi_fail_at(SmyError *err, SmyCode code, SmyiPlace place, const char *hint,
                     const char *format, ...) __attribute__((format(printf, 5, 6)));

#endif
