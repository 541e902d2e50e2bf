/* SPDX-License-Identifier: Apache-2.0 */
/* Who may be mentioned: actors of the dictionaries, of CLDR, and those found in the texts. */
#ifndef SMYI_READING_CAST_H
#define SMYI_READING_CAST_H

#include "reading/lexicon.h"
#include "summitry/read.h"

enum { SMYI_NOBODY = -1, SMYI_MOST_SHORTS = 64 };

typedef struct SmyiActor {
    const char *id, *kind;        /* kind as in scenarios: "person", "state" ... */
    const char *en, *hant, *hans; /* names; NULL: none in this language */
    const char *of_id, *territory;
    int of;           /* whom a person speaks for, or SMYI_NOBODY */
    bool she;         /* called "she" */
    const char *rule; /* "dictionary", "cldr", "office" ...: where it is from */
} SmyiActor;

/** Initialise with smyi_cast_open(). */
typedef struct SmyiCast {
    SmyiArena *arena;
    SmyiActor *all; /* [n] */
    size_t n, room;
    SmyiLexicon lexicon;
    struct {
        uint32_t c; /* 美, folded */
        int actor;
    } shorts[SMYI_MOST_SHORTS];
    size_t n_shorts;
} SmyiCast;

/**
 * The rules' words, the user's dictionaries, the shipped ones, and the territories of CLDR in
 * English, Chinese and `languages`. What is wrong with a user's dictionary goes to
 * options->complain and its first error to err. SMY_ERR_NOMEM.
 */
SmyCode smyi_cast_open(SmyiCast *cast, SmyiHans *hans, const SmyReadingOptions *options,
                       const char *const *languages, size_t n_languages, SmyiArena *arena,
                       SmyError *err);

/** Adds an actor; its index, or SMYI_NOBODY: no memory. */
int smyi_cast_add(SmyiCast *cast, SmyiActor actor);
/** Index of the actor with this id, or SMYI_NOBODY. */
int smyi_cast_find(const SmyiCast *cast, const char *id);
/** An id that no actor has yet, made of a name in Latin letters; NULL: no memory. */
const char *smyi_cast_new_id(SmyiCast *cast, const char *name);
/** Whom the character stands for in 美俄, or SMYI_NOBODY. */
int smyi_cast_short(const SmyiCast *cast, uint32_t c);

/** Reads a dictionary's text into the cast; `file` for messages. */
SmyCode smyi_dictionary_read(SmyiCast *cast, const char *text, size_t length,
                             const char *file, const char *rule,
                             const SmyReadingOptions *options, SmyError *err);

#endif
