/* SPDX-License-Identifier: Apache-2.0 */
/* Names that no dictionary has: behind an office, before "said", with a middle dot. */
#include <string.h>

#include "reading/calendar.h"
#include "reading/reading.h"
#include "text/lines.h"
#include "text/utf8.h"

enum { LONGEST_NAME = 16, MIDDLE_DOT = 0xB7 };

typedef struct Found {
    size_t from, to; /* folded */
    int of;
    const char *rule;
} Found;

static bool has(const char *set, uint32_t wanted)
{
    for (size_t at = 0, n, length = strlen(set); at < length; at += n) {
        uint32_t c = 0;
        n = smyi_utf8_decode(set + at, length - at, &c);
        if (c == wanted)
            return true;
    }
    return false;
}

/* Characters that foreign names are written with. */
static bool is_transliteration(uint32_t c)
{
    return c == MIDDLE_DOT ||
           has("东罕阿埃艾爱安昂奥澳巴白班邦鲍贝本比彼宾波伯勃博卜布查察柴蔡"
               "茨达戴丹德登邓迪蒂杜敦多厄恩尔法凡范菲费芬丰"
               "冯佛弗福甫盖甘冈高戈格葛根贡古瓜圭哈海汉翰豪赫黑亨洪侯胡"
               "华怀霍基吉加贾简杰金津卡凯坎康考柯科克肯孔"
               "库夸奎拉莱赖兰朗劳勒雷黎里理利莉丽列林琳龙隆卢鲁路露伦罗"
               "洛吕马玛迈麦曼芒毛梅门蒙孟米密缅明摩莫默"
               "姆木穆纳娜乃奈南内嫩尼涅宁纽努诺欧帕潘庞佩彭皮平珀普齐奇"
               "契恰强乔切钦琴琼丘热日荣茹儒瑞若萨塞桑森"
               "沙莎山尚绍舍申什圣施石史士舒斯思丝松苏索所塔泰坦汤唐陶特"
               "滕提田铁廷通图土托陀瓦万旺威韦维魏温文翁"
               "沃乌武西希锡霞夏香肖歇谢辛欣休许雪逊雅亚延扬杨耶叶伊易因"
               "英尤于约泽曾扎詹珍芝朱兹卓祖佐娅妮黛萝蕾"
               "杨揭腊吴寇吾宗藏赞炳素",
               c);
}

static bool is_surname(uint32_t c)
{
    return has("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈"
               "曾彭吕苏卢蒋蔡贾丁魏薛叶"
               "阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万"
               "段雷钱汤尹黎易常武乔贺赖龚"
               "文朴赵崔郑尹安韩申徐权柳洪全河车岸石河茂菅野麻川小田中山佐藤铃木",
               c);
}

static const SmyiWord *word_at(const SmyiReading *reading, const SmyiPaper *paper,
                               size_t at)
{
    return at < paper->folded.n
               ? smyi_lexicon_find(&reading->cast.lexicon, &paper->folded, at)
               : NULL;
}

/* A name may end here: a word of the rules, a mark or another script follows. */
static bool may_end(const SmyiReading *reading, const SmyiPaper *paper, size_t at)
{
    SmyiDateAt date = {.text = &paper->folded, .at = at};
    return at >= paper->folded.n || word_at(reading, paper, at) || smyi_date_zh(&date) ||
           !smyi_is_cjk(paper->folded.c[at]) || paper->folded.c[at] >= 0xFF00 ||
           (paper->folded.c[at] >= 0x3000 && paper->folded.c[at] < 0x3040);
}

/* Length of the Chinese name that begins at `at`, or 0. */
static size_t chinese_name(const SmyiReading *reading, const SmyiPaper *paper, size_t at)
{
    const SmyiFolded *text = &paper->folded;
    size_t n = 0;
    while (at + n < text->n && n < LONGEST_NAME && is_transliteration(text->c[at + n]))
        n++;
    while (n && text->c[at + n - 1] == MIDDLE_DOT)
        n--;
    if (n >= 3 && may_end(reading, paper, at + n))
        return n;
    if (at >= text->n || !is_surname(text->c[at]))
        return n >= 2 && may_end(reading, paper, at + n) ? n : 0;
    for (size_t length = 3; length >= 2; length--) {
        bool han = true;
        for (size_t i = 0; i < length; i++)
            han &=
                at + i < text->n && text->c[at + i] >= 0x3400 && text->c[at + i] <= 0x9FFF;
        if (han && may_end(reading, paper, at + length))
            return length;
    }
    return 0;
}

