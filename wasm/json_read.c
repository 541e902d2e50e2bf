/* SPDX-License-Identifier: Apache-2.0 */
/* JSON text into a tree where there is no jansson (src/base/json_read.c): RFC 8259, strict. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/tree.h"

enum { MAX_DEPTH = 64, MAX_LENGTH = 1 << 28 };

typedef struct Reader {
    const char *text, *at, *end; /* a NUL stands at the end */
    SmyResult *result;
    const char *wrong; /* NULL: nothing so far */
    int depth;
    char *scratch; /* [length + 1] for texts */
} Reader;

static bool refuse(Reader *reader, const char *what)
{
    if (!reader->wrong)
        reader->wrong = what;
    return false;
}

static void skip_blanks(Reader *reader)
{
    reader->at += strspn(reader->at, " \t\r\n");
}

static bool take(Reader *reader, char c)
{
    skip_blanks(reader);
    if (reader->at == reader->end || *reader->at != c)
        return false;
    reader->at++;
    return true;
}

/* ---- Texts ---- */

/* Four hexadecimal digits, or -1. */
static int read_hex(Reader *reader)
{
    int value = 0;
    for (int i = 0; i < 4; i++, reader->at++) {
        static const char digits[] = "0123456789abcdef";
        char c = *reader->at >= 'A' && *reader->at <= 'F' ? (char)(*reader->at + 32)
                                                          : *reader->at;
        const char *digit = c ? strchr(digits, c) : NULL;
        if (!digit)
            return -1;
        value = value * 16 + (int)(digit - digits);
    }
    return value;
}

