/* SPDX-License-Identifier: Apache-2.0 */
/* What is cited, with the paragraph around it: by code points, passages that touch as one. */
#include "passages.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_AROUND = 400 }; /* code points before and behind, where no line ends sooner */

typedef struct Span {
    size_t from, to; /* code points */
} Span;

typedef struct Passages {
    const char *words;
    size_t n_points;
    const char **points; /* [n_points + 1] where each code point begins */
    Span *spans;
    size_t n_spans;
} Passages;

static bool find_points(Passages *p)
{
    size_t n = 0;
    for (const char *at = p->words; *at; at++)
        n += ((unsigned char)*at & 0xc0) != 0x80;
    p->points = calloc(n + 1, sizeof *p->points);
    if (!p->points)
        return false;
    for (const char *at = p->words; *at; at++)
        if (((unsigned char)*at & 0xc0) != 0x80)
            p->points[p->n_points++] = at;
    p->points[p->n_points] = p->words + strlen(p->words);
    return true;
}

/* The paragraph, or as much of it as is wanted. */
static Span widen(const Passages *p, size_t from, size_t to)
{
    Span span = {from, to};
    while (span.from > 0 && from - span.from < MOST_AROUND &&
           *p->points[span.from - 1] != '\n')
        span.from--;
    while (span.to < p->n_points && span.to - to < MOST_AROUND &&
           *p->points[span.to] != '\n')
        span.to++;
    return span;
}

static int by_start(const void *a, const void *b)
{
    const Span *x = a, *y = b;
    return x->from != y->from ? (x->from < y->from ? -1 : 1)
                              : (x->to > y->to) - (x->to < y->to);
}

/* The citations of one document, widened, in order, as one where they touch. */
static bool find_spans(Passages *p, const char *document, const SmyNode *citations)
{
    size_t n = 0;
    p->spans = calloc(smy_node_size(citations) + 1, sizeof *p->spans);
    if (!p->spans)
        return false;
    for (size_t c = 0; c < smy_node_size(citations); c++) {
        const SmyNode *one = smy_node_at(citations, c);
        double from = smy_node_number(smy_node_get(one, "start"));
        double to = smy_node_number(smy_node_get(one, "end"));
        if (strcmp(smy_node_text(smy_node_get(one, "document")), document) == 0 &&
            from >= 0 && from < to && to <= (double)p->n_points)
            p->spans[n++] = widen(p, (size_t)from, (size_t)to);
    }
    qsort(p->spans, n, sizeof *p->spans, by_start);
    for (size_t s = 0; s < n; s++) {
        Span *last = p->n_spans ? &p->spans[p->n_spans - 1] : NULL;
        if (!last || p->spans[s].from > last->to)
            p->spans[p->n_spans++] = p->spans[s];
        else if (p->spans[s].to > last->to)
            last->to = p->spans[s].to;
    }
    return true;
}

static void write_span(Text *text, const Passages *p, Span span)
{
    Text words = {0};
    text_add(&words, p->points[span.from],
             (size_t)(p->points[span.to] - p->points[span.from]));
    text_print(text, "{\"from\":%zu,\"to\":%zu,\"text\":", span.from, span.to);
    text_quote(text, words.bytes);
    text_print(text, "}");
    text->failed |= words.failed;
    text_free(&words);
}

static void write_document(Text *text, const SmyNode *whole, const SmyNode *citations)
{
    Passages p = {.words = smy_node_text(smy_node_get(whole, "text"))};
    const char *id = smy_node_text(smy_node_get(whole, "document"));
    if (!find_points(&p) || !find_spans(&p, id, citations))
        text->failed = true;
    text_add(text, ",", text->bytes[text->length - 1] != '{');
    text_quote(text, id);
    text_print(text, ":{\"sha256\":");
    text_quote(text, smy_node_text(smy_node_get(whole, "sha256")));
    text_print(text, ",\"lang\":");
    text_quote(text, smy_node_text(smy_node_get(whole, "lang")));
    text_print(text, ",\"passages\":[");
    for (size_t s = 0; s < p.n_spans && !text->failed; s++) {
        text_add(text, ",", s > 0);
        write_span(text, &p, p.spans[s]);
    }
    text_print(text, "]}");
    free(p.points);
    free(p.spans);
}

void passages_write(Text *text, const SmyScenario *scenario, const Settings *settings)
{
    SmyResult *check = NULL;
    SmyReadOptions read = settings->read;
    read.document_folders = settings->documents; /* of this copy of the settings */
    text->failed |= smy_check(scenario, &check, NULL) != SMY_OK;
    text_print(text, "{");
    const SmyNode *documents = smy_node_get(smy_result_root(check), "documents");
    for (size_t d = 0; d < smy_node_size(documents) && !text->failed; d++) {
        const SmyNode *document = smy_node_at(documents, d);
        SmyResult *whole = NULL;
        if (read.n_document_folders &&
            smy_document_passage(scenario, smy_node_text(smy_node_get(document, "id")),
                                 &read, 0, SIZE_MAX, &whole, NULL) == SMY_OK)
            write_document(text, smy_result_root(whole),
                           smy_node_get(smy_result_root(check), "citations"));
        smy_result_free(whole);
    }
    text_print(text, "}");
    smy_result_free(check);
}
