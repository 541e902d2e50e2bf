/* SPDX-License-Identifier: Apache-2.0 */
/* Reading measured against annotated texts: hits, false finds and misses of each kind. */
#include "support/reading.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/support.h"
#include "text/utf8.h"

enum { MOST = 400 };

/* A statement counts as found where the two ranges share this part of their union. */
static const double SAME = 0.7;

SmyResult *reading_of(const char *path, const char *date)
{
    SmyDocument document = {.name = path};
    SmyReadingOptions options;
    SmyResult *result = NULL;
    SmyError err = {0};
    smy_reading_options_init(&options);
    options.date = date;
    if (smy_read(&document, 1, &options, &result, &err) != SMY_OK)
        fail_msg("%s: %s", path, err.message);
    return result;
}

static SmyCode collect(void *cookie, const char *bytes, size_t length)
{
    return fwrite(bytes, 1, length, (FILE *)cookie) == length ? SMY_OK : SMY_ERR_IO;
}

json_t *reading_json(const SmyResult *result)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    assert_non_null(stream);
    assert_int_equal(smy_node_write_json(smy_result_root(result), collect, stream), SMY_OK);
    assert_int_equal(fclose(stream), 0);
    json_t *tree = json_loads(text, 0, NULL);
    free(text);
    assert_non_null(tree);
    return tree;
}

double reading_precision(const Tally *tally)
{
    int all = tally->hits + tally->extra;
    return all ? (double)tally->hits / all : 1;
}

double reading_recall(const Tally *tally)
{
    int all = tally->hits + tally->missed;
    return all ? (double)tally->hits / all : 1;
}

/* ---- Sets of texts ---- */

typedef struct Set {
    char all[MOST][160];
    int n;
    bool is_bag; /* the same may be in it twice */
} Set;

static void put(Set *set, const char *text)
{
    for (int i = 0; i < set->n && !set->is_bag; i++)
        if (strcmp(set->all[i], text) == 0)
            return;
    assert_in_range(set->n, 0, MOST - 1);
    (void)snprintf(set->all[set->n++], sizeof set->all[0], "%s", text);
}

static void compare(const char *what, const Set *want, const Set *got, Tally *tally)
{
    bool used[MOST] = {false};
    for (int w = 0; w < want->n; w++) {
        int g = 0;
        while (g < got->n && (used[g] || strcmp(want->all[w], got->all[g]) != 0))
            g++;
        if (g < got->n) {
            used[g] = true;
            tally->hits++;
        } else {
            tally->missed++;
            printf("    missed %s: %s\n", what, want->all[w]);
        }
    }
    for (int g = 0; g < got->n; g++)
        if (!used[g]) {
            tally->extra++;
            printf("    wrong %s: %s\n", what, got->all[g]);
        }
}

/* ---- Actors ---- */

