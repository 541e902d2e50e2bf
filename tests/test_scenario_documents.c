/* SPDX-License-Identifier: Apache-2.0 */
/* Documents are found by their hash, citations verified in them, the words quoted in a check. */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include "support/scenario.h"

#define SPEECH  "e330abded40b6d9d8cb1c0ea1f0e3cdc1dab22cf228801b631533cb4b80e33ac"
#define LETTER  "ed30c846999014fb8fcc450130c8f4c5b0476cc6aa123e5318d8c23e413d4c89"
#define ARCHIVE "248eb14ba2b46ed86fc9729e0df7b802b77ae6cf9d4775f3730eccf62ad0db6e"
#define PAGE    "9ea2ab4043d56c70a0d890f06060837f4ff4ae68d2c85a64b1bd23b06713c8d9"
#define HIDDEN  "f242a4e18872dc50b9e8f0e1cb4796803f49ba3ac3eea64567b4406ae46f5ddf"
#define NOBODY  "0000000000000000000000000000000000000000000000000000000000000000"

static void hear(void *cookie, SmySeverity severity, const SmyError *complaint)
{
    Heard *heard = cookie;
    heard->severity[heard->n] = severity;
    heard->said[heard->n++] = *complaint;
}

/* A scenario with one document "d" of this hash (NULL: none given) and one citation. */
static SmyCode read_as(bool edited, const char *folder, const char *id, const char *sha256,
                       const char *cite, Heard *heard, SmyScenario **out)
{
    char text[512];
    SmyReadOptions options;
    SmyError error;
    smy_read_options_init(&options);
    options.complain = hear;
    options.cookie = heard;
    options.document_folders = &folder;
    options.n_document_folders = 1;
    options.edited = edited;
    *heard = (Heard){0};
    (void)snprintf(text, sizeof text,
                   "documents: {%s: {%s%s}}\nno_deal: {us: {value: 1, cite: %s}}", id,
                   sha256 ? "sha256: " : "", sha256 ? sha256 : "", cite);
    const char *whole = scenario_text(7, text);
    return smy_scenario_parse(whole, strlen(whole), "t.yaml", &options, out, &error);
}

static SmyCode read_in(const char *folder, const char *id, const char *sha256,
                       const char *cite, Heard *heard, SmyScenario **out)
{
    return read_as(false, folder, id, sha256, cite, heard, out);
}

static const char folder[] = "tests/data/scenario/documents";

static void words_are_found_and_quoted(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct {
        const char *row, *sha256, *cite;
        size_t start, end;
        const char *quoted;
    } rows[] = {
        {"behind the byte order mark", SPEECH, "'d@0-2'", 0, 2, "We"},
        {"over a line end, kept as it is", SPEECH, "'d@11-21'", 11, 21, "peace.\r\nWe"},
        {"a letter and its mark are one in NFC", SPEECH, "'d@39-43'", 39, 43, "caf\xC3\xA9"},
        {"to the last code point", SPEECH, "'d@67-76'", 67, 76, " is not.\n"},
        {"in a folder within", LETTER, "'d@0-4'", 0, 4, "\xE4\xBF\x84\xE7\xBE\x85\xE6\x96\xAF "},
        {"upper case hash", "ED30C846999014FB8FCC450130C8F4C5B0476CC6AA123E5318D8C23E413D4C89", "'d@4-10'", 4, 10, "writes"},
#ifdef SMYI_LIBXML2
        {"in the text of a page", PAGE, "'d@3-17'", 3, 17, "ask for peace."},
#endif
        {"by words", LETTER, "{document: d, exact: no hurry}", 12, 20, "no hurry"},
        {"by words with an accent of another form", SPEECH, "{document: d, exact: A cafe\xCC\x81}", 37, 43, "A caf\xC3\xA9"},
        {"by words and what stands before", SPEECH, "{document: d, prefix: 'other ', exact: caf\xC3\xA9}", 63, 67, "caf\xC3\xA9"},
        {"by a range and its words", SPEECH, "{at: 'd@0-16', exact: We ask for peace}", 0, 16, "We ask for peace"},
        {"by a range with more to say of it", SPEECH, "{at: 'd@0-2', reliability: B2}", 0, 2, "We"},
        {"by words and what stands behind", SPEECH, "{document: d, exact: 'We ask for ', suffix: bread}", 19, 30, "We ask for "},
    };
    /* clang-format on */
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        static Heard heard;
        SmyScenario *scenario = NULL;
        if (read_in(folder, "d", rows[r].sha256, rows[r].cite, &heard, &scenario) != SMY_OK)
            fail_msg("%s: %s", rows[r].row, heard.said[0].message);
        const SmyiCitation *one = scenario->citations[0];
        if (one->state != SMYI_CITE_VERIFIED || strcmp(one->quoted, rows[r].quoted) != 0 ||
            one->start != rows[r].start || one->end != rows[r].end)
            fail_msg("%s: %zu-%zu \"%s\"", rows[r].row, one->start, one->end, one->quoted);
        smy_scenario_free(scenario);
    }
}