static size_t put_utf8(char *into, unsigned c)
{
    size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char first[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (size_t i = n; i-- > 1; c >>= 6)
        into[i] = (char)(0x80 | (c & 0x3f));
    into[0] = (char)(first[n] | c);
    return n;
}

/* Behind "\u"; bytes written, 0: refused. */
static size_t read_escape(Reader *reader, char *into)
{
    int c = read_hex(reader), low;
    if (c >= 0xd800 && c < 0xdc00) {
        if (reader->at[0] != '\\' || reader->at[1] != 'u')
            return 0;
        reader->at += 2;
        low = read_hex(reader);
        if (low < 0xdc00 || low > 0xdfff)
            return 0;
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    } else if (c <= 0 || (c >= 0xdc00 && c < 0xe000)) {
        return 0; /* no digits, a NUL, or half of a pair */
    }
    return put_utf8(into, (unsigned)c);
}

/* Length of the well-formed sequence that starts here, or 0. */
static size_t sequence(const unsigned char *at)
{
    unsigned char c = at[0];
    size_t n = c < 0x80                ? 1
               : c >= 0xc2 && c < 0xe0 ? 2
               : c >= 0xe0 && c < 0xf0 ? 3
               : c >= 0xf0 && c < 0xf5 ? 4
                                       : 0;
    for (size_t i = 1; i < n; i++)
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    if ((c == 0xe0 && at[1] < 0xa0) || (c == 0xed && at[1] > 0x9f) ||
        (c == 0xf0 && at[1] < 0x90) || (c == 0xf4 && at[1] > 0x8f))
        return 0;
    return n;
}

/* Behind the opening quote. The text lies in the scratch until the next is read. */
static const char *read_text(Reader *reader)
{
    static const char escapes[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    char *into = reader->scratch;
    while (*reader->at != '"') {
        unsigned char c = (unsigned char)*reader->at;
        size_t n = c < 0x20 ? 0 : sequence((const unsigned char *)reader->at);
        if (c != '\\') {
            if (n == 0)
                return refuse(reader, "a text with a control character, bytes that are no "
                                      "UTF-8, or no end"),
                       NULL;
            memcpy(into, reader->at, n);
            into += n;
            reader->at += n;
            continue;
        }
        reader->at++;
        const char *escape = *reader->at ? strchr(escapes, *reader->at) : NULL;
        if (escape) {
            *into++ = meant[escape - escapes];
            reader->at++;
        } else if (*reader->at++ == 'u' && (n = read_escape(reader, into)) > 0) {
            into += n;
        } else {
            return refuse(reader, "an escape that JSON does not know"), NULL;
        }
    }
    reader->at++;
    *into = '\0';
    return reader->scratch;
}

/* ---- Values ---- */

static bool read_number(Reader *reader, SmyNode *parent, const char *key)
{
    static const char digits[] = "0123456789";
    const char *from = reader->at, *at = from + (*from == '-');
    size_t n = strspn(at, digits);
    bool good = n == 1 || (n > 1 && *at != '0');
    at += n;
    if (*at == '.') {
        n = strspn(at + 1, digits);
        good &= n > 0;
        at += 1 + n;
    }
    if (*at == 'e' || *at == 'E') {
        at += 1 + (at[1] == '+' || at[1] == '-');
        n = strspn(at, digits);
        good &= n > 0;
        at += n;
    }
    double number = good ? strtod(from, NULL) : 0;
    if (!good || !isfinite(number))
        return refuse(reader, "no value, or a number that is none");
    smyi_add_number(reader->result, parent, key, number);
    reader->at = at;
    return true;
}

static bool read_value(Reader *reader, SmyNode *parent, const char *key);

static bool read_members(Reader *reader, SmyNode *object)
{
    if (take(reader, '}'))
        return true;
    do {
        const char *text = take(reader, '"') ? read_text(reader) : NULL;
        if (!text)
            return refuse(reader, "a name in quotes is missing");
        const char *key = smyi_arena_copy(&reader->result->arena, text, strlen(text));
        if (!key)
            return reader->result->failed = true, false;
        if (smy_node_get(object, key))
            return refuse(reader, "a name is given twice");
        if (!take(reader, ':'))
            return refuse(reader, "a colon is missing");
        if (!read_value(reader, object, key))
            return false;
    } while (take(reader, ','));
    return take(reader, '}') || refuse(reader, "a comma or closing brace is missing");
}

static bool read_entries(Reader *reader, SmyNode *list)
{
    if (take(reader, ']'))
        return true;
    do
        if (!read_value(reader, list, NULL))
            return false;
    while (take(reader, ','));
    return take(reader, ']') || refuse(reader, "a comma or closing bracket is missing");
}

static bool read_word(Reader *reader, SmyNode *parent, const char *key)
{
    static const char *const words[] = {"null", "false", "true"};
    for (size_t w = 0; w < 3; w++) {
        size_t n = strlen(words[w]);
        if (strncmp(reader->at, words[w], n) != 0)
            continue;
        reader->at += n;
        if (w)
            smyi_add_bool(reader->result, parent, key, w == 2);
        else
            smyi_add_null(reader->result, parent, key);
        return true;
    }
    return read_number(reader, parent, key);
}

static bool read_value(Reader *reader, SmyNode *parent, const char *key)
{
    bool good;
    if (++reader->depth > MAX_DEPTH)
        return refuse(reader, "nested too deep");
    if (take(reader, '{'))
        good = read_members(reader, smyi_add_object(reader->result, parent, key));
    else if (take(reader, '['))
        good = read_entries(reader, smyi_add_list(reader->result, parent, key));
    else if (take(reader, '"')) {
        const char *text = read_text(reader);
        good = text != NULL;
        if (good)
            smyi_add_text(reader->result, parent, key, text);
    } else
        good = read_word(reader, parent, key);
    reader->depth--;
    return good && !reader->result->failed;
}

static SmyCode complain(const Reader *reader, SmyError *err)
{
    SmyiPlace place = {.line = 1, .column = 1};
    for (const char *at = reader->text; at < reader->at && at < reader->end; at++) {
        place.line += *at == '\n';
        place.column = *at == '\n' ? 1 : place.column + 1;
    }
    return smyi_fail_at(err, SMY_ERR_SYNTAX, place, NULL, "JSON: %s", reader->wrong);
}

static SmyCode read_all(Reader *reader, SmyError *err)
{
    if (!take(reader, '{'))
        return smyi_fail(err, SMY_ERR_TYPE, "a result is an object, this JSON is not");
    reader->depth = 1;
    if (read_members(reader, reader->result->root)) {
        skip_blanks(reader);
        if (reader->at != reader->end)
            (void)refuse(reader, "something stands behind the object");
    }
    if (reader->result->failed)
        return smyi_fail(err, SMY_ERR_NOMEM, "no memory for the result");
    return reader->wrong ? complain(reader, err) : SMY_OK;
}

SmyCode smy_result_read_json(const char *text, size_t length, SmyResult **out,
                             SmyError *err)
{
    *out = NULL;
    if (length > MAX_LENGTH)
        return smyi_fail(err, SMY_ERR_LIMIT, "%zu bytes of JSON; at most %d", length,
                         (int)MAX_LENGTH);
    SmyiArena mem = {0};
    char *copy = smyi_arena_copy(&mem, text, length),
         *scratch = smyi_arena_take(&mem, length + 1, 1);
    SmyResult *result = smyi_result_new();
    Reader reader = {.text = copy, .at = copy, .result = result, .scratch = scratch};
    SmyCode code = SMY_ERR_NOMEM;
    if (copy && scratch && result) {
        reader.end = copy + length;
        code = read_all(&reader, err);
    } else {
        (void)smyi_fail(err, code, "no memory for the result");
    }
    smyi_arena_free(&mem);
    if (code == SMY_OK)
        *out = result;
    else
        smy_result_free(result);
    return code;
}
