/* SPDX-License-Identifier: Apache-2.0 */
/* The kinds of words that the rules know, and the words of each kind. */
#ifndef SMYI_READING_WORDS_H
#define SMYI_READING_WORDS_H

#include <stddef.h>

typedef enum SmyiKind {
    SMYI_OTHER,   /* a word of the text that no rule knows; a run of Chinese characters */
    SMYI_ACTOR,   /* a name; what: the actor */
    SMYI_ADJ,     /* "Russian"; what: the actor */
    SMYI_CAPITAL, /* "Moscow": an actor unless it is a place; what: the actor */
    SMYI_OFFICE,  /* "foreign minister" */
    SMYI_ROLE,    /* people without a name: "officials", "experts" */
    SMYI_SIDE,    /* what may follow a state's name: its government, its side */
    SMYI_GROUP,   /* what a name only describes: supporters, troops, countries */
    SMYI_SAY,     /* said, 表示; what: SmyiSaying */
    SMYI_ACT,     /* met, 制裁; what: an index of smyi_acts */
    SMYI_LIGHT,   /* a verb that a noun of acting hangs on: imposed, 进行 */
    SMYI_ACTING,  /* such a noun: sanctions, 制裁措施; what: an index of smyi_acts */
    SMYI_OUT,     /* kept out; what: SmyiOutForm */
    SMYI_NOT,     /* not, 没有 */
    SMYI_HE,      /* he, 他 */
    SMYI_SHE,     /* she, 她 */
    SMYI_AUTHOR,  /* I, we, 笔者, and speakers who are nobody: 有人, some */
    SMYI_IN,      /* in, 在: a phrase that is no subject */
    SMYI_TO,      /* to, 对, 向: whom it is turned to */
    SMYI_WITH,    /* with, 与 */
    SMYI_BY,      /* by, 被 */
    SMYI_BA,      /* 把, 将: the object comes first */
    SMYI_AND,     /* and, 和, 、 */
    SMYI_AFTER,   /* 后, 之后, 期间: ends a phrase of time */
    SMYI_BUT,     /* but, 但: a clause begins */
    SMYI_ADVERB,  /* stands between a subject and its verb */
    SMYI_BE,      /* is, was, been */
    SMYI_THAT,    /* that, 的 behind it; begins what is said */
    SMYI_WHO,     /* who, which */
    SMYI_DE,      /* 的 */
    SMYI_SOURCE,  /* according to, 据 */
    SMYI_VIEW,    /* 看来, 的说法: what somebody's view is */
    SMYI_MEDIA,   /* 向媒体, to reporters */
    SMYI_VERDICT, /* begins the author's own verdict: 这完全是 */
    SMYI_IDIOM,   /* looks like a word of the rules and is none */
    SMYI_SUCH_AS, /* 如, such as: a list follows */
    SMYI_DATE,    /* found by the rules of dates */
    SMYI_COMMA,
    SMYI_STOP, /* . ! ? and what ends a line */
    SMYI_COLON,
    SMYI_SEMICOLON,
    SMYI_OPEN_QUOTE,
    SMYI_CLOSE_QUOTE,
    SMYI_OPEN_BRACKET,
    SMYI_CLOSE_BRACKET,
    SMYI_DASH,
} SmyiKind;

typedef enum SmyiSaying {
    SMYI_SAYS,      /* said, 表示: what follows is what is said */
    SMYI_SAYS_NOUN, /* 赞扬, praised: who does it and whom; said all the same */
    SMYI_THINKS,    /* 认为, believes: only of a speaker who is named */
    SMYI_TELLS,     /* told, 告诉: somebody stands between */
    SMYI_DENIES,    /* denied, 否认 */
    SMYI_SAYS_BASE, /* say: finite only with a plural or an auxiliary */
    SMYI_SAYING,    /* saying, adding: the subject of the clause before speaks */
} SmyiSaying;

typedef enum SmyiOutForm {
    SMYI_OUT_OBJECT,  /* X excludes Y: active, or passive with 被 or was */
    SMYI_OUT_SUBJECT, /* Y was not invited, 缺席, 未获邀 */
    SMYI_OUT_WITHOUT, /* without Y, 在没有Y参与的情况下 */
} SmyiOutForm;

/** A kind of acting toward somebody. */
typedef struct SmyiAct {
    const char *id;     /* "meet" */
    const char *plover; /* its category: "CONSULT". Source: plover2023 */
    char is_mutual;     /* who does it to whom does not matter */
} SmyiAct;

extern const SmyiAct smyi_acts[];
extern const size_t smyi_n_acts;
/** Index in smyi_acts; the id must be there. */
size_t smyi_act(const char *id);

/** Words of one kind, parted by '|'. Chinese in simplified characters. */
typedef struct SmyiWords {
    SmyiKind kind;
    int what;        /* SmyiSaying, SmyiOutForm */
    const char *act; /* of an act: its id; else NULL */
    const char *words;
} SmyiWords;

extern const SmyiWords smyi_words_zh[], smyi_words_en[];
extern const size_t smyi_n_words_zh, smyi_n_words_en;

#endif
