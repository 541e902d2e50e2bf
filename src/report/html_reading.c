/* SPDX-License-Identifier: Apache-2.0 */
/* A dossier as one HTML page: what was read, and the documents with their sentences marked. */
#include <string.h>

#include "report/html.h"
#include "report/reading.h"
#include "summitry/report.h"

typedef struct Dossier {
    SmyiWriter w;
    SmyiArena *mem;
    const SmyNode *root;
} Dossier;

static const char style[] =
    "<style>\n"
    ".doc{margin:1rem 0;line-height:1.8}\n"
    ".doc p{margin:.6rem 0;max-width:46rem}\n"
    ".said{background:var(--gain-wash);border-bottom:2px solid var(--gain)}\n"
    ".acts{background:var(--loss-wash);border-bottom:2px dotted var(--loss)}\n"
    ".said.acts{border-bottom:2px dashed var(--loss)}\n"
    ".doc sup{color:var(--soft);font-size:.7em;user-select:none}\n"
    ".who{font-weight:700}\n"
    "blockquote{margin:.2rem 0 .1rem 1rem;padding:.1rem .7rem;border-left:3px solid "
    "var(--line)}\n"
    ".item{margin:1rem 0}\n"
    ".src{color:var(--soft);font-size:.8rem;margin:0 0 0 1rem}\n"
    "</style>\n";

static void put(Dossier *d, const char *text)
{
    smyi_put(&d->w, text);
}

static void put_text(Dossier *d, const char *text)
{
    smyi_put_escaped(&d->w, text ? text : "?");
}

/* lang="zh-Hant" of the document, so that a reader's system picks the right shapes. */
static void put_lang(Dossier *d, const char *document)
{
    const char *lang = smyi_reading_text(smyi_reading_document(d->root, document), "lang");
    if (!lang)
        return;
    put(d, " lang=\"");
    put_text(d, lang);
    put(d, "\"");
}

static void put_head(Dossier *d)
{
    put(d, "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n"
           "<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" "
           "content=\"width=device-width, initial-scale=1\"/>\n"
           "<meta name=\"generator\" content=\"Summitry\"/>\n<title>Dossier</title>\n");
    put(d, style);
    smyi_html_style(&d->w);
    put(d,
        "<a class=\"skip\" href=\"#statements\">To the statements</a>\n<header>\n<h1>"
        "Dossier</h1>\n<p class=\"meta\">Read by rules and dictionaries: a person has to "
        "judge each item.</p>\n</header>\n<main>\n"
        "<nav aria-label=\"Parts of this dossier\"><a href=\"#actors\">Actors</a> "
        "<a href=\"#statements\">Statements</a> <a href=\"#relations\">Relations</a> "
        "<a href=\"#kept-out\">Kept out</a> <a href=\"#documents\">Documents</a></nav>\n");
}

static void put_source(Dossier *d, const SmyNode *item, const SmyNode *range)
{
    const char *document = smyi_reading_text(item, "document");
    size_t n = smyi_reading_count(item, "sentence");
    put(d, "<p class=\"src\"><a href=\"#");
    put_text(d, document);
    smyi_print(&d->w, "-%zu\"><code>", n);
    put_text(d, document);
    smyi_print(&d->w, "@%zu-%zu</code></a>, sentence %zu; rule: ",
               smyi_reading_count(range, "start"), smyi_reading_count(range, "end"), n);
    put_text(d, smyi_reading_text(item, "rule"));
    if (smyi_reading_text(item, "said_in")) {
        put(d, "; <a href=\"#");
        put_text(d, smyi_reading_text(item, "said_in"));
        put(d, "\">said by somebody</a>");
    }
    put(d, "</p>\n");
}

