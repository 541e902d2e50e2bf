/* SPDX-License-Identifier: Apache-2.0 */
/* Writing what a back-test found into the result tree. */
#include <math.h>

#include "analysis/backtest.h"
#include "base/maths.h"
#include "base/sums.h"
#include "scenario/notices.h"

enum { PIT_BINS = 10, RELIABILITY_BINS = 5 };
static const double NEAR = 1e-9, HIT_POINTS = 10, LEAST_CHANCE = 1e-12;

/* A mean over the forecasts that have the number. */
typedef struct Mean {
    double sum, lost;
    size_t n;
} Mean;

static void count(Mean *mean, double x)
{
    if (isnan(x))
        return;
    smyi_add(&mean->sum, &mean->lost, x);
    mean->n++;
}

static double value_of(const Mean *mean)
{
    return mean->n ? (mean->sum + mean->lost) / (double)mean->n : (double)NAN;
}

static void add_count(SmyResult *result, SmyNode *parent, const char *key, size_t n)
{
    smyi_add_number(result, parent, key, (double)n);
}

static void add_table(const SmyiBacktest *test, SmyNode *root)
{
    SmyResult *r = test->result;
    const SmyiDecisions *d = &test->decisions;
    SmyNode *table = smyi_add_object(r, root, "cases");
    smyi_add_text(r, table, "form", test->cases->form);
    smyi_add_text(r, table, "sha256", test->cases->sha256);
    add_count(r, table, "issues", test->cases->n_cases);
    add_count(r, table, "scored", d->n);
    add_count(r, table, "groups", d->n_groups);
    add_count(r, table, "unknown_outcome", d->unknown_outcome);
    add_count(r, table, "too_few_actors", d->too_few_actors);
    add_count(r, table, "with_status_quo", d->with_status_quo);
    add_count(r, table, "dichotomous", d->dichotomous);
    add_count(r, table, "equal_weights", d->equal_weights);
    smyi_add_text(r, table, "capability", d->equal_capability ? "equal" : "column");
}

static void add_options(SmyResult *r, SmyNode *parent, const SmyModelInfo *info,
                        const double *values)
{
    SmyNode *options = smyi_add_object(r, parent, "options");
    for (size_t o = 0; o < info->n_options; o++) {
        const SmyOption *option = &info->options[o];
        if (option->choices)
            smyi_add_text(r, options, option->key, option->choices[(size_t)values[o]]);
        else
            smyi_add_number(r, options, option->key, values[o]);
    }
}

/* What was fitted: in each fold without its groups, and to all, which nothing is scored by. */
static void add_fit(const SmyiBacktest *test, const SmyiContender *c, SmyNode *model)
{
    SmyResult *r = test->result;
    if (!c->refit) {
        smyi_add_null(r, model, "fitted");
        return;
    }
    const SmyModelInfo *info = &c->solver->model->info;
    SmyNode *fitted = smyi_add_object(r, model, "fitted");
    bool converged = true;
    for (unsigned f = 0; f <= test->folds; f++)
        converged &= c->converged[f];
    smyi_add_text(r, fitted, "how", "out_of_fold");
    smyi_add_number(r, fitted, "folds", test->folds);
    smyi_add_bool(r, fitted, "converged", converged);
    SmyNode *options = smyi_add_object(r, fitted, "options");
    for (size_t p = 0; p < c->refit->n; p++) {
        const char *key = c->refit->options[p].key;
        size_t o = smyi_refit_option(info, key);
        SmyNode *option = smyi_add_object(r, options, key);
        SmyNode *folds = smyi_add_list(r, option, "by_fold");
        for (unsigned f = 0; f < test->folds; f++)
            smyi_add_number(r, folds, NULL, c->options[f * info->n_options + o]);
        smyi_add_number(r, option, "all", c->options[test->folds * info->n_options + o]);
    }
}