static bool is_particle(const SmyiPaper *paper, const SmyiToken *token)
{
    static const char *const all[] = {"de",  "van", "von", "bin", "al", "el",
                                      "der", "da",  "di",  "ben", "ibn"};
    for (size_t p = 0; p < sizeof all / sizeof *all; p++) {
        size_t n = strlen(all[p]), i = 0;
        while (i < n && i < token->to - token->from &&
               paper->folded.c[token->from + i] == (unsigned char)all[p][i])
            i++;
        if (i == n && token->to - token->from == n)
            return true;
    }
    return false;
}

static bool is_capital(const SmyiToken *token)
{
    return token->kind == SMYI_OTHER && token->latin && token->capital &&
           token->to - token->from > 1;
}

/* Tokens of the Latin name that begins at t, or 0. Initials ("J.") are part of it. */
static size_t latin_name(const SmyiPaper *paper, size_t t)
{
    size_t n = 0, capitals = 0;
    while (t + n < paper->n_tokens && n < 6 &&
           paper->tokens[t + n].sentence == paper->tokens[t].sentence) {
        const SmyiToken *token = &paper->tokens[t + n];
        bool initial = token->kind == SMYI_OTHER && token->latin && token->capital &&
                       token->to - token->from == 1;
        bool dot = n && token->kind == SMYI_STOP &&
                   paper->tokens[t + n - 1].to - paper->tokens[t + n - 1].from == 1;
        if (is_capital(token))
            capitals++;
        else if (!initial && !dot && !(n && is_particle(paper, token)))
            break;
        n++;
    }
    while (n && !is_capital(&paper->tokens[t + n - 1]))
        n--;
    return capitals ? n : 0;
}

/* ---- Joining the cast ---- */

static const char *words_of(SmyiReading *reading, const SmyiPaper *paper, size_t from,
                            size_t to)
{
    const SmyiFolded *text = &paper->folded;
    return smyi_document_quote(&paper->source.text, text->at[from], text->at[to - 1] + 1,
                               reading->arena);
}

static void add_alias(SmyiReading *reading, const SmyiPaper *paper, size_t from, size_t to,
                      int actor, const char *rule)
{
    const SmyiFolded *text = &paper->folded;
    SmyiWord word = {.c = text->c + from,
                     .n = (unsigned)(to - from),
                     .kind = SMYI_ACTOR,
                     .what = actor,
                     .rule = rule,
                     .is_latin = smyi_is_word_letter(text->c[from]),
                     .is_proper = text->upper[from]};
    smyi_lexicon_add_folded(&reading->cast.lexicon, word);
}

/* The last part of a name, by which it is called later: behind a blank or a middle dot. */
static size_t last_part(const SmyiFolded *text, size_t from, size_t to)
{
    for (size_t at = to; at > from; at--)
        if (text->c[at - 1] == ' ' || text->c[at - 1] == MIDDLE_DOT)
            return at;
    return from;
}

static bool is_known(const SmyiReading *reading, const SmyiPaper *paper, const Found *found)
{
    const SmyiFolded *text = &paper->folded;
    for (size_t w = reading->cast.lexicon.n; w-- > 0;) {
        const SmyiWord *word = &reading->cast.lexicon.words[w];
        if (word->kind == SMYI_ACTOR && word->n == found->to - found->from &&
            memcmp(word->c, text->c + found->from, word->n * sizeof *word->c) == 0)
            return true;
    }
    return false;
}

