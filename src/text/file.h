/* SPDX-License-Identifier: Apache-2.0 */
/* A file's bytes, up to a bound. */
#ifndef SMYI_TEXT_FILE_H
#define SMYI_TEXT_FILE_H

#include "base/arena.h"
#include "summitry/error.h"

/**
 * Reads a whole file, or a pipe to its end, into the arena, with a NUL behind it.
 * Errors: SMY_ERR_IO (it cannot be opened or read), SMY_ERR_LIMIT (more than `most` bytes),
 * SMY_ERR_NOMEM.
 */
SmyCode smyi_file_read(const char *path, size_t most, SmyiArena *arena, char **bytes,
                       size_t *length, SmyError *err);

#endif
