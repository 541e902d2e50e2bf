/* SPDX-License-Identifier: Apache-2.0 */
/* Chinese statements: who says what, by the verb of saying. */
#include <string.h>

#include "reading/speech.h"

/* 發表聲明, 作出承諾: the word is a noun there. */
static bool is_noun(const SmyiPaper *paper, size_t v)
{
    static const char *const before[] = {"发表", "发布", "作出", "做出", "提出", "给予",
                                         "收到", "得到", "获得", "一份", "这份", "这一",
                                         "有关", "联合", "共同", "书面", "接受", "发出",
                                         "一项", "无视", "违背", "兑现", "该",   "此"};
    for (size_t b = 0; b < sizeof before / sizeof *before; b++)
        if (smyi_ends_with(paper, paper->tokens[v].from, before[b]))
            return paper->tokens[v].to - paper->tokens[v].from == 2;
    return false;
}

static bool is_noise(const SmyiPaper *paper, size_t v)
{
    const SmyiToken *token = &paper->tokens[v];
    const SmyiToken *next = v + 1 < paper->n_tokens ? &paper->tokens[v + 1] : NULL;
    const SmyiToken *last = v > 0 ? &paper->tokens[v - 1] : NULL;
    if (next && next->kind == SMYI_DE && next->sentence == token->sentence &&
        !smyi_token_is(paper, next, "所"))
        return true; /* 宣布的關稅 */
    if (last && last->sentence == token->sentence && last->kind == SMYI_DE &&
        !smyi_token_is(paper, last, "所"))
        return true; /* 他的表示 */
    for (size_t t = smyi_clause_start(paper, v); t < v; t++)
        if (paper->tokens[t].kind == SMYI_VERDICT)
            return true; /* 這多少說明 */
    return is_noun(paper, v) || token->say == SMYI_SAYS_NOUN;
}

/* Behind 了, 過, 道 and the like. */
static size_t behind_verb(const SmyiPaper *paper, size_t v)
{
    size_t t = v + 1;
    while (t < paper->n_tokens && paper->tokens[t].sentence == paper->tokens[v].sentence &&
           paper->tokens[t].kind == SMYI_THAT)
        t++;
    return t;
}

/* The speaker where the verb's own clause has none: earlier in the sentence, then before it. */
static bool carry(SmyiReading *reading, size_t p, size_t v, size_t clause, SmyiParties *out)
{
    const SmyiPaper *paper = &reading->papers[p];
    size_t s = paper->tokens[v].sentence, first, end;
    smyi_sentence_tokens(paper, s, &first, &end);
    const SmyiStatement *last =
        reading->n_statements ? &reading->statements[reading->n_statements - 1] : NULL;
    bool follows = last && last->paper == p && last->speakers.n > 0;
    size_t last_s = follows ? paper->tokens[last->verb].sentence : 0;
    if (follows && last_s == s) {
        *out = last->speakers;
    } else if (follows && last_s + 1 == s && clause > first &&
               paper->tokens[first].kind == SMYI_IN && last->speakers.n == 1 &&
               paper->sentences[last_s].paragraph == paper->sentences[s].paragraph) {
        *out = last->speakers; /* 雖然 ..., 但認為: who spoke goes on */
    } else {
        bool found = false;
        for (size_t at = clause; at > first && !found;) {
            size_t start = smyi_clause_start(paper, at - 1);
            found = smyi_subject_zh(reading, p, start, at - 1, out);
            at = start;
        }
        if (!found)
            return false;
    }
    for (size_t i = 0; i < out->n; i++) {
        out->all[i].from = out->all[i].to = paper->tokens[v].from;
        out->all[i].rule = "carried on";
    }
    return true;
}

static bool find_speaker(SmyiReading *reading, size_t p, size_t v, SmyiParties *out)
{
    const SmyiPaper *paper = &reading->papers[p];
    size_t clause = smyi_clause_start(paper, v);
    if (smyi_subject_zh(reading, p, clause, v, out))
        return true;
    /* something else is the subject: 聲明 說 */
    for (size_t t = clause; t < v; t++)
        if (paper->tokens[t].kind == SMYI_OTHER &&
            paper->tokens[t].to - paper->tokens[t].from > 3 && t + 1 == v)
            return false;
    return carry(reading, p, v, clause, out);
}

