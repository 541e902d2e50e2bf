/* SPDX-License-Identifier: Apache-2.0 */
/* What the files store*.c share. */
#ifndef SERVER_ENTRY_H
#define SERVER_ENTRY_H

#include <pthread.h>
#include <sys/stat.h>

#include "store.h"

typedef struct Entry {
    char *path;   /* without symbolic links */
    char id[136]; /* of the scenario when it was first read, made unique */
    Held *held;
    struct stat seen; /* the file when it was last read */
    bool has_problem; /* as it was then it is no good scenario */
    SmyError problem;
} Entry;

struct Store {
    pthread_mutex_t lock; /* of everything below */
    SmyReadOptions read;
    bool read_only;
    size_t n_entries;
    Entry *entries;
};

/** The entry of this id, or NULL. */
Entry *store_find(Store *store, const char *id);
/** Reads the file again if it looks changed, or always. */
void store_refresh(Store *store, Entry *entry, bool always);
/** Its name without the folder. */
const char *entry_name(const Entry *entry);
/** Adds the schema Summary; the lock is held. */
void entry_summary(const Store *store, const Entry *entry, Text *text);

#endif
