/* SPDX-License-Identifier: Apache-2.0 */
/* A text that grows, and JSON written into it. */
#ifndef SERVER_TEXT_H
#define SERVER_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "summitry/summitry.h"

/** Starts as {0}; freed with text_free(). Once memory has run out, `failed` and nothing more. */
typedef struct Text {
    char *bytes; /* [length], with a NUL behind; NULL: empty */
    size_t length, room;
    bool failed;
} Text;

void text_free(Text *text);
void text_add(Text *text, const char *bytes, size_t length);
void text_print(Text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
/** A JSON text in quotes, or null for NULL. Bytes that are no UTF-8 become U+FFFD. */
void text_quote(Text *text, const char *value);
/** A node as JSON without blanks or line feeds between things. */
void text_node(Text *text, const SmyNode *node);
/** The same as YAML's flow style, on one line: names bare, "{low: 5, high: [a, 'b c']}". */
void text_flow(Text *text, const SmyNode *node);

#endif
