/* SPDX-License-Identifier: Apache-2.0 */
/* What the models say in sentences: the forecast to quote, its record, and where they part. */
#include <math.h>
#include <string.h>

#include "report/display.h"
#include "report/headline.h"

enum { MOST_ISSUES = 4, MOST_MODELS = 3, MOST_KINDS = 3 };

static const char *text_at(const SmyNode *node, const char *key)
{
    return smy_node_text(smy_node_get(node, key));
}

static double number_at(const SmyNode *node, const char *key)
{
    return smy_node_number(smy_node_get(node, key));
}

static const char *label_of(const SmyiDigest *d, const char *id)
{
    const SmyiModelView *model = smyi_digest_model(d, id);
    return model ? model->label : id ? id : "?";
}

/* Between entries of a list: ", " or " and ". */
static const char *link(size_t at, size_t n)
{
    return at == 0 ? "" : at + 1 < n ? ", " : " and ";
}

/* "Sinai 97 (8 in 10: 89 to 100)" */
static void put_issue(SmyiWriter *w, const SmyiIssueView *issue, const SmyNode *forecast,
                      bool is_first)
{
    double range = issue->high - issue->low, low = number_at(forecast, "q10"),
           high = number_at(forecast, "q90");
    smyi_put(w, issue->title);
    smyi_print(w, " %s", smyi_show_level(number_at(forecast, "median"), range, 6).text);
    if (isnan(low) || isnan(high))
        return;
    smyi_print(w, " (%s%s to", is_first ? "8 chances in 10: " : "",
               smyi_show_level(low, range, 6).text);
    smyi_print(w, " %s)", smyi_show_level(high, range, 6).text);
}

/* Issues that end up settled; at most MOST_ISSUES by name. What stays open has no number to quote. */
static void put_issues(SmyiWriter *w, const SmyiDigest *d, const SmyNode *issues)
{
    size_t n = 0;
    for (size_t i = 0; i < d->n_issues; i++) {
        const SmyNode *forecast = smy_node_get(issues, d->issues[i].id);
        if (isnan(number_at(forecast, "median")) ||
            !smy_node_bool(smy_node_get(forecast, "settled")))
            continue;
        if (n < MOST_ISSUES) {
            smyi_put(w, n ? ", " : "");
            put_issue(w, &d->issues[i], forecast, n == 0);
        }
        n++;
    }
    if (n > MOST_ISSUES)
        smyi_print(w, " and %zu more", n - MOST_ISSUES);
}

static size_t count_issues(const SmyiDigest *d, const SmyNode *issues, bool settled)
{
    size_t n = 0;
    for (size_t i = 0; i < d->n_issues; i++) {
        const SmyNode *forecast = smy_node_get(issues, d->issues[i].id);
        n += !isnan(number_at(forecast, "median")) &&
             smy_node_bool(smy_node_get(forecast, "settled")) == settled;
    }
    return n;
}

void smyi_put_forecast(SmyiWriter *w, const SmyiDigest *d)
{
    const SmyNode *forecast = smy_node_get(d->root, "forecast");
    const SmyNode *issues = smy_node_get(forecast, "issues");
    const char *model = text_at(forecast, "model");
    size_t settled = count_issues(d, issues, true), open = count_issues(d, issues, false);
    if (!model || settled + open == 0)
        return;
    smyi_put(w, label_of(d, model));
    if (settled) {
        smyi_put(w, " gives ");
        put_issues(w, d, issues);
        if (open)
            smyi_print(w, "; %zu other issue%s open", open, open > 1 ? "s stay" : " stays");
    } else {
        smyi_put(w, open > 1 ? " leaves every issue open" : " leaves the one issue open");
    }
    smyi_put(w, ".");
}

void smyi_put_record(SmyiWriter *w, const SmyiDigest *d)
{
    const SmyNode *record = smy_node_find(d->root, "forecast.record");
    const SmyNode *baseline = smy_node_get(record, "baseline");
    if (smy_node_kind(record) != SMY_NODE_OBJECT)
        return;
    smyi_print(w, "On %s ", smyi_show_count(number_at(record, "issues")).text);
    smyi_put(w, text_at(record, "data"));
    smyi_print(w, ", out of sample, it missed by %s points of 100, ",
               smyi_show_fixed(number_at(record, "mae"), 1).text);
    smyi_put(w, label_of(d, text_at(baseline, "model")));
    smyi_print(w, " by %s", smyi_show_fixed(number_at(baseline, "mae"), 1).text);
    smyi_print(w, " (CRPS %s", smyi_show_fixed(number_at(record, "crps"), 1).text);
    smyi_print(w, " against %s). ", smyi_show_fixed(number_at(baseline, "crps"), 1).text);
    smyi_put(w, text_at(record, "silent_on"));
}