static bool is_negated(const SmyiPaper *paper, size_t v)
{
    size_t clause = smyi_clause_start(paper, v);
    return v > clause && paper->tokens[v - 1].kind == SMYI_NOT;
}

/* 據路透社報道, 正如他所言, 在他看來: whose words follow. */
static bool by_source(SmyiReading *reading, size_t p, size_t t)
{
    SmyiPaper *paper = &reading->papers[p];
    size_t end = smyi_clause_end(paper, t), first, last, from = t + 1;
    smyi_sentence_tokens(paper, paper->tokens[t].sentence, &first, &last);
    SmyiParties speakers = {0};
    while (from < end && (paper->tokens[from].kind == SMYI_DATE ||
                          paper->tokens[from].kind == SMYI_ADVERB))
        from++;
    size_t behind = smyi_phrase_zh(reading, p, from, end, &speakers);
    size_t verb = 0;
    for (size_t k = behind; k < end && k < behind + 6 && !verb; k++)
        if (paper->tokens[k].kind == SMYI_SAY || paper->tokens[k].kind == SMYI_VIEW)
            verb = k;
    for (size_t k = behind; k < verb;
         k++) /* 新加坡《聯合早報》: the paper speaks, not the state */
        if (paper->tokens[k].kind == SMYI_OTHER &&
            paper->tokens[k].to - paper->tokens[k].from >= 3) {
            speakers = (SmyiParties){0};
            smyi_party_add(&speakers, SMYI_NOBODY, paper->tokens[from].from,
                           paper->tokens[k].to, "not named");
        }
    if (!verb || speakers.n == 0 || end + 1 >= last || paper->tokens[end].kind == SMYI_STOP)
        return false;
    size_t content = end + 1;
    /* the content may stand right behind the verb: 據塔斯社報道烏沙科夫 ... is rare and left */
    return smyi_speech_add(reading, p, verb, &speakers, content, "whose words these are") !=
           NULL;
}

/* 在俄羅斯官方的敘述裏, 在他看來 */
static bool by_view(SmyiReading *reading, size_t p, size_t t)
{
    SmyiPaper *paper = &reading->papers[p];
    size_t end = smyi_clause_end(paper, t), first, last, from = smyi_clause_start(paper, t);
    smyi_sentence_tokens(paper, paper->tokens[t].sentence, &first, &last);
    if (from >= t ||
        (paper->tokens[from].kind != SMYI_IN && paper->tokens[from].kind != SMYI_SOURCE))
        return false;
    SmyiParties speakers = {0};
    size_t behind = smyi_phrase_zh(reading, p, from + 1, t + 1, &speakers);
    if (behind < t || end + 1 >= last || end > t + 3)
        return false;
    return smyi_speech_add(reading, p, t, &speakers, end + 1, "whose view this is") != NULL;
}

/* 「...」, 他說。: the words stand before the speaker. */
static bool add_before(SmyiReading *reading, size_t p, size_t v,
                       const SmyiParties *speakers)
{
    SmyiPaper *paper = &reading->papers[p];
    size_t clause = smyi_clause_start(paper, v), t = clause;
    if (t > 0 && paper->tokens[t - 1].kind == SMYI_COMMA)
        t--;
    if (t == 0 || paper->tokens[t - 1].kind != SMYI_CLOSE_QUOTE ||
        paper->sentences[paper->tokens[t - 1].sentence].paragraph !=
            paper->sentences[paper->tokens[v].sentence].paragraph)
        return false;
    size_t open = smyi_quote_start(paper, t - 1);
    if (open + 1 >= t - 1 || open == paper->n_tokens ||
        smyi_speech_is_taken(reading, p, open + 1))
        return false;
    return smyi_speech_add_quote(reading, p, v, speakers, open,
                                 "speaker behind the quotation") != NULL;
}

