/* SPDX-License-Identifier: Apache-2.0 */
/* The answer through time: what happened, and steps of outcome, gains and odds. */
#include <math.h>
#include <string.h>

#include "report/chart.h"

enum { ROW = 46, HEAD = 24, STEP = 22 /* pixels between the lowest and the highest */ };

typedef enum What { ISSUES, GAINS, CLAIMS } What;

static const char *text_at(const SmyNode *node, const char *key)
{
    const char *text = smy_node_text(smy_node_get(node, key));
    return text ? text : "";
}

static double number_at(const SmyNode *node, const char *path)
{
    return smy_node_number(smy_node_find(node, path));
}

/* One decimal where it is not whole. */
static SmyiShown plain(double value)
{
    return smyi_show_fixed(value, fabs(value - floor(value + .5)) < .05 ? 0 : 1);
}

static const SmyNode *states_of(const SmyiHtml *h)
{
    return smy_node_get(h->digest.root, "states");
}

/* ---- What happened ---- */

static void put_dated(SmyiHtml *h, const char *day, const char *text, const char *before)
{
    smyi_print(&h->w, "<tr><th scope=\"row\">%s</th><td>%s", day, before);
    smyi_html_text(h, text);
    smyi_put(&h->w, "</td><td>");
}

static void put_changes(SmyiHtml *h, const SmyNode *state)
{
    const SmyNode *changed = smy_node_get(state, "changed");
    for (size_t c = 0; c < smy_node_size(changed); c++) {
        const SmyNode *one = smy_node_at(changed, c);
        smyi_put(&h->w, c ? "<br/><code>" : "<code>");
        smyi_put_escaped(&h->w, text_at(one, "path"));
        smyi_put(&h->w, "</code> ");
        smyi_html_number(h, plain(number_at(one, "before")));
        smyi_put(&h->w, " to ");
        smyi_html_number(h, plain(number_at(one, "after")));
    }
}

/* Events and beginnings of levers of one day; changes stand beside the first of them. */
static void put_day(SmyiHtml *h, const char *day, const SmyNode *state)
{
    const SmyNode *events = smy_node_get(h->digest.root, "events");
    const SmyNode *levers = smy_node_get(h->digest.root, "levers");
    const SmyNode *first = strcmp(text_at(state, "from"), day) == 0 ? state : NULL;
    for (size_t e = 0; e < smy_node_size(events) + smy_node_size(levers); e++) {
        bool is_lever = e >= smy_node_size(events);
        const SmyNode *one = is_lever ? smy_node_at(levers, e - smy_node_size(events))
                                      : smy_node_at(events, e);
        bool ends = is_lever && strcmp(text_at(one, "ends"), day) == 0;
        bool begins = strcmp(text_at(one, is_lever ? "from" : "date"), day) == 0;
        if (!(begins || ends) || (is_lever && strcmp(text_at(one, "state"), "pulled") != 0))
            continue;
        put_dated(h, day, text_at(one, "title"), ends ? "Ends: " : "");
        if (first)
            put_changes(h, first);
        first = NULL;
        smyi_put(&h->w, "</td></tr>\n");
    }
}

static void put_story(SmyiHtml *h)
{
    smyi_html_table_open(h, "story", "What happened, and the inputs it changed");
    smyi_put(&h->w, "<thead><tr><th scope=\"col\">Date</th><th scope=\"col\">Event or "
                    "lever</th><th scope=\"col\">Input</th></tr></thead>\n<tbody>\n");
    for (size_t s = 0; s < smy_node_size(states_of(h)); s++) {
        const SmyNode *state = smy_node_at(states_of(h), s);
        const SmyNode *days = smy_node_get(state, "days");
        for (size_t d = 0; d < smy_node_size(days); d++)
            put_day(h, smy_node_text(smy_node_at(days, d)), state);
    }
    smyi_put(&h->w, "</tbody>\n");
    smyi_html_table_close(h);
}

/* ---- Steps: a column a state, a row a quantity ---- */

typedef struct Row {
    const char *label;
    const char *id;   /* of an issue, an actor or a claim */
    double low, high; /* drawn from the foot of the row to its head */
} Row;

static const SmyNode *claim_of(const SmyNode *state, const char *id)
{
    const SmyNode *claims = smy_node_get(state, "claims");
    for (size_t c = 0; c < smy_node_size(claims); c++)
        if (strcmp(text_at(smy_node_at(claims, c), "id"), id) == 0)
            return smy_node_at(claims, c);
    return NULL;
}

static double value_of(const SmyiHtml *h, What what, const Row *row, size_t s)
{
    const SmyNode *state = smy_node_at(states_of(h), s);
    if (what == CLAIMS) {
        const SmyNode *claim = claim_of(state, row->id);
        double p = number_at(claim, "odds.p");
        return isnan(p) ? number_at(claim, "holds") / (double)h->digest.n_models : p;
    }
    const SmyNode *all = smy_node_get(state, what == ISSUES ? "outcome" : "gains");
    return number_at(smy_node_get(all, row->id), "middle");
}

static bool is_open(const SmyiHtml *h, const Row *row, size_t s)
{
    const SmyNode *all = smy_node_get(smy_node_at(states_of(h), s), "outcome");
    return 2 * number_at(smy_node_get(all, row->id), "settled") <=
           (double)h->digest.n_models;
}

static const char *shown(SmyiHtml *h, What what, const Row *row, size_t s,
                         SmyiShown *buffer)
{
    double value = value_of(h, what, row, s);
    if (what == ISSUES && is_open(h, row, s))
        return "open";
    *buffer = what == CLAIMS  ? smyi_show_percent(value)
              : what == GAINS ? smyi_show_signed(value, 0)
                              : smyi_show_level(value, row->high - row->low, 8);
    return buffer->text;
}

