/* SPDX-License-Identifier: Apache-2.0 */
/* Statements: where somebody's words begin and end. */
#include <string.h>

#include "reading/speech.h"

bool smyi_speech_is_taken(const SmyiReading *reading, size_t p, size_t t)
{
    size_t at = reading->papers[p].tokens[t].from;
    for (size_t s = reading->n_statements; s-- > 0 && reading->statements[s].paper == p;)
        if (at >= reading->statements[s].from && at < reading->statements[s].to)
            return true;
    return false;
}

bool smyi_speech_is_verb(const SmyiReading *reading, size_t p, size_t t)
{
    for (size_t s = reading->n_statements; s-- > 0 && reading->statements[s].paper == p;)
        if (reading->statements[s].verb == t)
            return true;
    return false;
}

/* The statement in whose words the verb stands, or -1. */
static int around(const SmyiReading *reading, size_t p, size_t verb)
{
    size_t at = reading->papers[p].tokens[verb].from;
    for (size_t s = reading->n_statements; s-- > 0 && reading->statements[s].paper == p;)
        if (at >= reading->statements[s].from && at < reading->statements[s].to)
            return (int)s;
    return -1;
}

static bool are_nobody(const SmyiParties *speakers)
{
    for (size_t i = 0; i < speakers->n; i++)
        if (!speakers->all[i].rule || strcmp(speakers->all[i].rule, "nobody") != 0)
            return false;
    return true;
}

SmyiStatement *smyi_speech_add_span(SmyiReading *reading, size_t p, size_t verb,
                                    const SmyiParties *speakers, size_t from, size_t to,
                                    const char *rule)
{
    const SmyiPaper *paper = &reading->papers[p];
    while (from < to && (paper->tokens[to - 1].kind == SMYI_STOP ||
                         paper->tokens[to - 1].kind == SMYI_COMMA ||
                         paper->tokens[to - 1].kind == SMYI_SEMICOLON ||
                         paper->tokens[to - 1].kind == SMYI_DASH))
        to--;
    bool empty = true; /* "denies it", 表示同意: nothing that could be cited */
    for (size_t t = from; t < to; t++)
        empty &= paper->tokens[t].kind == SMYI_AUTHOR ||
                 paper->tokens[t].kind == SMYI_ADVERB || paper->tokens[t].kind == SMYI_THAT;
    empty |= from < to && smyi_token_is(paper, &paper->tokens[from], "about");
    bool neither = from < to && (smyi_token_is(paper, &paper->tokens[from], "nor") ||
                                 smyi_token_is(paper, &paper->tokens[from], "or"));
    if (from >= to || empty || neither || are_nobody(speakers))
        return NULL;
    int within = around(reading, p, verb);
    SmyiStatement *statement = SMYI_ADD(reading, statements, SmyiStatement);
    if (statement)
        *statement = (SmyiStatement){.paper = p,
                                     .verb = verb,
                                     .from = paper->tokens[from].from,
                                     .to = paper->tokens[to - 1].to,
                                     .speakers = *speakers,
                                     .within = within,
                                     .rule = rule};
    return statement;
}

SmyiStatement *smyi_speech_add_quote(SmyiReading *reading, size_t p, size_t verb,
                                     const SmyiParties *speakers, size_t open,
                                     const char *rule)
{
    const SmyiPaper *paper = &reading->papers[p];
    size_t close = smyi_quote_end(paper, open);
    if (close == paper->n_tokens || close <= open + 1 || are_nobody(speakers))
        return NULL;
    close -= close > open + 2 && paper->tokens[close - 1].kind == SMYI_COMMA;
    SmyiStatement *statement = SMYI_ADD(reading, statements, SmyiStatement);
    if (statement)
        *statement = (SmyiStatement){.paper = p,
                                     .verb = verb,
                                     .from = paper->tokens[open + 1].from,
                                     .to = paper->tokens[close - 1].to,
                                     .speakers = *speakers,
                                     .direct = true,
                                     .within = -1,
                                     .rule = rule};
    return statement;
}

/* A clause in which somebody begins to speak anew: 普京則稱, "while Macron said". */
static bool begins_anew(const SmyiReading *reading, size_t p, size_t from, size_t end)
{
    const SmyiPaper *paper = &reading->papers[p];
    for (size_t t = from; t < end; t++) {
        const SmyiToken *token = &paper->tokens[t];
        SmyiParties subject = {0};
        if (token->kind == SMYI_SOURCE && t > from)
            return true; /* ", according to" */
        if (token->kind == SMYI_SOURCE)
            return token->latin;
        if (token->kind != SMYI_SAY || token->depth > paper->tokens[from].depth)
            continue;
        if (token->say == SMYI_SAYING)
            return t == from || paper->tokens[from].kind == SMYI_BUT ||
                   paper->tokens[from].kind == SMYI_AND;
        if (token->say == SMYI_THINKS || token->say == SMYI_SAYS_BASE ||
            token->say == SMYI_SAYS_NOUN)
            continue;
        if (token->latin)
            return smyi_subject_en(reading, p, from, t, &subject) &&
                   smyi_is_named(&subject);
        bool has = smyi_subject_zh(reading, p, from, t, &subject);
        if (has)
            return smyi_is_named(&subject) && t - from <= 8;
        bool bare = true; /* 並稱, 還說 */
        for (size_t k = from; k < t; k++)
            bare &=
                paper->tokens[k].kind == SMYI_BUT || paper->tokens[k].kind == SMYI_ADVERB;
        return bare && t > from;
    }
    return false;
}

