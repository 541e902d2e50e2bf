/* SPDX-License-Identifier: Apache-2.0 */
/* Text as names are compared: one case, no accents, one Chinese script, one width. */
#ifndef SMYI_TEXT_FOLD_H
#define SMYI_TEXT_FOLD_H

#include <stddef.h>

#include "text/hans.h"

/** Folded code points; each knows the code point that it came from. */
typedef struct SmyiFolded {
    uint32_t *c;  /* [n] */
    uint32_t *at; /* [n + 1] index in what was folded; the last one its length */
    bool *upper;  /* [n] it was a capital */
    size_t n;
} SmyiFolded;

/**
 * Folds code points (as of smyi_unwrapped()): lower case, marks over Latin letters dropped,
 * full-width forms and typographic apostrophes as ASCII, traditional characters as simplified.
 * Joints and soft hyphens are left out; all else is one for one. False: no memory.
 */
bool smyi_fold_points(SmyiHans *hans, const uint32_t *points, size_t n, SmyiArena *arena,
                      SmyiFolded *out);

/** The same of UTF-8. */
bool smyi_fold_text(SmyiHans *hans, const char *text, SmyiArena *arena, SmyiFolded *out);

/** A letter or digit of a script that parts its words by blanks. */
bool smyi_is_word_letter(uint32_t folded);

#endif
