/* SPDX-License-Identifier: Apache-2.0 */
/* All words that are looked for in a text: names and the rules' words, longest match first. */
#include "reading/lexicon.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_CAPITALS = 5 };

void smyi_lexicon_add_folded(SmyiLexicon *lexicon, SmyiWord word)
{
    if (word.n == 0)
        return;
    if (lexicon->n == lexicon->room) {
        size_t room = lexicon->room ? lexicon->room * 2 : 4096;
        SmyiWord *words = SMYI_NEW(lexicon->arena, room, SmyiWord);
        if (!words) {
            lexicon->no_memory = true;
            return;
        }
        if (lexicon->n)
            memcpy(words, lexicon->words, lexicon->n * sizeof *words);
        lexicon->words = words;
        lexicon->room = room;
    }
    word.order = lexicon->n;
    lexicon->words[lexicon->n++] = word;
}

void smyi_lexicon_add(SmyiLexicon *lexicon, const char *text, SmyiKind kind, int what,
                      const char *rule)
{
    SmyiFolded folded;
    if (!smyi_fold_text(lexicon->hans, text, lexicon->arena, &folded)) {
        lexicon->no_memory = true;
        return;
    }
    SmyiWord word = {.c = folded.c,
                     .n = (unsigned)folded.n,
                     .kind = kind,
                     .what = what,
                     .rule = rule,
                     .is_latin = folded.n && smyi_is_word_letter(folded.c[0]),
                     .is_proper = folded.n && folded.upper[0]};
    size_t capitals = 0, letters = 0;
    for (size_t i = 0; i < folded.n; i++) {
        letters += smyi_is_word_letter(folded.c[i]);
        capitals += folded.upper[i];
    }
    word.is_capitals = letters > 1 && capitals == letters && letters <= MOST_CAPITALS;
    smyi_lexicon_add_folded(lexicon, word);
}

static void add_list(SmyiLexicon *lexicon, const SmyiWords *list)
{
    char word[128];
    int what = list->act ? (int)smyi_act(list->act) : list->what;
    for (const char *at = list->words; *at;) {
        size_t n = strcspn(at, "|");
        if (n > 0 && n < sizeof word) {
            memcpy(word, at, n);
            word[n] = '\0';
            smyi_lexicon_add(lexicon, word, list->kind, what, NULL);
        }
        at += n + (at[n] == '|');
    }
}

void smyi_lexicon_add_rules(SmyiLexicon *lexicon)
{
    for (size_t w = 0; w < smyi_n_words_zh; w++)
        add_list(lexicon, &smyi_words_zh[w]);
    for (size_t w = 0; w < smyi_n_words_en; w++)
        add_list(lexicon, &smyi_words_en[w]);
}

static int compare(const SmyiWord *a, const SmyiWord *b)
{
    for (unsigned i = 0; i < a->n && i < b->n; i++)
        if (a->c[i] != b->c[i])
            return a->c[i] < b->c[i] ? -1 : 1;
    return a->n < b->n ? -1 : a->n > b->n;
}

static int by_text(const void *left, const void *right)
{
    const SmyiWord *a = left, *b = right;
    int order = compare(a, b);
    return order ? order : a->order < b->order ? -1 : a->order > b->order;
}

void smyi_lexicon_sort(SmyiLexicon *lexicon)
{
    if (lexicon->n)
        qsort(lexicon->words, lexicon->n, sizeof *lexicon->words, by_text);
    lexicon->n_sorted = lexicon->n;
}

/* Narrows [*low, *high), in which all words agree on `depth` characters, to those with c next. */
static void narrow(const SmyiLexicon *lexicon, unsigned depth, uint32_t c, size_t *low,
                   size_t *high)
{
    size_t from = *low, to = *high;
    while (from < to) { /* first word whose next character is c or more */
        size_t middle = from + (to - from) / 2;
        const SmyiWord *word = &lexicon->words[middle];
        if (word->n <= depth || word->c[depth] < c)
            from = middle + 1;
        else
            to = middle;
    }
    *low = from;
    to = *high;
    while (from < to) { /* first word whose next character is more than c */
        size_t middle = from + (to - from) / 2;
        if (lexicon->words[middle].c[depth] <= c)
            from = middle + 1;
        else
            to = middle;
    }
    *high = from;
}

static bool has_right_case(const SmyiWord *word, const SmyiFolded *text, size_t at)
{
    if (word->is_proper && !text->upper[at])
        return false;
    for (unsigned i = 0; word->is_capitals && i < word->n; i++)
        if (smyi_is_word_letter(text->c[at + i]) && !text->upper[at + i])
            return false;
    return true;
}

/* A Latin word ends where no letter follows; "'s" may. */
static bool stands_alone(const SmyiWord *word, const SmyiFolded *text, size_t at)
{
    size_t end = at + word->n;
    if (!word->is_latin)
        return true;
    bool behind = end < text->n && smyi_is_word_letter(text->c[end]) &&
                  smyi_is_word_letter(word->c[word->n - 1]);
    bool before = at > 0 && smyi_is_word_letter(text->c[at - 1]);
    return !behind && !before;
}

const SmyiWord *smyi_lexicon_find(const SmyiLexicon *lexicon, const SmyiFolded *text,
                                  size_t at)
{
    const SmyiWord *found = NULL;
    size_t low = 0, high = lexicon->n_sorted;
    for (unsigned depth = 0; at + depth < text->n && low < high; depth++) {
        narrow(lexicon, depth, text->c[at + depth], &low, &high);
        for (size_t w = low; w < high && lexicon->words[w].n == depth + 1; w++) {
            const SmyiWord *word = &lexicon->words[w];
            if (has_right_case(word, text, at) && stands_alone(word, text, at)) {
                found = word;
                break;
            }
        }
    }
    return found;
}
