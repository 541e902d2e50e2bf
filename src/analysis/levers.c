/* SPDX-License-Identifier: Apache-2.0 */
/* Moving one input alone: the answer along its range, its slope, its jumps. */
#include "analysis/levers.h"

#include <math.h>
#include <stdlib.h>

#include "base/sums.h"

enum { STEPS = SMYI_LEVER_STEPS, HALVINGS = 4 /* h, h/2, h/4, h/8 */, MOST_REFINED = 8 };

static const double STEP = 1e-3, FINE = 1e-6, JUMP = .05; /* models.md J */

typedef struct Job {
    SmyiLeverStudy *study;
    SmyiLeverFound *found; /* [inputs] */
} Job;

/* One input being moved. */
typedef struct Moving {
    SmyiAnswering *here;
    SmyiFactor factor;
    int input;
    double *answers; /* [models x STEPS] */
} Moving;

/* The answers with the input at n values, into moving->answers [models x STEPS]. */
static SmyCode answer_at(Moving *m, const double *values, size_t n)
{
    const SmyiFrame *f = m->here->asked->frame;
    SmyiSituation *sit = &m->here->sit;
    smyi_situation_points(f, n, sit);
    for (size_t k = 0; k < n; k++)
        sit->value[(size_t)m->input * n + k] = values[k];
    smyi_situation_renew(f, &m->factor.reach, sit);
    return smyi_answering_solve(m->here, NULL, m->answers, STEPS);
}

/* What a lever may be moved between: its range, or where it has none what it may be at all. */
static void range_of(const SmyiFrame *f, int input, SmyiLeverFound *out)
{
    const SmyiEstimate *e = &f->estimates[input];
    const SmyiInput *in = &f->scn->inputs[input];
    out->input = input;
    out->point = smyi_estimate_point(e);
    out->low = e->low, out->high = e->high;
    if (smyi_varies(e))
        return;
    double reach = out->point != 0 ? fabs(out->point) : 1; /* as much again, up and down */
    out->low = isfinite(in->least) ? in->least : out->point - reach;
    out->high = isfinite(in->most) ? in->most : out->point + reach;
}

static double step_at(const SmyiLeverFound *f, size_t step)
{
    return step + 1 == STEPS
               ? f->high
               : f->low + (f->high - f->low) * (double)step / (double)(STEPS - 1);
}

/* ---- Jumps ---- */

/*
 * Narrows low..high under one model, each time to the part of 63 in which the answer changes
 * most; false: no jump is left when the place is known to a millionth of the range.
 */
static SmyCode locate(Moving *m, const SmyiLeverFound *f, size_t model, double unit,
                      double low, double high, SmyiSwitch *out, bool *found)
{
    double range = f->high - f->low, value[STEPS];
    *found = false;
    for (int pass = 0; pass < MOST_REFINED && high - low > FINE * range; pass++) {
        for (size_t k = 0; k < STEPS; k++)
            value[k] = k + 1 == STEPS
                           ? high
                           : low + (high - low) * (double)k / (double)(STEPS - 1);
        SmyCode code = answer_at(m, value, STEPS);
        if (code != SMY_OK)
            return code;
        const double *answer = m->answers + model * STEPS;
        size_t most = 0;
        for (size_t k = 0; k + 1 < STEPS; k++)
            if (fabs(answer[k + 1] - answer[k]) > fabs(answer[most + 1] - answer[most]))
                most = k;
        if (!(fabs(answer[most + 1] - answer[most]) > JUMP * unit))
            return SMY_OK;
        *out = (SmyiSwitch){(value[most] + value[most + 1]) / 2, answer[most],
                            answer[most + 1]};
        low = value[most], high = value[most + 1];
    }
    *found = true;
    return SMY_OK;
}

