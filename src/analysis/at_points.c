/* SPDX-License-Identifier: Apache-2.0 */
/* The answer at one set of values, model by model. */
#include "analysis/at_points.h"

#include <string.h>

bool smyi_at_points_new(const SmyiFrame *f, size_t n_solvers, SmyiArena *mem,
                        SmyiAtPoints *out)
{
    *out = (SmyiAtPoints){
        .gain = SMYI_NEW(mem, n_solvers * f->n_actors, double),
        .point = SMYI_NEW(mem, n_solvers * f->n_issues, double),
        .settled = SMYI_NEW(mem, f->n_issues, size_t),
        .holds = SMYI_NEW(mem, f->scn->n_claims, size_t),
        .defined = SMYI_NEW(mem, f->scn->n_claims, size_t),
    };
    return out->gain && out->point && out->settled && out->holds && out->defined;
}

static void keep(const SmyiFrame *f, size_t s, const SmyiSituation *sit,
                 const SmyiSeating *seating, const SmyiVerdict *v, SmyiAtPoints *out)
{
    out->agreed += v->agreed[0];
    for (size_t i = 0; i < f->n_issues; i++) {
        const SmyiIssue *issue = &f->scn->issues[i];
        out->point[s * f->n_issues + i] =
            issue->low + (issue->high - issue->low) * v->point[i];
        out->settled[i] += v->settled[i];
    }
    for (size_t a = 0; a < f->n_actors; a++) {
        SmyiGain gain;
        smyi_gain(f, sit, seating, v, a, &gain);
        out->gain[s * f->n_actors + a] = gain.total[0];
    }
}

static SmyCode test_claims(SmyiView *view, SmyiAtPoints *out)
{
    const SmyScenario *scn = view->frame->scn;
    for (size_t c = 0; c < scn->n_claims && view->code == SMY_OK; c++) {
        signed char truth;
        smyi_condition(view, &scn->claims[c].holds, &truth);
        out->holds[c] += truth == 1;
        out->defined[c] += truth >= 0;
    }
    return view->code;
}

static SmyCode solve(const SmyiFrame *f, const SmyiSolver *solver, size_t s,
                     const SmyiSituation *sit, const SmyiSeating *seating, SmyiArena *mem,
                     SmyiAtPoints *out)
{
    SmyiVerdict v;
    SmyiFound found;
    if (!smyi_verdict_new(f, solver, 1, mem, &v) ||
        !smyi_found_new(f, solver, 1, true, mem, &found))
        return SMY_ERR_NOMEM;
    SmyCode code = smyi_judge(f, sit, seating, solver, NULL, mem, &v);
    if (code != SMY_OK)
        return code;
    keep(f, s, sit, seating, &v, out);
    SmyiView view = {.frame = f,
                     .situation = sit,
                     .seating = seating,
                     .verdict = &v,
                     .solver = solver,
                     .mem = mem,
                     .found = &found};
    return test_claims(&view, out);
}

SmyCode smyi_at_points(const SmyiFrame *f, const SmyiSolver *solvers, size_t n_solvers,
                       const SmyiSituation *sit, const SmyiSeating *seating, SmyiArena *mem,
                       SmyiAtPoints *out)
{
    SmyCode code = SMY_OK;
    out->agreed = 0;
    memset(out->settled, 0, f->n_issues * sizeof *out->settled);
    memset(out->holds, 0, f->scn->n_claims * sizeof *out->holds);
    memset(out->defined, 0, f->scn->n_claims * sizeof *out->defined);
    for (size_t s = 0; s < n_solvers && code == SMY_OK; s++) {
        SmyiMark mark = smyi_arena_mark(mem);
        code = solve(f, &solvers[s], s, sit, seating, mem, out);
        smyi_arena_rewind(mem, mark);
    }
    return code;
}
