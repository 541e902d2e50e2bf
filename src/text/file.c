/* SPDX-License-Identifier: Apache-2.0 */
/* A file's bytes, up to a bound. */
#include "text/file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"

static SmyCode fail(const char *path, SmyError *err, SmyCode code, const char *why,
                    const char *hint)
{
    SmyiPlace place = {.file = path};
    return smyi_fail_at(err, code, place, hint, "%s", why);
}

static const char *why_not(int number)
{
    switch (number) {
    case ENOENT:
        return "there is no such file";
    case EACCES:
        return "the file may not be read";
    case EISDIR:
        return "it is a folder, not a file";
    default:
        return "the file cannot be read";
    }
}

/* A piece at a time, since a pipe does not tell its size; the last room holds all of it. */
static SmyCode read_all(FILE *file, const char *path, size_t most, SmyiArena *arena,
                        char **bytes, size_t *length, SmyError *err)
{
    size_t room = 64 << 10, n = 0;
    char *text = smyi_arena_take(arena, room + 1, 1);
    while (text) {
        n += fread(text + n, 1, room - n, file);
        if (ferror(file))
            return fail(path, err, SMY_ERR_IO, why_not(errno), NULL);
        if (n > most)
            return fail(path, err, SMY_ERR_LIMIT, "the file is too large", NULL);
        if (n < room) {
            *bytes = text;
            *length = n;
            return SMY_OK;
        }
        char *larger = smyi_arena_take(arena, room * 2 + 1, 1);
        if (larger)
            memcpy(larger, text, n);
        text = larger;
        room *= 2;
    }
    return fail(path, err, SMY_ERR_NOMEM, "out of memory", NULL);
}

SmyCode smyi_file_read(const char *path, size_t most, SmyiArena *arena, char **bytes,
                       size_t *length, SmyError *err)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return fail(path, err, SMY_ERR_IO, why_not(errno),
                    "look at the name and the folder");
    SmyCode code = read_all(file, path, most, arena, bytes, length, err);
    (void)fclose(file);
    return code;
}
