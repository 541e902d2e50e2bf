/* SPDX-License-Identifier: Apache-2.0 */
/* Citations: "document@start-end" or {document, exact, prefix, suffix}. */
#include "scenario/citation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scenario/at_hand.h"
#include "scenario/nearest.h"

static const char how[] = "write \"document@start-end\" in code points, or {document, "
                          "exact, prefix, suffix}, or {at: "
                          "\"document@start-end\"}";

/* The document with this name, or SMYI_NONE and a complaint at `at`. */
static int find_document(SmyiReader *reader, const char *name, const SmyiValue *at)
{
    const SmyScenario *scenario = reader->scenario;
    int document = smyi_index_find(&scenario->document_names, name);
    if (document >= 0)
        return document;
    SmyiNearest nearest = smyi_nearest(name);
    for (size_t d = 0; d < scenario->n_documents && d < 100; d++)
        smyi_nearest_try(&nearest, scenario->documents[d].id);
    char hint[256];
    (void)snprintf(hint, sizeof hint, "did you mean \"%s\"?", nearest.best);
    smyi_refuse(reader, SMY_ERR_UNKNOWN, at,
                nearest.best ? hint : "name it under \"documents\" first",
                "there is no document \"%.64s\" in this file", name);
    return SMYI_NONE;
}

/* Digits to a number below 10^12; NULL where there are none, else the first byte behind. */
static const char *read_offset(const char *text, size_t *offset)
{
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > 12)
        return NULL;
    *offset = 0;
    for (size_t i = 0; i < digits; i++)
        *offset = *offset * 10 + (size_t)(text[i] - '0');
    return text + digits;
}

/* "document@start-end" and nothing else: the byte of '@'; NULL where it is anything else. */
static const char *split_range(const char *text, SmyiCitation *citation)
{
    const char *sign = strrchr(text, '@');
    const char *dash = sign ? read_offset(sign + 1, &citation->start) : NULL;
    const char *end = dash && *dash == '-' ? read_offset(dash + 1, &citation->end) : NULL;
    return end && !*end ? sign : NULL;
}

/* Reads "document@start-end"; false and a complaint where it is anything else. */
static bool read_range(SmyiReader *reader, const SmyiValue *value, SmyiCitation *citation)
{
    const char *sign = split_range(value->text, citation);
    if (!sign) {
        smyi_refuse(reader, SMY_ERR_CITATION, value, how, "%s is no citation",
                    smyi_shown(reader, value));
        return false;
    }
    if (citation->start >= citation->end) {
        smyi_refuse(reader, SMY_ERR_CITATION, value,
                    "start counts from 0, and end is one behind the last code point",
                    "the citation %s is empty", smyi_shown(reader, value));
        return false;
    }
    size_t length = (size_t)(sign - value->text);
    const char *name =
        smyi_taken(reader, smyi_arena_copy(reader->scratch, value->text, length));
    citation->by_range = true;
    citation->shown = value->text;
    citation->document = name ? find_document(reader, name, value) : SMYI_NONE;
    return citation->document != SMYI_NONE;
}

static void read_document(SmyiReader *reader, const SmyiValue *value, void *into)
{
    SmyiCitation *citation = into;
    const char *name = smyi_read_text(reader, value);
    if (name)
        citation->document = find_document(reader, name, value);
}

static const char *read_quote(SmyiReader *reader, const SmyiValue *value)
{
    const char *text = smyi_read_text(reader, value);
    if (text && !*text)
        smyi_refuse(reader, SMY_ERR_MISSING, value, "quote some words, or remove the key",
                    "%s is empty", smyi_path(reader, value));
    return text && *text ? text : NULL;
}

static void read_exact(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((SmyiCitation *)into)->exact = read_quote(reader, value);
}

static void read_prefix(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((SmyiCitation *)into)->prefix = read_quote(reader, value);
}

static void read_suffix(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((SmyiCitation *)into)->suffix = read_quote(reader, value);
}

static void read_at(SmyiReader *reader, const SmyiValue *value, void *into)
{
    if (value->kind == SMYI_VALUE_TEXT)
        (void)read_range(reader, value, into);
    else
        smyi_refuse(reader, SMY_ERR_TYPE, value, "write \"document@start-end\"",
                    "%s is %s; it takes a range", smyi_path(reader, value),
                    smyi_shown(reader, value));
}

static void read_voice(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((SmyiCitation *)into)->voice = smyi_read_voice(reader, value);
}

