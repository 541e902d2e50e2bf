/* SPDX-License-Identifier: Apache-2.0 */
/* One request, free of the HTTP library. */
#include "request.h"

#include <string.h>

bool request_matches(Request *request, const char *pattern)
{
    const char *at = request->path;
    size_t n = 0;
    for (; *pattern; pattern++) {
        if (*pattern != '*') {
            if (*at++ != *pattern)
                return false;
            continue;
        }
        size_t length = strcspn(at, "/");
        if (length == 0 || length >= sizeof request->part[0] || n == MOST_PARTS)
            return false;
        memcpy(request->part[n], at, length);
        request->part[n++][length] = '\0';
        at += length;
    }
    return *at == '\0';
}

uint64_t request_number(const char *name, const char *text, uint64_t fallback, Reply *reply)
{
    uint64_t number = 0;
    if (!text || !reply_is_open(reply))
        return fallback;
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > 15 || text[digits]) {
        reply_refuse(reply, 400, "bad_query", NULL,
                     "\"%s\" is \"%.32s\"; it is a whole number", name, text);
        return fallback;
    }
    for (size_t i = 0; i < digits; i++)
        number = number * 10 + (uint64_t)(text[i] - '0');
    return number;
}
