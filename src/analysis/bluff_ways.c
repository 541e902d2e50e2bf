/* SPDX-License-Identifier: Apache-2.0 */
/* How far what is said would have to be true for the answer to be another. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/bluff.h"

enum { HALVINGS = 20 /* of a tenth: to 1e-7 of the way */ };

static bool new_step(const SmyiBluff *b, SmyiArena *mem, SmyiWayStep *step)
{
    const SmyiFrame *f = &b->frame;
    *step = (SmyiWayStep){
        .gain = SMYI_NEW(mem, b->n_solvers * f->n_actors, double),
        .point = SMYI_NEW(mem, b->n_solvers * f->n_issues, double),
        .settled = SMYI_NEW(mem, f->n_issues, size_t),
        .holds = SMYI_NEW(mem, f->scn->n_claims, size_t),
        .defined = SMYI_NEW(mem, f->scn->n_claims, size_t),
    };
    return step->gain && step->point && step->settled && step->holds && step->defined;
}

/* ---- One step ---- */

static void keep(const SmyiBluff *b, SmyiWayStep *step, size_t s, const SmyiSituation *sit,
                 const SmyiVerdict *v)
{
    const SmyiFrame *f = &b->frame;
    step->agreed += v->agreed[0];
    for (size_t i = 0; i < f->n_issues; i++) {
        const SmyiIssue *issue = &f->scn->issues[i];
        step->point[s * f->n_issues + i] =
            issue->low + (issue->high - issue->low) * v->point[i];
        step->settled[i] += v->settled[i];
    }
    for (size_t a = 0; a < f->n_actors; a++) {
        SmyiGain gain;
        smyi_gain(f, sit, b->seating, v, a, &gain);
        step->gain[s * f->n_actors + a] = gain.total[0];
    }
}

static SmyCode test_claims(const SmyiBluff *b, SmyiWayStep *step, size_t s,
                           const SmyiSituation *sit, const SmyiVerdict *v, SmyiArena *mem)
{
    const SmyScenario *scn = b->scn;
    SmyiView view = {.frame = &b->frame,
                     .situation = sit,
                     .seating = b->seating,
                     .verdict = v,
                     .solver = &b->solvers[s],
                     .mem = mem};
    for (size_t c = 0; c < scn->n_claims && view.code == SMY_OK; c++) {
        signed char truth;
        smyi_condition(&view, &scn->claims[c].holds, &truth);
        step->holds[c] += truth == 1;
        step->defined[c] += truth >= 0;
    }
    return view.code;
}

/* What is said is true to share t: solved so, and judged so, within the limits that are meant. */
static SmyCode take_step(const SmyiBluff *b, const SmyiWay *way, double t, SmyiArena *mem,
                         SmyiWayStep *step)
{
    SmyiSituation sit;
    SmyiMark mark = smyi_arena_mark(mem);
    const SmyScenario *scn = b->scn;
    SmyCode code = smyi_situation_new(&b->frame, 1, mem, &sit) ? SMY_OK : SMY_ERR_NOMEM;
    step->t = t;
    step->agreed = 0;
    memset(step->settled, 0, scn->n_issues * sizeof *step->settled);
    memset(step->holds, 0, scn->n_claims * sizeof *step->holds);
    memset(step->defined, 0, scn->n_claims * sizeof *step->defined);
    if (code == SMY_OK)
        smyi_say(b, way->moving, t, &b->meant, &sit);
    for (size_t s = 0; s < b->n_solvers && code == SMY_OK; s++) {
        SmyiVerdict v;
        code = smyi_verdict_new(&b->frame, &b->solvers[s], 1, mem, &v)
                   ? smyi_judge_said(&b->frame, &sit, &sit, b->seating, &b->solvers[s],
                                     NULL, mem, &v)
                   : SMY_ERR_NOMEM;
        if (code == SMY_OK) {
            keep(b, step, s, &sit, &v);
            code = test_claims(b, step, s, &sit, &v, mem);
        }
    }
    smyi_arena_rewind(mem, mark);
    return code;
}

/* ---- Where the answer of most models turns ---- */

static bool answer(const SmyiBluff *b, const SmyiWayStep *step, const SmyiTurnAt *turn)
{
    switch (turn->what) {
    case SMYI_TURN_AGREEMENT:
        return 2 * step->agreed > b->n_solvers;
    case SMYI_TURN_SETTLED:
        return 2 * step->settled[turn->number] > b->n_solvers;
    default:
        return 2 * step->holds[turn->number] > step->defined[turn->number];
    }
}

