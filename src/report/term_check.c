/* SPDX-License-Identifier: Apache-2.0 */
/* What a check found: documents, each citation with its words, inputs by what supports them. */
#include <math.h>
#include <string.h>

#include "report/display.h"
#include "report/term_views.h"

static const char *text_of(const SmyNode *node, const char *key)
{
    return smy_node_text(smy_node_get(node, key));
}

static SmyiShown count_of(const SmyNode *node, const char *key)
{
    return smyi_show_count(smy_node_number(smy_node_get(node, key)));
}

/* ", 3 found again, 1 stale" where a document was edited; else nothing. */
static const char *edited_text(SmyiPage *page)
{
    const SmyNode *counts = smy_node_get(page->digest.root, "counts");
    SmyiShown followed = count_of(counts, "followed"), stale = count_of(counts, "stale");
    bool any = smy_node_number(smy_node_get(counts, "followed")) > 0 ||
               smy_node_number(smy_node_get(counts, "stale")) > 0;
    return any ? smyi_page_print(page, ", %s found again, %s stale", followed.text,
                                 stale.text)
               : "";
}

static void put_counts(SmyiPage *page)
{
    const SmyNode *counts = smy_node_get(page->digest.root, "counts");
    SmyiShown inputs = count_of(counts, "inputs"), cited = count_of(counts, "cited");
    SmyiShown judged = count_of(counts, "judged"), none = count_of(counts, "unsupported");
    SmyiShown all = count_of(counts, "citations"), verified = count_of(counts, "verified");
    SmyiShown unseen = count_of(counts, "unseen");
    smyi_term_end(&page->term);
    smyi_term_wrap(&page->term, SMYI_BOLD,
                   smyi_page_print(page, "%s inputs: %s cited, %s judged, %s unsupported.",
                                   inputs.text, cited.text, judged.text, none.text),
                   2);
    smyi_term_wrap(&page->term, SMYI_BOLD,
                   smyi_page_print(page, "%s citations: %s verified, %s not seen%s.",
                                   all.text, verified.text, unseen.text, edited_text(page)),
                   2);
}

static const char *state_text(const char *state)
{
    static const char *const states[][2] = {
        {"verified", "verified"},
        {"unseen", "not seen: its document is not at hand"},
        {"followed", "found again in an edited document"},
        {"stale", "stale: not found again in the edited document"},
        {"edited", "edited since it was cited"},
        {"not_at_hand", "not at hand"},
        {"not_text", "found, but not readable as text"},
        {"no_hash", "no hash given, cannot be found"},
    };
    for (size_t s = 0; state && s < sizeof states / sizeof *states; s++)
        if (strcmp(state, states[s][0]) == 0)
            return states[s][1];
    return state ? state : "?";
}

static void put_documents(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    const SmyNode *list = smy_node_get(page->digest.root, "documents");
    if (smy_node_size(list) == 0)
        return;
    smyi_term_heading(t, "DOCUMENTS", NULL);
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *node = smy_node_at(list, i);
        const char *title = text_of(node, "title"), *date = text_of(node, "date");
        const char *lang = text_of(node, "lang"), *state = text_of(node, "state");
        bool fine = state && strcmp(state, "verified") == 0;
        smyi_term_to(t, 2);
        smyi_term_put(t, SMYI_BOLD, text_of(node, "id"));
        smyi_term_put(t, fine ? SMYI_PLAIN : SMYI_WARN,
                      smyi_page_print(page, "  %s", state_text(state)));
        smyi_term_end(t);
        smyi_term_to(t, 4);
        smyi_term_wrap(t, SMYI_DIM,
                       smyi_page_print(page, "%s%s%s%s%s", title ? title : "untitled",
                                       date ? ", " : "", date ? date : "", lang ? ", " : "",
                                       lang ? lang : ""),
                       4);
    }
}

/* ", 3 edits away" of a citation found again; else nothing. */
static const char *distance_text(SmyiPage *page, const SmyNode *node)
{
    double distance = smy_node_number(smy_node_get(node, "distance"));
    if (!(distance > 0))
        return "";
    SmyiShown shown = smyi_show_count(distance);
    return smyi_page_print(page, ", %s edit%s away", shown.text, distance == 1 ? "" : "s");
}

/* The quoted words and, under them, what the scenario makes of them. */
static void put_citation(SmyiPage *page, const SmyNode *node)
{
    SmyiTerm *t = &page->term;
    const char *state = text_of(node, "state"), *quoted = text_of(node, "quoted");
    const char *gloss = text_of(node, "gloss");
    const SmyNode *users = smy_node_get(node, "used_by");
    bool fine = state && strcmp(state, "verified") == 0;
    smyi_term_to(t, 2);
    smyi_term_put(t, SMYI_BOLD, text_of(node, "cite"));
    smyi_term_put(
        t, fine ? SMYI_PLAIN : SMYI_WARN,
        smyi_page_print(page, "  %s%s", state_text(state), distance_text(page, node)));
    smyi_term_end(t);
    if (quoted) {
        smyi_term_to(t, 4);
        smyi_term_wrap(t, SMYI_PLAIN, smyi_page_print(page, "“%s”", quoted), 4);
    }
    if (gloss) {
        smyi_term_to(t, 4);
        smyi_term_wrap(t, SMYI_PLAIN, smyi_page_print(page, "→ %s", gloss), 6);
    }
    for (size_t u = 0; u < smy_node_size(users); u++) {
        const char *user = smy_node_text(smy_node_at(users, u));
        if (!user || (gloss && strcmp(gloss, user) == 0))
            continue;
        smyi_term_to(t, 6);
        smyi_term_put(t, SMYI_DIM, user);
        smyi_term_end(t);
    }
}

