/* SPDX-License-Identifier: Apache-2.0 */
/* What an answer hangs on: a sentence, then bars by input, by actor, by issue. */
#include <math.h>
#include <string.h>

#include "report/cells.h"
#include "report/display.h"
#include "report/term_views.h"
#include "report/text.h"

enum { MOST_INPUTS = 12, MOST_GROUPS = 6, NUMBER = 8, SHARE = 6, RANGE = 9, SUPPORT = 7 };

typedef enum Method { SOBOL, MORRIS, TORNADO } Method;

typedef struct Study {
    SmyiPage *page;
    const SmyNode *root, *factors;
    Method method;
    const char *unit; /* points, share, scale, capability */
    double range;     /* of the scale, of unit "scale" */
    double most;      /* largest size or swing: what a full bar stands for */
} Study;

static double at(const SmyNode *node, const char *path)
{
    return smy_node_number(smy_node_find(node, path));
}

static const char *text_at(const SmyNode *node, const char *path)
{
    const char *text = smy_node_text(smy_node_find(node, path));
    return text ? text : "";
}

static bool is_kind(const SmyNode *factor, const char *a, const char *b)
{
    const char *kind = text_at(factor, "kind");
    return strcmp(kind, a) == 0 || strcmp(kind, b) == 0;
}

/* ---- Numbers ---- */

static SmyiShown answer_shown(const Study *s, double x, bool difference)
{
    if (strcmp(s->unit, "share") == 0)
        return difference ? smyi_show_signed(100 * x, 0) : smyi_show_percent(x);
    if (strcmp(s->unit, "scale") == 0 && !difference)
        return smyi_show_level(x, s->range, NUMBER - 1);
    if (strcmp(s->unit, "scale") == 0 && s->range < 10)
        return smyi_show_signed(x, 2);
    return smyi_show_signed(x, 1);
}

/* What factors are put in order by. */
static double weight_of(const Study *s, const SmyNode *factor)
{
    return s->method == SOBOL    ? at(factor, "total.value")
           : s->method == MORRIS ? at(factor, "size")
                                 : fabs(at(factor, "swing"));
}

static const char *unit_words(const Study *s)
{
    return strcmp(s->unit, "points") == 0 ? " points" : "";
}

/* ---- The answer in sentences ---- */

static void put_level(const Study *s)
{
    SmyiPage *page = s->page;
    SmyiTerm *t = &page->term;
    bool claim = strcmp(s->unit, "share") == 0;
    const char *title = text_at(s->root, "question.title");
    double value = at(s->root, s->method == TORNADO ? "answer.point" : "answer.mean");
    double sd = at(s->root, "answer.sd"), undefined = at(s->root, "answer.undefined");
    smyi_term_end(t);
    smyi_term_put(t, SMYI_HEAD, "ASKED");
    smyi_term_put(t, SMYI_PLAIN, "  ");
    smyi_term_wrap(t, SMYI_BOLD, title, 2);
    if (s->method == MORRIS)
        return;
    const char *spread =
        isnan(sd) || claim
            ? ""
            : smyi_page_print(page, ", give or take %s (one standard deviation)",
                              answer_shown(s, sd, true).text + 1);
    const char *missing =
        undefined > 0 ? smyi_page_print(page, "; no answer in %s of the rows, left out",
                                        smyi_show_percent(undefined).text)
                      : "";
    const char *over = s->method == TORNADO
                           ? claim ? "of the models, every input at its point"
                                   : "with every input at its point"
                       : claim ? "of draws and models"
                               : "on average over draws and models";
    smyi_term_to(t, 2);
    smyi_term_wrap(t, SMYI_PLAIN,
                   smyi_page_print(page, "%s%s%s %s%s%s.", claim ? "holds in " : "",
                                   answer_shown(s, value, false).text, unit_words(s), over,
                                   spread, missing),
                   2);
}

