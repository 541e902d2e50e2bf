/* SPDX-License-Identifier: Apache-2.0 */
/* Where actors are mentioned, and which offices stand beside their names. */
#include <string.h>

#include "reading/grammar.h"

/* A capital that is only a place: "in Moscow", 飛往莫斯科. */
static bool is_place(const SmyiPaper *paper, size_t t)
{
    static const char *const before[] = {
        "in", "at", "near", "from", "to",   "into", "outside", "在", "到",   "于",  "从",
        "回", "赴", "往",   "抵达", "访问", "前往", "飞往",    "抵", "飞抵", "返回"};
    const SmyiToken *token = &paper->tokens[t];
    if (token->kind != SMYI_CAPITAL)
        return false;
    if (t == 0 || paper->tokens[t - 1].sentence != token->sentence) /* a dateline */
        return t + 1 < paper->n_tokens && (paper->tokens[t + 1].kind == SMYI_COMMA ||
                                           paper->tokens[t + 1].kind == SMYI_DASH ||
                                           paper->tokens[t + 1].kind == SMYI_OPEN_BRACKET);
    for (size_t b = 0; b < sizeof before / sizeof *before; b++)
        if (smyi_ends_with(paper, token->from, before[b]))
            return true;
    return false;
}

static void bind(SmyiReading *reading, size_t p, size_t from, size_t to, int actor, int of,
                 const char *rule)
{
    const SmyiPaper *paper = &reading->papers[p];
    SmyiHolding *holding = SMYI_ADD(reading, holdings, SmyiHolding);
    if (!holding)
        return;
    *holding = (SmyiHolding){.paper = p,
                             .from = paper->tokens[from].from,
                             .to = paper->tokens[to - 1].to,
                             .actor = actor,
                             .of = of,
                             .rule = rule};
    SmyiActor *person = &reading->cast.all[actor];
    if (person->of == SMYI_NOBODY && of != SMYI_NOBODY && of != actor)
        person->of = of;
}

static int state_at(const SmyiReading *reading, const SmyiToken *token)
{
    bool name = token->kind == SMYI_ACTOR || token->kind == SMYI_ADJ;
    return name && strcmp(reading->cast.all[token->what].kind, "person") != 0 ? token->what
                                                                              : SMYI_NOBODY;
}

/* 美国 总统 特朗普: offices right before the name, and the state before them. */
static void bind_before(SmyiReading *reading, size_t p, size_t t)
{
    const SmyiPaper *paper = &reading->papers[p];
    size_t s = paper->tokens[t].sentence;
    bool apart = t > 1 && paper->tokens[t].latin &&
                 paper->tokens[t - 1].kind == SMYI_COMMA &&
                 paper->tokens[t - 2].kind == SMYI_OFFICE && t + 1 < paper->n_tokens &&
                 paper->tokens[t + 1].kind == SMYI_COMMA; /* "the minister, X, said" */
    size_t from = t - apart;
    t = from;
    while (from > 0 && paper->tokens[from - 1].kind == SMYI_OFFICE &&
           paper->tokens[from - 1].sentence == s)
        from--;
    if (from == t)
        return;
    size_t at = from;
    if (at > 0 && paper->tokens[at - 1].kind == SMYI_DE)
        at--;
    int of = at > 0 && paper->tokens[at - 1].sentence == s
                 ? state_at(reading, &paper->tokens[at - 1])
                 : SMYI_NOBODY;
    bind(reading, p, from, t, paper->tokens[t + apart].what, of, "office before the name");
}

/* "Rubio, the US secretary of state," and 魯比奧（國務卿）. */
static void bind_behind(SmyiReading *reading, size_t p, size_t t)
{
    const SmyiPaper *paper = &reading->papers[p];
    size_t at = t + 1, s = paper->tokens[t].sentence;
    int of = SMYI_NOBODY;
    if (at >= paper->n_tokens || (paper->tokens[at].kind != SMYI_COMMA &&
                                  paper->tokens[at].kind != SMYI_OPEN_BRACKET))
        return;
    for (at++; at < paper->n_tokens && at < t + 7 && paper->tokens[at].sentence == s;
         at++) {
        const SmyiToken *token = &paper->tokens[at];
        if (token->kind == SMYI_OFFICE)
            break;
        if (state_at(reading, token) != SMYI_NOBODY)
            of = token->what;
        else if (token->kind != SMYI_OTHER || token->capital || !token->latin)
            return;
    }
    if (at >= paper->n_tokens || at >= t + 7 || paper->tokens[at].kind != SMYI_OFFICE)
        return;
    size_t end = at + 1;
    if (of == SMYI_NOBODY && end + 1 < paper->n_tokens &&
        smyi_token_is(paper, &paper->tokens[end], "of"))
        for (size_t k = end + 1; k < end + 3 && k < paper->n_tokens && of == SMYI_NOBODY;
             k++)
            of = state_at(reading, &paper->tokens[k]);
    if (end < paper->n_tokens && (paper->tokens[end].kind == SMYI_OTHER) &&
        paper->tokens[end].capital)
        return; /* "Putin, President Trump": the office is the next one's */
    if (end < paper->n_tokens && paper->tokens[end].kind == SMYI_ACTOR)
        return;
    bind(reading, p, at, end, paper->tokens[t].what, of, "office behind the name");
}

void smyi_find_mentions(SmyiReading *reading, size_t p)
{
    const SmyiPaper *paper = &reading->papers[p];
    for (size_t t = 0; t < paper->n_tokens; t++) {
        const SmyiToken *token = &paper->tokens[t];
        if (token->kind != SMYI_ACTOR && token->kind != SMYI_ADJ &&
            token->kind != SMYI_CAPITAL)
            continue;
        if (is_place(paper, t))
            continue;
        SmyiMention *mention = SMYI_ADD(reading, mentions, SmyiMention);
        if (!mention)
            return;
        const char *rule = token->kind == SMYI_ADJ       ? "adjective"
                           : token->kind == SMYI_CAPITAL ? "seat of government"
                                                         : token->rule;
        *mention = (SmyiMention){p, t, token->what, rule};
        if (token->kind == SMYI_ACTOR &&
            strcmp(reading->cast.all[token->what].kind, "person") == 0) {
            bind_before(reading, p, t);
            bind_behind(reading, p, t);
        }
    }
}
