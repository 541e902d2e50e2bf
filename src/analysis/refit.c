/* SPDX-License-Identifier: Apache-2.0 */
/* Fitting a model's options to past decisions. */
#include "analysis/refit.h"

#include <math.h>
#include <string.h>

#include "base/maths.h"
#include "base/random.h"
#include "base/sums.h"

enum { N = SMYI_MOST_FITTED, MOST_STEPS = 50, MOST_HALVINGS = 30 };

static const double STEP = 1e-3 /* of a difference */, SMALL = 1e-6 /* a last step */;

/* models.md M. beta's prior is round 3.2 on the scale of logarithms. */
static const SmyiRefit refits[] = {
    {"heaped",
     2,
     {{"alpha", false, 3.9, 3}, {"beta", true, 1.1631508098056809 /* ln 3.2 */, 1}}},
};

const SmyiRefit *smyi_refit_of(const SmyiModel *model)
{
    for (size_t r = 0; r < sizeof refits / sizeof *refits; r++)
        if (strcmp(refits[r].model, model->info.id) == 0)
            return &refits[r];
    return NULL;
}

/* The group's name becomes a number by FNV-1a (fowler1991), which names a draw. */
unsigned smyi_fold(uint64_t seed, const char *group, unsigned n_folds)
{
    uint64_t h = 0xCBF29CE484222325u;
    for (; *group; group++)
        h = (h ^ (unsigned char)*group) * 0x100000001B3u;
    double u = smyi_uniform(seed, SMYI_STREAM_PERMUTATIONS, h, 0);
    return (unsigned)(u * n_folds);
}

typedef struct Fit {
    const SmyiDecisions *decisions;
    const SmyiModel *model;
    const SmyiRefit *refit;
    const unsigned *fold;
    unsigned left_out;
    size_t index[N]; /* of the fitted options among the model's */
    double *options; /* of the model */
    double *chances; /* [SMYI_BLOCK] */
    SmyiArena *mem;
    SmyCode code;
} Fit;

static void put(Fit *fit, const double *x)
{
    for (size_t o = 0; o < fit->refit->n; o++)
        fit->options[fit->index[o]] =
            fit->refit->options[o].by_logarithm ? smyi_exp(x[o]) : x[o];
}

static bool is_allowed(Fit *fit, const double *x)
{
    put(fit, x);
    for (size_t o = 0; o < fit->refit->n; o++) {
        const SmyOption *option = &fit->model->info.options[fit->index[o]];
        double value = fit->options[fit->index[o]];
        if (!(value >= option->low && value <= option->high))
            return false;
    }
    return true;
}

/* Logarithm of what the outcomes and the priors make of x, but for a constant. */
static double objective(Fit *fit, const double *x)
{
    double sum = 0, lost = 0;
    if (!is_allowed(fit, x))
        return -HUGE_VAL;
    for (size_t o = 0; o < fit->refit->n; o++) {
        double z = (x[o] - fit->refit->options[o].prior) / fit->refit->options[o].sd;
        smyi_add(&sum, &lost, -.5 * z * z);
    }
    for (size_t b = 0; b < fit->decisions->n_blocks && fit->code == SMY_OK; b++) {
        fit->code = smyi_judge_chances(fit->decisions, b, fit->model, fit->options,
                                       fit->mem, fit->chances);
        const SmyiDecision *list = &fit->decisions->list[b * SMYI_BLOCK];
        for (size_t k = 0; k < fit->decisions->games[b].n_lanes; k++)
            if (fit->fold[list[k].group] != fit->left_out && !isnan(fit->chances[k]))
                smyi_add(&sum, &lost, fit->chances[k]);
    }
    return sum + lost;
}

