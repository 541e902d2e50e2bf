/* SPDX-License-Identifier: Apache-2.0 */
/* The HTML report: one file, nothing fetched, nothing run; the answer first. */
#include <string.h>

#include "report/headline.h"
#include "report/html.h"
#include "summitry/report.h"

static void put_head(SmyiHtml *h)
{
    SmyiWriter *w = &h->w;
    smyi_put(w,
             "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n"
             "<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" "
             "content=\"width=device-width, initial-scale=1\"/>\n"
             "<meta name=\"generator\" content=\"Summitry\"/>\n<title>");
    smyi_put_escaped(w, h->digest.title);
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

/* Where to find what; only parts that the page has. */
static void put_ways(SmyiHtml *h)
{
    const SmyiDigest *d = &h->digest;
    const struct {
        const char *id, *text;
        bool is_there;
    } ways[] = {
        {"h-room", "The table", true},
        {"h-issues", "Issues", d->n_issues > 0},
        {"h-gains", "Gains", d->n_gains > 0},
        {"h-seats", "Chairs", smy_node_size(smy_node_get(d->root, "seats")) > 0},
        {"h-claims", "Claims", d->n_claims > 0},
        {"h-method", "Method", true},
        {"h-inputs", "Inputs", true},
    };
    smyi_put(&h->w, "<nav aria-label=\"Parts of this report\">");
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (ways[i].is_there)
            smyi_print(&h->w, "<a href=\"#%s\">%s</a> ", ways[i].id, ways[i].text);
    smyi_put(&h->w, "</nav>\n");
}

static void put_body(SmyiHtml *h)
{
    put_head(h);
    put_title(h);
    if (h->digest.n_models == 0) {
        smyi_put(&h->w, "<main id=\"answer\"><p>No model has answered: there is nothing to "
                        "report.</p>\n");
    } else {
        put_answer(h);
        put_ways(h);
        smyi_html_room(h);
        smyi_html_issues(h);
        smyi_html_gains(h);
        smyi_html_seats(h);
        smyi_html_claims(h);
        smyi_html_method(h);
        smyi_html_inputs(h);
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
        put_body(&h);
        code = smyi_writer_close(&h.w);
    }
    smyi_arena_free(&mem);
    return code;
}
