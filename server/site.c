/* SPDX-License-Identifier: Apache-2.0 */
/* The answers to single requests: one row an address (docs/api/openapi.yaml). */
#include "site.h"

#include <stdio.h>
#include <string.h>

#include "body.h"
#include "catalogue.h"

enum { MOST_PASSAGE = 20000 };

static void run_out(Reply *reply)
{
    reply_error(reply, &(SmyError){.code = SMY_ERR_NOMEM, .message = "out of memory"});
}

/* ---- Scenarios ---- */

static void list_scenarios(Site *site, const Request *request, Reply *reply)
{
    (void)request;
    Text *text = &reply->body;
    text_print(text, "{\"summitry\":\"%s\",\"api\":1,\"scenarios\":[", smy_version());
    for (size_t s = 0; s < store_size(site->store); s++) {
        text_add(text, ",", s > 0);
        store_release(store_hold(site->store, store_id(site->store, s), reply));
        store_summary(site->store, store_id(site->store, s), text);
    }
    text_print(text, "],\"models\":");
    catalogue_write(text);
    text_print(text, "}");
}

static void write_base(Site *site, const char *id, const SmyScenario *scenario,
                       const char *language, Reply *reply)
{
    SmyRunOptions options;
    SmyResult *tree = NULL, *check = NULL;
    SmyError err = {0};
    smy_run_options_init(&options);
    options.draws = 0;
    options.with_seats = false;
    options.threads = site->threads;
    options.language = language ? language : "en";
    if (smy_run(scenario, &options, &tree, &err) != SMY_OK ||
        smy_check(scenario, &check, &err) != SMY_OK) {
        reply_error(reply, &err);
    } else {
        text_print(&reply->body, "{\"summary\":");
        store_summary(site->store, id, &reply->body);
        text_print(&reply->body, ",\"tree\":");
        text_node(&reply->body, smy_result_root(tree));
        text_print(&reply->body, ",\"check\":");
        text_node(&reply->body, smy_result_root(check));
        text_print(&reply->body, ",\"variants\":");
        store_variants(site->store, id, &reply->body);
        text_print(&reply->body, "}");
    }
    smy_result_free(tree);
    smy_result_free(check);
}

static void get_scenario(Site *site, const Request *request, Reply *reply)
{
    Held *held = store_hold(site->store, request->part[0], reply);
    if (held)
        write_base(site, request->part[0], held->scenario, request->language, reply);
    store_release(held);
}

static void get_passage(Site *site, const Request *request, Reply *reply)
{
    Held *held = store_hold(site->store, request->part[0], reply);
    uint64_t from = request_number("from", request->from, 0, reply);
    uint64_t to = request_number("to", request->to, from + MOST_PASSAGE, reply);
    SmyResult *passage = NULL;
    SmyError err = {0};
    if (reply_is_open(reply)) {
        SmyCode code = smy_document_passage(
            held->scenario, request->part[1], store_reading(site->store), from,
            to > from + MOST_PASSAGE ? from + MOST_PASSAGE : to, &passage, &err);
        if (code == SMY_OK)
            text_node(&reply->body, smy_result_root(passage));
        else if (code == SMY_ERR_MISSING || code == SMY_ERR_TYPE)
            reply_refuse(reply, 409, "not_at_hand", err.hint, "%s", err.message);
        else if (code == SMY_ERR_UNKNOWN)
            reply_refuse(reply, 404, "not_found", NULL, "%s", err.message);
        else
            reply_error(reply, &err);
    }
    smy_result_free(passage);
    store_release(held);
}

/* ---- Questions ---- */

static void ask_points(Site *site, const Question *question, const SmyScenario *base,
                       Reply *reply)
{
    SmyScenario *varied = NULL;
    SmyResult *result = NULL;
    SmyError err = {0};
    SmyRunOptions options = {.threads = site->threads};
    SmyCode code = question->variation
                       ? smy_scenario_vary(base, question->variation, NULL, &varied, &err)
                       : SMY_OK;
    if (code == SMY_OK)
        code = question_ask(question, varied ? varied : base, STAGE_points, &options,
                            &result, &err);
    if (code == SMY_OK)
        question_write(question, &reply->body, smy_result_root(result), NULL);
    else
        reply_error(reply, &err);
    smy_result_free(result);
    smy_scenario_free(varied);
}

static void post_points(Site *site, const Request *request, Reply *reply)
{
    Question question;
    Held *held = store_hold(site->store, request->part[0], reply);
    if (held &&
        question_read(request->body, request->length, STAGE_points, &question, reply)) {
        question_only_run(&question, reply);
        if (reply_is_open(reply))
            ask_points(site, &question, held->scenario, reply);
        question_free(&question);
    }
    store_release(held);
}

