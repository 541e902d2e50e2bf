/* SPDX-License-Identifier: Apache-2.0 */
/* Files read and written whole. */
#ifndef SERVER_STORE_FILES_H
#define SERVER_STORE_FILES_H

#include "entry.h"

/** False: it cannot be read, or is larger than a scenario may be. */
bool file_read(const char *path, Text *text);
/** A file is there as it was or as it shall be, never half. False: errno says why. */
bool file_write(const char *path, mode_t mode, const char *bytes, size_t length);
/** Says of errno that `name` cannot be written. */
void file_refuse(Reply *reply, const char *name);

/** The entry that may be written to, or NULL and a refusal; the lock is held. */
Entry *store_writable(Store *store, const char *id, Reply *reply);

#endif