/* "A (50%, cited), B (25%, judged)": the first inputs of those that pass. */
static const char *named(const Study *s, bool open_only, size_t most, double least)
{
    const char *list = NULL;
    size_t n = 0;
    for (size_t i = 0; i < smy_node_size(s->factors) && n < most; i++) {
        const SmyNode *f = smy_node_at(s->factors, i);
        const char *support = text_at(f, "support");
        double total = at(f, "total.value");
        if (!is_kind(f, "input", "together") || total < least ||
            (open_only && strcmp(support, "cited") == 0))
            continue;
        const char *one = smyi_page_print(s->page, "%s (%s, %s)", text_at(f, "title"),
                                          smyi_show_percent(total).text, support);
        list = list ? smyi_page_print(s->page, "%s; %s", list, one) : one;
        n++;
    }
    return list;
}

static void put_sentence(const Study *s, const char *topic, const char *text)
{
    SmyiTerm *t = &s->page->term;
    int indent = t->width >= 60 ? 14 : 2;
    if (!text)
        return;
    smyi_term_put(t, SMYI_BOLD, topic);
    if (t->width >= 60)
        smyi_term_to(t, indent);
    else
        smyi_term_put(t, SMYI_BOLD, ": ");
    smyi_term_wrap(t, SMYI_PLAIN, text, indent);
}

static void put_answer(const Study *s)
{
    double first = at(s->root, "choice_of_model.first.value");
    double total = at(s->root, "choice_of_model.total.value");
    double chance = 0;
    for (size_t i = 0; i < smy_node_size(s->factors); i++)
        if (is_kind(smy_node_at(s->factors, i), "chance", ""))
            chance = at(smy_node_at(s->factors, i), "total.value");
    smyi_term_end(&s->page->term);
    const char *all = named(s, false, 3, .01), *open = named(s, true, 3, .01);
    put_sentence(s, "Driven by", all);
    if (open && strcmp(open, all) != 0) /* else the line above has said it */
        put_sentence(s, "Not cited", open);
    if (!isnan(total))
        put_sentence(
            s, "Which model",
            smyi_page_print(s->page,
                            "%s of the spread by itself, %s together with "
                            "the inputs%s",
                            smyi_show_percent(first).text, smyi_show_percent(total).text,
                            chance < .005
                                ? "."
                                : smyi_page_print(s->page, "; chance within a model %s.",
                                                  smyi_show_percent(chance).text)));
}

/* ---- The table ---- */

typedef struct Layout {
    int title, ends, range, bar, support; /* columns; 0: not shown */
} Layout;

static Layout layout_of(const Study *s)
{
    int width = s->page->term.width;
    Layout l = {.ends = 2 * NUMBER,
                .range = s->method == SOBOL ? RANGE : 0,
                .bar = 12,
                .support = SUPPORT};
    if (width < 90)
        l.range = 0;
    if (width < 64)
        l.support = l.bar = 0;
    if (width >= 110)
        l.bar = 30;
    l.title = width - l.ends - SHARE - l.range - l.bar - l.support - (l.bar ? 2 : 0) - 1;
    return l;
}

static void put_heads(const Study *s, const char *title, Layout l, bool ends)
{
    SmyiTerm *t = &s->page->term;
    static const char *const left[] = {"if low", "mean", "at low"};
    static const char *const right[] = {"if high", "varies", "at high"};
    static const char *const middle[] = {"share", "size", "swing"};
    smyi_term_end(t);
    smyi_term_fit(t, SMYI_HEAD, title, l.title, SMYI_LEFT);
    smyi_term_fit(t, SMYI_DIM, ends ? left[s->method] : "", NUMBER, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_DIM, ends ? right[s->method] : "", NUMBER, SMYI_RIGHT);
    smyi_term_fit(t, SMYI_DIM, middle[s->method], SHARE, SMYI_RIGHT);
    if (l.range)
        smyi_term_fit(t, SMYI_DIM, "95%", l.range, SMYI_RIGHT);
    if (l.bar && s->method == SOBOL) {
        smyi_term_to(t, t->column + 2);
        smyi_term_fit(t, SMYI_DIM, "0", l.bar / 2, SMYI_LEFT);
        smyi_term_fit(t, SMYI_DIM, "100%", l.bar - l.bar / 2, SMYI_RIGHT);
    }
    smyi_term_end(t);
}

