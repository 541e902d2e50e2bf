/* SPDX-License-Identifier: Apache-2.0 */
/* What is answered: a status and JSON, or a refusal (docs/api/openapi.yaml). */
#ifndef SERVER_REPLY_H
#define SERVER_REPLY_H

#include "text.h"

/** Starts as {0}; the body is freed with text_free(). */
typedef struct Reply {
    unsigned status; /* of HTTP; 0: none yet */
    char allow[32];  /* with 405: the methods that are taken */
    Text body;
} Reply;

/** A word to act on, and a sentence for people; hint NULL: none. Replaces what was there. */
void reply_refuse(Reply *reply, unsigned status, const char *code, const char *hint,
                  const char *format, ...) __attribute__((format(printf, 5, 6)));
/** The library's complaint: 422 with its code in lower case ("range"), 503 without memory. */
void reply_error(Reply *reply, const SmyError *err);
/** {"code", "message", "hint", "line", "column"} of a complaint, or null for NULL. */
void reply_error_body(Text *text, const SmyError *err);
/** True where nothing was refused so far. */
bool reply_is_open(const Reply *reply);

#endif
