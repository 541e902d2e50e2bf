/* SPDX-License-Identifier: Apache-2.0 */
/* Who acts or speaks in a Chinese clause: noun phrases, and which of them is the subject. */
#include <string.h>

#include "reading/grammar.h"

/* One noun phrase as it is read: what stands last in it counts. */
typedef struct Item {
    int person, state; /* SMYI_NOBODY: none */
    size_t pronoun;    /* a token; 0 with has_pronoun false */
    bool has_pronoun, has_role, has_group, has_office, is_author, is_filled;
    size_t from, to; /* tokens */
} Item;

static Item new_item(size_t t)
{
    return (Item){.person = SMYI_NOBODY, .state = SMYI_NOBODY, .from = t, .to = t};
}

/* Who holds this office in the text, where only the office is named: 俄羅斯總統. */
static int holder(const SmyiReading *reading, size_t p, const Item *item)
{
    const SmyiPaper *paper = &reading->papers[p];
    size_t t = item->to;
    while (t > item->from && paper->tokens[t - 1].kind != SMYI_OFFICE)
        t--;
    if (t == item->from || item->state == SMYI_NOBODY)
        return SMYI_NOBODY;
    const SmyiToken *office = &paper->tokens[t - 1];
    for (size_t h = 0; h < reading->n_holdings; h++) {
        const SmyiHolding *held = &reading->holdings[h];
        size_t n = office->to - office->from;
        if (held->paper == p && held->of == item->state && held->to - held->from == n &&
            memcmp(paper->folded.c + held->from, paper->folded.c + office->from,
                   n * sizeof *paper->folded.c) == 0)
            return held->actor;
    }
    return SMYI_NOBODY;
}

static void put_item(const SmyiReading *reading, size_t p, const Item *item,
                     SmyiParties *out)
{
    const SmyiPaper *paper = &reading->papers[p];
    if (!item->is_filled)
        return;
    size_t from = paper->tokens[item->from].from, to = paper->tokens[item->to - 1].to;
    int actor = item->person;
    const char *rule = "name";
    if (item->has_group && actor == SMYI_NOBODY) {
        rule = "not named";
    } else if (actor == SMYI_NOBODY && item->has_pronoun) {
        actor = smyi_pronoun(reading, p, item->pronoun);
        rule = actor == SMYI_NOBODY ? "not named" : "pronoun";
    } else if (actor == SMYI_NOBODY && item->state != SMYI_NOBODY) {
        actor = item->has_office ? holder(reading, p, item) : SMYI_NOBODY;
        rule = actor == SMYI_NOBODY ? "state" : "office";
        actor = actor == SMYI_NOBODY ? item->state : actor;
    } else if (actor == SMYI_NOBODY) {
        rule = item->is_author ? "nobody" : "not named";
    }
    smyi_party_add(out, actor, from, to, rule);
}

static size_t skip_brackets(const SmyiPaper *paper, size_t t, size_t end)
{
    if (t >= end || paper->tokens[t].kind != SMYI_OPEN_BRACKET)
        return t;
    size_t at = t;
    while (at < end && paper->tokens[at].kind != SMYI_CLOSE_BRACKET)
        at++;
    return at < end ? at + 1 : t;
}

static bool is_noun(const SmyiToken *token)
{
    switch (token->kind) {
    case SMYI_ACTOR:
    case SMYI_ADJ:
    case SMYI_CAPITAL:
    case SMYI_OFFICE:
    case SMYI_ROLE:
    case SMYI_SIDE:
    case SMYI_GROUP:
    case SMYI_HE:
    case SMYI_SHE:
    case SMYI_AUTHOR:
        return true;
    default:
        return false;
    }
}

/* 和 and 與 join two nouns here; before a verb they do not. */
static bool joins(const SmyiPaper *paper, size_t t, size_t end)
{
    const SmyiToken *token = &paper->tokens[t];
    bool joint = token->kind == SMYI_AND || token->kind == SMYI_WITH;
    return joint && t + 1 < end && is_noun(&paper->tokens[t + 1]);
}

/* An unknown word that leads on to a noun of the same phrase: 新任 外長. */
static bool leads_on(const SmyiPaper *paper, size_t t, size_t end)
{
    const SmyiToken *token = &paper->tokens[t];
    return token->kind == SMYI_OTHER && !token->latin && token->to - token->from <= 4 &&
           t + 1 < end && is_noun(&paper->tokens[t + 1]) &&
           paper->tokens[t + 1].kind != SMYI_HE && paper->tokens[t + 1].kind != SMYI_SHE;
}

