/* SPDX-License-Identifier: Apache-2.0 */
/* Words found again in a text that was edited since: place, distance, ambiguity. */
#include "support/support.h"

#include <string.h>

#include "text/anchor.h"

static SmyiNear look(const char *text, const char *exact, const char *prefix,
                     const char *suffix, SmyiArena *mem)
{
    SmyiDocumentText document;
    SmyiNear near = {0};
    assert_int_equal(smyi_document_text(text, strlen(text), mem, &document), SMY_OK);
    assert_int_equal(smyi_document_near(&document, exact, prefix, suffix, mem, &near),
                     SMY_OK);
    return near;
}

static void the_nearest_passage_is_found(void **state)
{
    (void)state;
    /* Distances by hand: code points put in, left out, replaced. */
    static const struct {
        const char *row, *text, *prefix, *exact, *suffix;
        size_t n_found, start, end, distance;
    } rows[] = {
        {"unchanged", "a talk in no hurry at all", NULL, "in no hurry", NULL, 1, 7, 18, 0},
        {"one replaced", "a talk in no harry at all", NULL, "in no hurry", NULL, 1, 7, 18,
         1},
        {"one put in", "a talk in no hurrry at all", NULL, "in no hurry", NULL, 1, 7, 19,
         1},
        {"one left out", "a talk in no hury at all", NULL, "in no hurry", NULL, 1, 7, 17,
         1},
        {"two", "a talk in no hary at all", NULL, "in no hurry", NULL, 1, 7, 17, 2},
        {"three in eleven are too many", "a talk on no hary at all", NULL, "in no hurry",
         NULL, 0, 0, 0, 0},
        {"four code points bear no edit", "a wat", NULL, "war!", NULL, 0, 0, 0, 0},
        {"four code points, unchanged", "a war!", NULL, "war!", NULL, 1, 2, 6, 0},
        {"context counts, and is no part of it", "they were in no harry to go", "they are ",
         "in no hurry", " to go", 1, 10, 21, 3},
        {"context tells two apart", "we ask bread; you ask bread", "you ", "ask bread",
         NULL, 1, 18, 27, 0},
        {"two as near", "an open table, an open cable", NULL, "an open fable", NULL, 2, 0,
         13, 1},
        {"the nearer of two", "an open tables, an open fable", NULL, "an open fable", NULL,
         1, 16, 29, 0},
        {"at the very beginning", "eace at once", NULL, "peace at", NULL, 1, 0, 7, 1},
        {"at the very end", "now peace", NULL, "w peaces", NULL, 1, 2, 9, 1},
        {"letters of three bytes",
         "\xE4\xBF\x84\xE7\xBE\x85\xE6\x96\xAF\xE4\xB8\xA6\xE4\xB8\x8D\xE6\x80\xA5", NULL,
         "\xE7\xBE\x85\xE6\x96\xAF\xE7\xB5\xB6\xE4\xB8\x8D\xE6\x80\xA5", NULL, 1, 1, 6, 1},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        SmyiArena mem = {0};
        SmyiNear near =
            look(rows[r].text, rows[r].exact, rows[r].prefix, rows[r].suffix, &mem);
        if (near.n_found != rows[r].n_found || near.distance != rows[r].distance ||
            near.start != rows[r].start || near.end != rows[r].end)
            fail_msg("%s: %zu found, %zu-%zu, %zu away", rows[r].row, near.n_found,
                     near.start, near.end, near.distance);
        smyi_arena_free(&mem);
    }
}

/* The plain table of the distance of two whole texts, neither longer than 7 letters. */
static size_t plain_distance(const char *a, size_t n, const char *b, size_t m)
{
    size_t table[8][8] = {{0}};
    for (size_t i = 0; i <= n; i++)
        for (size_t j = 0; j <= m; j++) {
            size_t best = i + j;
            if (i && j)
                best = table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            if (i && table[i - 1][j] + 1 < best)
                best = table[i - 1][j] + 1;
            if (j && table[i][j - 1] + 1 < best)
                best = table[i][j - 1] + 1;
            table[i][j] = best;
        }
    return table[n][m];
}

static void the_distance_is_the_least_over_all_passages(void **state)
{
    (void)state;
    static const char *const patterns[] = {"abcab", "aabba", "abaab", "babab"};
    for (size_t p = 0; p < 4; p++)
        for (unsigned bits = 0; bits < 64; bits++) {
            char text[8] = "";
            for (int i = 0; i < 6; i++)
                text[i] = (char)('a' + (bits >> i & 1));
            size_t best = 99;
            for (size_t from = 0; from <= 6; from++)
                for (size_t to = from; to <= 6; to++) {
                    size_t d = plain_distance(patterns[p], 5, text + from, to - from);
                    best = d < best ? d : best;
                }
            SmyiArena mem = {0};
            SmyiNear near = look(text, patterns[p], NULL, NULL, &mem);
            if ((near.n_found > 0) != (best <= 1) ||
                (near.n_found && near.distance != best))
                fail_msg("%s in %s: %zu, not %zu", patterns[p], text, near.distance, best);
            smyi_arena_free(&mem);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nearest_passage_is_found),
        cmocka_unit_test(the_distance_is_the_least_over_all_passages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