/* A bar of `all` of the way, the first `alone` of it solid. */
static void put_bar(SmyiTerm *t, double alone, double all, int columns)
{
    smyi_term_to(t, t->column + 2);
    int solid = (int)(fmin(fmax(alone, 0), 1) * columns + .5);
    int end = (int)(fmin(fmax(all, 0), 1) * columns + .5);
    if (all > 0 && end == 0)
        end = 1;
    for (int c = 0; c < columns; c++)
        smyi_term_put(t, c < end ? SMYI_PLAIN : SMYI_DIM,
                      c < solid && c < end ? "\xe2\x96\x88"
                      : c < end            ? "\xe2\x96\x91"
                                           : "·");
}

/* low end, high end and the answer between them, on the scale of all rows. */
static void put_swing(const Study *s, const SmyNode *f, int columns)
{
    double base = at(s->root, "answer.point");
    SmyiCells c;
    smyi_term_to(&s->page->term, s->page->term.column + 2);
    smyi_cells_open(&c, columns, base - s->most, base + s->most, "·");
    double low = at(f, "at_low"), high = at(f, "at_high");
    smyi_cells_interval(&c, fmin(low, high), high, fmax(low, high), SMYI_PLAIN);
    smyi_cells_put(&s->page->term, &c);
}

static void put_numbers(const Study *s, const SmyNode *f, bool ends)
{
    SmyiTerm *t = &s->page->term;
    const char *left = s->method == MORRIS ? "mean" : "at_low";
    const char *right = s->method == MORRIS ? "spread" : "at_high";
    bool difference = s->method == MORRIS;
    for (int end = 0; end < 2; end++) {
        double x = at(f, end ? right : left);
        smyi_term_fit(t, SMYI_PLAIN,
                      !ends || isnan(x) ? ""
                      : difference && end
                          ? smyi_show_fixed(strcmp(s->unit, "share") ? x : 100 * x, 1).text
                          : answer_shown(s, x, difference).text,
                      NUMBER, SMYI_RIGHT);
    }
    SmyiShown weight =
        s->method == SOBOL ? smyi_show_percent(at(f, "total.value"))
        : s->method == MORRIS
            ? smyi_show_fixed(at(f, "size") * (strcmp(s->unit, "share") ? 1 : 100), 1)
            : answer_shown(s, at(f, "swing"), true);
    smyi_term_fit(t, SMYI_BOLD, weight.text, SHARE, SMYI_RIGHT);
}

static void put_row(const Study *s, const SmyNode *f, Layout l, bool ends)
{
    SmyiTerm *t = &s->page->term;
    smyi_term_fit(t, SMYI_PLAIN, text_at(f, "title"), l.title - 1, SMYI_LEFT);
    smyi_term_to(t, l.title);
    put_numbers(s, f, ends);
    if (l.range) {
        double low = at(f, "total.low"), high = at(f, "total.high");
        smyi_term_fit(t, SMYI_PLAIN,
                      isnan(low) ? ""
                                 : smyi_show_percents(fmax(low, 0), fmin(high, 1)).text,
                      l.range, SMYI_RIGHT);
    }
    if (l.bar && s->method == TORNADO)
        put_swing(s, f, l.bar);
    else if (l.bar && s->method == SOBOL)
        put_bar(t, at(f, "first.value"), at(f, "total.value"), l.bar);
    else if (l.bar)
        put_bar(t, at(f, "size") / s->most, at(f, "size") / s->most, l.bar);
    if (l.support) {
        const char *support = text_at(f, "support");
        bool open = strcmp(support, "unsupported") == 0;
        smyi_term_to(t, t->column + 1);
        smyi_term_fit(t, open ? SMYI_WARN : SMYI_DIM, open ? "no src" : support, SUPPORT,
                      SMYI_LEFT);
    }
    smyi_term_end(t);
}

