/* SPDX-License-Identifier: Apache-2.0 */
/* English relations: A sanctioned B, A imposed sanctions on B, A and B met, B was sanctioned by A. */
#include <string.h>

#include "reading/grammar.h"
#include "reading/relate.h"

static bool ends_in(const SmyiPaper *paper, const SmyiToken *token, const char *word)
{
    return smyi_ends_with(paper, token->to, word);
}

static bool is_mutual(const SmyiToken *token)
{
    return smyi_acts[token->act].is_mutual != 0;
}

/* The token before v, adverbs passed over, is a form of "be". */
static bool is_passive(const SmyiPaper *paper, size_t from, size_t v)
{
    size_t t = v;
    while (t > from && (paper->tokens[t - 1].kind == SMYI_ADVERB ||
                        paper->tokens[t - 1].kind == SMYI_NOT))
        t--;
    return t > from && paper->tokens[t - 1].kind == SMYI_BE;
}

static bool is_negated(const SmyiPaper *paper, size_t from, size_t v)
{
    size_t t = v;
    for (int k = 0; k < 4 && t > from; k++, t--) {
        SmyiKind kind = paper->tokens[t - 1].kind;
        if (kind == SMYI_NOT)
            return true;
        if (kind != SMYI_ADVERB && kind != SMYI_BE && kind != SMYI_TO)
            return false;
    }
    return false;
}

/* "threatened to sanction", "threatened new sanctions on": the threat governs v. */
static size_t threat_before(const SmyiPaper *paper, size_t from, size_t v)
{
    for (size_t t = v; t > from && v - t < 6; t--) {
        const SmyiToken *token = &paper->tokens[t - 1];
        if (token->act >= 0 && strcmp(smyi_acts[token->act].id, "threaten") == 0)
            return t - 1;
        if (token->kind == SMYI_AND || token->kind == SMYI_SAY)
            break;
    }
    return paper->n_tokens;
}

/* A noun that an act is named by, not a verb: "the meeting with", "sanctions on". */
static bool is_noun(const SmyiPaper *paper, size_t from, size_t v)
{
    static const char *const nouns[] = {
        "meeting",     "talks",  "summit",       "sanctions",  "tariffs",    "deliveries",
        "war",         "call",   "negotiations", "annexation", "occupation", "invasion",
        "recognition", "threat", "threats",      "visit"};
    static const char *const before[] = {"the", "a",     "an",  "his", "her",
                                         "its", "their", "new", "of",  "'s"};
    const SmyiToken *verb = &paper->tokens[v];
    for (size_t n = 0; n < sizeof nouns / sizeof *nouns; n++) {
        size_t length = strlen(nouns[n]), i = 0;
        while (i < length && verb->from + i < verb->to &&
               paper->folded.c[verb->from + i] == (unsigned char)nouns[n][i])
            i++;
        if (i == length)
            return true;
    }
    for (size_t b = 0; b < sizeof before / sizeof *before && v > from; b++)
        if (ends_in(paper, &paper->tokens[v - 1], before[b]) &&
            paper->tokens[v - 1].kind == SMYI_OTHER)
            return true;
    return false;
}

/* The owner of the noun: "Trump's meeting with", "talks between". */
static bool owner(SmyiReading *reading, size_t p, size_t from, size_t v, SmyiParties *out)
{
    const SmyiPaper *paper = &reading->papers[p];
    for (size_t t = v; t > from && v - t < 6; t--) {
        const SmyiToken *token = &paper->tokens[t - 1];
        bool name = token->kind == SMYI_ACTOR || token->kind == SMYI_ADJ;
        bool possessive = token->to < paper->folded.n && paper->folded.c[token->to] == '\'';
        if (name && (possessive || token->kind == SMYI_ADJ)) {
            smyi_party_add(out, token->what, token->from, token->to, "name");
            return true;
        }
        if (token->kind != SMYI_OTHER && token->kind != SMYI_DATE)
            break;
    }
    return false;
}

static bool object_behind(SmyiReading *reading, size_t p, size_t v, size_t last,
                          SmyiParties *out)
{
    const SmyiPaper *paper = &reading->papers[p];
    size_t t = v + 1;
    while (t < last &&
           (paper->tokens[t].kind == SMYI_ADVERB || paper->tokens[t].kind == SMYI_DATE))
        t++;
    return smyi_phrase_en(reading, p, t, last, out) > t && out->n > 0;
}

