/* SPDX-License-Identifier: Apache-2.0 */
/* The scenarios that are served: read, read again when their files change, edited, varied. */
#ifndef SERVER_STORE_H
#define SERVER_STORE_H

#include <stdatomic.h>

#include "reply.h"

typedef struct Store Store;

/** A scenario in use: it stays while it is held, also when its file is read again. */
typedef struct Held {
    SmyScenario *scenario;
    atomic_size_t users;
} Held;

/**
 * Reads all files; `read` (documents' folders, complaints) lives as long as the store. NULL and
 * *err where one cannot be read, or memory ran out.
 */
Store *store_new(const char *const *files, size_t n_files, const SmyReadOptions *read,
                 bool read_only, SmyError *err);
void store_free(Store *store);

size_t store_size(const Store *store);
/** The id of a scenario, by its number; lives as long as the store. */
const char *store_id(const Store *store, size_t index);
/**
 * The scenario of this id as its file is now, or as it was when it was last good. NULL: there
 * is none, which is refused through `reply`. To be let go with store_release().
 */
Held *store_hold(Store *store, const char *id, Reply *reply);
void store_release(Held *held);
/** The options that scenarios are read with. */
const SmyReadOptions *store_reading(const Store *store);

/** The schema Summary of a scenario. */
void store_summary(Store *store, const char *id, Text *text);

/** PUT value: body is the request's. */
void store_write(Store *store, const char *id, const SmyNode *body, Reply *reply);
/** POST variants. */
void store_save_variant(Store *store, const char *id, const SmyNode *body, Reply *reply);
/** The list of schema Variant, in the order of their names. */
void store_variants(Store *store, const char *id, Text *text);

#endif
