/* SPDX-License-Identifier: Apache-2.0 */
/* A document's text: UTF-8 in NFC, counted in code points; passages by range and by quotation. */
#ifndef SMYI_TEXT_DOCUMENT_H
#define SMYI_TEXT_DOCUMENT_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "summitry/error.h"

enum { SMYI_MARK_EVERY = 256 }; /* code points */

typedef struct SmyiDocumentText {
    const char *text; /* NFC, no byte order mark, line ends as they were; a NUL behind it */
    size_t n_bytes, n_code_points;
    const size_t *marks; /* byte of code point 0, 256, 512 ... */
} SmyiDocumentText;

/**
 * The text of a plain text file's bytes, in the arena. SMY_ERR_TYPE: it is no plain text (not
 * UTF-8, a NUL in it, or HTML or PDF by its first bytes); SMY_ERR_NOMEM. ASCII is not copied:
 * `bytes`, with a NUL behind it, lives as long as the result.
 */
SmyCode smyi_document_text(const char *bytes, size_t length, SmyiArena *arena,
                           SmyiDocumentText *out);

/** The same of a text that is known to be well-formed UTF-8 without a mark: SMY_ERR_NOMEM. */
SmyCode smyi_document_of(const char *text, size_t length, SmyiArena *arena,
                         SmyiDocumentText *out);

/** A text in NFC, or NULL: no memory. `text` is well-formed UTF-8. */
const char *smyi_nfc(const char *text, SmyiArena *arena);

/** Code points start..end (half-open, start <= end <= n_code_points) as a copy, or NULL. */
const char *smyi_document_quote(const SmyiDocumentText *document, size_t start, size_t end,
                                SmyiArena *arena);

typedef struct SmyiPassage {
    size_t n_found;    /* 0, 1, or 2 for "more than one" */
    size_t start, end; /* code points of `exact` where it is first found */
} SmyiPassage;

/**
 * Looks for the words `exact` between `prefix` and `suffix` (NULL: anything), all of them put
 * into NFC. SMY_ERR_NOMEM. Source: webannotation2017, 4.2.4 (text quote selector).
 */
SmyCode smyi_document_find(const SmyiDocumentText *document, const char *exact,
                           const char *prefix, const char *suffix, SmyiArena *scratch,
                           SmyiPassage *passage);

#endif