/* "48 under 7 models", "71 to 72 under Compromise and Heaped compromise" */
static void put_side(SmyiWriter *w, const SmyiDigest *d, const SmyNode *side, double range,
                     bool is_other)
{
    const SmyNode *models = smy_node_get(side, "models");
    size_t n = smy_node_size(models);
    SmyiShown low = smyi_show_level(number_at(side, "low"), range, 6);
    SmyiShown high = smyi_show_level(number_at(side, "high"), range, 6);
    smyi_put(w, low.text);
    if (strcmp(low.text, high.text) != 0)
        smyi_print(w, " to %s", high.text);
    smyi_put(w, " under ");
    if (n > MOST_MODELS)
        smyi_print(w, is_other ? "the %zu others" : "%zu models", n);
    for (size_t m = 0; m < n && n <= MOST_MODELS; m++) {
        smyi_put(w, link(m, n));
        smyi_put(w, label_of(d, smy_node_text(smy_node_at(models, m))));
    }
}

static void put_kinds(SmyiWriter *w, const SmyNode *kinds)
{
    for (size_t k = 0; k < smy_node_size(kinds); k++) {
        smyi_put(w, link(k, smy_node_size(kinds)));
        smyi_put(w, smy_node_text(smy_node_at(kinds, k)));
    }
}

/* Many kinds against few: the few are named. */
static bool put_few(SmyiWriter *w, const SmyNode *few, const char *here,
                    const SmyNode *many, const char *there)
{
    size_t n = smy_node_size(few), rest = smy_node_size(many);
    if (n == 0 || rest <= MOST_KINDS || n >= rest)
        return false;
    put_kinds(w, few);
    smyi_print(w, " %s, the others %s", here, there);
    return true;
}

/* "votes by weight below, averages by weight above; bargaining over no deal on both sides" */
static void put_divide(SmyiWriter *w, const SmyNode *compare)
{
    const SmyNode *sides = smy_node_get(compare, "sides");
    const SmyNode *below = smy_node_get(smy_node_at(sides, 0), "assumptions");
    const SmyNode *above = smy_node_get(smy_node_at(sides, 1), "assumptions");
    const SmyNode *both = smy_node_get(compare, "on_both_sides");
    bool is_divided = smy_node_size(below) > 0 || smy_node_size(above) > 0;
    smyi_put(w,
             is_divided ? " What divides them: " : " No kind of assumption divides them: ");
    if (!put_few(w, below, "below", above, "above") &&
        !put_few(w, above, "above", below, "below")) {
        put_kinds(w, below);
        smyi_put(w, smy_node_size(below) ? " below" : "");
        smyi_put(w, smy_node_size(below) && smy_node_size(above) ? ", " : "");
        put_kinds(w, above);
        smyi_put(w, smy_node_size(above) ? " above" : "");
    }
    smyi_put(w, is_divided && smy_node_size(both) ? "; " : "");
    put_kinds(w, both);
    smyi_put(w, smy_node_size(both) ? " on both sides." : ".");
}

void smyi_put_parting(SmyiWriter *w, const SmyiDigest *d)
{
    const SmyNode *compare = smy_node_get(d->root, "compare");
    const SmyNode *sides = smy_node_get(compare, "sides");
    const SmyiIssueView *issue = smyi_digest_widest(d);
    if (!issue || smy_node_size(sides) != 2)
        return;
    double range = issue->high - issue->low;
    smyi_put(w, "Furthest apart on ");
    smyi_put(w, issue->title);
    smyi_put(w, issue->settled ? ": " : " (which none settles): ");
    put_side(w, d, smy_node_at(sides, 0), range, false);
    smyi_put(w, ", ");
    put_side(w, d, smy_node_at(sides, 1), range, true);
    smyi_put(w, ".");
    put_divide(w, compare);
}
