/* SPDX-License-Identifier: Apache-2.0 */
/* Morris' elementary effects. */
#include "analysis/morris.h"

#include <math.h>

#include "base/random.h"
#include "base/sums.h"

/* ---- Paths ---- */

double smyi_morris_delta(unsigned levels)
{
    return (double)levels / (2 * ((double)levels - 1));
}

/* Levels of the lower half can only go up, those of the upper half only down. */
void smyi_trajectory_draw(uint64_t seed, uint64_t k, unsigned levels, SmyiTrajectory *path)
{
    size_t n = path->n;
    for (size_t j = 0; j < n; j++)
        path->order[j] = j;
    for (size_t j = n; j > 1; j--) {
        double u = smyi_uniform(seed, SMYI_STREAM_PERMUTATIONS, k, n + j - 1);
        size_t other = (size_t)(u * (double)j), held = path->order[j - 1];
        path->order[j - 1] = path->order[other];
        path->order[other] = held;
    }
    for (size_t j = 0; j < n; j++) {
        double u = smyi_uniform(seed, SMYI_STREAM_PERMUTATIONS, k, j);
        path->base[j] = floor(u * levels) / (levels - 1);
    }
    for (size_t j = 0; j < n; j++)
        path->sign[j] = path->base[path->order[j]] < .5 ? 1 : -1;
}

void smyi_trajectory_point(const SmyiTrajectory *path, unsigned levels, size_t step,
                           double *x)
{
    for (size_t j = 0; j < path->n; j++)
        x[j] = path->base[j];
    for (size_t s = 0; s < step; s++)
        x[path->order[s]] += path->sign[s] * smyi_morris_delta(levels);
}

void smyi_trajectory_effects(const SmyiTrajectory *path, unsigned levels,
                             const double *answers, double *effect)
{
    for (size_t s = 0; s < path->n; s++)
        effect[path->order[s]] =
            (answers[s + 1] - answers[s]) / (path->sign[s] * smyi_morris_delta(levels));
}

/* ---- Their effects ---- */

static bool counts(const double *effects, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!isfinite(effects[i]))
            return false;
    return true;
}

size_t smyi_elementary(const double *effects, size_t n_paths, size_t n_factors,
                       SmyiElementary *out)
{
    size_t n = 0;
    for (size_t k = 0; k < n_paths; k++)
        n += counts(effects + k * n_factors, n_factors);
    for (size_t i = 0; i < n_factors; i++) {
        double sum = 0, lost = 0, size = 0, size_lost = 0, square = 0, square_lost = 0;
        for (size_t k = 0; k < n_paths; k++) {
            double e = effects[k * n_factors + i];
            bool in = counts(effects + k * n_factors, n_factors);
            smyi_add(&sum, &lost, in ? e : 0);
            smyi_add(&size, &size_lost, in ? fabs(e) : 0);
        }
        double mean = (sum + lost) / (double)n;
        for (size_t k = 0; k < n_paths; k++) {
            double d = effects[k * n_factors + i] - mean;
            smyi_add(&square, &square_lost,
                     counts(effects + k * n_factors, n_factors) ? d * d : 0);
        }
        out[i] = (SmyiElementary){
            .mean = n ? mean : (double)NAN,
            .size = n ? (size + size_lost) / (double)n : (double)NAN,
            .spread = n > 1 ? sqrt((square + square_lost) / (double)(n - 1)) : (double)NAN};
    }
    return n;
}

/* ---- The scenario along a path ---- */

typedef struct Job {
    const SmyiAsked *asked;
    const SmyiFactors *factors;
    uint64_t seed;
    size_t n_paths;
    double *effects;
} Job;

/* Numbers of the inputs at steps first .. first + n - 1: ends of the range stay inside (0,1). */
static void fill_numbers(const Job *job, const SmyiTrajectory *path, size_t first, size_t n,
                         double *x, SmyiSituation *sit)
{
    const SmyiFrame *f = job->asked->frame;
    for (size_t cell = 0; cell < f->n_inputs * n; cell++)
        sit->value[cell] = .5;
    for (size_t k = 0; k < n; k++) {
        smyi_trajectory_point(path, SMYI_MORRIS_LEVELS, first + k, x);
        for (size_t i = 0; i < path->n; i++) {
            const SmyiFactor *factor = &job->factors->list[i];
            double u = fmin(fmax(x[i], 0x1p-40), 1 - 0x1p-40);
            for (size_t j = 0; j < factor->n_inputs; j++)
                sit->value[(size_t)factor->inputs[j] * n + k] = u;
        }
    }
}

static SmyCode answer_path(const Job *job, SmyiAnswering *here, const SmyiTrajectory *path,
                           double *x, double *answers)
{
    SmyCode code = SMY_OK;
    size_t points = path->n + 1;
    for (size_t first = 0; first < points && code == SMY_OK; first += SMYI_BLOCK) {
        size_t n = points - first < SMYI_BLOCK ? points - first : SMYI_BLOCK;
        fill_numbers(job, path, first, n, x, &here->sit);
        smyi_situation_from_uniforms(job->asked->frame, n, &here->sit);
        code = smyi_answering_solve(here, NULL, answers + first, points);
    }
    return code;
}

static SmyCode piece(void *cookie, size_t index, SmyiArena *mem)
{
    const Job *job = cookie;
    size_t n = job->factors->n, outputs = smyi_n_outputs(job->asked);
    SmyiAnswering here;
    SmyiTrajectory path = {n, SMYI_NEW(mem, n, double), SMYI_NEW(mem, n, size_t),
                           SMYI_NEW(mem, n, signed char)};
    double *x = SMYI_NEW(mem, n, double),
           *answers = SMYI_NEW(mem, outputs * (n + 1), double);
    if (!path.base || !path.order || !path.sign || !x || !answers ||
        !smyi_answering_new(job->asked, mem, &here))
        return SMY_ERR_NOMEM;
    smyi_trajectory_draw(job->seed, index, SMYI_MORRIS_LEVELS, &path);
    SmyCode code = answer_path(job, &here, &path, x, answers);
    for (size_t o = 0; o < outputs && code == SMY_OK; o++)
        smyi_trajectory_effects(&path, SMYI_MORRIS_LEVELS, answers + o * (n + 1),
                                job->effects + (o * job->n_paths + index) * n);
    return code;
}

SmyCode smyi_morris(const SmyiAsked *asked, const SmyiFactors *factors, uint64_t seed,
                    size_t n_paths, unsigned threads, SmyiProgress *progress,
                    double *effects)
{
    Job job = {asked, factors, seed, n_paths, effects};
    progress->step = factors->n + 1;
    progress->total = n_paths * (factors->n + 1);
    return smyi_parallel(n_paths, threads, piece, &job, smyi_progress_tick, progress, NULL);
}
