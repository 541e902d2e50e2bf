/* SPDX-License-Identifier: Apache-2.0 */
/* Documents as text: well-formed UTF-8, NFC, code points, passages. */
#include "support/support.h"

#include <string.h>

#include "text/document.h"
#include "text/utf8.h"

/* ---- UTF-8 ---- */

static void utf8_is_checked_by_the_byte(void **state)
{
    (void)state;
    static const struct {
        const char *row, *bytes;
        size_t length, good; /* bytes that are well-formed */
    } rows[] = {
        {"nothing", "", 0, 0},
        {"ASCII", "abc", 3, 3},
        {"two bytes", "a\xC3\xA9", 3, 3},
        {"three bytes", "\xE4\xBF\x84", 3, 3},
        {"four bytes", "\xF0\x9F\x98\x80", 4, 4},
        {"the last code point", "\xF4\x8F\xBF\xBF", 4, 4},
        {"behind the last code point", "\xF4\x90\x80\x80", 4, 0},
        {"a trail alone", "a\x80", 2, 1},
        {"cut short", "a\xE4\xBF", 3, 1},
        {"overlong in two", "\xC1\xBF", 2, 0},
        {"overlong in three", "\xE0\x9F\xBF", 3, 0},
        {"overlong in four", "\xF0\x8F\xBF\xBF", 4, 0},
        {"a surrogate", "\xED\xA0\x80", 3, 0},
        {"the last before the surrogates", "\xED\x9F\xBF", 3, 3},
        {"a lead in place of a trail", "\xC3\xC3\xA9", 3, 0},
        {"a byte that never comes", "\xFF", 1, 0},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
        check_near(rows[r].row, (double)smyi_utf8_check(rows[r].bytes, rows[r].length),
                   (double)rows[r].good, 0, "Unicode 15, table 3-7");
    check_done();
}

static void code_points_are_counted_and_cut(void **state)
{
    (void)state;
    static const char text[] = "a\xC3\xA9\xE4\xBF\x84\xF0\x9F\x98\x80z";
    static const size_t bytes[] = {0, 1, 3, 6, 10, 11, 11};
    assert_int_equal(smyi_utf8_count(text, strlen(text)), 5);
    for (size_t n = 0; n < 7; n++)
        assert_int_equal(smyi_utf8_prefix(text, strlen(text), n), bytes[n]);
}

/* ---- Documents ---- */

static void text_is_put_into_nfc(void **state)
{
    (void)state;
    static const struct {
        const char *row, *bytes, *text;
        size_t n_code_points;
    } rows[] = {
        {"ASCII", "plain", "plain", 5},
        {"composed", "caf\xC3\xA9", "caf\xC3\xA9", 4},
        {"decomposed", "cafe\xCC\x81", "caf\xC3\xA9", 4},
        {"two marks in the wrong order", "q\xCC\x87\xCC\xA3", "q\xCC\xA3\xCC\x87", 3},
        {"Hangul", "\xE1\x84\x80\xE1\x85\xA1", "\xEA\xB0\x80", 1},
        {"a singleton", "\xE2\x84\xAB", "\xC3\x85", 1},
        {"compatibility forms stay", "\xEF\xAC\x81", "\xEF\xAC\x81", 1},
        {"byte order mark",
         "\xEF\xBB\xBF"
         "x",
         "x", 1},
        {"line ends", "a\r\nb\rc\n", "a\r\nb\rc\n", 7},
        {"nothing", "", "", 0},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        SmyiArena arena = {0};
        SmyiDocumentText document;
        assert_int_equal(
            smyi_document_text(rows[r].bytes, strlen(rows[r].bytes), &arena, &document),
            SMY_OK);
        if (strcmp(document.text, rows[r].text) != 0 ||
            document.n_code_points != rows[r].n_code_points)
            fail_msg("%s: %zu code points", rows[r].row, document.n_code_points);
        smyi_arena_free(&arena);
    }
}

static void what_is_no_plain_text_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
    } rows[] = {{"%PDF-1.7\n", 9}, {"  \n<!DOCTYPE HTML>", 18},
                {"<html>", 6},     {"<?xml version='1.0'?>", 21},
                {"a\0b", 3},       {"caf\xE9", 4}};
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        SmyiArena arena = {0};
        SmyiDocumentText document;
        assert_int_equal(
            smyi_document_text(rows[r].bytes, rows[r].length, &arena, &document),
            SMY_ERR_TYPE);
        smyi_arena_free(&arena);
    }
}

/* A text of 2,000 code points, of one to four bytes each, in which every passage is unlike. */
static void passages_are_found_wherever_they_stand(void **state)
{
    (void)state;
    static const char *const letters[] = {"a", "\xC3\xA9", "\xE4\xBF\x84",
                                          "\xF0\x9F\x98\x80"};
    char bytes[2000 * 4 + 1] = "";
    size_t n = 0;
    for (unsigned i = 0, x = 1; i < 2000; i++) {
        x = x * 1664525u + 1013904223u;
        const char *letter = letters[x >> 30];
        memcpy(bytes + n, letter, strlen(letter));
        n += strlen(letter);
    }
    SmyiArena arena = {0};
    SmyiDocumentText document;
    assert_int_equal(smyi_document_text(bytes, n, &arena, &document), SMY_OK);
    assert_int_equal(document.n_code_points, 2000);
    for (size_t start = 0; start + 40 <= 2000; start += 7) {
        const char *words = smyi_document_quote(&document, start, start + 40, &arena);
        SmyiPassage passage;
        assert_int_equal(smyi_utf8_count(words, strlen(words)), 40);
        assert_int_equal(smyi_document_find(&document, words, NULL, NULL, &arena, &passage),
                         SMY_OK);
        assert_int_equal(passage.n_found, 1);
        assert_int_equal(passage.start, start);
        assert_int_equal(passage.end, start + 40);
    }
    assert_string_equal(smyi_document_quote(&document, 2000, 2000, &arena), "");
    smyi_arena_free(&arena);
}

static void overlapping_words_are_more_than_one(void **state)
{
    (void)state;
    SmyiArena arena = {0};
    SmyiDocumentText document;
    SmyiPassage passage;
    assert_int_equal(smyi_document_text("xaaay", 5, &arena, &document), SMY_OK);
    assert_int_equal(smyi_document_find(&document, "aa", NULL, NULL, &arena, &passage),
                     SMY_OK);
    assert_int_equal(passage.n_found, 2);
    assert_int_equal(smyi_document_find(&document, "aa", "x", NULL, &arena, &passage),
                     SMY_OK);
    assert_int_equal(passage.n_found, 1);
    assert_int_equal(passage.start, 1);
    assert_int_equal(smyi_document_find(&document, "aa", NULL, "y", &arena, &passage),
                     SMY_OK);
    assert_int_equal(passage.start, 2);
    smyi_arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_is_checked_by_the_byte),
        cmocka_unit_test(code_points_are_counted_and_cut),
        cmocka_unit_test(text_is_put_into_nfc),
        cmocka_unit_test(what_is_no_plain_text_is_refused),
        cmocka_unit_test(passages_are_found_wherever_they_stand),
        cmocka_unit_test(overlapping_words_are_more_than_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
