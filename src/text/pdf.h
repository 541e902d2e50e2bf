/* SPDX-License-Identifier: Apache-2.0 */
/* The text of a PDF, by the program pdftotext of poppler. */
#ifndef SMYI_TEXT_PDF_H
#define SMYI_TEXT_PDF_H

#include "base/arena.h"
#include "summitry/error.h"

enum { SMYI_PDF_MS = 30000 }; /* a document that takes longer is refused */

/**
 * Text of a PDF's bytes in UTF-8, in the arena, pages parted by form feeds. Errors:
 * SMY_ERR_MISSING (no pdftotext), SMY_ERR_TYPE (locked by a password, damaged, no text in it),
 * SMY_ERR_LIMIT (longer than most_ms or 16 MiB), SMY_ERR_NOMEM, SMY_ERR_IO.
 */
SmyCode smyi_pdf_text(const char *bytes, size_t length, int most_ms, SmyiArena *arena,
                      const char **text, size_t *n_bytes, SmyError *err);

#endif