/* Why a model is silent on some issues: what a table cannot hold comes first. */
static const char *why_silent(unsigned needs)
{
    if (needs & (SMY_NEEDS_SETTER | SMY_NEEDS_VETO | SMY_NEEDS_CRITERIA))
        return "needs a procedure, which a table of decisions does not hold";
    if (needs & SMY_NEEDS_HOME)
        return "needs ratifiers, which a table of decisions does not hold";
    return needs & SMY_NEEDS_STATUS_QUO ? "needs a status quo, which these issues lack"
                                        : "the model gives no answer";
}

static void add_statuses(const SmyiBacktest *test, const SmyiContender *c, SmyNode *model)
{
    SmyResult *r = test->result;
    size_t n[SMY_STATUS_UNDEFINED + 1] = {0};
    for (size_t d = 0; d < test->decisions.n; d++)
        n[c->judged[d].status]++;
    add_count(r, model, "n", test->decisions.n - n[SMY_STATUS_UNDEFINED]);
    SmyNode *statuses = smyi_add_object(r, model, "statuses");
    for (int s = 0; s <= SMY_STATUS_UNDEFINED; s++)
        add_count(r, statuses, smy_status_text((SmyStatus)s), n[s]);
    smyi_add_text(r, model, "why",
                  n[SMY_STATUS_UNDEFINED] ? why_silent(c->solver->model->info.needs)
                                          : NULL);
}

static void add_points(const SmyiBacktest *test, const SmyiContender *c, SmyNode *model)
{
    Mean error = {0}, square = {0}, hit = {0}, crps = {0}, brier = {0}, log_score = {0};
    size_t floored = 0;
    double least = smyi_log(LEAST_CHANCE);
    for (size_t d = 0; d < test->decisions.n; d++) {
        const SmyiJudged *j = &c->judged[d];
        double off = fabs(j->point - test->decisions.list[d].outcome);
        double of_mean = j->mean - test->decisions.list[d].outcome;
        count(&error, off);
        count(&square, of_mean * of_mean);
        count(&hit, isnan(off) ? off : off <= HIT_POINTS + NEAR ? 1 : 0);
        count(&crps, j->crps);
        count(&brier, j->brier);
        count(&log_score, j->log_score);
        floored += j->log_score <= least;
    }
    SmyResult *r = test->result;
    smyi_add_number(r, model, "mae", value_of(&error));
    smyi_add_number(r, model, "rmse", sqrt(value_of(&square)));
    smyi_add_number(r, model, "hit10", value_of(&hit));
    smyi_add_number(r, model, "crps", value_of(&crps));
    smyi_add_number(r, model, "log", value_of(&log_score));
    add_count(r, model, "log_floored", floored);
    smyi_add_number(r, model, "brier", value_of(&brier));
    add_count(r, model, "brier_n", brier.n);
}

/* Shares of a histogram in which each outcome is spread evenly over its PIT interval. */
static void add_pit(const SmyiBacktest *test, const SmyiContender *c, SmyNode *model)
{
    SmyResult *r = test->result;
    Mean bins[PIT_BINS] = {{0}};
    if (!c->solver->model->info.distribution) {
        smyi_add_null(r, model, "pit");
        return;
    }
    for (size_t d = 0; d < test->decisions.n; d++) {
        const SmyiJudged *j = &c->judged[d];
        if (isnan(j->below))
            continue;
        for (int b = 0; b < PIT_BINS; b++) {
            double from = (double)b / PIT_BINS, to = (double)(b + 1) / PIT_BINS;
            double overlap = fmin(to, j->upto) - fmax(from, j->below);
            bool inside = j->below >= from && (j->below < to || b == PIT_BINS - 1);
            double share = j->upto - j->below > NEAR
                               ? fmax(overlap, 0) / (j->upto - j->below)
                               : inside;
            count(&bins[b], share);
        }
    }
    SmyNode *pit = smyi_add_list(r, model, "pit");
    for (int b = 0; b < PIT_BINS; b++)
        smyi_add_number(r, pit, NULL, value_of(&bins[b]));
}

