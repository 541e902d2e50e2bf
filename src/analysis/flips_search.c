/* SPDX-License-Identifier: Apache-2.0 */
/* Inputs moved one at a time through all that they may be, and what claims become under a model. */
#include "analysis/flips_search.h"

#include <math.h>

#include "analysis/rules.h"
#include "scenario/coverage.h"

bool smyi_flip_search_new(const SmyiFrame *f, SmyiArena *mem, SmyiFlips *out,
                          SmyiFlipSearch *search)
{
    size_t n = f->scn->n_claims;
    *search = (SmyiFlipSearch){
        .frame = f,
        .questions = SMYI_NEW(mem, n, SmyiQuestion),
        .base = SMYI_NEW(mem, n, double),
        .answers = SMYI_NEW(mem, n * SMYI_BLOCK, double),
        .now = SMYI_NEW(mem, n, SmyiVotes),
        .votes = SMYI_NEW(mem, f->n_inputs * n * SMYI_FLIP_STEPS, SmyiVotes),
        .out = out,
        .mem = mem};
    for (size_t c = 0; c < n && search->questions; c++)
        search->questions[c] =
            (SmyiQuestion){.claim = (int)c, .condition = &f->scn->claims[c].holds};
    return search->questions && search->base && search->answers && search->now &&
           search->votes;
}

bool smyi_flip_is_asked(const SmyiFrame *f, const SmyiSolver *solver)
{
    return !solver->model->info.iterative &&
           !smyi_unmet_need(f->scn, solver->model->info.needs);
}

double smyi_flip_point(const SmyiFlipSearch *s, size_t input)
{
    return smyi_estimate_point(&s->frame->estimates[input]);
}

bool smyi_flip_span(const SmyiFlipSearch *s, size_t input, double *low, double *high)
{
    const SmyiEstimate *estimate = &s->frame->estimates[input];
    double point = smyi_flip_point(s, input);
    if (!smyi_ignorance(s->frame->scn, input, low, high))
        return false;
    *low = fmin(fmin(*low, estimate->low), point);
    *high = fmax(fmax(*high, estimate->high), point);
    return *low < *high;
}

double smyi_flip_step(double low, double high, size_t step)
{
    return step == SMYI_FLIP_STEPS - 1
               ? high
               : low + (high - low) * (double)step / (SMYI_FLIP_STEPS - 1);
}

double smyi_flip_same(const SmyiFlip *flip, double low, double high)
{
    double width = (high - low) / (SMYI_FLIP_STEPS - 1), away = flip->to - flip->from;
    return fabs(away) <= width ? flip->from : flip->to - (away > 0 ? width : -width);
}

void smyi_flip_end(const SmyiFlipSearch *s, SmyiFlip *flip, double to)
{
    const SmyiEstimate *estimate = &s->frame->estimates[flip->input];
    double low, high;
    (void)smyi_flip_span(s, (size_t)flip->input, &low, &high);
    flip->to = to + 0.0; /* no negative zero */
    flip->distance = fabs(to - flip->from) / (high - low);
    flip->within = to >= estimate->low && to <= estimate->high;
}

SmyCode smyi_flip_under(SmyiFlipSearch *s, const SmyiSolver *solver,
                        SmyCode (*work)(SmyiFlipSearch *s))
{
    SmyiMark mark = smyi_arena_mark(s->mem);
    s->asked = (SmyiAsked){.frame = s->frame,
                           .solvers = solver,
                           .n_solvers = 1,
                           .questions = s->questions,
                           .n_questions = s->frame->scn->n_claims,
                           .alike = true};
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
