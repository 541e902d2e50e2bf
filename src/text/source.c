/* SPDX-License-Identifier: Apache-2.0 */
/* The one door that documents come through: plain text in any encoding, HTML, PDF. */
#include "text/source.h"

#include <string.h>

#include "base/error.h"
#include "text/encoding.h"
#include "text/html.h"
#include "text/pdf.h"

/* ---- Kinds that are known by their first bytes ---- */

static const struct {
    const char *magic, *what, *hint;
    size_t length;
} others[] = {
    {"PK\x03\x04", "an archive or an office document", "save it as text, HTML or PDF", 4},
    {"\xD0\xCF\x11\xE0", "an office document", "save it as text, HTML or PDF", 4},
    {"{\\rtf", "rich text", "save it as plain text, HTML or PDF", 5},
    {"\x89PNG", "a picture", "have it recognised (OCR) first", 4},
    {"\xFF\xD8\xFF", "a picture", "have it recognised (OCR) first", 3},
    {"GIF8", "a picture", "have it recognised (OCR) first", 4},
    {"\x1F\x8B", "compressed", "unpack it first", 2},
    {"BZh", "compressed", "unpack it first", 3},
    {"\xFD"
     "7zXZ",
     "compressed", "unpack it first", 5},
    {"\x7F"
     "ELF",
     "a program", "name a document", 4},
};

static SmyCode refuse_others(const char *bytes, size_t length, SmyError *err)
{
    for (size_t o = 0; o < sizeof others / sizeof *others; o++)
        if (length >= others[o].length &&
            memcmp(bytes, others[o].magic, others[o].length) == 0)
            return smyi_fail_at(err, SMY_ERR_TYPE, (SmyiPlace){0}, others[o].hint,
                                "it is %s: neither text nor HTML nor PDF", others[o].what);
    return SMY_OK;
}

/* A PDF may have other bytes before its mark; readers look at the first 1024. */
static bool is_pdf(const char *bytes, size_t length)
{
    for (size_t i = 0; i + 5 <= length && i < 1024; i++) {
        if (memcmp(bytes + i, "%PDF-", 5) == 0)
            return true;
        if (i == 0 && smyi_is_html(bytes, length))
            return false;
    }
    return false;
}

/* ---- Each kind ---- */

static bool lose(SmyiSource *out, SmyiArena *arena, size_t n, const char *one,
                 const char *many)
{
    if (n == 0 || out->n_losses == SMYI_MOST_LOSSES)
        return true;
    const char *text =
        n == 1 ? one : (const char *)smyi_arena_print(arena, "%zu %s", n, many);
    out->losses[out->n_losses++] = text;
    return text != NULL;
}

static SmyCode read_pdf(const char *bytes, size_t length, SmyiArena *arena, SmyiSource *out,
                        SmyError *err)
{
    const char *text;
    size_t n, kept = 0;
    SmyCode code = smyi_pdf_text(bytes, length, SMYI_PDF_MS, arena, &text, &n, err);
    if (code != SMY_OK)
        return code;
    SmyiDecoded decoded;
    code = smyi_decode(text, n, "UTF-8", NULL, arena, &decoded, err);
    char *plain = code == SMY_OK ? smyi_arena_copy(arena, text, n) : NULL;
    if (!plain)
        return code == SMY_OK ? SMY_ERR_NOMEM : code;
    for (size_t i = 0; i < n; i++)
        if (plain[i] != '\f')
            plain[kept++] = plain[i];
    plain[kept] = '\0';
    out->format = "pdf";
    out->encoding = "UTF-8";
    (void)lose(out, arena, 1, "pictures and the places of words on the page", NULL);
    return smyi_document_of(plain, kept, arena, &out->text);
}

static SmyCode read_html(const SmyiDecoded *decoded, SmyiArena *arena, SmyiSource *out,
                         SmyError *err)
{
    SmyiHtmlText html;
    SmyCode code = smyi_html_text_of(decoded->text, decoded->length, arena, &html, err);
    if (code != SMY_OK)
        return code;
    out->format = "html";
    out->title = html.title;
    out->lang = html.lang;
    out->date = html.date;
    if (!lose(out, arena, html.n_pictures, "1 picture, frame or film",
              "pictures, frames or films") ||
        !lose(out, arena, html.n_scripts, "1 script or style", "scripts or styles") ||
        !lose(out, arena, html.n_forms, "1 menu or field", "menus or fields"))
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    return smyi_document_of(html.text, html.length, arena, &out->text);
}

SmyCode smyi_source_read(const char *bytes, size_t length, const char *encoding,
                         SmyiArena *arena, SmyiSource *out, SmyError *err)
{
    *out = (SmyiSource){0};
    SmyCode code = refuse_others(bytes, length, err);
    if (code != SMY_OK)
        return code;
    if (is_pdf(bytes, length)) {
        code = read_pdf(bytes, length, arena, out, err);
        return code == SMY_ERR_NOMEM ? smyi_fail(err, code, "out of memory") : code;
    }
    SmyiDecoded decoded;
    code = smyi_decode(bytes, length, encoding, smyi_html_encoding(bytes, length, arena),
                       arena, &decoded, err);
    if (code != SMY_OK)
        return code;
    out->encoding = decoded.encoding;
    out->how = decoded.how;
    if (smyi_is_html(decoded.text, decoded.length))
        return read_html(&decoded, arena, out, err);
    out->format = "text";
    code = smyi_document_of(decoded.text, decoded.length, arena, &out->text);
    return code == SMY_OK ? code : smyi_fail(err, code, "out of memory");
}
