/* SPDX-License-Identifier: Apache-2.0 */
/* The language of a document: as asked, as it says, by its script, by its commonest words. */
#include <string.h>

#include "reading/reading.h"
#include "text/utf8.h"

enum { LOOKED_AT = 20000 };

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

typedef struct Scripts {
    size_t han, kana, hangul, latin, cyrillic, arabic, hebrew, traditional, simplified;
} Scripts;

static Scripts count_scripts(const SmyiPaper *paper)
{
    /* Common characters that the other script writes differently. */
    static const char traditional[] =
        "這國們會說來對為個時與後過發經學關點當無從還進開長問題議";
    static const char simplified[] =
        "这国们会说来对为个时与后过发经学关点当无从还进开长问题议";
    Scripts n = {0};
    for (size_t i = 0; i < paper->n_points && i < LOOKED_AT; i++) {
        uint32_t c = paper->points[i];
        bool is_han = c >= 0x3400 && c <= 0x9FFF;
        n.han += is_han;
        n.traditional += is_han && has(traditional, c);
        n.simplified += is_han && has(simplified, c);
        n.kana += c >= 0x3040 && c <= 0x30FF;
        n.hangul += c >= 0xAC00 && c <= 0xD7A3;
        n.latin +=
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F);
        n.cyrillic += c >= 0x400 && c <= 0x4FF;
        n.arabic += c >= 0x600 && c <= 0x6FF;
        n.hebrew += c >= 0x590 && c <= 0x5FF;
    }
    return n;
}

static const char *by_script(const Scripts *n)
{
    if (n->kana * 5 > n->han + n->kana)
        return "ja";
    if (n->han * 2 > n->latin / 2 && n->han >= n->cyrillic)
        return n->traditional >= n->simplified ? "zh-Hant" : "zh-Hans";
    if (n->hangul > n->latin)
        return "ko";
    if (n->cyrillic > n->latin)
        return "ru";
    if (n->arabic > n->latin)
        return "ar";
    return n->hebrew > n->latin ? "he" : NULL;
}

/* How often " word " stands in the text. */
static size_t count_word(const SmyiPaper *paper, const char *word)
{
    size_t length = strlen(word), n = 0;
    for (size_t i = 0; i + length < paper->n_points && i < LOOKED_AT; i++) {
        size_t k = 0;
        while (k < length && (paper->points[i + k] | 0x20) == (unsigned char)word[k])
            k++;
        n += k == length && (i == 0 || paper->points[i - 1] == ' ') &&
             paper->points[i + length] == ' ';
    }
    return n;
}

static const char *by_words(const SmyiPaper *paper)
{
    static const struct {
        const char *lang, *words[5];
    } rows[] = {
        {"en", {"the", "of", "and", "to", "that"}},
        {"fr", {"le", "les", "des", "et", "que"}},
        {"de", {"der", "die", "und", "den", "das"}},
        {"es", {"el", "los", "las", "que", "por"}},
        {"it", {"il", "che", "di", "della", "per"}},
        {"pt", {"os", "que", "do", "da", "para"}},
    };
    size_t best = 0, most = 0;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        size_t n = 0;
        for (size_t w = 0; w < 5; w++)
            n += count_word(paper, rows[r].words[w]);
        if (n > most) {
            most = n;
            best = r;
        }
    }
    return rows[best].lang;
}

void smyi_find_language(const SmyReadingOptions *options, SmyiPaper *paper)
{
    Scripts scripts = count_scripts(paper);
    const char *script = by_script(&scripts), *said = paper->source.lang;
    if (options->lang) {
        paper->lang = options->lang;
        paper->lang_rule = "asked";
    } else if (script) { /* a page's "zh" does not say which script */
        paper->lang = script;
        paper->lang_rule = "script";
    } else if (said && strlen(said) >= 2) {
        paper->lang = said;
        paper->lang_rule = "document";
    } else {
        paper->lang = by_words(paper);
        paper->lang_rule = "words";
    }
}
