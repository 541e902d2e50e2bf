/* SPDX-License-Identifier: Apache-2.0 */
/* A document's text: UTF-8 in NFC, counted in code points; passages by range and by quotation. */
#include "text/document.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <utf8proc.h>

#include "text/utf8.h"

/* ---- Normal form C ---- */

static bool is_ascii(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] >= 0x80)
            return false;
    return true;
}

/* Code points, decomposed and composed again, in `scratch`; their number, or -1: no memory. */
static utf8proc_ssize_t compose(const char *text, size_t length, SmyiArena *arena,
                                utf8proc_int32_t **points)
{
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
    const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    utf8proc_ssize_t size = (utf8proc_ssize_t)length;
    utf8proc_ssize_t n = utf8proc_decompose(bytes, size, NULL, 0, options);
    if (n < 0)
        return -1;
    *points = SMYI_NEW(arena, (size_t)n + 1, utf8proc_int32_t);
    if (!*points)
        return -1;
    n = utf8proc_decompose(bytes, size, *points, n, options);
    return n < 0 ? -1 : utf8proc_normalize_utf32(*points, n, options);
}

/* NFC of well-formed UTF-8; its length goes to *n_bytes. NULL: no memory. */
static const char *nfc(const char *text, size_t length, SmyiArena *arena, size_t *n_bytes)
{
    utf8proc_int32_t *points = NULL;
    *n_bytes = length;
    if (is_ascii(text, length))
        return text;
    utf8proc_ssize_t n = compose(text, length, arena, &points);
    char *out = n < 0 ? NULL : smyi_arena_take(arena, (size_t)n * 4 + 1, 1);
    if (!out)
        return NULL;
    size_t at = 0;
    for (utf8proc_ssize_t i = 0; i < n; i++)
        at += (size_t)utf8proc_encode_char(points[i], (utf8proc_uint8_t *)out + at);
    out[at] = '\0';
    *n_bytes = at;
    return out;
}

const char *smyi_nfc(const char *text, SmyiArena *arena)
{
    size_t n_bytes;
    return nfc(text, strlen(text), arena, &n_bytes);
}

/* ---- The text ---- */

static bool begins(const char *text, size_t length, const char *with)
{
    size_t i = 0;
    for (; with[i]; i++) {
        char c = i < length ? text[i] : '\0';
        if ((c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) != with[i])
            return false;
    }
    return true;
}

/* HTML is UTF-8 too, but its text is not its bytes. */
static bool is_plain(const char *bytes, size_t length)
{
    size_t blank = 0;
    while (blank < length && memchr(" \t\r\n", bytes[blank], 4))
        blank++;
    const char *start = bytes + blank;
    size_t rest = length - blank;
    return !begins(start, rest, "<!doctype html") && !begins(start, rest, "<html") &&
           !begins(start, rest, "<?xml") && !begins(start, rest, "%pdf") &&
           !memchr(bytes, '\0', length) && smyi_utf8_check(bytes, length) == length;
}

static const size_t *make_marks(const SmyiDocumentText *document, SmyiArena *arena)
{
    size_t *marks = SMYI_NEW(arena, document->n_code_points / SMYI_MARK_EVERY + 1, size_t);
    size_t at = 0;
    for (size_t m = 0; marks && m <= document->n_code_points / SMYI_MARK_EVERY; m++) {
        marks[m] = at;
        at +=
            smyi_utf8_prefix(document->text + at, document->n_bytes - at, SMYI_MARK_EVERY);
    }
    return marks;
}

SmyCode smyi_document_of(const char *text, size_t length, SmyiArena *arena,
                         SmyiDocumentText *out)
{
    SmyiDocumentText document = {0};
    document.text = nfc(text, length, arena, &document.n_bytes);
    if (!document.text)
        return SMY_ERR_NOMEM;
    document.n_code_points = smyi_utf8_count(document.text, document.n_bytes);
    document.marks = make_marks(&document, arena);
    if (!document.marks)
        return SMY_ERR_NOMEM;
    *out = document;
    return SMY_OK;
}

SmyCode smyi_document_text(const char *bytes, size_t length, SmyiArena *arena,
                           SmyiDocumentText *out)
{
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        length -= 3;
    }
    if (!is_plain(bytes, length))
        return SMY_ERR_TYPE;
    return smyi_document_of(bytes, length, arena, out);
}

/* ---- Passages ---- */

static size_t byte_of(const SmyiDocumentText *document, size_t code_point)
{
    size_t mark = document->marks[code_point / SMYI_MARK_EVERY];
    return mark + smyi_utf8_prefix(document->text + mark, document->n_bytes - mark,
                                   code_point % SMYI_MARK_EVERY);
}

static size_t code_point_of(const SmyiDocumentText *document, size_t byte)
{
    size_t low = 0, high = document->n_code_points / SMYI_MARK_EVERY + 1;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        *(document->marks[middle] <= byte ? &low : &high) = middle;
    }
    size_t mark = document->marks[low];
    return low * SMYI_MARK_EVERY + smyi_utf8_count(document->text + mark, byte - mark);
}

const char *smyi_document_quote(const SmyiDocumentText *document, size_t start, size_t end,
                                SmyiArena *arena)
{
    size_t from = byte_of(document, start);
    return smyi_arena_copy(arena, document->text + from, byte_of(document, end) - from);
}

SmyCode smyi_document_find(const SmyiDocumentText *document, const char *exact,
                           const char *prefix, const char *suffix, SmyiArena *scratch,
                           SmyiPassage *passage)
{
    const char *before = smyi_nfc(prefix ? prefix : "", scratch);
    const char *words = smyi_nfc(exact, scratch);
    const char *behind = smyi_nfc(suffix ? suffix : "", scratch);
    char *whole = before && words && behind
                      ? smyi_arena_print(scratch, "%s%s%s", before, words, behind)
                      : NULL;
    *passage = (SmyiPassage){0};
    if (!whole)
        return SMY_ERR_NOMEM;
    const char *found = strstr(document->text, whole);
    if (!found)
        return SMY_OK;
    size_t from = (size_t)(found - document->text) + strlen(before);
    passage->start = code_point_of(document, from);
    passage->end = code_point_of(document, from + strlen(words));
    passage->n_found = strstr(found + 1, whole) ? 2 : 1;
    return SMY_OK;
}
