/* SPDX-License-Identifier: Apache-2.0 */
/* A dossier on the terminal: what was read out of documents, and by which rule. */
#include <string.h>

#include "report/display.h"
#include "report/term_views.h"

static const char *text_of(const SmyNode *node, const char *key)
{
    return smy_node_text(smy_node_get(node, key));
}

static size_t count_of(const SmyNode *node, const char *key)
{
    double n = smy_node_number(smy_node_get(node, key));
    return n >= 0 ? (size_t)n : 0;
}

static void put_document(SmyiPage *page, const SmyNode *node)
{
    SmyiTerm *t = &page->term;
    const char *title = text_of(node, "title");
    const SmyNode *lost = smy_node_get(node, "left_out");
    smyi_term_put(t, SMYI_BOLD, text_of(node, "id"));
    if (title)
        smyi_term_put(t, SMYI_PLAIN, smyi_page_print(page, "  %s", title));
    smyi_term_end(t);
    smyi_term_to(t, 2);
    smyi_term_wrap(t, SMYI_DIM,
                   smyi_page_print(page, "%s, %s, %s; %zu sentences, %zu code points",
                                   text_of(node, "format"), text_of(node, "encoding"),
                                   text_of(node, "lang"),
                                   smy_node_size(smy_node_get(node, "sentences")),
                                   count_of(node, "code_points")),
                   2);
    for (size_t i = 0; i < smy_node_size(lost); i++) {
        smyi_term_to(t, 2);
        smyi_term_wrap(
            t, SMYI_DIM,
            smyi_page_print(page, "left out: %s", smy_node_text(smy_node_at(lost, i))), 4);
    }
}

static void put_sentences(SmyiPage *page, const SmyNode *document)
{
    SmyiTerm *t = &page->term;
    const SmyNode *list = smy_node_get(document, "sentences");
    smyi_term_heading(t, "SENTENCES", "cite them as document@start-end");
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *s = smy_node_at(list, i);
        smyi_term_put(
            t, SMYI_DIM,
            smyi_page_print(page, "%zu-%zu", count_of(s, "start"), count_of(s, "end")));
        smyi_term_to(t, 12);
        smyi_term_wrap(t, SMYI_PLAIN, text_of(s, "text"), 12);
    }
}

void smyi_term_reading(SmyiPage *page)
{
    const SmyNode *documents = smy_node_get(page->digest.root, "documents");
    for (size_t d = 0; d < smy_node_size(documents); d++) {
        if (d)
            smyi_term_end(&page->term);
        put_document(page, smy_node_at(documents, d));
        put_sentences(page, smy_node_at(documents, d));
    }
}
