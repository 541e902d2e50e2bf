/* SPDX-License-Identifier: Apache-2.0 */
/* A tornado: each input alone from its low end to its high one. */
#include "analysis/tornado.h"

enum { AT_ONCE = SMYI_BLOCK / 2 };

/* Lanes 2j and 2j + 1: factor first + j at its low and at its high end. */
static void fill_values(const SmyiFrame *f, const SmyiFactors *factors, size_t first,
                        size_t n, SmyiSituation *sit)
{
    smyi_situation_points(f, 2 * n, sit);
    for (size_t j = 0; j < n; j++) {
        const SmyiFactor *factor = &factors->list[first + j];
        for (size_t i = 0; i < factor->n_inputs; i++) {
            size_t input = (size_t)factor->inputs[i];
            sit->value[input * 2 * n + 2 * j] = f->estimates[input].low;
            sit->value[input * 2 * n + 2 * j + 1] = f->estimates[input].high;
        }
    }
    smyi_situation_derive(f, 2 * n, sit);
}

SmyCode smyi_tornado(const SmyiAsked *asked, const SmyiFactors *factors, SmyiArena *mem,
                     SmyiTornado *out)
{
    const SmyiFrame *f = asked->frame;
    size_t outputs = smyi_n_outputs(asked), n = factors->n;
    SmyiAnswering here;
    double *answers = SMYI_NEW(mem, outputs * SMYI_BLOCK, double);
    *out = (SmyiTornado){.base = SMYI_NEW(mem, outputs, double),
                         .low = SMYI_NEW(mem, outputs * n, double),
                         .high = SMYI_NEW(mem, outputs * n, double)};
    if (!answers || !out->base || !out->low || !out->high ||
        !smyi_answering_new(asked, mem, &here))
        return SMY_ERR_NOMEM;
    smyi_situation_points(f, 1, &here.sit);
    SmyCode code = smyi_answering_solve(&here, NULL, out->base, 1);
    for (size_t first = 0; first < n && code == SMY_OK; first += AT_ONCE) {
        size_t rest = n - first < AT_ONCE ? n - first : AT_ONCE;
        fill_values(f, factors, first, rest, &here.sit);
        code = smyi_answering_solve(&here, NULL, answers, SMYI_BLOCK);
        for (size_t o = 0; o < outputs; o++)
            for (size_t j = 0; j < rest; j++) {
                out->low[o * n + first + j] = answers[o * SMYI_BLOCK + 2 * j];
                out->high[o * n + first + j] = answers[o * SMYI_BLOCK + 2 * j + 1];
            }
    }
    return code;
}
