/* SPDX-License-Identifier: Apache-2.0 */
/* What an answer hangs on: asking, drawing, putting in order. */
#include "analysis/sensitivity.h"

#include <math.h>
#include <stdlib.h>

#include "base/sums.h"

enum { ROWS = 1024, PATHS = 32, MOST_ROWS = 1 << 20 };

static const double MOST_CELLS = 0x1p28; /* doubles of a sample, 2 GiB */

void smy_sensitivity_options_init(SmySensitivityOptions *options)
{
    *options = (SmySensitivityOptions){.method = SMY_METHOD_SOBOL, .resamples = 1000};
    smy_run_options_init(&options->run);
    options->run.points = SMY_POINTS_SOBOL;
}

/* ---- Sobol ---- */

/*
 * Mean answer over the rows of A and B in whose lowest, and highest, quarter the factor's one
 * input lies. Tied inputs and groups have no such ends.
 */
static SmyCode mean_at_ends(SmyiStudy *s)
{
    size_t n = s->sample.n_rows, d = s->factors.n_varying;
    double *u = SMYI_NEW(s->mem, n, double);
    s->at_low = SMYI_NEW(s->mem, s->factors.n, double);
    s->at_high = SMYI_NEW(s->mem, s->factors.n, double);
    if (!u || !s->at_low || !s->at_high)
        return SMY_ERR_NOMEM;
    for (size_t i = 0; i < s->factors.n; i++) {
        const SmyiFactor *factor = &s->factors.list[i];
        double sum[2] = {0}, lost[2] = {0}, count[2] = {0};
        size_t v = 0;
        while (factor->kind == SMYI_FACTOR_INPUT &&
               s->factors.varying[v] != factor->inputs[0])
            v++;
        for (int half = 0; half < 2 && factor->kind == SMYI_FACTOR_INPUT; half++) {
            const double *answers = half ? s->sample.b : s->sample.a;
            smyi_points_numbers(&s->points, 0, n, half ? d + v : v, 1, u);
            for (size_t o = 0; o < s->n_solvers; o++)
                for (size_t r = 0; r < n; r++) {
                    double x = answers[o * n + r];
                    int end = u[r] < .25 ? 0 : 1;
                    if ((u[r] >= .25 && u[r] < .75) || isnan(x))
                        continue;
                    smyi_add(&sum[end], &lost[end], x);
                    count[end] += 1;
                }
        }
        s->at_low[i] = count[0] > 0 ? (sum[0] + lost[0]) / count[0] : (double)NAN;
        s->at_high[i] = count[1] > 0 ? (sum[1] + lost[1]) / count[1] : (double)NAN;
    }
    return SMY_OK;
}

static SmyCode find_indices(SmyiStudy *s)
{
    SmyiIndicesOptions options = {.seed = s->options->run.seed,
                                  .resamples = s->options->resamples,
                                  .threads = s->options->run.threads};
    size_t *pooled = SMYI_NEW(s->mem, s->n_solvers, size_t);
    s->indices = SMYI_NEW(s->mem, s->n_solvers + 1, SmyiIndices);
    if (!pooled || !s->indices)
        return SMY_ERR_NOMEM;
    for (size_t m = 0; m < s->n_solvers; m++) {
        SmyCode code = smyi_indices(&s->sample, &m, 1, &options, s->mem, &s->indices[m]);
        if (code != SMY_OK)
            return code;
        if (s->indices[m].n_rows > 0)
            pooled[s->n_pooled++] = m;
    }
    return smyi_indices(&s->sample, pooled, s->n_pooled, &options, s->mem,
                        &s->indices[s->n_solvers]);
}

static SmyCode check_size(const SmyiStudy *s, SmyError *err)
{
    double cells = (double)s->rows * (double)(s->factors.n + 2) * (double)s->n_solvers;
    if (s->rows <= MOST_ROWS && cells <= MOST_CELLS)
        return SMY_OK;
    return smyi_fail_at(err, SMY_ERR_LIMIT, (SmyiPlace){0},
                        "take fewer rows or models, or the method of Morris",
                        "%zu factors by %zu rows by %zu models are too many to keep",
                        s->factors.n, (size_t)s->rows, s->n_solvers);
}