/* The change that at most SMYI_MOST_SWITCHES steps are above, and no less than `least`. */
static double least_change(const SmyiPull *pull, double least)
{
    for (;;) {
        size_t above = 0;
        double smallest = HUGE_VAL;
        for (size_t k = 0; k + 1 < STEPS; k++) {
            double change = fabs(pull->value[k + 1] - pull->value[k]);
            above += change > least;
            smallest = change > least ? fmin(smallest, change) : smallest;
        }
        if (above <= SMYI_MOST_SWITCHES)
            return least;
        least = smallest;
    }
}

/* The steps with the largest changes are looked into, in ascending order. */
static SmyCode find_switches(Moving *m, const SmyiLeverFound *f, size_t model, double unit)
{
    SmyiPull *pull = &f->pulls[model];
    double least = least_change(pull, JUMP * unit);
    for (size_t k = 0; k + 1 < STEPS; k++) {
        bool jumps = false;
        if (!(fabs(pull->value[k + 1] - pull->value[k]) > least))
            continue;
        SmyCode code = locate(m, f, model, unit, step_at(f, k), step_at(f, k + 1),
                              &pull->switches[pull->n_switches], &jumps);
        if (code != SMY_OK)
            return code;
        pull->n_switches += jumps;
    }
    return SMY_OK;
}

/* ---- Slopes ---- */

/*
 * Central difference with h a thousandth of the range, one-sided at its ends; NaN where the
 * difference stays above a twentieth of the unit while h halves three times.
 */
static SmyCode find_slopes(Moving *m, const SmyiLeverFound *f, double unit, size_t n_models)
{
    double value[2 * HALVINGS], h = STEP * (f->high - f->low);
    for (size_t k = 0; k < HALVINGS; k++, h /= 2) {
        value[2 * k] = fmax(f->point - h, f->low);
        value[2 * k + 1] = fmin(f->point + h, f->high);
    }
    SmyCode code = answer_at(m, value, 2 * HALVINGS);
    for (size_t s = 0; s < n_models && code == SMY_OK; s++) {
        const double *answer = m->answers + s * STEPS;
        bool jumps = true;
        for (size_t k = 0; k < HALVINGS; k++)
            jumps &= fabs(answer[2 * k + 1] - answer[2 * k]) > JUMP * unit;
        f->pulls[s].slope =
            jumps ? (double)NAN : (answer[1] - answer[0]) / (value[1] - value[0]);
    }
    return code;
}

/* ---- The best place ---- */

static double mean_change(const SmyiLeverStudy *study, const SmyiLeverFound *f, size_t step)
{
    double sum = 0, lost = 0, n = 0;
    for (size_t s = 0; s < study->asked.n_solvers; s++) {
        double change = f->pulls[s].value[step] - study->base[s];
        if (isnan(change))
            continue;
        smyi_add(&sum, &lost, change);
        n += 1;
    }
    return n > 0 ? (sum + lost) / n : (double)NAN;
}

static void find_best(const SmyiLeverStudy *study, SmyiLeverFound *f)
{
    f->best = STEPS;
    for (size_t k = 0; k < STEPS; k++) {
        double change = mean_change(study, f, k);
        bool nearer = f->best < STEPS &&
                      fabs(step_at(f, k) - f->point) < fabs(step_at(f, f->best) - f->point);
        if (change > f->change + 1e-9 || (nearer && change > f->change - 1e-9)) {
            f->change = change > f->change ? change : f->change;
            f->best = k;
        }
        for (size_t s = 0; s < study->asked.n_solvers; s++)
            f->moves |= fabs(f->pulls[s].value[k] - study->base[s]) > 1e-9;
    }
    f->least = f->most = f->best < STEPS ? (double)NAN : 0;
    for (size_t s = 0; f->best < STEPS && s < study->asked.n_solvers; s++) {
        double change = f->pulls[s].value[f->best] - study->base[s];
        f->least = fmin(f->least, change); /* fmin and fmax pass over NaN */
        f->most = fmax(f->most, change);
    }
}

/* ---- All inputs ---- */

