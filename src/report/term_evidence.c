/* SPDX-License-Identifier: Apache-2.0 */
/* What an answer rests on: what matters, whose word it is, what is left without a source. */
#include <math.h>
#include <string.h>

#include "report/display.h"
#include "report/term_views.h"

#define LEAST_SHOWN 0.02 /* of odds */

enum { NAME = 34, COUNT = 9, DROPS_SHOWN = 4, MATTERS_SHOWN = 8 };

static const char *source_text(SmyiPage *page, const SmyNode *node)
{
    const char *name = smy_node_text(smy_node_get(node, "name"));
    const char *kind = smy_node_text(smy_node_get(node, "kind"));
    bool document = kind && strcmp(kind, "document") == 0;
    if (!name)
        return "no voice given: the coder's reading";
    return document ? smyi_page_print(page, "document: %s", name) : name;
}

static const char *text_of(const SmyNode *node, const char *key)
{
    const char *text = smy_node_text(smy_node_get(node, key));
    return text ? text : "?";
}

static double number_of(const SmyNode *node, const char *key)
{
    return smy_node_number(smy_node_get(node, key));
}

static void put_count(SmyiTerm *t, SmyiStyle style, const SmyNode *node, const char *key)
{
    smyi_term_fit(t, style, smyi_show_count(number_of(node, key)).text, COUNT, SMYI_RIGHT);
}

static void put_heads(SmyiPage *page, const char *title, const char *const *heads, size_t n)
{
    SmyiTerm *t = &page->term;
    smyi_term_end(t);
    smyi_term_fit(t, SMYI_HEAD, title, NAME, SMYI_LEFT);
    for (size_t h = 0; h < n; h++)
        smyi_term_fit(t, SMYI_DIM, heads[h], COUNT, SMYI_RIGHT);
    smyi_term_end(t);
}

/* ---- Coverage ---- */

static void put_total(SmyiPage *page)
{
    const SmyNode *counts = smy_node_get(page->digest.root, "counts");
    static const char *const keys[] = {"inputs",    "cited",    "judged", "unsupported",
                                       "citations", "verified", "unseen", "stale"};
    SmyiShown n[8];
    for (int k = 0; k < 8; k++)
        n[k] = smyi_show_count(number_of(counts, keys[k]));
    smyi_term_end(&page->term);
    smyi_term_wrap(&page->term, SMYI_BOLD,
                   smyi_page_print(page,
                                   "%s inputs: %s cited, %s judged, %s unsupported. %s "
                                   "citations: %s verified, %s not seen, %s stale.",
                                   n[0].text, n[1].text, n[2].text, n[3].text, n[4].text,
                                   n[5].text, n[6].text, n[7].text),
                   0);
}

static void put_coverage(SmyiPage *page, const char *key, const char *name,
                         const char *title)
{
    static const char *const heads[] = {"inputs", "cited", "judged", "none"};
    SmyiTerm *t = &page->term;
    const SmyNode *list = smy_node_get(page->digest.root, key);
    put_heads(page, title, heads, 4);
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *node = smy_node_at(list, i);
        if (!(number_of(node, "inputs") > 0))
            continue;
        bool bare = number_of(node, "unsupported") > 0;
        smyi_term_to(t, 2);
        smyi_term_fit(t, SMYI_PLAIN, text_of(node, name), NAME - 3, SMYI_LEFT);
        smyi_term_to(t, NAME);
        put_count(t, SMYI_PLAIN, node, "inputs");
        put_count(t, SMYI_PLAIN, node, "cited");
        put_count(t, SMYI_PLAIN, node, "judged");
        put_count(t, bare ? SMYI_WARN : SMYI_PLAIN, node, "unsupported");
        smyi_term_end(t);
    }
}

/* ---- What matters ---- */

static void put_matter(SmyiPage *page, const SmyNode *node, bool reason)
{
    SmyiTerm *t = &page->term;
    const char *support = text_of(node, "support");
    const char *judgement = smy_node_text(smy_node_get(node, "judgement"));
    bool cited = strcmp(support, "cited") == 0;
    smyi_term_fit(t, SMYI_BOLD, smyi_show_percent(number_of(node, "total_effect")).text, 5,
                  SMYI_RIGHT);
    smyi_term_to(t, 7);
    smyi_term_fit(t, cited ? SMYI_PLAIN : SMYI_WARN, support, 12, SMYI_LEFT);
    smyi_term_put(t, SMYI_PLAIN, text_of(node, "title"));
    smyi_term_end(t);
    if (!reason || !judgement)
        return;
    smyi_term_to(t, 19);
    smyi_term_wrap(t, SMYI_DIM, judgement, 19);
}

/* The first of those that are cited or of all; then of those that are not, with their reason. */
static void put_matters(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    const SmyNode *list = smy_node_get(page->digest.root, "matters_most");
    const char *asked = smy_node_text(smy_node_get(page->digest.root, "question"));
    if (smy_node_size(list) == 0)
        return;
    smyi_term_heading(
        t, "WHAT MATTERS MOST",
        smyi_page_print(page, "for the %s; share of its spread", asked ? asked : "answer"));
    for (size_t i = 0; i < smy_node_size(list) && i < MATTERS_SHOWN; i++)
        put_matter(page, smy_node_at(list, i), false);
    size_t shown = 0;
    for (size_t i = 0; i < smy_node_size(list) && shown < MATTERS_SHOWN; i++) {
        const SmyNode *node = smy_node_at(list, i);
        if (smy_node_bool(smy_node_get(node, "cited")))
            continue;
        if (shown++ == 0)
            smyi_term_heading(t, "TO LOOK UP",
                              "inputs without a citation that matter most");
        put_matter(page, node, true);
    }
}

