/* SPDX-License-Identifier: Apache-2.0 */
/* The known word that a misspelt one was probably meant to be. */
#ifndef SMYI_SCENARIO_NEAREST_H
#define SMYI_SCENARIO_NEAREST_H

#include <stddef.h>

/** Compares words one by one. Initialise with the word looked for; `best` is the answer. */
typedef struct SmyiNearest {
    const char *word;
    const char *best; /* NULL: nothing is near */
    size_t distance;
} SmyiNearest;

SmyiNearest smyi_nearest(const char *word);
/** Considers one candidate. On ties the first one stays. */
void smyi_nearest_try(SmyiNearest *nearest, const char *candidate);

/**
 * Edit distance of two texts of at most 64 bytes (insert, delete, replace, swap neighbours);
 * `most` + 1 where it is more than `most`, or where a text is longer. Source: damerau1964,
 * restricted form.
 */
size_t smyi_edit_distance(const char *a, const char *b, size_t most);

#endif
