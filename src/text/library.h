/* SPDX-License-Identifier: Apache-2.0 */
/* Documents looked for in folders by the SHA-256 of their bytes. */
#ifndef SMYI_TEXT_LIBRARY_H
#define SMYI_TEXT_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/sha256.h"
#include "summitry/error.h"

enum {
    SMYI_FOLDER_DEPTH = 4,         /* of folders within a folder that is given */
    SMYI_MOST_FILES = 10000,       /* looked at in one search */
    SMYI_MOST_DOCUMENT = 16 << 20, /* bytes; larger files are passed over */
};

typedef struct SmyiWanted {
    const char *id;     /* the document's name in the scenario */
    const char *sha256; /* lower case; NULL: not given */
    /* what the search found */
    const char *bytes; /* with a NUL behind; NULL: not at hand */
    size_t length;
    const char *namesake; /* a file called as the id, with another hash; or NULL */
    char namesake_sha256[SMYI_SHA256_SIZE];
} SmyiWanted;

/**
 * Fills in what is found of the documents wanted. Hidden files and folders are passed over; a
 * path may also name a single file. *complete tells whether all files were looked at.
 * Errors: SMY_ERR_IO where a folder cannot be read, SMY_ERR_NOMEM.
 */
SmyCode smyi_library_search(const char *const *folders, size_t n_folders,
                            SmyiWanted *wanted, size_t n_wanted, SmyiArena *arena,
                            bool *complete, SmyError *err);

#endif
