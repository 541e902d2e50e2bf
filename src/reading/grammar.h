/* SPDX-License-Identifier: Apache-2.0 */
/* What the rules of both languages ask of tokens: clauses, parties, who is meant by "he". */
#ifndef SMYI_READING_GRAMMAR_H
#define SMYI_READING_GRAMMAR_H

#include "reading/reading.h"

/** The folded text that ends at `end` is preceded by these words (blanks between passed over). */
bool smyi_ends_with(const SmyiPaper *paper, size_t end, const char *words);
/** The words stand somewhere in tokens from..to. */
bool smyi_contains(const SmyiPaper *paper, size_t from, size_t to, const char *words);
/** The token is this word. */
bool smyi_token_is(const SmyiPaper *paper, const SmyiToken *token, const char *word);
/** Tokens of the sentence: from, and the end behind the last. */
void smyi_sentence_tokens(const SmyiPaper *paper, size_t sentence, size_t *from,
                          size_t *to);
/** The kind of actor is "person". */
bool smyi_is_person(const SmyiReading *reading, int actor);
/** A comma, semicolon, colon, stop, dash or bracket, outside of quotations deeper than `depth`. */
bool smyi_is_boundary(const SmyiToken *token, unsigned depth);
/** Where the clause of token t begins, within its sentence. */
size_t smyi_clause_start(const SmyiPaper *paper, size_t t);
/** Behind the last token of the clause of t. */
size_t smyi_clause_end(const SmyiPaper *paper, size_t t);
/** The token that closes the quotation opened at t, or n_tokens: none in its paragraph or near. */
size_t smyi_quote_end(const SmyiPaper *paper, size_t t);
/** The token that opened the quotation closed at t, or n_tokens. */
size_t smyi_quote_start(const SmyiPaper *paper, size_t t);

/** Adds a party. */
void smyi_party_add(SmyiParties *parties, int actor, size_t from, size_t to,
                    const char *rule);
/** True where one of them is an actor known by name. */
bool smyi_is_named(const SmyiParties *parties);

/**
 * Who is meant by the pronoun t: the one person who spoke or acted last in this paragraph. SMYI_NOBODY
 * where two could be meant.
 */
int smyi_pronoun(const SmyiReading *reading, size_t paper, size_t t);

/** Parties of the Chinese phrase that begins at t; returns the token behind it (t: none). */
size_t smyi_phrase_zh(const SmyiReading *reading, size_t paper, size_t t, size_t end,
                      SmyiParties *out);
/** Subject of the tokens from..to (a clause up to its verb). False: none stands there. */
bool smyi_subject_zh(const SmyiReading *reading, size_t paper, size_t from, size_t to,
                     SmyiParties *out);
/** The same in English: the phrase nearest to the verb at `to`, appositions passed over. */
bool smyi_subject_en(const SmyiReading *reading, size_t paper, size_t from, size_t to,
                     SmyiParties *out);
/** Of verbs joined by "and": the subject of the nearest verb before t that has a named one. */
bool smyi_subject_joined_en(const SmyiReading *reading, size_t paper, size_t from, size_t t,
                            SmyiParties *out);
/** Parties of the English phrase that begins at t; returns the token behind it (t: none). */
size_t smyi_phrase_en(const SmyiReading *reading, size_t paper, size_t t, size_t end,
                      SmyiParties *out);

#endif
