/* SPDX-License-Identifier: Apache-2.0 */
/* English statements: who says what, by the verb of saying. */
#include <string.h>

#include "reading/speech.h"

static bool is_any(const SmyiPaper *paper, const SmyiToken *token, const char *const *words)
{
    for (; *words; words++)
        if (smyi_token_is(paper, token, *words))
            return true;
    return false;
}

/* Where the clauses that may hold the subject of v begin: behind a quotation or a semicolon. */
static size_t region_start(const SmyiPaper *paper, size_t v)
{
    size_t first, last;
    smyi_sentence_tokens(paper, paper->tokens[v].sentence, &first, &last);
    for (size_t t = v; t > first; t--)
        if (paper->tokens[t - 1].kind == SMYI_CLOSE_QUOTE ||
            paper->tokens[t - 1].kind == SMYI_SEMICOLON)
            return t;
    return first;
}

/* Words that look like a verb of saying and are a noun, a passive or an infinitive. */
static bool is_noise(const SmyiPaper *paper, size_t v, size_t from)
{
    static const char *const nouns[] = {
        "the",   "a",     "an",   "his", "her", "its",  "their", "our", "my", "of",
        "these", "those", "such", "any", "no",  "this", "such",  "new", NULL};
    const SmyiToken *verb = &paper->tokens[v];
    if (v == from)
        return verb->say != SMYI_SAYING &&
               (v == 0 || paper->tokens[v - 1].kind != SMYI_AND);
    const SmyiToken *before = &paper->tokens[v - 1];
    if (before->kind == SMYI_BE || before->kind == SMYI_TO)
        return true;
    if (is_any(paper, before, nouns))
        return true;
    if (verb->say == SMYI_SAYS_BASE) {
        static const char *const finite[] = {"did",   "would", "will", "could", "may",
                                             "might", "can",   "not",  "do",    NULL};
        bool plural = (before->kind == SMYI_ROLE || before->kind == SMYI_SIDE) &&
                      paper->folded.c[before->to - 1] == 's';
        return !plural && !is_any(paper, before, finite);
    }
    return false;
}

/* Behind what stands between "said" and the words: on Friday, to reporters, that. */
static size_t content_start(const SmyiReading *reading, const SmyiPaper *paper, size_t v,
                            size_t last)
{
    size_t end = smyi_clause_end(paper, v);
    bool plain = true; /* only time, place and listeners so far */
    (void)reading;
    for (size_t t = v + 1; t < last && t < v + 16; t++) {
        const SmyiToken *token = &paper->tokens[t];
        if (token->kind == SMYI_THAT && t <= end + 4)
            return t + 1;
        if (token->kind == SMYI_OPEN_QUOTE && plain)
            return t;
        bool governed = paper->tokens[t - 1].kind == SMYI_IN ||
                        paper->tokens[t - 1].kind == SMYI_TO ||
                        smyi_token_is(paper, &paper->tokens[t - 1], "a") ||
                        smyi_token_is(paper, &paper->tokens[t - 1], "the");
        plain &= token->kind == SMYI_IN || token->kind == SMYI_TO ||
                 token->kind == SMYI_DATE || token->kind == SMYI_COMMA ||
                 token->kind == SMYI_COLON || token->kind == SMYI_MEDIA ||
                 token->kind == SMYI_CAPITAL || token->kind == SMYI_ADVERB || governed;
        if (token->kind == SMYI_SAY || token->kind == SMYI_BE || token->kind == SMYI_ACT ||
            token->kind == SMYI_STOP)
            break;
    }
    size_t t = v + 1;
    while (t < last) {
        const SmyiToken *token = &paper->tokens[t];
        if (token->kind == SMYI_DATE || token->kind == SMYI_COMMA ||
            token->kind == SMYI_COLON || token->kind == SMYI_MEDIA) {
            t++;
        } else if ((token->kind == SMYI_IN || token->kind == SMYI_TO) && t + 1 < last &&
                   (paper->tokens[t + 1].kind == SMYI_DATE ||
                    paper->tokens[t + 1].kind == SMYI_MEDIA ||
                    paper->tokens[t + 1].kind == SMYI_CAPITAL)) {
            t += 2;
        } else {
            break;
        }
    }
    return t;
}

/* Nothing but time and place stands between t and the end of the sentence. */
static bool is_at_end(const SmyiPaper *paper, size_t t, size_t last)
{
    for (; t < last; t++) {
        const SmyiToken *token = &paper->tokens[t];
        bool passes = token->kind == SMYI_STOP || token->kind == SMYI_DATE ||
                      token->kind == SMYI_IN || token->kind == SMYI_TO ||
                      token->kind == SMYI_MEDIA || token->kind == SMYI_CAPITAL ||
                      token->kind == SMYI_CLOSE_QUOTE || token->kind == SMYI_ADVERB;
        bool word =
            token->kind == SMYI_OTHER && t > 0 &&
            (paper->tokens[t - 1].kind == SMYI_IN || paper->tokens[t - 1].kind == SMYI_TO ||
             paper->tokens[t - 1].kind == SMYI_OTHER);
        if (!passes && !word)
            return false;
    }
    return true;
}