static bool any_distribution(const SmyiStudy *s)
{
    for (size_t m = 0; m < s->n_solvers; m++)
        if (s->solvers[m].model->support)
            return true;
    return false;
}

static SmyCode study_sobol(SmyiStudy *s, SmyiProgress *progress, SmyError *err)
{
    const SmyRunOptions *run = &s->options->run;
    unsigned chance = any_distribution(s) ? SMYI_FACTORS_CHANCE : 0;
    s->rows = s->options->rows ? s->options->rows : ROWS;
    SmyCode code =
        smyi_factors_new(&s->frame, SMYI_FACTORS_GROUPS | chance, s->mem, &s->factors);
    if (code == SMY_OK)
        code = check_size(s, err);
    if (code == SMY_OK)
        code = smyi_points_new(run->points, run->seed, 2 * s->factors.n_varying,
                               2 * s->frame.n_issues, s->mem, &s->points, err);
    if (code == SMY_OK &&
        !smyi_saltelli_new((size_t)s->rows, s->factors.n, s->n_solvers, s->mem, &s->sample))
        code = SMY_ERR_NOMEM;
    if (code == SMY_OK)
        code = smyi_saltelli_draw(&s->asked, &s->factors, &s->points, run->threads,
                                  progress, &s->sample);
    s->solves = s->rows * (s->factors.n + 2) * s->n_solvers;
    if (code == SMY_OK)
        code = find_indices(s);
    return code == SMY_OK ? mean_at_ends(s) : code;
}

/* ---- Morris ---- */

static SmyCode study_morris(SmyiStudy *s, SmyiProgress *progress, SmyError *err)
{
    const SmyRunOptions *run = &s->options->run;
    s->rows = s->options->rows ? s->options->rows : PATHS;
    SmyCode code = smyi_factors_new(&s->frame, 0, s->mem, &s->factors);
    if (code == SMY_OK)
        code = check_size(s, err);
    size_t n = s->factors.n, paths = (size_t)s->rows;
    double *effects =
        code == SMY_OK ? SMYI_NEW(s->mem, s->n_solvers * paths * n, double) : NULL;
    s->elementary = SMYI_NEW(s->mem, (s->n_solvers + 1) * n, SmyiElementary);
    s->paths = SMYI_NEW(s->mem, s->n_solvers + 1, size_t);
    if (code == SMY_OK && (!effects || !s->elementary || !s->paths))
        code = SMY_ERR_NOMEM;
    if (code == SMY_OK)
        code = smyi_morris(&s->asked, &s->factors, run->seed, paths, run->threads, progress,
                           effects);
    s->solves = paths * (n + 1) * s->n_solvers;
    for (size_t m = 0; m <= s->n_solvers && code == SMY_OK; m++) {
        bool all = m == s->n_solvers;
        s->paths[m] =
            smyi_elementary(effects + (all ? 0 : m) * paths * n,
                            all ? s->n_solvers * paths : paths, n, s->elementary + m * n);
        s->n_pooled += !all && s->paths[m] > 0;
    }
    return code;
}

/* ---- Tornado ---- */

double smyi_tornado_mean(const SmyiStudy *s, const double *rows, size_t factor)
{
    double sum = 0, lost = 0, n = 0;
    for (size_t m = 0; m < s->n_solvers; m++)
        if (isfinite(s->tornado.base[m])) {
            smyi_add(&sum, &lost, rows[m * s->factors.n + factor]);
            n += 1;
        }
    return n > 0 ? (sum + lost) / n : (double)NAN;
}

static SmyCode study_tornado(SmyiStudy *s)
{
    SmyCode code = smyi_factors_new(&s->frame, SMYI_FACTORS_APART, s->mem, &s->factors);
    if (code == SMY_OK)
        code = smyi_tornado(&s->asked, &s->factors, s->mem, &s->tornado);
    s->solves = (2 * s->factors.n + 1) * s->n_solvers;
    for (size_t m = 0; m < s->n_solvers && code == SMY_OK; m++)
        s->n_pooled += isfinite(s->tornado.base[m]) != 0;
    return code;
}

/* ---- Order ---- */

