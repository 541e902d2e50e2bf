/* SPDX-License-Identifier: Apache-2.0 */
/* The page's own files, kept in the program: they hold no data and need no token. */
#include <string.h>

#include "exchange.h"

static const char *type_of(const char *name)
{
    static const char *const types[][2] = {
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".svg", "image/svg+xml"},
        {".wasm", "application/wasm"},
        {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"},
        {".ico", "image/vnd.microsoft.icon"},
        {".png", "image/png"},
    };
    const char *dot = strrchr(name, '.');
    for (size_t t = 0; dot && t < sizeof types / sizeof *types; t++)
        if (strcmp(dot, types[t][0]) == 0)
            return types[t][1];
    return "application/octet-stream";
}

/* Names are compared with the table alone: no path leads out of it. */
static const ServerFile *find(const ServerFile *files, const char *path)
{
    const char *name = strcmp(path, "/") == 0 ? "index.html" : path + 1;
    while (files->name && strcmp(files->name, name) != 0)
        files++;
    return files->name ? files : NULL;
}

static enum MHD_Result give(struct MHD_Connection *connection, const ServerFile *file)
{
    struct MHD_Response *response = MHD_create_response_from_buffer(
        (size_t)(file->end - file->bytes), (void *)(uintptr_t)file->bytes,
        MHD_RESPMEM_PERSISTENT);
    if (!response)
        return MHD_NO;
    exchange_headers(response, type_of(file->name));
    enum MHD_Result result = MHD_queue_response(connection, 200, response);
    MHD_destroy_response(response);
    return result;
}

enum MHD_Result page_reply(Exchange *x)
{
    const Request *request = &x->request;
    const ServerFile *file =
        *request->path == '/' ? find(x->server->page, request->path) : NULL;
    bool reads =
        strcmp(request->method, "GET") == 0 || strcmp(request->method, "HEAD") == 0;
    if (file && reads)
        return give(x->connection, file);
    if (file) {
        static const char allow[] = "GET, HEAD";
        memcpy(x->reply.allow, allow, sizeof allow);
        reply_refuse(&x->reply, 405, "wrong_method", NULL, "this address takes %s", allow);
    } else {
        reply_refuse(&x->reply, 404, "not_found", NULL, "there is nothing at \"%.128s\"",
                     request->path);
    }
    return exchange_reply(x);
}