static void put_citations(SmyiPage *page)
{
    const SmyNode *list = smy_node_get(page->digest.root, "citations");
    if (smy_node_size(list) == 0)
        return;
    smyi_term_heading(&page->term, "CITATIONS",
                      "the words cited, what they are taken to say");
    for (size_t i = 0; i < smy_node_size(list); i++)
        put_citation(page, smy_node_at(list, i));
}

/* "95 (85 to 100)" in the input's own unit. */
static const char *value_of(SmyiPage *page, const SmyNode *node)
{
    const char *const keys[] = {"point", "low", "high"};
    SmyiShown shown[3];
    for (int k = 0; k < 3; k++) {
        double value = smy_node_number(smy_node_get(node, keys[k]));
        bool whole = floor(value) == value || fabs(value) >= 100;
        shown[k] = smyi_show_fixed(value, whole ? 0 : 2);
    }
    if (strcmp(shown[1].text, shown[2].text) == 0)
        return smyi_page_print(page, "%s", shown[0].text);
    return smyi_page_print(page, "%s (%s to %s)", shown[0].text, shown[1].text,
                           shown[2].text);
}

static void put_input(SmyiPage *page, const SmyNode *node)
{
    SmyiTerm *t = &page->term;
    const char *judgement = text_of(node, "judgement"), *path = text_of(node, "path");
    const SmyNode *cite = smy_node_get(node, "cite");
    int wide = t->width >= 76 ? 42 : t->width - 2;
    smyi_term_to(t, 2);
    smyi_term_fit(t, SMYI_PLAIN, path ? path : "?", wide, SMYI_LEFT);
    if (t->width < 76)
        smyi_term_end(t);
    smyi_term_to(t, t->width < 76 ? 4 : wide + 3);
    int column = t->column;
    smyi_term_put(t, SMYI_PLAIN, value_of(page, node));
    smyi_term_end(t);
    for (size_t c = 0; c < smy_node_size(cite); c++) {
        smyi_term_to(t, column);
        smyi_term_put(t, SMYI_DIM, smy_node_text(smy_node_at(cite, c)));
        smyi_term_end(t);
    }
    if (judgement) {
        smyi_term_to(t, 6);
        smyi_term_wrap(t, SMYI_DIM, judgement, 6);
    }
}

static void put_inputs(SmyiPage *page)
{
    static const char *const kinds[][3] = {
        {"unsupported", "UNSUPPORTED INPUTS", "neither cited nor judged"},
        {"judged", "JUDGED INPUTS", "the coder's judgement, not a fact"},
        {"cited", "CITED INPUTS", NULL},
    };
    const SmyNode *list = smy_node_get(page->digest.root, "inputs");
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        bool first = true;
        for (size_t i = 0; i < smy_node_size(list); i++) {
            const SmyNode *node = smy_node_at(list, i);
            const char *support = text_of(node, "support");
            if (!support || strcmp(support, kinds[k][0]) != 0)
                continue;
            if (first)
                smyi_term_heading(&page->term, kinds[k][1], kinds[k][2]);
            first = false;
            put_input(page, node);
        }
    }
}

static void put_claims(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    const SmyNode *list = smy_node_get(page->digest.root, "claims");
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *node = smy_node_at(list, i), *cite = smy_node_get(node, "cite");
        const char *says = text_of(node, "says"), *voice = text_of(node, "voice");
        const char *first = smy_node_text(smy_node_at(cite, 0));
        if (i == 0)
            smyi_term_heading(t, "CLAIMS", NULL);
        smyi_term_to(t, 2);
        smyi_term_wrap(t, SMYI_PLAIN, says ? says : "?", 4);
        smyi_term_to(t, 4);
        smyi_term_wrap(
            t, SMYI_DIM,
            smyi_page_print(page, "voice: %s; %s",
                            voice ? smyi_digest_name(&page->digest, voice) : "not given",
                            first ? first : "no citation"),
            4);
    }
}

void smyi_term_check(SmyiPage *page)
{
    SmyiTerm *t = &page->term;
    const SmyNode *notices = smy_node_get(page->digest.root, "notices");
    put_counts(page);
    put_documents(page);
    put_citations(page);
    put_claims(page);
    put_inputs(page);
    for (size_t n = 0; n < smy_node_size(notices); n++) {
        if (n == 0)
            smyi_term_heading(t, "NOTICES", NULL);
        smyi_term_put(t, SMYI_WARN, "! ");
        smyi_term_wrap(t, SMYI_PLAIN, smy_node_text(smy_node_at(notices, n)), 2);
    }
}
