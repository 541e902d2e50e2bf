/* SPDX-License-Identifier: Apache-2.0 */
/* A document's code points with the line ends of a wrapped text undone. */
#ifndef SMYI_TEXT_LINES_H
#define SMYI_TEXT_LINES_H

#include <stdbool.h>

#include "text/document.h"

enum {
    SMYI_JOINT = 0x200B
}; /* stands for a line end inside a Chinese sentence: no blank */

/**
 * The document's code points [n_code_points], in the arena; NULL: no memory. A line end inside
 * a paragraph that was wrapped to a width becomes a blank, or SMYI_JOINT between two
 * characters of Chinese; all other line ends stay '\n'. Indices are those of the document.
 */
uint32_t *smyi_unwrapped(const SmyiDocumentText *document, SmyiArena *arena);

/** True for Chinese, Japanese and their punctuation, which are written without blanks. */
bool smyi_is_cjk(uint32_t c);

#endif
