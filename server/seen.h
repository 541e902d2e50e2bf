/* SPDX-License-Identifier: Apache-2.0 */
/* Whether a file is still the one that was read. */
#ifndef SERVER_SEEN_H
#define SERVER_SEEN_H

#include <stdbool.h>
#include <sys/stat.h>

static inline bool seen_same(const struct stat *a, const struct stat *b)
{
    return a->st_ino == b->st_ino && a->st_size == b->st_size &&
           a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

#endif