/* "The talks were useful, Putin said.": the words stand before the speaker. */
static bool add_before(SmyiReading *reading, size_t p, size_t v,
                       const SmyiParties *speakers, size_t subject)
{
    SmyiPaper *paper = &reading->papers[p];
    size_t first, last;
    smyi_sentence_tokens(paper, paper->tokens[v].sentence, &first, &last);
    size_t t = subject;
    if (t > 0 && paper->tokens[t - 1].kind == SMYI_COMMA)
        t--;
    for (size_t k = t; k > first && t - k < 9; k--) /* "...," its minister, X, wrote */
        if (paper->tokens[k - 1].kind == SMYI_CLOSE_QUOTE)
            t = k;
    if (t > 0 && paper->tokens[t - 1].kind == SMYI_CLOSE_QUOTE) {
        size_t open = smyi_quote_start(paper, t - 1);
        bool taken = open < paper->n_tokens && smyi_speech_is_taken(reading, p, open + 1);
        return open < paper->n_tokens && !taken &&
               smyi_speech_add_quote(reading, p, v, speakers, open,
                                     "speaker behind the quotation");
    }
    if (t == subject || t <= first)
        return false;
    return smyi_speech_add_span(reading, p, v, speakers, first, t,
                                "speaker behind the words");
}

/* Whom "told" tells: passes the phrase behind the verb. */
static size_t behind_told(const SmyiReading *reading, size_t p, size_t v, size_t last)
{
    SmyiParties told = {0};
    const SmyiPaper *paper = &reading->papers[p];
    size_t t = v + 1;
    if (t < last && paper->tokens[t].kind == SMYI_MEDIA)
        return t;
    size_t behind = smyi_phrase_en(reading, p, t, last, &told);
    if (behind == t && t < last && paper->tokens[t].kind == SMYI_OTHER)
        behind++;
    return behind > t ? behind - 1 : v;
}

static bool is_carried_noun(const SmyiParties *speakers)
{
    return speakers->n == 1 && speakers->all[0].actor == SMYI_NOBODY &&
           strcmp(speakers->all[0].rule, "nobody") == 0;
}

static void set_negation(SmyiStatement *statement, const SmyiPaper *paper, size_t v)
{
    if (!statement)
        return;
    size_t t = v;
    for (int k = 0;
         k < 3 && t > 0 && paper->tokens[t - 1].sentence == paper->tokens[v].sentence;
         k++) {
        const SmyiKind kind = paper->tokens[t - 1].kind;
        if (kind == SMYI_NOT)
            statement->negated = true;
        if (kind != SMYI_NOT && kind != SMYI_ADVERB)
            break;
        t--;
    }
    statement->negated |= paper->tokens[v].say == SMYI_DENIES;
}

/* "said Putin": the speaker stands behind the verb, which follows a quotation. */
static bool inverted(SmyiReading *reading, size_t p, size_t v, size_t from)
{
    SmyiPaper *paper = &reading->papers[p];
    size_t first, last;
    SmyiParties speakers = {0};
    smyi_sentence_tokens(paper, paper->tokens[v].sentence, &first, &last);
    bool behind_quote = v > 0 && (paper->tokens[v - 1].kind == SMYI_CLOSE_QUOTE ||
                                  (paper->tokens[v - 1].kind == SMYI_COMMA && v > from &&
                                   v > 1 && paper->tokens[v - 2].kind == SMYI_CLOSE_QUOTE));
    bool behind_words = v > from && paper->tokens[v - 1].kind == SMYI_COMMA;
    if (!behind_quote && !behind_words)
        return false;
    size_t behind = smyi_phrase_en(reading, p, v + 1, last, &speakers);
    if (behind == v + 1 || speakers.n == 0)
        return false;
    if (!behind_quote && !is_at_end(paper, behind, last) &&
        paper->tokens[behind].kind != SMYI_COMMA)
        return false;
    return add_before(reading, p, v, &speakers, v);
}

