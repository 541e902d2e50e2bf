/* SPDX-License-Identifier: Apache-2.0 */
/* Gains against the status quo and against no deal, their parts apart (models.md J). */
#include <math.h>
#include <string.h>

#include "analysis/verdict.h"
#include "base/lanes.h"
#include "base/sums.h"

static double points_of(const SmyiSituation *sit, int input, size_t lane)
{
    return input == SMYI_NONE ? 0 : sit->value[(size_t)input * sit->n_lanes + lane];
}

/* The input of an actor's standing at the table's venue. */
static int venue_of(const SmyiFrame *f, size_t a)
{
    const SmyiActor *actor = &f->scn->actors[a];
    const char *venue = f->scn->table.venue;
    for (size_t v = 0; venue && v < actor->n_venues; v++)
        if (strcmp(actor->venues[v].name, venue) == 0)
            return actor->venues[v].standing;
    return SMYI_NONE;
}

double smyi_standing(const SmyiFrame *f, const SmyiSituation *sit, size_t a, bool seated,
                     size_t lane)
{
    const SmyiActor *actor = &f->scn->actors[a];
    return seated
               ? points_of(sit, actor->seated, lane) + points_of(sit, venue_of(f, a), lane)
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

/* The drawn numbers of an input; `none` where there is none. */
static const double *row_of(const SmyiSituation *sit, int input, const double *none)
{
    return input == SMYI_NONE ? none : sit->value + (size_t)input * sit->n_lanes;
}

SMYI_KERNEL static void stand(size_t n, const SmyiSeating *restrict sits,
                              const double *restrict seated, const double *restrict venue,
                              const double *restrict left_out, double *restrict out)
{
    for (size_t k = 0; k < n; k++)
        out[k] = sits[k] ? seated[k] + venue[k] : left_out[k];
}

static void standing(const SmyiFrame *f, const SmyiSituation *sit,
                     const SmyiSeating *seating, size_t a, double *out)
{
    static const double none[SMYI_BLOCK];
    static const SmyiSeating never[SMYI_BLOCK];
    size_t n = sit->n_lanes;
    int seat = f->seat_of[a], venue = venue_of(f, a);
    const SmyiActor *actor = &f->scn->actors[a];
    if (actor->seated == SMYI_NONE && actor->left_out == SMYI_NONE && !actor->n_venues) {
        memset(out, 0, n * sizeof *out);
        return;
    }
    stand(n, seat == SMYI_NONE ? never : seating + (size_t)seat * n,
          row_of(sit, actor->seated, none), row_of(sit, venue, none),
          may_be_left_out(f, a) ? row_of(sit, actor->left_out, none) : none, out);
}

/* Adds what leaving a public commitment takes on one issue, where it is settled. */
SMYI_KERNEL static void add_face(size_t n, const unsigned char *restrict settled,
                                 const double *restrict share, const double *restrict x,
                                 const double *restrict stated, double *restrict sum,
                                 double *restrict lost)
{
    SMYI_LANES
    for (size_t k = 0; k < n; k++) {
        SmyiMask counts = -(SmyiMask)settled[k];
        smyi_add(&sum[k], &lost[k],
                 smyi_choose(counts, share[k] * fabs(x[k] - stated[k]), 0));
    }
}

SMYI_KERNEL static void scale_face(size_t n, const double *restrict lost,
                                   const double *restrict face, double *restrict out)
{
    for (size_t k = 0; k < n; k++)
        out[k] = (out[k] + lost[k]) * face[k];
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
        add_face(n, v->settled + i * n, sit->share + at, v->point + i * n, sit->stated + at,
                 out, lost);
    }
    if (input != SMYI_NONE)
        scale_face(n, lost, sit->value + (size_t)input * n, out);
}

SMYI_KERNEL static void put_parts(size_t n, const double *restrict worth,
                                  const double *restrict quo,
                                  const double *restrict no_deal, SmyiGain *restrict gain)
{
    for (size_t k = 0; k < n; k++) {
        gain->outcome[k] = 100 * (worth[k] - quo[k]);
        gain->total[k] = gain->outcome[k] + gain->standing[k] - gain->face[k];
        gain->no_deal[k] = 100 * (worth[k] - (quo[k] - no_deal[k]));
        gain->shortfall[k] = 100 * (1 - worth[k]);
    }
}

void smyi_gain(const SmyiFrame *f, const SmyiSituation *sit, const SmyiSeating *seating,
               const SmyiVerdict *v, size_t a, SmyiGain *gain)
{
    size_t n = sit->n_lanes;
    standing(f, sit, seating, a, gain->standing);
    face(f, sit, v, a, gain->face);
    put_parts(n, v->worth + a * n, sit->worth_quo + a * n, sit->no_deal + a * n, gain);
}

static double loss_at(const SmyiFrame *f, double x, double position)
{
    double d = fabs(x - position);
    return f->quadratic ? d * d : d;
}

double smyi_gain_by_issue(const SmyiFrame *f, const SmyiSituation *sit,
                          const SmyiVerdict *v, size_t a, size_t lane, double *by_issue)
{
    size_t n = sit->n_lanes, m = f->n_issues;
    for (size_t i = 0; i < m; i++) {
        size_t at = (a * m + i) * n + lane;
        double share = sit->share[at], position = sit->position[at],
               x = v->point[i * n + lane], q = sit->status_quo[i * n + lane];
        by_issue[i] =
            share > 0 ? 100 * share * (loss_at(f, q, position) - loss_at(f, x, position))
                      : (f->holds[a] ? 0 : (double)NAN);
    }
    return v->agreed[lane] && f->holds[a]
               ? 0
               : 100 * (v->worth[a * n + lane] - sit->worth_quo[a * n + lane]);
}
