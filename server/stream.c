/* SPDX-License-Identifier: Apache-2.0 */
/* A run's events as a stream: a connection sleeps while there is nothing to tell. */
#include <stdlib.h>

#include "exchange.h"

enum { PIECE = 32768 };

static void fall_asleep(void *cookie)
{
    MHD_suspend_connection(cookie);
}

static void wake_up(void *cookie)
{
    MHD_resume_connection(cookie);
}

static ssize_t read_events(void *cookie, uint64_t at, char *bytes, size_t room)
{
    size_t length;
    (void)at;
    switch (listener_read(cookie, bytes, room, &length, fall_asleep)) {
    case HEARD_BYTES:
        return (ssize_t)length;
    case HEARD_NOTHING:
        return 0;
    case HEARD_END:
        break;
    }
    return MHD_CONTENT_READER_END_OF_STREAM;
}

static void end_events(void *cookie)
{
    listener_end(cookie);
    free(cookie);
}

/* An EventSource that hears 204 does not come back. */
static enum MHD_Result reply_over(Exchange *x)
{
    x->reply.status = 204;
    return exchange_reply(x);
}

enum MHD_Result stream_reply(Exchange *x)
{
    Run *run = runs_hold(x->server->site.runs, x->request.part[0], &x->reply);
    uint64_t since =
        run ? request_number("Last-Event-ID", x->request.since, 0, &x->reply) : 0;
    if (!reply_is_open(&x->reply)) {
        run_release(run);
        return exchange_reply(x);
    }
    if (since && run_is_over(run, since)) {
        run_release(run);
        return reply_over(x);
    }
    Listener *listener = calloc(1, sizeof *listener);
    if (!listener) {
        run_release(run);
        return MHD_NO;
    }
    *listener =
        (Listener){.run = run, .event = since, .wake = wake_up, .cookie = x->connection};
    struct MHD_Response *response = MHD_create_response_from_callback(
        MHD_SIZE_UNKNOWN, PIECE, read_events, listener, end_events);
    if (!response) {
        end_events(listener);
        return MHD_NO;
    }
    exchange_headers(response, "text/event-stream; charset=utf-8");
    enum MHD_Result result = MHD_queue_response(x->connection, 200, response);
    MHD_destroy_response(response);
    return result;
}
