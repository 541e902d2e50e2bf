/* SPDX-License-Identifier: Apache-2.0 */
/* Who may ask: nobody who came by another name, from another page, or without the token. */
#ifndef SERVER_GUARD_H
#define SERVER_GUARD_H

#include <stdatomic.h>

#include "reply.h"

enum { GUARD_TOKEN_SIZE = 33 }; /* 32 characters and a NUL: 192 random bits */

typedef struct Guard {
    atomic_uint port; /* known once the thread that answers is running already; 0 before */
    char token[GUARD_TOKEN_SIZE];
} Guard;

/** A new token. False: the system gives no random bytes. */
bool guard_init(Guard *guard);

/** Refuses a foreign Host or Origin; either may be NULL. True: let in. */
bool guard_takes(const Guard *guard, const char *host, const char *origin, Reply *reply);
/** Refuses without the token, given as "Bearer TOKEN" or in the query; either may be NULL. */
bool guard_knows(const Guard *guard, const char *authorization, const char *query_token,
                 Reply *reply);

#endif