/* The subject of verbs joined by "and": "A pressed B and threatened C". */
static bool find_actor(SmyiReading *reading, size_t p, size_t from, size_t v,
                       SmyiParties *out)
{
    const SmyiPaper *paper = &reading->papers[p];
    if (smyi_subject_en(reading, p, from, v, out) && smyi_is_named(out))
        return true;
    size_t t = v;
    bool infinitive = false;
    while (t > from &&
           (paper->tokens[t - 1].kind == SMYI_ADVERB ||
            paper->tokens[t - 1].kind == SMYI_TO || paper->tokens[t - 1].kind == SMYI_NOT))
        infinitive |= paper->tokens[--t].kind == SMYI_TO;
    if (infinitive && t > from &&
        (paper->tokens[t - 1].kind == SMYI_ACTOR ||
         paper->tokens[t - 1].kind == SMYI_CAPITAL)) {
        const SmyiToken *object = &paper->tokens[t - 1]; /* "urged B to lift" */
        out->n = 0;
        smyi_party_add(out, object->what, object->from, object->to,
                       "object of the verb before");
        return true;
    }
    bool joined =
        t > from &&
        (paper->tokens[t - 1].kind == SMYI_AND || paper->tokens[t - 1].kind == SMYI_BUT ||
         paper->tokens[t - 1].kind == SMYI_COMMA || paper->tokens[t - 1].kind == SMYI_THAT);
    bool phrase = t > from && t < v;
    if (!joined && !phrase)
        return false;
    return smyi_subject_joined_en(reading, p, from, t, out);
}

/* "A and B met": all of the subject; "A met B" has its object behind. */
static void add_mutual(SmyiReading *reading, SmyiRelation relation, size_t from,
                       size_t last)
{
    size_t p = relation.paper, v = relation.verb;
    const SmyiPaper *paper = &reading->papers[p];
    SmyiParties subject = {0};
    bool noun = is_noun(paper, from, v);
    if (object_behind(reading, p, v, last, &relation.to) && smyi_is_named(&relation.to)) {
        bool known = (noun && owner(reading, p, from, v, &relation.from)) ||
                     find_actor(reading, p, from, v, &relation.from);
        relation.rule = "one with another";
        if (known && smyi_is_named(&relation.from))
            (void)smyi_relate(reading, relation);
        return;
    }
    if (noun || !smyi_subject_en(reading, p, from, v, &subject) || subject.n < 2)
        return;
    relation.from = (SmyiParties){.n = 1, .all = {subject.all[0]}};
    relation.to = (SmyiParties){0};
    for (size_t i = 1; i < subject.n; i++)
        relation.to.all[relation.to.n++] = subject.all[i];
    relation.rule = "together";
    (void)smyi_relate(reading, relation);
}

static bool add_passive(SmyiReading *reading, SmyiRelation relation, size_t from,
                        size_t last)
{
    size_t p = relation.paper, v = relation.verb, be = v;
    const SmyiPaper *paper = &reading->papers[p];
    while (be > from && paper->tokens[be - 1].kind != SMYI_BE)
        be--;
    if (!smyi_subject_en(reading, p, from, be - 1, &relation.to))
        return false;
    for (size_t t = v + 1; t < last && t < v + 8; t++) {
        if (paper->tokens[t].kind != SMYI_BY)
            continue;
        relation.rule = "passive";
        return smyi_phrase_en(reading, p, t + 1, last, &relation.from) > t + 1 &&
               smyi_relate(reading, relation);
    }
    return false;
}

void smyi_relate_en(SmyiReading *reading, size_t p, size_t v)
{
    const SmyiPaper *paper = &reading->papers[p];
    const SmyiToken *verb = &paper->tokens[v];
    size_t from, last;
    smyi_sentence_tokens(paper, verb->sentence, &from, &last);
    for (size_t t = v; t > from; t--) /* quotations and semicolons part */
        if (paper->tokens[t - 1].kind == SMYI_SEMICOLON ||
            (paper->tokens[t - 1].kind == SMYI_CLOSE_QUOTE && verb->depth == 0) ||
            (paper->tokens[t - 1].kind == SMYI_THAT)) {
            from = t;
            break;
        }
    SmyiRelation relation = {.paper = p,
                             .verb = v,
                             .verb_end = v + 1,
                             .act = verb->act,
                             .threatened = -1,
                             .negated = is_negated(paper, from, v)};
    if (is_mutual(verb)) {
        add_mutual(reading, relation, from, last);
        return;
    }
    if (is_passive(paper, from, v)) {
        (void)add_passive(reading, relation, from, last);
        return;
    }
    size_t threat = threat_before(paper, from, v);
    if (threat < v) {
        relation.threatened = verb->act;
        relation.act = paper->tokens[threat].act;
    }
    if (!object_behind(reading, p, v, last, &relation.to))
        return;
    size_t head = threat < v ? threat : v;
    bool noun = threat >= v && is_noun(paper, from, v);
    if (noun ? !(owner(reading, p, from, v, &relation.from) ||
                 find_actor(reading, p, from, v, &relation.from))
             : !find_actor(reading, p, from, head, &relation.from))
        return;
    relation.rule = "verb between the two";
    (void)smyi_relate(reading, relation);
}