static SmyCode bisect(const SmyiBluff *b, const SmyiWay *way, double low, double high,
                      SmyiArena *mem, SmyiWayStep *between, SmyiTurnAt *turn)
{
    SmyCode code = SMY_OK;
    for (int h = 0; h < HALVINGS && code == SMY_OK; h++) {
        double middle = low + (high - low) / 2;
        code = take_step(b, way, middle, mem, between);
        if (answer(b, between, turn) == turn->becomes)
            high = middle;
        else
            low = middle;
    }
    turn->at = high;
    return code;
}

static int by_share(const void *left, const void *right)
{
    const SmyiTurnAt *a = left, *b = right;
    if (a->at < b->at || a->at > b->at)
        return a->at < b->at ? -1 : 1;
    if (a->what != b->what)
        return a->what < b->what ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

static SmyCode find_turns(const SmyiBluff *b, SmyiWay *way, SmyiArena *mem)
{
    const SmyScenario *scn = b->scn;
    size_t n_answers = 1 + scn->n_issues + scn->n_claims;
    SmyiWayStep between;
    way->turns = SMYI_NEW(mem, n_answers * (SMYI_STEPS - 1), SmyiTurnAt);
    SmyCode code = way->turns && new_step(b, mem, &between) ? SMY_OK : SMY_ERR_NOMEM;
    for (size_t n = 0; n < n_answers && code == SMY_OK; n++) {
        SmyiTurnAt turn = {.what = n == 0               ? SMYI_TURN_AGREEMENT
                                   : n <= scn->n_issues ? SMYI_TURN_SETTLED
                                                        : SMYI_TURN_CLAIM};
        turn.number = n == 0 ? 0 : n <= scn->n_issues ? n - 1 : n - 1 - scn->n_issues;
        for (size_t s = 1; s < SMYI_STEPS && code == SMY_OK; s++) {
            turn.becomes = answer(b, &way->steps[s], &turn);
            if (turn.becomes == answer(b, &way->steps[s - 1], &turn))
                continue;
            code =
                bisect(b, way, way->steps[s - 1].t, way->steps[s].t, mem, &between, &turn);
            way->turns[way->n_turns++] = turn;
        }
    }
    if (way->n_turns)
        qsort(way->turns, way->n_turns, sizeof *way->turns, by_share);
    return code;
}

/* ---- The ways: all that a side says; and what it says that no agreement costs, alone ---- */

static bool add_way(SmyiBluff *b, int actor, bool only_cost, SmyiArena *mem)
{
    bool *moving = SMYI_NEW(mem, b->n_promises, bool);
    if (!moving)
        return false;
    for (size_t p = 0; p < b->n_promises; p++)
        moving[p] = b->promises[p].actor == actor &&
                    (!only_cost || b->promises[p].issue == SMYI_NONE);
    b->ways[b->n_ways++] =
        (SmyiWay){.actor = actor, .only_cost = only_cost, .moving = moving};
    return true;
}

static bool list_ways(SmyiBluff *b, SmyiArena *mem)
{
    b->ways = SMYI_NEW(mem, 2 * b->n_sides, SmyiWay);
    bool done = b->ways != NULL;
    for (size_t s = 0; s < b->n_sides && done; s++) {
        size_t costs = 0, all = 0;
        for (size_t p = 0; p < b->n_promises; p++)
            if (b->promises[p].actor == b->sides[s]) {
                all++;
                costs += b->promises[p].issue == SMYI_NONE;
            }
        done = add_way(b, b->sides[s], false, mem);
        if (done && costs && costs < all)
            done = add_way(b, b->sides[s], true, mem);
    }
    return done;
}

SmyCode smyi_bluff_ways(SmyiBluff *b, SmyiArena *mem)
{
    SmyCode code = list_ways(b, mem) ? SMY_OK : SMY_ERR_NOMEM;
    for (size_t w = 0; w < b->n_ways && code == SMY_OK; w++) {
        SmyiWay *way = &b->ways[w];
        for (size_t s = 0; s < SMYI_STEPS && code == SMY_OK; s++)
            code =
                new_step(b, mem, &way->steps[s])
                    ? take_step(b, way, (double)s / (SMYI_STEPS - 1), mem, &way->steps[s])
                    : SMY_ERR_NOMEM;
        if (code == SMY_OK)
            code = find_turns(b, way, mem);
    }
    return code;
}
