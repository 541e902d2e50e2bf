/* SPDX-License-Identifier: Apache-2.0 */
/* Runs: questions worked on in the background, their answers kept as events. */
#ifndef SERVER_RUNS_H
#define SERVER_RUNS_H

#include <stdint.h>

#include "backtest.h"
#include "decisions.h"
#include "question.h"
#include "store.h"

typedef struct Runs Runs;
typedef struct Run Run;

enum {
    RUNS_AT_ONCE = 4,      /* threads that work on runs */
    INQUIRIES_AT_ONCE = 2, /* of them: an inquiry keeps no hand waiting */
    RUNS_WAITING = 16,
    RUNS_KEPT = 16, /* ended ones that can be read again */
};

/** `threads` each run may use. NULL: no memory. */
Runs *runs_new(unsigned threads);
/** Cancels everything, waits for it, and wakes who listens; then nothing is started any more. */
void runs_stop(Runs *runs);
/** After runs_stop(), and once nobody listens. */
void runs_free(Runs *runs);

/**
 * Starts what `body` asks of the scenario, whose hold goes over to the run, and ends the older
 * run of the same client: the same inquiry, or none. Answers with 202, or refuses.
 */
void runs_start(Runs *runs, const char *scenario, Held *held, const char *body,
                size_t length, Reply *reply);
/**
 * Starts a back-test of the table, whose hold goes over to the run, as `body` asks for it; ends
 * the older back-test of the same client. Capabilities are equal where `body` does not say and
 * `equal_capability`. Answers as runs_start() does.
 */
void runs_start_backtest(Runs *runs, const char *table, HeldCases *cases,
                         bool equal_capability, const char *body, size_t length,
                         Reply *reply);
/** The run of this name ("r7"), or NULL and a refusal. To be let go with run_release(). */
Run *runs_hold(Runs *runs, const char *name, Reply *reply);
void run_release(Run *run);
/** Asks it to end; it does so within milliseconds. */
void run_cancel(Run *run);
/** The schema Run. */
void run_tell(Run *run, Text *text);

/* ---- Listening ---- */

/** Called once, from any thread and under the run's lock, when there is more to read. */
typedef void RunWakeFn(void *cookie);

/** One who reads the events of a run from the first, or from behind `after` of them. */
typedef struct Listener {
    Run *run;      /* held */
    size_t event;  /* the next one */
    size_t offset; /* within it */
    uint64_t progress_told;
    RunWakeFn *wake;
    void *cookie;
    struct Listener *next; /* waiting */
    Text progress;         /* a copy of the one being read */
} Listener;

typedef enum Heard {
    HEARD_BYTES,
    HEARD_NOTHING, /* wait: `wake` will be called */
    HEARD_END,
} Heard;

/** True where the first `after` events are all there will ever be. */
bool run_is_over(Run *run, size_t after);
/**
 * Up to `room` bytes of what comes next. Where there is nothing yet, `sleep` is called under
 * the run's lock, so that no wake is missed.
 */
Heard listener_read(Listener *listener, char *bytes, size_t room, size_t *length,
                    RunWakeFn *sleep);
void listener_end(Listener *listener);

#endif
