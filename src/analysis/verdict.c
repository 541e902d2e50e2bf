/* SPDX-License-Identifier: Apache-2.0 */
/* From a model's point to what happens: settled or open, agreed or blocked. */
#include "analysis/verdict.h"

#include <math.h>
#include <string.h>

#include "analysis/alike.h"
#include "analysis/condition.h"
#include "analysis/game.h"

static const double TOL =
    1e-12; /* a point on a limit, or a utility on a threshold, passes */

void smyi_seating_of_file(const SmyiFrame *f, size_t n_lanes, SmyiSeating *seating)
{
    for (size_t p = 0; p < f->n_players; p++)
        memset(seating + p * n_lanes, f->seated[p], n_lanes);
}

bool smyi_verdict_new(const SmyiFrame *f, const SmyiSolver *solver, size_t n_lanes,
                      SmyiArena *mem, SmyiVerdict *v)
{
    *v = (SmyiVerdict){
        .n_lanes = n_lanes,
        .point = SMYI_NEW(mem, f->n_issues * n_lanes, double),
        .settled = SMYI_NEW(mem, f->n_issues * n_lanes, unsigned char),
        .agreed = SMYI_NEW(mem, n_lanes, unsigned char),
        .blocked = SMYI_NEW(mem, f->n_blockers * n_lanes, unsigned char),
        .undefined = SMYI_NEW(mem, f->n_blockers * n_lanes, unsigned char),
        .worth = SMYI_NEW(mem, f->n_actors * n_lanes, double),
    };
    return v->point && v->settled && v->agreed && v->blocked && v->undefined && v->worth &&
           smyi_outcome_new(solver->model, f->n_players, f->n_issues, n_lanes, mem,
                            &v->outcome);
}

/* Rows of lanes, each with arrays of its own: bytes that may be anything stop no loop here. */

SMYI_KERNEL static void set_also(size_t n, const unsigned char *restrict flags,
                                 unsigned char *restrict to)
{
    for (size_t k = 0; k < n; k++)
        to[k] |= flags[k];
}

SMYI_KERNEL static void clear_unless(size_t n, const unsigned char *restrict flags,
                                     unsigned char *restrict to)
{
    for (size_t k = 0; k < n; k++)
        to[k] &= flags[k];
}

SMYI_KERNEL static void clear_where(size_t n, const unsigned char *restrict flags,
                                    unsigned char *restrict to)
{
    for (size_t k = 0; k < n; k++)
        to[k] &= flags[k] ^ 1;
}

SMYI_KERNEL static void put_unless(size_t n, const unsigned char *restrict flags,
                                   const double *restrict other, double *restrict to)
{
    for (size_t k = 0; k < n; k++)
        to[k] = flags[k] ? to[k] : other[k];
}

/* Clears the lanes in which x lies outside low .. high. */
SMYI_KERNEL static void keep_within(size_t n, const double *restrict x,
                                    const double *restrict low, const double *restrict high,
                                    unsigned char *restrict settled)
{
    for (size_t k = 0; k < n; k++)
        settled[k] &= (unsigned char)((x[k] >= low[k] - TOL) & (x[k] <= high[k] + TOL));
}

/* Clears the lanes in which actor a, where it is asked, does not accept an issue's solution. */
static void ask_limit(const SmyiFrame *f, const SmyiSituation *sit, size_t a, size_t i,
                      const SmyiSeating *asked, const double *x, unsigned char *settled)
{
    size_t n = sit->n_lanes, at = (a * f->n_issues + i) * n;
    if (!smyi_is_limited(f, a, i) || (asked && !memchr(asked, 1, n)))
        return;
    const double *low = sit->accept_low + at, *high = sit->accept_high + at;
    if (!asked || !memchr(asked, 0, n)) {
        keep_within(n, x, low, high, settled);
        return;
    }
    unsigned char passes[SMYI_BLOCK];
    memset(passes, 1, n);
    keep_within(n, x, low, high, passes);
    for (size_t k = 0; k < n; k++)
        passes[k] |= asked[k] ^ 1;
    clear_unless(n, passes, settled);
}

static bool is_ratifier(const SmyiFrame *f, int actor)
{
    for (size_t b = 0; b < f->n_blockers; b++)
        if (f->blockers[b].kind == SMYI_BLOCKER_RATIFIER && f->blockers[b].index == actor)
            return true;
    return false;
}

/* The lanes that have a solution. */
SMYI_KERNEL static void find_solved(size_t n, const double *restrict x,
                                    const unsigned char *restrict status,
                                    unsigned char *restrict solved)
{
    for (size_t k = 0; k < n; k++)
        solved[k] =
            (unsigned char)((x[k] == x[k]) & ((status[k] == SMY_STATUS_OK) |
                                              (status[k] == SMY_STATUS_NOT_CONVERGED)));
}

