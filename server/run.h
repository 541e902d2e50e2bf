/* SPDX-License-Identifier: Apache-2.0 */
/* What the files run*.c share. */
#ifndef SERVER_RUN_H
#define SERVER_RUN_H

#include <pthread.h>
#include <stdatomic.h>

#include "runs.h"

typedef enum RunStatus {
    RUN_RUNNING,
    RUN_DONE,
    RUN_CANCELLED,
    RUN_REPLACED,
    RUN_FAILED,
} RunStatus;

enum { MOST_EVENTS = N_STAGES + 1 };

struct Run {
    unsigned long number;
    char subject[136];   /* the id of a scenario, or of a table */
    Held *held;          /* NULL: a back-test */
    SmyScenario *varied; /* NULL: as held */
    Question question;   /* of the scenario held */
    HeldCases *cases;    /* NULL: no back-test */
    Backtest backtest;   /* of these cases */
    atomic_int stop;     /* 0, or the RunStatus that it shall end with */
    atomic_size_t users;
    unsigned threads;

    pthread_mutex_t lock; /* of what follows */
    RunStatus status;
    SmyError error; /* of RUN_FAILED */
    size_t n_stages;
    Stage stages[N_STAGES]; /* done */
    size_t n_events;
    Text events[MOST_EVENTS];
    Text progress; /* the newest, in place of older ones */
    uint64_t progress_count;
    Listener *waiting;

    Run *next; /* in the list of all, the newest first; and among those waiting */
    Run *next_waiting;
    int64_t progress_at; /* milliseconds; the working thread's own */
    Stage stage;         /* the working thread's own */
};

/** Whether the stage belongs to the answer. */
bool run_has(const Run *run, Stage stage);
/** The stage `points` at once, or a look at the inquiry: what is wrong is known by then. */
SmyCode run_begin(Run *run, SmyError *err);
/** Works until the run has ended; its last event is told. */
void run_work(Run *run);
/** Ends it, with what run->stop says where that is something; tells the event `end`. */
void run_end(Run *run, RunStatus status);
/** The schema Run; the lock is held. */
void run_write(const Run *run, Text *text);

#endif
