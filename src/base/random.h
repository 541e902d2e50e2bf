/* SPDX-License-Identifier: Apache-2.0 */
/* Random numbers that are a function of (seed, stream, draw, number) alone. */
#ifndef SMYI_BASE_RANDOM_H
#define SMYI_BASE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/* What a number is drawn for. models.md K.1 */
typedef enum SmyiStream {
    SMYI_STREAM_INPUTS = 0,
    SMYI_STREAM_BOOTSTRAP = 1,
    SMYI_STREAM_PERMUTATIONS = 2,
    SMYI_STREAM_CHOICES = 3, /* protocol choices; the value drawn from a distribution */
    SMYI_STREAM_SCRAMBLING = 4,
    SMYI_STREAM_PACKAGES = 16, /* that may pass or not */
} SmyiStream;

/** Philox4x32-10 (salmon2011): four words of output for a counter and a key. */
void smyi_philox(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4]);

/**
 * Number j of draw k, uniform in the open interval (0,1), 53 bits. models.md K.1.
 * The one value that its formula rounds to 1 counts as 1 - 2^-53.
 */
double smyi_uniform(uint64_t seed, SmyiStream stream, uint64_t draw, uint64_t number);

/**
 * A block: out[j * n_draws + k] = number first_number + j of draw first_draw + k, for
 * n_numbers numbers and n_draws draws (draw innermost). Same bits as smyi_uniform().
 */
void smyi_uniforms(uint64_t seed, SmyiStream stream, uint64_t first_draw, size_t n_draws,
                   uint64_t first_number, size_t n_numbers, double *out);

#endif
