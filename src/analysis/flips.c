/* SPDX-License-Identifier: Apache-2.0 */
/* What would have to be true: the least change of one input alone that turns a claim's verdict. */
#include "analysis/flips.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/flips_most.h"
#include "analysis/flips_search.h"

enum { STEPS = SMYI_FLIP_STEPS, AT_ONCE = SMYI_BLOCK / STEPS, CUTS = 4 };

static bool has_turned(double base, double answer)
{
    return answer == answer && base == base && fabs(answer - base) > .5;
}

/* ---- On the steps ---- */

/* The nearest step at which a verdict has turned; false: nowhere. */
static bool nearest_step(const SmyiFlipSearch *s, size_t claim, const double *answers,
                         double low, double high, SmyiFlip *flip)
{
    double least = HUGE_VAL;
    for (size_t k = 0; k < STEPS; k++) {
        double at = smyi_flip_step(low, high, k), away = fabs(at - flip->from);
        if (!has_turned(s->base[claim], answers[k]) || away >= least)
            continue;
        least = away;
        flip->to = at;
    }
    flip->distance = least / (high - low);
    return least < HUGE_VAL;
}

static void look_at(SmyiFlipSearch *s, size_t input, const double *answers)
{
    double low, high, point = smyi_flip_point(s, input);
    if (!smyi_flip_span(s, input, &low, &high))
        return;
    for (size_t c = 0; c < s->frame->scn->n_claims; c++) {
        const double *of_claim = answers + c * SMYI_BLOCK;
        SmyiFlip flip = {
            .input = (int)input, .claim = c, .solver = s->solver, .from = point};
        smyi_flip_vote(s, input, c, of_claim);
        if (nearest_step(s, c, of_claim, low, high, &flip))
            s->out->list[s->out->n++] = flip;
    }
}

static SmyCode walk(SmyiFlipSearch *s)
{
    const SmyiFrame *f = s->frame;
    SmyCode code = SMY_OK;
    smyi_flip_vote_now(s);
    for (size_t first = 0; first < f->n_inputs && code == SMY_OK; first += AT_ONCE) {
        size_t n = f->n_inputs - first < AT_ONCE ? f->n_inputs - first : AT_ONCE;
        smyi_situation_points(f, n * STEPS, &s->here.sit);
        for (size_t j = 0; j < n; j++) {
            double low, high;
            if (!smyi_flip_span(s, first + j, &low, &high))
                continue;
            for (size_t k = 0; k < STEPS; k++)
                s->here.sit.value[(first + j) * n * STEPS + j * STEPS + k] =
                    smyi_flip_step(low, high, k);
        }
        smyi_situation_derive(f, n * STEPS, &s->here.sit);
        code = smyi_answering_solve(&s->here, NULL, s->answers, SMYI_BLOCK);
        for (size_t j = 0; j < n && code == SMY_OK; j++)
            look_at(s, first + j, s->answers + j * STEPS);
    }
    return code;
}

/* ---- Between the steps ---- */

/* Cuts point..to, at whose far end the verdict has turned: the first place where it has. */
static SmyCode cut(SmyiFlipSearch *s, SmyiFlip *flip)
{
    const SmyiFrame *f = s->frame;
    size_t input = (size_t)flip->input;
    double low, high, same, turned = flip->to;
    (void)smyi_flip_span(s, input, &low, &high);
    same = smyi_flip_same(flip, low, high);
    s->asked.questions = &s->questions[flip->claim];
    s->asked.n_questions = 1;
    for (size_t r = 0; r < CUTS; r++) {
        double at[STEPS];
        size_t k = 0;
        smyi_situation_points(f, STEPS, &s->here.sit);
        for (size_t j = 0; j < STEPS; j++)
            s->here.sit.value[input * STEPS + j] = at[j] =
                same + (turned - same) * (double)(j + 1) / (STEPS + 1);
        smyi_situation_derive(f, STEPS, &s->here.sit);
        SmyCode code = smyi_answering_solve(&s->here, NULL, s->answers, SMYI_BLOCK);
        if (code != SMY_OK)
            return code;
        while (k < STEPS && !has_turned(s->base[flip->claim], s->answers[k]))
            k++;
        same = k > 0 ? at[k - 1] : same;
        turned = k < STEPS ? at[k] : turned;
    }
    smyi_flip_end(s, flip, turned);
    return SMY_OK;
}

static SmyCode cut_own(SmyiFlipSearch *s)
{
    SmyCode code = SMY_OK;
    for (size_t j = 0; j < s->out->n && code == SMY_OK; j++)
        if (s->out->list[j].solver == s->solver)
            code = cut(s, &s->out->list[j]);
    return code;
}

/* ---- Which are told ---- */

static int by_distance(const void *left, const void *right)
{
    const SmyiFlip *a = left, *b = right;
    if (a->claim != b->claim)
        return a->claim < b->claim ? -1 : 1;
    if (a->distance < b->distance || a->distance > b->distance)
        return a->distance < b->distance ? -1 : 1;
    if (a->input != b->input)
        return a->input < b->input ? -1 : 1;
    return a->solver < b->solver ? -1 : a->solver > b->solver;
}

size_t smyi_flips_nearest(SmyiFlip *list, size_t n, size_t most)
{
    int inputs[SMYI_FLIPS_TOLD];
    size_t kept = 0, n_inputs = 0, claim = 0;
    if (n)
        qsort(list, n, sizeof *list, by_distance);
    for (size_t j = 0; j < n; j++) {
        SmyiFlip flip = list[j];
        size_t k = 0;
        n_inputs = flip.claim == claim ? n_inputs : 0;
        claim = flip.claim;
        while (k < n_inputs && inputs[k] != flip.input)
            k++;
        if (k == n_inputs && n_inputs == most)
            continue;
        if (k == n_inputs)
            inputs[n_inputs++] = flip.input;
        list[kept++] = flip;
    }
    return kept;
}

SmyCode smyi_flips(const SmyiFrame *f, const SmyiSolver *solvers, size_t n_solvers,
                   SmyiArena *mem, SmyiFlips *out)
{
    SmyiFlipSearch s;
    size_t n_claims = f->scn->n_claims;
    *out = (SmyiFlips){.list = SMYI_NEW(mem, n_claims * n_solvers * f->n_inputs, SmyiFlip)};
    if (!smyi_flip_search_new(f, mem, out, &s) || !out->list)
        return SMY_ERR_NOMEM;
    SmyCode code = SMY_OK;
    for (size_t pass = 0; pass < 2; pass++) {
        for (s.solver = 0; s.solver < n_solvers && code == SMY_OK; s.solver++)
            if (n_claims && smyi_flip_is_asked(f, &solvers[s.solver]))
                code = smyi_flip_under(&s, &solvers[s.solver], pass ? cut_own : walk);
        if (code == SMY_OK)
            out->n = smyi_flips_nearest(out->list, out->n, SMYI_FLIPS_TOLD);
    }
    return code == SMY_OK ? smyi_flips_most(&s, solvers, n_solvers) : code;
}
