/* SPDX-License-Identifier: Apache-2.0 */
/* Chinese relations: 甲制裁乙, 甲對乙實施制裁, 甲與乙會面, 乙被甲制裁, 甲威脅制裁乙. */
#include <string.h>

#include "reading/grammar.h"
#include "reading/relate.h"

/* The last token of this kind in front of the verb, within its clause; n_tokens: none. */
static size_t marker_before(const SmyiPaper *paper, size_t from, size_t v, SmyiKind kind)
{
    for (size_t t = v; t > from; t--)
        if (paper->tokens[t - 1].kind == kind)
            return t - 1;
    return paper->n_tokens;
}

static bool is_act(const SmyiToken *token, const char *id)
{
    return token->act >= 0 && strcmp(smyi_acts[token->act].id, id) == 0;
}

/* Who acts: the clause's subject, else that of the sentence's earlier clauses. */
static bool find_actor(SmyiReading *reading, size_t p, size_t from, size_t v,
                       SmyiParties *out)
{
    const SmyiPaper *paper = &reading->papers[p];
    size_t first, last;
    size_t phrase = v; /* 指責西方施壓: whom the verb before is turned to acts */
    while (phrase > from && (paper->tokens[phrase - 1].kind == SMYI_ACTOR ||
                             paper->tokens[phrase - 1].kind == SMYI_SIDE))
        phrase--;
    if (phrase < v && phrase > from && paper->tokens[phrase - 1].act >= 0) {
        *out = (SmyiParties){0};
        (void)smyi_phrase_zh(reading, p, phrase, v, out);
        return smyi_is_named(out);
    }
    if (smyi_contains(paper, from, v, "没有人") || smyi_contains(paper, from, v, "无人"))
        return false;
    bool sent = smyi_contains(paper, from, v, "派"); /* 派特使: somebody acts by another */
    if (smyi_subject_zh(reading, p, from, v, out) && (smyi_is_named(out) || !sent))
        return smyi_is_named(out);
    if (sent && is_act(&paper->tokens[v], "visit"))
        return false;                 /* not by who sends, but by who is sent */
    for (size_t t = from; t < v; t++) /* another subject, which no rule knows */
        if (paper->tokens[t].kind == SMYI_OTHER && t == from && v - from <= 2 &&
            paper->tokens[t].to - paper->tokens[t].from >= 3)
            return false;
    smyi_sentence_tokens(paper, paper->tokens[v].sentence, &first, &last);
    for (size_t at = from; at > first;) {
        size_t start = smyi_clause_start(paper, at - 1);
        bool sends = smyi_contains(paper, start, at, "派");
        if (!sends && smyi_subject_zh(reading, p, start, at - 1, out)) {
            for (size_t i = 0; i < out->n; i++)
                out->all[i].rule = "carried on";
            return smyi_is_named(out);
        }
        at = start;
    }
    return false;
}

/* Whom it is done to: the phrase right behind the verb. */
static bool object_behind(SmyiReading *reading, size_t p, size_t v, SmyiParties *out)
{
    const SmyiPaper *paper = &reading->papers[p];
    size_t end = smyi_clause_end(paper, v), t = v + 1;
    while (t < end &&
           (paper->tokens[t].kind == SMYI_THAT || paper->tokens[t].kind == SMYI_TO ||
            (paper->tokens[t].kind == SMYI_ADVERB)))
        t++;
    return smyi_phrase_zh(reading, p, t, end, out) > t && out->n > 0;
}

/* 對 進口俄羅斯石油的國家 制裁: what stands between the marker and the verb ends in the object. */
static bool object_between(SmyiReading *reading, size_t p, size_t marker, size_t v,
                           SmyiParties *out)
{
    const SmyiPaper *paper = &reading->papers[p];
    size_t of = paper->n_tokens;
    for (size_t t = marker + 1; t < v; t++)
        if (paper->tokens[t].kind == SMYI_DE)
            of = t;
    if (of < v && of + 1 < v &&
        (paper->tokens[of + 1].kind == SMYI_GROUP ||
         paper->tokens[of + 1].kind == SMYI_OTHER ||
         paper->tokens[of + 1].kind == SMYI_ROLE)) {
        smyi_party_add(out, SMYI_NOBODY, paper->tokens[marker + 1].from,
                       paper->tokens[of + 1].to, "not named");
        return true;
    }
    size_t from = of < v ? of + 1 : marker + 1;
    return smyi_phrase_zh(reading, p, from, v, out) > from && out->n > 0;
}

static bool is_negated(const SmyiPaper *paper, size_t from, size_t v)
{
    for (size_t t = from; t < v; t++)
        if (paper->tokens[t].kind == SMYI_NOT && v - t <= 6)
            return true;
    return false;
}

/* A threat stands before the verb in its clause: 威脅 ... 制裁. */
static size_t threat_before(const SmyiPaper *paper, size_t from, size_t v)
{
    for (size_t t = from; t < v; t++)
        if (is_act(&paper->tokens[t], "threaten"))
            return t;
    return paper->n_tokens;
}

