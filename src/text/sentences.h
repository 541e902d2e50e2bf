/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences of a document as ranges of its code points. */
#ifndef SMYI_TEXT_SENTENCES_H
#define SMYI_TEXT_SENTENCES_H

#include "text/document.h"

typedef struct SmyiSentence {
    size_t start, end; /* code points, half-open; no blanks at either end */
    size_t paragraph;  /* from 0 */
} SmyiSentence;

/**
 * Sentences in order, in the arena: ICU's rules (Unicode annex 29), closing quotes staying with what
 * they close, no break behind an abbreviation, an initial, or before a word in lower case;
 * a line end that is not the wrapping of a paragraph ends a sentence. `points` are those of
 * smyi_unwrapped(). Without ICU: a break behind . ! ? and their Chinese forms.
 * SMY_ERR_NOMEM. Source: uax2022, section 5.
 */
SmyCode smyi_sentences(const uint32_t *points, size_t n, SmyiArena *arena,
                       SmyiSentence **out, size_t *n_out);

#endif