static void by_verb(SmyiReading *reading, size_t p, size_t v)
{
    SmyiPaper *paper = &reading->papers[p];
    const SmyiToken *verb = &paper->tokens[v];
    size_t first, last, from = region_start(paper, v);
    SmyiParties speakers = {0};
    smyi_sentence_tokens(paper, verb->sentence, &first, &last);
    if (verb->say == SMYI_SAYS_NOUN || inverted(reading, p, v, from) ||
        is_noise(paper, v, from))
        return;
    size_t joint = v; /* "phoned A and urged": the verb before has the subject */
    while (joint > first && paper->tokens[joint - 1].kind == SMYI_ADVERB)
        joint--;
    bool joined = joint > first && (paper->tokens[joint - 1].kind == SMYI_AND ||
                                    paper->tokens[joint - 1].kind == SMYI_BUT);
    if (!(joined ? smyi_subject_joined_en(reading, p, first, joint, &speakers)
                 : smyi_subject_en(reading, p, from, v, &speakers)) ||
        is_carried_noun(&speakers))
        return;
    if (verb->say == SMYI_THINKS && !smyi_is_named(&speakers))
        return;
    size_t at = v;
    if (verb->say == SMYI_TELLS)
        at = behind_told(reading, p, v, last);
    SmyiStatement *added = NULL;
    size_t content = content_start(reading, paper, at, last);
    size_t subject = v; /* where the subject's phrase begins */
    while (subject > from && paper->tokens[subject].from > speakers.all[0].from)
        subject--;
    bool parted = subject > 0 && (paper->tokens[subject - 1].kind == SMYI_COMMA ||
                                  paper->tokens[subject - 1].kind == SMYI_CLOSE_QUOTE);
    if (is_at_end(paper, at + 1, last) || content >= last) {
        (void)add_before(reading, p, v, &speakers, subject);
        added =
            reading->n_statements ? &reading->statements[reading->n_statements - 1] : NULL;
        added = added && added->verb == v && added->paper == p ? added : NULL;
    } else {
        if (parted && paper->tokens[content].kind == SMYI_OPEN_QUOTE)
            (void)add_before(reading, p, v, &speakers, subject); /* "A," he said, "B." */
        added = smyi_speech_add(reading, p, v, &speakers, content, "verb of saying");
    }
    set_negation(added, paper, v);
}

/* ", adding that": the one who spoke in the sentence goes on. */
static void by_saying(SmyiReading *reading, size_t p, size_t v)
{
    SmyiPaper *paper = &reading->papers[p];
    size_t first, last;
    SmyiParties speakers = {0};
    smyi_sentence_tokens(paper, paper->tokens[v].sentence, &first, &last);
    if (v == first ||
        (paper->tokens[v - 1].kind != SMYI_COMMA && paper->tokens[v - 1].kind != SMYI_AND))
        return;
    const SmyiStatement *before =
        reading->n_statements ? &reading->statements[reading->n_statements - 1] : NULL;
    if (before && before->paper == p &&
        paper->tokens[before->verb].sentence == paper->tokens[v].sentence)
        speakers = before->speakers;
    else
        (void)smyi_phrase_en(reading, p, first, smyi_clause_end(paper, first), &speakers);
    if (!smyi_is_named(&speakers))
        return;
    for (size_t i = 0; i < speakers.n; i++) {
        speakers.all[i].from = speakers.all[i].to = paper->tokens[v].from;
        speakers.all[i].rule = "carried on";
    }
    size_t content = content_start(reading, paper, v, last);
    if (content < last)
        set_negation(smyi_speech_add(reading, p, v, &speakers, content,
                                     "verb of saying, speaker carried on"),
                     paper, v);
}

/* "According to X, ..." and "..., according to X." */
static void by_source(SmyiReading *reading, size_t p, size_t t)
{
    SmyiPaper *paper = &reading->papers[p];
    size_t first, last;
    SmyiParties speakers = {0};
    smyi_sentence_tokens(paper, paper->tokens[t].sentence, &first, &last);
    size_t behind =
        smyi_phrase_en(reading, p, t + 1, smyi_clause_end(paper, t + 1), &speakers);
    if (behind == t + 1 || speakers.n == 0)
        return;
    while (behind < last && !smyi_is_boundary(&paper->tokens[behind], 0) &&
           paper->tokens[behind].kind == SMYI_SAY)
        behind++; /* "a United Nations report" */
    if (t > first && paper->tokens[t - 1].kind == SMYI_COMMA && behind + 1 >= last) {
        (void)smyi_speech_add_span(reading, p, t, &speakers, first, t - 1, "according to");
    } else if (behind < last && paper->tokens[behind].kind == SMYI_COMMA) {
        size_t content = behind + 1;
        size_t end = content < last ? smyi_clause_end(paper, content) : last;
        if (end + 1 < last && smyi_token_is(paper, &paper->tokens[content], "as"))
            content = end + 1; /* ", as one officer put it," */
        (void)smyi_speech_add(reading, p, t, &speakers, content, "according to");
    } else if (t > first && is_at_end(paper, behind, last)) {
        (void)smyi_speech_add_span(reading, p, t, &speakers, first, t, "according to");
    }
}

void smyi_speech_en(SmyiReading *reading, size_t p, size_t t)
{
    const SmyiToken *token = &reading->papers[p].tokens[t];
    if (token->kind == SMYI_SOURCE)
        by_source(reading, p, t);
    else if (token->kind == SMYI_SAY && token->say == SMYI_SAYING)
        by_saying(reading, p, t);
    else if (token->kind == SMYI_SAY && !smyi_speech_is_verb(reading, p, t))
        by_verb(reading, p, t);
}