static SmyCode exact_slopes(Moving *m, const SmyiLeverFound *f, size_t n_models)
{
    const SmyiAsked *asked = m->here->asked;
    SmyCode code = answer_at(m, &f->point, 1);
    for (size_t s = 0; s < n_models && code == SMY_OK; s++) {
        SmyiPull *pull = &f->pulls[s];
        pull->exact = !isnan(pull->slope) && /* a formula knows of no jump */
                      smyi_mean_slope(asked, &asked->solvers[s], &m->here->sit,
                                      &m->here->solved[s], m->input, &pull->slope);
    }
    return code;
}

static SmyCode move(const Job *job, Moving *m, SmyiLeverFound *f)
{
    const SmyiLeverStudy *study = job->study;
    size_t n_models = study->asked.n_solvers;
    double value[STEPS];
    for (size_t k = 0; k < STEPS; k++)
        value[k] = step_at(f, k);
    SmyCode code = answer_at(m, value, STEPS);
    for (size_t s = 0; s < n_models && code == SMY_OK; s++)
        for (size_t k = 0; k < STEPS; k++)
            f->pulls[s].value[k] = m->answers[s * STEPS + k];
    if (code == SMY_OK)
        find_best(study, f);
    if (code != SMY_OK || !f->moves)
        return code;
    for (size_t s = 0; s < n_models && code == SMY_OK; s++)
        code = find_switches(m, f, s, study->unit);
    if (code == SMY_OK)
        code = find_slopes(m, f, study->unit, n_models);
    return code == SMY_OK ? exact_slopes(m, f, n_models) : code;
}

static SmyCode piece(void *cookie, size_t index, SmyiArena *mem)
{
    const Job *job = cookie;
    const SmyiAsked *asked = &job->study->asked;
    SmyiAnswering here;
    Moving m = {.here = &here, .input = (int)index};
    m.answers = SMYI_NEW(mem, asked->n_solvers * STEPS, double);
    if (!m.answers || !smyi_answering_new(asked, mem, &here) ||
        !smyi_factor_of(asked->frame, (int)index, mem, &m.factor))
        return SMY_ERR_NOMEM;
    range_of(asked->frame, (int)index, &job->found[index]);
    if (!(job->found[index].low < job->found[index].high))
        return SMY_OK;
    return move(job, &m, &job->found[index]);
}

static int best_first(const void *a, const void *b)
{
    const SmyiLeverFound *x = a, *y = b;
    if (x->change < y->change || x->change > y->change)
        return x->change < y->change ? 1 : -1;
    return (x->input > y->input) - (x->input < y->input);
}

static SmyCode answer_points(SmyiLeverStudy *study, SmyiArena *mem)
{
    SmyiAnswering here;
    study->base = SMYI_NEW(mem, study->asked.n_solvers, double);
    if (!study->base || !smyi_answering_new(&study->asked, mem, &here))
        return SMY_ERR_NOMEM;
    smyi_situation_points(study->asked.frame, 1, &here.sit);
    return smyi_answering_solve(&here, NULL, study->base, 1);
}

SmyCode smyi_levers_find(SmyiLeverStudy *study, unsigned threads, SmyiProgress *progress,
                         SmyiArena *mem)
{
    size_t inputs = study->asked.frame->n_inputs, models = study->asked.n_solvers;
    Job job = {study, SMYI_NEW(mem, inputs, SmyiLeverFound)};
    SmyCode code = job.found ? answer_points(study, mem) : SMY_ERR_NOMEM;
    for (size_t j = 0; j < inputs && code == SMY_OK; j++)
        if (!(job.found[j].pulls = SMYI_NEW(mem, models, SmyiPull)))
            code = SMY_ERR_NOMEM;
    progress->step = 1;
    progress->total = inputs;
    if (code == SMY_OK)
        code =
            smyi_parallel(inputs, threads, piece, &job, smyi_progress_tick, progress, NULL);
    study->found = job.found;
    for (size_t j = 0; j < inputs && code == SMY_OK; j++)
        if (job.found[j].moves)
            study->found[study->n++] = job.found[j];
    if (code == SMY_OK)
        qsort(study->found, study->n, sizeof *study->found, best_first);
    return code;
}