static void read_grade(SmyiReader *reader, const SmyiValue *value, void *into)
{
    smyi_read_grade(reader, value, &((SmyiCitation *)into)->grade);
}

static void read_disputes(SmyiReader *reader, const SmyiValue *value, void *into)
{
    SmyiCitation *citation = into;
    citation->n_disputes = smyi_read_disputes(reader, value, &citation->disputes);
}

/* A map by words (document, exact) or by range (at), the latter with its words or without. */
static bool is_whole(SmyiReader *reader, const SmyiValue *value,
                     const SmyiCitation *citation)
{
    bool by_words = citation->exact && citation->document != SMYI_NONE;
    bool by_range = citation->by_range && citation->document != SMYI_NONE;
    const char *lacks = smyi_value_get(value, "at")          ? NULL
                        : !smyi_value_get(value, "document") ? "document"
                        : !smyi_value_get(value, "exact")    ? "exact"
                                                             : NULL;
    if (lacks)
        smyi_refuse(reader, SMY_ERR_MISSING, value, how, "%s lacks \"%s\"",
                    smyi_path(reader, value), lacks);
    if (smyi_value_get(value, "at") && smyi_value_get(value, "document")) {
        smyi_refuse(reader, SMY_ERR_CONFLICT, value, "remove \"document\": \"at\" names it",
                    "%s names its document twice", smyi_path(reader, value));
        return false;
    }
    return by_words || by_range;
}

static bool read_selector(SmyiReader *reader, const SmyiValue *value,
                          SmyiCitation *citation)
{
    static const SmyiKey keys[] = {{"document", read_document, false},
                                   {"exact", read_exact, false},
                                   {"prefix", read_prefix, false},
                                   {"suffix", read_suffix, false},
                                   {"at", read_at, false},
                                   {"voice", read_voice, false},
                                   {"reliability", read_grade, false},
                                   {"disputed_by", read_disputes, false}};
    citation->document = SMYI_NONE;
    (void)smyi_read_map(reader, value, keys, sizeof keys / sizeof *keys, citation);
    if (!is_whole(reader, value, citation))
        return false;
    if (citation->by_range)
        return true;
    const char *id = reader->scenario->documents[citation->document].id;
    const char *quote = smyi_text_shown(reader->scratch, citation->exact);
    citation->shown = quote ? smyi_arena_print(reader->arena, "%s %s", id, quote) : NULL;
    reader->complaints.no_memory |= !citation->shown;
    return citation->shown != NULL;
}

bool smyi_read_citation(SmyiReader *reader, const SmyiValue *value, SmyiCitation *citation)
{
    *citation = (SmyiCitation){.place = value->place, .voice = SMYI_NONE};
    bool read = false;
    if (value->kind == SMYI_VALUE_TEXT)
        read = read_range(reader, value, citation);
    else if (value->kind == SMYI_VALUE_MAP)
        read = read_selector(reader, value, citation);
    else if (value->kind != SMYI_VALUE_BAD)
        smyi_refuse(reader, SMY_ERR_TYPE, value, how, "%s is %s; it takes a citation",
                    smyi_path(reader, value), smyi_shown(reader, value));
    return read && smyi_verify_citation(reader, value, citation);
}

void smyi_list_citation(SmyiReader *reader, SmyiCitation *citation)
{
    SmyScenario *scenario = reader->scenario;
    if (scenario->n_citations == reader->citations_room) {
        size_t room = reader->citations_room ? reader->citations_room * 2 : 64;
        SmyiCitation **larger = SMYI_TAKE(reader, room, SmyiCitation *);
        if (!larger)
            return;
        if (scenario->n_citations)
            memcpy(larger, scenario->citations, scenario->n_citations * sizeof(*larger));
        scenario->citations = larger;
        reader->citations_room = room;
    }
    scenario->citations[scenario->n_citations++] = citation;
}

static int by_place(const void *left, const void *right)
{
    const SmyiPlace *a = &(*(SmyiCitation *const *)left)->place;
    const SmyiPlace *b = &(*(SmyiCitation *const *)right)->place;
    return a->line != b->line ? a->line - b->line : a->column - b->column;
}

void smyi_sort_citations(SmyScenario *scenario)
{
    if (scenario->n_citations)
        qsort(scenario->citations, scenario->n_citations, sizeof(SmyiCitation *), by_place);
    for (size_t c = 0; c < scenario->n_citations; c++)
        scenario->citations[c]->number = c;
}
