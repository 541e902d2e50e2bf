/* SPDX-License-Identifier: Apache-2.0 */
/* Threads that answer single requests, so that the thread that talks to clients never waits. */
#include "pool.h"

#include <pthread.h>
#include <stdlib.h>

struct Pool {
    PoolWorkFn *work;
    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t more;
    bool stopping;
    void *jobs[POOL_WAITING]; /* a ring */
    unsigned long taken, given;
    unsigned n_threads;
    pthread_t threads[POOL_THREADS];
};

static void *next_job(Pool *pool)
{
    (void)pthread_mutex_lock(&pool->lock);
    while (pool->taken == pool->given && !pool->stopping)
        (void)pthread_cond_wait(&pool->more, &pool->lock);
    void *job =
        pool->taken == pool->given ? NULL : pool->jobs[pool->taken++ % POOL_WAITING];
    (void)pthread_mutex_unlock(&pool->lock);
    return job;
}

static void *serve(void *cookie)
{
    Pool *pool = cookie;
    for (void *job; (job = next_job(pool));)
        pool->work(job);
    return NULL;
}

Pool *pool_new(PoolWorkFn *work)
{
    Pool *pool = calloc(1, sizeof *pool);
    if (!pool || pthread_mutex_init(&pool->lock, NULL) != 0) {
        free(pool);
        return NULL;
    }
    pool->work = work;
    if (pthread_cond_init(&pool->more, NULL) == 0)
        while (pool->n_threads < POOL_THREADS &&
               pthread_create(&pool->threads[pool->n_threads], NULL, serve, pool) == 0)
            pool->n_threads++;
    if (pool->n_threads == POOL_THREADS)
        return pool;
    pool_stop(pool);
    pool_free(pool);
    return NULL;
}

bool pool_submit(Pool *pool, void *job)
{
    (void)pthread_mutex_lock(&pool->lock);
    bool room = !pool->stopping && pool->given - pool->taken < POOL_WAITING;
    if (room) {
        pool->jobs[pool->given++ % POOL_WAITING] = job;
        (void)pthread_cond_signal(&pool->more);
    }
    (void)pthread_mutex_unlock(&pool->lock);
    return room;
}

void pool_stop(Pool *pool)
{
    (void)pthread_mutex_lock(&pool->lock);
    pool->stopping = true;
    (void)pthread_cond_broadcast(&pool->more);
    (void)pthread_mutex_unlock(&pool->lock);
    for (unsigned t = 0; t < pool->n_threads; t++)
        (void)pthread_join(pool->threads[t], NULL);
    pool->n_threads = 0;
}

void pool_free(Pool *pool)
{
    if (pool) {
        (void)pthread_cond_destroy(&pool->more);
        (void)pthread_mutex_destroy(&pool->lock);
    }
    free(pool);
}
