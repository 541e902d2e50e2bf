/* SPDX-License-Identifier: Apache-2.0 */
/* Filling in the caller's SmyError. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *smy_code_text(SmyCode code)
{
    static const char *const texts[] = {
#define X(code, text) text,
        SMY_CODES(X)
#undef X
    };
    size_t index = (size_t)code;
    return index < sizeof texts / sizeof *texts ? texts[index] : "unknown code";
}

/* A message cut short must stay UTF-8: step back over the bytes of a character cut in two. */
static void end_in_dots(char *text, size_t size)
{
    size_t at = size - 4;
    while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80)
        at--;
    memcpy(text + at, "...", 4);
}

static void copy_text(char *to, size_t size, const char *from)
{
    int n = snprintf(to, size, "%s", from ? from : "");
    if (n >= (int)size)
        end_in_dots(to, size);
}

static void copy_path(char *to, size_t size, const char *path)
{
    size_t length = path ? strlen(path) : 0;
    if (length < size) {
        memcpy(to, path ? path : "", length + 1);
        return;
    }
    memcpy(to, "...", 3);
    memcpy(to + 3, path + length - (size - 4), size - 3);
}

__attribute__((format(printf, 5, 0))) static void fill(SmyError *err, SmyCode code,
                                                       SmyiPlace place, const char *hint,
                                                       const char *format, va_list args)
{
    *err = (SmyError){.code = code, .line = place.line, .column = place.column};
    copy_path(err->file, sizeof err->file, place.file);
    copy_text(err->hint, sizeof err->hint, hint);
    int n = vsnprintf(err->message, sizeof err->message, format, args);
    if (n >= (int)sizeof err->message)
        end_in_dots(err->message, sizeof err->message);
}

SmyCode smyi_fail(SmyError *err, SmyCode code, const char *format, ...)
{
    if (err) {
        va_list args;
        va_start(args, format);
        fill(err, code, (SmyiPlace){0}, NULL, format, args);
        va_end(args);
    }
    return code;
}

SmyCode smyi_fail_at(SmyError *err, SmyCode code, SmyiPlace place, const char *hint,
                     const char *format, ...)
{
    if (err) {
        va_list args;
        va_start(args, format);
        fill(err, code, place, hint, format, args);
        va_end(args);
    }
    return code;
}
