/* SPDX-License-Identifier: Apache-2.0 */
/* A dossier on the terminal: what was read out of documents, and by which rule. */
#include <string.h>

#include "report/reading.h"
#include "report/term_views.h"
#include "report/text.h"

static void put_document(SmyiPage *page, const SmyNode *node)
{
    SmyiTerm *t = &page->term;
    const char *title = smyi_reading_text(node, "title");
    const char *date = smyi_reading_text(node, "date");
    const char *rule = smyi_reading_text(node, "date_rule");
    const SmyNode *lost = smy_node_get(node, "left_out");
    smyi_term_put(t, SMYI_BOLD, smyi_reading_text(node, "id"));
    if (title)
        smyi_term_put(t, SMYI_PLAIN, smyi_page_print(page, "  %s", title));
    smyi_term_end(t);
    smyi_term_to(t, 2);
    smyi_term_wrap(
        t, SMYI_DIM,
        smyi_page_print(page, "%s, %s, %s, %s%s%s%s; %zu sentences, %zu code points",
                        smyi_reading_text(node, "format"),
                        smyi_reading_text(node, "encoding"),
                        smyi_reading_text(node, "lang"), date ? "dated " : "no date known",
                        date ? date : "", rule ? ": " : "", rule ? rule : "",
                        smy_node_size(smy_node_get(node, "sentences")),
                        smyi_reading_count(node, "code_points")),
        2);
    for (size_t i = 0; i < smy_node_size(lost); i++) {
        smyi_term_to(t, 2);
        smyi_term_wrap(
            t, SMYI_DIM,
            smyi_page_print(page, "left out: %s", smy_node_text(smy_node_at(lost, i))), 4);
    }
}

/* "總統, 外長": each office once. */
static const char *offices_of(SmyiPage *page, const SmyNode *actor)
{
    const SmyNode *list = smy_node_get(actor, "offices");
    const char *all = "";
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const char *one = smyi_reading_text(smy_node_at(list, i), "text");
        if (one && !strstr(all, one))
            all = smyi_page_print(page, "%s%s%s", all, *all ? ", " : "", one);
    }
    return all;
}

static void put_actor(SmyiPage *page, const SmyNode *root, const SmyNode *actor)
{
    SmyiTerm *t = &page->term;
    const char *of = smyi_reading_text(actor, "speaks_for");
    const char *name = of ? smyi_reading_text(smyi_reading_actor(root, of), "name") : NULL;
    const char *offices = offices_of(page, actor);
    int wide = t->width >= 60 ? 26 : 18;
    smyi_term_to(t, 2);
    smyi_term_fit(t, SMYI_PLAIN, smyi_reading_text(actor, "name"), wide, SMYI_LEFT);
    smyi_term_to(t, wide + 3);
    smyi_term_put(t, SMYI_DIM, smyi_reading_text(actor, "kind"));
    smyi_term_to(t, wide + 17);
    smyi_term_put(
        t, SMYI_PLAIN,
        smyi_page_print(page, "%3zu", smy_node_size(smy_node_get(actor, "mentions"))));
    smyi_term_to(t, wide + 22);
    smyi_term_wrap(t, SMYI_DIM,
                   smyi_page_print(page, "%s%s%s%s", of ? "for " : "",
                                   of ? (name ? name : of) : "", of && *offices ? "; " : "",
                                   offices),
                   wide + 22);
    if (t->column)
        smyi_term_end(t);
}

static void put_actors(SmyiPage *page, const SmyNode *root)
{
    const SmyNode *list = smy_node_get(root, "actors");
    smyi_term_heading(&page->term, "ACTORS",
                      "kind, mentions, whom they speak for, offices");
    for (size_t i = 0; i < smy_node_size(list); i++)
        put_actor(page, root, smy_node_at(list, i));
}

/* Where it stands, as scenarios cite it, and the rule that found it. */
static void put_source(SmyiPage *page, const SmyNode *item, const SmyNode *range)
{
    SmyiTerm *t = &page->term;
    const char *said = smyi_reading_text(item, "said_in");
    smyi_term_to(t, 4);
    smyi_term_wrap(
        t, SMYI_DIM,
        smyi_page_print(
            page, "%s@%zu-%zu, sentence %zu; rule: %s%s%s",
            smyi_reading_text(item, "document"), smyi_reading_count(range, "start"),
            smyi_reading_count(range, "end"), smyi_reading_count(item, "sentence"),
            smyi_reading_text(item, "rule"), said ? "; said in " : "", said ? said : ""),
        4);
}

static void put_statement(SmyiPage *page, const SmyNode *root, const SmyNode *s)
{
    SmyiTerm *t = &page->term;
    const char *who = smyi_reading_parties(root, smy_node_get(s, "speakers"), page->mem);
    const char *mode = smyi_reading_text(s, "mode"),
               *within = smyi_reading_text(s, "within");
    bool direct = mode && strcmp(mode, "direct") == 0;
    bool negated = smy_node_bool(smy_node_get(s, "negated"));
    smyi_term_to(t, 2);
    smyi_term_put(t, SMYI_BOLD, who ? who : "?");
    smyi_term_put(t, SMYI_PLAIN,
                  smyi_page_print(page, " (%s%s%s%s)",
                                  negated ? "denies or did not say; " : "",
                                  direct ? "in quotation marks" : "reported",
                                  within ? "; as told in " : "", within ? within : ""));
    smyi_term_end(t);
    smyi_term_to(t, 4);
    smyi_term_wrap(t, SMYI_PLAIN, smyi_reading_text(s, "text"), 4);
    put_source(page, s, s);
}

