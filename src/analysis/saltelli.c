/* SPDX-License-Identifier: Apache-2.0 */
/* The sample of Sobol indices, drawn and answered row by row. */
#include "analysis/saltelli.h"

#include <string.h>

bool smyi_saltelli_new(size_t n_rows, size_t n_factors, size_t n_outputs, SmyiArena *mem,
                       SmyiSaltelli *out)
{
    size_t cells = n_outputs * n_rows;
    *out = (SmyiSaltelli){.n_rows = n_rows,
                          .n_factors = n_factors,
                          .n_outputs = n_outputs,
                          .a = SMYI_NEW(mem, cells, double),
                          .b = SMYI_NEW(mem, cells, double),
                          .ab = SMYI_NEW(mem, cells * n_factors, double)};
    return out->a && out->b && out->ab;
}

typedef struct Job {
    const SmyiAsked *asked;
    const SmyiFactors *factors;
    const SmyiPoints *points;
    SmyiSaltelli *out;
} Job;

/* What one block of rows is made of. */
typedef struct Rows {
    size_t first, n;
    double *a, *b;     /* [inputs x rows] values */
    double *u_a, *u_b; /* [issues x rows] choices */
    SmyiReach before;  /* what still holds values of the factor before */
} Rows;

/* Values of all inputs, from numbers `first_number` on of the block's draws. */
static void draw_values(const Job *job, SmyiAnswering *here, const Rows *rows,
                        size_t first_number, double *u, double *values)
{
    const SmyiFrame *f = job->asked->frame;
    const SmyiFactors *factors = job->factors;
    size_t n = rows->n;
    double *value = here->sit.value;
    for (size_t cell = 0; cell < f->n_inputs * n; cell++)
        value[cell] = .5; /* of points: any number does */
    smyi_points_numbers(job->points, rows->first, n, first_number, factors->n_varying, u);
    for (size_t v = 0; v < factors->n_varying; v++)
        memcpy(value + (size_t)factors->varying[v] * n, u + v * n, n * sizeof *u);
    smyi_situation_values(f, n, &here->sit);
    memcpy(values, value, f->n_inputs * n * sizeof *values);
}

static bool draw_rows(const Job *job, SmyiAnswering *here, SmyiArena *mem, Rows *rows)
{
    const SmyiFrame *f = job->asked->frame;
    size_t n = rows->n, varying = job->factors->n_varying;
    double *u = SMYI_NEW(mem, varying * n, double);
    rows->a = SMYI_NEW(mem, f->n_inputs * n, double);
    rows->b = SMYI_NEW(mem, f->n_inputs * n, double);
    rows->u_a = SMYI_NEW(mem, f->n_issues * n, double);
    rows->u_b = SMYI_NEW(mem, f->n_issues * n, double);
    rows->before.actors = SMYI_NEW(mem, f->n_actors, unsigned char);
    if (!u || !rows->a || !rows->b || !rows->u_a || !rows->u_b || !rows->before.actors)
        return false;
    here->sit.n_lanes = n;
    draw_values(job, here, rows, 0, u, rows->a);
    draw_values(job, here, rows, varying, u, rows->b);
    smyi_points_choices(job->points, rows->first, n, 0, f->n_issues, rows->u_a);
    smyi_points_choices(job->points, rows->first, n, f->n_issues, f->n_issues, rows->u_b);
    return true;
}

/* Puts a factor's values into the situation, and renews what hangs on them or did before. */
static void put_factor(const SmyiFrame *f, const SmyiFactor *factor, const double *values,
                       Rows *rows, SmyiSituation *sit)
{
    size_t n = rows->n;
    SmyiReach *reach = &rows->before;
    for (size_t j = 0; j < factor->n_inputs; j++)
        memcpy(sit->value + (size_t)factor->inputs[j] * n,
               values + (size_t)factor->inputs[j] * n, n * sizeof *values);
    for (size_t a = 0; a < f->n_actors; a++)
        reach->actors[a] |= factor->reach.actors[a];
    reach->status_quo |= factor->reach.status_quo;
    smyi_situation_renew(f, reach, sit);
}

/* Takes them out again; what hangs on them is renewed with the next factor. */
static void take_factor(const SmyiFrame *f, const SmyiFactor *factor, Rows *rows,
                        SmyiSituation *sit)
{
    size_t n = rows->n;
    for (size_t j = 0; j < factor->n_inputs; j++)
        memcpy(sit->value + (size_t)factor->inputs[j] * n,
               rows->a + (size_t)factor->inputs[j] * n, n * sizeof *rows->a);
    memcpy(rows->before.actors, factor->reach.actors, f->n_actors);
    rows->before.status_quo = factor->reach.status_quo;
}

static SmyCode swap_factors(const Job *job, SmyiAnswering *here, Rows *rows)
{
    const SmyiFrame *f = job->asked->frame;
    SmyiSaltelli *out = job->out;
    SmyCode code = SMY_OK;
    for (size_t j = 0; j < job->factors->n && code == SMY_OK; j++) {
        const SmyiFactor *factor = &job->factors->list[j];
        bool chance = factor->kind == SMYI_FACTOR_CHANCE;
        put_factor(f, factor, rows->b, rows, &here->sit);
        code = smyi_answering_changed(
            here, chance ? rows->u_b : rows->u_a, factor->in_the_game,
            out->ab + j * out->n_outputs * out->n_rows + rows->first, out->n_rows);
        take_factor(f, factor, rows, &here->sit);
    }
    return code;
}

static SmyCode piece(void *cookie, size_t index, SmyiArena *mem)
{
    const Job *job = cookie;
    const SmyiFrame *f = job->asked->frame;
    SmyiSaltelli *out = job->out;
    SmyiAnswering here;
    size_t first = index * SMYI_BLOCK, rest = out->n_rows - first;
    Rows rows = {.first = first, .n = rest < SMYI_BLOCK ? rest : SMYI_BLOCK};
    if (!smyi_answering_new(job->asked, mem, &here) || !draw_rows(job, &here, mem, &rows))
        return SMY_ERR_NOMEM;
    smyi_situation_derive(f, rows.n, &here.sit); /* B: its values stand there now */
    SmyCode code = smyi_answering_solve(&here, rows.u_b, out->b + first, out->n_rows);
    memcpy(here.sit.value, rows.a, f->n_inputs * rows.n * sizeof *rows.a);
    smyi_situation_derive(f, rows.n, &here.sit);
    if (code == SMY_OK)
        code = smyi_answering_solve(&here, rows.u_a, out->a + first, out->n_rows);
    return code == SMY_OK ? swap_factors(job, &here, &rows) : code;
}

SmyCode smyi_saltelli_draw(const SmyiAsked *asked, const SmyiFactors *factors,
                           const SmyiPoints *points, unsigned threads,
                           SmyiProgress *progress, SmyiSaltelli *out)
{
    Job job = {asked, factors, points, out};
    size_t n_pieces = (out->n_rows + SMYI_BLOCK - 1) / SMYI_BLOCK;
    progress->step = SMYI_BLOCK * (factors->n + 2);
    progress->total = out->n_rows * (factors->n + 2);
    return smyi_parallel(n_pieces, threads, piece, &job, smyi_progress_tick, progress,
                         NULL);
}