static void join(SmyiReading *reading, const SmyiPaper *paper, const Found *found)
{
    const SmyiFolded *text = &paper->folded;
    if (is_known(reading, paper, found))
        return;
    const char *name = words_of(reading, paper, found->from, found->to);
    const char *id = name ? smyi_cast_new_id(&reading->cast, name) : NULL;
    SmyiActor actor = {.id = id, .kind = "person", .of = found->of, .rule = found->rule};
    bool latin = smyi_is_word_letter(text->c[found->from]);
    bool hans = paper->lang && strcmp(paper->lang, "zh-Hans") == 0;
    *(latin ? &actor.en : hans ? &actor.hans : &actor.hant) = name;
    int index = id ? smyi_cast_add(&reading->cast, actor) : SMYI_NOBODY;
    if (index == SMYI_NOBODY) {
        reading->no_memory = true;
        return;
    }
    add_alias(reading, paper, found->from, found->to, index, found->rule);
    size_t last = last_part(text, found->from, found->to);
    size_t least = latin ? 3 : 2;
    if (last > found->from && found->to - last >= least && !word_at(reading, paper, last))
        add_alias(reading, paper, last, found->to, index, "part of a name");
    /* 拉夫罗夫（Sergey Lavrov）: the name in its own letters */
    size_t at = found->to;
    if (!latin && at + 1 < text->n && (text->c[at] == 0xFF08 || text->c[at] == '(') &&
        smyi_is_word_letter(text->c[at + 1])) {
        size_t end = at + 1;
        while (end < text->n && end - at < 60 &&
               (smyi_is_word_letter(text->c[end]) || text->c[end] == ' ' ||
                text->c[end] == '-' || text->c[end] == '.'))
            end++;
        if (end < text->n && (text->c[end] == 0xFF09 || text->c[end] == ')')) {
            reading->cast.all[index].en = words_of(reading, paper, at + 1, end);
            add_alias(reading, paper, at + 1, end, index, "in brackets");
        }
    }
}

/* ---- Where names stand ---- */

/* Whose office it is: the state right before it. */
static int state_before(const SmyiReading *reading, const SmyiPaper *paper, size_t t)
{
    for (size_t i = t; i > 0 && t - i < 3; i--) {
        const SmyiToken *token = &paper->tokens[i - 1];
        if (token->sentence != paper->tokens[t].sentence)
            break;
        if ((token->kind == SMYI_ACTOR || token->kind == SMYI_ADJ) &&
            strcmp(reading->cast.all[token->what].kind, "person") != 0)
            return token->what;
        if (token->kind != SMYI_DE && token->kind != SMYI_OTHER &&
            token->kind != SMYI_OFFICE)
            break;
    }
    return SMYI_NOBODY;
}

static void behind_office(SmyiReading *reading, SmyiPaper *paper, size_t t)
{
    const SmyiToken *office = &paper->tokens[t];
    Found found = {.from = office->to, .rule = "behind an office"};
    found.of = state_before(reading, paper, t);
    if (office->latin) {
        bool apart = t + 1 < paper->n_tokens && paper->tokens[t + 1].kind == SMYI_COMMA;
        size_t at = t + 1 + apart;
        size_t n = at < paper->n_tokens ? latin_name(paper, at) : 0;
        size_t next = at + n;
        if (n && next < paper->n_tokens && paper->tokens[next].kind == SMYI_ACTOR &&
            paper->tokens[next].capital &&
            !paper->folded.upper[paper->tokens[next].to - 1] &&
            paper->tokens[next].sentence == office->sentence &&
            smyi_is_word_letter(paper->folded.c[paper->tokens[next].from]))
            n++; /* a surname that is somebody else's name, too */
        if (n == 0 || !(office->capital || n > 1))
            return;
        if (apart && (n < 2 || at + n >= paper->n_tokens ||
                      paper->tokens[at + n].kind != SMYI_COMMA))
            return; /* "the spokesman, Jane Doe," and no list of others */
        found.from = paper->tokens[at].from;
        found.to = paper->tokens[at + n - 1].to;
    } else {
        const SmyiWord *known = word_at(reading, paper, office->to);
        size_t n = known && known->kind == SMYI_ACTOR
                       ? 0
                       : chinese_name(reading, paper, office->to);
        if (n == 0)
            return;
        found.to = office->to + n;
    }
    join(reading, paper, &found);
}

