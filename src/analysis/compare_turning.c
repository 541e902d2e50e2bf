/* SPDX-License-Identifier: Apache-2.0 */
/* Which input turns a conclusion that only one of two accounts draws. */
#include <string.h>

#include "analysis/compare.h"

typedef struct Search {
    SmyiComparison *c;
    SmyiArena *mem;
    SmyiAtPoints at;
    bool *taken; /* [n_differences] values that come from the other account */
    uint64_t done, total;
} Search;

/* One account's points, with the differences marked taken from the other; answers in s->at. */
static SmyCode try_taken(Search *s, size_t side)
{
    SmyiComparison *c = s->c;
    SmyiAccount *own = &c->side[side];
    const SmyiAccount *other = &c->side[1 - side];
    const SmyRunOptions *o = c->options;
    memcpy(own->tried.value, own->points.value,
           own->frame.n_inputs * sizeof *own->tried.value);
    for (size_t d = 0; d < c->n_differences; d++)
        if (s->taken[d])
            own->tried.value[c->differences[d].input[side]] =
                other->points.value[c->differences[d].input[1 - side]];
    smyi_situation_derive(&own->frame, 1, &own->tried);
    if (o->progress && !o->progress(o->cookie, "inputs exchanged", s->done, s->total))
        c->partial = true;
    s->done += s->done < s->total;
    return smyi_at_points(&own->frame, c->solvers, c->n_solvers, &own->tried, own->seating,
                          s->mem, &s->at);
}

static bool differs(const SmyiConclusion *k)
{
    return k->answer[0] != k->answer[1];
}

/* Does the account of `side` now answer as the other does? */
static bool has_turned(const Search *s, size_t side, const SmyiConclusion *k)
{
    return smyi_conclude(s->c, side, k, &s->at) == k->answer[1 - side];
}

/* ---- Each difference alone, from either side ---- */

static SmyCode try_each(Search *s, size_t side)
{
    SmyiComparison *c = s->c;
    SmyCode code = SMY_OK;
    for (size_t d = 0; d < c->n_differences && code == SMY_OK && !c->partial; d++) {
        memset(s->taken, 0, c->n_differences * sizeof *s->taken);
        s->taken[d] = true;
        code = try_taken(s, side);
        for (size_t k = 0; k < c->n_conclusions && code == SMY_OK; k++) {
            SmyiConclusion *conclusion = &c->conclusions[k];
            if (differs(conclusion) && has_turned(s, side, conclusion))
                conclusion->turned_by[side][conclusion->n_turned_by[side]++] = d;
        }
    }
    return code;
}

/* ---- Several together: the largest first until it turns, then all that can be left out ---- */

/* Takes ever more; for each conclusion the number that first turns it, 0: none does. */
static SmyCode count_until(Search *s, size_t *until)
{
    SmyiComparison *c = s->c;
    SmyCode code = SMY_OK;
    memset(s->taken, 0, c->n_differences * sizeof *s->taken);
    for (size_t d = 0; d < c->n_differences && code == SMY_OK && !c->partial; d++) {
        s->taken[d] = true;
        code = try_taken(s, 0);
        for (size_t k = 0; k < c->n_conclusions && code == SMY_OK; k++)
            if (!until[k] && differs(&c->conclusions[k]) &&
                has_turned(s, 0, &c->conclusions[k]))
                until[k] = d + 1;
    }
    return code;
}

static SmyCode leave_out(Search *s, SmyiConclusion *k, size_t until)
{
    SmyiComparison *c = s->c;
    SmyCode code = SMY_OK;
    size_t *kept = SMYI_NEW(s->mem, until, size_t);
    if (!kept)
        return SMY_ERR_NOMEM;
    memset(s->taken, 0, c->n_differences * sizeof *s->taken);
    memset(s->taken, true, until * sizeof *s->taken);
    for (size_t d = until;
         d-- > 0 && code == SMY_OK && !c->partial;) { /* the least first */
        s->taken[d] = false;
        code = try_taken(s, 0);
        s->taken[d] = !has_turned(s, 0, k);
    }
    for (size_t d = 0; d < until; d++)
        if (s->taken[d])
            kept[k->n_together++] = d;
    k->together = kept;
    return code;
}

static SmyCode try_together(Search *s)
{
    SmyiComparison *c = s->c;
    size_t *until = SMYI_NEW(s->mem, c->n_conclusions, size_t);
    SmyCode code = until ? count_until(s, until) : SMY_ERR_NOMEM;
    for (size_t k = 0; k < c->n_conclusions && code == SMY_OK && !c->partial; k++) {
        SmyiConclusion *conclusion = &c->conclusions[k];
        if (until[k] && conclusion->n_turned_by[0] == 0)
            code = leave_out(s, conclusion, until[k]);
        conclusion->was_searched = code == SMY_OK && !c->partial;
    }
    return code;
}

/* ---- The whole ---- */

static bool make_room(SmyiComparison *c, SmyiArena *mem)
{
    for (size_t k = 0; k < c->n_conclusions; k++) {
        SmyiConclusion *conclusion = &c->conclusions[k];
        if (!differs(conclusion))
            continue;
        conclusion->turned_by = SMYI_NEW(mem, 2, size_t *);
        for (size_t side = 0; conclusion->turned_by && side < 2; side++) {
            size_t *list = SMYI_NEW(mem, c->n_differences, size_t);
            if (!list)
                return false;
            conclusion->turned_by[side] = list;
        }
        if (!conclusion->turned_by)
            return false;
    }
    return true;
}

SmyCode smyi_find_turning(SmyiComparison *c, SmyiArena *mem)
{
    Search s = {.c = c, .mem = mem, .total = 3 * c->n_differences};
    s.taken = SMYI_NEW(mem, c->n_differences, bool);
    SmyiAtPoints other; /* the second account may have other actors and claims */
    if (!s.taken || !make_room(c, mem) ||
        !smyi_at_points_new(&c->side[0].frame, c->n_solvers, mem, &s.at) ||
        !smyi_at_points_new(&c->side[1].frame, c->n_solvers, mem, &other))
        return SMY_ERR_NOMEM;
    SmyCode code = try_each(&s, 0);
    if (code == SMY_OK && !c->partial)
        code = try_together(&s);
    s.at = other;
    if (code == SMY_OK && !c->partial)
        code = try_each(&s, 1);
    return code;
}