/* The author's own words about what was said: 這完全是, ", a claim that". */
static bool is_verdict(const SmyiPaper *paper, size_t t, size_t end)
{
    while (t < end &&
           (paper->tokens[t].kind == SMYI_BUT || paper->tokens[t].kind == SMYI_ADVERB))
        t++;
    return t < end && paper->tokens[t].kind == SMYI_VERDICT;
}

SmyiStatement *smyi_speech_add(SmyiReading *reading, size_t p, size_t verb,
                               const SmyiParties *speakers, size_t content,
                               const char *rule)
{
    const SmyiPaper *paper = &reading->papers[p];
    size_t first, last;
    smyi_sentence_tokens(paper, paper->tokens[verb].sentence, &first, &last);
    if (content >= last)
        return NULL;
    if (paper->tokens[content].kind == SMYI_OPEN_QUOTE) {
        size_t close = smyi_quote_end(paper, content);
        bool ends = close != paper->n_tokens &&
                    (close + 1 >= last || paper->tokens[close + 1].kind == SMYI_STOP ||
                     paper->tokens[close + 1].kind == SMYI_COMMA ||
                     paper->tokens[close + 1].kind == SMYI_SEMICOLON ||
                     paper->tokens[close - 1].kind == SMYI_STOP);
        if (ends)
            return smyi_speech_add_quote(reading, p, verb, speakers, content, rule);
    }
    size_t end = content;
    unsigned depth = paper->tokens[content].depth;
    for (size_t t = content; t < last; t++) {
        end = t + 1;
        const SmyiToken *next_token = t + 1 < last ? &paper->tokens[t + 1] : NULL;
        if (t > content && next_token && next_token->kind == SMYI_SAY &&
            next_token->depth <= depth && next_token->say <= SMYI_SAYS &&
            (paper->tokens[t].kind == SMYI_AND || paper->tokens[t].kind == SMYI_BUT)) {
            end = t; /* "and said", 並表示 */
            break;
        }
        if (!smyi_is_boundary(&paper->tokens[t], depth) || t + 1 >= last || t == content)
            continue;
        size_t next = t + 1;
        if (is_verdict(paper, next, last) ||
            begins_anew(reading, p, next, smyi_clause_end(paper, next))) {
            end = t;
            break;
        }
    }
    return smyi_speech_add_span(reading, p, verb, speakers, content, end, rule);
}

/* "A," he said. "B.": a sentence that is a quotation goes on with the one before it. */
static void go_on(SmyiReading *reading, size_t p, size_t s)
{
    const SmyiPaper *paper = &reading->papers[p];
    size_t first, last;
    smyi_sentence_tokens(paper, s, &first, &last);
    const SmyiStatement *before =
        reading->n_statements ? &reading->statements[reading->n_statements - 1] : NULL;
    if (s == 0 || first >= last || paper->tokens[first].kind != SMYI_OPEN_QUOTE ||
        !before || before->paper != p || !before->direct ||
        paper->tokens[before->verb].sentence + 1 != s ||
        paper->sentences[s].paragraph != paper->sentences[s - 1].paragraph)
        return;
    for (size_t t = first; t < last; t++)
        if (paper->tokens[t].kind == SMYI_SAY && paper->tokens[t].depth == 0)
            return;
    SmyiParties speakers = before->speakers;
    for (size_t i = 0; i < speakers.n; i++) {
        speakers.all[i].from = speakers.all[i].to;
        speakers.all[i].rule = "carried on";
    }
    size_t verb = before->verb;
    if (smyi_quote_end(paper, first) < paper->n_tokens)
        (void)smyi_speech_add_quote(reading, p, verb, &speakers, first,
                                    "quotation goes on");
}

void smyi_find_statements(SmyiReading *reading, size_t p)
{
    const SmyiPaper *paper = &reading->papers[p];
    for (size_t s = 0; s < paper->n_sentences && !reading->no_memory; s++) {
        size_t first, last;
        smyi_sentence_tokens(paper, s, &first, &last);
        for (size_t t = first; t < last; t++) {
            if (paper->tokens[t].depth > 0)
                continue;
            if (paper->tokens[t].latin)
                smyi_speech_en(reading, p, t);
            else
                smyi_speech_zh(reading, p, t);
        }
        go_on(reading, p, s);
    }
}