/* "Jane Doe, the foreign minister": the name stands before the comma. */
static void before_office(SmyiReading *reading, SmyiPaper *paper, size_t t)
{
    size_t i = t, n = 0;
    int of = state_before(reading, paper, t);
    while (i > 0 && t - i < 5 && paper->tokens[i - 1].kind != SMYI_COMMA &&
           paper->tokens[i - 1].sentence == paper->tokens[t].sentence)
        i--;
    if (i < 3 || paper->tokens[i - 1].kind != SMYI_COMMA)
        return;
    for (size_t k = i - 1; k > 0 && is_capital(&paper->tokens[k - 1]); k--)
        n++;
    if (n >= 2 && n <= 4 && paper->tokens[i - 1].sentence == paper->tokens[t].sentence)
        join(reading, paper,
             &(Found){paper->tokens[i - 1 - n].from, paper->tokens[i - 2].to, of,
                      "before an office"});
}

/* "Jane Doe said": two names or more, neither of them an office or a place that is known. */
static void before_verb(SmyiReading *reading, SmyiPaper *paper, size_t t)
{
    size_t n = 0;
    while (n < t && is_capital(&paper->tokens[t - n - 1]) &&
           paper->tokens[t - n - 1].sentence == paper->tokens[t].sentence)
        n++;
    if (n >= 2 && n <= 3)
        join(reading, paper,
             &(Found){paper->tokens[t - n].from, paper->tokens[t - 1].to, SMYI_NOBODY,
                      "before a verb of saying"});
}

/* 弗拉基米尔·普京: both sides of the dot are written with the characters of foreign names. */
static void around_dot(SmyiReading *reading, SmyiPaper *paper, size_t at)
{
    const SmyiFolded *text = &paper->folded;
    size_t from = at, to = at + 1;
    while (from > 0 && at - from < 8 && is_transliteration(text->c[from - 1]) &&
           text->c[from - 1] != MIDDLE_DOT)
        from--;
    while (to < text->n && to - at < 10 && is_transliteration(text->c[to]))
        to++;
    if (at - from >= 2 && to - at > 2 && may_end(reading, paper, to))
        join(reading, paper, &(Found){from, to, SMYI_NOBODY, "middle dot"});
}

/* 東布羅夫斯基斯（Valdis Dombrovskis）: two Latin words or more in brackets are a person's. */
static void before_brackets(SmyiReading *reading, SmyiPaper *paper, size_t t)
{
    const SmyiFolded *text = &paper->folded;
    size_t at = paper->tokens[t].from, from = at, words = 0, k = t + 1;
    while (from > 0 && at - from < 12 && is_transliteration(text->c[from - 1]))
        from--;
    while (k < paper->n_tokens && k < t + 7 &&
           paper->tokens[k].kind != SMYI_CLOSE_BRACKET) {
        const SmyiToken *token = &paper->tokens[k++];
        if (!token->latin || !(token->capital || is_particle(paper, token)))
            return;
        words++;
    }
    if (at - from >= 2 && words >= 2 && words <= 4 && k < paper->n_tokens &&
        paper->tokens[k].kind == SMYI_CLOSE_BRACKET)
        join(reading, paper, &(Found){from, at, SMYI_NOBODY, "before a name in brackets"});
}

bool smyi_find_names(SmyiReading *reading, size_t p)
{
    SmyiPaper *paper = &reading->papers[p];
    size_t before = reading->cast.n;
    for (size_t t = 0; t < paper->n_tokens; t++) {
        const SmyiToken *token = &paper->tokens[t];
        if (token->kind == SMYI_OFFICE) {
            behind_office(reading, paper, t);
            if (token->latin)
                before_office(reading, paper, t);
        } else if (token->kind == SMYI_SAY && token->latin) {
            before_verb(reading, paper, t);
        } else if (token->kind == SMYI_OPEN_BRACKET) {
            before_brackets(reading, paper, t);
        }
    }
    for (size_t i = 0; i < paper->folded.n; i++)
        if (paper->folded.c[i] == MIDDLE_DOT && !word_at(reading, paper, i > 3 ? i - 3 : 0))
            around_dot(reading, paper, i);
    return reading->cast.n > before;
}