static void put_actors(Dossier *d)
{
    const SmyNode *list = smy_node_get(d->root, "actors");
    put(d, "<section aria-labelledby=\"actors\"><h2 id=\"actors\">Actors</h2>\n");
    put(d, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
           "aria-label=\"Actors\">\n<table>\n"
           "<caption>Who is mentioned, and how often</caption>\n<thead><tr><th "
           "scope=\"col\">Name</th><th scope=\"col\">Kind</th><th "
           "scope=\"col\" "
           "class=\"n\">Mentions</th><th scope=\"col\">Speaks for</th><th scope=\"col\">"
           "Known by</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *actor = smy_node_at(list, i);
        const char *of = smyi_reading_text(actor, "speaks_for");
        const char *state = smyi_reading_text(smyi_reading_actor(d->root, of), "name");
        put(d, "<tr><th scope=\"row\">");
        put_text(d, smyi_reading_text(actor, "name"));
        put(d, "</th><td>");
        put_text(d, smyi_reading_text(actor, "kind"));
        smyi_print(&d->w, "</td><td class=\"n\">%zu</td><td>",
                   smy_node_size(smy_node_get(actor, "mentions")));
        put_text(d, of ? (state ? state : of) : "");
        put(d, "</td><td>");
        put_text(d, smyi_reading_text(actor, "rule"));
        put(d, "</td></tr>\n");
    }
    put(d, "</tbody></table>\n</div>\n</section>\n");
}

static void put_parties(Dossier *d, const SmyNode *parties)
{
    put_text(d, smyi_reading_parties(d->root, parties, d->mem));
}

static void put_statements(Dossier *d)
{
    const SmyNode *list = smy_node_get(d->root, "statements");
    put(d,
        "<section aria-labelledby=\"statements\"><h2 id=\"statements\">Statements</h2>\n");
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *s = smy_node_at(list, i);
        const char *mode = smyi_reading_text(s, "mode");
        put(d, "<div class=\"item\" id=\"");
        put_text(d, smyi_reading_text(s, "id"));
        put(d, "\"><span class=\"who\">");
        put_parties(d, smy_node_get(s, "speakers"));
        put(d, "</span> ");
        put(d, smy_node_bool(smy_node_get(s, "negated")) ? "denies or did not say, " : "");
        put(d, mode && strcmp(mode, "direct") == 0 ? "in quotation marks" : "reported");
        put(d, "<blockquote");
        put_lang(d, smyi_reading_text(s, "document"));
        put(d, ">");
        put_text(d, smyi_reading_text(s, "text"));
        put(d, "</blockquote>\n");
        put_source(d, s, s);
        put(d, "</div>\n");
    }
    put(d, smy_node_size(list) ? "</section>\n" : "<p>None found.</p></section>\n");
}

static void put_relations(Dossier *d)
{
    const SmyNode *list = smy_node_get(d->root, "relations");
    put(d, "<section aria-labelledby=\"relations\"><h2 id=\"relations\">Relations</h2>\n");
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *r = smy_node_at(list, i);
        const char *date = smyi_reading_text(r, "date");
        put(d, "<div class=\"item\"><span class=\"who\">");
        put_parties(d, smy_node_get(r, "from"));
        put(d, "</span> ");
        put_text(d, smyi_reading_act(r, d->mem));
        put(d, " <span class=\"who\">");
        put_parties(d, smy_node_get(r, "to"));
        put(d, "</span>");
        put(d, date ? ", " : "");
        put_text(d, date ? date : "");
        put(d, " <small>");
        put_text(d, smyi_reading_text(r, "plover"));
        put(d, "</small> <q");
        put_lang(d, smyi_reading_text(r, "document"));
        put(d, ">");
        put_text(d, smyi_reading_text(smy_node_get(r, "verb"), "text"));
        put(d, "</q>\n");
        put_source(d, r, smy_node_get(r, "verb"));
        put(d, "</div>\n");
    }
    put(d, smy_node_size(list) ? "</section>\n" : "<p>None found.</p></section>\n");
}

