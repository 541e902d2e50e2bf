/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes of unknown encoding to UTF-8: detected, strict, never guessed into nonsense. */
#include "text/encoding.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/error.h"
#include "text/legacy.h"
#include "text/utf8.h"

enum { MOST_DECODED = 64 << 20, SAMPLE = 16 << 10 };
static const double COMMON_ENOUGH = 0.12;

/* ---- UTF-16, which needs no library ---- */

static unsigned unit_at(const char *bytes, size_t at, bool big)
{
    unsigned first = (unsigned char)bytes[at], second = (unsigned char)bytes[at + 1];
    return big ? first << 8 | second : second << 8 | first;
}

static bool decode_utf16(const char *bytes, size_t length, bool big, SmyiBytes *out)
{
    if (length % 2)
        return false;
    for (size_t at = 0; at < length; at += 2) {
        unsigned c = unit_at(bytes, at, big);
        if (c >= 0xD800 && c < 0xDC00 && at + 2 < length) {
            unsigned low = unit_at(bytes, at + 2, big);
            if (low < 0xDC00 || low > 0xDFFF)
                return false;
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        } else if (c >= 0xD800 && c <= 0xDFFF) {
            return false;
        }
        if (!smyi_bytes_add_code_point(out, c))
            return false;
    }
    return smyi_bytes_add(out, "", 0);
}

/* ---- What comes out ---- */

static bool has_controls(const char *text, size_t length)
{
    for (size_t at = 0, n; at < length; at += n) {
        uint32_t c = 0;
        n = smyi_utf8_decode(text + at, length - at, &c);
        if (n == 0)
            return true;
        if (smyi_is_control(c) && c != '\r' && c != '\f' && c != 0x85)
            return true;
    }
    return false;
}

/* Among the characters that fill a third of any modern Chinese page, in either script. */
static bool is_common(uint32_t c)
{
    static const char common[] = "的一是不了在人有我他这這个個们們中来來上大为為和国國地到"
                                 "以说說时時要就出会會可也你对對生能"
                                 "而子那得于於着着下自之年过過发發后後作里裡用道行所然家种"
                                 "種事成方多经經么麼去法学學如都同"
                                 "现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心"
                                 "她本前开開但因只从從想实實日美"
                                 "。，、「」";
    for (size_t at = 0, n; at < sizeof common - 1; at += n) {
        uint32_t known = 0;
        n = smyi_utf8_decode(common + at, sizeof common - 1 - at, &known);
        if (known == c)
            return true;
    }
    return false;
}

/* Share of common ones among what is not ASCII. */
static double share_of_common(const SmyiBytes *text)
{
    size_t n_common = 0, n_all = 0;
    for (size_t at = 0, n; at < text->length && at < SAMPLE; at += n) {
        uint32_t c = 0;
        n = smyi_utf8_decode(text->text + at, text->length - at, &c);
        if (n == 0)
            return 0;
        n_all += c >= 0x80;
        n_common += c >= 0x80 && is_common(c);
    }
    return n_all ? (double)n_common / (double)n_all : 0;
}

/* ---- Trying ---- */

typedef struct Try {
    const char *bytes;
    size_t length;
    SmyiArena *arena;
    SmyiDecoded *out;
    bool no_memory;
} Try;

/* Takes the encoding if all of the text decodes by it; true where it did. */
static bool take(Try *try, const char *name, const char *how)
{
    bool utf16 = strncmp(name, "UTF-16", 6) == 0;
    SmyiMark mark = smyi_arena_mark(try->arena);
    SmyiBytes out = {.arena = try->arena, .most = MOST_DECODED};
    bool done =
        utf16 ? decode_utf16(try->bytes, try->length, strcmp(name, "UTF-16BE") == 0, &out)
              : smyi_legacy_decode(name, try->bytes, try->length, &out);
    try->no_memory |= out.no_memory;
    if (!done || has_controls(out.text, out.length)) {
        smyi_arena_rewind(try->arena, mark);
        return false;
    }
    *try->out = (SmyiDecoded){out.text, out.length, name, how};
    return true;
}

/* The Chinese encoding whose characters look like Chinese, or NULL. */
static const char *chinese_of(Try *try)
{
    static const char *const names[] = {"GB18030", "Big5"};
    const char *best = NULL;
    double most = COMMON_ENOUGH;
    for (size_t i = 0; i < 2; i++) {
        SmyiMark mark = smyi_arena_mark(try->arena);
        SmyiBytes out = {.arena = try->arena, .most = MOST_DECODED};
        bool done = smyi_legacy_decode(names[i], try->bytes, try->length, &out);
        double share = done ? share_of_common(&out) : 0;
        try->no_memory |= out.no_memory;
        smyi_arena_rewind(try->arena, mark);
        if (share > most) {
            most = share;
            best = names[i];
        }
    }
    return best;
}

/* Share of ASCII and common Chinese characters in the text by this order of bytes. */
static double share_of_plain(Try *try, bool big)
{
    size_t n_plain = 0, n_all = 0;
    SmyiMark mark = smyi_arena_mark(try->arena);
    SmyiBytes out = {.arena = try->arena, .most = MOST_DECODED};
    bool done = decode_utf16(try->bytes, try->length, big, &out);
    try->no_memory |= out.no_memory;
    for (size_t at = 0, n; done && at < out.length && at < SAMPLE; at += n) {
        uint32_t c = 0;
        n = smyi_utf8_decode(out.text + at, out.length - at, &c);
        done = n > 0;
        n_all++;
        n_plain += (c >= ' ' && c < 0x7F) || c == '\n' || is_common(c);
    }
    smyi_arena_rewind(try->arena, mark);
    return done && n_all ? (double)n_plain / (double)n_all : 0;
}

