/* SPDX-License-Identifier: Apache-2.0 */
/* HTML reports: which kind a tree asks for; the head of those that are drawn here. */
#include <string.h>

#include "report/html.h"
#include "summitry/report.h"

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

void smyi_html_section(SmyiHtml *h, const SmyiHtmlSection *section)
{
    smyi_print(&h->w, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n",
               section->id, section->id, section->heading);
    section->put(h);
    smyi_put(&h->w, "</section>\n");
}

static void put_timeline(SmyiHtml *h)
{
    smyi_html_head(h, h->digest.title);
    put_title(h);
    smyi_put(&h->w, "<main id=\"answer\">\n");
    smyi_html_section(h, &smyi_section_timeline);
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
        else if (smyi_section_timeline.is_there(&h.digest))
            put_timeline(&h);
        else
            smyi_html_run(&h);
        code = smyi_writer_close(&h.w);
    }
    smyi_arena_free(&mem);
    return code;
}
