/* SPDX-License-Identifier: Apache-2.0 */
/* The engine in a page: a scenario opened, questions answered, JSON in and out (docs/api/engine.md). */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "server/catalogue.h"
#include "server/question.h"

#define IMPORT(name) __attribute__((import_module("env"), import_name(#name)))
#define EXPORT(name) __attribute__((export_name(#name), used, visibility("default")))

enum { DONE = 0, REFUSED = 1 };

/* A page has one engine, and an engine one scenario and one answer at a time. */
static SmyScenario *opened;
static Reply reply;

/* The draws of the last stage `closed`, which `all` has no need to make again. */
static struct {
    SmyKept *draws;      /* NULL: none */
    SmyScenario *varied; /* what they are draws of; NULL: the one opened */
    Text variation;      /* that made it */
    unsigned taken;      /* times that they were taken over */
} left;

static void forget(void)
{
    smy_kept_free(left.draws);
    smy_scenario_free(left.varied);
    text_free(&left.variation);
    left.draws = NULL;
    left.varied = NULL;
}

EXPORT(take) void *engine_take(size_t size)
{
    return malloc(size);
}

EXPORT(give) void engine_give(void *bytes)
{
    free(bytes);
}

/* How many questions were given draws of the one before, which no answer shows. */
EXPORT(taken_over) unsigned engine_taken_over(void)
{
    return left.taken;
}

/* The answer to the last call: JSON, the error where it was refused. */
EXPORT(answer) const char *engine_answer(void)
{
    return reply.body.bytes;
}

EXPORT(answer_length) size_t engine_answer_length(void)
{
    return reply.body.length;
}

IMPORT(progress)
void engine_progress(const char *what, size_t length, double done, double total);

static bool tell_progress(void *cookie, const char *what, uint64_t done, uint64_t total)
{
    (void)cookie;
    engine_progress(what, strlen(what), (double)done, (double)total);
    return true;
}

static void begin(void)
{
    text_free(&reply.body);
    reply = (Reply){0};
}

static int end(void)
{
    if (reply.body.failed)
        reply_error(&reply, &(SmyError){.code = SMY_ERR_NOMEM, .message = "out of memory"});
    return reply_is_open(&reply) ? DONE : REFUSED;
}

static bool is_open(void)
{
    if (!opened)
        reply_refuse(&reply, 409, "not_open", "open a packed scenario first",
                     "no scenario is open");
    return opened != NULL;
}

EXPORT(open) int engine_open(const char *text, size_t length)
{
    SmyResult *packed = NULL;
    SmyScenario *scenario = NULL;
    SmyError err = {0};
    begin();
    if (smy_result_read_json(text, length, &packed, &err) != SMY_OK ||
        smy_scenario_unpack(smy_result_root(packed), NULL, &scenario, &err) != SMY_OK) {
        reply_error(&reply, &err);
    } else {
        forget();
        smy_scenario_free(opened);
        opened = scenario;
        text_print(&reply.body, "{\"id\":");
        text_quote(&reply.body, smy_scenario_id(opened));
        text_print(&reply.body, ",\"sha256\":");
        text_quote(&reply.body, smy_scenario_sha256(opened));
        text_print(&reply.body, "}");
    }
    smy_result_free(packed);
    return end();
}

static bool completes(const Question *question)
{
    return question->last == STAGE_seats && question->run.draws > 0;
}

/* `seats` completes the tree of `all`, as the server does. */
static SmyCode ask_stage(const Question *question, const SmyScenario *scenario,
                         SmyError *err)
{
    SmyRunOptions options = {.threads = 1, .progress = tell_progress, .kept = left.draws};
    SmyResult *before = NULL, *tree = NULL;
    SmyCode code = SMY_OK;
    if (completes(question))
        code = question_ask(question, scenario, STAGE_all, &options, &before, err);
    if (code == SMY_OK)
        code = question_ask(question, scenario, question->last, &options, &tree, err);
    if (code == SMY_OK)
        question_write(question, &reply.body, smy_result_root(tree),
                       smy_result_root(before));
    smy_result_free(before);
    smy_result_free(tree);
    return code;
}

static void write_variation(const Question *question, Text *text)
{
    const SmyNode *node = smy_node_get(smy_result_root(question->body), "variation");
    if (node)
        text_node(text, node);
}

/* Whether the draws left are of the scenario that is asked about. */
static bool is_left(const Question *question)
{
    Text text = {0};
    write_variation(question, &text);
    bool same =
        left.draws && !text.failed && !left.variation.failed &&
        text.length == left.variation.length &&
        (text.length == 0 || memcmp(text.bytes, left.variation.bytes, text.length) == 0);
    text_free(&text);
    return same;
}

/* Sets left.varied to what is asked about, where it differs from the scenario opened. */
static SmyCode vary(const Question *question, SmyError *err)
{
    write_variation(question, &left.variation);
    return question->variation
               ? smy_scenario_vary(opened, question->variation, NULL, &left.varied, err)
               : SMY_OK;
}

/* Stage `closed` leaves its draws to `all`; whatever is asked else leaves nothing. */
static SmyCode answer(const Question *question, SmyError *err)
{
    bool asks = question->last == STAGE_all || completes(question);
    bool takes = asks && is_left(question);
    SmyCode code = SMY_OK;
    if (!takes) {
        forget();
        code = vary(question, err);
    }
    left.taken += takes;
    if (question->last == STAGE_closed)
        left.draws = smy_kept_new();
    if (code == SMY_OK)
        code = ask_stage(question, left.varied ? left.varied : opened, err);
    if (question->last != STAGE_closed || code != SMY_OK)
        forget();
    return code;
}

EXPORT(ask) int engine_ask(const char *text, size_t length)
{
    Question question;
    SmyError err = {0};
    begin();
    if (!is_open() || !question_read(text, length, STAGE_points, &question, &reply))
        return end();
    if (answer(&question, &err) != SMY_OK)
        reply_error(&reply, &err);
    question_free(&question);
    return end();
}

EXPORT(check) int engine_check(void)
{
    SmyResult *check = NULL;
    SmyError err = {0};
    begin();
    if (!is_open())
        return end();
    if (smy_check(opened, &check, &err) == SMY_OK)
        text_node(&reply.body, smy_result_root(check));
    else
        reply_error(&reply, &err);
    smy_result_free(check);
    return end();
}

EXPORT(about) int engine_about(void)
{
    begin();
    text_print(&reply.body, "{\"summitry\":\"%s\",\"api\":1,\"scenarios\":[],\"models\":",
               smy_version());
    catalogue_write(&reply.body);
    text_print(&reply.body, "}");
    return end();
}
