/* SPDX-License-Identifier: Apache-2.0 */
/* Threads that answer single requests, so that the thread that talks to clients never waits. */
#ifndef SERVER_POOL_H
#define SERVER_POOL_H

#include <stdbool.h>

enum { POOL_THREADS = 2, POOL_WAITING = 64 };

typedef struct Pool Pool;
typedef void PoolWorkFn(void *job);

/** NULL: no memory or threads. */
Pool *pool_new(PoolWorkFn *work);
/** False: too many wait, or it stops; the job is not taken. */
bool pool_submit(Pool *pool, void *job);
/** Does what waits, then ends its threads; nothing is taken any more. */
void pool_stop(Pool *pool);
void pool_free(Pool *pool);

#endif
