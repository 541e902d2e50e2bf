/* SPDX-License-Identifier: Apache-2.0 */
/* Who acts or speaks in an English clause: noun phrases, and which of them is the subject. */
#include <string.h>

#include "reading/grammar.h"

static bool is_name(const SmyiToken *token)
{
    return token->kind == SMYI_ACTOR || token->kind == SMYI_ADJ ||
           token->kind == SMYI_CAPITAL;
}

static bool is_head(const SmyiToken *token)
{
    return is_name(token) || token->kind == SMYI_OFFICE || token->kind == SMYI_ROLE ||
           token->kind == SMYI_SIDE || token->kind == SMYI_GROUP ||
           token->kind == SMYI_HE || token->kind == SMYI_SHE || token->kind == SMYI_AUTHOR;
}

/* Words inside a noun phrase: the, a, adjectives, nouns that no rule knows. */
static bool is_inside(const SmyiPaper *paper, const SmyiToken *token)
{
    return is_head(token) || (token->kind == SMYI_OTHER && token->latin) ||
           smyi_token_is(paper, token, "of") || smyi_token_is(paper, token, "for");
}

static bool is_possessive(const SmyiPaper *paper, size_t t)
{
    const SmyiToken *token = &paper->tokens[t];
    return token->to + 1 < paper->folded.n && paper->folded.c[token->to] == '\'' &&
           paper->folded.c[token->to + 1] == 's';
}

typedef struct Head {
    int person, state;
    size_t pronoun;
    bool has_pronoun, role, group, office, author, other;
} Head;

/* Reads tokens from..to of one noun phrase; what stands before "'s" or behind "of" says whose. */
static Head read_head(const SmyiReading *reading, const SmyiPaper *paper, size_t from,
                      size_t to)
{
    Head head = {.person = SMYI_NOBODY, .state = SMYI_NOBODY};
    for (size_t t = from; t < to; t++) {
        const SmyiToken *token = &paper->tokens[t];
        if (is_name(token) && smyi_is_person(reading, token->what)) {
            bool owner = is_possessive(paper, t);
            head.person = owner ? SMYI_NOBODY : token->what;
            head.group |= owner;
        } else if (is_name(token)) {
            head.state = token->what;
        } else if (token->kind == SMYI_HE || token->kind == SMYI_SHE) {
            head.has_pronoun = true;
            head.pronoun = t;
        } else if (token->kind == SMYI_ROLE || token->kind == SMYI_SIDE) {
            head.role = true;
        } else if (token->kind == SMYI_OFFICE) {
            head.office = true;
        } else if (token->kind == SMYI_GROUP) {
            head.group = true;
        } else if (token->kind == SMYI_AUTHOR) {
            head.author = true;
        } else if (token->kind == SMYI_OTHER && head.state != SMYI_NOBODY &&
                   !token->capital && !smyi_token_is(paper, token, "s") &&
                   !smyi_token_is(paper, token, "'s")) {
            head.other = true;
        }
    }
    return head;
}

static int holder(const SmyiReading *reading, size_t p, size_t from, size_t to, int state)
{
    const SmyiPaper *paper = &reading->papers[p];
    for (size_t t = from; t < to; t++) {
        const SmyiToken *office = &paper->tokens[t];
        if (office->kind != SMYI_OFFICE)
            continue;
        for (size_t h = 0; h < reading->n_holdings; h++) {
            const SmyiHolding *held = &reading->holdings[h];
            size_t n = office->to - office->from;
            if (held->paper == p && held->of == state && held->to - held->from == n &&
                memcmp(paper->folded.c + held->from, paper->folded.c + office->from,
                       n * sizeof *paper->folded.c) == 0)
                return held->actor;
        }
    }
    return SMYI_NOBODY;
}

static void put_item(const SmyiReading *reading, size_t p, size_t from, size_t to,
                     SmyiParties *out)
{
    const SmyiPaper *paper = &reading->papers[p];
    if (from >= to)
        return;
    Head head = read_head(reading, paper, from, to);
    int actor = head.person;
    const char *rule = "name";
    if (actor == SMYI_NOBODY && head.has_pronoun) {
        actor = smyi_pronoun(reading, p, head.pronoun);
        rule = actor == SMYI_NOBODY ? "not named" : "pronoun";
    } else if (actor == SMYI_NOBODY && head.group) {
        rule = "not named";
    } else if (actor == SMYI_NOBODY && head.state != SMYI_NOBODY) {
        actor = head.office ? holder(reading, p, from, to, head.state) : SMYI_NOBODY;
        rule = actor == SMYI_NOBODY ? "state" : "office";
        bool words_only =
            paper->tokens[to - 1].kind == SMYI_OTHER && head.other && !head.role;
        if (actor == SMYI_NOBODY && !words_only)
            actor = head.state;
        else if (actor == SMYI_NOBODY)
            rule = "not named";
    } else if (actor == SMYI_NOBODY) {
        rule = head.author ? "nobody" : "not named";
    }
    if (actor == SMYI_NOBODY && !head.role && !head.office && !head.author && !head.group &&
        !head.has_pronoun && !head.other)
        rule = "not named";
    smyi_party_add(out, actor, paper->tokens[from].from, paper->tokens[to - 1].to, rule);
}

/* Parties of from..to, parted by "and" and commas. */
static void put_items(const SmyiReading *reading, size_t p, size_t from, size_t to,
                      SmyiParties *out)
{
    const SmyiPaper *paper = &reading->papers[p];
    size_t start = from;
    for (size_t t = from; t <= to; t++) {
        if (t < to && paper->tokens[t].kind != SMYI_AND &&
            paper->tokens[t].kind != SMYI_COMMA)
            continue;
        put_item(reading, p, start, t, out);
        start = t + 1;
    }
}