static void put_statements(SmyiPage *page, const SmyNode *root)
{
    const SmyNode *list = smy_node_get(root, "statements");
    smyi_term_heading(&page->term, "STATEMENTS", "who says what");
    for (size_t i = 0; i < smy_node_size(list); i++)
        put_statement(page, root, smy_node_at(list, i));
    if (smy_node_size(list) == 0)
        smyi_term_wrap(&page->term, SMYI_DIM, "  none found", 2);
}

static void put_relation(SmyiPage *page, const SmyNode *root, const SmyNode *r)
{
    SmyiTerm *t = &page->term;
    const char *from = smyi_reading_parties(root, smy_node_get(r, "from"), page->mem);
    const char *to = smyi_reading_parties(root, smy_node_get(r, "to"), page->mem);
    const char *act = smyi_reading_act(r, page->mem), *date = smyi_reading_text(r, "date");
    smyi_term_to(t, 2);
    smyi_term_wrap(t, SMYI_PLAIN,
                   smyi_page_print(page, "%s %s %s%s%s  [%s] “%s”", from ? from : "?",
                                   act ? act : "?", to ? to : "?", date ? ", " : "",
                                   date ? date : "", smyi_reading_text(r, "plover"),
                                   smyi_reading_text(smy_node_get(r, "verb"), "text")),
                   4);
    put_source(page, r, smy_node_get(r, "verb"));
}

static void put_relations(SmyiPage *page, const SmyNode *root)
{
    const SmyNode *list = smy_node_get(root, "relations");
    smyi_term_heading(&page->term, "RELATIONS", "who acts toward whom, PLOVER category");
    for (size_t i = 0; i < smy_node_size(list); i++)
        put_relation(page, root, smy_node_at(list, i));
    if (smy_node_size(list) == 0)
        smyi_term_wrap(&page->term, SMYI_DIM, "  none found", 2);
}

static void put_kept_out(SmyiPage *page, const SmyNode *root)
{
    SmyiTerm *t = &page->term;
    const SmyNode *list = smy_node_get(root, "kept_out");
    smyi_term_heading(t, "KEPT OUT", "mentioned as excluded, not invited or absent");
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *k = smy_node_at(list, i), *by = smy_node_get(k, "by");
        const char *who = smyi_reading_parties(root, smy_node_get(k, "who"), page->mem);
        const char *hand = smyi_reading_parties(root, by, page->mem);
        bool named = smy_node_size(by) > 0;
        smyi_term_to(t, 2);
        smyi_term_wrap(
            t, SMYI_PLAIN,
            smyi_page_print(page, "%s%s%s%s “%s”", who ? who : "?",
                            smy_node_bool(smy_node_get(k, "negated")) ? " (not so)" : "",
                            named ? ", by " : "", named && hand ? hand : "",
                            smyi_reading_text(smy_node_get(k, "verb"), "text")),
            4);
        put_source(page, k, smy_node_get(k, "verb"));
    }
    if (smy_node_size(list) == 0)
        smyi_term_wrap(t, SMYI_DIM, "  nobody found", 2);
}

static void put_dates(SmyiPage *page, const SmyNode *documents)
{
    SmyiTerm *t = &page->term;
    smyi_term_heading(t, "DATES", NULL);
    for (size_t d = 0; d < smy_node_size(documents); d++) {
        const SmyNode *document = smy_node_at(documents, d);
        const SmyNode *list = smy_node_get(document, "dates");
        for (size_t i = 0; i < smy_node_size(list); i++) {
            const SmyNode *one = smy_node_at(list, i);
            const char *date = smyi_reading_text(one, "date");
            smyi_term_to(t, 2);
            smyi_term_fit(t, SMYI_PLAIN, date ? date : "?", 11, SMYI_LEFT);
            smyi_term_wrap(
                t, SMYI_DIM,
                smyi_page_print(
                    page, " “%s”, %s@%zu-%zu; rule: %s", smyi_reading_text(one, "text"),
                    smyi_reading_text(document, "id"), smyi_reading_count(one, "start"),
                    smyi_reading_count(one, "end"), smyi_reading_text(one, "rule")),
                14);
        }
    }
}

void smyi_term_reading(SmyiPage *page)
{
    const SmyNode *root = page->digest.root;
    const SmyNode *documents = smy_node_get(root, "documents");
    const SmyNode *notices = smy_node_get(root, "notices");
    for (size_t d = 0; d < smy_node_size(documents); d++)
        put_document(page, smy_node_at(documents, d));
    put_actors(page, root);
    put_statements(page, root);
    put_relations(page, root);
    put_kept_out(page, root);
    put_dates(page, documents);
    smyi_term_end(&page->term);
    for (size_t n = 0; n < smy_node_size(notices); n++)
        smyi_term_wrap(&page->term, SMYI_DIM, smy_node_text(smy_node_at(notices, n)), 2);
}
