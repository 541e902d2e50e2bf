/* SPDX-License-Identifier: Apache-2.0 */
/* Documents of every kind come through one door, or are refused with a reason. */
#include "support/support.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text/child.h"
#include "text/legacy.h"
#include "text/pdf.h"
#include "text/source.h"

static const struct Row {
    const char *row, *bytes;
    size_t length;
    const char *encoding, *text; /* NULL: refused, and `text` is part of why */
    bool needs_icu;
} rows[] = {
    {"UTF-8", "\xE4\xB8\xAD", 3, "UTF-8", "\xE4\xB8\xAD", false},
    {"a mark is no text", "\xEF\xBB\xBFok", 5, "UTF-8", "ok", false},
    {"GB18030 is detected",
     "\xCC\xD8\xC0\xCA\xC6\xD5\xCB\xB5\xA3\xAC\xB2\xBB\xCA\xC7\xA1\xA3", 16, "GB18030",
     "特朗普说，不是。", true},
    {"Big5 is detected", "\xA5\x4C\xBB\xA1\xA1\x41\xA4\xA3\xAC\x4F\xA1\x43", 12, "Big5",
     "他說，不是。", true},
    {"UTF-16 by its mark", "\xFF\xFE\x2D\x4E\x0A\x00", 6, "UTF-16LE", "中\n", false},
    {"UTF-16 without a mark", "\x00H\x00i\x00.\x00\n", 8, "UTF-16BE", "Hi.\n", false},
    {"a pair of UTF-16", "\xFE\xFF\xD8\x3D\xDE\x00", 6, "UTF-16BE", "😀", false},
    {"half a pair", "\xFE\xFF\xD8\x3D\x00\x41", 6, NULL, "binary", false},
    {"bytes of a program",
     "\x7F"
     "ELF\x01",
     5, NULL, "program", false},
    {"an office document", "PK\x03\x04zzzz", 8, NULL, "office document", false},
    {"a picture", "\x89PNG\r\n", 6, NULL, "picture", false},
    {"binary", "a\0b\0\xFF\xD8\0\0", 8, NULL, "binary", false},
    {"controls", "a\x01\x02 b", 5, NULL, "control characters", false},
    {"cut UTF-8", "\xE4\xB8\xAD\xE6\x96", 5, NULL, "byte 4 is not UTF-8", false},
};

static void encodings_are_told_or_refused(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        const struct Row *row = &rows[r];
        SmyiArena arena = {0};
        SmyiSource source;
        SmyError err = {0};
        if (row->needs_icu && !smyi_has_icu())
            continue;
        SmyCode code =
            smyi_source_read(row->bytes, row->length, NULL, &arena, &source, &err);
        if ((code == SMY_OK) != (row->encoding != NULL))
            fail_msg("%s: %s", row->row, code == SMY_OK ? source.encoding : err.message);
        if (code == SMY_OK && (strcmp(source.encoding, row->encoding) != 0 ||
                               strcmp(source.text.text, row->text) != 0))
            fail_msg("%s: %s, \"%s\"", row->row, source.encoding, source.text.text);
        if (code != SMY_OK && !strstr(err.message, row->text))
            fail_msg("%s: \"%s\"", row->row, err.message);
        smyi_arena_free(&arena);
    }
}

static void an_encoding_that_is_asked_for_is_taken(void **state)
{
    (void)state;
    SmyiArena arena = {0};
    SmyiSource source;
    SmyError err = {0};
    assert_int_equal(smyi_source_read("a", 1, "EBCDIC-QUACK", &arena, &source, &err),
                     SMY_ERR_UNKNOWN);
    if (smyi_has_icu()) {
        assert_int_equal(smyi_source_read("\xA4\xA3", 2, "Big5", &arena, &source, &err),
                         SMY_OK);
        assert_string_equal(source.text.text, "不");
        assert_int_equal(smyi_source_read("\xE4", 1, "UTF-8", &arena, &source, &err),
                         SMY_ERR_TYPE);
    }
    smyi_arena_free(&arena);
}

/* ---- HTML ---- */

#ifdef SMYI_LIBXML2