static void post_run(Site *site, const Request *request, Reply *reply)
{
    Held *held = store_hold(site->store, request->part[0], reply);
    if (held)
        runs_start(site->runs, request->part[0], held, request->body, request->length,
                   reply);
}

static void list_decisions(Site *site, const Request *request, Reply *reply)
{
    (void)request;
    text_print(&reply->body, "{\"capability\":\"%s\",\"decisions\":",
               site->equal_capability ? "equal" : "column");
    decisions_write(site->decisions, &reply->body);
    text_print(&reply->body, "}");
}

static void post_backtest(Site *site, const Request *request, Reply *reply)
{
    HeldCases *cases = decisions_hold(site->decisions, request->part[0], reply);
    if (cases)
        runs_start_backtest(site->runs, request->part[0], cases, site->equal_capability,
                            request->body, request->length, reply);
}

static void get_run(Site *site, const Request *request, Reply *reply)
{
    Run *run = runs_hold(site->runs, request->part[0], reply);
    if (run)
        run_tell(run, &reply->body);
    run_release(run);
}

static void delete_run(Site *site, const Request *request, Reply *reply)
{
    Run *run = runs_hold(site->runs, request->part[0], reply);
    if (run) {
        run_cancel(run);
        run_tell(run, &reply->body);
    }
    run_release(run);
}

/* ---- Writing ---- */

static void put_value(Site *site, const Request *request, Reply *reply)
{
    SmyResult *body = body_read(request->body, request->length, reply);
    if (body)
        store_write(site->store, request->part[0], smy_result_root(body), reply);
    smy_result_free(body);
}

static void list_variants(Site *site, const Request *request, Reply *reply)
{
    Held *held = store_hold(site->store, request->part[0], reply);
    if (held) {
        text_print(&reply->body, "{\"variants\":");
        store_variants(site->store, request->part[0], &reply->body);
        text_print(&reply->body, "}");
    }
    store_release(held);
}

static void post_variant(Site *site, const Request *request, Reply *reply)
{
    SmyResult *body = body_read(request->body, request->length, reply);
    if (body)
        store_save_variant(site->store, request->part[0], smy_result_root(body), reply);
    smy_result_free(body);
}

/* ---- The addresses ---- */

static const struct {
    const char *method, *pattern;
    void (*answer)(Site *site, const Request *request, Reply *reply); /* NULL: a stream */
} rows[] = {
    {"GET", "/api/1/scenarios", list_scenarios},
    {"GET", "/api/1/scenarios/*", get_scenario},
    {"POST", "/api/1/scenarios/*/points", post_points},
    {"POST", "/api/1/scenarios/*/runs", post_run},
    {"GET", "/api/1/decisions", list_decisions},
    {"POST", "/api/1/decisions/*/runs", post_backtest},
    {"GET", "/api/1/runs/*", get_run},
    {"DELETE", "/api/1/runs/*", delete_run},
    {"GET", "/api/1/runs/*/events", NULL},
    {"GET", "/api/1/scenarios/*/documents/*/text", get_passage},
    {"PUT", "/api/1/scenarios/*/value", put_value},
    {"GET", "/api/1/scenarios/*/variants", list_variants},
    {"POST", "/api/1/scenarios/*/variants", post_variant},
};
enum { N_ROWS = sizeof rows / sizeof *rows };

Route site_route(Request *request, size_t *handler, Reply *reply)
{
    char *allow = reply->allow;
    size_t room = sizeof reply->allow, n = 0;
    Route route = ROUTE_REFUSED;
    for (size_t r = 0; r < N_ROWS && route == ROUTE_REFUSED; r++) {
        if (!request_matches(request, rows[r].pattern))
            continue;
        n += (size_t)snprintf(allow + n, room - n, "%s%s", n ? ", " : "", rows[r].method);
        *handler = r;
        if (strcmp(rows[r].method, request->method) == 0)
            route = rows[r].answer ? ROUTE_ANSWER : ROUTE_EVENTS;
    }
    if (route == ROUTE_REFUSED && n)
        reply_refuse(reply, 405, "wrong_method", NULL, "this address takes %s", allow);
    else if (route == ROUTE_REFUSED)
        reply_refuse(reply, 404, "not_found", "docs/api/openapi.yaml names the addresses",
                     "there is nothing at \"%.128s\"", request->path);
    return route;
}

bool site_takes_body(size_t handler)
{
    return *rows[handler].method == 'P';
}

void site_answer(Site *site, size_t handler, const Request *request, Reply *reply)
{
    reply->status = 0;
    rows[handler].answer(site, request, reply);
    if (reply->body.failed)
        run_out(reply);
    if (reply->status == 0)
        reply->status = 200;
}
