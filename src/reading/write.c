/* SPDX-License-Identifier: Apache-2.0 */
/* Writing what was read into the result tree (docs/read.md): documents, sentences, dates. */
#include <string.h>

#include "reading/written.h"
#include "summitry/run.h"

void smyi_write_count(SmyResult *r, SmyNode *parent, const char *key, size_t n)
{
    smyi_add_number(r, parent, key, (double)n);
}

void smyi_write_words(const SmyiReading *reading, const SmyiPaper *paper, SmyNode *parent,
                      const char *key, size_t start, size_t end)
{
    SmyiMark mark = smyi_arena_mark(reading->arena);
    const char *words =
        smyi_document_quote(&paper->source.text, start, end, reading->arena);
    smyi_add_text(reading->result, parent, key, words);
    reading->result->failed |= !words;
    smyi_arena_rewind(reading->arena, mark);
}

void smyi_write_range(const SmyiReading *reading, size_t p, SmyNode *parent, size_t from,
                      size_t to)
{
    SmyResult *r = reading->result;
    const SmyiPaper *paper = &reading->papers[p];
    size_t start = paper->folded.at[from], end = start;
    if (to > from)
        end = (size_t)paper->folded.at[to - 1] + 1;
    smyi_write_count(r, parent, "start", start);
    smyi_write_count(r, parent, "end", end);
    smyi_write_words(reading, paper, parent, "text", start, end);
}

static void add_sentences(const SmyiReading *reading, const SmyiPaper *paper, SmyNode *node)
{
    SmyResult *r = reading->result;
    SmyNode *list = smyi_add_list(r, node, "sentences");
    for (size_t s = 0; s < paper->n_sentences; s++) {
        const SmyiSentence *sentence = &paper->sentences[s];
        SmyNode *row = smyi_add_object(r, list, NULL);
        smyi_write_count(r, row, "n", s + 1);
        smyi_write_count(r, row, "paragraph", sentence->paragraph + 1);
        smyi_write_count(r, row, "start", sentence->start);
        smyi_write_count(r, row, "end", sentence->end);
        smyi_write_words(reading, paper, row, "text", sentence->start, sentence->end);
    }
}

void smyi_write_day(SmyResult *r, SmyNode *parent, const char *key, SmyiDay day)
{
    char text[24];
    smyi_day_write(day, text);
    smyi_add_text(r, parent, key, day.year ? text : NULL);
}

static void add_dates(const SmyiReading *reading, size_t p, SmyNode *node)
{
    SmyResult *r = reading->result;
    const SmyiPaper *paper = &reading->papers[p];
    SmyNode *list = smyi_add_list(r, node, "dates");
    for (size_t d = 0; d < paper->n_dates; d++) {
        const SmyiDate *date = &paper->dates[d];
        SmyNode *row = smyi_add_object(r, list, NULL);
        smyi_write_range(reading, p, row, date->from, date->to);
        smyi_write_day(r, row, "date", date->day);
        smyi_add_text(r, row, "rule", date->rule);
    }
}

static void add_document(const SmyiReading *reading, size_t p, SmyNode *list)
{
    SmyResult *r = reading->result;
    const SmyiPaper *paper = &reading->papers[p];
    const SmyiSource *source = &paper->source;
    SmyNode *node = smyi_add_object(r, list, NULL);
    smyi_add_text(r, node, "id", paper->id);
    smyi_add_text(r, node, "sha256", paper->sha256);
    smyi_add_text(r, node, "format", source->format);
    smyi_add_text(r, node, "encoding", source->encoding);
    smyi_add_text(r, node, "encoding_rule", source->how);
    smyi_add_text(r, node, "lang", paper->lang);
    smyi_add_text(r, node, "lang_rule", paper->lang_rule);
    smyi_write_day(r, node, "date", paper->day);
    smyi_add_text(r, node, "date_rule", paper->day_rule);
    smyi_add_text(r, node, "title", source->title);
    smyi_write_count(r, node, "code_points", paper->n_points);
    SmyNode *lost = smyi_add_list(r, node, "left_out");
    for (size_t l = 0; l < source->n_losses; l++)
        smyi_add_text(r, lost, NULL, source->losses[l]);
    add_sentences(reading, paper, node);
    add_dates(reading, p, node);
}

static void add_notices(const SmyiReading *reading, SmyNode *root)
{
    SmyResult *r = reading->result;
    SmyNode *notices = smyi_add_list(r, root, "notices");
    smyi_add_text(r, notices, NULL,
                  "read by rules and dictionaries: a person has to judge each item");
    if (!smyi_has_icu())
        smyi_add_text(
            r, notices, NULL,
            "built without ICU: states are found by the dictionary's names alone");
    for (size_t p = 0; p < reading->n_papers; p++) {
        const char *lang = reading->papers[p].lang;
        if (strncmp(lang, "en", 2) != 0 && strncmp(lang, "zh", 2) != 0)
            smyi_add_text(r, notices, NULL,
                          "statements and relations are found in English and Chinese; in "
                          "other languages only states, sentences and dates of digits");
    }
}

void smyi_reading_write(const SmyiReading *reading)
{
    SmyResult *r = reading->result;
    smyi_add_text(r, r->root, "summitry", smy_version());
    smyi_add_text(r, r->root, "language", reading->options->language);
    SmyNode *list = smyi_add_list(r, r->root, "documents");
    for (size_t p = 0; p < reading->n_papers; p++)
        add_document(reading, p, list);
    smyi_write_actors(reading, r->root);
    smyi_write_statements(reading, r->root);
    smyi_write_relations(reading, r->root);
    smyi_write_kept_out(reading, r->root);
    add_notices(reading, r->root);
}