double smyi_study_weight(const SmyiStudy *s, size_t factor)
{
    double weight = 0;
    switch (s->options->method) {
    case SMY_METHOD_SOBOL:
        weight = s->indices[s->n_solvers].effects[factor].total.value;
        break;
    case SMY_METHOD_MORRIS:
        weight = s->elementary[s->n_solvers * s->factors.n + factor].size;
        break;
    case SMY_METHOD_TORNADO:
        weight = fabs(smyi_tornado_mean(s, s->tornado.high, factor) -
                      smyi_tornado_mean(s, s->tornado.low, factor));
        break;
    }
    return isnan(weight) ? -1 : weight;
}

typedef struct Weighed {
    double weight;
    size_t factor;
} Weighed;

static int heavier_first(const void *a, const void *b)
{
    const Weighed *x = a, *y = b;
    if (x->weight < y->weight || x->weight > y->weight)
        return x->weight < y->weight ? 1 : -1;
    return (x->factor > y->factor) - (x->factor < y->factor);
}

static SmyCode put_in_order(SmyiStudy *s)
{
    Weighed *list = SMYI_NEW(s->mem, s->factors.n, Weighed);
    s->order = SMYI_NEW(s->mem, s->factors.n, size_t);
    if (!list || !s->order)
        return SMY_ERR_NOMEM;
    for (size_t i = 0; i < s->factors.n; i++)
        list[i] = (Weighed){smyi_study_weight(s, i), i};
    qsort(list, s->factors.n, sizeof *list, heavier_first);
    for (size_t i = 0; i < s->factors.n; i++)
        s->order[i] = list[i].factor;
    return SMY_OK;
}

/* ---- All of it ---- */

static SmyCode study(SmyiStudy *s, SmyError *err)
{
    const SmyRunOptions *run = &s->options->run;
    SmyiProgress progress = {.say = run->progress, .cookie = run->cookie, .what = "solves"};
    SmyCode code = SMY_OK;
    switch (s->options->method) {
    case SMY_METHOD_SOBOL:
        code = study_sobol(s, &progress, err);
        break;
    case SMY_METHOD_MORRIS:
        code = study_morris(s, &progress, err);
        break;
    case SMY_METHOD_TORNADO:
        code = study_tornado(s);
        break;
    }
    if (code == SMY_OK)
        code = put_in_order(s);
    if (code == SMY_OK && !(s->result = smyi_result_new()))
        code = SMY_ERR_NOMEM;
    if (code == SMY_OK)
        smyi_study_write(s);
    if (code == SMY_OK && s->result->failed)
        code = SMY_ERR_NOMEM;
    if (code == SMY_ERR_NOMEM || code == SMY_ERR_CANCELLED)
        return smyi_fail(err, code, "%s", smy_code_text(code));
    return code;
}

static SmyCode prepare(SmyiStudy *s, const SmyScenario *scenario, const char *of,
                       SmyError *err)
{
    const SmyRunOptions *run = &s->options->run;
    s->scn = scenario;
    s->language = run->language ? run->language : "en";
    SmyCode code = smyi_question_read(scenario, of, "--of", s->mem, &s->question, err);
    if (code == SMY_OK)
        code = smyi_solvers_new(run->models, run->model_options, run->n_model_options,
                                s->mem, &s->solvers, &s->n_solvers, err);
    if (code == SMY_OK)
        code = smyi_frame_new(scenario, run->stated_positions, run->quadratic_loss, s->mem,
                              &s->frame, err);
    s->asked = (SmyiAsked){.frame = &s->frame,
                           .solvers = s->solvers,
                           .n_solvers = s->n_solvers,
                           .questions = &s->question,
                           .n_questions = 1};
    return code;
}

SmyCode smy_sensitivity(const SmyScenario *scenario, const char *of,
                        const SmySensitivityOptions *options, SmyResult **out,
                        SmyError *err)
{
    SmySensitivityOptions defaults;
    smy_sensitivity_options_init(&defaults);
    SmyiArena mem = {0};
    SmyiStudy s = {.options = options ? options : &defaults, .mem = &mem};
    *out = NULL;
    SmyCode code = prepare(&s, scenario, of, err);
    if (code == SMY_OK)
        code = study(&s, err);
    smyi_arena_free(&mem);
    if (code != SMY_OK) {
        smy_result_free(s.result);
        return code;
    }
    *out = s.result;
    return SMY_OK;
}