static const char *text_at(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

/* The id of the actor that the annotation calls so: by its id or one of its names. */
static const char *id_of(const json_t *tree, const char *name)
{
    size_t i;
    const json_t *actor, *value;
    const char *key;
    json_array_foreach(json_object_get(tree, "actors"), i, actor) {
        if (strcmp(text_at(actor, "id"), name) == 0)
            return name;
        json_object_foreach(json_object_get(actor, "names"), key, value)
            if (strcmp(json_string_value(value), name) == 0)
                return text_at(actor, "id");
    }
    return name;
}

static void measure_actors(const json_t *tree, const json_t *annotation, Tally *tally)
{
    static Set want, got;
    want.n = got.n = 0;
    size_t i;
    const json_t *one;
    json_array_foreach(json_object_get(annotation, "actors"), i, one)
        put(&want, id_of(tree, json_string_value(one)));
    json_array_foreach(json_object_get(tree, "actors"), i, one)
        put(&got, text_at(one, "id"));
    compare("actor", &want, &got, tally);
}

/* ---- Relations, who is kept out, dates ---- */

static void put_pair(Set *set, const char *type, bool mutual, const char *from,
                     const char *to)
{
    char text[160];
    bool turn = mutual && strcmp(from, to) > 0;
    (void)snprintf(text, sizeof text, "%s %s %s", type, turn ? to : from, turn ? from : to);
    put(set, text);
}

static bool is_mutual(const char *type)
{
    return strcmp(type, "meet") == 0 || strcmp(type, "call") == 0 ||
           strcmp(type, "agree") == 0 || strcmp(type, "cooperate") == 0;
}

static void measure_relations(const json_t *tree, const json_t *annotation, Tally *tally)
{
    static Set want, got;
    want.n = got.n = 0;
    size_t i, f, t;
    const json_t *one, *from, *to;
    json_array_foreach(json_object_get(annotation, "relations"), i, one) {
        const char *type = json_string_value(json_array_get(one, 0));
        put_pair(&want, type, is_mutual(type),
                 id_of(tree, json_string_value(json_array_get(one, 1))),
                 id_of(tree, json_string_value(json_array_get(one, 2))));
    }
    json_array_foreach(json_object_get(tree, "relations"), i, one)
        json_array_foreach(json_object_get(one, "from"), f, from)
            json_array_foreach(json_object_get(one, "to"), t, to)
                if (*text_at(from, "actor") && *text_at(to, "actor"))
                    put_pair(&got, text_at(one, "type"),
                             json_is_true(json_object_get(one, "mutual")),
                             text_at(from, "actor"), text_at(to, "actor"));
    compare("relation", &want, &got, tally);
}

static void measure_kept_out(const json_t *tree, const json_t *annotation, Tally *tally)
{
    static Set want, got;
    want.n = got.n = 0;
    size_t i, w;
    const json_t *one, *who;
    json_array_foreach(json_object_get(annotation, "kept_out"), i, one)
        put(&want, id_of(tree, json_string_value(one)));
    json_array_foreach(json_object_get(tree, "kept_out"), i, one)
        json_array_foreach(json_object_get(one, "who"), w, who)
            if (*text_at(who, "actor") && !json_is_true(json_object_get(one, "negated")))
                put(&got, text_at(who, "actor"));
    compare("kept out", &want, &got, tally);
}

static void measure_dates(const json_t *tree, const json_t *annotation, Tally *tally)
{
    static Set want = {.is_bag = true}, got = {.is_bag = true};
    want.n = got.n = 0;
    size_t i;
    const json_t *one;
    const json_t *document = json_array_get(json_object_get(tree, "documents"), 0);
    json_array_foreach(json_object_get(annotation, "dates"), i, one)
        put(&want, json_string_value(one));
    json_array_foreach(json_object_get(document, "dates"), i, one)
        if (*text_at(one, "date"))
            put(&got, text_at(one, "date"));
    compare("date", &want, &got, tally);
}

/* ---- Statements ---- */

typedef struct Range {
    double start, end;
} Range;

/* Code points of the words within the document's text, which the sentences hold. */
static Range range_of(const json_t *tree, const char *words)
{
    size_t i;
    const json_t *sentence;
    const json_t *document = json_array_get(json_object_get(tree, "documents"), 0);
    json_array_foreach(json_object_get(document, "sentences"), i, sentence) {
        const char *text = text_at(sentence, "text"), *at = strstr(text, words);
        if (!at)
            continue;
        double start = json_number_value(json_object_get(sentence, "start")) +
                       (double)smyi_utf8_count(text, (size_t)(at - text));
        return (Range){start, start + (double)smyi_utf8_count(words, strlen(words))};
    }
    fail_msg("the annotation's words are in no sentence: %s", words);
    return (Range){0, 0};
}

static double overlap(Range a, Range b)
{
    double low = a.start > b.start ? a.start : b.start,
           high = a.end < b.end ? a.end : b.end;
    return high > low ? high - low : 0;
}

static Range range_at(const json_t *statement)
{
    return (Range){json_number_value(json_object_get(statement, "start")),
                   json_number_value(json_object_get(statement, "end"))};
}

static int count_named(const json_t *statement)
{
    int n = 0;
    size_t i;
    const json_t *speaker;
    json_array_foreach(json_object_get(statement, "speakers"), i, speaker)
        n += *text_at(speaker, "actor") != '\0';
    return n;
}

static bool has_speakers(const json_t *tree, const json_t *statement, const json_t *wanted)
{
    size_t i, k;
    const json_t *name, *speaker;
    json_array_foreach(wanted, i, name) {
        const char *id = id_of(tree, json_string_value(name));
        bool found = false;
        json_array_foreach(json_object_get(statement, "speakers"), k, speaker)
            found |= strcmp(text_at(speaker, "actor"), id) == 0;
        if (!found)
            return false;
    }
    return count_named(statement) == (int)json_array_size(wanted);
}

static bool is_same(const json_t *tree, const json_t *found, const json_t *wanted)
{
    Range a = range_at(found), b = range_of(tree, text_at(wanted, "text"));
    double shared = overlap(a, b), all = a.end - a.start + b.end - b.start - shared;
    return all > 0 && shared / all >= SAME &&
           has_speakers(tree, found, json_object_get(wanted, "speakers")) &&
           json_is_true(json_object_get(found, "negated")) ==
               json_is_true(json_object_get(wanted, "negated"));
}

static void measure_statements(const json_t *tree, const json_t *annotation, Tally *tally)
{
    bool used[MOST] = {false};
    size_t w, f;
    const json_t *wanted, *found;
    const json_t *all = json_object_get(tree, "statements");
    json_array_foreach(json_object_get(annotation, "statements"), w, wanted) {
        bool hit = false;
        json_array_foreach(all, f, found)
            if (!hit && f < MOST && !used[f] && is_same(tree, found, wanted))
                hit = used[f] = true;
        tally->hits += hit;
        tally->missed += !hit;
        if (!hit)
            printf("    missed statement: %s\n", text_at(wanted, "text"));
    }
    json_array_foreach(all, f, found)
        if (f < MOST && !used[f] && count_named(found) > 0) {
            tally->extra++;
            printf("    wrong statement: %s\n", text_at(found, "text"));
        }
}

static int count_author(const json_t *tree, const json_t *annotation)
{
    int n = 0;
    size_t a, f;
    const json_t *words, *found;
    json_array_foreach(json_object_get(annotation, "author"), a, words)
        json_array_foreach(json_object_get(tree, "statements"), f, found)
            if (count_named(found) > 0 &&
                overlap(range_at(found), range_of(tree, json_string_value(words))) > 2) {
                n++;
                printf("    the author's words attributed: %s\n", text_at(found, "text"));
            }
    return n;
}

void reading_measure(const json_t *tree, const json_t *annotation, Reckoning *sum)
{
    measure_actors(tree, annotation, &sum->of[MEASURE_ACTORS]);
    measure_statements(tree, annotation, &sum->of[MEASURE_STATEMENTS]);
    measure_relations(tree, annotation, &sum->of[MEASURE_RELATIONS]);
    measure_kept_out(tree, annotation, &sum->of[MEASURE_KEPT_OUT]);
    measure_dates(tree, annotation, &sum->of[MEASURE_DATES]);
    sum->author += count_author(tree, annotation);
}
