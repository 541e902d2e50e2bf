/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of past decisions that are served: read, and read again when their files change. */
#ifndef SERVER_DECISIONS_H
#define SERVER_DECISIONS_H

#include <stdatomic.h>

#include "reply.h"

typedef struct Decisions Decisions;

/** A table in use: it stays while it is held, also when its file is read again. */
typedef struct HeldCases {
    SmyCases *cases;
    atomic_size_t users;
} HeldCases;

/** Reads all files. NULL and *err where one cannot be read, or memory ran out. */
Decisions *decisions_new(const char *const *files, size_t n_files, SmyError *err);
/** NULL is fine. */
void decisions_free(Decisions *decisions);

/**
 * The table of this id as its file is now, or as it was when it was last good. NULL: there is
 * none, which is refused through `reply`. To be let go with decisions_release().
 */
HeldCases *decisions_hold(Decisions *decisions, const char *id, Reply *reply);
/** NULL is fine. */
void decisions_release(HeldCases *held);

/** The list of schema Table, in the order of the command line. */
void decisions_write(Decisions *decisions, Text *text);

#endif
