/* SPDX-License-Identifier: Apache-2.0 */
/* A document as a row of tokens: names, words of the rules, marks, and what is between. */
#include "reading/tokens.h"

#include <string.h>

#include "reading/reading.h"
#include "text/lines.h"

typedef struct Row {
    SmyiPaper *paper;
    const SmyiCast *cast;
    const SmyiFolded *text;
    size_t room, next_date;
    SmyiArena *arena;
    bool no_memory;
} Row;

static SmyiToken *add(Row *row, SmyiKind kind, int what, size_t from, size_t to)
{
    SmyiPaper *paper = row->paper;
    if (paper->n_tokens == row->room) {
        size_t room = row->room ? row->room * 2 : 1024;
        SmyiToken *tokens = SMYI_NEW(row->arena, room, SmyiToken);
        if (!tokens) {
            row->no_memory = true;
            return NULL;
        }
        if (paper->n_tokens)
            memcpy(tokens, paper->tokens, paper->n_tokens * sizeof *tokens);
        paper->tokens = tokens;
        row->room = room;
    }
    SmyiToken *token = &paper->tokens[paper->n_tokens++];
    *token = (SmyiToken){
        .kind = kind, .what = what, .say = -1, .act = -1, .from = from, .to = to};
    token->latin = smyi_is_word_letter(row->text->c[from]);
    token->capital = row->text->upper[from];
    return token;
}

/* ---- Marks ---- */

static SmyiKind kind_of_mark(uint32_t c)
{
    static const struct {
        uint32_t c;
        SmyiKind kind;
    } marks[] = {
        {',', SMYI_COMMA},
        {0xFF0C, SMYI_COMMA},
        {0x3001, SMYI_AND},
        {'.', SMYI_STOP},
        {0x3002, SMYI_STOP},
        {'!', SMYI_STOP},
        {'?', SMYI_STOP},
        {0xFF01, SMYI_STOP},
        {0xFF1F, SMYI_STOP},
        {':', SMYI_COLON},
        {0xFF1A, SMYI_COLON},
        {';', SMYI_SEMICOLON},
        {0xFF1B, SMYI_SEMICOLON},
        {0x201C, SMYI_OPEN_QUOTE},
        {0x300C, SMYI_OPEN_QUOTE},
        {0x300E, SMYI_OPEN_QUOTE},
        {0xAB, SMYI_OPEN_QUOTE},
        {0x201D, SMYI_CLOSE_QUOTE},
        {0x300D, SMYI_CLOSE_QUOTE},
        {0x300F, SMYI_CLOSE_QUOTE},
        {0xBB, SMYI_CLOSE_QUOTE},
        {'(', SMYI_OPEN_BRACKET},
        {0xFF08, SMYI_OPEN_BRACKET},
        {'[', SMYI_OPEN_BRACKET},
        {')', SMYI_CLOSE_BRACKET},
        {0xFF09, SMYI_CLOSE_BRACKET},
        {']', SMYI_CLOSE_BRACKET},
        {0x2014, SMYI_DASH},
        {0x2015, SMYI_DASH},
    };
    for (size_t m = 0; m < sizeof marks / sizeof *marks; m++)
        if (marks[m].c == c)
            return marks[m].kind;
    return SMYI_OTHER;
}

/* Sets the depth of quotations; straight quotes open and close by turns within a paragraph. */
static void set_depths(SmyiPaper *paper)
{
    unsigned depth = 0;
    bool straight = false;
    size_t paragraph = 0;
    for (size_t t = 0; t < paper->n_tokens; t++) {
        SmyiToken *token = &paper->tokens[t];
        size_t now = paper->sentences[token->sentence].paragraph;
        if (now != paragraph) {
            depth = 0;
            straight = false;
            paragraph = now;
        }
        if (token->kind == SMYI_OTHER && paper->folded.c[token->from] == '"') {
            token->kind = straight ? SMYI_CLOSE_QUOTE : SMYI_OPEN_QUOTE;
            straight = !straight;
        }
        if (token->kind == SMYI_CLOSE_QUOTE && depth)
            depth--;
        token->depth = depth;
        if (token->kind == SMYI_OPEN_QUOTE)
            depth++;
    }
}

/* ---- Words ---- */

static void add_word(Row *row, const SmyiWord *word, size_t at)
{
    const SmyiLexicon *lexicon = &row->cast->lexicon;
    const SmyiWord *end = lexicon->words + lexicon->n;
    SmyiToken *token = add(row, word->kind, word->what, at, at + word->n);
    if (!token)
        return;
    token->rule = word->rule;
    /* The same text may be a verb of saying and of acting: those entries are neighbours. */
    const SmyiWord *same = word;
    while (same > lexicon->words && same[-1].n == word->n &&
           memcmp(same[-1].c, word->c, word->n * sizeof *word->c) == 0)
        same--;
    for (; same < end && same->n == word->n &&
           memcmp(same->c, word->c, word->n * sizeof *word->c) == 0;
         same++) {
        if (word->kind == SMYI_ACTOR || word->kind == SMYI_IDIOM)
            break;
        if (same->kind == SMYI_SAY && token->say < 0)
            token->say = same->what;
        if (same->kind == SMYI_ACT && token->act < 0)
            token->act = same->what;
    }
}