static int height_of(const Row *row, double value, int foot)
{
    double share = (value - row->low) / (row->high - row->low);
    return isfinite(share) ? foot - (int)(STEP * share + .5) : foot;
}

static void put_row(SmyiChart *c, What what, const Row *row, int top)
{
    size_t n = smy_node_size(states_of(c->h));
    int foot = top + ROW - 6, before = 0;
    smyi_chart_line(c, "grid", 0, (double)n, foot);
    smyi_chart_label(c, "", top + ROW / 2 + 6, row->label);
    for (size_t s = 0; s < n; s++) {
        SmyiShown buffer;
        double value = value_of(c->h, what, row, s);
        if (isnan(value))
            continue;
        int y = height_of(row, value, foot);
        const char *text = shown(c->h, what, row, s, &buffer);
        smyi_chart_line(c, strcmp(text, "open") == 0 ? "stated-line" : "range", (double)s,
                        (double)s + 1, y);
        if (s && before != y && before)
            smyi_chart_rule(c, "range", (double)s, y < before ? y : before,
                            y < before ? before : y);
        smyi_chart_text(c, "axis", (double)s + .5, 0, y - 4, "middle", text);
        before = y;
    }
}

static void put_heads(SmyiChart *c, int height)
{
    const SmyNode *states = states_of(c->h);
    for (size_t s = 0; s < smy_node_size(states); s++) {
        const SmyNode *state = smy_node_at(states, s);
        const char *from = text_at(state, "from");
        if (smy_node_bool(smy_node_get(state, "as_of")))
            smyi_chart_rect(c, "band", (double)s, (double)s + 1, 0, height);
        smyi_chart_rule(c, "grid", (double)s, 4, height);
        smyi_chart_text(c, "axis", (double)s, 3, 12, "start", *from ? from + 2 : "before");
    }
}

static void put_chart(SmyiHtml *h, What what, const char *title, const Row *rows, size_t n)
{
    SmyiChart c = {h, 0, (double)smy_node_size(states_of(h))};
    int height = HEAD + ROW * (int)n;
    smyi_print(&h->w, "<h3>%s</h3>\n<figure>\n", title);
    smyi_chart_open(&c, "steps", (size_t)what, height, title, "");
    smyi_put(&h->w, "A column for each date on which an input changes.");
    smyi_chart_described(&c);
    put_heads(&c, height);
    for (size_t r = 0; r < n; r++)
        put_row(&c, what, &rows[r], HEAD + ROW * (int)r);
    smyi_chart_close(&c);
    smyi_put(&h->w, "</figure>\n");
}

static size_t issue_rows(const SmyiHtml *h, Row *rows)
{
    for (size_t i = 0; i < h->digest.n_issues; i++)
        rows[i] = (Row){h->digest.issues[i].title, h->digest.issues[i].id,
                        h->digest.issues[i].low, h->digest.issues[i].high};
    return h->digest.n_issues;
}

/* Those with a gain; all on one scale, so that steps compare. */
static size_t gain_rows(const SmyiHtml *h, Row *rows)
{
    size_t n = 0;
    double low = 0, high = 0;
    for (size_t a = 0; a < h->digest.n_actors; a++) {
        bool any = false;
        rows[n] = (Row){h->digest.actors[a].name, h->digest.actors[a].id, 0, 0};
        for (size_t s = 0; s < smy_node_size(states_of(h)); s++) {
            double value = value_of(h, GAINS, &rows[n], s);
            any |= !isnan(value);
            low = value < low ? value : low;
            high = value > high ? value : high;
        }
        n += any && h->digest.actors[a].role != SMYI_PART_DELEGATE;
    }
    for (size_t r = 0; r < n; r++)
        rows[r].low = low, rows[r].high = high > low ? high : low + 1;
    return n;
}

static size_t claim_rows(const SmyiHtml *h, Row *rows)
{
    const SmyNode *claims = smy_node_get(smy_node_at(states_of(h), 0), "claims");
    for (size_t c = 0; c < smy_node_size(claims); c++) {
        const SmyNode *claim = smy_node_at(claims, c);
        rows[c] = (Row){text_at(claim, "says"), text_at(claim, "id"), 0, 1};
    }
    return smy_node_size(claims);
}

static bool is_there(const SmyiDigest *digest)
{
    return smy_node_get(digest->root, "states") && smy_node_get(digest->root, "events");
}

static void put_timeline(SmyiHtml *h)
{
    const SmyNode *claims = smy_node_get(smy_node_at(states_of(h), 0), "claims");
    size_t room = h->digest.n_issues + h->digest.n_actors + smy_node_size(claims) + 1;
    Row *rows = SMYI_NEW(h->mem, room, Row);
    if (!rows) {
        h->w.code = SMY_ERR_NOMEM;
        return;
    }
    smyi_put(&h->w, "<p class=\"remark\">A column holds from its date on; the shaded one "
                    "holds on the day looked at. Issues show where the middle model "
                    "ends, \"open\" where most models leave them at the status quo; gains "
                    "are the middle model's, in points against that day's status quo; "
                    "claims have their pooled odds.</p>\n");
    put_story(h);
    put_chart(h, ISSUES, "Where each issue ends", rows, issue_rows(h, rows));
    put_chart(h, GAINS, "Who gains and who loses", rows, gain_rows(h, rows));
    size_t n = claim_rows(h, rows);
    if (n)
        put_chart(h, CLAIMS, "Odds of the claims", rows, n);
}

const SmyiHtmlSection smyi_section_timeline = {
    .id = "h-timeline",
    .name = "Timeline",
    .heading = "The answer as of each date",
    .is_there = is_there,
    .put = put_timeline,
};
