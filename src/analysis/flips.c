/* SPDX-License-Identifier: Apache-2.0 */
/* What would have to be true: the least change of one input alone that turns a claim's verdict. */
#include "analysis/flips.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/rules.h"
#include "scenario/coverage.h"

enum { STEPS = 16, AT_ONCE = SMYI_BLOCK / STEPS, CUTS = 4 };

typedef struct Search {
    const SmyiFrame *frame;
    SmyiAsked asked; /* one model */
    const SmyiQuestion *questions;
    SmyiAnswering here;
    double *base;    /* [claims] at the points; NaN: undefined, or not asked */
    double *answers; /* [claims x SMYI_BLOCK] */
    size_t solver;
    SmyiFlips *out;
    SmyiArena *mem;
} Search;

static bool span_of(const SmyiFrame *f, size_t input, double point, double *low,
                    double *high)
{
    const SmyiEstimate *estimate = &f->estimates[input];
    if (!smyi_ignorance(f->scn, input, low, high))
        return false;
    *low = fmin(fmin(*low, estimate->low), point);
    *high = fmax(fmax(*high, estimate->high), point);
    return *low < *high;
}

static double step_at(double low, double high, size_t step)
{
    return step == STEPS - 1 ? high : low + (high - low) * (double)step / (STEPS - 1);
}

static double point_of(const Search *s, size_t input)
{
    return smyi_estimate_point(&s->frame->estimates[input]);
}

static bool has_turned(double base, double answer)
{
    return answer == answer && base == base && fabs(answer - base) > .5;
}

/* ---- On the steps ---- */

/* The nearest step at which a verdict has turned; false: nowhere. */
static bool nearest_step(const Search *s, size_t claim, const double *answers, double low,
                         double high, SmyiFlip *flip)
{
    double least = HUGE_VAL;
    for (size_t k = 0; k < STEPS; k++) {
        double at = step_at(low, high, k), away = fabs(at - flip->from);
        if (!has_turned(s->base[claim], answers[k]) || away >= least)
            continue;
        least = away;
        flip->to = at;
    }
    flip->distance = least / (high - low);
    return least < HUGE_VAL;
}

static void look_at(Search *s, size_t input, const double *answers)
{
    double low, high, point = point_of(s, input);
    if (!span_of(s->frame, input, point, &low, &high))
        return;
    for (size_t c = 0; c < s->frame->scn->n_claims; c++) {
        SmyiFlip flip = {
            .input = (int)input, .claim = c, .solver = s->solver, .from = point};
        if (nearest_step(s, c, answers + c * SMYI_BLOCK, low, high, &flip))
            s->out->list[s->out->n++] = flip;
    }
}

static SmyCode walk(Search *s)
{
    const SmyiFrame *f = s->frame;
    SmyCode code = SMY_OK;
    for (size_t first = 0; first < f->n_inputs && code == SMY_OK; first += AT_ONCE) {
        size_t n = f->n_inputs - first < AT_ONCE ? f->n_inputs - first : AT_ONCE;
        smyi_situation_points(f, n * STEPS, &s->here.sit);
        for (size_t j = 0; j < n; j++) {
            double low, high;
            if (!span_of(f, first + j, point_of(s, first + j), &low, &high))
                continue;
            for (size_t k = 0; k < STEPS; k++)
                s->here.sit.value[(first + j) * n * STEPS + j * STEPS + k] =
                    step_at(low, high, k);
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
static SmyCode cut(Search *s, SmyiFlip *flip)
{
    const SmyiFrame *f = s->frame;
    size_t input = (size_t)flip->input;
    double low, high, same, turned = flip->to;
    (void)span_of(f, input, flip->from, &low, &high);
    double width = (high - low) / (STEPS - 1), away = flip->to - flip->from;
    same = fabs(away) <= width ? flip->from : flip->to - (away > 0 ? width : -width);
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
    flip->to = turned + 0.0; /* no negative zero */
    flip->distance = fabs(turned - flip->from) / (high - low);
    flip->within = turned >= f->estimates[input].low && turned <= f->estimates[input].high;
    return SMY_OK;
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

/* Keeps the flips of the first few inputs of every claim. */
static void keep_nearest(SmyiFlips *flips)
{
    int inputs[SMYI_FLIPS_TOLD];
    size_t kept = 0, n_inputs = 0, claim = 0;
    if (flips->n)
        qsort(flips->list, flips->n, sizeof *flips->list, by_distance);
    for (size_t j = 0; j < flips->n; j++) {
        SmyiFlip flip = flips->list[j];
        size_t k = 0;
        n_inputs = flip.claim == claim ? n_inputs : 0;
        claim = flip.claim;
        while (k < n_inputs && inputs[k] != flip.input)
            k++;
        if (k == n_inputs && n_inputs == SMYI_FLIPS_TOLD)
            continue;
        if (k == n_inputs)
            inputs[n_inputs++] = flip.input;
        flips->list[kept++] = flip;
    }
    flips->n = kept;
}

static bool is_asked(const SmyiFrame *f, const SmyiSolver *solver)
{
    return !solver->model->info.iterative &&
           !smyi_unmet_need(f->scn, solver->model->info.needs);
}

/* A model's answers at the points, and then what `work` does with them. */
static SmyCode under(Search *s, const SmyiSolver *solver, SmyCode (*work)(Search *s))
{
    SmyiMark mark = smyi_arena_mark(s->mem);
    s->asked = (SmyiAsked){s->frame, solver, 1, s->questions, s->frame->scn->n_claims};
    SmyCode code = SMY_ERR_NOMEM;
    if (smyi_answering_new(&s->asked, s->mem, &s->here)) {
        smyi_situation_points(s->frame, 1, &s->here.sit);
        code = smyi_answering_solve(&s->here, NULL, s->base, 1);
    }
    if (code == SMY_OK)
        code = work(s);
    smyi_arena_rewind(s->mem, mark);
    return code;
}

static SmyCode cut_own(Search *s)
{
    SmyCode code = SMY_OK;
    for (size_t j = 0; j < s->out->n && code == SMY_OK; j++)
        if (s->out->list[j].solver == s->solver)
            code = cut(s, &s->out->list[j]);
    return code;
}

SmyCode smyi_flips(const SmyiFrame *f, const SmyiSolver *solvers, size_t n_solvers,
                   SmyiArena *mem, SmyiFlips *out)
{
    size_t n_claims = f->scn->n_claims;
    SmyiQuestion *questions = SMYI_NEW(mem, n_claims, SmyiQuestion);
    Search s = {.frame = f,
                .questions = questions,
                .base = SMYI_NEW(mem, n_claims, double),
                .answers = SMYI_NEW(mem, n_claims * SMYI_BLOCK, double),
                .out = out,
                .mem = mem};
    *out = (SmyiFlips){.list = SMYI_NEW(mem, n_claims * n_solvers * f->n_inputs, SmyiFlip)};
    if (!questions || !s.base || !s.answers || !out->list)
        return SMY_ERR_NOMEM;
    for (size_t c = 0; c < n_claims; c++)
        questions[c] =
            (SmyiQuestion){.claim = (int)c, .condition = &f->scn->claims[c].holds};
    SmyCode code = SMY_OK;
    for (size_t pass = 0; pass < 2; pass++) {
        for (s.solver = 0; s.solver < n_solvers && code == SMY_OK; s.solver++)
            if (n_claims && is_asked(f, &solvers[s.solver]))
                code = under(&s, &solvers[s.solver], pass ? cut_own : walk);
        if (code == SMY_OK)
            keep_nearest(out);
    }
    return code;
}
