/* SPDX-License-Identifier: Apache-2.0 */
/* A report: the page's own code, the tree for it to draw, and plain text where scripts are off. */
#include "report/html.h"

/* web/dist, as the build of the page gives it. */
extern const unsigned char smyi_page_script[], smyi_page_style[];
extern const size_t smyi_page_script_size, smyi_page_style_size;

/* JSON on its way into an element: no text ends it. */
static SmyCode put_json(void *cookie, const char *bytes, size_t length)
{
    SmyiWriter *w = cookie;
    size_t from = 0;
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] != '<')
            continue;
        smyi_put_bytes(w, bytes + from, i - from);
        smyi_put(w, "\\u003c");
        from = i + 1;
    }
    smyi_put_bytes(w, bytes + from, length - from);
    return w->code;
}

static void put_tree(SmyiHtml *h, const char *kind)
{
    smyi_print(&h->w,
               "<script type=\"application/json\" id=\"summitry-report\" data-kind=\"%s\">",
               kind);
    SmyCode code = smy_node_write_packed(h->digest.root, put_json, &h->w);
    if (h->w.code == SMY_OK)
        h->w.code = code;
    smyi_put(&h->w, "</script>\n");
}

/* In JavaScript "</" stands only in texts, where "<\/" means the same. */
static void put_script(SmyiHtml *h)
{
    const char *bytes = (const char *)smyi_page_script;
    size_t from = 0;
    smyi_put(&h->w, "<script type=\"module\">");
    for (size_t i = 0; i + 1 < smyi_page_script_size; i++) {
        if (bytes[i] != '<' || bytes[i + 1] != '/')
            continue;
        smyi_put_bytes(&h->w, bytes + from, i + 1 - from);
        smyi_put(&h->w, "\\");
        from = i + 1;
    }
    smyi_put_bytes(&h->w, bytes + from, smyi_page_script_size - from);
    smyi_put(&h->w, "</script>\n");
}

/* Nothing is fetched, and the browser is told so. */
static void put_head(SmyiHtml *h, const SmyiReportKind *kind)
{
    SmyiWriter *w = &h->w;
    smyi_put(w,
             "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
             "&#39;none&#39;; script-src &#39;unsafe-inline&#39;; style-src "
             "&#39;unsafe-inline&#39;; img-src data:\"/>\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
             "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
             "<meta name=\"generator\" content=\"Summitry\"/>\n<title>");
    smyi_put_escaped(w, kind->title ? kind->title : h->digest.title);
    smyi_put(w, "</title>\n<link rel=\"icon\" href=\"data:,\"/>\n<style>\n");
    smyi_put_bytes(w, (const char *)smyi_page_style, smyi_page_style_size);
    smyi_put(w, "</style>\n");
    put_tree(h, kind->name);
    smyi_put(w, "</head>\n");
}

/* Collected first: a character's bytes may come in two parts, and are escaped as one. */
static void put_plain(SmyiHtml *h, const SmyiReportKind *kind)
{
    SmyiCollect text = {.mem = h->mem};
    SmyiWriter w;
    smyi_writer_open(&w, smyi_collect, &text);
    kind->plain(&w, &h->digest);
    SmyCode code = smyi_writer_close(&w);
    if (h->w.code == SMY_OK)
        h->w.code = code;
    smyi_put_escaped(&h->w, text.text);
}

void smyi_html_drawn(SmyiHtml *h, const SmyiReportKind *kind)
{
    put_head(h, kind);
    smyi_put(&h->w, "<body>\n<div id=\"page\"><noscript><div class=\"noscript\"><pre>\n");
    put_plain(h, kind);
    smyi_put(&h->w, "</pre></div></noscript></div>\n");
    put_script(h);
    smyi_put(&h->w, "</body>\n</html>\n");
}