size_t smyi_phrase_en(const SmyiReading *reading, size_t p, size_t t, size_t end,
                      SmyiParties *out)
{
    const SmyiPaper *paper = &reading->papers[p];
    size_t at = t, heads = 0;
    while (at < end) {
        const SmyiToken *token = &paper->tokens[at];
        bool joint =
            heads && (token->kind == SMYI_AND || token->kind == SMYI_COMMA) &&
            at + 1 < end &&
            (is_head(&paper->tokens[at + 1]) ||
             (token->kind == SMYI_AND && is_inside(paper, &paper->tokens[at + 1])) ||
             paper->tokens[at + 1].kind == SMYI_AND) &&
            heads < 8;
        bool stops = heads && (smyi_token_is(paper, token, "for"));
        if ((!is_inside(paper, token) && !joint) || stops || at - t > 24)
            break;
        heads += is_head(token);
        at++;
    }
    while (at > t && !is_head(&paper->tokens[at - 1]) && heads) /* end at the last head */
        at--;
    if (!heads)
        return t;
    put_items(reading, p, t, at, out);
    return at;
}

/* Words between a subject and its verb. */
static bool is_between(const SmyiPaper *paper, const SmyiToken *token)
{
    size_t n = token->to - token->from;
    bool adverb = token->kind == SMYI_OTHER && token->latin && n > 3 && !token->capital &&
                  paper->folded.c[token->to - 1] == 'y' &&
                  paper->folded.c[token->to - 2] == 'l';
    return adverb || token->kind == SMYI_ADVERB || token->kind == SMYI_DATE ||
           token->kind == SMYI_NOT;
}

/* Behind the phrase of time or place that ends at `to`: "on Friday", "in Doha". */
static size_t skip_adjunct_back(const SmyiPaper *paper, size_t from, size_t to)
{
    size_t at = to;
    while (at > from && to - at < 5) {
        const SmyiToken *token = &paper->tokens[at - 1];
        if (token->kind == SMYI_IN)
            return at - 1;
        if (token->kind != SMYI_OTHER && token->kind != SMYI_CAPITAL &&
            token->kind != SMYI_DATE && token->kind != SMYI_ACTOR &&
            token->kind != SMYI_ADJ)
            return to;
        at--;
    }
    return to;
}

/* ", the foreign minister," before `to`: back to the comma that opens it, or `to`. */
static size_t skip_apposition(const SmyiPaper *paper, size_t from, size_t to)
{
    if (to == from || paper->tokens[to - 1].kind != SMYI_COMMA)
        return to;
    for (size_t at = to - 1; at > from && to - at < 20; at--)
        if (paper->tokens[at - 1].kind == SMYI_COMMA)
            return at - 1;
    return to;
}

/* "the prime minister, Albin Kurti, denied": the name stands in the apposition. */
static bool named_apposition(const SmyiReading *reading, size_t p, size_t open,
                             size_t close, SmyiParties *out)
{
    const SmyiPaper *paper = &reading->papers[p];
    const SmyiToken *token = &paper->tokens[open + 1];
    if (close != open + 2 || token->kind != SMYI_ACTOR ||
        !smyi_is_person(reading, token->what))
        return false;
    smyi_party_add(out, token->what, token->from, token->to, "name");
    return true;
}

bool smyi_subject_en(const SmyiReading *reading, size_t p, size_t from, size_t to,
                     SmyiParties *out)
{
    const SmyiPaper *paper = &reading->papers[p];
    size_t at = to;
    out->n = 0;
    for (size_t before = at + 1; at < before;) {
        before = at;
        while (at > from && is_between(paper, &paper->tokens[at - 1]))
            at--;
        size_t behind = skip_adjunct_back(paper, from, at);
        if (behind > from && behind < at && is_head(&paper->tokens[behind - 1]))
            at = behind;
        size_t open = skip_apposition(paper, from, at);
        if (open < at && named_apposition(reading, p, open, at - 1, out))
            return true;
        at = open;
        if (at > from && paper->tokens[at - 1].kind == SMYI_WHO)
            at -= at - 1 > from && paper->tokens[at - 2].kind == SMYI_COMMA ? 2 : 1;
    }
    size_t end = at, heads = 0;
    while (at > from) {
        const SmyiToken *token = &paper->tokens[at - 1];
        bool joint = token->kind == SMYI_AND && heads;
        bool listed = token->kind == SMYI_COMMA && heads && at >= 2 && at + 1 < end &&
                      is_name(&paper->tokens[at - 2]) && is_name(&paper->tokens[at]);
        if (!is_inside(paper, token) && !joint && !listed)
            break;
        heads += is_head(token);
        at--;
    }
    while (at < end && (paper->tokens[at].kind == SMYI_AND ||
                        smyi_token_is(paper, &paper->tokens[at], "of") ||
                        smyi_token_is(paper, &paper->tokens[at], "for")))
        at++;
    if (at < end && !heads) { /* "the talks said": nobody that the rules know */
        smyi_party_add(out, SMYI_NOBODY, paper->tokens[at].from, paper->tokens[end - 1].to,
                       "not named");
        return true;
    }
    if (heads)
        put_items(reading, p, at, end, out);
    return out->n > 0;
}

bool smyi_subject_joined_en(const SmyiReading *reading, size_t p, size_t from, size_t t,
                            SmyiParties *out)
{
    const SmyiPaper *paper = &reading->papers[p];
    for (size_t k = t; k > from; k--) {
        const SmyiToken *token = &paper->tokens[k - 1];
        if (token->act < 0 && token->say < 0)
            continue;
        out->n = 0;
        if (smyi_subject_en(reading, p, from, k - 1, out) && smyi_is_named(out))
            return true;
    }
    return false;
}