/* Gradient and curvature (minus the matrix of second derivatives) by central differences. */
static void differentiate(Fit *fit, const double *x, double at_x, double gradient[N],
                          double curvature[N][N])
{
    size_t n = fit->refit->n;
    for (size_t i = 0; i < n; i++) {
        double y[N];
        memcpy(y, x, sizeof y);
        y[i] = x[i] + STEP;
        double up = objective(fit, y);
        y[i] = x[i] - STEP;
        double down = objective(fit, y);
        gradient[i] = (up - down) / (2 * STEP);
        curvature[i][i] = -(up - 2 * at_x + down) / (STEP * STEP);
        for (size_t j = 0; j < i; j++) {
            double corner[2][2];
            for (int a = 0; a < 2; a++)
                for (int b = 0; b < 2; b++) {
                    y[i] = x[i] + (a ? STEP : -STEP);
                    y[j] = x[j] + (b ? STEP : -STEP);
                    corner[a][b] = objective(fit, y);
                }
            y[j] = x[j];
            curvature[i][j] = curvature[j][i] =
                -(corner[1][1] - corner[1][0] - corner[0][1] + corner[0][0]) /
                (4 * STEP * STEP);
        }
    }
}

/* Solves curvature step = gradient by Cholesky; false where that is not positive definite. */
static bool solve(size_t n, double curvature[N][N], const double *gradient, double *step)
{
    double l[N][N] = {{0}}, y[N];
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j <= i; j++) {
            double rest = curvature[i][j];
            for (size_t k = 0; k < j; k++)
                rest -= l[i][k] * l[j][k];
            if (i == j && !(rest > 0))
                return false;
            l[i][j] = i == j ? sqrt(rest) : rest / l[j][j];
        }
    for (size_t i = 0; i < n; i++) {
        y[i] = gradient[i];
        for (size_t k = 0; k < i; k++)
            y[i] -= l[i][k] * y[k];
        y[i] /= l[i][i];
    }
    for (size_t i = n; i-- > 0;) {
        step[i] = y[i];
        for (size_t k = i + 1; k < n; k++)
            step[i] -= l[k][i] * step[k];
        step[i] /= l[i][i];
    }
    return true;
}

/* One step uphill, halved until it does not go down; the largest part of it. */
static double climb(Fit *fit, double *x, double *at_x)
{
    size_t n = fit->refit->n;
    double gradient[N], curvature[N][N], step[N], largest = 0;
    differentiate(fit, x, *at_x, gradient, curvature);
    if (!solve(n, curvature, gradient, step))
        for (size_t i = 0; i < n; i++) /* not yet near the top: uphill, a short way */
            step[i] = copysign(.1, gradient[i]);
    for (int h = 0; h < MOST_HALVINGS; h++) {
        double y[N] = {0};
        for (size_t i = 0; i < n; i++)
            y[i] = x[i] + step[i];
        double at_y = objective(fit, y);
        if (at_y >= *at_x) {
            for (size_t i = 0; i < n; i++)
                largest = fmax(largest, fabs(step[i]));
            memcpy(x, y, sizeof y);
            *at_x = at_y;
            return largest;
        }
        for (size_t i = 0; i < n; i++)
            step[i] /= 2;
    }
    return 0; /* no way up that differences can see */
}

size_t smyi_refit_option(const SmyModelInfo *info, const char *key)
{
    size_t o = 0;
    while (o + 1 < info->n_options && strcmp(info->options[o].key, key) != 0)
        o++;
    return o;
}

SmyCode smyi_refit(const SmyiDecisions *decisions, const SmyiModel *model,
                   const SmyiRefit *refit, const unsigned *fold, unsigned left_out,
                   SmyiArena *mem, double *options, bool *converged)
{
    Fit fit = {.decisions = decisions,
               .model = model,
               .refit = refit,
               .fold = fold,
               .left_out = left_out,
               .options = options,
               .chances = SMYI_NEW(mem, SMYI_BLOCK, double),
               .mem = mem};
    double x[N] = {0};
    if (!fit.chances)
        return SMY_ERR_NOMEM;
    for (size_t o = 0; o < refit->n; o++) {
        fit.index[o] = smyi_refit_option(&model->info, refit->options[o].key);
        x[o] = refit->options[o].prior;
    }
    double at_x = objective(&fit, x);
    *converged = false;
    for (int s = 0; s < MOST_STEPS && !*converged && fit.code == SMY_OK; s++)
        *converged = climb(&fit, x, &at_x) < SMALL;
    put(&fit, x);
    return fit.code;
}
