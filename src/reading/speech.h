/* SPDX-License-Identifier: Apache-2.0 */
/* Statements: what the rules of both languages share. */
#ifndef SMYI_READING_SPEECH_H
#define SMYI_READING_SPEECH_H

#include "reading/grammar.h"

/** Looks for a statement at token t by the rules of the language. */
void smyi_speech_zh(SmyiReading *reading, size_t paper, size_t t);
void smyi_speech_en(SmyiReading *reading, size_t paper, size_t t);

/**
 * Adds a statement whose words begin at token `content`: a quotation if one opens there, else
 * the rest of the sentence up to another's words or the author's verdict. NULL: nothing is said
 * there, or the speakers are nobody (then nothing is added).
 */
SmyiStatement *smyi_speech_add(SmyiReading *reading, size_t paper, size_t verb,
                               const SmyiParties *speakers, size_t content,
                               const char *rule);
/** Adds the quotation that opens at token `open`. */
SmyiStatement *smyi_speech_add_quote(SmyiReading *reading, size_t paper, size_t verb,
                                     const SmyiParties *speakers, size_t open,
                                     const char *rule);
/** Adds tokens from..to as they stand. */
SmyiStatement *smyi_speech_add_span(SmyiReading *reading, size_t paper, size_t verb,
                                    const SmyiParties *speakers, size_t from, size_t to,
                                    const char *rule);
/** Token t lies in what a statement says already. */
bool smyi_speech_is_taken(const SmyiReading *reading, size_t paper, size_t t);
/** Token t is the verb of a statement already. */
bool smyi_speech_is_verb(const SmyiReading *reading, size_t paper, size_t t);

#endif