/* ---- Whose word ---- */

static void put_sources(SmyiPage *page)
{
    static const char *const heads[] = {"inputs", "alone", "of cited", "claims"};
    SmyiTerm *t = &page->term;
    const SmyNode *list = smy_node_get(page->digest.root, "sources");
    if (smy_node_size(list) == 0)
        return;
    put_heads(page, "WHOSE WORD", heads, 4);
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *node = smy_node_at(list, i);
        smyi_term_to(t, 2);
        smyi_term_fit(t, SMYI_PLAIN, source_text(page, node), NAME - 3, SMYI_LEFT);
        smyi_term_to(t, NAME);
        put_count(t, SMYI_PLAIN, node, "inputs");
        put_count(t, SMYI_PLAIN, node, "alone");
        smyi_term_fit(t, SMYI_PLAIN, smyi_show_percent(number_of(node, "share_alone")).text,
                      COUNT, SMYI_RIGHT);
        put_count(t, SMYI_PLAIN, node, "claims");
        smyi_term_end(t);
    }
    smyi_term_wrap(t, SMYI_DIM,
                   "alone: inputs that cite nothing else. A voice stands for all who speak "
                   "for it.",
                   0);
}

/* ---- Without a source ---- */

/* The next largest change of odds below `bound`, in size; NULL: none. */
static const SmyNode *next_change(const SmyNode *claims, double bound, size_t after,
                                  size_t *at)
{
    const SmyNode *best = NULL;
    double most = -1;
    for (size_t c = 0; c < smy_node_size(claims); c++) {
        double size = fabs(number_of(smy_node_at(claims, c), "change"));
        bool later = size < bound || (size == bound && c > after);
        if (later && size > most) {
            most = size;
            best = smy_node_at(claims, c);
            *at = c;
        }
    }
    return best;
}

static void put_changes(SmyiPage *page, const SmyNode *claims)
{
    SmyiTerm *t = &page->term;
    double bound = HUGE_VAL;
    size_t at = 0;
    for (int i = 0; i < DROPS_SHOWN; i++) {
        const SmyNode *claim = next_change(claims, bound, at, &at);
        if (!claim)
            return;
        bound = fabs(number_of(claim, "change"));
        if (bound < LEAST_SHOWN) {
            if (i == 0) {
                smyi_term_to(t, 4);
                smyi_term_put(t, SMYI_DIM, "no claim's odds move by two points");
                smyi_term_end(t);
            }
            return;
        }
        smyi_term_to(t, 4);
        smyi_term_fit(t, SMYI_PLAIN, smyi_show_percent(number_of(claim, "p")).text, 5,
                      SMYI_RIGHT);
        smyi_term_put(t, SMYI_PLAIN, " → ");
        smyi_term_fit(t, SMYI_BOLD, smyi_show_percent(number_of(claim, "without")).text, 5,
                      SMYI_RIGHT);
        smyi_term_to(t, 20);
        smyi_term_fit(t, SMYI_PLAIN, text_of(claim, "says"), t->width - 20, SMYI_LEFT);
        smyi_term_end(t);
    }
}

static void put_drops(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    const SmyNode *list = smy_node_get(page->digest.root, "without");
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *node = smy_node_at(list, i);
        bool document = strcmp(text_of(node, "kind"), "document") == 0;
        if (i == 0)
            smyi_term_heading(
                t, "WITHOUT A SOURCE",
                "odds of the claims, its own inputs open to all the file knows");
        smyi_term_to(t, 2);
        smyi_term_wrap(t, SMYI_BOLD,
                       smyi_page_print(page, "Without %s%s: %s inputs open",
                                       document ? "the document " : "the word of ",
                                       text_of(node, "name"),
                                       smyi_show_count(number_of(node, "widened")).text),
                       4);
        put_changes(page, smy_node_get(node, "claims"));
    }
}

/* ---- What is open, what is disputed ---- */

static void put_open(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    const SmyNode *list = smy_node_get(page->digest.root, "open_citations");
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *node = smy_node_at(list, i);
        if (i == 0)
            smyi_term_heading(t, "OPEN CITATIONS", "not verified against the document");
        smyi_term_to(t, 2);
        smyi_term_put(t, SMYI_PLAIN,
                      smyi_page_print(page, "line %s  %s  %s",
                                      smyi_show_count(number_of(node, "line")).text,
                                      text_of(node, "cite"), text_of(node, "state")));
        smyi_term_end(t);
    }
}

static void put_disputed(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    const SmyNode *list = smy_node_get(page->digest.root, "disputed");
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *node = smy_node_at(list, i),
                      *sources = smy_node_get(node, "sources");
        if (i == 0)
            smyi_term_heading(t, "DISPUTED INPUTS", NULL);
        smyi_term_to(t, 2);
        smyi_term_put(t, SMYI_PLAIN, text_of(node, "input"));
        for (size_t s = 0; s < smy_node_size(sources); s++) {
            const SmyNode *by = smy_node_get(smy_node_at(sources, s), "disputed_by");
            for (size_t d = 0; d < smy_node_size(by); d++)
                smyi_term_put(t, SMYI_WARN,
                              smyi_page_print(
                                  page, "  by %s",
                                  smyi_digest_name(&page->digest,
                                                   text_of(smy_node_at(by, d), "voice"))));
        }
        smyi_term_end(t);
    }
}

void smyi_term_evidence(SmyiPage *page)
{
    put_total(page);
    put_matters(page);
    put_sources(page);
    put_drops(page);
    put_coverage(page, "actors", "name", "BY ACTOR");
    put_coverage(page, "issues", "title", "BY ISSUE");
    put_disputed(page);
    put_open(page);
}
