/* SPDX-License-Identifier: Apache-2.0 */
/* Times the benchmarks of bench.def in CPU seconds: summitry_bench [-r REPETITIONS] [NAME...] */
#include "bench/bench.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MAX_REPETITIONS = 1000 };

#define X(name) extern const Bench bench_##name;
#include "bench/bench.def"
#undef X

static const Bench *const benches[] = {
#define X(name) &bench_##name,
#include "bench/bench.def"
#undef X
};

enum { N_BENCHES = sizeof benches / sizeof *benches };

/* CPU seconds of this process, all its threads together: other programs do not count. */
static double cpu_seconds(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Seconds a unit: as many runs as take a twentieth of a second. 0: the benchmark failed. */
static double repetition(const Bench *bench, void *state)
{
    double units = 0, start = cpu_seconds(), spent;
    do {
        double done = bench->run(state);
        if (!(done > 0))
            return 0;
        units += done;
        spent = cpu_seconds() - start;
    } while (spent < .05);
    return spent / units;
}

static int ascending(const void *a, const void *b)
{
    double x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return (x > y) - (x < y);
}

static void print_row(const Bench *bench, double *seconds, size_t n)
{
    qsort(seconds, n, sizeof *seconds, ascending);
    double median = .5 * (seconds[(n - 1) / 2] + seconds[n / 2]);
    (void)printf("%-24s %12.4g %12.4g %12.4g   %12.4g %s/s\n", bench->name, median,
                 seconds[0], seconds[n - 1], 1 / median, bench->unit);
    (void)fflush(stdout);
}

/* False: the benchmark failed. The first repetition warms up and is thrown away. */
static bool time_one(const Bench *bench, size_t n)
{
    double seconds[MAX_REPETITIONS];
    void *state = bench->setup ? bench->setup() : NULL;
    bool ok = !bench->setup || state;
    for (size_t i = 0; ok && i <= n; i++) {
        double spent = repetition(bench, state);
        ok = spent > 0;
        if (i > 0)
            seconds[i - 1] = spent;
    }
    if (bench->teardown && state)
        bench->teardown(state);
    if (ok)
        print_row(bench, seconds, n);
    else
        (void)fprintf(stderr, "%s: failed\n", bench->name);
    return ok;
}

static bool is_wanted(const char *name, int n_names, char **names)
{
    for (int i = 0; i < n_names; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return n_names == 0;
}

int main(int argc, char **argv)
{
    long n = 9;
    int first = 1;
    if (argc > 2 && strcmp(argv[1], "-r") == 0) {
        n = strtol(argv[2], NULL, 10);
        first = 3;
    }
    if (n < 1 || n > MAX_REPETITIONS || (first < argc && argv[first][0] == '-')) {
        (void)fprintf(stderr, "usage: %s [-r 1..%d] [NAME...]\n", argv[0], MAX_REPETITIONS);
        return 2;
    }
    (void)printf("%-24s %12s %12s %12s   %12s\n", "CPU seconds a unit", "median", "least",
                 "most", "at the median");
    bool ok = true;
    for (size_t b = 0; b < N_BENCHES; b++)
        if (is_wanted(benches[b]->name, argc - first, argv + first))
            ok = time_one(benches[b], (size_t)n) && ok;
    return ok ? 0 : 1;
}