/* 甲與乙會面, 與乙會面 (甲 before), 甲、乙會面 */
static bool add_mutual(SmyiReading *reading, SmyiRelation relation, size_t from)
{
    size_t p = relation.paper, v = relation.verb;
    const SmyiPaper *paper = &reading->papers[p];
    size_t with = from;
    SmyiParties all = {0};
    while (with < v && paper->tokens[with].kind != SMYI_WITH)
        with++;
    if (smyi_contains(paper, from, v, "参与") || smyi_contains(paper, from, v, "参加") ||
        smyi_contains(paper, from, v, "出席"))
        return false; /* 沒有獲邀參與會談 */
    if (with < v && smyi_phrase_zh(reading, p, with + 1, v, &relation.to) > with + 1) {
        bool own = smyi_subject_zh(reading, p, from, with, &relation.from) &&
                   smyi_is_named(&relation.from);
        relation.rule = "one with another";
        return (own || find_actor(reading, p, from, with, &relation.from)) &&
               smyi_relate(reading, relation);
    }
    if (object_behind(reading, p, v, &relation.to) &&
        smyi_is_named(&relation.to)) { /* 會見, 致電: the other stands behind */
        relation.rule = "verb between the two";
        return find_actor(reading, p, from, v, &relation.from) &&
               smyi_relate(reading, relation);
    }
    for (size_t t = from; t < v; t++) /* the subject is another verb's */
        if (paper->tokens[t].act >= 0 || paper->tokens[t].say >= 0 ||
            paper->tokens[t].kind == SMYI_OUT)
            return false;
    if (!smyi_subject_zh(reading, p, from, v, &all) || all.n < 2)
        return false;
    relation.from = (SmyiParties){.n = 1, .all = {all.all[0]}};
    relation.to = (SmyiParties){0};
    for (size_t i = 1; i < all.n; i++)
        relation.to.all[relation.to.n++] = all.all[i];
    relation.rule = "together";
    return smyi_relate(reading, relation);
}

static bool add_passive(SmyiReading *reading, SmyiRelation relation, size_t from, size_t by)
{
    size_t p = relation.paper, v = relation.verb;
    const SmyiPaper *paper = &reading->papers[p];
    size_t end = smyi_phrase_zh(reading, p, by + 1, v, &relation.from);
    if (end == by + 1 || !smyi_subject_zh(reading, p, from, by, &relation.to) ||
        !smyi_is_named(&relation.to))
        return false;
    (void)paper;
    relation.rule = "passive";
    return smyi_relate(reading, relation);
}

static bool add_toward(SmyiReading *reading, SmyiRelation relation, size_t from, size_t to)
{
    size_t p = relation.paper;
    if (!object_between(reading, p, to, relation.verb, &relation.to) ||
        !find_actor(reading, p, from, to, &relation.from))
        return false;
    relation.rule = "toward somebody";
    return smyi_relate(reading, relation);
}

/* A verb that is used as a noun here: 制裁給俄羅斯, 對會面的表述, 出席會談. */
static bool is_noun(const SmyiPaper *paper, size_t from, size_t v)
{
    static const char *const before[] = {
        "重返", "返回", "恢复", "重启", "开启", "推动", "支持", "反对", "拒绝",
        "准备", "进入", "呼吁", "期待", "出席", "参加", "参与", "这场", "此次",
        "这次", "本次", "该次", "次",   "场",   "促成", "安排", "取消", "推迟"};
    if (v > from &&
        (paper->tokens[v - 1].kind == SMYI_DE || paper->tokens[v - 1].kind == SMYI_TO))
        return true;
    for (size_t b = 0; b < sizeof before / sizeof *before && v > from; b++)
        if (smyi_ends_with(paper, paper->tokens[v].from, before[b]) &&
            !smyi_ends_with(paper, paper->tokens[v].from, "首次") &&
            !smyi_ends_with(paper, paper->tokens[v].from, "多次") &&
            !smyi_ends_with(paper, paper->tokens[v].from, "再次"))
            return true;
    const SmyiToken *next = v + 1 < paper->n_tokens ? &paper->tokens[v + 1] : NULL;
    return next && next->kind == SMYI_DE;
}

void smyi_relate_zh(SmyiReading *reading, size_t p, size_t v)
{
    const SmyiPaper *paper = &reading->papers[p];
    const SmyiToken *verb = &paper->tokens[v];
    size_t start = smyi_clause_start(paper, v), from = start;
    for (size_t t = v; t > start && from == start; t--) /* 並, 而: another verb's clause */
        if (paper->tokens[t - 1].kind == SMYI_BUT)
            from = t;
    SmyiRelation relation = {.paper = p,
                             .verb = v,
                             .verb_end = v + 1,
                             .act = verb->act,
                             .threatened = -1,
                             .negated = is_negated(paper, from, v)};
    size_t end = smyi_clause_end(paper, v);
    for (size_t t = v + 1; t < end && is_act(verb, "threaten"); t++)
        if (paper->tokens[t].act >= 0)
            return; /* what is threatened has the relation */
    size_t threat = threat_before(paper, from, v);
    if (threat < v) { /* the threat is the act, what is threatened its content */
        relation.threatened = verb->act;
        relation.act = paper->tokens[threat].act;
    }
    size_t by = marker_before(paper, from, v, SMYI_BY);
    size_t to = marker_before(paper, from, v, SMYI_TO);
    size_t ba = marker_before(paper, from, v, SMYI_BA);
    if (by < v && smyi_token_is(paper, &paper->tokens[by], "由"))
        by = paper->n_tokens;
    if (smyi_acts[verb->act].is_mutual) {
        if (!is_noun(paper, from, v))
            (void)add_mutual(reading, relation, from);
        return;
    }
    if (by < v && add_passive(reading, relation, from, by))
        return;
    if (to < v && add_toward(reading, relation, from, to))
        return;
    if (ba < v && add_toward(reading, relation, from, ba))
        return;
    if (is_noun(paper, from, v) || !object_behind(reading, p, v, &relation.to))
        return;
    if (!find_actor(reading, p, from, threat < v ? threat : v, &relation.from))
        return;
    relation.rule = "verb between the two";
    (void)smyi_relate(reading, relation);
}
