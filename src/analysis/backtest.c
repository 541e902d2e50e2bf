/* SPDX-License-Identifier: Apache-2.0 */
/* One back-test: the decisions, the forecasts of every model, and who is better than whom. */
#include "analysis/backtest.h"

#include <math.h>
#include <string.h>

#include "base/error.h"

void smy_backtest_options_init(SmyBacktestOptions *options)
{
    *options = (SmyBacktestOptions){
        .seed = 1, .resamples = 10000, .folds = 10, .baseline = "mean"};
}

/* Folds for which there are groups; 0 where there is nothing to leave out. */
static unsigned usable_folds(const SmyiBacktest *test)
{
    size_t n = test->asked->folds;
    n = n < test->decisions.n_groups ? n : test->decisions.n_groups;
    return n < 2 ? 0 : (unsigned)n;
}

/* A row: a model as it stands; or refitted; or a variant of it. */
static bool add(SmyiBacktest *test, const SmyiSolver *solver, const SmyiRefit *refit,
                const SmyiVariant *variant, SmyiArena *mem)
{
    size_t n_options = solver->model->info.n_options, n_fits = refit ? test->folds + 1 : 1;
    SmyiContender *c = &test->contenders[test->n_contenders++];
    const char *id = solver->model->info.id;
    *c = (SmyiContender){
        .id = refit     ? smyi_arena_print(mem, "%s.cv", id)
              : variant ? smyi_arena_print(mem, "%s.%s", id, variant->choice)
                        : id,
        .solver = solver,
        .refit = refit,
        .options = SMYI_NEW(mem, n_fits * n_options, double),
        .converged = SMYI_NEW(mem, n_fits, bool),
        .judged = SMYI_NEW(mem, test->decisions.n, SmyiJudged),
    };
    for (size_t f = 0; c->options && n_options && f < n_fits; f++)
        memcpy(c->options + f * n_options, solver->options, n_options * sizeof(double));
    if (c->options && variant)
        smyi_variant_apply(variant, solver->model, c->options);
    return c->id && c->options && c->converged && c->judged;
}

/* All rows of a model. */
static bool add_model(SmyiBacktest *test, const SmyiSolver *solver, SmyiArena *mem)
{
    const SmyiRefit *refit = test->folds ? smyi_refit_of(solver->model) : NULL;
    bool ok = add(test, solver, NULL, NULL, mem);
    const SmyiVariant *variant;
    for (size_t v = 0; ok && (variant = smyi_variant_at(solver, v)); v++)
        ok = add(test, solver, NULL, variant, mem);
    return ok && (!refit || add(test, solver, refit, NULL, mem));
}

static SmyCode add_all(SmyiBacktest *test, const SmyiSolver *solvers, size_t n_solvers,
                       SmyiArena *mem, SmyError *err)
{
    const char *baseline = test->asked->baseline;
    bool found = false;
    test->contenders = SMYI_NEW(mem, (2 + SMYI_MOST_VARIANTS) * n_solvers, SmyiContender);
    if (!test->contenders)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    for (size_t s = 0; s < n_solvers; s++) {
        if (strcmp(solvers[s].model->info.id, baseline) == 0) {
            test->baseline = test->n_contenders;
            found = true;
        }
        if (!add_model(test, &solvers[s], mem))
            return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    }
    if (found)
        return SMY_OK;
    return smyi_fail_at(err, SMY_ERR_UNKNOWN, (SmyiPlace){0},
                        "name one of the models that are asked for",
                        "the baseline \"%.64s\" is not among the models", baseline);
}

static SmyCode deal_folds(SmyiBacktest *test, SmyiArena *mem)
{
    test->folds = usable_folds(test);
    test->fold = SMYI_NEW(mem, test->decisions.n_groups, unsigned);
    if (!test->fold)
        return SMY_ERR_NOMEM;
    for (size_t g = 0; g < test->decisions.n_groups && test->folds; g++)
        test->fold[g] =
            smyi_fold(test->asked->seed, test->decisions.group_names[g], test->folds);
    return SMY_OK;
}

/* Piece: one block of one contender, or one fit of one. */
static SmyCode judge(void *cookie, size_t index, SmyiArena *mem)
{
    const SmyiBacktest *test = cookie;
    size_t block = index % test->decisions.n_blocks;
    const SmyiContender *c = &test->contenders[index / test->decisions.n_blocks];
    const SmyiModel *model = c->solver->model;
    SmyiJudged *out = c->judged + block * SMYI_BLOCK;
    if (!c->refit)
        return smyi_judge_block(&test->decisions, block, model, c->options, mem, out);
    SmyiJudged *all = SMYI_NEW(mem, SMYI_BLOCK, SmyiJudged);
    if (!all)
        return SMY_ERR_NOMEM;
    SmyCode code = SMY_OK;
    for (unsigned f = 0; f < test->folds && code == SMY_OK; f++) {
        code = smyi_judge_block(&test->decisions, block, model,
                                c->options + f * model->info.n_options, mem, all);
        for (size_t k = 0; k < test->decisions.games[block].n_lanes; k++)
            if (test->fold[test->decisions.list[block * SMYI_BLOCK + k].group] == f)
                out[k] = all[k];
    }
    return code;
}

typedef struct Fitting {
    SmyiBacktest *test;
    SmyiContender *contender;
} Fitting;

static SmyCode fit(void *cookie, size_t index, SmyiArena *mem)
{
    const Fitting *f = cookie;
    const SmyiContender *c = f->contender;
    const SmyiModel *model = c->solver->model;
    return smyi_refit(&f->test->decisions, model, c->refit, f->test->fold, (unsigned)index,
                      mem, c->options + index * model->info.n_options,
                      &c->converged[index]);
}