static void what_does_not_hold_is_an_error(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct {
        const char *row, *id, *sha256, *cite;
        int line, column;
        const char *fragment;
    } rows[] = {
        {"beyond the end", "d", SPEECH, "'d@70-77'", 8, 32, "has 76 code points"},
        {"words that are not there", "d", SPEECH, "{document: d, exact: war}", 8, 32, "are not in the document"},
        {"a range with other words", "d", SPEECH, "{at: 'd@0-16', exact: We ask for bread}", 8, 32, "other words stand at"},
        {"words that are there twice", "d", SPEECH, "{document: d, exact: We ask}", 8, 32, "more than once"},
        {"a prefix that is not there", "d", SPEECH, "{document: d, exact: peace, prefix: 'no '}", 8, 32, "are not in the document"},
        {"a file of the name with another hash", "memo", NOBODY, "'memo@0-3'", 7, 13, "has another hash"},
    };
    /* clang-format on */
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        static Heard heard;
        SmyScenario *scenario = NULL;
        SmyCode code =
            read_in(folder, rows[r].id, rows[r].sha256, rows[r].cite, &heard, &scenario);
        if (code != SMY_ERR_CITATION || heard.n != 1 ||
            heard.said[0].line != rows[r].line || heard.said[0].column != rows[r].column ||
            !strstr(heard.said[0].message, rows[r].fragment))
            fail_msg("%s: %d:%d: %s", rows[r].row, heard.said[0].line, heard.said[0].column,
                     heard.said[0].message);
    }
}

static void what_is_not_at_hand_is_a_notice(void **state)
{
    (void)state;
    static const struct {
        const char *row, *id, *sha256, *fragment, *hint;
    } rows[] = {
        {"nowhere", "d", NOBODY, "is not at hand: 1 citation is", ""},
        {"hidden", "d", HIDDEN, "is not at hand", ""},
        {"without a hash", "d", NULL, "has no hash", "add its sha256"},
        {"without a hash, with a file of the name", "letter", NULL, "has no hash", LETTER},
        {"no text", "d", ARCHIVE, "cannot be read: it is an archive",
         "as text, HTML or PDF"},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        static Heard heard;
        SmyScenario *scenario = NULL;
        char cite[64];
        (void)snprintf(cite, sizeof cite, "'%s@0-3'", rows[r].id);
        assert_int_equal(
            read_in(folder, rows[r].id, rows[r].sha256, cite, &heard, &scenario), SMY_OK);
        int found = -1;
        for (int i = 0; i < heard.n; i++)
            if (strstr(heard.said[i].message, rows[r].fragment))
                found = i;
        if (found < 0 || !strstr(heard.said[found].hint, rows[r].hint))
            fail_msg("%s: %s", rows[r].row,
                     heard.n ? heard.said[0].message : "nothing said");
        assert_int_equal(scenario->citations[0]->state, SMYI_CITE_UNSEEN);
        smy_scenario_free(scenario);
    }
}

static void a_folder_that_is_none_is_an_error(void **state)
{
    (void)state;
    static Heard heard;
    SmyScenario *scenario = NULL;
    assert_int_equal(
        read_in("tests/no such folder", "d", SPEECH, "'d@0-2'", &heard, &scenario),
        SMY_ERR_IO);
    assert_string_equal(heard.said[0].file, "tests/no such folder");
    assert_int_equal(read_in("tests/data/scenario/documents/speech.txt", "d", SPEECH,
                             "'d@0-2'", &heard, &scenario),
                     SMY_OK);
    assert_int_equal(scenario->citations[0]->state, SMYI_CITE_VERIFIED);
    smy_scenario_free(scenario);
}

