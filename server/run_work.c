/* SPDX-License-Identifier: Apache-2.0 */
/* Working on a run: stage by stage, each an event; progress in between. */
#include <time.h>

#include "run.h"

enum { PROGRESS_EVERY_MS = 100 };

static int64_t milliseconds(void)
{
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Wakes all who wait; the lock is held. */
static void wake(Run *run)
{
    Listener *waiting = run->waiting;
    run->waiting = NULL;
    while (waiting) {
        Listener *next = waiting->next;
        waiting->next = NULL;
        waiting->wake(waiting->cookie);
        waiting = next;
    }
}

static void tell_progress(Run *run, const char *what, uint64_t done, uint64_t total)
{
    Text text = {0};
    text_print(&text, "event: progress\ndata: {\"stage\":\"%s\",\"what\":",
               stage_name(run->stage));
    text_quote(&text, what);
    text_print(&text, ",\"done\":%llu,\"total\":%llu}\n\n", (unsigned long long)done,
               (unsigned long long)total);
    (void)pthread_mutex_lock(&run->lock);
    text_free(&run->progress);
    run->progress = text;
    run->progress_count++;
    wake(run);
    (void)pthread_mutex_unlock(&run->lock);
}

static bool tick(void *cookie, const char *what, uint64_t done, uint64_t total)
{
    Run *run = cookie;
    int64_t now = milliseconds();
    if (now - run->progress_at >= PROGRESS_EVERY_MS && done < total) {
        run->progress_at = now;
        tell_progress(run, what, done, total);
    }
    return atomic_load(&run->stop) == 0;
}

static void tell_stage(Run *run, Stage stage, bool last, const SmyNode *tree,
                       const SmyNode *before)
{
    Text text = {0};
    size_t id = run->n_events + 1; /* this thread alone adds events */
    text_print(&text,
               "event: stage\nid: %zu\ndata: {\"stage\":\"%s\",\"last\":%s,\"tree\":", id,
               stage_name(stage), last ? "true" : "false");
    if (run->cases)
        text_node(&text, tree);
    else
        question_write(&run->question, &text, tree, before);
    text_print(&text, "}\n\n");
    if (text.failed) {
        text_free(&text);
        text_print(&text, "event: stage\nid: %zu\ndata: null\n\n", id);
    }
    (void)pthread_mutex_lock(&run->lock);
    run->stages[run->n_stages++] = stage;
    run->events[run->n_events++] = text;
    wake(run);
    (void)pthread_mutex_unlock(&run->lock);
}

bool run_has(const Run *run, Stage stage)
{
    return run->cases ? stage == STAGE_inquiry : question_has(&run->question, stage);
}

static bool is_last(const Run *run, Stage stage)
{
    for (int s = (int)stage + 1; s < N_STAGES; s++)
        if (run_has(run, (Stage)s))
            return false;
    return true;
}

static const SmyScenario *scenario_of(const Run *run)
{
    return run->varied ? run->varied : run->held->scenario;
}

SmyCode run_begin(Run *run, SmyError *err)
{
    const Question *q = &run->question;
    SmyRunOptions options = {.threads = run->threads};
    SmyResult *result = NULL;
    SmyCode code = SMY_OK;
    if (run->cases)
        return backtest_check(&run->backtest, run->cases->cases, &options, err);
    if (q->variation)
        code =
            smy_scenario_vary(run->held->scenario, q->variation, NULL, &run->varied, err);
    if (code == SMY_OK && q->inquiry.kind != INQUIRY_NONE)
        return question_check(q, scenario_of(run), &options, err);
    if (code == SMY_OK)
        code = question_ask(q, scenario_of(run), STAGE_points, &options, &result, err);
    if (code == SMY_OK)
        tell_stage(run, STAGE_points, is_last(run, STAGE_points), smy_result_root(result),
                   NULL);
    smy_result_free(result);
    return code;
}

static SmyCode ask(Run *run, Stage stage, const SmyRunOptions *options, SmyResult **out)
{
    return run->cases
               ? backtest_ask(&run->backtest, run->cases->cases, options, out, &run->error)
               : question_ask(&run->question, scenario_of(run), stage, options, out,
                              &run->error);
}

/* Room for the draws of `closed`, which `all` has no need to make again; NULL: made twice. */
static SmyKept *room_for_draws(const Run *run)
{
    return run_has(run, STAGE_closed) && run_has(run, STAGE_all) ? smy_kept_new() : NULL;
}

/* The other stages; `kept` is the tree of `all`, which `seats` completes. */
static SmyCode work(Run *run, SmyKept **draws, SmyResult **kept)
{
    SmyRunOptions options = {.threads = run->threads, .progress = tick, .cookie = run};
    *draws = options.kept = room_for_draws(run);
    for (int s = STAGE_points + 1; s < N_STAGES; s++) {
        SmyResult *result = NULL;
        if (!run_has(run, (Stage)s))
            continue;
        run->stage = (Stage)s;
        SmyCode code = ask(run, (Stage)s, &options, &result);
        if (s == STAGE_all) {
            smy_kept_free(*draws);
            *draws = options.kept = NULL;
        }
        if (code != SMY_OK)
            return code;
        const SmyNode *tree = smy_result_root(result);
        bool whole = !smy_node_bool(smy_node_get(tree, "partial"));
        if (whole)
            tell_stage(run, (Stage)s, is_last(run, (Stage)s), tree,
                       s == STAGE_seats ? smy_result_root(*kept) : NULL);
        if (whole && s == STAGE_all)
            *kept = result;
        else
            smy_result_free(result);
        if (!whole || atomic_load(&run->stop))
            return SMY_ERR_CANCELLED;
    }
    return SMY_OK;
}

void run_work(Run *run)
{
    SmyResult *kept = NULL;
    SmyKept *draws = NULL;
    SmyCode code = atomic_load(&run->stop) ? SMY_ERR_CANCELLED : work(run, &draws, &kept);
    smy_kept_free(draws);
    smy_result_free(kept);
    run_end(run, code == SMY_OK              ? RUN_DONE
                 : code == SMY_ERR_CANCELLED ? RUN_CANCELLED
                                             : RUN_FAILED);
}

/* Under one lock, so that no listener finds the run over before its last event is there. */
void run_end(Run *run, RunStatus status)
{
    Text text = {0};
    int stop = atomic_load(&run->stop);
    (void)pthread_mutex_lock(&run->lock);
    run->status = status == RUN_CANCELLED && stop ? (RunStatus)stop : status;
    text_print(&text, "event: end\nid: %zu\ndata: ", run->n_events + 1);
    run_write(run, &text);
    text_print(&text, "\n\n");
    run->events[run->n_events++] = text;
    wake(run);
    (void)pthread_mutex_unlock(&run->lock);
}

/* ---- Listening ---- */

bool run_is_over(Run *run, size_t after)
{
    (void)pthread_mutex_lock(&run->lock);
    bool over = run->status != RUN_RUNNING && after >= run->n_events;
    (void)pthread_mutex_unlock(&run->lock);
    return over;
}

/* What the listener reads now, or NULL; the lock is held. */
static const Text *current(Listener *listener)
{
    Run *run = listener->run;
    if (listener->progress.length)
        return &listener->progress;
    if (listener->event < run->n_events)
        return &run->events[listener->event];
    if (run->status == RUN_RUNNING && run->progress_count > listener->progress_told &&
        run->progress.length) {
        listener->progress_told = run->progress_count;
        text_add(&listener->progress, run->progress.bytes, run->progress.length);
        return listener->progress.length ? &listener->progress : NULL;
    }
    return NULL;
}

static void step(Listener *listener)
{
    listener->offset = 0;
    if (listener->progress.length)
        text_free(&listener->progress);
    else
        listener->event++;
}

Heard listener_read(Listener *listener, char *bytes, size_t room, size_t *length,
                    RunWakeFn *sleep)
{
    Run *run = listener->run;
    (void)pthread_mutex_lock(&run->lock);
    const Text *text = current(listener);
    Heard heard = HEARD_BYTES;
    *length = 0;
    if (text) {
        size_t rest = text->length - listener->offset;
        *length = rest < room ? rest : room;
        for (size_t i = 0; i < *length; i++)
            bytes[i] = text->bytes[listener->offset + i];
        listener->offset += *length;
        if (*length == rest)
            step(listener);
    } else if (run->status != RUN_RUNNING && listener->event >= run->n_events) {
        heard = HEARD_END;
    } else {
        heard = HEARD_NOTHING;
        listener->next = run->waiting;
        run->waiting = listener;
        sleep(listener->cookie);
    }
    (void)pthread_mutex_unlock(&run->lock);
    return heard;
}

void listener_end(Listener *listener)
{
    Run *run = listener->run;
    (void)pthread_mutex_lock(&run->lock);
    for (Listener **at = &run->waiting; *at; at = &(*at)->next)
        if (*at == listener) {
            *at = listener->next;
            break;
        }
    (void)pthread_mutex_unlock(&run->lock);
    text_free(&listener->progress);
    run_release(run);
}
