/* SPDX-License-Identifier: Apache-2.0 */
/* What is answered: a status and JSON, or a refusal. */
#include "reply.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void body(Text *text, const char *code, const char *message, const char *hint,
                 int line, int column)
{
    text_print(text, "{\"code\":");
    text_quote(text, code);
    text_print(text, ",\"message\":");
    text_quote(text, message);
    text_print(text, ",\"hint\":");
    text_quote(text, hint && *hint ? hint : NULL);
    if (line)
        text_print(text, ",\"line\":%d,\"column\":%d}", line, column);
    else
        text_print(text, ",\"line\":null,\"column\":null}");
}

/* "SMY_ERR_RANGE" as "range": the names stand in one list, in the order of the codes. */
static void name_of(SmyCode code, char *name, size_t size)
{
    static const char *const names[] = {
#define X(code, text) #code,
        SMY_CODES(X)
#undef X
    };
    const char *from = names[code] + strlen(code == SMY_OK ? "SMY_" : "SMY_ERR_");
    size_t n = 0;
    for (; from[n] && n + 1 < size; n++)
        name[n] = (char)(from[n] >= 'A' && from[n] <= 'Z' ? from[n] - 'A' + 'a' : from[n]);
    name[n] = '\0';
}

void reply_error_body(Text *text, const SmyError *err)
{
    char name[32];
    if (!err) {
        text_print(text, "null");
        return;
    }
    name_of(err->code, name, sizeof name);
    body(text, name, err->message, err->hint, err->line, err->column);
}

static void restart(Reply *reply, unsigned status)
{
    text_free(&reply->body);
    reply->status = status;
}

void reply_refuse(Reply *reply, unsigned status, const char *code, const char *hint,
                  const char *format, ...)
{
    char message[512];
    va_list list;
    va_start(list, format);
    (void)vsnprintf(message, sizeof message, format, list);
    va_end(list);
    restart(reply, status);
    text_print(&reply->body, "{\"error\":");
    body(&reply->body, code, message, hint, 0, 0);
    text_print(&reply->body, "}");
}

void reply_error(Reply *reply, const SmyError *err)
{
    restart(reply, err->code == SMY_ERR_NOMEM ? 503 : 422);
    text_print(&reply->body, "{\"error\":");
    reply_error_body(&reply->body, err);
    text_print(&reply->body, "}");
}

bool reply_is_open(const Reply *reply)
{
    return reply->status < 400;
}