/* An issue is settled when the point lies within the limit of all seated and all ratifiers. */
static void settle(const SmyiFrame *f, const SmyiSituation *sit, const SmyiSeating *seating,
                   SmyiVerdict *v)
{
    size_t n = sit->n_lanes;
    for (size_t i = 0; i < f->n_issues; i++) {
        const double *x = v->outcome.point + i * n;
        const unsigned char *status = v->outcome.status + i * n;
        unsigned char *settled = v->settled + i * n;
        find_solved(n, x, status, settled);
        for (size_t p = 0; p < f->n_players; p++)
            if (!is_ratifier(f, f->players[p])) /* asked below, in every lane */
                ask_limit(f, sit, (size_t)f->players[p], i, seating + p * n, x, settled);
        for (size_t b = 0; b < f->n_blockers; b++)
            if (f->blockers[b].kind == SMYI_BLOCKER_RATIFIER)
                ask_limit(f, sit, (size_t)f->blockers[b].index, i, NULL, x, settled);
        memcpy(v->point + i * n, x, n * sizeof *x);
        put_unless(n, settled, sit->status_quo + i * n, v->point + i * n);
    }
}

static void someone_seated(const SmyiFrame *f, const SmyiSeating *seating, size_t n,
                           unsigned char *talks)
{
    memset(talks, 0, n);
    for (size_t p = 0; p < f->n_players; p++)
        set_also(n, seating + p * n, talks);
}

static void agree(const SmyiFrame *f, size_t n, SmyiVerdict *v)
{
    memset(v->agreed, 0, n);
    for (size_t i = 0; i < f->n_issues; i++)
        set_also(n, v->settled + i * n, v->agreed);
}

static void value_packages(const SmyiFrame *f, const SmyiSituation *sit, SmyiVerdict *v)
{
    for (size_t a = 0; a < f->n_actors; a++)
        smyi_utility(f, sit, a, v->point, v->worth + a * sit->n_lanes);
}

SMYI_KERNEL static void
compare_with_no_deal(size_t n, const double *restrict worth, const double *restrict quo,
                     const double *restrict no_deal, double tolerance,
                     unsigned char *restrict rejects, unsigned char *restrict undefined)
{
    for (size_t k = 0; k < n; k++) {
        double u = worth[k], d = quo[k] - no_deal[k];
        undefined[k] = (unsigned char)((u != u) | (d != d));
        rejects[k] = u < d - tolerance - TOL;
    }
}

/* u(x) < d - tolerance; no utility: cannot be asked, never blocks */
static void ask_person(const SmyiSituation *sit, const SmyiBlocker *blocker, SmyiVerdict *v,
                       unsigned char *rejects, unsigned char *undefined)
{
    size_t n = sit->n_lanes, at = (size_t)blocker->index * n;
    compare_with_no_deal(n, v->worth + at, sit->worth_quo + at, sit->no_deal + at,
                         blocker->tolerance, rejects, undefined);
    clear_unless(n, v->agreed, rejects);
}

bool smyi_leader_sits(const SmyiFrame *f, const SmyiSeating *seating, size_t n, int leader,
                      size_t k)
{
    int own = f->player_of[leader], other = f->player_of[f->scn->actors[leader].principal];
    return (own != SMYI_NONE && seating[(size_t)own * n + k]) ||
           (other != SMYI_NONE && seating[(size_t)other * n + k]);
}

/*
 * The publics of one leader, blockers first..last-1: under `all` each may block; under a quota
 * they block only if those accepting have less than that share of the publics' capability.
 */
static void ask_publics(const SmyiFrame *f, const SmyiSituation *sit,
                        const SmyiSeating *seating, size_t first, size_t last,
                        SmyiVerdict *v)
{
    size_t n = sit->n_lanes;
    const SmyiActor *leader = &f->scn->actors[f->blockers[first].leader];
    for (size_t b = first; b < last; b++)
        ask_person(sit, &f->blockers[b], v, v->blocked + b * n, v->undefined + b * n);
    for (size_t k = 0; k < n; k++) {
        double all = 0, accepting = 0;
        for (size_t b = first; b < last; b++) {
            double c = sit->capability[(size_t)f->blockers[b].index * n + k];
            all += c;
            accepting += v->blocked[b * n + k] ? 0 : c;
        }
        bool passes = !leader->ratify_all && accepting >= leader->quota * all - TOL * all;
        bool counts = smyi_leader_sits(f, seating, n, f->blockers[first].leader, k);
        for (size_t b = first; b < last; b++) {
            v->blocked[b * n + k] &= (unsigned char)(counts && !passes);
            v->undefined[b * n + k] &= (unsigned char)counts;
        }
    }
}

