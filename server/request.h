/* SPDX-License-Identifier: Apache-2.0 */
/* One request, free of the HTTP library. */
#ifndef SERVER_REQUEST_H
#define SERVER_REQUEST_H

#include <stdint.h>

#include "reply.h"

enum { MOST_BODY = 1 << 20, MOST_PARTS = 2 };

typedef struct Request {
    const char *method, *path;                /* the path unescaped, without the query */
    const char *from, *to, *language, *since; /* of the query and Last-Event-ID, or NULL */
    const char *body;                         /* [length], or NULL */
    size_t length;
    char part[MOST_PARTS][128]; /* what stands for * in the route's pattern */
} Request;

/**
 * Compares a path with a pattern such as "/api/1/runs/ * /events" (without the blanks); what
 * stands for a * goes into `part`. A * takes 1 to 127 bytes of anything but a slash.
 */
bool request_matches(Request *request, const char *pattern);

/** A whole number of a query, or `fallback` where there is none; refuses anything else. */
uint64_t request_number(const char *name, const char *text, uint64_t fallback,
                        Reply *reply);

#endif
