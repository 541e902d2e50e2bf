/* SPDX-License-Identifier: Apache-2.0 */
/* What is asked of a scenario: read from JSON, and asked stage by stage. */
#include "question.h"

#include <string.h>

#include "body.h"

enum { MOST_DRAWS = 100000, MOST_LANGUAGE = 35 };

const char *stage_name(Stage stage)
{
    static const char *const names[] = {
#define X(name) #name,
        STAGES(X)
#undef X
    };
    return names[stage];
}

static void read_variation(const SmyNode *body, Question *q, Reply *reply)
{
    const SmyNode *node = NULL;
    SmyError err = {0};
    body_part(body, "variation", SMY_NODE_OBJECT, &node, reply);
    if (!node || smy_node_size(node) == 0)
        return;
    Text text = {0};
    text_node(&text, node);
    if (text.failed)
        err.code = SMY_ERR_NOMEM;
    else
        (void)!smy_variation_from_json(text.bytes, text.length, &q->variation, &err);
    if (err.code != SMY_OK) {
        err.line = err.column = 0; /* they would be of our own text */
        reply_error(reply, &err);
    }
    text_free(&text);
}

static void read_choices(const SmyNode *body, Question *q, Reply *reply)
{
    static const char *const positions[] = {"believed", "stated", NULL}, *const losses[] = {
                                                                             "linear",
                                                                             "quadratic",
                                                                             NULL};
    const char *stages[N_STAGES + 1] = {0};
    int position = 0, loss = 0;
    int last = q->inquiry.kind == INQUIRY_NONE ? (int)q->last : STAGE_inquiry;
    for (int s = 0; s < N_STAGES; s++)
        stages[s] = stage_name((Stage)s);
    body_choice(body, "positions", positions, &position, reply);
    body_choice(body, "loss", losses, &loss, reply);
    body_choice(body, "stage", stages, &last, reply);
    q->run.stated_positions = position == 1;
    q->run.quadratic_loss = loss == 1;
    q->last = (Stage)last;
    if (reply_is_open(reply) &&
        (last == STAGE_inquiry) != (q->inquiry.kind != INQUIRY_NONE))
        reply_refuse(reply, 400, "bad_value", "leave \"stage\" out with an \"inquiry\"",
                     "the stage \"inquiry\" is that of an \"inquiry\", and its only one");
}

static const char *const omitted[N_OMITTED + 1] = {
#define X(name) #name,
    OMITTED(X)
#undef X
};

static int omitted_by_name(const char *name)
{
    for (int o = 0; o < N_OMITTED; o++)
        if (name && strcmp(omitted[o], name) == 0)
            return o;
    return -1;
}

static void read_omit(const SmyNode *body, Question *q, Reply *reply)
{
    const SmyNode *list = NULL;
    body_part(body, "omit", SMY_NODE_LIST, &list, reply);
    for (size_t i = 0; list && i < smy_node_size(list); i++) {
        int which = omitted_by_name(smy_node_text(smy_node_at(list, i)));
        if (which < 0) {
            Text known = {0};
            for (int o = 0; o < N_OMITTED; o++)
                text_print(&known, "%s%s", o ? ", " : "one of ", omitted[o]);
            reply_refuse(reply, 400, "bad_value", known.bytes,
                         "an entry of \"omit\" is no part that can be left out");
            text_free(&known);
            return;
        }
        q->omit[which] = true;
    }
}

static void read_fields(const SmyNode *body, Question *q, Reply *reply)
{
    static const char *const known[] = {
        "variation", "models", "model_options", "draws",   "seed",
        "seats",     "claims", "positions",     "loss",    "language",
        "stage",     "client", "omit",          "inquiry", NULL};
    body_only(body, known, reply);
    inquiry_read(body, &q->inquiry, &q->run.draws, reply);
    body_whole(body, "draws", MOST_DRAWS, &q->run.draws, reply);
    body_whole(body, "seed", MOST_SEED, &q->run.seed, reply);
    body_bool(body, "seats", &q->run.with_seats, reply);
    body_bool(body, "claims", &q->run.with_claims, reply);
    body_text(body, "language", MOST_LANGUAGE, &q->run.language, reply);
    body_text(body, "client", MOST_CLIENT, &q->client, reply);
    read_omit(body, q, reply);
    read_choices(body, q, reply);
    choice_read(body, &q->choice, reply);
    q->run.models = q->choice.models.bytes;
    q->run.model_options = q->choice.options;
    q->run.n_model_options = q->choice.n_options;
    read_variation(body, q, reply);
}

bool question_read(const char *text, size_t length, Stage last, Question *question,
                   Reply *reply)
{
    *question = (Question){.last = last};
    smy_run_options_init(&question->run);
    question->body = body_read(text, length, reply);
    if (question->body)
        read_fields(smy_result_root(question->body), question, reply);
    if (reply_is_open(reply))
        return true;
    question_free(question);
    return false;
}

void question_free(Question *question)
{
    choice_free(&question->choice);
    smy_variation_free(question->variation);
    smy_result_free(question->body);
    question->variation = NULL;
    question->body = NULL;
}

void question_only_run(const Question *question, Reply *reply)
{
    if (question->inquiry.kind != INQUIRY_NONE)
        reply_refuse(reply, 400, "bad_value", "ask it at .../runs, with \"draws\": 0",
                     "an inquiry has no stage \"points\"");
}

bool question_has(const Question *question, Stage stage)
{
    if (question->inquiry.kind != INQUIRY_NONE || stage == STAGE_inquiry)
        return question->inquiry.kind != INQUIRY_NONE && stage == STAGE_inquiry;
    if (stage > question->last)
        return false;
    if (stage == STAGE_seats)
        return question->run.with_seats;
    return stage == STAGE_points ||
           question->run.draws > (stage == STAGE_first ? FIRST_DRAWS : 0);
}

SmyCode question_ask(const Question *question, const SmyScenario *scenario, Stage stage,
                     const SmyRunOptions *options, SmyResult **out, SmyError *err)
{
    SmyRunOptions run = question->run;
    run.threads = options->threads;
    run.progress = options->progress;
    run.cookie = options->cookie;
    if (stage == STAGE_closed || stage == STAGE_all)
        run.kept = options->kept;
    if (stage == STAGE_inquiry)
        return inquiry_ask(&question->inquiry, scenario, &run, out, err);
    run.with_seats = stage == STAGE_seats;
    run.only_formulas = stage == STAGE_first || stage == STAGE_closed;
    if (stage == STAGE_points || stage == STAGE_seats)
        run.draws = 0;
    if (stage == STAGE_first)
        run.draws = FIRST_DRAWS;
    return smy_run(scenario, &run, out, err);
}

SmyCode question_check(const Question *question, const SmyScenario *scenario,
                       const SmyRunOptions *options, SmyError *err)
{
    SmyRunOptions run = question->run;
    run.threads = options->threads;
    return inquiry_check(&question->inquiry, scenario, &run, err);
}

void question_write(const Question *question, Text *text, const SmyNode *tree,
                    const SmyNode *before)
{
    const SmyNode *whole = before ? before : tree;
    const char *comma = "{";
    for (size_t i = 0; i < smy_node_size(whole); i++) {
        const char *key = smy_node_key(whole, i);
        int which = omitted_by_name(key);
        if (which >= 0 && question->omit[which])
            continue;
        text_add(text, comma, 1);
        text_quote(text, key);
        text_add(text, ":", 1);
        text_node(text, before && strcmp(key, "seats") == 0 ? smy_node_get(tree, key)
                                                            : smy_node_at(whole, i));
        comma = ",";
    }
    text_add(text, "}", 1);
}
