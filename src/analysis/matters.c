/* SPDX-License-Identifier: Apache-2.0 */
/* Which inputs matter most to some answers: their total effects, for a run's evidence. */
#include <math.h>
#include <stdlib.h>

#include "analysis/sensitivity.h"

static const double MOST_CELLS = 0x1p24; /* 128 MiB of answers */

enum { LEAST_ROWS = 16, MOST_ROWS = 512 };

static int larger_first(const void *a, const void *b)
{
    const SmyiMatter *x = a, *y = b;
    if (x->total > y->total || x->total < y->total)
        return x->total < y->total ? 1 : -1;
    return (x->input > y->input) - (x->input < y->input);
}

static SmyCode list_of(const SmyiFactors *factors, const SmyiIndices *indices,
                       SmyiArena *mem, SmyiMatters *out)
{
    out->list = SMYI_NEW(mem, factors->n_varying, SmyiMatter);
    if (!out->list)
        return SMY_ERR_NOMEM;
    for (size_t i = 0; i < factors->n; i++)
        for (size_t j = 0; j < factors->list[i].n_inputs; j++)
            if (indices->effects[i].total.value > 0)
                out->list[out->n++] =
                    (SmyiMatter){.input = factors->list[i].inputs[j],
                                 .total = indices->effects[i].total.value};
    qsort(out->list, out->n, sizeof *out->list, larger_first);
    return SMY_OK;
}

/* The outputs that have an answer at all: those of others would leave no row. */
static size_t answered(const SmyiSaltelli *sample, size_t *outputs)
{
    size_t n = 0;
    for (size_t o = 0; o < sample->n_outputs; o++) {
        bool any = false;
        for (size_t r = 0; r < sample->n_rows && !any; r++)
            any = isfinite(sample->a[o * sample->n_rows + r]);
        if (any)
            outputs[n++] = o;
    }
    return n;
}

static size_t rows_for(uint64_t budget, size_t solves_a_row)
{
    size_t rows = MOST_ROWS;
    while (rows > LEAST_ROWS && rows * solves_a_row > budget)
        rows /= 2;
    return rows;
}

SmyCode smyi_matters(const SmyiFrame *frame, const SmyiSolver *solver,
                     const SmyiQuestion *questions, size_t n_questions,
                     const SmyiMattersOptions *o, SmyiArena *mem, SmyiMatters *out)
{
    SmyiAsked asked = {.frame = frame,
                       .solvers = solver,
                       .n_solvers = 1,
                       .questions = questions,
                       .n_questions = n_questions};
    SmyiFactors factors;
    SmyiPoints points;
    SmyiSaltelli sample;
    SmyiIndices indices;
    size_t *outputs = SMYI_NEW(mem, n_questions, size_t);
    out->n = 0;
    out->rows = 0;
    SmyCode code = outputs ? smyi_factors_new(frame, 0, mem, &factors) : SMY_ERR_NOMEM;
    if (code == SMY_OK && factors.n == 0)
        return SMY_OK;
    size_t rows = code == SMY_OK ? rows_for(o->budget, factors.n + 2) : 0;
    if (code == SMY_OK &&
        (double)rows * (double)factors.n * (double)n_questions > MOST_CELLS)
        return SMY_ERR_LIMIT;
    if (code == SMY_OK)
        code = smyi_points_new(SMY_POINTS_SOBOL, o->seed, 2 * factors.n_varying,
                               2 * frame->n_issues, mem, &points, NULL);
    if (code == SMY_OK && !smyi_saltelli_new(rows, factors.n, n_questions, mem, &sample))
        code = SMY_ERR_NOMEM;
    if (code == SMY_OK)
        code =
            smyi_saltelli_draw(&asked, &factors, &points, o->threads, o->progress, &sample);
    SmyiIndicesOptions apart = {.apart = true, .seed = o->seed, .threads = o->threads};
    size_t n_outputs = code == SMY_OK ? answered(&sample, outputs) : 0;
    if (n_outputs == 0)
        return code;
    out->rows = rows;
    code = smyi_indices(&sample, outputs, n_outputs, &apart, mem, &indices);
    return code == SMY_OK ? list_of(&factors, &indices, mem, out) : code;
}
