/* SPDX-License-Identifier: Apache-2.0 */
/* What the rules of both languages ask of tokens: clauses, quotations, who is meant by "he". */
#include "reading/grammar.h"

#include <string.h>

#include "text/utf8.h"

bool smyi_ends_with(const SmyiPaper *paper, size_t end, const char *words)
{
    size_t length = strlen(words), n = smyi_utf8_count(words, length);
    while (end > 0 && paper->folded.c[end - 1] == ' ')
        end--;
    if (end < n)
        return false;
    size_t at = end - n;
    if (at > 0 && smyi_is_word_letter((unsigned char)words[0]) && (words[0] & 0x80) == 0 &&
        smyi_is_word_letter(paper->folded.c[at - 1]))
        return false;
    for (size_t i = 0, size; i < length; i += size, at++) {
        uint32_t c = 0;
        size = smyi_utf8_decode(words + i, length - i, &c);
        if (paper->folded.c[at] != c)
            return false;
    }
    return true;
}

bool smyi_contains(const SmyiPaper *paper, size_t from, size_t to, const char *words)
{
    if (from >= to)
        return false;
    size_t n = smyi_utf8_count(words, strlen(words));
    for (size_t at = paper->tokens[from].from + n; at <= paper->tokens[to - 1].to; at++)
        if (smyi_ends_with(paper, at, words))
            return true;
    return false;
}

bool smyi_token_is(const SmyiPaper *paper, const SmyiToken *token, const char *word)
{
    size_t n = smyi_utf8_count(word, strlen(word));
    return token->to - token->from == n && smyi_ends_with(paper, token->to, word);
}

void smyi_sentence_tokens(const SmyiPaper *paper, size_t sentence, size_t *from, size_t *to)
{
    *from = paper->first_token[sentence];
    *to = paper->first_token[sentence + 1];
}

bool smyi_is_person(const SmyiReading *reading, int actor)
{
    return actor != SMYI_NOBODY && strcmp(reading->cast.all[actor].kind, "person") == 0;
}

bool smyi_is_boundary(const SmyiToken *token, unsigned depth)
{
    switch (token->kind) {
    case SMYI_COMMA:
    case SMYI_SEMICOLON:
    case SMYI_COLON:
    case SMYI_STOP:
    case SMYI_DASH:
        return token->depth <= depth;
    default:
        return false;
    }
}

size_t smyi_clause_start(const SmyiPaper *paper, size_t t)
{
    const SmyiToken *token = &paper->tokens[t];
    while (t > 0 && paper->tokens[t - 1].sentence == token->sentence &&
           !smyi_is_boundary(&paper->tokens[t - 1], token->depth))
        t--;
    return t;
}

size_t smyi_clause_end(const SmyiPaper *paper, size_t t)
{
    const SmyiToken *token = &paper->tokens[t];
    while (t < paper->n_tokens && paper->tokens[t].sentence == token->sentence &&
           !smyi_is_boundary(&paper->tokens[t], token->depth))
        t++;
    return t;
}

enum { LONGEST_QUOTATION = 600 }; /* tokens */

size_t smyi_quote_end(const SmyiPaper *paper, size_t t)
{
    unsigned depth = paper->tokens[t].depth;
    for (size_t i = t + 1; i < paper->n_tokens && i < t + LONGEST_QUOTATION; i++)
        if (paper->tokens[i].kind == SMYI_CLOSE_QUOTE && paper->tokens[i].depth == depth)
            return i;
    return paper->n_tokens;
}

size_t smyi_quote_start(const SmyiPaper *paper, size_t t)
{
    unsigned depth = paper->tokens[t].depth;
    for (size_t i = t; i > 0 && t - i < LONGEST_QUOTATION; i--)
        if (paper->tokens[i - 1].kind == SMYI_OPEN_QUOTE &&
            paper->tokens[i - 1].depth == depth)
            return i - 1;
    return paper->n_tokens;
}

void smyi_party_add(SmyiParties *parties, int actor, size_t from, size_t to,
                    const char *rule)
{
    for (size_t p = 0; p < parties->n; p++)
        if (actor != SMYI_NOBODY && parties->all[p].actor == actor)
            return;
    if (parties->n < SMYI_MOST_PARTIES)
        parties->all[parties->n++] = (SmyiParty){actor, from, to, rule};
}

bool smyi_is_named(const SmyiParties *parties)
{
    for (size_t p = 0; p < parties->n; p++)
        if (parties->all[p].actor != SMYI_NOBODY)
            return true;
    return false;
}

/* ---- Pronouns ---- */

