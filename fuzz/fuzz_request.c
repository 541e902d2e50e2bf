/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any bytes as a request: refused with JSON that says why, or understood. The head is five lines
 * (method, path, Host, Origin, Authorization; an empty one is missing), the rest the body.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "server/backtest.h"
#include "server/body.h"
#include "server/guard.h"
#include "server/site.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { N_LINES = 5, MOST = 65536 };

/* A refusal is JSON with a code and a message; afterwards the reply is as new. */
static void check_refusal(Reply *reply)
{
    SmyResult *body = NULL;
    if (reply->status >= 400) {
        if (reply->body.failed ||
            smy_result_read_json(reply->body.bytes, reply->body.length, &body, NULL) !=
                SMY_OK)
            abort();
        const SmyNode *error = smy_node_get(smy_result_root(body), "error");
        if (!smy_node_text(smy_node_get(error, "code")) ||
            !smy_node_text(smy_node_get(error, "message")))
            abort();
    }
    smy_result_free(body);
    text_free(&reply->body);
    *reply = (Reply){0};
}

static void try_head(char *const *lines)
{
    static const Guard guard = {.port = 41234, .token = "abcdefghijklmnopqrstuvwxyz012345"};
    Reply reply = {0};
    Request request = {.method = lines[0], .path = lines[1]};
    size_t handler;
    (void)guard_takes(&guard, lines[2], *lines[3] ? lines[3] : NULL, &reply);
    check_refusal(&reply);
    (void)guard_knows(&guard, *lines[4] ? lines[4] : NULL, NULL, &reply);
    check_refusal(&reply);
    if ((site_route(&request, &handler, &reply) == ROUTE_REFUSED) != (reply.status >= 400))
        abort();
    check_refusal(&reply);
    (void)request_number("from", lines[1], 0, &reply);
    check_refusal(&reply);
}

static void try_body(const char *body, size_t length)
{
    Reply reply = {0};
    Question question;
    Text text = {0};
    if (question_read(body, length, STAGE_seats, &question, &reply))
        question_free(&question);
    check_refusal(&reply);
    Backtest backtest;
    if (backtest_read(body, length, false, &backtest, &reply))
        backtest_free(&backtest);
    check_refusal(&reply);
    SmyResult *json = body_read(body, length, &reply);
    if (json) {
        text_flow(&text, smy_result_root(json));
        text_node(&text, smy_result_root(json));
        if (text.failed || memchr(text.bytes, '\n', text.length))
            abort(); /* a value is written on one line */
    }
    check_refusal(&reply);
    text_free(&text);
    smy_result_free(json);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *lines[N_LINES];
    char *copy = calloc(size + 1, 1);
    if (!copy || size > MOST) {
        free(copy);
        return 0;
    }
    memcpy(copy, data, size);
    char *at = copy;
    for (size_t n = 0; n < N_LINES; n++) {
        lines[n] = at;
        at += strcspn(at, "\n");
        if (at < copy + size)
            *at++ = '\0';
    }
    try_head(lines);
    try_body(at, (size_t)(copy + size - at));
    free(copy);
    return 0;
}