static size_t length_at(const Row *row, size_t at)
{
    const SmyiWord *word =
        at < row->text->n ? smyi_lexicon_find(&row->cast->lexicon, row->text, at) : NULL;
    return word ? word->n : 0;
}

/* 美俄, 俄方, 烏外長: letters that stand for states only beside each other or such words. */
static size_t add_shorts(Row *row, size_t at)
{
    const SmyiFolded *text = row->text;
    size_t n = 0;
    while (at + n < text->n && smyi_cast_short(row->cast, text->c[at + n]) != SMYI_NOBODY &&
           length_at(row, at + n) < 2)
        n++;
    if (n == 0)
        return 0;
    const SmyiWord *next =
        at + n < text->n ? smyi_lexicon_find(&row->cast->lexicon, text, at + n) : NULL;
    bool office = next && (next->kind == SMYI_SIDE || next->kind == SMYI_OFFICE ||
                           next->kind == SMYI_ROLE);
    if (n == 1 && !office)
        return 0;
    for (size_t i = 0; i < n; i++) {
        SmyiToken *token = add(row, SMYI_ACTOR, smyi_cast_short(row->cast, text->c[at + i]),
                               at + i, at + i + 1);
        if (token)
            token->rule = "abbreviation";
    }
    return n;
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

/* Length of "'s" or "'" behind a word: whose something is shows in the text, not in a token. */
static size_t possessive(const SmyiFolded *text, size_t at)
{
    if (text->c[at] != '\'' || at == 0 || !smyi_is_word_letter(text->c[at - 1]))
        return 0;
    bool s = at + 1 < text->n && text->c[at + 1] == 's' &&
             (at + 2 == text->n || !smyi_is_word_letter(text->c[at + 2]));
    return s ? 2 : at + 1 == text->n || !smyi_is_word_letter(text->c[at + 1]);
}

/* What no rule knows: a Latin word, or one more character of a Chinese run. */
static size_t add_other(Row *row, size_t at)
{
    const SmyiFolded *text = row->text;
    size_t end = at + 1;
    if (smyi_is_word_letter(text->c[at])) {
        while (end < text->n &&
               (smyi_is_word_letter(text->c[end]) ||
                ((text->c[end] == '\'' || text->c[end] == '-') && end + 1 < text->n &&
                 smyi_is_word_letter(text->c[end + 1]))))
            end++;
    } else if (smyi_is_cjk(text->c[at]) || text->c[at] == 0xB7) {
        SmyiToken *last =
            row->paper->n_tokens ? &row->paper->tokens[row->paper->n_tokens - 1] : NULL;
        if (last && last->kind == SMYI_OTHER && last->to == at && !last->latin) {
            last->to = end;
            return 1;
        }
    }
    (void)add(row, SMYI_OTHER, 0, at, end);
    return end - at;
}

static size_t add_next(Row *row, size_t at)
{
    SmyiPaper *paper = row->paper;
    while (row->next_date < paper->n_dates && paper->dates[row->next_date].from < at)
        row->next_date++;
    if (row->next_date < paper->n_dates && paper->dates[row->next_date].from == at) {
        const SmyiDate *date = &paper->dates[row->next_date];
        (void)add(row, SMYI_DATE, (int)row->next_date, at, date->to);
        return date->to - at;
    }
    const SmyiWord *word = smyi_lexicon_find(&row->cast->lexicon, row->text, at);
    size_t shorts = !word || word->n == 1 ? add_shorts(row, at) : 0;
    if (shorts)
        return shorts;
    if (word) {
        add_word(row, word, at);
        return word->n;
    }
    SmyiKind mark = kind_of_mark(row->text->c[at]);
    if (mark == SMYI_OTHER)
        return add_other(row, at);
    (void)add(row, mark, 0, at, at + 1);
    return 1;
}

/* ---- Sentences ---- */

static bool place_tokens(Row *row)
{
    SmyiPaper *paper = row->paper;
    size_t s = 0;
    paper->first_token = SMYI_NEW(row->arena, paper->n_sentences + 1, size_t);
    if (!paper->first_token)
        return false;
    for (size_t t = 0; t < paper->n_tokens; t++) {
        size_t at = paper->folded.at[paper->tokens[t].from];
        while (s + 1 < paper->n_sentences && at >= paper->sentences[s + 1].start)
            paper->first_token[++s] = t;
        paper->tokens[t].sentence = s;
    }
    while (s < paper->n_sentences)
        paper->first_token[++s] = paper->n_tokens;
    return true;
}

bool smyi_tokens_make(SmyiPaper *paper, const SmyiCast *cast, SmyiArena *arena)
{
    Row row = {.paper = paper, .cast = cast, .text = &paper->folded, .arena = arena};
    paper->tokens = NULL;
    paper->n_tokens = 0;
    for (size_t at = 0; at < paper->folded.n && !row.no_memory;) {
        if (is_blank(paper->folded.c[at]))
            at++;
        else if (possessive(&paper->folded, at))
            at += possessive(&paper->folded, at);
        else
            at += add_next(&row, at);
    }
    if (row.no_memory || !place_tokens(&row))
        return false;
    set_depths(paper);
    return true;
}
