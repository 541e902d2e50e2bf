/* SPDX-License-Identifier: Apache-2.0 */
/* The engine (base, model, analysis) linked with libm alone: no YAML, JSON, database, threads. */
#include <stdio.h>

#include "model/model.h"
#include "summitry/run.h"

/* Two parties, one issue, every model; one that needs a procedure or a public says so. */
static int solves_with(const SmyiModel *model)
{
    double position[] = {0, 1}, salience[] = {1, 1}, capability[] = {1, 2};
    double no_deal[] = {.1, .1}, status_quo = .5;
    SmyiGame game = {.n_actors = 2,
                     .n_issues = 1,
                     .n_lanes = 1,
                     .position = position,
                     .salience = salience,
                     .capability = capability,
                     .no_deal = no_deal,
                     .status_quo = &status_quo};
    double options[64];
    SmyiArena mem = {0};
    SmyiOutcome out;
    smyi_model_defaults(model, options);
    int ok = smyi_outcome_new(model, 2, 1, 1, &mem, &out) &&
             smyi_model_solve(model, &game, options, NULL, &mem, &out) == SMY_OK &&
             (model->info.needs & ~(unsigned)SMY_NEEDS_STATUS_QUO
                  ? out.status[0] == SMY_STATUS_UNDEFINED
                  : out.point[0] >= 0 && out.point[0] <= 1);
    smyi_arena_free(&mem);
    return ok;
}

int main(void)
{
    size_t solved = 0, n = smy_model_count();
    for (size_t m = 0; m < n; m++)
        solved += (size_t)solves_with(smyi_model_at(m));
    /* Linked whole: a run would need a scenario, which is read elsewhere. */
    SmyCode (*volatile run)(const SmyScenario *, const SmyRunOptions *, SmyResult **,
                            SmyError *) = smy_run;
    printf("%zu passed, %zu failed\n", solved, n - solved);
    return solved == n && run ? 0 : 1;
}
