/* SPDX-License-Identifier: Apache-2.0 */
/* A loop over numbered pieces of work, on several threads, whose result is that of one. */
#ifndef SMYI_BASE_PARALLEL_H
#define SMYI_BASE_PARALLEL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "summitry/error.h"

/**
 * One piece of work. Writes only to what belongs to piece `index` (a row, a block of draws);
 * scratch comes from `mem`, the thread's own, rewound after each piece.
 */
typedef SmyCode SmyiPieceFn(void *cookie, size_t index, SmyiArena *mem);

/**
 * Told after pieces are done, from one thread at a time; false stops the loop.
 */
typedef bool SmyiTickFn(void *cookie, size_t done);

/**
 * Runs piece 0..n_pieces-1 on up to `threads` threads (0: all there are; 1 where the library
 * is built without OpenMP). Returns SMY_OK, the failure of the lowest piece that failed, or
 * SMY_ERR_CANCELLED when tick said stop; then *n_done pieces, 0..*n_done-1, are all done (the
 * longest unbroken run from 0). tick and n_done may be NULL.
 */
SmyCode smyi_parallel(size_t n_pieces, unsigned threads, SmyiPieceFn *piece, void *cookie,
                      SmyiTickFn *tick, void *tick_cookie, size_t *n_done);

#endif
