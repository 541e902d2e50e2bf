/* SPDX-License-Identifier: Apache-2.0 */
/* What is being read: documents, their sentences, and what the rules have found so far. */
#ifndef SMYI_READING_READING_H
#define SMYI_READING_READING_H

#include <stdbool.h>

#include "base/sha256.h"
#include "base/tree.h"
#include "summitry/read.h"
#include "text/sentences.h"
#include "text/source.h"

enum { SMYI_MOST_PAPERS = 100 };

/** One document. Ranges are code points of source.text, half-open. */
typedef struct SmyiPaper {
    const char *id, *name; /* id: unique, fit for a scenario; name: as given */
    char sha256[SMYI_SHA256_SIZE];
    SmyiSource source;
    const uint32_t *points; /* [n_points], wrapped lines undone */
    size_t n_points;
    SmyiSentence *sentences;
    size_t n_sentences;
    const char *lang, *lang_rule; /* "zh-Hant"; "asked", "document", "script", "words" */
} SmyiPaper;

typedef struct SmyiReading {
    SmyiArena *arena; /* all that is found; gone when the tree is written */
    const SmyReadingOptions *options;
    SmyiPaper *papers; /* [n_papers] */
    size_t n_papers;
    SmyResult *result;
} SmyiReading;

/** The language of a text: sets lang and lang_rule. */
void smyi_find_language(const SmyReadingOptions *options, SmyiPaper *paper);

/** Writes what was found into the result's root. */
void smyi_reading_write(const SmyiReading *reading);

#endif
