/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences: where they end in Chinese and English, and what does not end them. */
#include "support/support.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "text/legacy.h"
#include "text/lines.h"
#include "text/sentences.h"

/* The text's sentences, "|" between two of a paragraph, "/" between paragraphs. */
static void split(const char *text, char *out, size_t size)
{
    SmyiArena arena = {0};
    SmyiDocumentText document;
    SmyiSentence *list;
    size_t n, used = 0;
    assert_int_equal(smyi_document_of(text, strlen(text), &arena, &document), SMY_OK);
    uint32_t *points = smyi_unwrapped(&document, &arena);
    assert_int_equal(smyi_sentences(points, document.n_code_points, &arena, &list, &n),
                     SMY_OK);
    out[0] = '\0';
    for (size_t s = 0; s < n; s++) {
        const char *words =
            smyi_document_quote(&document, list[s].start, list[s].end, &arena);
        const char *joint = s == 0                                       ? ""
                            : list[s].paragraph == list[s - 1].paragraph ? "|"
                                                                         : "/";
        used += (size_t)snprintf(out + used, size - used, "%s%s", joint, words);
    }
    smyi_arena_free(&arena);
}

static void sentences_end_where_a_reader_ends_them(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
        bool needs_icu;
    } rows[] = {
        {"甲。乙！丙？", "甲。|乙！|丙？", false},
        {"他說：「好。」她走了。", "他說：「好。」|她走了。", false},
        {"他说：“好。”她走了。", "他说：“好。”|她走了。", false},
        {"到了。「好」，他說。", "到了。|「好」，他說。", true},
        {"合影。（Reuters）\n\n下段。", "合影。|（Reuters）/下段。", true},
        {"一、二；三。", "一、二；三。", false},
        {"Mr. Smith met Dr. Jones. They left.", "Mr. Smith met Dr. Jones.|They left.",
         true},
        {"The U.S. Senate met. It voted.", "The U.S. Senate met.|It voted.", true},
        {"He is in the U.S. The talks go on.", "He is in the U.S.|The talks go on.", true},
        {"J. D. Vance came. \"Why?\" he asked.", "J. D. Vance came.|\"Why?\" he asked.",
         true},
        {"It cost 3.5 bn. \"No,\" he said. \"Never.\"",
         "It cost 3.5 bn.|\"No,\" he said.|\"Never.\"", true},
        {"Heading\nText here.", "Heading/Text here.", true},
        {"One line that is wrapped to some width or other\nat fifty columns and goes on "
         "here, "
         "as\nplain text does.\n\nNext.",
         "One line that is wrapped to some width or other\nat fifty columns and goes on "
         "here, "
         "as\nplain text does./Next.",
         true},
    };
    char got[1024];
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        split(rows[r].text, got, sizeof got);
        if ((smyi_has_icu() || !rows[r].needs_icu) && strcmp(got, rows[r].want) != 0)
            fail_msg("got  %s\nwant %s", got, rows[r].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_end_where_a_reader_ends_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
