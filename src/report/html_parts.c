/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of the HTML report share: texts in their language, numbers, tables. */
#include <string.h>

#include "report/html.h"

/* English texts stand in for missing ones: what is ASCII alone is taken for such. */
static bool is_marked(const SmyiHtml *h, const char *text)
{
    bool ascii = true;
    for (; text && *text; text++)
        ascii = ascii && (unsigned char)*text < 0x80;
    return h->is_foreign && !ascii;
}

void smyi_html_lang(SmyiHtml *h, const char *text)
{
    if (!is_marked(h, text))
        return;
    smyi_put(&h->w, " lang=\"");
    smyi_put_escaped(&h->w, h->digest.language);
    smyi_put(&h->w, "\"");
}

void smyi_html_text(SmyiHtml *h, const char *text)
{
    bool marked = is_marked(h, text);
    if (marked) {
        smyi_put(&h->w, "<span");
        smyi_html_lang(h, text);
        smyi_put(&h->w, ">");
    }
    smyi_put_escaped(&h->w, text);
    smyi_put(&h->w, marked ? "</span>" : "");
}

void smyi_html_number(SmyiHtml *h, SmyiShown number)
{
    for (const char *at = number.text; *at; at++) {
        if (*at == '-')
            smyi_put(&h->w, at == number.text ? "\xe2\x88\x92" : "\xe2\x80\x93");
        else if (*at == '<' || *at == '>')
            smyi_put(&h->w, *at == '<' ? "&lt;" : "&gt;");
        else
            smyi_put_bytes(&h->w, at, 1);
    }
}

void smyi_html_table_open(SmyiHtml *h, const char *class_name, const char *caption)
{
    smyi_print(&h->w,
               "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">\n",
               caption);
    smyi_print(&h->w, "<table class=\"%s\">\n<caption>%s</caption>\n", class_name, caption);
}

void smyi_html_table_close(SmyiHtml *h)
{
    smyi_put(&h->w, "</table>\n</div>\n");
}
