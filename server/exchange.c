/* SPDX-License-Identifier: Apache-2.0 */
/* One request and its answer, on a connection of the HTTP library. */
#include "exchange.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MOST_READ = 8 << 20 }; /* bytes of a body that is refused */

static const char API[] = "/api/";

static const char *header(const Exchange *x, const char *name)
{
    return MHD_lookup_connection_value(x->connection, MHD_HEADER_KIND, name);
}

static const char *query(const Exchange *x, const char *name)
{
    return MHD_lookup_connection_value(x->connection, MHD_GET_ARGUMENT_KIND, name);
}

void exchange_headers(struct MHD_Response *response, const char *type)
{
    static const char *const rows[][2] = {
        {"Cache-Control", "no-store"},
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:; "
         "worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: "
         "blob:; "
         "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
         "frame-ancestors 'none'"},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
        (void)MHD_add_response_header(response, rows[r][0], rows[r][1]);
    (void)MHD_add_response_header(response, "Content-Type", type);
}

enum MHD_Result exchange_reply(Exchange *x)
{
    Text *body = &x->reply.body;
    struct MHD_Response *response = MHD_create_response_from_buffer(
        body->length, body->bytes,
        body->bytes ? MHD_RESPMEM_MUST_FREE : MHD_RESPMEM_PERSISTENT);
    if (!response)
        return MHD_NO;
    *body = (Text){0};
    exchange_headers(response, "application/json; charset=utf-8");
    if (x->reply.status == 405)
        (void)MHD_add_response_header(response, "Allow", x->reply.allow);
    if (x->reply.status == 401)
        (void)MHD_add_response_header(response, "WWW-Authenticate", "Bearer");
    enum MHD_Result result = MHD_queue_response(x->connection, x->reply.status, response);
    MHD_destroy_response(response);
    return result;
}

/* ---- The head ---- */

static bool is_json(const char *type)
{
    static const char json[] = "application/json";
    size_t n = sizeof json - 1;
    return type && strncasecmp(type, json, n) == 0 &&
           (type[n] == '\0' || type[n] == ';' || type[n] == ' ');
}

static void refuse_size(Reply *reply)
{
    reply_refuse(reply, 413, "too_large", NULL, "a body has at most %d bytes", MOST_BODY);
}

/* More than anybody waits for: such a body is not even read to its end. */
static bool is_far_too_long(const char *length)
{
    return length &&
           (strspn(length, "0123456789") > 8 || strtol(length, NULL, 10) > MOST_READ);
}

static void check_api(Exchange *x)
{
    Request *request = &x->request;
    if (!guard_knows(&x->server->guard, header(x, "Authorization"), query(x, "token"),
                     &x->reply))
        return;
    request->from = query(x, "from");
    request->to = query(x, "to");
    request->language = query(x, "language");
    request->since = header(x, "Last-Event-ID");
    if (site_route(request, &x->handler, &x->reply) == ROUTE_REFUSED)
        return;
    if (is_far_too_long(header(x, "Content-Length")))
        refuse_size(&x->reply);
    else if (site_takes_body(x->handler) && !is_json(header(x, "Content-Type")))
        reply_refuse(&x->reply, 415, "wrong_media", "Content-Type: application/json",
                     "the body is to be JSON");
    else if (request->language && strlen(request->language) > 35)
        reply_refuse(&x->reply, 400, "bad_query", NULL, "\"language\" is no language tag");
}

static bool is_api(const Exchange *x)
{
    return strncmp(x->request.path, API, sizeof API - 1) == 0;
}

bool exchange_begin(Exchange *x, bool *closed)
{
    if (guard_takes(&x->server->guard, header(x, "Host"), header(x, "Origin"), &x->reply) &&
        is_api(x))
        check_api(x);
    *closed = false;
    if (reply_is_open(&x->reply))
        return true;
    *closed = exchange_reply(x) != MHD_YES;
    return false;
}

/* ---- The body ---- */

bool exchange_take(Exchange *x, const char *bytes, size_t length)
{
    x->received += length;
    x->too_large |= x->received > MOST_BODY;
    if (!x->too_large)
        text_add(&x->body, bytes, length);
    return x->received <= MOST_READ && !x->body.failed;
}

enum MHD_Result exchange_answer(Exchange *x)
{
    if (x->ready)
        return exchange_reply(x);
    if (!is_api(x))
        return page_reply(x);
    if (x->too_large) {
        refuse_size(&x->reply);
        return exchange_reply(x);
    }
    Reply ignored = {0};
    Route route = site_route(&x->request, &x->handler, &ignored);
    text_free(&ignored.body);
    if (route == ROUTE_EVENTS)
        return stream_reply(x);
    x->request.body = x->body.bytes ? x->body.bytes : "";
    x->request.length = x->body.length;
    MHD_suspend_connection(x->connection);
    if (pool_submit(x->server->pool, x))
        return MHD_YES;
    reply_refuse(&x->reply, 503, "busy", "wait a little", "too many requests wait already");
    x->ready = true;
    MHD_resume_connection(x->connection);
    return MHD_YES;
}

void exchange_work(void *cookie)
{
    Exchange *x = cookie;
    site_answer(&x->server->site, x->handler, &x->request, &x->reply);
    text_free(&x->body);
    x->ready = true;
    MHD_resume_connection(x->connection);
}

void exchange_free(Exchange *x)
{
    if (!x)
        return;
    text_free(&x->body);
    text_free(&x->reply.body);
    free(x);
}
