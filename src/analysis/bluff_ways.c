/* SPDX-License-Identifier: Apache-2.0 */
/* How far what is said would have to be true for the answer to be another. */
#include <stdlib.h>

#include "analysis/bluff.h"

enum { HALVINGS = 20 /* of a tenth: to 1e-7 of the way */ };

/* What is said is true to share t: solved so, and judged so, within the limits that are meant. */
static SmyCode take_step(const SmyiBluff *b, const SmyiWay *way, double t, SmyiArena *mem,
                         SmyiWayStep *step)
{
    SmyiSituation sit;
    SmyiMark mark = smyi_arena_mark(mem);
    SmyCode code = smyi_situation_new(&b->frame, 1, mem, &sit) ? SMY_OK : SMY_ERR_NOMEM;
    step->t = t;
    if (code == SMY_OK) {
        smyi_say(b, way->moving, t, &b->meant, &sit);
        code = smyi_at_points(&b->frame, b->solvers, b->n_solvers, &sit, b->seating, mem,
                              &step->at);
    }
    smyi_arena_rewind(mem, mark);
    return code;
}

/* ---- Where the answer of most models turns ---- */

static bool answer(const SmyiBluff *b, const SmyiWayStep *step, const SmyiTurnAt *turn)
{
    switch (turn->what) {
    case SMYI_TURN_AGREEMENT:
        return 2 * step->at.agreed > b->n_solvers;
    case SMYI_TURN_SETTLED:
        return 2 * step->at.settled[turn->number] > b->n_solvers;
    default:
        return 2 * step->at.holds[turn->number] > step->at.defined[turn->number];
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
    SmyCode code =
        way->turns && smyi_at_points_new(&b->frame, b->n_solvers, mem, &between.at)
            ? SMY_OK
            : SMY_ERR_NOMEM;
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
                smyi_at_points_new(&b->frame, b->n_solvers, mem, &way->steps[s].at)
                    ? take_step(b, way, (double)s / (SMYI_STEPS - 1), mem, &way->steps[s])
                    : SMY_ERR_NOMEM;
        if (code == SMY_OK)
            code = find_turns(b, way, mem);
    }
    return code;
}
