/* SPDX-License-Identifier: Apache-2.0 */
/* Who is mentioned as kept out: excluded by somebody, not invited, left without a seat. */
#include <string.h>

#include "reading/calendar.h"
#include "reading/grammar.h"

static void put(SmyiReading *reading, size_t p, size_t verb, const SmyiParties *who,
                const SmyiParties *by, bool negated, const char *rule)
{
    if (who->n == 0)
        return;
    SmyiKeptOut *kept = SMYI_ADD(reading, kept_out, SmyiKeptOut);
    if (kept)
        *kept = (SmyiKeptOut){.paper = p,
                              .verb = verb,
                              .who = *who,
                              .by = *by,
                              .negated = negated,
                              .rule = rule};
}

static size_t find_kind(const SmyiPaper *paper, size_t from, size_t to, SmyiKind kind)
{
    while (from < to && paper->tokens[from].kind != kind)
        from++;
    return from;
}

/* ..., 如烏克蘭和歐盟: the list that says who is meant. */
static bool list_behind(SmyiReading *reading, size_t p, size_t v, size_t last,
                        SmyiParties *out)
{
    const SmyiPaper *paper = &reading->papers[p];
    size_t such = find_kind(paper, v, last, SMYI_SUCH_AS);
    if (such >= last)
        return false;
    size_t behind = paper->tokens[such].latin
                        ? smyi_phrase_en(reading, p, such + 1, last, out)
                        : smyi_phrase_zh(reading, p, such + 1, last, out);
    return behind > such + 1 && smyi_is_named(out);
}

/* ---- Chinese ---- */

static void subjects_zh(SmyiReading *reading, size_t p, size_t v, SmyiParties *out)
{
    const SmyiPaper *paper = &reading->papers[p];
    size_t from = smyi_clause_start(paper, v), first, last;
    smyi_sentence_tokens(paper, paper->tokens[v].sentence, &first, &last);
    while (!smyi_subject_zh(reading, p, from, v, out) && from > first)
        from = smyi_clause_start(paper, from - 1);
}

static void out_zh(SmyiReading *reading, size_t p, size_t v)
{
    const SmyiPaper *paper = &reading->papers[p];
    const SmyiToken *verb = &paper->tokens[v];
    size_t from = smyi_clause_start(paper, v), end = smyi_clause_end(paper, v), first, last;
    SmyiParties who = {0}, by = {0};
    smyi_sentence_tokens(paper, verb->sentence, &first, &last);
    bool negated = v > from && paper->tokens[v - 1].kind == SMYI_NOT;
    if (verb->what == SMYI_OUT_SUBJECT) {
        subjects_zh(reading, p, v, &who);
        if (smyi_is_named(&who) || list_behind(reading, p, v, last, &who))
            put(reading, p, v, &who, &by, negated, "is not there");
        return;
    }
    size_t passive = find_kind(paper, from, v, SMYI_BY);
    size_t ba = find_kind(paper, from, v, SMYI_BA);
    if (passive < v) {
        (void)smyi_phrase_zh(reading, p, passive + 1, v, &by);
        if (!list_behind(reading, p, v, last, &who)) {
            who.n = 0;
            if (!smyi_subject_zh(reading, p, from, passive, &who))
                subjects_zh(reading, p, from, &who);
        }
        put(reading, p, v, &who, &by, negated, "is kept out by somebody");
    } else if (ba < v) {
        (void)smyi_phrase_zh(reading, p, ba + 1, v, &who);
        (void)smyi_subject_zh(reading, p, from, ba, &by);
        put(reading, p, v, &who, &by, negated, "somebody keeps out");
    } else if (smyi_phrase_zh(reading, p, v + 1, end, &who) > v + 1 &&
               smyi_is_named(&who)) {
        (void)smyi_subject_zh(reading, p, from, v, &by);
        put(reading, p, v, &who, &by, negated, "somebody keeps out");
    } else {
        who.n = 0;
        if (list_behind(reading, p, v, last, &who) ||
            (smyi_subject_zh(reading, p, from, v, &who) && smyi_is_named(&who))) {
            put(reading, p, v, &who, &by, negated, "is kept out");
        } else { /* 被踢到談判桌外的當事國: no name is given */
            size_t to = v + 1 < end ? end : v + 1;
            who.n = 0;
            smyi_party_add(&who, SMYI_NOBODY, verb->from, paper->tokens[to - 1].to,
                           "not named");
            put(reading, p, v, &who, &by, negated, "is kept out, not named");
        }
    }
}