static void add_coverage(const SmyiBacktest *test, const SmyiContender *c, SmyNode *model)
{
    SmyResult *r = test->result;
    if (!c->solver->model->info.distribution) {
        smyi_add_null(r, model, "coverage");
        return;
    }
    SmyNode *list = smyi_add_list(r, model, "coverage");
    for (size_t l = 0; l < SMYI_N_INTERVALS; l++) {
        Mean covered = {0}, width = {0};
        for (size_t d = 0; d < test->decisions.n; d++) {
            const SmyiJudged *j = &c->judged[d];
            if (isnan(j->below))
                continue;
            count(&covered, j->covered[l]);
            count(&width, j->width[l]);
        }
        SmyNode *row = smyi_add_object(r, list, NULL);
        smyi_add_number(r, row, "level", smyi_interval_levels[l]);
        smyi_add_number(r, row, "covered", value_of(&covered));
        smyi_add_number(r, row, "width", value_of(&width));
    }
}

/* Dichotomous issues by the chance given to the upper end: how often did it come? */
static void add_reliability(const SmyiBacktest *test, const SmyiContender *c,
                            SmyNode *model)
{
    SmyResult *r = test->result;
    if (!c->solver->model->info.distribution) {
        smyi_add_null(r, model, "reliability");
        return;
    }
    Mean chance[RELIABILITY_BINS] = {{0}}, came[RELIABILITY_BINS] = {{0}};
    for (size_t d = 0; d < test->decisions.n; d++) {
        const SmyiDecision *decision = &test->decisions.list[d];
        double f = c->judged[d].chance;
        if (isnan(f))
            continue;
        int b = (int)fmin(f * RELIABILITY_BINS, RELIABILITY_BINS - 1);
        count(&chance[b], f);
        count(&came[b], decision->outcome >= decision->high);
    }
    SmyNode *list = smyi_add_list(r, model, "reliability");
    for (int b = 0; b < RELIABILITY_BINS; b++) {
        SmyNode *row = smyi_add_object(r, list, NULL);
        smyi_add_number(r, row, "from", (double)b / RELIABILITY_BINS);
        smyi_add_number(r, row, "to", (double)(b + 1) / RELIABILITY_BINS);
        add_count(r, row, "n", chance[b].n);
        smyi_add_number(r, row, "forecast", value_of(&chance[b]));
        smyi_add_number(r, row, "came", value_of(&came[b]));
    }
}

static void add_own(SmyResult *r, SmyNode *parent, const char *key, const SmyiPaired *own)
{
    SmyNode *node = smyi_add_object(r, parent, key);
    smyi_add_number(r, node, "low", own->low);
    smyi_add_number(r, node, "high", own->high);
}

/* How sure a model's own scores are, by the same resamples of whole groups. */
static void add_intervals(const SmyiBacktest *test, const SmyiContender *c, SmyNode *model)
{
    SmyNode *node = smyi_add_object(test->result, model, "interval");
    add_own(test->result, node, "crps", &c->own_crps);
    add_own(test->result, node, "mae", &c->own_error);
}

static void add_paired(SmyResult *r, SmyNode *parent, const char *key, const SmyiPaired *p)
{
    SmyNode *node = smyi_add_object(r, parent, key);
    add_count(r, node, "n", p->n);
    add_count(r, node, "groups", p->n_groups);
    smyi_add_number(r, node, "mean", p->mean);
    smyi_add_number(r, node, "low", p->low);
    smyi_add_number(r, node, "high", p->high);
    smyi_add_number(r, node, "p", p->p);
}

