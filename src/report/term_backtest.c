/* SPDX-License-Identifier: Apache-2.0 */
/* A back-test: scores, differences to the baseline, calibration. */
#include <math.h>
#include <string.h>

#include "report/display.h"
#include "report/term_views.h"

enum { NAME = 20 };

static double at(const SmyNode *node, const char *path)
{
    return smy_node_number(smy_node_find(node, path));
}

static const char *shown(SmyiPage *page, const SmyNode *root, const char *path)
{
    return smyi_page_print(page, "%s", smyi_show_count(at(root, path)).text);
}

static void put_table(SmyiPage *page, const SmyNode *root)
{
    SmyiTerm *t = &page->term;
    const char *capability = smy_node_text(smy_node_find(root, "cases.capability"));
    bool equal = capability && strcmp(capability, "equal") == 0;
    smyi_term_wrap(t, SMYI_BOLD,
                   smyi_page_print(page, "%s of %s issues scored, in %s groups",
                                   shown(page, root, "cases.scored"),
                                   shown(page, root, "cases.issues"),
                                   shown(page, root, "cases.groups")),
                   0);
    smyi_term_wrap(
        t, SMYI_DIM,
        smyi_page_print(page,
                        "Left out: %s without a known outcome, %s with fewer than three "
                        "actors. With a status quo: %s. Capability: %s.",
                        shown(page, root, "cases.unknown_outcome"),
                        shown(page, root, "cases.too_few_actors"),
                        shown(page, root, "cases.with_status_quo"),
                        equal ? "equal" : "the table's"),
        0);
}

/* A column that has no room is left out, in the heading and in every row alike. */
static void put_cell(SmyiTerm *t, SmyiStyle style, const char *text, int columns)
{
    if (t->column + columns <= t->width)
        smyi_term_fit(t, style, text, columns, SMYI_RIGHT);
}

static void put_number(SmyiTerm *t, SmyiStyle style, double x, int decimals, int columns)
{
    put_cell(t, style, smyi_show_fixed(x, decimals).text, columns);
}

static void put_name(SmyiTerm *t, const SmyNode *model)
{
    const char *id = smy_node_text(smy_node_get(model, "id"));
    smyi_term_fit(t, SMYI_PLAIN, id ? id : "?", NAME - 1, SMYI_LEFT);
    smyi_term_to(t, NAME);
}

static void put_heads(SmyiTerm *t, const char *title, const char *const *heads,
                      const int *columns, size_t n)
{
    smyi_term_end(t);
    smyi_term_put(t, SMYI_HEAD, title);
    smyi_term_to(t, NAME);
    for (size_t c = 0; c < n; c++)
        put_cell(t, SMYI_DIM, heads[c], columns[c]);
    smyi_term_end(t);
}

static void put_scores(SmyiPage *page, const SmyNode *models)
{
    static const char *const heads[] = {"issues", "MAE", "RMSE", "hit10",
                                        "CRPS",   "log", "Brier"};
    static const int columns[] = {7, 8, 8, 7, 8, 8, 8};
    SmyiTerm *t = &page->term;
    put_heads(t, "SCORES", heads, columns, 7);
    for (size_t m = 0; m < smy_node_size(models); m++) {
        const SmyNode *model = smy_node_at(models, m);
        put_name(t, model);
        put_number(t, SMYI_PLAIN, at(model, "n"), 0, columns[0]);
        put_number(t, SMYI_PLAIN, at(model, "mae"), 2, columns[1]);
        put_number(t, SMYI_PLAIN, at(model, "rmse"), 2, columns[2]);
        put_cell(t, SMYI_PLAIN, smyi_show_percent(at(model, "hit10")).text, columns[3]);
        put_number(t, SMYI_BOLD, at(model, "crps"), 2, columns[4]);
        put_number(t, SMYI_PLAIN, at(model, "log"), 2, columns[5]);
        put_number(t, SMYI_PLAIN, at(model, "brier"), 3, columns[6]);
        smyi_term_end(t);
    }
    smyi_term_wrap(t, SMYI_DIM,
                   "Points of the scale, 0 best: MAE of the median, RMSE of the mean, CRPS "
                   "of the whole forecast (of a point its absolute error). log: higher is "
                   "better. hit10: within 10 points.",
                   0);
}

static const char *interval(SmyiPage *page, const SmyNode *paired)
{
    return smyi_page_print(page, "%s to %s", smyi_show_signed(at(paired, "low"), 2).text,
                           smyi_show_signed(at(paired, "high"), 2).text);
}

static void put_difference(SmyiPage *page, const SmyNode *paired)
{
    SmyiTerm *t = &page->term;
    double mean = at(paired, "mean");
    bool clear = at(paired, "high") < 0 || at(paired, "low") > 0;
    SmyiStyle style = !clear ? SMYI_PLAIN : mean < 0 ? SMYI_GAIN : SMYI_LOSS;
    double p = at(paired, "p"), n = at(page->digest.root, "resamples");
    put_cell(t, style, smyi_show_signed(mean, 2).text, 7);
    put_cell(t, SMYI_PLAIN, isnan(p) ? "" : interval(page, paired), 17);
    put_cell(t, SMYI_PLAIN,
             isnan(p)               ? ""
             : p < .001 && n >= 1e4 ? "<.001"
                                    : smyi_show_fixed(p, 3).text,
             6);
}

