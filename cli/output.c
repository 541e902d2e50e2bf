/* SPDX-License-Identifier: Apache-2.0 */
/* Where output goes. */
#include "output.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

SmyCode output_write(void *cookie, const char *bytes, size_t length)
{
    return fwrite(bytes, 1, length, (FILE *)cookie) == length ? SMY_OK : SMY_ERR_IO;
}

static int cannot_write(const char *path)
{
    fprintf(stderr, "summitry: cannot write \"%s\": %s\n", path, strerror(errno));
    return EXIT_COULD;
}

/* A device or a pipe is written to as it is; a file is replaced when its text is complete. */
static bool is_special(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && !S_ISREG(info.st_mode);
}

/* What is written: a report on a tree, or bytes. */
typedef struct Content {
    OutputFn *report; /* NULL: bytes */
    const SmyNode *tree;
    const char *bytes;
    size_t length;
} Content;

static SmyCode put(const Content *content, FILE *file)
{
    return content->report ? content->report(content->tree, output_write, file)
                           : output_write(file, content->bytes, content->length);
}

static int write_whole(const char *path, const Content *content)
{
    char temporary[4096];
    bool direct = is_special(path);
    int n = snprintf(temporary, sizeof temporary, "%s%s", path, direct ? "" : ".part");
    if (n < 0 || n >= (int)sizeof temporary) {
        errno = ENAMETOOLONG;
        return cannot_write(path);
    }
    FILE *file = fopen(temporary, "wb");
    if (!file)
        return cannot_write(path);
    SmyCode code = put(content, file);
    bool closed = fclose(file) == 0;
    if (code == SMY_OK && closed && (direct || rename(temporary, path) == 0))
        return EXIT_DONE;
    int status = cannot_write(path);
    if (!direct)
        (void)remove(temporary);
    return status;
}

int output_file(const char *path, OutputFn *report, const SmyNode *tree)
{
    return write_whole(path, &(Content){.report = report, .tree = tree});
}

int output_bytes(const char *path, const char *bytes, size_t length)
{
    return write_whole(path, &(Content){.bytes = bytes, .length = length});
}

int output_width(void)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col)
        return size.ws_col;
    const char *columns = getenv("COLUMNS");
    long value = columns ? strtol(columns, NULL, 10) : 0;
    return value >= 20 && value <= 1000 ? (int)value : 80;
}

bool output_wants_color(void)
{
    const char *none = getenv("NO_COLOR"), *term = getenv("TERM");
    return isatty(STDOUT_FILENO) && !(none && *none) && term && strcmp(term, "dumb") != 0;
}
