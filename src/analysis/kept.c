/* SPDX-License-Identifier: Apache-2.0 */
/* Draws that one run leaves to the next: what each model gave in each, and what was counted. */
#include "analysis/kept.h"

#include <string.h>

#include "base/memory.h"

SmyKept *smy_kept_new(void)
{
    SmyKept *kept = smyi_memory_take(sizeof *kept);
    if (kept)
        *kept = (SmyKept){0};
    return kept;
}

void smy_kept_free(SmyKept *kept)
{
    if (kept)
        smyi_arena_free(&kept->mem);
    smyi_memory_give(kept);
}

/* Claims are counted with the draws: where none were, there is nothing to take. */
static bool fits(const SmyKept *kept, const SmyiFrame *f, const bool *claims,
                 const SmyRunOptions *o)
{
    return kept->scenario == f->scn && kept->stated == f->stated &&
           kept->quadratic == f->quadratic && kept->points == o->points &&
           kept->seed == o->seed && kept->n_claims == (claims ? f->scn->n_claims : 0) &&
           kept->drawn.asked == o->draws && kept->drawn.done == o->draws;
}

static bool copy_solvers(SmyKept *kept, const SmyiSolver *solvers)
{
    SmyiSolver *own = SMYI_NEW(&kept->mem, kept->n_solvers, SmyiSolver);
    for (size_t s = 0; own && s < kept->n_solvers; s++) {
        size_t n = solvers[s].model->info.n_options;
        own[s] = (SmyiSolver){solvers[s].model, SMYI_NEW(&kept->mem, n, double)};
        if (!own[s].options)
            return false;
        if (n)
            memcpy(own[s].options, solvers[s].options, n * sizeof(double));
    }
    kept->solvers = own;
    return own != NULL;
}

static bool copy_claims(SmyKept *kept, const bool *claims)
{
    bool *own = SMYI_NEW(&kept->mem, kept->n_claims, bool);
    if (own && kept->n_claims)
        memcpy(own, claims, kept->n_claims * sizeof *own);
    kept->claims = own;
    return own != NULL;
}

static bool take_room(SmyKept *kept, size_t n_cells)
{
    kept->point = SMYI_NEW(&kept->mem, kept->n_solvers, double *);
    kept->status = SMYI_NEW(&kept->mem, kept->n_solvers, unsigned char *);
    if (!kept->point || !kept->status)
        return false;
    for (size_t s = 0; s < kept->n_solvers; s++) {
        kept->point[s] = SMYI_NEW(&kept->mem, n_cells, double);
        kept->status[s] = SMYI_NEW(&kept->mem, n_cells, unsigned char);
        if (!kept->point[s] || !kept->status[s])
            return false;
    }
    return true;
}

bool smyi_kept_prepare(SmyKept *kept, const SmyiFrame *f, const SmyiSolver *solvers,
                       size_t n_solvers, const bool *claims, const SmyRunOptions *o,
                       SmyiMonteCarlo *out)
{
    if (!kept)
        return true;
    if (fits(kept, f, claims, o)) {
        out->kept = kept;
        return true;
    }
    smyi_arena_free(&kept->mem);
    *kept = (SmyKept){.scenario = f->scn,
                      .stated = f->stated,
                      .quadratic = f->quadratic,
                      .points = o->points,
                      .seed = o->seed,
                      .n_solvers = n_solvers,
                      .n_claims = claims ? f->scn->n_claims : 0};
    out->keeps = kept;
    return copy_solvers(kept, solvers) && copy_claims(kept, claims) &&
           take_room(kept, f->n_issues * (size_t)o->draws);
}

size_t smyi_kept_find(const SmyKept *kept, const SmyiSolver *solver)
{
    for (size_t s = 0; s < kept->n_solvers; s++) {
        const SmyiSolver *own = &kept->solvers[s];
        size_t n = solver->model->info.n_options;
        if (own->model == solver->model &&
            (n == 0 || memcmp(own->options, solver->options, n * sizeof(double)) == 0))
            return s;
    }
    return kept->n_solvers;
}

void smyi_kept_put(SmyKept *kept, size_t solver, uint64_t first, size_t n_issues,
                   size_t n_lanes, const SmyiOutcome *outcome)
{
    size_t at = (size_t)first * n_issues, cells = n_issues * n_lanes;
    memcpy(kept->point[solver] + at, outcome->point, cells * sizeof(double));
    memcpy(kept->status[solver] + at, outcome->status, cells);
}

void smyi_kept_take(const SmyKept *kept, size_t solver, uint64_t first, size_t n_issues,
                    size_t n_lanes, SmyiOutcome *outcome)
{
    size_t at = (size_t)first * n_issues, cells = n_issues * n_lanes;
    memcpy(outcome->point, kept->point[solver] + at, cells * sizeof(double));
    memcpy(outcome->status, kept->status[solver] + at, cells);
}