/* A quotation near a verb that is none of saying: 向媒體 ... 給了「10分」. */
static void by_media(SmyiReading *reading, size_t p, size_t t)
{
    SmyiPaper *paper = &reading->papers[p];
    size_t end = smyi_clause_end(paper, t), clause = smyi_clause_start(paper, t);
    SmyiParties speakers = {0};
    for (size_t k = t + 1; k < end; k++) {
        if (paper->tokens[k].kind == SMYI_SAY)
            return; /* the verb's own rule */
        if (paper->tokens[k].kind != SMYI_OPEN_QUOTE)
            continue;
        if (find_speaker(reading, p, t, &speakers) && smyi_is_named(&speakers))
            (void)smyi_speech_add(reading, p, t, &speakers, t + 1, "words to the media");
        return;
    }
    (void)clause;
}

static void by_verb(SmyiReading *reading, size_t p, size_t v)
{
    SmyiPaper *paper = &reading->papers[p];
    const SmyiToken *verb = &paper->tokens[v];
    SmyiParties speakers = {0};
    if (is_noise(paper, v) || !find_speaker(reading, p, v, &speakers))
        return;
    bool named = smyi_is_named(&speakers);
    if (verb->say == SMYI_THINKS && !named)
        return;
    size_t t = behind_verb(paper, v);
    if (verb->say == SMYI_TELLS) { /* who is told stands between */
        SmyiParties told = {0};
        t = smyi_phrase_zh(reading, p, t, smyi_clause_end(paper, v), &told);
    }
    bool before = false;
    size_t end = smyi_clause_end(paper, v);
    if (t >= end || paper->tokens[end].kind == SMYI_COMMA)
        before = t >= end && add_before(reading, p, v, &speakers);
    size_t content = t;
    while (content < paper->n_tokens && paper->tokens[content].sentence == verb->sentence &&
           (paper->tokens[content].kind == SMYI_COMMA ||
            paper->tokens[content].kind == SMYI_COLON))
        content++;
    if (before &&
        (content >= paper->n_tokens || paper->tokens[content].kind != SMYI_OPEN_QUOTE))
        return;
    SmyiStatement *added = smyi_speech_add(
        reading, p, v, &speakers, content,
        speakers.all[0].rule && strcmp(speakers.all[0].rule, "carried on") == 0
            ? "verb of saying, speaker carried on"
            : "verb of saying");
    if (added) {
        added->negated = is_negated(paper, v);
        if (verb->say == SMYI_DENIES)
            added->negated = true;
    }
}

/* 普京：「...」 */
static void by_colon(SmyiReading *reading, size_t p, size_t t)
{
    SmyiPaper *paper = &reading->papers[p];
    SmyiParties speakers = {0};
    size_t clause = smyi_clause_start(paper, t);
    if (t + 1 >= paper->n_tokens || paper->tokens[t + 1].kind != SMYI_OPEN_QUOTE ||
        clause == t)
        return;
    for (size_t k = clause; k < t; k++)
        if (paper->tokens[k].kind == SMYI_SAY)
            return;
    if (smyi_phrase_zh(reading, p, clause, t, &speakers) == t && smyi_is_named(&speakers))
        (void)smyi_speech_add(reading, p, t, &speakers, t + 1, "name and colon");
}

void smyi_speech_zh(SmyiReading *reading, size_t p, size_t t)
{
    SmyiPaper *paper = &reading->papers[p];
    const SmyiToken *token = &paper->tokens[t];
    if (token->kind == SMYI_SOURCE)
        (void)by_source(reading, p, t);
    else if (token->kind == SMYI_VIEW)
        (void)by_view(reading, p, t);
    else if (token->kind == SMYI_MEDIA)
        by_media(reading, p, t);
    else if (token->kind == SMYI_COLON)
        by_colon(reading, p, t);
    else if (token->kind == SMYI_SAY && !smyi_speech_is_verb(reading, p, t))
        by_verb(reading, p, t);
}