/* ---- English ---- */

static bool is_passive(const SmyiPaper *paper, size_t first, size_t v)
{
    size_t t = v;
    while (t > first && (paper->tokens[t - 1].kind == SMYI_ADVERB ||
                         paper->tokens[t - 1].kind == SMYI_NOT))
        t--;
    return t > first && paper->tokens[t - 1].kind == SMYI_BE;
}

static void by_behind(SmyiReading *reading, size_t p, size_t v, size_t last,
                      SmyiParties *by)
{
    const SmyiPaper *paper = &reading->papers[p];
    size_t t = find_kind(paper, v, last, SMYI_BY);
    if (t < last && t < v + 9)
        (void)smyi_phrase_en(reading, p, t + 1, last, by);
}

static void out_en(SmyiReading *reading, size_t p, size_t v)
{
    const SmyiPaper *paper = &reading->papers[p];
    const SmyiToken *verb = &paper->tokens[v];
    size_t first, last, head = v;
    SmyiParties who = {0}, by = {0};
    smyi_sentence_tokens(paper, verb->sentence, &first, &last);
    while (head > first && (paper->tokens[head - 1].kind == SMYI_BE ||
                            paper->tokens[head - 1].kind == SMYI_NOT ||
                            paper->tokens[head - 1].kind == SMYI_ADVERB))
        head--;
    bool negated = false;
    for (size_t t = head; t < v; t++)
        negated |= paper->tokens[t].kind == SMYI_NOT;
    if (verb->what == SMYI_OUT_WITHOUT) {
        if (smyi_phrase_en(reading, p, v + 1, last, &who) > v + 1 && smyi_is_named(&who))
            put(reading, p, v, &who, &by, false, "without somebody");
        return;
    }
    bool passive = verb->what == SMYI_OUT_OBJECT && is_passive(paper, first, v);
    if (verb->what == SMYI_OUT_SUBJECT || passive) {
        if (passive)
            by_behind(reading, p, v, last, &by);
        if ((smyi_subject_en(reading, p, first, head, &who) && smyi_is_named(&who)) ||
            (who.n = 0, list_behind(reading, p, v, last, &who)) ||
            (who.n = 0, smyi_phrase_en(reading, p, first, head, &who) > first))
            put(reading, p, v, &who, &by, passive && negated,
                passive ? "is kept out by somebody" : "is not there");
        return;
    }
    size_t behind = smyi_phrase_en(reading, p, v + 1, last, &who);
    if (behind > v + 1 && smyi_is_named(&who)) {
        (void)smyi_subject_en(reading, p, first, head, &by);
        put(reading, p, v, &who, &by, negated, "somebody keeps out");
        return;
    }
    who.n = 0; /* "Kyiv, excluded from the talks," */
    size_t name = v;
    while (name > first && (paper->tokens[name - 1].kind == SMYI_COMMA ||
                            paper->tokens[name - 1].kind == SMYI_ADVERB))
        name--;
    by_behind(reading, p, v, last, &by);
    if (name > first && smyi_subject_en(reading, p, first, name, &who) &&
        smyi_is_named(&who))
        put(reading, p, v, &who, &by, negated, "is kept out");
    else if (who.n = 0, list_behind(reading, p, v, last, &who))
        put(reading, p, v, &who, &by, negated, "is kept out");
}

/* The clause speaks of talks: then who does not take part is kept out, or stays away. */
static bool is_about_talks(const SmyiPaper *paper, size_t from, size_t to)
{
    static const char *const talks[] = {"会谈", "谈判", "会议", "峰会", "磋商", "会晤",
                                        "和谈", "对话", "协商", "仪式", "大会", "首脑会"};
    for (size_t w = 0; w < sizeof talks / sizeof *talks; w++)
        if (smyi_contains(paper, from, to, talks[w]))
            return true;
    return false;
}