static void put_kept_out(Dossier *d)
{
    const SmyNode *list = smy_node_get(d->root, "kept_out");
    put(d, "<section aria-labelledby=\"kept-out\"><h2 id=\"kept-out\">Kept out</h2>\n");
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *k = smy_node_at(list, i), *by = smy_node_get(k, "by");
        put(d, "<div class=\"item\"><span class=\"who\">");
        put_parties(d, smy_node_get(k, "who"));
        put(d, "</span>");
        put(d, smy_node_size(by) ? ", by " : "");
        if (smy_node_size(by))
            put_parties(d, by);
        put(d, "\n");
        put_source(d, k, smy_node_get(k, "verb"));
        put(d, "</div>\n");
    }
    put(d, smy_node_size(list) ? "</section>\n" : "<p>Nobody found.</p></section>\n");
}

/* Whether an item of the list stands in this sentence of the document. */
static bool stands_in(const SmyNode *list, const char *document, size_t sentence)
{
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const char *own = smyi_reading_text(smy_node_at(list, i), "document");
        if (own && strcmp(own, document) == 0 &&
            smyi_reading_count(smy_node_at(list, i), "sentence") == sentence)
            return true;
    }
    return false;
}

static void put_sentence(Dossier *d, const char *id, const SmyNode *sentence)
{
    size_t n = smyi_reading_count(sentence, "n");
    bool said = stands_in(smy_node_get(d->root, "statements"), id, n);
    bool acts = stands_in(smy_node_get(d->root, "relations"), id, n) ||
                stands_in(smy_node_get(d->root, "kept_out"), id, n);
    put(d, "<span id=\"");
    put_text(d, id);
    smyi_print(&d->w, "-%zu\"%s>", n,
               said && acts ? " class=\"said acts\""
               : said       ? " class=\"said\""
               : acts       ? " class=\"acts\""
                            : "");
    put_text(d, smyi_reading_text(sentence, "text"));
    smyi_print(&d->w, "</span><sup>%zu</sup> ", n);
}

static void put_documents(Dossier *d)
{
    const SmyNode *list = smy_node_get(d->root, "documents");
    put(d,
        "<section aria-labelledby=\"documents\"><h2 id=\"documents\">Documents</h2>\n"
        "<p class=\"remark\"><span class=\"said\">Marked so</span>: somebody's words. "
        "<span class=\"acts\">Marked so</span>: who acts toward whom, or is kept out. The "
        "rest is the author's.</p>\n");
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *document = smy_node_at(list, i);
        const SmyNode *sentences = smy_node_get(document, "sentences");
        const char *id = smyi_reading_text(document, "id");
        const char *title = smyi_reading_text(document, "title");
        size_t paragraph = 0;
        put(d, "<h3>");
        put_text(d, title ? title : id);
        put(d, "</h3>\n<p class=\"remark\">");
        put_text(d, smyi_reading_text(document, "format"));
        put(d, ", ");
        put_text(d, smyi_reading_text(document, "encoding"));
        put(d, ", SHA-256 <code>");
        put_text(d, smyi_reading_text(document, "sha256"));
        put(d, "</code></p>\n<div class=\"doc\"");
        put_lang(d, id);
        put(d, ">");
        for (size_t s = 0; s < smy_node_size(sentences); s++) {
            const SmyNode *sentence = smy_node_at(sentences, s);
            size_t now = smyi_reading_count(sentence, "paragraph");
            put(d, now == paragraph ? "" : paragraph ? "</p>\n<p>" : "<p>");
            paragraph = now;
            put_sentence(d, id ? id : "?", sentence);
        }
        put(d, paragraph ? "</p></div>\n" : "</div>\n");
    }
    put(d, "</section>\n");
}

SmyCode smy_report_dossier(const SmyNode *tree, SmyWriteFn *write, void *cookie)
{
    SmyiArena mem = {0};
    Dossier d = {.mem = &mem, .root = tree};
    if (smy_node_kind(tree) != SMY_NODE_OBJECT)
        return SMY_ERR_ARGUMENT;
    smyi_writer_open(&d.w, write, cookie);
    put_head(&d);
    put_actors(&d);
    put_statements(&d);
    put_relations(&d);
    put_kept_out(&d);
    put_documents(&d);
    put(&d, "</main>\n</body>\n</html>\n");
    SmyCode code = smyi_writer_close(&d.w);
    smyi_arena_free(&mem);
    return code;
}
