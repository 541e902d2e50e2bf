/* SPDX-License-Identifier: Apache-2.0 */
/* The text of an HTML page, by libxml2. Without libxml2 HTML is refused. */
#ifndef SMYI_TEXT_HTML_H
#define SMYI_TEXT_HTML_H

#include <stdbool.h>

#include "base/arena.h"
#include "summitry/error.h"

enum { SMYI_HTML_DEPTH = 1000 }; /* elements within elements */

typedef struct SmyiHtmlText {
    const char *text; /* UTF-8, a NUL behind it; blocks parted by an empty line */
    size_t length;
    const char *title, *lang, *date; /* as the page says, or NULL; date: YYYY-MM-DD... */
    size_t n_scripts;                /* script, style, template: no text of the page */
    size_t n_pictures;               /* images, video, frames: what they show is lost */
    size_t n_forms;                  /* menus and fields: passed over */
} SmyiHtmlText;

/** True where the bytes begin as an HTML page does. */
bool smyi_is_html(const char *bytes, size_t length);

/** The encoding that a meta element or an XML declaration names, or NULL. */
const char *smyi_html_encoding(const char *bytes, size_t length, SmyiArena *arena);

/**
 * Text of a page in UTF-8. Malformed pages are read as browsers do. Errors: SMY_ERR_LIMIT
 * (nested deeper than SMYI_HTML_DEPTH), SMY_ERR_MISSING (built without libxml2), SMY_ERR_NOMEM.
 */
SmyCode smyi_html_text_of(const char *text, size_t length, SmyiArena *arena,
                          SmyiHtmlText *out, SmyError *err);

#endif
