/* SPDX-License-Identifier: Apache-2.0 */
/* The one door that documents come through: plain text in any encoding, HTML, PDF. */
#ifndef SMYI_TEXT_SOURCE_H
#define SMYI_TEXT_SOURCE_H

#include "text/document.h"

enum { SMYI_MOST_LOSSES = 4 };

typedef struct SmyiSource {
    SmyiDocumentText text;
    const char *format;         /* "text", "html", "pdf" */
    const char *encoding, *how; /* as in SmyiDecoded; of a PDF "UTF-8" and NULL */
    const char *title, *lang,
        *date; /* what the document itself says in its head, or NULL */
    const char *losses[SMYI_MOST_LOSSES]; /* what reading left out, a sentence each */
    size_t n_losses;
} SmyiSource;

/**
 * A document's text and what is known of it, in the arena. `encoding` NULL: detected. Errors:
 * those of smyi_decode(), smyi_html_text_of() and smyi_pdf_text(), without a place;
 * SMY_ERR_TYPE for pictures, archives and office files, which are named; SMY_ERR_NOMEM.
 */
SmyCode smyi_source_read(const char *bytes, size_t length, const char *encoding,
                         SmyiArena *arena, SmyiSource *out, SmyError *err);

#endif
