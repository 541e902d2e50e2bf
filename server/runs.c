/* SPDX-License-Identifier: Apache-2.0 */
/* Runs: who is next, who replaces whom, and which ended ones are kept. */
#include "runs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "run.h"

struct Runs {
    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t more;
    bool stopping;
    unsigned threads;
    unsigned long last_number;
    Run *all;           /* the newest first; each is held by the list */
    Run *first_waiting; /* the oldest first */
    size_t n_threads, n_waiting, n_inquiring;
    pthread_t workers[RUNS_AT_ONCE];
};

void run_release(Run *run)
{
    if (!run || atomic_fetch_sub(&run->users, 1) != 1)
        return;
    for (size_t e = 0; e < run->n_events; e++)
        text_free(&run->events[e]);
    text_free(&run->progress);
    question_free(&run->question);
    backtest_free(&run->backtest);
    smy_scenario_free(run->varied);
    store_release(run->held);
    decisions_release(run->cases);
    (void)pthread_mutex_destroy(&run->lock);
    free(run);
}

static bool has_ended(Run *run)
{
    (void)pthread_mutex_lock(&run->lock);
    bool ended = run->status != RUN_RUNNING;
    (void)pthread_mutex_unlock(&run->lock);
    return ended;
}

static void stop(Run *run, RunStatus status)
{
    int running = 0;
    (void)atomic_compare_exchange_strong(&run->stop, &running, (int)status);
}

void run_cancel(Run *run)
{
    stop(run, RUN_CANCELLED);
}

/* ---- The threads that work ---- */

/* Runs of different kinds go on beside each other. */
static int kind_of(const Run *run)
{
    return run->cases ? N_INQUIRIES : (int)run->question.inquiry.kind;
}

static bool is_inquiry(const Run *run)
{
    return kind_of(run) != INQUIRY_NONE;
}

/* Where the first run stands that may begin: one thread is left for those that are no inquiry. */
static Run **find_waiting(Runs *runs)
{
    Run **at = &runs->first_waiting;
    while (*at && is_inquiry(*at) && runs->n_inquiring >= INQUIRIES_AT_ONCE)
        at = &(*at)->next_waiting;
    return at;
}

static Run *next_waiting(Runs *runs)
{
    Run **at;
    (void)pthread_mutex_lock(&runs->lock);
    while (!*(at = find_waiting(runs)) && !(runs->stopping && !runs->first_waiting))
        (void)pthread_cond_wait(&runs->more, &runs->lock);
    Run *run = *at;
    if (run) {
        *at = run->next_waiting;
        runs->n_waiting--;
        runs->n_inquiring += is_inquiry(run);
        (void)atomic_fetch_add(&run->users, 1);
    }
    (void)pthread_mutex_unlock(&runs->lock);
    return run;
}

/* The worker that waits for its turn to inquire may be any of them. */
static void let_inquire(Runs *runs)
{
    (void)pthread_mutex_lock(&runs->lock);
    runs->n_inquiring--;
    (void)pthread_cond_broadcast(&runs->more);
    (void)pthread_mutex_unlock(&runs->lock);
}

static void *work(void *cookie)
{
    for (Run *run; (run = next_waiting(cookie));) {
        run_work(run);
        if (is_inquiry(run))
            let_inquire(cookie);
        run_release(run);
    }
    return NULL;
}

Runs *runs_new(unsigned threads)
{
    Runs *runs = calloc(1, sizeof *runs);
    if (!runs || pthread_mutex_init(&runs->lock, NULL) != 0) {
        free(runs);
        return NULL;
    }
    runs->threads = threads;
    if (pthread_cond_init(&runs->more, NULL) == 0)
        while (runs->n_threads < RUNS_AT_ONCE &&
               pthread_create(&runs->workers[runs->n_threads], NULL, work, runs) == 0)
            runs->n_threads++;
    if (runs->n_threads == RUNS_AT_ONCE)
        return runs;
    runs_stop(runs);
    runs_free(runs);
    return NULL;
}

void runs_stop(Runs *runs)
{
    (void)pthread_mutex_lock(&runs->lock);
    runs->stopping = true;
    for (Run *run = runs->all; run; run = run->next)
        stop(run, RUN_CANCELLED);
    (void)pthread_cond_broadcast(&runs->more);
    (void)pthread_mutex_unlock(&runs->lock);
    for (size_t t = 0; t < runs->n_threads; t++)
        (void)pthread_join(runs->workers[t], NULL);
    runs->n_threads = 0;
}

void runs_free(Runs *runs)
{
    while (runs && runs->all) {
        Run *run = runs->all;
        runs->all = run->next;
        run_release(run);
    }
    if (runs) {
        (void)pthread_cond_destroy(&runs->more);
        (void)pthread_mutex_destroy(&runs->lock);
    }
    free(runs);
}

/* ---- Starting ---- */

/* Drops the oldest ended runs beyond those that are kept; the lock is held. */
static void forget_old(Runs *runs)
{
    size_t ended = 0;
    for (Run **at = &runs->all; *at;) {
        Run *run = *at;
        if (!has_ended(run) || ++ended <= RUNS_KEPT) {
            at = &run->next;
            continue;
        }
        *at = run->next;
        run_release(run);
    }
}

static const char *client_of(const Run *run)
{
    return run->cases ? run->backtest.client : run->question.client;
}