static void ask_constraint(const SmyiFrame *f, const SmyiSituation *sit,
                           const SmyiSeating *seating, size_t b, SmyiVerdict *v)
{
    size_t n = sit->n_lanes;
    SmyiView view = {.frame = f, .situation = sit, .seating = seating, .verdict = v};
    signed char forbidden[SMYI_BLOCK];
    smyi_condition(&view, &f->scn->constraints[f->blockers[b].index].forbids, forbidden);
    for (size_t k = 0; k < n; k++) {
        v->blocked[b * n + k] = v->agreed[k] && forbidden[k] == 1;
        v->undefined[b * n + k] = forbidden[k] < 0;
    }
}

static void ask_blockers(const SmyiFrame *f, const SmyiSituation *sit,
                         const SmyiSeating *seating, SmyiVerdict *v)
{
    size_t n = sit->n_lanes;
    for (size_t b = 0, next; b < f->n_blockers; b = next) {
        next = b + 1;
        switch (f->blockers[b].kind) {
        case SMYI_BLOCKER_RATIFIER:
            ask_person(sit, &f->blockers[b], v, v->blocked + b * n, v->undefined + b * n);
            break;
        case SMYI_BLOCKER_PUBLIC:
            while (next < f->n_blockers && f->blockers[next].kind == SMYI_BLOCKER_PUBLIC &&
                   f->blockers[next].leader == f->blockers[b].leader)
                next++;
            ask_publics(f, sit, seating, b, next, v);
            break;
        case SMYI_BLOCKER_CONSTRAINT:
            ask_constraint(f, sit, seating, b, v);
            break;
        }
    }
}

/* Everyone at d; without talks (nobody sits) at u(q). */
SMYI_KERNEL static void put_no_deal(size_t n, const unsigned char *restrict agreed,
                                    const unsigned char *restrict talks,
                                    const double *restrict quo,
                                    const double *restrict no_deal, double *restrict worth)
{
    for (size_t k = 0; k < n; k++) {
        double d = quo[k] - (talks[k] ? no_deal[k] : 0);
        worth[k] = agreed[k] ? worth[k] : d;
    }
}

/* No agreement: every issue open, everyone with what no deal leaves. */
static void undo(const SmyiFrame *f, const SmyiSituation *sit, const unsigned char *talks,
                 SmyiVerdict *v)
{
    size_t n = sit->n_lanes;
    for (size_t b = 0; b < f->n_blockers; b++)
        clear_where(n, v->blocked + b * n, v->agreed);
    for (size_t i = 0; i < f->n_issues; i++) {
        clear_unless(n, v->agreed, v->settled + i * n);
        put_unless(n, v->agreed, sit->status_quo + i * n, v->point + i * n);
    }
    for (size_t a = 0; a < f->n_actors; a++)
        put_no_deal(n, v->agreed, talks, sit->worth_quo + a * n, sit->no_deal + a * n,
                    v->worth + a * n);
}

SmyCode smyi_judge(const SmyiFrame *f, const SmyiSituation *sit, const SmyiSeating *seating,
                   const SmyiSolver *solver, const double *u, SmyiArena *mem,
                   SmyiVerdict *v)
{
    SmyiMark mark = smyi_arena_mark(mem);
    SmyiGame game;
    v->n_lanes = sit->n_lanes;
    bool ready = smyi_game_new(f, sit, seating, solver->model->info.needs,
                               v->outcome.trace != NULL, mem, &game);
    SmyCode code = ready ? SMY_OK : SMY_ERR_NOMEM;
    if (code == SMY_OK)
        code = v->alike && !u ? smyi_alike_solve(solver, &game, mem, &v->outcome)
                              : smyi_model_solve(solver->model, &game, solver->options, u,
                                                 mem, &v->outcome);
    smyi_arena_rewind(mem, mark);
    if (code == SMY_OK)
        smyi_judge_solved(f, sit, seating, v);
    return code;
}

void smyi_judge_solved(const SmyiFrame *f, const SmyiSituation *sit,
                       const SmyiSeating *seating, SmyiVerdict *v)
{
    unsigned char talks[SMYI_BLOCK];
    settle(f, sit, seating, v);
    someone_seated(f, seating, sit->n_lanes, talks);
    agree(f, sit->n_lanes, v);
    value_packages(f, sit, v);
    ask_blockers(f, sit, seating, v);
    undo(f, sit, talks, v);
}
