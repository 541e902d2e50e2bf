/* SPDX-License-Identifier: Apache-2.0 */
/* All words that are looked for in a text: names and the rules' words, longest match first. */
#ifndef SMYI_READING_LEXICON_H
#define SMYI_READING_LEXICON_H

#include "reading/words.h"
#include "text/fold.h"

typedef struct SmyiWord {
    const uint32_t *c; /* [n] folded */
    unsigned n;
    SmyiKind kind;
    int what; /* an actor, an act, a SmyiSaying ... */
    const char
        *rule;      /* by which a name is known: "dictionary", "cldr" ...; NULL: no name */
    bool is_latin;  /* begins with a letter: stands between other characters */
    bool is_proper; /* begins with a capital: the text's must, too */
    bool is_capitals; /* all capitals, up to five letters: so must the text's be */
    size_t order;     /* of adding: the first of two that are the same counts */
} SmyiWord;

/** Initialise with {.arena, .hans}. */
typedef struct SmyiLexicon {
    SmyiArena *arena;
    SmyiHans *hans;
    SmyiWord *words;          /* [n], sorted by smyi_lexicon_sort() */
    size_t n, room, n_sorted; /* words behind n_sorted are not found yet */
    bool no_memory;
} SmyiLexicon;

/** Adds a word. rule: as in SmyiWord, not copied. */
void smyi_lexicon_add(SmyiLexicon *lexicon, const char *text, SmyiKind kind, int what,
                      const char *rule);
/** The same of folded code points, with what they were in the text; they are not copied. */
void smyi_lexicon_add_folded(SmyiLexicon *lexicon, SmyiWord word);
/** Adds the rules' words. */
void smyi_lexicon_add_rules(SmyiLexicon *lexicon);
/** To be called behind the last adding. Longer names first counted, then order. */
void smyi_lexicon_sort(SmyiLexicon *lexicon);

/** The longest word that stands in the text at `at`, or NULL. O(length of the word x log words). */
const SmyiWord *smyi_lexicon_find(const SmyiLexicon *lexicon, const SmyiFolded *text,
                                  size_t at);

#endif
