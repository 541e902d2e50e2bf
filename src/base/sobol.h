/* SPDX-License-Identifier: Apache-2.0 */
/* Sobol points: numbers that fill the unit cube more evenly than random ones do. */
#ifndef SMYI_BASE_SOBOL_H
#define SMYI_BASE_SOBOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum { SMYI_SOBOL_DIMENSIONS = 21201, SMYI_SOBOL_BITS = 32 };

/* What is done to the points so that their errors can be told (models.md K.3). */
typedef enum SmyiScramble {
    SMYI_SCRAMBLE_NONE,  /* the points themselves; point 0 is 0 in every dimension */
    SMYI_SCRAMBLE_SHIFT, /* random digital shift: one word per dimension, by exclusive or */
    SMYI_SCRAMBLE_OWEN,  /* Owen's nested scrambling by a hash */
} SmyiScramble;

/** The directions of some dimensions. Made once, read by many threads. */
typedef struct SmyiSobol {
    size_t n_dimensions;
    SmyiScramble scramble;
    uint32_t (*direction)[SMYI_SOBOL_BITS]; /* [n_dimensions] */
    uint32_t *key;                          /* [n_dimensions] shift, or key of the hash */
} SmyiSobol;

/**
 * The first n_dimensions of Joe and Kuo's new-joe-kuo-6, at most SMYI_SOBOL_DIMENSIONS, with
 * keys from the scrambling stream of `seed`. False: no memory. Source: joe2008.
 */
bool smyi_sobol_new(size_t n_dimensions, SmyiScramble scramble, uint64_t seed,
                    SmyiArena *mem, SmyiSobol *out);

/**
 * Points first_point .. first_point + n_points - 1, all below 2^32, in Gray-code order:
 * out[d * n_points + k] is coordinate first_dimension + d of point first_point + k, times 2^32.
 * Source: sobol1967; owen1998 and burley2020 for the scrambling.
 */
void smyi_sobol_words(const SmyiSobol *sobol, uint64_t first_point, size_t n_points,
                      size_t first_dimension, size_t n_dimensions, uint32_t *out);

/** The same as numbers in the open interval (0,1): (word + 0.5) 2^-32. */
void smyi_sobol_uniforms(const SmyiSobol *sobol, uint64_t first_point, size_t n_points,
                         size_t first_dimension, size_t n_dimensions, double *out);

#endif
