/* SPDX-License-Identifier: Apache-2.0 */
/* Who may ask: nobody who came by another name, from another page, or without the token. */
#include "guard.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

bool guard_init(Guard *guard)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    unsigned char bytes[GUARD_TOKEN_SIZE - 1];
    FILE *random = fopen("/dev/urandom", "rb");
    bool ok = random && fread(bytes, 1, sizeof bytes, random) == sizeof bytes;
    if (random)
        (void)fclose(random);
    for (size_t i = 0; i < sizeof bytes; i++)
        guard->token[i] = letters[bytes[i] % 64];
    guard->token[sizeof bytes] = '\0';
    return ok;
}

/* A page elsewhere may make its own name mean 127.0.0.1; the name it then asks by is its own. */
static bool is_own(const Guard *guard, const char *host)
{
    static const char *const names[] = {"127.0.0.1", "localhost", "[::1]"};
    unsigned port = atomic_load(&guard->port);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char own[32];
        (void)snprintf(own, sizeof own, "%s:%u", names[i], port);
        if (strcasecmp(host, own) == 0 || (port == 80 && strcasecmp(host, names[i]) == 0))
            return true;
    }
    return false;
}

bool guard_takes(const Guard *guard, const char *host, const char *origin, Reply *reply)
{
    static const char scheme[] = "http://";
    if (!host || !is_own(guard, host)) {
        reply_refuse(reply, 403, "foreign_host", "use the address that summitry printed",
                     "this server does not answer by the name \"%.80s\"", host ? host : "");
        return false;
    }
    if (origin && (strncmp(origin, scheme, sizeof scheme - 1) != 0 ||
                   !is_own(guard, origin + sizeof scheme - 1))) {
        reply_refuse(reply, 403, "foreign_origin",
                     "use the page that this server gives out",
                     "a page of \"%.80s\" may not ask this server", origin);
        return false;
    }
    return true;
}

/* Takes as long whatever is wrong. */
static bool is_token(const Guard *guard, const char *given)
{
    size_t n = strlen(given);
    unsigned char wrong = n != GUARD_TOKEN_SIZE - 1;
    for (size_t i = 0; i < GUARD_TOKEN_SIZE - 1; i++)
        wrong |= (unsigned char)(guard->token[i] ^ given[n ? i % n : 0]);
    return !wrong;
}

bool guard_knows(const Guard *guard, const char *authorization, const char *query_token,
                 Reply *reply)
{
    static const char bearer[] = "Bearer ";
    const char *given = query_token;
    if (authorization && strncasecmp(authorization, bearer, sizeof bearer - 1) == 0)
        given = authorization + sizeof bearer - 1;
    if (given && is_token(guard, given))
        return true;
    reply_refuse(reply, 401, given ? "wrong_token" : "missing_token",
                 "it stands in the address that summitry printed when it started",
                 given ? "this is not the token of this start" : "the token is missing");
    return false;
}
