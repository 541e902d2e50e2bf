/* SPDX-License-Identifier: Apache-2.0 */
/* The source document: who is in it, whose words are whose, and which are the author's. */
#include "support/support.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/reading.h"
#include "text/legacy.h"

static SmyResult *read_source(void)
{
    const char *path = shared_path("source/000_08d511df2c302efd.txt");
    if (!smyi_has_icu())
        skip();
    return reading_of(path, NULL);
}

static const SmyNode *item_of(const SmyNode *list, const char *key, const char *value)
{
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const char *text = smy_node_text(smy_node_get(smy_node_at(list, i), key));
        if (text && strcmp(text, value) == 0)
            return smy_node_at(list, i);
    }
    return NULL;
}

static void sentences_are_those_of_the_table(void **state)
{
    (void)state;
    SmyResult *result = read_source();
    const SmyNode *sentences =
        smy_node_find(smy_result_root(result), "documents.0.sentences");
    FILE *file = fopen(shared_path("source/sentences.tsv"), "r");
    char line[2048];
    size_t n = 0;
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    for (; fgets(line, sizeof line, file); n++) {
        char *at = line;
        (void)strtol(at, &at, 10);
        long start = strtol(at, &at, 10), end = strtol(at, &at, 10);
        const SmyNode *row = smy_node_at(sentences, n);
        if ((long)smy_node_number(smy_node_get(row, "start")) != start ||
            (long)smy_node_number(smy_node_get(row, "end")) != end)
            fail_msg("sentence %zu is not %ld-%ld", n + 1, start, end);
    }
    assert_int_equal(fclose(file), 0);
    assert_int_equal(n, 47);
    assert_int_equal(smy_node_size(sentences), n);
    smy_result_free(result);
}

static void every_person_state_and_bloc_is_found(void **state)
{
    (void)state;
    static const char *const wanted[] = {
        "trump",        "putin",        "rubio",   "witkoff",    "lavrov", "ushakov",
        "us",           "russia",       "ukraine", "eu",         "uk",     "china",
        "syria",        "iran",         "armenia", "azerbaijan", "europe", "west",
        "central-asia", "indo-pacific", "icc",     "wagner"};
    SmyResult *result = read_source();
    const SmyNode *actors = smy_node_get(smy_result_root(result), "actors");
    for (size_t w = 0; w < sizeof wanted / sizeof *wanted; w++)
        if (!item_of(actors, "id", wanted[w]))
            fail_msg("%s is not found", wanted[w]);
    for (size_t a = 0; a < smy_node_size(actors);
         a++) { /* Reuters stands under the pictures */
        const char *id = smy_node_text(smy_node_get(smy_node_at(actors, a), "id"));
        bool known = strcmp(id, "reuters") == 0;
        for (size_t w = 0; w < sizeof wanted / sizeof *wanted; w++)
            known |= strcmp(id, wanted[w]) == 0;
        if (!known)
            fail_msg("%s is not in the text", id);
    }
    smy_result_free(result);
}

/* The sentences whose gloss says SAYS or SAID, claims and narratives; whose words they are. */
static void what_is_said_is_attributed_and_nothing_else(void **state)
{
    (void)state;
    static const struct {
        int sentence;
        const char *speakers[2];
    } wanted[] = {{7, {"russia"}}, {8, {"putin"}},           {9, {"putin"}},
                  {10, {"trump"}}, {11, {"trump"}},          {12, {"trump"}},
                  {19, {"trump"}}, {26, {"trump", "rubio"}}, {30, {"russia"}},
                  {38, {"lavrov"}}};
    enum { N = sizeof wanted / sizeof *wanted };
    SmyResult *result = read_source();
    const SmyNode *list = smy_node_get(smy_result_root(result), "statements");
    for (size_t s = 0; s < smy_node_size(list); s++) {
        const SmyNode *one = smy_node_at(list, s),
                      *speakers = smy_node_get(one, "speakers");
        int sentence = (int)smy_node_number(smy_node_get(one, "sentence"));
        size_t w = 0;
        while (w < N && wanted[w].sentence != sentence)
            w++;
        if (w == N)
            fail_msg("sentence %d is the author's: \"%s\"", sentence,
                     smy_node_text(smy_node_get(one, "text")));
        for (int k = 0; k < 2 && wanted[w].speakers[k]; k++)
            if (!item_of(speakers, "actor", wanted[w].speakers[k]))
                fail_msg("sentence %d is not attributed to %s", sentence,
                         wanted[w].speakers[k]);
    }
    assert_int_equal(smy_node_size(list), N);
    const char *narrative = smy_node_text(smy_node_get(smy_node_at(list, 8), "text"));
    assert_null(strstr(narrative, "自欺欺人")); /* the verdict on it is the author's */
    smy_result_free(result);
}

static void who_is_kept_out_is_found(void **state)
{
    (void)state;
    SmyResult *result = read_source();
    const SmyNode *kept = smy_node_find(smy_result_root(result), "kept_out.0");
    static const char *const wanted[] = {"ukraine", "eu", "uk"};
    for (size_t w = 0; w < 3; w++)
        assert_non_null(item_of(smy_node_get(kept, "who"), "actor", wanted[w]));
    assert_non_null(item_of(smy_node_get(kept, "by"), "actor", "trump"));
    smy_result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_are_those_of_the_table),
        cmocka_unit_test(every_person_state_and_bloc_is_found),
        cmocka_unit_test(what_is_said_is_attributed_and_nothing_else),
        cmocka_unit_test(who_is_kept_out_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