static void add_difference(const SmyiBacktest *test, const SmyiContender *c, SmyNode *model)
{
    if (c == &test->contenders[test->baseline]) {
        smyi_add_null(test->result, model, "difference");
        return;
    }
    SmyNode *difference = smyi_add_object(test->result, model, "difference");
    add_paired(test->result, difference, "crps", &c->crps);
    add_paired(test->result, difference, "absolute_error", &c->error);
}

static void add_cases(const SmyiBacktest *test, const SmyiContender *c, SmyNode *model)
{
    SmyResult *r = test->result;
    if (!test->asked->with_cases)
        return;
    SmyNode *list = smyi_add_list(r, model, "cases");
    for (size_t d = 0; d < test->decisions.n; d++) {
        const SmyiDecision *decision = &test->decisions.list[d];
        const SmyiJudged *j = &c->judged[d];
        SmyNode *row = smyi_add_object(r, list, NULL);
        smyi_add_text(r, row, "issue", decision->from->id);
        smyi_add_text(r, row, "group", decision->from->group);
        smyi_add_text(r, row, "status", smy_status_text(j->status));
        if (c->refit)
            smyi_add_number(r, row, "fold", test->fold[decision->group]);
        smyi_add_number(r, row, "outcome", decision->outcome);
        smyi_add_number(r, row, "point", j->point);
        smyi_add_number(r, row, "mean", j->mean);
        smyi_add_number(r, row, "crps", j->crps);
        smyi_add_number(r, row, "log", j->log_score);
        smyi_add_number(r, row, "brier", j->brier);
        smyi_add_number(r, row, "pit", (j->below + j->upto) / 2);
    }
}

static void add_model(const SmyiBacktest *test, const SmyiContender *c, SmyNode *models)
{
    SmyResult *r = test->result;
    const SmyModelInfo *info = &c->solver->model->info;
    SmyNode *model = smyi_add_object(r, models, NULL);
    smyi_add_text(r, model, "id", c->id);
    smyi_add_text(r, model, "model", info->id);
    smyi_add_text(r, model, "title", info->title);
    smyi_add_bool(r, model, "distribution", info->distribution);
    add_options(r, model, info,
                c->options + (c->refit ? test->folds : 0) * info->n_options);
    add_fit(test, c, model);
    add_statuses(test, c, model);
    add_points(test, c, model);
    add_pit(test, c, model);
    add_coverage(test, c, model);
    add_reliability(test, c, model);
    add_intervals(test, c, model);
    add_difference(test, c, model);
    add_cases(test, c, model);
}

static void add_notices(const SmyiBacktest *test, SmyNode *root)
{
    const SmyiDecisions *d = &test->decisions;
    SmyiNoticeLists lists = smyi_notices_to_tree(NULL, test->result, root);
    if (d->equal_capability && !test->asked->equal_capability)
        smyi_notice_add_plain(&lists, "equal_capability",
                              "the table has no capabilities: all actors count the same");
    if (d->without_capability)
        smyi_notice_add_plain(&lists, "without_capability",
                              "actors without a capability are left out");
    if (d->equal_weights)
        smyi_notice_add_plain(&lists, "equal_weights",
                              "where all weights are 0, all actors weigh the same");
    if (test->asked->folds && !test->folds)
        smyi_notice_add_plain(&lists, "not_refitted",
                              "nothing is refitted: that takes two groups or more");
}

void smyi_backtest_write(const SmyiBacktest *test)
{
    SmyResult *r = test->result;
    SmyNode *root = r->root;
    smyi_add_text(r, root, "summitry", smy_version());
    smyi_add_number(r, root, "seed", (double)test->asked->seed);
    smyi_add_number(r, root, "resamples", (double)test->asked->resamples);
    smyi_add_number(r, root, "folds", test->folds);
    smyi_add_text(r, root, "baseline", test->asked->baseline);
    add_table(test, root);
    SmyNode *models = smyi_add_list(r, root, "models");
    for (size_t c = 0; c < test->n_contenders; c++)
        add_model(test, &test->contenders[c], models);
    add_notices(test, root);
}
