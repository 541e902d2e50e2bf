/* SPDX-License-Identifier: Apache-2.0 */
/* The text of a PDF, by the program pdftotext of poppler: its licence keeps it outside. */
#include "text/pdf.h"

#include <string.h>

#include "base/error.h"
#include "text/child.h"
#include "text/utf8.h"

enum { MOST_TEXT = 16 << 20 };

static SmyCode refuse(SmyError *err, SmyCode code, const char *hint, const char *message)
{
    return smyi_fail_at(err, code, (SmyiPlace){0}, hint, "%s", message);
}

static SmyCode failed(const SmyiChild *child, SmyError *err)
{
    if (strstr(child->errors, "assword"))
        return refuse(err, SMY_ERR_TYPE, "save it without a password",
                      "the PDF is locked by a password");
    size_t n = strcspn(child->errors, "\n");
    bool shows = n > 0 && n < 120 && smyi_utf8_check(child->errors, n) == n;
    return smyi_fail_at(err, SMY_ERR_TYPE, (SmyiPlace){0},
                        "open it in a viewer: is it damaged?",
                        "pdftotext cannot read the PDF%s%.*s", shows ? ": " : "",
                        shows ? (int)n : 0, child->errors);
}

/* A scan has pages and no letters. */
static bool is_empty(const SmyiBytes *out)
{
    return !out->text || strspn(out->text, " \t\r\n\f") == out->length;
}

SmyCode smyi_pdf_text(const char *bytes, size_t length, int most_ms, SmyiArena *arena,
                      const char **text, size_t *n_bytes, SmyError *err)
{
    static const char *const arguments[] = {"pdftotext", "-enc", "UTF-8", "-", "-", NULL};
    SmyiChild child = {.program = "pdftotext",
                       .arguments = arguments,
                       .input = bytes,
                       .n_input = length,
                       .most_ms = most_ms};
    SmyiBytes out = {.arena = arena, .most = MOST_TEXT};
    switch (smyi_child_run(&child, &out)) {
    case SMYI_CHILD_NONE:
        return refuse(err, SMY_ERR_MISSING,
                      "install poppler-utils, or save the document as text",
                      "the document is a PDF, and there is no pdftotext here");
    case SMYI_CHILD_TOO_LONG:
        return refuse(err, SMY_ERR_LIMIT, "save the document as text",
                      "pdftotext took too long over the PDF and was stopped");
    case SMYI_CHILD_TOO_MUCH:
        return refuse(err, SMY_ERR_LIMIT, "save the part that is needed as text",
                      "the PDF holds more than 16 MiB of text");
    case SMYI_CHILD_FAILED:
        return out.no_memory ? smyi_fail(err, SMY_ERR_NOMEM, "out of memory")
                             : refuse(err, SMY_ERR_IO, NULL, "pdftotext cannot be started");
    case SMYI_CHILD_DONE:
        break;
    }
    if (child.status != 0)
        return failed(&child, err);
    if (is_empty(&out))
        return refuse(err, SMY_ERR_TYPE, "have its pages recognised (OCR) first",
                      "the PDF holds no text: it may be a scan");
    *text = out.text;
    *n_bytes = out.length;
    return SMY_OK;
}
