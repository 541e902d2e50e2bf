/* SPDX-License-Identifier: Apache-2.0 */
/* Sobol points, and the sample of Sobol indices over the challenge model. */
#include <stdlib.h>

#include "analysis/saltelli.h"
#include "base/sobol.h"
#include "bench/bench.h"
#include "bench/scenario.h"

enum { POINTS = 4096, DIMENSIONS = 64, ROWS = 1024 };

typedef struct Points {
    SmyiArena mem;
    SmyiSobol sobol;
    double *out;
} Points;

static void *points(void)
{
    Points *p = calloc(1, sizeof *p);
    if (p && smyi_sobol_new(DIMENSIONS, SMYI_SCRAMBLE_SHIFT, 1, &p->mem, &p->sobol) &&
        (p->out = SMYI_NEW(&p->mem, POINTS * DIMENSIONS, double)) != NULL)
        return p;
    free(p);
    return NULL;
}

static double fill(void *state)
{
    Points *p = state;
    smyi_sobol_uniforms(&p->sobol, 0, POINTS, 0, DIMENSIONS, p->out);
    return POINTS * DIMENSIONS;
}

static void forget_points(void *state)
{
    Points *p = state;
    smyi_arena_free(&p->mem);
    free(p);
}

typedef struct Sample {
    SmyScenario *scenario;
    SmyiArena mem;
    SmyiFrame frame;
    SmyiSolver *solvers;
    SmyiQuestion question;
    SmyiFactors factors;
    SmyiPoints points;
    SmyiSaltelli rows;
} Sample;

static bool prepare(Sample *s)
{
    size_t n;
    s->scenario = bench_one_issue(10, true);
    return s->scenario &&
           smyi_frame_new(s->scenario, false, false, &s->mem, &s->frame, NULL) == SMY_OK &&
           smyi_solvers_new("challenge", NULL, 0, &s->mem, &s->solvers, &n, NULL) ==
               SMY_OK &&
           smyi_question_read(s->scenario, "outcome: x", "bench", &s->mem, &s->question,
                              NULL) == SMY_OK &&
           smyi_factors_new(&s->frame, 0, &s->mem, &s->factors) == SMY_OK &&
           smyi_points_new(SMY_POINTS_SOBOL, 1, 2 * s->factors.n_varying, 2, &s->mem,
                           &s->points, NULL) == SMY_OK &&
           smyi_saltelli_new(ROWS, s->factors.n, 1, &s->mem, &s->rows);
}

static void forget_sample(void *state)
{
    Sample *s = state;
    smyi_arena_free(&s->mem);
    smy_scenario_free(s->scenario);
    free(s);
}

static void *sample(void)
{
    Sample *s = calloc(1, sizeof *s);
    if (s && prepare(s))
        return s;
    if (s)
        forget_sample(s);
    return NULL;
}

static double draw(void *state)
{
    Sample *s = state;
    SmyiAsked asked = {.frame = &s->frame,
                       .solvers = s->solvers,
                       .n_solvers = 1,
                       .questions = &s->question,
                       .n_questions = 1};
    SmyiProgress quiet = {0};
    return smyi_saltelli_draw(&asked, &s->factors, &s->points, 1, &quiet, &s->rows) ==
                   SMY_OK
               ? (double)ROWS * (double)(s->factors.n + 2)
               : 0;
}

const Bench bench_sobol_points = {"sobol_points", "numbers", points, fill, forget_points};
const Bench bench_sobol_challenge = {"sobol_challenge", "solves", sample, draw,
                                     forget_sample};
