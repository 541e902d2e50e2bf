/* SPDX-License-Identifier: Apache-2.0 */
/* Reading documents: opens each, runs the rules, writes the tree. */
#include "summitry/read.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "reading/reading.h"
#include "text/file.h"
#include "text/library.h"
#include "text/lines.h"

void smy_reading_options_init(SmyReadingOptions *options)
{
    *options = (SmyReadingOptions){.language = "en"};
}

/* ---- Names ---- */

/* The file's name without folder and ending, in letters that a scenario takes. */
static void make_id(const char *name, char id[40])
{
    const char *slash = strrchr(name, '/'), *base = slash ? slash + 1 : name;
    const char *dot = strrchr(base, '.');
    size_t n = dot && dot != base ? (size_t)(dot - base) : strlen(base), used = 0;
    for (size_t i = 0; i < n && used < 30; i++) {
        char c = base[i] >= 'A' && base[i] <= 'Z' ? (char)(base[i] + 32) : base[i];
        bool letter = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
        if (letter || (used && (digit || c == '_' || c == '-')))
            id[used++] = c;
    }
    id[used] = '\0';
    if (used < 2)
        (void)snprintf(id, 40, "document");
}

static const char *unique_id(SmyiReading *reading, const char *name)
{
    char id[40], numbered[64];
    make_id(name, id);
    (void)snprintf(numbered, sizeof numbered, "%s", id);
    for (size_t k = 2, p = 0; p < reading->n_papers; p++)
        if (strcmp(reading->papers[p].id, numbered) == 0) {
            (void)snprintf(numbered, sizeof numbered, "%s-%zu", id, k++);
            p = (size_t)-1;
        }
    return smyi_arena_copy(reading->arena, numbered, strlen(numbered));
}

/* ---- One document ---- */

static SmyCode place(SmyCode code, const char *name, SmyError *err)
{
    if (code != SMY_OK && err && !err->file[0]) {
        SmyError bare = *err;
        (void)smyi_fail_at(err, code, (SmyiPlace){.file = name}, bare.hint, "%s",
                           bare.message);
    }
    return code;
}

static SmyCode get_bytes(SmyiReading *reading, const SmyDocument *document,
                         const char **bytes, size_t *length, SmyError *err)
{
    char *read = NULL;
    *bytes = document->bytes;
    *length = document->length;
    if (document->bytes && document->length > SMYI_MOST_DOCUMENT)
        return smyi_fail(err, SMY_ERR_LIMIT, "the document is too large");
    if (document->bytes) {
        *bytes = smyi_arena_copy(reading->arena, document->bytes, document->length);
        return *bytes ? SMY_OK : smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    }
    SmyCode code = smyi_file_read(document->name, SMYI_MOST_DOCUMENT, reading->arena, &read,
                                  length, err);
    *bytes = read;
    return code;
}

static SmyCode open_paper(SmyiReading *reading, const SmyDocument *document, SmyError *err)
{
    const char *bytes;
    size_t length;
    SmyCode code = get_bytes(reading, document, &bytes, &length, err);
    if (code == SMY_ERR_LIMIT)
        return smyi_fail_at(err, code, (SmyiPlace){.file = document->name},
                            "split it, or save its text alone",
                            "the document has more than 16 MiB");
    if (code != SMY_OK)
        return code;
    SmyiPaper *paper = &reading->papers[reading->n_papers];
    paper->name = document->name;
    paper->id = unique_id(reading, document->name);
    smyi_sha256(bytes, length, paper->sha256);
    code = smyi_source_read(bytes, length, reading->options->encoding, reading->arena,
                            &paper->source, err);
    if (code != SMY_OK)
        return code;
    paper->n_points = paper->source.text.n_code_points;
    paper->points = smyi_unwrapped(&paper->source.text, reading->arena);
    if (!paper->id || !paper->points ||
        smyi_sentences(paper->points, paper->n_points, reading->arena, &paper->sentences,
                       &paper->n_sentences) != SMY_OK)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    if (paper->n_sentences == 0)
        return smyi_fail_at(err, SMY_ERR_TYPE, (SmyiPlace){0}, "is it the right file?",
                            "the document holds no text");
    smyi_find_language(reading->options, paper);
    if (!smyi_fold_points(&reading->hans, paper->points, paper->n_points, reading->arena,
                          &paper->folded) ||
        !smyi_dates_find(paper, reading->options->date, reading->arena))
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    reading->n_papers++;
    return SMY_OK;
}

/* ---- All ---- */

