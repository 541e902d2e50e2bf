/* SPDX-License-Identifier: Apache-2.0 */
/* Files read and written whole. */
#include "store_files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_FILE = 8 << 20 };

bool file_read(const char *path, Text *text)
{
    char bytes[16384];
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    for (size_t n;
         (n = fread(bytes, 1, sizeof bytes, file)) > 0 && text->length <= MOST_FILE;)
        text_add(text, bytes, n);
    bool ok = !ferror(file) && text->length <= MOST_FILE && !text->failed;
    (void)fclose(file);
    return ok;
}

static bool write_all(int file, const char *bytes, size_t length)
{
    while (length) {
        ssize_t n = write(file, bytes, length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        bytes += n;
        length -= (size_t)n;
    }
    return fsync(file) == 0;
}

/* A file is there as it was or as it shall be, never half. */
bool file_write(const char *path, mode_t mode, const char *bytes, size_t length)
{
    Text part = {0};
    text_print(&part, "%s.XXXXXX", path);
    int file = part.failed ? -1 : mkstemp(part.bytes);
    bool ok = file >= 0 && fchmod(file, mode) == 0 && write_all(file, bytes, length);
    if (file >= 0)
        ok &= close(file) == 0;
    if (ok)
        ok = rename(part.bytes, path) == 0;
    if (!ok && file >= 0)
        (void)unlink(part.bytes);
    text_free(&part);
    return ok;
}

void file_refuse(Reply *reply, const char *name)
{
    reply_refuse(reply, 500, "io", NULL, "\"%.128s\" cannot be written: %s", name,
                 strerror(errno));
}

Entry *store_writable(Store *store, const char *id, Reply *reply)
{
    Entry *entry = store_find(store, id);
    if (!reply_is_open(reply))
        return NULL;
    if (!entry)
        reply_refuse(reply, 404, "not_found", "GET /api/1/scenarios lists them",
                     "there is no scenario \"%.64s\" here", id);
    else if (store->read_only)
        reply_refuse(reply, 409, "not_writable", "start it without --read-only",
                     "this server writes no files");
    return reply_is_open(reply) ? entry : NULL;
}
