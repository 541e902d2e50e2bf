/* SPDX-License-Identifier: Apache-2.0 */
/* How well documents are read: precision and recall on annotated texts, with floors. */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include "support/reading.h"
#include "text/legacy.h"

static const char folder[] = "tests/data/reading";

static const char *const kinds[] = {"actors", "statements", "relations", "kept out",
                                    "dates"};

static json_t *annotation_of(const char *name)
{
    char path[128];
    json_error_t error;
    (void)snprintf(path, sizeof path, "%s/%s.json", folder, name);
    json_t *annotation = json_load_file(path, 0, &error);
    if (!annotation)
        fail_msg("%s: %s", path, error.text);
    return annotation;
}

static void measure(const char *name, const char *set, Reckoning *sum)
{
    char path[128];
    json_t *annotation = annotation_of(name);
    if (strcmp(json_string_value(json_object_get(annotation, "set")), set) == 0) {
        (void)snprintf(path, sizeof path, "%s/%s.txt", folder, name);
        printf("  %s\n", name);
        SmyResult *result = reading_of(path, NULL);
        json_t *tree = reading_json(result);
        reading_measure(tree, annotation, sum);
        json_decref(tree);
        smy_result_free(result);
    }
    json_decref(annotation);
}

static void print_and_check(const char *set, const Reckoning *sum, const double floors[][2])
{
    printf("  %-11s precision  recall   (right, wrong, missed)\n", set);
    for (int m = 0; m < N_MEASURES; m++) {
        const Tally *t = &sum->of[m];
        printf("  %-11s %6.2f    %6.2f     (%d, %d, %d)\n", kinds[m], reading_precision(t),
               reading_recall(t), t->hits, t->extra, t->missed);
    }
    printf("  judgements of the author attributed: %d\n", sum->author);
    for (int m = 0; m < N_MEASURES; m++)
        if (reading_precision(&sum->of[m]) < floors[m][0] ||
            reading_recall(&sum->of[m]) < floors[m][1])
            fail_msg("%s, %s: below the floor of %.2f and %.2f", set, kinds[m],
                     floors[m][0], floors[m][1]);
    assert_int_equal(sum->author, 0);
}

static const char *const names[] = {
    "hant-talks", "hant-strait", "hant-nuclear",  "hant-review", "hans-trade",
    "hans-gulf",  "hans-memo",   "hans-caucasus", "en-accord",   "en-sanctions",
    "en-column",  "en-arctic",   "en-lakes",      "hant-water",  "hans-ports",
    "en-straits", "en-ceasefire"};

static void measure_set(const char *set, const double floors[][2])
{
    Reckoning sum = {0};
    if (!smyi_has_icu())
        skip();
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        measure(names[n], set, &sum);
    print_and_check(set, &sum, floors);
}

/* Texts that were looked at while the rules were made. */
static void texts_that_were_seen(void **state)
{
    static const double floors[N_MEASURES][2] = {
        {0.98, 0.98}, {0.95, 0.95}, {0.95, 0.95}, {0.95, 0.95}, {0.98, 0.98}};
    (void)state;
    measure_set("seen", floors);
}

/* Texts that were written when the rules stood; how they were first read: docs/read.md. */
static void texts_that_were_held_back(void **state)
{
    static const double floors[N_MEASURES][2] = {
        {0.98, 0.98}, {0.88, 0.88}, {0.90, 0.88}, {0.90, 0.90}, {0.98, 0.98}};
    (void)state;
    measure_set("held", floors);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_that_were_seen),
        cmocka_unit_test(texts_that_were_held_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