static SmyiProgress listen(const SmyBacktestOptions *asked, const char *what,
                           uint64_t total)
{
    return (SmyiProgress){.say = asked->progress,
                          .cookie = asked->cookie,
                          .what = what,
                          .step = 1,
                          .total = total};
}

static SmyCode forecast(SmyiBacktest *test)
{
    const SmyBacktestOptions *asked = test->asked;
    for (size_t c = 0; c < test->n_contenders; c++) {
        Fitting fitting = {test, &test->contenders[c]};
        if (!test->contenders[c].refit)
            continue;
        size_t n = test->folds + 1;
        SmyiProgress progress = listen(asked, "fits", n);
        SmyCode code = smyi_parallel(n, asked->threads, fit, &fitting, smyi_progress_tick,
                                     &progress, NULL);
        if (code != SMY_OK)
            return code;
    }
    size_t n_pieces = test->n_contenders * test->decisions.n_blocks;
    SmyiProgress progress = listen(asked, "forecasts", n_pieces);
    return smyi_parallel(n_pieces, asked->threads, judge, test, smyi_progress_tick,
                         &progress, NULL);
}

enum { CRPS, ERROR, OWN_CRPS, OWN_ERROR, N_SERIES };

/* Differences to the baseline and own scores, N_SERIES series of each contender. */
static const double **differences(const SmyiBacktest *test, SmyiArena *mem)
{
    size_t n = test->decisions.n, n_series = N_SERIES * test->n_contenders;
    const double **series = SMYI_NEW(mem, n_series, const double *);
    double *numbers = SMYI_NEW(mem, n_series * n, double);
    const SmyiJudged *base = test->contenders[test->baseline].judged;
    if (!series || !numbers)
        return NULL;
    for (size_t c = 0; c < test->n_contenders; c++) {
        const SmyiJudged *own = test->contenders[c].judged;
        double *first = numbers + N_SERIES * c * n;
        for (size_t s = 0; s < N_SERIES; s++)
            series[N_SERIES * c + s] = first + s * n;
        for (size_t d = 0; d < n; d++) {
            double y = test->decisions.list[d].outcome, off = fabs(own[d].point - y);
            first[CRPS * n + d] = own[d].crps - base[d].crps;
            first[ERROR * n + d] = off - fabs(base[d].point - y);
            first[OWN_CRPS * n + d] = own[d].crps;
            first[OWN_ERROR * n + d] = off;
        }
    }
    return series;
}

static SmyCode compare(SmyiBacktest *test, SmyiArena *mem)
{
    const SmyBacktestOptions *asked = test->asked;
    const SmyiDecisions *d = &test->decisions;
    size_t n_series = N_SERIES * test->n_contenders;
    SmyiPaired *paired = SMYI_NEW(mem, n_series, SmyiPaired);
    size_t *group = SMYI_NEW(mem, d->n, size_t);
    const double **series = differences(test, mem);
    if (!paired || !group || !series)
        return SMY_ERR_NOMEM;
    for (size_t i = 0; i < d->n; i++)
        group[i] = d->list[i].group;
    SmyiProgress progress = listen(asked, "resamples", asked->resamples);
    SmyCode code = smyi_paired(series, n_series, d->n, group, d->n_groups, asked->seed,
                               asked->resamples, asked->threads, &progress, mem, paired);
    for (size_t c = 0; c < test->n_contenders && code == SMY_OK; c++) {
        SmyiContender *contender = &test->contenders[c];
        contender->crps = paired[N_SERIES * c + CRPS];
        contender->error = paired[N_SERIES * c + ERROR];
        contender->own_crps = paired[N_SERIES * c + OWN_CRPS];
        contender->own_error = paired[N_SERIES * c + OWN_ERROR];
    }
    return code;
}

static SmyCode prepare(SmyiBacktest *test, SmyiArena *mem, SmyError *err)
{
    const SmyBacktestOptions *asked = test->asked;
    SmyiSolver *solvers;
    size_t n_solvers;
    SmyCode code = smyi_solvers_new(asked->models, asked->model_options,
                                    asked->n_model_options, mem, &solvers, &n_solvers, err);
    if (code != SMY_OK)
        return code;
    if (smyi_decisions_new(test->cases, asked->equal_capability, mem, &test->decisions) !=
            SMY_OK ||
        deal_folds(test, mem) != SMY_OK)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    if (test->decisions.n == 0)
        return smyi_fail_at(err, SMY_ERR_MISSING, (SmyiPlace){0},
                            "an issue counts if its outcome is known and three actors have "
                            "a position and a salience",
                            "no issue of the table can be scored");
    return add_all(test, solvers, n_solvers, mem, err);
}

static SmyCode work(SmyiBacktest *test, SmyiArena *mem, SmyError *err)
{
    SmyCode code = prepare(test, mem, err);
    if (code != SMY_OK)
        return code;
    code = forecast(test);
    if (code == SMY_OK)
        code = compare(test, mem);
    if (code != SMY_OK)
        return smyi_fail(err, code, "%s", smy_code_text(code));
    smyi_backtest_write(test);
    return test->result->failed ? smyi_fail(err, SMY_ERR_NOMEM, "out of memory") : SMY_OK;
}

SmyCode smy_backtest(const SmyCases *cases, const SmyBacktestOptions *options,
                     SmyResult **out, SmyError *err)
{
    SmyBacktestOptions defaults;
    SmyiArena mem = {0};
    smy_backtest_options_init(&defaults);
    SmyiBacktest test = {.cases = cases, .asked = options ? options : &defaults};
    *out = NULL;
    test.result = smyi_result_new();
    if (!test.result)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    SmyCode code = work(&test, &mem, err);
    smyi_arena_free(&mem);
    if (code == SMY_OK)
        *out = test.result;
    else
        smy_result_free(test.result);
    return code;
}
