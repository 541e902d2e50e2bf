/* SPDX-License-Identifier: Apache-2.0 */
/* What a benchmark is. A new one: a file bench/bench_NAME.c and a line in bench/bench.def. */
#ifndef BENCH_H
#define BENCH_H

typedef struct Bench {
    const char *name;
    const char *unit;      /* what run() counts: "draws", "solves" */
    void *(*setup)(void);  /* makes what run() works on; NULL: it needs nothing */
    double (*run)(void *); /* works once and returns how many units it did, 0 on failure */
    void (*teardown)(void *);
} Bench;

#endif