void *smyi_reading_add(SmyiReading *reading, void *list, size_t *n, size_t *room,
                       size_t size)
{
    void **all = list;
    if (*n == *room) {
        size_t more = *room ? *room * 2 : 64;
        void *larger = smyi_arena_take(reading->arena, more, size);
        if (!larger) {
            reading->no_memory = true;
            return NULL;
        }
        if (*n)
            memcpy(larger, *all, *n * size);
        *all = larger;
        *room = more;
    }
    return (char *)*all + (*n)++ * size;
}

static SmyCode open_cast(SmyiReading *reading, SmyError *err)
{
    const char *languages[SMYI_MOST_PAPERS];
    size_t n = 0;
    for (size_t p = 0; p < reading->n_papers; p++) {
        bool known = false;
        for (size_t l = 0; l < n; l++)
            known |= strcmp(languages[l], reading->papers[p].lang) == 0;
        if (!known)
            languages[n++] = reading->papers[p].lang;
    }
    return smyi_cast_open(&reading->cast, &reading->hans, reading->options, languages, n,
                          reading->arena, err);
}

/* Tokens, then the names that no dictionary has, then tokens again with them. */
static bool tokenise(SmyiReading *reading)
{
    bool done = true, more = false;
    for (size_t p = 0; p < reading->n_papers; p++)
        done &= smyi_tokens_make(&reading->papers[p], &reading->cast, reading->arena);
    for (size_t p = 0; done && p < reading->n_papers; p++)
        more |= smyi_find_names(reading, p);
    if (more)
        smyi_lexicon_sort(&reading->cast.lexicon);
    for (size_t p = 0; more && done && p < reading->n_papers; p++)
        done &= smyi_tokens_make(&reading->papers[p], &reading->cast, reading->arena);
    return done && !reading->no_memory && !reading->cast.lexicon.no_memory;
}

static SmyCode apply_rules(SmyiReading *reading, SmyError *err)
{
    SmyCode code = open_cast(reading, err);
    if (code != SMY_OK)
        return code;
    bool done = tokenise(reading);
    for (size_t p = 0; done && p < reading->n_papers; p++) {
        smyi_find_mentions(reading, p);
        smyi_find_statements(reading, p);
        smyi_find_relations(reading, p);
        smyi_find_kept_out(reading, p);
    }
    return done && !reading->no_memory ? SMY_OK
                                       : smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
}

static SmyCode read_all(SmyiReading *reading, const SmyDocument *documents, size_t n,
                        SmyError *err)
{
    if (n == 0 || n > SMYI_MOST_PAPERS)
        return smyi_fail(err, SMY_ERR_ARGUMENT, "name 1 to %d documents", SMYI_MOST_PAPERS);
    SmyiDay day;
    if (reading->options->date && !smyi_day_read(reading->options->date, &day))
        return smyi_fail_at(err, SMY_ERR_ARGUMENT, (SmyiPlace){0}, "such as 2025-08-16",
                            "\"%s\" is no date", reading->options->date);
    reading->papers = SMYI_NEW(reading->arena, n, SmyiPaper);
    reading->result = smyi_result_new();
    if (!reading->papers || !reading->result)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    for (size_t d = 0; d < n; d++) {
        SmyCode code = open_paper(reading, &documents[d], err);
        if (code != SMY_OK)
            return place(code, documents[d].name, err);
    }
    SmyCode code = apply_rules(reading, err);
    if (code != SMY_OK)
        return code;
    smyi_reading_write(reading);
    return reading->result->failed ? smyi_fail(err, SMY_ERR_NOMEM, "out of memory")
                                   : SMY_OK;
}

SmyCode smy_read(const SmyDocument *documents, size_t n_documents,
                 const SmyReadingOptions *options, SmyResult **out, SmyError *err)
{
    SmyReadingOptions defaults;
    SmyiArena arena = {0};
    SmyError own = {0};
    smy_reading_options_init(&defaults);
    SmyiReading reading = {.arena = &arena, .options = options ? options : &defaults};
    SmyCode code = smyi_hans_open(&reading.hans, &arena)
                       ? read_all(&reading, documents, n_documents, &own)
                       : smyi_fail(&own, SMY_ERR_NOMEM, "out of memory");
    smyi_hans_close(&reading.hans);
    if (code != SMY_OK) {
        smy_result_free(reading.result);
        reading.result = NULL;
        if (err)
            *err = own;
    }
    *out = reading.result;
    smyi_arena_free(&arena);
    return code;
}
