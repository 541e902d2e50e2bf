/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a request's JSON: known fields of the right kind, and a clear answer to anything else. */
#ifndef SERVER_BODY_H
#define SERVER_BODY_H

#include <stdint.h>

#include "reply.h"

/*
 * Each reader leaves *into as it is where the field is missing or null, and refuses through
 * `reply` what is there and wrong. Once something was refused the rest says nothing more.
 */

/** The body as an object. NULL: refused. The caller frees it with smy_result_free(). */
SmyResult *body_read(const char *text, size_t length, Reply *reply);
/** Refuses fields that are not in `known`, which ends with NULL; the nearest one is named. */
void body_only(const SmyNode *body, const char *const *known, Reply *reply);
/** Refuses where the field is missing or null. */
void body_needs(const SmyNode *body, const char *field, Reply *reply);
void body_bool(const SmyNode *body, const char *field, bool *into, Reply *reply);
/** A whole number of 0..most. */
void body_whole(const SmyNode *body, const char *field, uint64_t most, uint64_t *into,
                Reply *reply);
/** A text of at most `most` bytes without control characters; it lives as long as the body. */
void body_text(const SmyNode *body, const char *field, size_t most, const char **into,
               Reply *reply);
/** One of `choices`, which ends with NULL; its index. */
void body_choice(const SmyNode *body, const char *field, const char *const *choices,
                 int *into, Reply *reply);
/** An object or list; NULL where it is missing. */
void body_part(const SmyNode *body, const char *field, SmyNodeKind kind,
               const SmyNode **into, Reply *reply);

#endif