static void put_differences(SmyiPage *page, const SmyNode *root, const SmyNode *models)
{
    static const char *const heads[] = {"CRPS", "95% interval", "p",
                                        "MAE",  "95% interval", "p"};
    static const int columns[] = {7, 17, 6, 7, 17, 6};
    SmyiTerm *t = &page->term;
    const char *baseline = smy_node_text(smy_node_get(root, "baseline"));
    put_heads(t, smyi_page_print(page, "AGAINST %s", baseline ? baseline : "?"), heads,
              columns, 6);
    for (size_t m = 0; m < smy_node_size(models); m++) {
        const SmyNode *model = smy_node_at(models, m);
        const SmyNode *difference = smy_node_get(model, "difference");
        if (smy_node_kind(difference) != SMY_NODE_OBJECT || !(at(model, "n") > 0))
            continue;
        put_name(t, model);
        put_difference(page, smy_node_get(difference, "crps"));
        put_difference(page, smy_node_get(difference, "absolute_error"));
        smyi_term_end(t);
    }
    smyi_term_wrap(t, SMYI_DIM,
                   smyi_page_print(page,
                                   "On the issues that both forecast; below 0 is better "
                                   "than the baseline. %s resamples of whole groups, seed "
                                   "%s.",
                                   shown(page, root, "resamples"),
                                   shown(page, root, "seed")),
                   0);
}

/* Ten bars, 1 = what a calibrated forecast has in each. */
static void put_bars(SmyiPage *page, const SmyNode *pit)
{
    static const char *const bars[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    for (size_t b = 0; b < smy_node_size(pit); b++) {
        double share = smy_node_number(smy_node_at(pit, b)) * (double)smy_node_size(pit);
        int level = !(share > 0) ? 0 : (int)fmin(7, floor(share * 4 - .5));
        smyi_term_put(&page->term, SMYI_PLAIN, bars[level < 0 ? 0 : level]);
    }
}

static void put_calibration(SmyiPage *page, const SmyNode *models)
{
    static const char *const heads[] = {"50%", "80%", "90%", "95%", "width 80%", "PIT"};
    static const int columns[] = {7, 7, 7, 7, 11, 13};
    SmyiTerm *t = &page->term;
    bool any = false;
    for (size_t m = 0; m < smy_node_size(models); m++) {
        const SmyNode *model = smy_node_at(models, m);
        const SmyNode *coverage = smy_node_get(model, "coverage");
        if (smy_node_kind(coverage) != SMY_NODE_LIST || !(at(model, "n") > 0))
            continue;
        if (!any)
            put_heads(t, "CALIBRATION", heads, columns, 6);
        any = true;
        put_name(t, model);
        for (size_t l = 0; l < smy_node_size(coverage) && l < 4; l++)
            put_cell(t, SMYI_PLAIN,
                     smyi_show_percent(at(smy_node_at(coverage, l), "covered")).text,
                     columns[l]);
        put_number(t, SMYI_PLAIN, at(smy_node_at(coverage, 1), "width"), 1, columns[4]);
        smyi_term_to(t, t->column + 3);
        put_bars(page, smy_node_get(model, "pit"));
        smyi_term_end(t);
    }
    if (any)
        smyi_term_wrap(t, SMYI_DIM,
                       "Share of outcomes inside each central interval, and how often they "
                       "fell into each tenth of the forecast (level bars: calibrated).",
                       0);
}

static void put_remark(SmyiPage *page, const char *text)
{
    SmyiTerm *t = &page->term;
    smyi_term_put(t, SMYI_WARN, "! ");
    smyi_term_wrap(t, SMYI_PLAIN, text, 2);
}

static void remark_on(SmyiPage *page, const SmyNode *model)
{
    const char *id = smy_node_text(smy_node_get(model, "id"));
    double undefined = at(model, "statuses.undefined");
    double lost = at(model, "statuses.not_converged");
    double floored = at(model, "log_floored");
    if (smy_node_kind(smy_node_get(model, "fitted")) == SMY_NODE_OBJECT)
        put_remark(page, smyi_page_print(page,
                                         "%s: fitted anew in each of %s folds of whole "
                                         "groups; no group is forecast from itself.",
                                         id, shown(page, model, "fitted.folds")));
    if (undefined > 0)
        put_remark(page, smyi_page_print(page, "%s: no forecast of %s issues.", id,
                                         shown(page, model, "statuses.undefined")));
    if (lost > 0)
        put_remark(page, smyi_page_print(
                             page, "%s: not converged on %s issues; its last round counts.",
                             id, shown(page, model, "statuses.not_converged")));
    if (floored > 0)
        put_remark(page, smyi_page_print(
                             page, "%s: held %s outcomes impossible, each -27.6 in log.",
                             id, shown(page, model, "log_floored")));
}

static void put_remarks(SmyiPage *page, const SmyNode *root, const SmyNode *models)
{
    const SmyNode *notices = smy_node_get(root, "notices");
    smyi_term_end(&page->term);
    for (size_t m = 0; m < smy_node_size(models); m++)
        remark_on(page, smy_node_at(models, m));
    for (size_t i = 0; i < smy_node_size(notices); i++)
        put_remark(page, smy_node_text(smy_node_at(notices, i)));
}

void smyi_term_backtest(SmyiPage *page)
{
    const SmyNode *root = page->digest.root, *models = smy_node_get(root, "models");
    put_table(page, root);
    put_scores(page, models);
    put_differences(page, root, models);
    put_calibration(page, models);
    put_remarks(page, root, models);
}
