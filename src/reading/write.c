/* SPDX-License-Identifier: Apache-2.0 */
/* Writing what was read into the result tree (docs/read.md). */
#include <string.h>

#include "reading/reading.h"
#include "summitry/run.h"

static void add_count(SmyResult *r, SmyNode *parent, const char *key, size_t n)
{
    smyi_add_number(r, parent, key, (double)n);
}

static void add_words(const SmyiReading *reading, const SmyiPaper *paper, SmyNode *parent,
                      const char *key, size_t start, size_t end)
{
    SmyiMark mark = smyi_arena_mark(reading->arena);
    const char *words =
        smyi_document_quote(&paper->source.text, start, end, reading->arena);
    smyi_add_text(reading->result, parent, key, words);
    reading->result->failed |= !words;
    smyi_arena_rewind(reading->arena, mark);
}

static void add_sentences(const SmyiReading *reading, const SmyiPaper *paper, SmyNode *node)
{
    SmyResult *r = reading->result;
    SmyNode *list = smyi_add_list(r, node, "sentences");
    for (size_t s = 0; s < paper->n_sentences; s++) {
        const SmyiSentence *sentence = &paper->sentences[s];
        SmyNode *row = smyi_add_object(r, list, NULL);
        add_count(r, row, "n", s + 1);
        add_count(r, row, "paragraph", sentence->paragraph + 1);
        add_count(r, row, "start", sentence->start);
        add_count(r, row, "end", sentence->end);
        add_words(reading, paper, row, "text", sentence->start, sentence->end);
    }
}

static void add_document(const SmyiReading *reading, const SmyiPaper *paper, SmyNode *list)
{
    SmyResult *r = reading->result;
    const SmyiSource *source = &paper->source;
    SmyNode *node = smyi_add_object(r, list, NULL);
    smyi_add_text(r, node, "id", paper->id);
    smyi_add_text(r, node, "sha256", paper->sha256);
    smyi_add_text(r, node, "format", source->format);
    smyi_add_text(r, node, "encoding", source->encoding);
    smyi_add_text(r, node, "encoding_rule", source->how);
    smyi_add_text(r, node, "lang", paper->lang);
    smyi_add_text(r, node, "lang_rule", paper->lang_rule);
    smyi_add_text(r, node, "title", source->title);
    add_count(r, node, "code_points", paper->n_points);
    SmyNode *lost = smyi_add_list(r, node, "left_out");
    for (size_t l = 0; l < source->n_losses; l++)
        smyi_add_text(r, lost, NULL, source->losses[l]);
    add_sentences(reading, paper, node);
}

void smyi_reading_write(const SmyiReading *reading)
{
    SmyResult *r = reading->result;
    smyi_add_text(r, r->root, "summitry", smy_version());
    SmyNode *list = smyi_add_list(r, r->root, "documents");
    for (size_t p = 0; p < reading->n_papers; p++)
        add_document(reading, &reading->papers[p], list);
}
