/* SPDX-License-Identifier: Apache-2.0 */
/* What a claim looks at: each gain, and each other table, is found out once. */
#include "analysis/view.h"

#include <math.h>
#include <string.h>

#include "analysis/forbidden.h"

bool smyi_found_new(const SmyiFrame *f, const SmyiSolver *solver, size_t n_lanes,
                    bool with_tables, SmyiArena *mem, SmyiFound *found)
{
    *found = (SmyiFound){
        .n_actors = f->n_actors,
        .n_players = f->n_players,
        .n_lanes = n_lanes,
        .gain = SMYI_NEW(mem, f->n_actors, SmyiGain),
        .has_gain = SMYI_NEW(mem, f->n_actors, bool),
    };
    if (!found->gain || !found->has_gain)
        return false;
    if (!with_tables)
        return true;
    found->worth = SMYI_NEW(mem, f->n_players * f->n_actors * n_lanes, double);
    found->solved = SMYI_NEW(mem, f->n_players * n_lanes, unsigned char);
    found->seating = SMYI_NEW(mem, f->n_players * n_lanes, SmyiSeating);
    return found->worth && found->solved && found->seating &&
           smyi_verdict_new(f, solver, n_lanes, mem, &found->other);
}

void smyi_found_forget(SmyiFound *found)
{
    memset(found->has_gain, 0, found->n_actors * sizeof *found->has_gain);
    if (found->solved)
        memset(found->solved, 0, found->n_players * found->n_lanes);
}

const SmyiGain *smyi_view_gain(SmyiView *v, size_t a, SmyiGain *room)
{
    SmyiFound *found = v->found;
    SmyiGain *gain = found ? &found->gain[a] : room;
    if (!found || !found->has_gain[a])
        smyi_gain(v->frame, v->situation, v->seating, v->verdict, a, gain);
    if (found)
        found->has_gain[a] = true;
    return gain;
}

/* The lanes of a player's other table that are asked and not yet solved. False: none. */
static bool choose_lanes(const SmyiView *v, unsigned char *solved, unsigned char *chosen)
{
    bool any = false;
    for (size_t k = 0; k < v->verdict->n_lanes; k++) {
        chosen[k] = !solved[k] && (!v->asked || v->asked[k]);
        solved[k] |= chosen[k];
        any |= chosen[k];
    }
    return any;
}

/* The lanes chosen in which who sits leaves no agreement, whatever is solved, are so told. */
static void take_forbidden(SmyiView *v, unsigned char *chosen, double *worth)
{
    const SmyiFrame *f = v->frame;
    size_t n = v->verdict->n_lanes;
    unsigned char forbidden[SMYI_BLOCK];
    smyi_seats_forbid(f, v->found->seating, n, forbidden);
    for (size_t k = 0; k < n; k++)
        forbidden[k] &= chosen[k];
    if (!memchr(forbidden, 1, n))
        return;
    smyi_put_no_deal(f, v->situation, v->found->seating, forbidden, worth);
    for (size_t k = 0; k < n; k++)
        chosen[k] &= forbidden[k] ^ 1;
    for (size_t p = 0; p < f->n_players; p++)
        for (size_t k = 0; k < n; k++)
            v->found->seating[p * n + k] &= chosen[k];
}

/*
 * Solves the table with the seat of `player` filled or emptied, in the lanes chosen. Nobody sits
 * in the others: they cost a model little, and no lane hangs on another.
 */
static SmyCode solve_other(SmyiView *v, size_t player, unsigned char *chosen)
{
    const SmyiFrame *f = v->frame;
    SmyiFound *found = v->found;
    size_t n = v->verdict->n_lanes;
    double *worth = found->worth + player * f->n_actors * found->n_lanes;
    for (size_t p = 0; p < f->n_players; p++)
        for (size_t k = 0; k < n; k++)
            found->seating[p * n + k] =
                chosen[k] & (unsigned char)(v->seating[p * n + k] ^ (p == player));
    take_forbidden(v, chosen, worth);
    if (!memchr(chosen, 1, n))
        return SMY_OK;
    SmyCode code =
        smyi_judge(f, v->situation, found->seating, v->solver, v->u, v->mem, &found->other);
    for (size_t a = 0; a < f->n_actors && code == SMY_OK; a++)
        for (size_t k = 0; k < n; k++)
            worth[a * n + k] = chosen[k] ? found->other.worth[a * n + k] : worth[a * n + k];
    return code;
}

static void seat_value(SmyiView *v, size_t player, size_t b, double *out)
{
    SmyiFound *found = v->found;
    size_t n = v->verdict->n_lanes;
    unsigned char chosen[SMYI_BLOCK], *solved = found->solved + player * found->n_lanes;
    if (choose_lanes(v, solved, chosen)) {
        SmyCode code = solve_other(v, player, chosen);
        if (code != SMY_OK)
            v->code = code;
    }
    const double *other =
        found->worth + player * v->frame->n_actors * found->n_lanes + b * n;
    for (size_t k = 0; k < n; k++) {
        double here = v->verdict->worth[b * n + k];
        bool sits = v->seating[player * n + k];
        if (solved[k])
            out[k] = 100 * (sits ? here - other[k] : other[k] - here);
    }
}

void smyi_view_seat_value(SmyiView *v, size_t a, size_t b, double *out)
{
    int player = v->frame->player_of[a];
    SmyiFound fresh, *kept = v->found;
    for (size_t k = 0; k < v->verdict->n_lanes; k++)
        out[k] = (double)NAN;
    if (!v->solver || player == SMYI_NONE)
        return;
    SmyiMark mark = smyi_arena_mark(v->mem);
    if (!kept || !kept->worth)
        v->found =
            smyi_found_new(v->frame, v->solver, v->verdict->n_lanes, true, v->mem, &fresh)
                ? &fresh
                : NULL;
    if (v->found)
        seat_value(v, (size_t)player, b, out);
    else
        v->code = SMY_ERR_NOMEM;
    v->found = kept;
    smyi_arena_rewind(v->mem, mark);
}
