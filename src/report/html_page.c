/* SPDX-License-Identifier: Apache-2.0 */
/* The HTML report: one file, nothing fetched, nothing run; the answer first. */
#include <string.h>

#include "report/headline.h"
#include "report/html.h"
#include "summitry/report.h"

#define X(name) extern const SmyiHtmlSection smyi_section_##name;
#include "report/html_sections.def"
#undef X

static const SmyiHtmlSection *const sections[] = {
#define X(name) &smyi_section_##name,
#include "report/html_sections.def"
#undef X
};

enum { N_SECTIONS = sizeof sections / sizeof *sections };

void smyi_html_head(SmyiHtml *h, const char *title)
{
    SmyiWriter *w = &h->w;
    smyi_put(w,
             "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n"
             "<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" "
             "content=\"width=device-width, initial-scale=1\"/>\n"
             "<meta name=\"generator\" content=\"Summitry\"/>\n<title>");
    smyi_put_escaped(w, title);
    smyi_put(w, "</title>\n");
    smyi_html_style(h);
    smyi_put(w, "<a class=\"skip\" href=\"#answer\">To the answer</a>\n");
}

static void put_title(SmyiHtml *h)
{
    SmyiWriter *w = &h->w;
    const SmyiDigest *d = &h->digest;
    smyi_put(w, "<header>\n<h1");
    smyi_html_lang(h, d->title);
    smyi_put(w, ">");
    smyi_put_escaped(w, d->title);
    smyi_put(w, "</h1>\n<p class=\"meta\">Who sits, who gains, who loses");
    if (d->as_of) {
        smyi_put(w, " \xc2\xb7 as of ");
        smyi_put_escaped(w, d->as_of);
    }
    smyi_print(w, " \xc2\xb7 %zu %s side by side</p>\n", d->n_models,
               d->n_models == 1 ? "model" : "models");
    if (d->varied) {
        smyi_put(w, "<p class=\"account\"><strong>Varied from the file:</strong> ");
        smyi_html_text(h, d->varied);
        smyi_put(w, "</p>\n");
    }
    if (d->account) {
        smyi_put(w, "<p class=\"account\"><strong>Whose account this codes:</strong> ");
        smyi_html_text(h, d->account);
        smyi_put(w, "</p>\n");
    }
    if (smy_node_bool(smy_node_get(d->root, "partial"))) {
        SmyiShown done =
            smyi_show_count(smy_node_number(smy_node_get(d->root, "draws_done")));
        SmyiShown all = smyi_show_count(smy_node_number(smy_node_get(d->root, "draws")));
        smyi_print(w, "<p class=\"partial\">Partial: stopped after %s of %s draws.</p>\n",
                   done.text, all.text);
    }
    smyi_put(w, "</header>\n");
}

/* The sentences carry hyphens for minus and for ranges, as a terminal wants them. */
static void put_prose(SmyiHtml *h, const char *text)
{
    char *copy = smyi_arena_copy(h->mem, text, strlen(text)), *from = copy;
    if (!copy) {
        h->w.code = SMY_ERR_NOMEM;
        return;
    }
    for (char *at = copy; *at; at++) {
        bool digit_after = at[1] >= '0' && at[1] <= '9';
        bool digit_before = at > copy && at[-1] >= '0' && at[-1] <= '9';
        bool alone = at > copy && (at[-1] == ' ' || at[-1] == '(');
        if (*at != '-' || !digit_after || !(digit_before || alone))
            continue;
        *at = '\0';
        smyi_put_escaped(&h->w, from);
        smyi_put(&h->w, digit_before ? "\xe2\x80\x93" : "\xe2\x88\x92");
        from = at + 1;
    }
    smyi_put_escaped(&h->w, from);
}

static void put_evidence(SmyiHtml *h)
{
    const SmyNode *e = smy_node_get(h->digest.root, "evidence");
    static const char *const keys[] = {"inputs", "cited", "judged", "unsupported"};
    static const char *const links[] = {" inputs: ", " cited, ", " judged, ",
                                        " unsupported."};
    smyi_put(&h->w, "<dt>It rests on</dt><dd>");
    for (size_t k = 0; k < 4; k++) {
        smyi_put(&h->w, smyi_show_count(smy_node_number(smy_node_get(e, keys[k]))).text);
        smyi_put(&h->w, links[k]);
    }
    smyi_put(&h->w, "</dd>\n");
}

static void put_answer(SmyiHtml *h)
{
    SmyiHeadline lines[SMYI_HEADLINES];
    SmyCode code = smyi_headlines(&h->digest, h->mem, lines);
    if (code != SMY_OK) {
        h->w.code = code;
        return;
    }
    smyi_put(&h->w, "<main>\n<dl class=\"answer\" id=\"answer\">\n");
    for (size_t i = 0; i < SMYI_HEADLINES; i++) {
        if (!lines[i].text)
            continue;
        smyi_print(&h->w, "<dt>%s</dt><dd>", lines[i].topic);
        put_prose(h, lines[i].text);
        smyi_put(&h->w, "</dd>\n");
    }
    put_evidence(h);
    smyi_put(&h->w, "</dl>\n");
}

/* The answer through time is a page of its own: each of its dates has all the other parts. */
static bool is_timeline(const SmyiHtml *h)
{
    return smyi_section_timeline.is_there(&h->digest);
}

static bool is_there(const SmyiHtml *h, const SmyiHtmlSection *section)
{
    if (is_timeline(h))
        return section == &smyi_section_timeline;
    return !section->is_there || section->is_there(&h->digest);
}

/* Where to find what; only parts that the page has. */
static void put_ways(SmyiHtml *h)
{
    smyi_put(&h->w, "<nav aria-label=\"Parts of this report\">");
    for (size_t s = 0; s < N_SECTIONS; s++)
        if (is_there(h, sections[s]))
            smyi_print(&h->w, "<a href=\"#%s\">%s</a> ", sections[s]->id,
                       sections[s]->name);
    smyi_put(&h->w, "</nav>\n");
}

void smyi_html_section(SmyiHtml *h, const SmyiHtmlSection *section)
{
    smyi_print(&h->w, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n",
               section->id, section->id, section->heading);
    section->put(h);
    smyi_put(&h->w, "</section>\n");
}

static void put_body(SmyiHtml *h)
{
    smyi_html_head(h, h->digest.title);
    put_title(h);
    if (h->digest.n_models == 0) {
        smyi_put(&h->w, "<main id=\"answer\"><p>No model has answered: there is nothing to "
                        "report.</p>\n");
    } else {
        if (is_timeline(h)) {
            smyi_put(&h->w, "<main id=\"answer\">\n");
        } else {
            put_answer(h);
            put_ways(h);
        }
        for (size_t i = 0; i < N_SECTIONS; i++)
            if (is_there(h, sections[i]))
                smyi_html_section(h, sections[i]);
    }
    smyi_put(&h->w, "</main>\n</body>\n</html>\n");
}

SmyCode smy_report_html(const SmyNode *tree, SmyWriteFn *write, void *cookie)
{
    SmyiArena mem = {0};
    SmyiHtml h = {.mem = &mem};
    smyi_writer_open(&h.w, write, cookie);
    SmyCode code = smyi_digest(tree, &mem, &h.digest);
    if (code == SMY_OK) {
        h.is_foreign = strncmp(h.digest.language, "en", 2) != 0;
        if (smy_node_kind(smy_node_get(tree, "cases")) == SMY_NODE_OBJECT)
            smyi_html_backtest(&h);
        else
            put_body(&h);
        code = smyi_writer_close(&h.w);
    }
    smyi_arena_free(&mem);
    return code;
}