static bool fits(const SmyiReading *reading, int actor, bool she)
{
    if (!smyi_is_person(reading, actor))
        return false;
    const SmyiActor *person = &reading->cast.all[actor];
    bool known =
        strcmp(person->rule, "dictionary") == 0 || strcmp(person->rule, "user") == 0;
    return !known || person->she == she; /* of a name found in the text nothing is known */
}

/* The one person of this kind among the tokens; *many where there are two. */
static int only_person(const SmyiReading *reading, const SmyiPaper *paper, size_t from,
                       size_t to, bool she, bool *many)
{
    int found = SMYI_NOBODY;
    for (size_t t = from; t < to; t++) {
        const SmyiToken *token = &paper->tokens[t];
        if (token->kind != SMYI_ACTOR || token->depth || !fits(reading, token->what, she))
            continue;
        *many |= found != SMYI_NOBODY && found != token->what;
        found = token->what;
    }
    return found;
}

/* The one person who speaks in the latest statement before the token, in its paragraph. */
static int last_speaker(const SmyiReading *reading, size_t p, size_t t, bool she)
{
    const SmyiPaper *paper = &reading->papers[p];
    const SmyiToken *token = &paper->tokens[t];
    for (size_t s = reading->n_statements; s-- > 0;) {
        const SmyiStatement *statement = &reading->statements[s];
        if (statement->paper != p)
            return SMYI_NOBODY;
        const SmyiToken *verb = &paper->tokens[statement->verb];
        if (verb->from >= token->from)
            continue;
        if (paper->sentences[verb->sentence].paragraph !=
                paper->sentences[token->sentence].paragraph ||
            token->sentence - verb->sentence > 2)
            return SMYI_NOBODY;
        int actor =
            statement->speakers.n == 1 ? statement->speakers.all[0].actor : SMYI_NOBODY;
        return fits(reading, actor, she) ? actor : SMYI_NOBODY;
    }
    return SMYI_NOBODY;
}

/* The person who is the subject of the sentence before, "he" there followed back. */
static int last_subject(const SmyiReading *reading, size_t p, size_t s, bool she)
{
    const SmyiPaper *paper = &reading->papers[p];
    size_t from, to;
    if (s == 0 || paper->sentences[s - 1].paragraph != paper->sentences[s].paragraph)
        return SMYI_NOBODY;
    smyi_sentence_tokens(paper, s - 1, &from, &to);
    if (from >= to)
        return SMYI_NOBODY;
    bool many = false, latin = paper->tokens[from].latin;
    for (size_t at = from; !latin && at < to;) {
        SmyiParties subject = {0};
        size_t end = smyi_clause_end(paper, at);
        if (smyi_subject_zh(reading, p, at, end, &subject))
            return subject.n == 1 && fits(reading, subject.all[0].actor, she)
                       ? subject.all[0].actor
                       : SMYI_NOBODY;
        at = end + 1;
    }
    for (size_t t = from; latin && t < to && t < from + 6; t++) { /* the first noun */
        SmyiKind kind = paper->tokens[t].kind;
        if (kind == SMYI_HE || kind == SMYI_SHE)
            return (kind == SMYI_SHE) == she ? smyi_pronoun(reading, p, t) : SMYI_NOBODY;
        if (kind == SMYI_ACTOR && fits(reading, paper->tokens[t].what, she) &&
            (t + 1 >= to || paper->tokens[t + 1].kind != SMYI_AND))
            return paper->tokens[t].what;
    }
    int found = only_person(reading, paper, from, to, she, &many);
    return many ? SMYI_NOBODY : found;
}

int smyi_pronoun(const SmyiReading *reading, size_t p, size_t t)
{
    const SmyiPaper *paper = &reading->papers[p];
    const SmyiToken *token = &paper->tokens[t];
    bool she = token->kind == SMYI_SHE, many = false;
    size_t from, to, s = token->sentence;
    smyi_sentence_tokens(paper, s, &from, &to);
    int found =
        only_person(reading, paper, from, t, she, &many); /* earlier in the sentence */
    if (found != SMYI_NOBODY && !many)
        return found;
    if (many) { /* the subject that the sentence begins with */
        SmyiParties first = {0};
        bool zh = !token->latin;
        size_t end = smyi_clause_end(paper, from);
        if (zh && smyi_subject_zh(reading, p, from, end, &first) && first.n == 1 &&
            fits(reading, first.all[0].actor, she))
            return first.all[0].actor;
        return SMYI_NOBODY;
    }
    int subject = last_subject(reading, p, s, she);
    return subject != SMYI_NOBODY ? subject : last_speaker(reading, p, t, she);
}
