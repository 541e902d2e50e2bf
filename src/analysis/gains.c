/* SPDX-License-Identifier: Apache-2.0 */
/* Gains against the status quo and against no deal, their parts apart (models.md J). */
#include <math.h>
#include <string.h>

#include "analysis/verdict.h"
#include "base/sums.h"

static double points_of(const SmyiSituation *sit, int input, size_t lane)
{
    return input == SMYI_NONE ? 0 : sit->value[(size_t)input * sit->n_lanes + lane];
}

static double venue_points(const SmyiFrame *f, const SmyiSituation *sit,
                           const SmyiActor *actor, size_t lane)
{
    const char *venue = f->scn->table.venue;
    for (size_t v = 0; venue && v < actor->n_venues; v++)
        if (strcmp(actor->venues[v].name, venue) == 0)
            return points_of(sit, actor->venues[v].standing, lane);
    return 0;
}

double smyi_standing(const SmyiFrame *f, const SmyiSituation *sit, size_t a, bool seated,
                     size_t lane)
{
    const SmyiActor *actor = &f->scn->actors[a];
    return seated ? points_of(sit, actor->seated, lane) + venue_points(f, sit, actor, lane)
                  : points_of(sit, actor->left_out, lane);
}

static bool observes(const SmyiFrame *f, size_t a)
{
    for (size_t o = 0; o < f->scn->table.n_observers; o++)
        if (f->scn->table.observers[o].actor == (int)a)
            return true;
    return false;
}

/* Left out: absent in the file, or a candidate (or its delegate) without a seat. */
static bool may_be_left_out(const SmyiFrame *f, size_t a)
{
    return !observes(f, a) &&
           (f->scn->table.role[a] == SMYI_ROLE_ABSENT || f->seat_of[a] != SMYI_NONE);
}

static void standing(const SmyiFrame *f, const SmyiSituation *sit,
                     const SmyiSeating *seating, size_t a, double *out)
{
    size_t n = sit->n_lanes;
    int seat = f->seat_of[a];
    const SmyiActor *actor = &f->scn->actors[a];
    if (actor->seated == SMYI_NONE && actor->left_out == SMYI_NONE && !actor->n_venues) {
        memset(out, 0, n * sizeof *out);
        return;
    }
    bool left_out = may_be_left_out(f, a);
    for (size_t k = 0; k < n; k++) {
        bool sits = seat != SMYI_NONE && seating[(size_t)seat * n + k];
        out[k] = sits || left_out ? smyi_standing(f, sit, a, sits, k) : 0;
    }
}

/* 100 f_a sum_i s'_ai |x_i - z_ai| over settled issues with a public commitment z */
static void face(const SmyiFrame *f, const SmyiSituation *sit, const SmyiVerdict *v,
                 size_t a, double *out)
{
    size_t n = sit->n_lanes, m = f->n_issues;
    double lost[SMYI_BLOCK] = {0};
    int input = f->scn->actors[a].face;
    memset(out, 0, n * sizeof *out);
    for (size_t i = 0; i < m && input != SMYI_NONE; i++) {
        size_t at = (a * m + i) * n;
        if (f->scn->stances[a * m + i].stated == SMYI_NONE)
            continue;
        for (size_t k = 0; k < n; k++)
            if (v->settled[i * n + k])
                smyi_add(&out[k], &lost[k],
                         sit->share[at + k] *
                             fabs(v->point[i * n + k] - sit->stated[at + k]));
    }
    for (size_t k = 0; k < n && input != SMYI_NONE; k++)
        out[k] = (out[k] + lost[k]) * points_of(sit, input, k);
}

void smyi_gain(const SmyiFrame *f, const SmyiSituation *sit, const SmyiSeating *seating,
               const SmyiVerdict *v, size_t a, SmyiGain *gain)
{
    size_t n = sit->n_lanes;
    standing(f, sit, seating, a, gain->standing);
    face(f, sit, v, a, gain->face);
    for (size_t k = 0; k < n; k++) {
        double worth = v->worth[a * n + k], quo = sit->worth_quo[a * n + k];
        gain->outcome[k] = 100 * (worth - quo);
        gain->total[k] = gain->outcome[k] + gain->standing[k] - gain->face[k];
        gain->no_deal[k] = 100 * (worth - (quo - sit->no_deal[a * n + k]));
        gain->shortfall[k] = 100 * (1 - worth);
    }
}
