/* SPDX-License-Identifier: Apache-2.0 */
/* One request and its answer, on a connection of the HTTP library. */
#ifndef SERVER_EXCHANGE_H
#define SERVER_EXCHANGE_H

#include <microhttpd.h>

#include "guard.h"
#include "pool.h"
#include "server.h"
#include "site.h"

struct Server {
    struct MHD_Daemon *daemon;
    Guard guard;
    Site site;
    Pool *pool;
    const ServerFile *page;
    char address[128];
};

typedef struct Exchange {
    Server *server;
    struct MHD_Connection *connection;
    Request request;
    size_t handler, received;
    bool too_large, ready;
    Text body;
    Reply reply;
} Exchange;

/**
 * Looks at a new request's head. True: go on to its body; false: the answer is queued, or the
 * connection is to be closed where *closed.
 */
bool exchange_begin(Exchange *exchange, bool *closed);
/** Takes a piece of the body. False: far too much, the connection is to be closed. */
bool exchange_take(Exchange *exchange, const char *bytes, size_t length);
/** The request is whole: answers, or hands over to the pool. */
enum MHD_Result exchange_answer(Exchange *exchange);
/** In the pool. */
void exchange_work(void *exchange);
void exchange_free(Exchange *exchange);

/** Queues the answer; its body goes over to the HTTP library. */
enum MHD_Result exchange_reply(Exchange *exchange);
/** A file of the page, or the refusal that there is none. */
enum MHD_Result page_reply(Exchange *exchange);
/** The events of the run named in the request. */
enum MHD_Result stream_reply(Exchange *exchange);
/** Headers that every answer has. */
void exchange_headers(struct MHD_Response *response, const char *type);

#endif
