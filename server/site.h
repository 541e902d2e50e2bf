/* SPDX-License-Identifier: Apache-2.0 */
/* Everything that is served, and the answers to single requests. */
#ifndef SERVER_SITE_H
#define SERVER_SITE_H

#include "decisions.h"
#include "request.h"
#include "runs.h"
#include "store.h"

typedef struct Site {
    Store *store;
    Decisions *decisions;
    bool equal_capability; /* of back-tests that do not say */
    Runs *runs;
    unsigned threads;
} Site;

/** What is to be done with a request under /api/. */
typedef enum Route {
    ROUTE_REFUSED, /* the reply says why */
    ROUTE_ANSWER,  /* by site_answer() */
    ROUTE_EVENTS,  /* a stream; part[0] is the run */
} Route;

/** Finds the handler of the request's path and method, into *handler. */
Route site_route(Request *request, size_t *handler, Reply *reply);
/** True where the handler takes a body of JSON. */
bool site_takes_body(size_t handler);
/** Answers; may take as long as a points-only run. */
void site_answer(Site *site, size_t handler, const Request *request, Reply *reply);

#endif