static void a_page_is_its_text(void **state)
{
    (void)state;
    static const char page[] =
        "<!DOCTYPE html><html lang=\"fr\"><head><title> A\n &amp; B </title>"
        "<meta property=\"article:published_time\" content=\"2025-08-16T08:00\"/>"
        "<style>p{}</style></head><body><nav>menu</nav><p>one\n  <b>t</b>wo</p>"
        "<script>no();</script><div>three<br>four</div><pre>a\nb</pre><img "
        "src=\"x\"></body>";
    SmyiArena arena = {0};
    SmyiSource source;
    SmyError err = {0};
    assert_int_equal(smyi_source_read(page, sizeof page - 1, NULL, &arena, &source, &err),
                     SMY_OK);
    assert_string_equal(source.text.text, "one two\n\nthree\nfour\n\na\nb");
    assert_string_equal(source.title, "A & B");
    assert_string_equal(source.lang, "fr");
    assert_string_equal(source.date, "2025-08-16");
    assert_int_equal(source.n_losses, 3);
    smyi_arena_free(&arena);
}

static void a_bomb_of_elements_is_refused(void **state)
{
    (void)state;
    enum { N = 200000 };
    SmyiArena arena = {0};
    SmyiSource source;
    SmyError err = {0};
    char *page = smyi_arena_take(&arena, N * 5 + 7, 1);
    memcpy(page, "<html>", 6);
    for (size_t i = 0; i < N; i++)
        memcpy(page + 6 + i * 5, "<div>", 5);
    assert_int_equal(smyi_source_read(page, N * 5 + 6, NULL, &arena, &source, &err),
                     SMY_ERR_LIMIT);
    assert_non_null(strstr(err.message, "nested deeper"));
    smyi_arena_free(&arena);
}

#endif

/* ---- PDF, with a stand-in for the program ---- */

static char folder[] = "/tmp/summitry-XXXXXX";

/* Puts a shell script called pdftotext in front of PATH. */
static void stand_in(const char *script)
{
    char path[64], line[4096];
    (void)snprintf(path, sizeof path, "%s/pdftotext", folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", script);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, 0755), 0);
    (void)snprintf(line, sizeof line, "%s:/usr/bin:/bin", folder);
    assert_int_equal(setenv("PATH", line, 1), 0);
}

static SmyCode read_pdf(int most_ms, char *message, size_t size)
{
    SmyiArena arena = {0};
    const char *text = "";
    size_t n = 0;
    SmyError err = {0};
    SmyCode code = smyi_pdf_text("%PDF-1.4 x", 10, most_ms, &arena, &text, &n, &err);
    (void)snprintf(message, size, "%.200s", code == SMY_OK ? text : err.message);
    smyi_arena_free(&arena);
    return code;
}

static void a_pdf_is_what_pdftotext_says(void **state)
{
    (void)state;
    static const struct {
        const char *row, *script;
        int ms;
        SmyCode code;
        const char *says;
    } cases[] = {
        {"its input is the document", "exec cat", 20000, SMY_OK, "%PDF-1.4 x"},
        {"a password", "echo 'Command Line Error: Incorrect password' >&2; exit 1", 20000,
         SMY_ERR_TYPE, "password"},
        {"damage", "echo 'Syntax Error: no trailer' >&2; exit 1", 20000, SMY_ERR_TYPE,
         "no trailer"},
        {"a scan", "printf '\\f \\n\\f'", 20000, SMY_ERR_TYPE, "may be a scan"},
        {"it hangs, and so does its child", "sleep 60 & sleep 60", 200, SMY_ERR_LIMIT,
         "too long"},
        {"it closes its ends and hangs", "exec <&- >&- 2>&-; sleep 60", 200, SMY_ERR_LIMIT,
         "too long"},
        {"it never stops writing", "exec cat /dev/zero", 60000, SMY_ERR_LIMIT, "16 MiB"},
        {"it reads nothing", "exec <&-; echo fine", 20000, SMY_OK, "fine"},
    };
    char says[256];
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        stand_in(cases[c].script);
        SmyCode code = read_pdf(cases[c].ms, says, sizeof says);
        if (code != cases[c].code || !strstr(says, cases[c].says))
            fail_msg("%s: code %d, \"%s\"", cases[c].row, (int)code, says);
    }
    assert_int_equal(setenv("PATH", "/nowhere", 1), 0);
    assert_int_equal(read_pdf(1000, says, sizeof says), SMY_ERR_MISSING);
    assert_non_null(strstr(says, "no pdftotext"));
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    char path[64];
    (void)state;
    (void)snprintf(path, sizeof path, "%s/pdftotext", folder);
    return remove(path) == 0 && rmdir(folder) == 0 ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(encodings_are_told_or_refused),
        cmocka_unit_test(an_encoding_that_is_asked_for_is_taken),
#ifdef SMYI_LIBXML2
        cmocka_unit_test(a_page_is_its_text),
        cmocka_unit_test(a_bomb_of_elements_is_refused),
#endif
        cmocka_unit_test(a_pdf_is_what_pdftotext_says),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