/* UTF-16 without a mark, told by its NULs and by which order gives a text; or NULL. */
static const char *utf16_of(Try *try)
{
    if (try->length % 2 || !memchr(try->bytes, '\0', try->length))
        return NULL;
    double big = share_of_plain(try, true), little = share_of_plain(try, false);
    double best = big > little ? big : little;
    return best < COMMON_ENOUGH ? NULL : big > little ? "UTF-16BE" : "UTF-16LE";
}

static bool take_utf8(Try *try, const char *how)
{
    if (smyi_utf8_check(try->bytes, try->length) != try->length ||
        has_controls(try->bytes, try->length))
        return false;
    *try->out = (SmyiDecoded){try->bytes, try->length, "UTF-8", how};
    return true;
}

static bool is_utf8_name(const char *name)
{
    return strcmp(name, "UTF-8") == 0 || strcmp(name, "utf-8") == 0 ||
           strcmp(name, "utf8") == 0 || strcmp(name, "UTF8") == 0;
}

static bool take_marked(Try *try)
{
    static const struct {
        const char *mark, *name;
        size_t length;
    } marks[] = {{"\xEF\xBB\xBF", "UTF-8", 3},
                 {"\xFF\xFE", "UTF-16LE", 2},
                 {"\xFE\xFF", "UTF-16BE", 2}};
    for (size_t m = 0; m < sizeof marks / sizeof *marks; m++) {
        if (try->length < marks[m].length ||
            memcmp(try->bytes, marks[m].mark, marks[m].length) != 0)
            continue;
        Try rest = *try;
        rest.bytes += marks[m].length;
        rest.length -= marks[m].length;
        bool done = m == 0 ? take_utf8(&rest, "byte order mark")
                           : take(&rest, marks[m].name, "byte order mark");
        try->no_memory |= rest.no_memory;
        return done;
    }
    return false;
}

static bool take_unmarked(Try *try, const char *declared)
{
    const char *utf16 = utf16_of(try);
    if (utf16 && take(try, utf16, "detected"))
        return true;
    if (memchr(try->bytes, '\0', try->length))
        return false;
    if (take_utf8(try, "valid"))
        return true;
    if (declared && !is_utf8_name(declared) && take(try, declared, "declared"))
        return true;
    const char *chinese = chinese_of(try);
    if (chinese)
        return take(try, chinese, "detected");
    const char *other = smyi_legacy_detect(try->bytes, try->length, try->arena);
    return other && strncmp(other, "UTF-", 4) != 0 && take(try, other, "detected");
}

static SmyCode refuse(const Try *try, SmyError *err)
{
    SmyiPlace nowhere = {0};
    if (try->no_memory)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    if (memchr(try->bytes, '\0', try->length))
        return smyi_fail_at(err, SMY_ERR_TYPE, nowhere,
                            "save the document as text, HTML or PDF",
                            "it is binary: neither text nor HTML nor PDF");
    size_t good = smyi_utf8_check(try->bytes, try->length);
    if (good == try->length)
        return smyi_fail_at(err, SMY_ERR_TYPE, nowhere, "save it as plain text",
                            "it holds control characters, which no text does");
    return smyi_fail_at(
        err, SMY_ERR_TYPE, nowhere,
        smyi_has_icu() ? "save it as UTF-8, or name its encoding (--encoding)"
                       : "save it as UTF-8: this build knows no other encodings (no ICU)",
        "byte %zu is not UTF-8, and no other encoding fits the whole text", good + 1);
}

SmyCode smyi_decode(const char *bytes, size_t length, const char *asked,
                    const char *declared, SmyiArena *arena, SmyiDecoded *out, SmyError *err)
{
    Try try = {.bytes = bytes, .length = length, .arena = arena, .out = out};
    if (take_marked(&try))
        return SMY_OK;
    if (!asked)
        return take_unmarked(&try, declared) ? SMY_OK : refuse(&try, err);
    bool utf8 = is_utf8_name(asked), utf16 = strncmp(asked, "UTF-16", 6) == 0;
    if (!utf8 && !utf16 && !smyi_legacy_is_known(asked))
        return smyi_fail_at(err, SMY_ERR_UNKNOWN, (SmyiPlace){0},
                            smyi_has_icu() ? "such as GB18030, Big5, UTF-16LE, UTF-8"
                                           : "this build knows UTF-8 and UTF-16 (no ICU)",
                            "the encoding \"%s\" is not known", asked);
    if (utf8 ? take_utf8(&try, "asked") : take(&try, asked, "asked"))
        return SMY_OK;
    return try.no_memory ? smyi_fail(err, SMY_ERR_NOMEM, "out of memory")
                         : smyi_fail_at(err, SMY_ERR_TYPE, (SmyiPlace){0},
                                        "leave the encoding out: it is detected",
                                        "the text is not in the encoding \"%s\"", asked);
}
