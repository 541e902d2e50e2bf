/* SPDX-License-Identifier: Apache-2.0 */
/* What is being read: documents, their sentences, and what the rules have found so far. */
#ifndef SMYI_READING_READING_H
#define SMYI_READING_READING_H

#include <stdbool.h>

#include "base/sha256.h"
#include "base/tree.h"
#include "reading/dates.h"
#include "reading/tokens.h"
#include "summitry/read.h"
#include "text/sentences.h"
#include "text/source.h"

enum { SMYI_MOST_PAPERS = 100 };

/** One document. Ranges are code points of source.text, half-open. */
struct SmyiPaper {
    const char *id, *name; /* id: unique, fit for a scenario; name: as given */
    char sha256[SMYI_SHA256_SIZE];
    SmyiSource source;
    const uint32_t *points; /* [n_points], wrapped lines undone */
    size_t n_points;
    SmyiSentence *sentences;
    size_t n_sentences;
    const char *lang, *lang_rule; /* "zh-Hant"; "asked", "document", "script", "words" */
    SmyiDay day;                  /* the document's date; year 0: not known */
    const char
        *day_rule; /* "asked", "document", "dateline", "first date"; NULL: not known */
    SmyiFolded folded;
    SmyiToken *tokens; /* [n_tokens] */
    size_t n_tokens;
    size_t *first_token; /* [n_sentences + 1] */
    SmyiDate *dates;     /* [n_dates] */
    size_t n_dates;
};

/** Who or what acts or speaks: an actor, or words for somebody who is not named. */
typedef struct SmyiParty {
    int actor;        /* SMYI_NOBODY: not named; the words say who */
    size_t from, to;  /* folded; from == to: understood, no words of its own */
    const char *rule; /* how it was found */
} SmyiParty;

enum { SMYI_MOST_PARTIES = 6 };

typedef struct SmyiParties {
    SmyiParty all[SMYI_MOST_PARTIES];
    size_t n;
} SmyiParties;

typedef struct SmyiMention {
    size_t paper, token;
    int actor;
    const char *rule;
} SmyiMention;

typedef struct SmyiHolding { /* an office bound to a name */
    size_t paper, from, to;  /* folded: the office's words */
    int actor, of;           /* of: whose office; SMYI_NOBODY: not said */
    const char *rule;
} SmyiHolding;

typedef struct SmyiStatement {
    size_t paper, verb, from, to; /* verb: its token; from, to: folded, what is said */
    SmyiParties speakers;
    bool direct, negated; /* in quotation marks; "did not say" */
    int within;           /* the statement that reports this one, or -1 */
    const char *rule;
} SmyiStatement;

typedef struct SmyiRelation {
    size_t paper, verb, verb_end; /* tokens, half-open */
    int act, threatened;          /* smyi_acts; threatened: what is threatened, or -1 */
    SmyiParties from, to;
    bool negated;
    int date; /* of paper->dates, or -1 */
    const char *rule;
} SmyiRelation;

typedef struct SmyiKeptOut {
    size_t paper, verb;
    SmyiParties who, by;
    bool negated;
    const char *rule;
} SmyiKeptOut;

typedef struct SmyiReading {
    SmyiArena *arena; /* all that is found; gone when the tree is written */
    SmyiHans hans;
    SmyiCast cast;
    SmyiMention *mentions;
    SmyiHolding *holdings;
    SmyiStatement *statements;
    SmyiRelation *relations;
    SmyiKeptOut *kept_out;
    size_t n_mentions, n_holdings, n_statements, n_relations, n_kept_out;
    size_t room_mentions, room_holdings, room_statements, room_relations, room_kept_out;
    bool no_memory;
    const SmyReadingOptions *options;
    SmyiPaper *papers; /* [n_papers] */
    size_t n_papers;
    SmyResult *result;
} SmyiReading;

/** The language of a text: sets lang and lang_rule. */
void smyi_find_language(const SmyReadingOptions *options, SmyiPaper *paper);

/** Adds one to a list of the reading, which grows; NULL: no memory. */
void *smyi_reading_add(SmyiReading *reading, void *list, size_t *n, size_t *room,
                       size_t size);
#define SMYI_ADD(reading, list, Type)                                                      \
    ((Type *)smyi_reading_add((reading), &(reading)->list, &(reading)->n_##list,           \
                              &(reading)->room_##list, sizeof(Type)))

/** Binds offices to names; names that stand behind an office join the cast. False: no memory. */
bool smyi_find_names(SmyiReading *reading, size_t paper);
/** All mentions and offices of a paper, its tokens being final. */
void smyi_find_mentions(SmyiReading *reading, size_t paper);
/** Who says what. */
void smyi_find_statements(SmyiReading *reading, size_t paper);
/** Who acts toward whom. */
void smyi_find_relations(SmyiReading *reading, size_t paper);
/** Who is kept out. */
void smyi_find_kept_out(SmyiReading *reading, size_t paper);

/** Writes what was found into the result's root. */
void smyi_reading_write(const SmyiReading *reading);

#endif