/* The older runs of the same client and kind, on this scenario or table or another, end. */
static void replace_older(Runs *runs, const Run *newer)
{
    const char *client = client_of(newer);
    (void)pthread_mutex_lock(&runs->lock);
    for (Run *run = runs->all; run && client; run = run->next)
        if (client_of(run) && strcmp(client_of(run), client) == 0 &&
            kind_of(run) == kind_of(newer))
            stop(run, RUN_REPLACED);
    (void)pthread_mutex_unlock(&runs->lock);
}

static Run *new_run(const char *subject, Held *held, HeldCases *cases)
{
    Run *run = calloc(1, sizeof *run);
    if (!run || pthread_mutex_init(&run->lock, NULL) != 0) {
        free(run);
        return NULL;
    }
    (void)snprintf(run->subject, sizeof run->subject, "%s", subject);
    run->held = held;
    run->cases = cases;
    atomic_init(&run->users, 1);
    atomic_init(&run->stop, 0);
    return run;
}

/* False: too many wait already, or the server stops. */
static bool enqueue(Runs *runs, Run *run)
{
    (void)pthread_mutex_lock(&runs->lock);
    bool room = !runs->stopping && runs->n_waiting < RUNS_WAITING;
    if (room) {
        Run **end = &runs->first_waiting;
        while (*end)
            end = &(*end)->next_waiting;
        *end = run;
        runs->n_waiting++;
        run->number = ++runs->last_number;
        run->next = runs->all;
        runs->all = run;
        forget_old(runs);
        (void)pthread_cond_broadcast(&runs->more); /* it is not for every worker */
    }
    (void)pthread_mutex_unlock(&runs->lock);
    return room;
}

static void answer(const Run *run, Reply *reply)
{
    Text *text = &reply->body;
    const char *comma = "";

    reply->status = 202;
    text_print(text,
               "{\"run\":\"r%lu\",\"events\":\"/api/1/runs/r%lu/events\",\"stages\":[",
               run->number, run->number);
    for (int s = 0; s < N_STAGES; s++)
        if (run_has(run, (Stage)s)) {
            text_print(text, "%s\"%s\"", comma, stage_name((Stage)s));
            comma = ",";
        }
    text_print(text, "]}");
}

/* Answers the first stage of what was read. False: refused. */
static bool begin(Runs *runs, Run *run, Reply *reply)
{
    SmyError err = {0};
    replace_older(runs, run);
    run->threads = runs->threads;
    if (run_begin(run, &err) == SMY_OK)
        return true;
    reply_error(reply, &err);
    return false;
}

/* Takes the run over; `is_read`: what it asks was understood. */
static void start(Runs *runs, Run *run, bool is_read, Reply *reply)
{
    if (is_read && begin(runs, run, reply)) {
        (void)atomic_fetch_add(&run->users, 1); /* ours, until it is told of */
        if (enqueue(runs, run)) {
            answer(run, reply);
        } else {
            reply_refuse(reply, 503, "busy", "cancel a run, or wait",
                         "too many runs wait already");
            run_release(run);
        }
    }
    run_release(run);
}

static void run_out(Reply *reply)
{
    reply_error(reply, &(SmyError){.code = SMY_ERR_NOMEM, .message = "out of memory"});
}

void runs_start(Runs *runs, const char *scenario, Held *held, const char *body,
                size_t length, Reply *reply)
{
    Run *run = new_run(scenario, held, NULL);
    if (run) {
        start(runs, run, question_read(body, length, STAGE_seats, &run->question, reply),
              reply);
    } else {
        store_release(held);
        run_out(reply);
    }
}

void runs_start_backtest(Runs *runs, const char *table, HeldCases *cases,
                         bool equal_capability, const char *body, size_t length,
                         Reply *reply)
{
    Run *run = new_run(table, NULL, cases);
    if (run) {
        start(runs, run,
              backtest_read(body, length, equal_capability, &run->backtest, reply), reply);
    } else {
        decisions_release(cases);
        run_out(reply);
    }
}

Run *runs_hold(Runs *runs, const char *name, Reply *reply)
{
    char own[32];
    (void)pthread_mutex_lock(&runs->lock);
    Run *run = runs->all;
    for (; run; run = run->next) {
        (void)snprintf(own, sizeof own, "r%lu", run->number);
        if (strcmp(own, name) == 0)
            break;
    }
    if (run)
        (void)atomic_fetch_add(&run->users, 1);
    (void)pthread_mutex_unlock(&runs->lock);
    if (!run)
        reply_refuse(reply, 404, "not_found", "only the last runs are kept",
                     "there is no run \"%.32s\"", name);
    return run;
}

void run_write(const Run *run, Text *text)
{
    static const char *const statuses[] = {"running", "done", "cancelled", "replaced",
                                           "failed"};
    text_print(text, "{\"run\":\"r%lu\",\"scenario\":", run->number);
    text_quote(text, run->cases ? NULL : run->subject);
    text_print(text, ",\"decisions\":");
    text_quote(text, run->cases ? run->subject : NULL);
    text_print(text, ",\"status\":\"%s\",\"stages\":[", statuses[run->status]);
    for (size_t s = 0; s < run->n_stages; s++)
        text_print(text, "%s\"%s\"", s ? "," : "", stage_name(run->stages[s]));
    text_print(text, "],\"error\":");
    reply_error_body(text, run->status == RUN_FAILED ? &run->error : NULL);
    text_print(text, "}");
}

void run_tell(Run *run, Text *text)
{
    (void)pthread_mutex_lock(&run->lock);
    run_write(run, text);
    (void)pthread_mutex_unlock(&run->lock);
}
