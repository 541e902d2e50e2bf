/* SPDX-License-Identifier: Apache-2.0 */
/* The ordered loop: pieces on several threads, a result that does not hang on their number. */
#include "base/parallel.h"

#include "base/memory.h"

#if defined(SMYI_OPENMP)
#include <omp.h>
#endif

typedef struct Loop {
    size_t n_pieces;
    SmyiPieceFn *piece;
    SmyiTickFn *tick;
    void *cookie, *tick_cookie;
#if defined(SMYI_OPENMP)
    omp_lock_t lock;
#endif
    /* Under the lock: */
    unsigned char *done;  /* [n_pieces] */
    size_t n_done;        /* pieces done, in any order */
    size_t lowest_failed; /* n_pieces: none failed */
    SmyCode failure;      /* of that piece */
    bool stopped;         /* by tick */
} Loop;

static void enter(Loop *loop)
{
    (void)loop;
#if defined(SMYI_OPENMP)
    omp_set_lock(&loop->lock);
#endif
}

static void leave(Loop *loop)
{
    (void)loop;
#if defined(SMYI_OPENMP)
    omp_unset_lock(&loop->lock);
#endif
}

/*
 * After a failure only pieces below it still run: threads take pieces in ascending order, so
 * that the lowest piece that fails is found whatever the number of threads.
 */
static bool is_wanted(const Loop *loop, size_t index)
{
    return !loop->stopped && index < loop->lowest_failed;
}

static void note(Loop *loop, size_t index, SmyCode code)
{
    if (code != SMY_OK) {
        if (index < loop->lowest_failed) {
            loop->lowest_failed = index;
            loop->failure = code;
        }
        return;
    }
    loop->done[index] = 1;
    loop->n_done++;
    if (loop->tick && !loop->stopped)
        loop->stopped = !loop->tick(loop->tick_cookie, loop->n_done);
}

static void run_piece(Loop *loop, size_t index, SmyiArena *mem)
{
    enter(loop);
    bool wanted = is_wanted(loop, index);
    leave(loop);
    if (!wanted)
        return;
    SmyiMark mark = smyi_arena_mark(mem);
    SmyCode code = loop->piece(loop->cookie, index, mem);
    smyi_arena_rewind(mem, mark);
    enter(loop);
    note(loop, index, code);
    leave(loop);
}

#if defined(SMYI_OPENMP)
static unsigned threads_for(size_t n_pieces, unsigned threads)
{
    int most = omp_get_max_threads();
    unsigned n = threads ? threads : most > 0 ? (unsigned)most : 1;
    if (n > n_pieces)
        n = (unsigned)n_pieces;
    return n ? n : 1;
}

static void run_all(Loop *loop, SmyiArena *arenas, unsigned threads)
{
    omp_init_lock(&loop->lock);
#pragma omp parallel for num_threads((int)threads) schedule(monotonic : dynamic, 1)
    for (size_t i = 0; i < loop->n_pieces; i++)
        run_piece(loop, i, &arenas[omp_get_thread_num()]);
    omp_destroy_lock(&loop->lock);
}
#else
static unsigned threads_for(size_t n_pieces, unsigned threads)
{
    (void)n_pieces, (void)threads;
    return 1;
}

static void run_all(Loop *loop, SmyiArena *arenas, unsigned threads)
{
    (void)threads;
    for (size_t i = 0; i < loop->n_pieces; i++)
        run_piece(loop, i, &arenas[0]);
}
#endif

static SmyCode result_of(const Loop *loop, size_t *n_done)
{
    size_t unbroken = 0;
    while (unbroken < loop->n_pieces && loop->done[unbroken])
        unbroken++;
    if (n_done)
        *n_done = unbroken;
    if (loop->lowest_failed < loop->n_pieces)
        return loop->failure;
    return loop->stopped && unbroken < loop->n_pieces ? SMY_ERR_CANCELLED : SMY_OK;
}

SmyCode smyi_parallel(size_t n_pieces, unsigned threads, SmyiPieceFn *piece, void *cookie,
                      SmyiTickFn *tick, void *tick_cookie, size_t *n_done)
{
    SmyiArena shared = {0}; /* what the loop itself needs */
    threads = threads_for(n_pieces, threads);
    SmyiArena *arenas = SMYI_NEW(&shared, threads, SmyiArena);
    Loop loop = {.n_pieces = n_pieces,
                 .piece = piece,
                 .tick = tick,
                 .cookie = cookie,
                 .tick_cookie = tick_cookie,
                 .done = SMYI_NEW(&shared, n_pieces, unsigned char),
                 .lowest_failed = n_pieces};
    SmyCode code = SMY_ERR_NOMEM;
    if (n_done)
        *n_done = 0;
    if (arenas && loop.done) {
        run_all(&loop, arenas, threads);
        code = result_of(&loop, n_done);
        for (unsigned t = 0; t < threads; t++)
            smyi_arena_free(&arenas[t]);
    }
    smyi_arena_free(&shared);
    return code;
}
