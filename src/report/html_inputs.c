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
    smyi_put(&h->w, "<p>The gains hang most on (share of their variance): ");
    for (size_t i = 0; i < smy_node_size(list) && i < 8; i++) {
        const SmyNode *row = smy_node_at(list, i);
        const char *title = smy_node_text(smy_node_get(row, "title"));
        smyi_put(&h->w, i ? "; <strong>" : "<strong>");
        smyi_put_escaped(&h->w, title ? title : smy_node_text(smy_node_get(row, "input")));
        smyi_put(&h->w, "</strong> ");
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

static const char *text_of(const SmyNode *row, const char *key)
{
    const char *text = smy_node_text(smy_node_get(row, key));
    return text ? text : "";
}

/* Bytes of a path before its last part, without the dot; 0 where it has one part. */
static size_t group_length(const char *path)
{
    const char *dot = strrchr(path, '.');
    return dot ? (size_t)(dot - path) : 0;
}

/* One part of a path as a person would say it: an actor's name, an issue's title. */
static void put_part(SmyiHtml *h, const char *part, size_t length)
{
    char *word = smyi_arena_copy(h->mem, part, length);
    if (!word) {
        h->w.code = SMY_ERR_NOMEM;
        return;
    }
    const SmyiActorView *actor = smyi_digest_actor(&h->digest, word);
    if (actor) {
        smyi_html_text(h, actor->name);
        return;
    }
    for (size_t i = 0; i < h->digest.n_issues; i++)
        if (strcmp(h->digest.issues[i].id, word) == 0) {
            smyi_html_text(h, h->digest.issues[i].title);
            return;
        }
    for (char *at = word; *at; at++)
        *at = *at == '_' ? ' ' : *at;
    smyi_html_text(h, word);
}

/* "stances.us.territory" -> "United States, Territory". */
static void put_group(SmyiHtml *h, const char *path, size_t length)
{
    static const char *const containers[] = {"stances.", "actors.", "issues."};
    size_t from = 0;
    for (size_t c = 0; c < sizeof containers / sizeof *containers; c++)
        if (strncmp(path, containers[c], strlen(containers[c])) == 0)
            from = strlen(containers[c]);
    smyi_put(&h->w, "<tbody>\n<tr><th class=\"aim\" colspan=\"5\" scope=\"rowgroup\">");
    for (size_t at = from < length ? from : 0; at < length;) {
        size_t end = at;
        while (end < length && path[end] != '.')
            end++;
        put_part(h, path + at, end - at);
        at = end + 1;
        smyi_put(&h->w, at < length ? ", " : "");
    }
    char *exact = smyi_arena_copy(h->mem, path, length);
    if (!exact)
        h->w.code = SMY_ERR_NOMEM;
    smyi_put(&h->w, " <small><code>");
    smyi_put_escaped(&h->w, exact);
    smyi_put(&h->w, "</code></small></th></tr>\n");
}

static bool is_same_source(const SmyNode *row, const SmyNode *before)
{
    const SmyNode *cite = smy_node_get(row, "cite"), *other = smy_node_get(before, "cite");
    if (!before || smy_node_size(cite) != smy_node_size(other) ||
        strcmp(text_of(row, "support"), text_of(before, "support")) != 0)
        return false;
    for (size_t c = 0; c < smy_node_size(cite); c++) {
        const char *a = smy_node_text(smy_node_at(cite, c));
        const char *b = smy_node_text(smy_node_at(other, c));
        if (!a || !b || strcmp(a, b) != 0)
            return false;
    }
    return strcmp(text_of(row, "judgement"), text_of(before, "judgement")) == 0;
}

/* A judgement that holds for several inputs in a row is given once. */
static void put_source(SmyiHtml *h, const SmyNode *row, const SmyNode *before)
{
    const char *judgement = text_of(row, "judgement");
    const SmyNode *cite = smy_node_get(row, "cite");
    if (strcmp(text_of(row, "support"), "unsupported") == 0) {
        smyi_put(&h->w, "<span class=\"none\">unsupported</span>");
        return;
    }
    if (is_same_source(row, before)) {
        smyi_put(&h->w, smy_node_size(cite) ? "<small>cited, as above</small>"
                                            : "<small>judgement, as above</small>");
        return;
    }
    if (smy_node_size(cite)) {
        smyi_put(&h->w, "cited: ");
        smyi_html_join(h, cite);
    }
    if (*judgement) {
        smyi_put(&h->w, smy_node_size(cite) ? "; <span class=\"judged\">"
                                            : "judgement: <span class=\"judged\">");
        smyi_html_text(h, judgement);
        smyi_put(&h->w, "</span>");
    }
}

static void put_input(SmyiHtml *h, const SmyNode *row, const SmyNode *before)
{
    const char *voice = smy_node_text(smy_node_get(row, "voice")),
               *path = text_of(row, "path");
    size_t group = group_length(path), leaf = group ? group + 1 : 0;
    SmyiShown low = plain(row, "low"), high = plain(row, "high");
    smyi_put(&h->w, "<tr><th scope=\"row\">");
    put_part(h, path + leaf, strlen(path + leaf));
    smyi_put(&h->w, "</th><td class=\"n\">");
    smyi_html_number(h, plain(row, "point"));
    smyi_put(&h->w, "</td><td>");
    if (strcmp(low.text, high.text) != 0) {
        smyi_html_number(h, low);
        smyi_put(&h->w, " to ");
        smyi_html_number(h, high);
        smyi_put(&h->w, " <small>");
        smyi_put_escaped(&h->w, text_of(row, "shape"));
        smyi_put(&h->w, "</small>");
    }
    smyi_put(&h->w, "</td><td>");
    put_source(h, row, before);
    smyi_put(&h->w, "</td><td>");
    if (voice)
        smyi_html_text(h, smyi_digest_name(&h->digest, voice));
    smyi_put(&h->w, "</td></tr>\n");
}

static void put_table(SmyiHtml *h, const SmyNode *inputs)
{
    const SmyNode *before = NULL;
    smyi_html_table_open(h, "inputs", "Every input, its range, and who says so");
    smyi_put(&h->w,
             "<thead><tr><th scope=\"col\">Input</th><th class=\"n\" scope=\"col\">Value"
             "</th><th scope=\"col\">Range</th><th scope=\"col\">Source</th>"
             "<th scope=\"col\">Voice</th></tr></thead>\n");
    for (size_t i = 0; i < smy_node_size(inputs); i++) {
        const SmyNode *row = smy_node_at(inputs, i);
        const char *path = text_of(row, "path"), *last = text_of(before, "path");
        size_t length = group_length(path);
        bool same =
            before && length == group_length(last) && strncmp(path, last, length) == 0;
        if (!same) {
            smyi_put(&h->w, before ? "</tbody>\n" : "");
            put_group(h, path, length);
        }
        put_input(h, row, same ? before : NULL);
        before = row;
    }
    smyi_put(&h->w, "</tbody>\n");
    smyi_html_table_close(h);
}

static void put_inputs(SmyiHtml *h)
{
    const SmyNode *inputs = smy_node_get(h->digest.root, "inputs");
    put_counts(h);
    put_matters(h);
    if (smy_node_size(inputs))
        put_table(h, inputs);
}

const SmyiHtmlSection smyi_section_inputs = {
    .id = "h-inputs",
    .name = "Inputs",
    .heading = "What it rests on",
    .put = put_inputs,
};
