/* SPDX-License-Identifier: Apache-2.0 */
/* Starting and stopping: the HTTP library's daemon, and what it asks of us. */
#include "server.h"

#include <arpa/inet.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "exchange.h"

enum { IDLE_SECONDS = 20, HEAD_BYTES = 32768, MOST_CONNECTIONS = 2000 };

static enum MHD_Result begin(Server *server, struct MHD_Connection *connection,
                             const char *url, const char *method, void **state)
{
    bool closed = false;
    Exchange *x = calloc(1, sizeof *x);
    if (!x)
        return MHD_NO;
    x->server = server;
    x->connection = connection;
    x->request.method = method;
    x->request.path = url;
    *state = x;
    (void)exchange_begin(x, &closed);
    return closed ? MHD_NO : MHD_YES;
}

/* Called first with the head, then with each piece of the body, then once it is whole. */
static enum MHD_Result take(void *cookie, struct MHD_Connection *connection,
                            const char *url, const char *method, const char *version,
                            const char *bytes, size_t *length, void **state)
{
    (void)version;
    Exchange *x = *state;
    if (!x)
        return begin(cookie, connection, url, method, state);
    if (*length) {
        bool go_on = exchange_take(x, bytes, *length);
        *length = 0;
        return go_on ? MHD_YES : MHD_NO;
    }
    return exchange_answer(x);
}

static void complete(void *cookie, struct MHD_Connection *connection, void **state,
                     enum MHD_RequestTerminationCode why)
{
    (void)cookie, (void)connection, (void)why;
    exchange_free(*state);
    *state = NULL;
}

/* What the HTTP library says of its clients' mistakes interests nobody. */
static void say_nothing(void *cookie, const char *format, va_list list)
{
    (void)cookie, (void)format, (void)list;
}

static unsigned most_connections(void)
{
    struct rlimit files;
    if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur > MOST_CONNECTIONS + 100)
        return MOST_CONNECTIONS;
    return files.rlim_cur > 200 ? (unsigned)files.rlim_cur - 100 : 100;
}

static bool listen_on(Server *server, unsigned port, SmyError *err)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((uint16_t)port),
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    server->daemon = MHD_start_daemon(
        MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD | MHD_ALLOW_SUSPEND_RESUME |
            MHD_USE_ERROR_LOG,
        (uint16_t)port, NULL, NULL, take, server, MHD_OPTION_EXTERNAL_LOGGER, say_nothing,
        NULL, MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address,
        MHD_OPTION_NOTIFY_COMPLETED, complete, NULL, MHD_OPTION_CONNECTION_TIMEOUT,
        (unsigned)IDLE_SECONDS, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HEAD_BYTES,
        MHD_OPTION_CONNECTION_LIMIT, most_connections(), MHD_OPTION_END);
    const union MHD_DaemonInfo *info =
        server->daemon ? MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_BIND_PORT)
                       : NULL;
    if (info) {
        atomic_store(&server->guard.port, info->port);
        (void)snprintf(server->address, sizeof server->address,
                       "http://127.0.0.1:%u/?token=%s", (unsigned)info->port,
                       server->guard.token);
        return true;
    }
    *err = (SmyError){.code = SMY_ERR_IO,
                      .hint =
                          "another program may use it; without --port a free one is taken"};
    (void)snprintf(err->message, sizeof err->message, "cannot listen on 127.0.0.1:%u",
                   port);
    return false;
}

Server *server_start(const ServerOptions *options, SmyError *err)
{
    Server *server = calloc(1, sizeof *server);
    *err = (SmyError){.code = SMY_ERR_NOMEM, .message = "out of memory"};
    if (!server)
        return NULL;
    server->page = options->page;
    server->site.threads = options->threads;
    server->site.store =
        store_new(options->files, options->n_files, options->read, options->read_only, err);
    if (server->site.store)
        server->site.decisions =
            decisions_new(options->decisions, options->n_decisions, err);
    server->site.equal_capability = options->equal_capability;
    bool ready = server->site.decisions && guard_init(&server->guard) &&
                 (server->site.runs = runs_new(options->threads)) &&
                 (server->pool = pool_new(exchange_work)) &&
                 listen_on(server, options->port, err);
    if (ready)
        return server;
    server_stop(server);
    return NULL;
}

const char *server_address(const Server *server)
{
    return server->address;
}

/* The HTTP library asks that no connection sleeps when it stops: runs and pool wake them all. */
void server_stop(Server *server)
{
    if (!server)
        return;
    int listening = server->daemon ? MHD_quiesce_daemon(server->daemon) : -1;
    if (server->pool)
        pool_stop(server->pool);
    if (server->site.runs)
        runs_stop(server->site.runs);
    if (server->daemon)
        MHD_stop_daemon(server->daemon);
    if (listening >= 0)
        (void)close(listening);
    if (server->pool)
        pool_free(server->pool);
    if (server->site.runs)
        runs_free(server->site.runs);
    decisions_free(server->site.decisions);
    store_free(server->site.store);
    free(server);
}