/* Rows of one kind, those that round to nothing only counted. */
static void put_table(const Study *s, const char *title, const char *kind, const char *also,
                      size_t most)
{
    SmyiTerm *t = &s->page->term;
    Layout l = layout_of(s);
    bool ends = strcmp(kind, "input") == 0;
    size_t shown = 0, small = 0, none = 0;
    double least = s->method == SOBOL ? .005 : s->most * .005;
    for (size_t i = 0; i < smy_node_size(s->factors); i++) {
        const SmyNode *f = smy_node_at(s->factors, i);
        double weight = weight_of(s, f);
        if (!is_kind(f, kind, also))
            continue;
        if (!(weight > 0))
            none++;
        else if (weight < least || shown == most)
            small++;
        else if (shown++ == 0)
            put_heads(s, title, l, ends);
        if (weight > 0 && !(weight < least) && small == 0)
            put_row(s, f, l, ends);
    }
    if (shown && (small || none) && ends) {
        const char *rest =
            small ? smyi_page_print(s->page,
                                    "%zu more move it less; %zu do not move it at all",
                                    small, none)
                  : smyi_page_print(s->page, "%zu others do not move it at all", none);
        smyi_term_wrap(t, SMYI_DIM, rest, 2);
    }
}

static void put_key(const Study *s)
{
    static const char *const keys[] = {
        "share: of the variance (total Sobol index); █ alone, ░ together with others, "
        "which "
        "count for each of them, so that shares add up to more than 100%. if low, if high: "
        "the mean answer while the input lies in the lowest or highest quarter of its "
        "draws.",
        "size: mean change, up or down, over the whole range of the input; mean: the same "
        "with its sign; varies: how much that depends on the other inputs.",
        "at low, at high: the answer with this input at that end of its range, all others "
        "at "
        "their points; mean of the models. ● stands at the high end of the input."};
    const SmyNode *notices = smy_node_get(s->root, "notices");
    SmyiTerm *t = &s->page->term;
    smyi_term_end(t);
    smyi_term_wrap(t, SMYI_DIM, keys[s->method], 0);
    smyi_term_wrap(t, SMYI_DIM,
                   smyi_page_print(s->page, "%s solves, seed %s, summitry %s.",
                                   smyi_show_count(at(s->root, "solves")).text,
                                   smyi_show_count(at(s->root, "seed")).text,
                                   text_at(s->root, "summitry")),
                   0);
    for (size_t i = 0; i < smy_node_size(notices); i++) {
        smyi_term_put(t, SMYI_WARN, "! ");
        smyi_term_wrap(t, SMYI_PLAIN, smy_node_text(smy_node_at(notices, i)), 2);
    }
}

static double scale_of(const SmyNode *root)
{
    double low = at(root, "question.scale.0"), high = at(root, "question.scale.1");
    return high > low ? high - low : 100;
}

void smyi_term_sensitivity(SmyiPage *page)
{
    const SmyNode *root = page->digest.root;
    const char *method = text_at(root, "method");
    Study s = {.page = page,
               .root = root,
               .factors = smy_node_get(root, "factors"),
               .method = strcmp(method, "morris") == 0    ? MORRIS
                         : strcmp(method, "tornado") == 0 ? TORNADO
                                                          : SOBOL,
               .unit = text_at(root, "question.unit"),
               .range = scale_of(root)};
    if (smy_node_size(s.factors))
        s.most = weight_of(&s, smy_node_at(s.factors, 0));
    put_level(&s);
    const char *why = smy_node_text(smy_node_find(root, "answer.why"));
    if (why) {
        smyi_term_to(&page->term, 2);
        smyi_term_wrap(&page->term, SMYI_WARN, why, 2);
    }
    if (s.method == SOBOL && !why)
        put_answer(&s);
    put_table(&s, "BY INPUT", "input", "together", MOST_INPUTS);
    put_table(&s, "BY ACTOR", "actor", "", MOST_GROUPS);
    put_table(&s, "BY ISSUE", "issue", "", MOST_GROUPS);
    put_key(&s);
}