static void take(const SmyiReading *reading, Item *item, const SmyiToken *token, size_t t)
{
    switch (token->kind) {
    case SMYI_ACTOR:
    case SMYI_ADJ:
    case SMYI_CAPITAL:
        if (smyi_is_person(reading, token->what)) {
            item->person = token->what;
            item->has_group = false;
        } else {
            item->state = token->what;
        }
        item->has_role = item->person == SMYI_NOBODY && item->has_role;
        break;
    case SMYI_HE:
    case SMYI_SHE:
        item->has_pronoun = true;
        item->pronoun = t;
        break;
    case SMYI_OFFICE:
        item->has_office = true;
        break;
    case SMYI_ROLE:
        item->has_role = true;
        break;
    case SMYI_GROUP:
        item->has_group = true;
        break;
    case SMYI_AUTHOR:
        item->is_author = true;
        break;
    default:
        break;
    }
    item->is_filled = true;
    item->to = t + 1;
}

size_t smyi_phrase_zh(const SmyiReading *reading, size_t p, size_t t, size_t end,
                      SmyiParties *out)
{
    const SmyiPaper *paper = &reading->papers[p];
    Item item = new_item(t);
    size_t at = t;
    while (at < end) {
        const SmyiToken *token = &paper->tokens[at];
        size_t behind = skip_brackets(paper, at, end);
        if (behind > at && item.is_filled) {
            at = behind;
        } else if (is_noun(token)) {
            take(reading, &item, token, at++);
        } else if (token->kind == SMYI_DE && item.is_filled && at + 1 < end) {
            size_t from = item.from; /* what came before only says whose */
            item = new_item(at + 1);
            item.from = from;
            item.has_group = true; /* unless a name follows */
            item.is_filled = true;
            item.to = ++at;
        } else if (item.is_filled && joins(paper, at, end)) {
            put_item(reading, p, &item, out);
            item = new_item(++at);
        } else if (item.person == SMYI_NOBODY && leads_on(paper, at, end)) {
            at++;
        } else {
            break;
        }
    }
    put_item(reading, p, &item, out);
    return item.is_filled ? at : t;
}

/* Behind a phrase of place, time or reason that begins at t. */
static size_t skip_adjunct(const SmyiPaper *paper, size_t t, size_t to)
{
    for (size_t at = t + 1; at < to; at++) {
        const SmyiToken *token = &paper->tokens[at];
        if (token->kind == SMYI_COMMA || token->kind == SMYI_AFTER)
            return at + 1;
        if (token->kind == SMYI_DE && at + 1 < to &&
            paper->tokens[at + 1].kind == SMYI_ACTOR)
            return at + 1;
    }
    return t + 1;
}

/* Behind 新華社多哈3月2日電: who reports from where is not who speaks. */
static size_t skip_dateline(const SmyiPaper *paper, size_t from, size_t to)
{
    for (size_t t = from; t + 1 < to && t < from + 6; t++) {
        const SmyiToken *next = &paper->tokens[t + 1];
        uint32_t c = paper->folded.c[next->from];
        if (paper->tokens[t].kind == SMYI_DATE && next->kind == SMYI_OTHER &&
            (c == 0x7535 || c == 0x8BAF))
            return t + 2;
    }
    return from;
}

bool smyi_subject_zh(const SmyiReading *reading, size_t p, size_t from, size_t to,
                     SmyiParties *out)
{
    const SmyiPaper *paper = &reading->papers[p];
    out->n = 0;
    for (size_t t = skip_dateline(paper, from, to); t < to;) {
        const SmyiToken *token = &paper->tokens[t];
        if (token->kind == SMYI_IN || token->kind == SMYI_SOURCE) {
            t = skip_adjunct(paper, t, to);
        } else if (token->kind == SMYI_WITH || token->kind == SMYI_TO ||
                   token->kind == SMYI_BY || token->kind == SMYI_BA) {
            SmyiParties object = {0}; /* whom it is turned to is no subject */
            size_t behind = smyi_phrase_zh(reading, p, t + 1, to, &object);
            t = behind > t + 1 ? behind : t + 1;
        } else if (token->kind == SMYI_OPEN_QUOTE) {
            size_t close = smyi_quote_end(paper, t);
            t = close < to ? close + 1 : t + 1;
        } else if (token->kind == SMYI_OPEN_BRACKET) {
            size_t behind = skip_brackets(paper, t, to);
            t = behind > t ? behind : t + 1;
        } else if (is_noun(token)) {
            (void)smyi_phrase_zh(reading, p, t, to, out);
            return out->n > 0;
        } else {
            t++;
        }
    }
    return false;
}
