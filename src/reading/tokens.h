/* SPDX-License-Identifier: Apache-2.0 */
/* A document as a row of tokens: names, words of the rules, marks, and what is between. */
#ifndef SMYI_READING_TOKENS_H
#define SMYI_READING_TOKENS_H

#include "reading/cast.h"

typedef struct SmyiToken {
    SmyiKind kind;
    int what;         /* actor, date ... by kind */
    int say, act;     /* SmyiSaying and index of smyi_acts; -1: it is no such word */
    size_t from, to;  /* in the folded text, half-open */
    const char *rule; /* by which a name is known */
    bool capital;     /* a Latin word that begins with a capital */
    bool latin;
    unsigned depth; /* of quotation marks around it */
    size_t sentence;
} SmyiToken;

typedef struct SmyiPaper SmyiPaper;

/**
 * Makes the tokens of paper->folded, dates and pairs of states (美俄) among them, and finds
 * each sentence's first one. False: no memory.
 */
bool smyi_tokens_make(SmyiPaper *paper, const SmyiCast *cast, SmyiArena *arena);

#endif