static void a_check_shows_the_words_beside_our_own(void **state)
{
    (void)state;
    static Heard heard;
    SmyScenario *scenario = NULL;
    assert_int_equal(
        read_in(folder, "d", SPEECH, "'d@0-16', judgement: they ask", &heard, &scenario),
        SMY_OK);
    SmyResult *result = NULL;
    assert_int_equal(smy_check(scenario, &result, NULL), SMY_OK);
    const SmyNode *root = smy_result_root(result);
    static const struct {
        const char *path, *want;
    } texts[] = {{"citations.0.quoted", "We ask for peace"},
                 {"citations.0.gloss", "they ask"},
                 {"citations.0.used_by.0", "no_deal.us"},
                 {"citations.0.state", "verified"},
                 {"documents.0.state", "verified"},
                 {"inputs.0.support", "unsupported"},
                 {"scenario.id", "t"}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const char *got = smy_node_text(smy_node_find(root, texts[i].path));
        if (!got || strcmp(got, texts[i].want) != 0)
            fail_msg("%s: %s", texts[i].path, got ? got : "nothing");
    }
    static const struct {
        const char *path;
        double want;
    } numbers[] = {{"counts.inputs", 9},    {"counts.cited", 1},
                   {"counts.judged", 0},    {"counts.unsupported", 8},
                   {"counts.citations", 1}, {"counts.verified", 1},
                   {"counts.unseen", 0},    {"citations.0.line", 8}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        check_near(numbers[i].path, smy_node_number(smy_node_find(root, numbers[i].path)),
                   numbers[i].want, 0, "hand");
    smy_result_free(result);
    smy_scenario_free(scenario);
    check_done();
}

static void words_that_are_nearly_there_are_named(void **state)
{
    (void)state;
    static Heard heard;
    SmyScenario *scenario = NULL;
    assert_int_equal(read_in(folder, "d", SPEECH,
                             "{document: d, exact: 'We asked for peace'}", &heard,
                             &scenario),
                     SMY_ERR_CITATION);
    assert_non_null(strstr(heard.said[0].hint, "at 0-16, 2 edits away: We ask for peace"));
}

static void an_edited_document_is_followed(void **state)
{
    (void)state;
    static const struct {
        const char *row, *id, *sha256, *cite;
        SmyiCiteState want;
        size_t start, end, distance;
    } rows[] = {
        {"words as they were", "memo", NOBODY, "{document: memo, exact: version of a}",
         SMYI_CITE_FOLLOWED, 11, 23, 0},
        {"words that were changed", "memo", NOBODY,
         "{document: memo, exact: The first version}", SMYI_CITE_STALE, 0, 0, 0},
        {"words that were changed a little", "memo", NOBODY,
         "{document: memo, exact: The second versions}", SMYI_CITE_FOLLOWED, 0, 18, 1},
        {"a range alone", "memo", NOBODY, "'memo@0-3'", SMYI_CITE_STALE, 0, 3, 0},
        {"a range with its words", "memo", NOBODY, "{at: 'memo@90-96', exact: second}",
         SMYI_CITE_FOLLOWED, 4, 10, 0},
        {"the document itself is at hand", "speech", SPEECH, "'speech@0-2'",
         SMYI_CITE_VERIFIED, 0, 2, 0},
        {"no hash was given", "memo", NULL, "{document: memo, exact: second}",
         SMYI_CITE_FOLLOWED, 4, 10, 0},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        static Heard heard;
        SmyScenario *scenario = NULL;
        if (read_as(true, folder, rows[r].id, rows[r].sha256, rows[r].cite, &heard,
                    &scenario) != SMY_OK)
            fail_msg("%s: %s", rows[r].row, heard.said[0].message);
        const SmyiCitation *one = scenario->citations[0];
        if (one->state != rows[r].want || one->distance != rows[r].distance ||
            one->start != rows[r].start || one->end != rows[r].end)
            fail_msg("%s: state %d, %zu-%zu, %zu away", rows[r].row, (int)one->state,
                     one->start, one->end, one->distance);
        smy_scenario_free(scenario);
    }
}

static void sources_say_whose_how_good_and_who_differs(void **state)
{
    (void)state;
    static Heard heard;
    SmyScenario *scenario = NULL;
    assert_int_equal(
        read_in(
            folder, "d", SPEECH,
            "[{at: 'd@0-2', voice: ru, reliability: B2, disputed_by: [author, {voice: us, "
            "cite: 'd@3-6'}]}, 'd@7-10'], voice: author",
            &heard, &scenario),
        SMY_OK);
    assert_int_equal(scenario->n_citations, 3);
    SmyResult *result = NULL;
    assert_int_equal(smy_check(scenario, &result, NULL), SMY_OK);
    const SmyNode *root = smy_result_root(result);
    int at = smyi_input_find(scenario, "no_deal.us");
    static const struct {
        const char *path, *want;
    } texts[] = {{"sources.0.voice", "ru"},
                 {"sources.0.reliability", "B2"},
                 {"sources.0.quoted", "We"},
                 {"sources.0.disputed_by.0.voice", "author"},
                 {"sources.0.disputed_by.1.voice", "us"},
                 {"sources.0.disputed_by.1.quoted", "ask"},
                 {"sources.1.voice", "author"},
                 {"sources.1.state", "verified"}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char path[128];
        (void)snprintf(path, sizeof path, "inputs.%d.%s", at, texts[i].path);
        const char *got = smy_node_text(smy_node_find(root, path));
        if (!got || strcmp(got, texts[i].want) != 0)
            fail_msg("%s: %s", path, got ? got : "nothing");
    }
    smy_result_free(result);
    smy_scenario_free(scenario);
}

static void a_passage_is_told_by_its_place(void **state)
{
    (void)state;
    static const struct {
        const char *row, *sha256, *document;
        size_t from, to;
        SmyCode code;
        const char *text;
        double end;
    } rows[] = {
        {"a range", SPEECH, "d", 37, 43, SMY_OK, "A caf\xC3\xA9", 43},
        {"the end stands for what lies behind it", SPEECH, "d", 68, 999, SMY_OK,
         "is not.\n", 76},
        {"nothing is a passage too", SPEECH, "d", 76, 76, SMY_OK, "", 76},
        {"backwards", SPEECH, "d", 5, 4, SMY_ERR_RANGE, NULL, 0},
        {"behind the end", SPEECH, "d", 77, 99, SMY_ERR_RANGE, NULL, 0},
        {"not at hand", NOBODY, "d", 0, 4, SMY_ERR_MISSING, NULL, 0},
        {"no such document", SPEECH, "e", 0, 4, SMY_ERR_UNKNOWN, NULL, 0},
        {"no plain text", PAGE, "d", 0, 4, SMY_ERR_TYPE, NULL, 0},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        static Heard heard;
        const char *folders[] = {folder};
        SmyScenario *scenario = NULL;
        SmyResult *result = NULL;
        SmyReadOptions options;
        smy_read_options_init(&options);
        options.document_folders = folders;
        options.n_document_folders = 1;
        assert_int_equal(read_in(folder, "d", rows[r].sha256, "'d@0-2'", &heard, &scenario),
                         SMY_OK);
        SmyCode code = smy_document_passage(scenario, rows[r].document, &options,
                                            rows[r].from, rows[r].to, &result, NULL);
        const SmyNode *root = smy_result_root(result);
        if (code != rows[r].code)
            fail_msg("%s: %s", rows[r].row, smy_code_text(code));
        if (code == SMY_OK) {
            assert_string_equal(smy_node_text(smy_node_get(root, "text")), rows[r].text);
            assert_true(smy_node_number(smy_node_get(root, "to")) == rows[r].end);
            assert_true(smy_node_number(smy_node_get(root, "length")) == 76);
        }
        smy_result_free(result);
        assert_int_equal(strlen(smy_scenario_sha256(scenario)), 64);
        smy_scenario_free(scenario);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_and_quoted),
        cmocka_unit_test(what_does_not_hold_is_an_error),
        cmocka_unit_test(what_is_not_at_hand_is_a_notice),
        cmocka_unit_test(a_folder_that_is_none_is_an_error),
        cmocka_unit_test(a_check_shows_the_words_beside_our_own),
        cmocka_unit_test(words_that_are_nearly_there_are_named),
        cmocka_unit_test(an_edited_document_is_followed),
        cmocka_unit_test(sources_say_whose_how_good_and_who_differs),
        cmocka_unit_test(a_passage_is_told_by_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
