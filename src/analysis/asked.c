/* SPDX-License-Identifier: Apache-2.0 */
/* Questions answered lane by lane under every model. */
#include "analysis/asked.h"

#include <math.h>

static bool asks_seats(const SmyiAsked *asked)
{
    for (size_t q = 0; q < asked->n_questions; q++) {
        const SmyiQuestion *question = &asked->questions[q];
        if (question->condition ? smyi_condition_asks_seats(question->condition)
                                : smyi_quantity_asks_seats(&question->quantity))
            return true;
    }
    return false;
}

bool smyi_answering_new(const SmyiAsked *asked, SmyiArena *mem, SmyiAnswering *out)
{
    const SmyiFrame *f = asked->frame;
    *out = (SmyiAnswering){
        .asked = asked,
        .solved = SMYI_NEW(mem, asked->n_solvers, SmyiVerdict),
        .other = SMYI_NEW(mem, asked->n_solvers, SmyiVerdict),
        .found = SMYI_NEW(mem, asked->n_solvers, SmyiFound),
        .seating = SMYI_NEW(mem, f->n_players * SMYI_BLOCK, SmyiSeating),
        .mem = mem,
    };
    if (!out->solved || !out->other || !out->found || !out->seating ||
        !smyi_situation_new(f, SMYI_BLOCK, mem, &out->sit))
        return false;
    bool with_tables = asks_seats(asked);
    for (size_t s = 0; s < asked->n_solvers; s++) {
        if (!smyi_verdict_new(f, &asked->solvers[s], SMYI_BLOCK, mem, &out->solved[s]) ||
            !smyi_verdict_new(f, &asked->solvers[s], SMYI_BLOCK, mem, &out->other[s]) ||
            !smyi_found_new(f, &asked->solvers[s], SMYI_BLOCK, with_tables, mem,
                            &out->found[s]))
            return false;
        out->solved[s].alike = out->found[s].other.alike = asked->alike;
    }
    return true;
}

static SmyCode ask(SmyiAnswering *here, size_t s, const SmyiVerdict *verdict,
                   const double *u, double *values, size_t stride)
{
    const SmyiAsked *asked = here->asked;
    SmyiView view = {.frame = asked->frame,
                     .situation = &here->sit,
                     .seating = here->seating,
                     .verdict = verdict,
                     .solver = &asked->solvers[s],
                     .u = u,
                     .mem = here->mem,
                     .found = &here->found[s]};
    smyi_found_forget(view.found);
    for (size_t q = 0; q < asked->n_questions; q++) {
        const SmyiQuestion *question = &asked->questions[q];
        double *row = values + (s * asked->n_questions + q) * stride;
        signed char truth[SMYI_BLOCK];
        if (!question->condition) {
            smyi_quantity(&view, &question->quantity, row);
            continue;
        }
        smyi_condition(&view, question->condition, truth);
        for (size_t k = 0; k < verdict->n_lanes; k++)
            row[k] = truth[k] < 0 ? (double)NAN : (double)truth[k];
    }
    return view.code;
}

static SmyCode solve(SmyiAnswering *here, SmyiVerdict *verdicts, const double *u,
                     double *values, size_t stride)
{
    const SmyiAsked *asked = here->asked;
    smyi_seating_of_file(asked->frame, here->sit.n_lanes, here->seating);
    for (size_t s = 0; s < asked->n_solvers; s++) {
        SmyCode code = smyi_judge(asked->frame, &here->sit, here->seating,
                                  &asked->solvers[s], u, here->mem, &verdicts[s]);
        if (code == SMY_OK)
            code = ask(here, s, &verdicts[s], u, values, stride);
        if (code != SMY_OK)
            return code;
    }
    return SMY_OK;
}

SmyCode smyi_answering_solve(SmyiAnswering *here, const double *u, double *values,
                             size_t stride)
{
    return solve(here, here->solved, u, values, stride);
}

SmyCode smyi_answering_changed(SmyiAnswering *here, const double *u, bool in_the_game,
                               double *values, size_t stride)
{
    const SmyiAsked *asked = here->asked;
    if (in_the_game)
        return solve(here, here->other, u, values, stride);
    for (size_t s = 0; s < asked->n_solvers; s++) {
        smyi_judge_solved(asked->frame, &here->sit, here->seating, &here->solved[s]);
        SmyCode code = ask(here, s, &here->solved[s], u, values, stride);
        if (code != SMY_OK)
            return code;
    }
    return SMY_OK;
}
