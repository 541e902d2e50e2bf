/* SPDX-License-Identifier: Apache-2.0 */
/* The ordered loop: the same from any number of threads, failing and stopping in order. */
#include "base/parallel.h"

#include <string.h>

#include "base/random.h"
#include "support/memory.h"
#include "support/support.h"

enum { PIECES = 300 };

typedef struct Work {
    double out[PIECES];
    size_t fail_from, fail_every; /* pieces that fail; fail_every 0: none */
    size_t stop_at; /* number of pieces done at which tick says stop; 0: never */
    size_t n_ticks, last_tick;
    bool ticks_in_order;
} Work;

static const unsigned thread_counts[] = {1, 2, 5, 0};
enum { N_COUNTS = sizeof thread_counts / sizeof *thread_counts };

static SmyCode piece(void *cookie, size_t index, SmyiArena *mem)
{
    Work *work = cookie;
    size_t n = 10 + index % 7 * 100; /* pieces of very different size */
    double *u = SMYI_NEW(mem, n, double), sum = 0;
    if (!u)
        return SMY_ERR_NOMEM;
    smyi_uniforms(5, SMYI_STREAM_INPUTS, 0, 1, index, n, u);
    for (size_t k = 0; k < n; k++)
        sum += u[k];
    work->out[index] = sum;
    if (work->fail_every && index >= work->fail_from && index % work->fail_every == 0)
        return index == work->fail_from ? SMY_ERR_RANGE : SMY_ERR_IO;
    return SMY_OK;
}

static bool tick(void *cookie, size_t done)
{
    Work *work = cookie;
    work->ticks_in_order = work->ticks_in_order && done == work->last_tick + 1;
    work->last_tick = done;
    work->n_ticks++;
    return !work->stop_at || done < work->stop_at;
}

static SmyCode run(Work *work, unsigned threads, size_t *n_done)
{
    memset(work->out, 0, sizeof work->out);
    work->n_ticks = work->last_tick = 0;
    work->ticks_in_order = true;
    return smyi_parallel(PIECES, threads, piece, work, tick, work, n_done);
}

static void any_number_of_threads_gives_the_same_bits(void **state)
{
    (void)state;
    static Work one, many;
    size_t n_done;
    assert_int_equal(run(&one, 1, &n_done), SMY_OK);
    for (size_t t = 0; t < N_COUNTS; t++) {
        assert_int_equal(run(&many, thread_counts[t], &n_done), SMY_OK);
        assert_int_equal(n_done, PIECES);
        assert_memory_equal(one.out, many.out, sizeof one.out);
        assert_true(many.ticks_in_order && many.n_ticks == PIECES);
    }
}

static void the_lowest_failure_counts(void **state)
{
    (void)state;
    static Work work;
    work.fail_from = 61;
    work.fail_every =
        1; /* its neighbours on other threads fail too, some before, some after */
    for (size_t t = 0; t < N_COUNTS; t++)
        for (int again = 0; again < 30; again++) {
            size_t n_done;
            assert_int_equal(run(&work, thread_counts[t], &n_done), SMY_ERR_RANGE);
            assert_int_equal(n_done, 61);
        }
}

static void stopping_keeps_an_unbroken_run(void **state)
{
    (void)state;
    static Work all, work;
    size_t n_done;
    assert_int_equal(run(&all, 1, &n_done), SMY_OK);
    work.stop_at = 50;
    for (size_t t = 0; t < N_COUNTS; t++) {
        assert_int_equal(run(&work, thread_counts[t], &n_done), SMY_ERR_CANCELLED);
        assert_true(n_done <= PIECES - 1);
        assert_int_equal(work.n_ticks, 50); /* not asked again */
        assert_memory_equal(all.out, work.out, n_done * sizeof *all.out);
        if (thread_counts[t] == 1)
            assert_int_equal(n_done, 50);
    }
}

static void stopping_after_the_last_piece_changes_nothing(void **state)
{
    (void)state;
    static Work work;
    size_t n_done;
    work.stop_at = PIECES;
    assert_int_equal(run(&work, 2, &n_done), SMY_OK);
    assert_int_equal(n_done, PIECES);
}

static void nothing_to_do(void **state)
{
    (void)state;
    size_t n_done = 9;
    assert_int_equal(smyi_parallel(0, 3, piece, NULL, NULL, NULL, &n_done), SMY_OK);
    assert_int_equal(n_done, 0);
    assert_int_equal(smyi_parallel(0, 3, piece, NULL, NULL, NULL, NULL), SMY_OK);
}

static SmyCode whole(void *cookie)
{
    size_t n_done;
    return run(cookie, 1, &n_done);
}

static void memory_runs_out(void **state)
{
    (void)state;
    static Work work;
    assert_true(memory_exhaust(whole, &work) >= 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_number_of_threads_gives_the_same_bits),
        cmocka_unit_test(the_lowest_failure_counts),
        cmocka_unit_test(stopping_keeps_an_unbroken_run),
        cmocka_unit_test(stopping_after_the_last_piece_changes_nothing),
        cmocka_unit_test(nothing_to_do),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
