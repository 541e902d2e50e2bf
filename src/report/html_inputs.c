/* SPDX-License-Identifier: Apache-2.0 */
/* What the answer rests on: every input with its source, its judgement or its lack of both. */
#include <math.h>
#include <string.h>

#include "report/html.h"

static void put_counts(SmyiHtml *h)
{
    const SmyNode *e = smy_node_get(h->digest.root, "evidence");
    static const char *const keys[] = {"cited", "judged", "unsupported"};
    static const char *const says[] = {"cited", "judged", "unsupported"};
    smyi_put(&h->w, "<p>");
    smyi_put(&h->w, smyi_show_count(smy_node_number(smy_node_get(e, "inputs"))).text);
    smyi_put(&h->w, " inputs: ");
    for (int k = 0; k < 3; k++)
        smyi_print(&h->w, "%s<strong>%s</strong> %s", k ? ", " : "",
                   smyi_show_count(smy_node_number(smy_node_get(e, keys[k]))).text,
                   says[k]);
    smyi_put(&h->w, ". A judgement is the analyst's, not a fact.</p>\n");
}

static void put_matters(SmyiHtml *h)
{
    const SmyNode *list = smy_node_find(h->digest.root, "evidence.matters_most");
    if (smy_node_size(list) == 0)
        return;
    smyi_put(&h->w, "<p>Matters most: ");
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *row = smy_node_at(list, i);
        smyi_put(&h->w, i ? "; <code>" : "<code>");
        smyi_put_escaped(&h->w, smy_node_text(smy_node_get(row, "input")));
        smyi_put(&h->w, "</code> ");
        smyi_html_number(
            h, smyi_show_percent(smy_node_number(smy_node_get(row, "total_effect"))));
        smyi_put(&h->w,
                 smy_node_bool(smy_node_get(row, "cited")) ? ", cited" : ", not cited");
    }
    smyi_put(&h->w, ".</p>\n");
}

static SmyiShown plain(const SmyNode *row, const char *key)
{
    double value = smy_node_number(smy_node_get(row, key));
    double size = fabs(value);
    return smyi_show_fixed(value, size == floor(size) ? 0
                                  : size < 1          ? 3
                                  : size < 100        ? 2
                                                      : 1);
}

static void put_source(SmyiHtml *h, const SmyNode *row)
{
    const char *support = smy_node_text(smy_node_get(row, "support"));
    const char *judgement = smy_node_text(smy_node_get(row, "judgement"));
    const SmyNode *cite = smy_node_get(row, "cite");
    if (support && strcmp(support, "unsupported") == 0) {
        smyi_put(&h->w, "<span class=\"none\">unsupported</span>");
        return;
    }
    if (smy_node_size(cite)) {
        smyi_put(&h->w, "cited: ");
        smyi_html_join(h, cite);
    }
    if (judgement) {
        smyi_put(&h->w, smy_node_size(cite) ? "; <span class=\"judged\">"
                                            : "judgement: <span class=\"judged\">");
        smyi_html_text(h, judgement);
        smyi_put(&h->w, "</span>");
    }
}

static void put_input(SmyiHtml *h, const SmyNode *row)
{
    const char *voice = smy_node_text(smy_node_get(row, "voice"));
    const char *shape = smy_node_text(smy_node_get(row, "shape"));
    smyi_put(&h->w, "<tr><th scope=\"row\"><code>");
    smyi_put_escaped(&h->w, smy_node_text(smy_node_get(row, "path")));
    smyi_put(&h->w, "</code></th><td class=\"n\">");
    smyi_html_number(h, plain(row, "point"));
    smyi_put(&h->w, "</td><td class=\"n\">");
    SmyiShown low = plain(row, "low"), high = plain(row, "high");
    if (strcmp(low.text, high.text) != 0) {
        smyi_html_number(h, low);
        smyi_put(&h->w, " to ");
        smyi_html_number(h, high);
    }
    smyi_put(&h->w, "</td><td><small>");
    smyi_put_escaped(&h->w, shape);
    smyi_put(&h->w, "</small></td><td>");
    put_source(h, row);
    smyi_put(&h->w, "</td><td>");
    if (voice)
        smyi_html_text(h, smyi_digest_name(&h->digest, voice));
    smyi_put(&h->w, "</td></tr>\n");
}

void smyi_html_inputs(SmyiHtml *h)
{
    const SmyNode *inputs = smy_node_get(h->digest.root, "inputs");
    smyi_put(&h->w,
             "<section aria-labelledby=\"h-inputs\">\n<h2 id=\"h-inputs\">What it rests "
             "on</h2>\n");
    put_counts(h);
    put_matters(h);
    if (smy_node_size(inputs)) {
        smyi_html_table_open(h, "inputs", "Every input, its range, and who says so");
        smyi_put(
            &h->w,
            "<thead><tr><th scope=\"col\">Input</th><th class=\"n\" scope=\"col\">Value"
            "</th><th class=\"n\" scope=\"col\">Range</th><th scope=\"col\">Shape</th>"
            "<th scope=\"col\">Source</th><th scope=\"col\">Voice</th></tr></thead>\n"
            "<tbody>\n");
        for (size_t i = 0; i < smy_node_size(inputs); i++)
            put_input(h, smy_node_at(inputs, i));
        smyi_put(&h->w, "</tbody>\n");
        smyi_html_table_close(h);
    }
    smyi_put(&h->w, "</section>\n");
}