static bool starts_with(const SmyiPaper *paper, size_t t, const char *word)
{
    size_t at = paper->tokens[t].from;
    return smyi_date_pass(&paper->folded, &at, word);
}

/* 在沒有烏克蘭參與的情況下; 並未 受邀; 沒有 參加 會談; 沒有 邀請 烏克蘭 */
static void not_zh(SmyiReading *reading, size_t p, size_t t)
{
    static const char *const invited[] = {"受邀", "获邀", "被邀", "在场"};
    static const char *const attend[] = {"参与", "参加", "出席", "与会", "派代表"};
    const SmyiPaper *paper = &reading->papers[p];
    size_t end = smyi_clause_end(paper, t), next = t + 1;
    SmyiParties who = {0}, by = {0};
    while (next < end && (paper->tokens[next].kind == SMYI_ADVERB ||
                          paper->tokens[next].kind == SMYI_THAT ||
                          smyi_token_is(paper, &paper->tokens[next], "人")))
        next++;
    if (next >= end)
        return;
    bool left_out = false;
    for (size_t w = 0; w < sizeof invited / sizeof *invited; w++)
        left_out |= starts_with(paper, next, invited[w]);
    for (size_t w = 0; w < sizeof attend / sizeof *attend; w++)
        left_out |= starts_with(paper, next, attend[w]) && is_about_talks(paper, t, end);
    if (left_out) {
        subjects_zh(reading, p, t, &who);
        if (smyi_is_named(&who))
            put(reading, p, t, &who, &by, false, "is not there");
        return;
    }
    if (starts_with(paper, next, "邀请")) {
        if (smyi_phrase_zh(reading, p, next + 1, end, &who) > next + 1 &&
            smyi_is_named(&who))
            put(reading, p, t, &who, &by, false, "is not invited");
        return;
    }
    size_t behind = smyi_phrase_zh(reading, p, next, end, &who);
    if (behind == next || behind >= end || !smyi_is_named(&who))
        return;
    bool takes_part =
        starts_with(paper, behind, "在场") || starts_with(paper, behind, "代表");
    for (size_t w = 0; w < sizeof attend / sizeof *attend; w++)
        takes_part |= starts_with(paper, behind, attend[w]);
    if (takes_part)
        put(reading, p, t, &who, &by, false, "without somebody");
}

/* "Neither A nor B was invited" */
static void neither_en(SmyiReading *reading, size_t p, size_t t)
{
    static const char *const left[] = {"invited", "present",  "represented", "consulted",
                                       "asked",   "included", "there"};
    const SmyiPaper *paper = &reading->papers[p];
    SmyiParties who = {0}, by = {0};
    size_t first, last, be = t + 1;
    smyi_sentence_tokens(paper, paper->tokens[t].sentence, &first, &last);
    for (; be < last && paper->tokens[be].kind != SMYI_BE; be++)
        if (paper->tokens[be].kind == SMYI_ACTOR)
            smyi_party_add(&who, paper->tokens[be].what, paper->tokens[be].from,
                           paper->tokens[be].to, "name");
    for (size_t w = 0; w < sizeof left / sizeof *left && be + 1 < last; w++)
        if (smyi_token_is(paper, &paper->tokens[be + 1], left[w])) {
            put(reading, p, be, &who, &by, false, "neither is there");
            return;
        }
}

void smyi_find_kept_out(SmyiReading *reading, size_t p)
{
    const SmyiPaper *paper = &reading->papers[p];
    for (size_t t = 0; t < paper->n_tokens && !reading->no_memory; t++) {
        const SmyiToken *token = &paper->tokens[t];
        if (token->kind == SMYI_OUT && token->latin)
            out_en(reading, p, t);
        else if (token->kind == SMYI_OUT)
            out_zh(reading, p, t);
        else if (token->kind == SMYI_NOT && !token->latin)
            not_zh(reading, p, t);
        else if (token->kind == SMYI_NOT && smyi_token_is(paper, token, "neither"))
            neither_en(reading, p, t);
    }
}
