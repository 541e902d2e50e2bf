/* SPDX-License-Identifier: Apache-2.0 */
/* Kinks and segments of a game with linear loss, and the faces that its solutions lie on. */
#include "model/bargain_piecewise.h"

/* Forces smaller than this share of the others count as none when a face is found. */
#define FACE_TOL 1e-9

SmyiPiecewise *smyi_piecewise_new(size_t n_actors, size_t n_issues, SmyiArena *mem)
{
    size_t n = n_actors, m = n_issues, kinks = n * m;
    SmyiPiecewise *w = SMYI_NEW(mem, 1, SmyiPiecewise);
    if (!w)
        return NULL;
    *w = (SmyiPiecewise){
        .first = SMYI_NEW(mem, m + 1, size_t),
        .kink = SMYI_NEW(mem, kinks, double),
        .slope = SMYI_NEW(mem, kinks * n, double),
        .x = SMYI_NEW(mem, m, double),
        .place = SMYI_NEW(mem, m, size_t),
        .low = SMYI_NEW(mem, m, size_t),
        .high = SMYI_NEW(mem, m, size_t),
        .gain = SMYI_NEW(mem, n, double),
        .unit = SMYI_NEW(mem, n, double),
        .least = SMYI_NEW(mem, n, double),
        .weight = SMYI_NEW(mem, n, double),
        .force = SMYI_NEW(mem, n, double),
        .pinned = SMYI_NEW(mem, n, bool),
        .slack = SMYI_NEW(mem, n, double),
        .inverse = SMYI_NEW(mem, n * n, double),
        .column = SMYI_NEW(mem, n, double),
        .basis = SMYI_NEW(mem, n, size_t),
        .row = SMYI_NEW(mem, m + n + 1, size_t),
        .segment = SMYI_NEW(mem, m, size_t),
        .face = SMYI_NEW(mem, m * n + 4 * m, double),
        .free_issue = SMYI_NEW(mem, m, size_t),
    };
    bool all = w->first && w->kink && w->slope && w->x && w->place && w->low && w->high &&
               w->gain && w->unit && w->least && w->weight && w->force && w->pinned &&
               w->slack && w->inverse && w->column && w->basis && w->row && w->segment &&
               w->face && w->free_issue;
    return all ? w : NULL;
}

/* Distinct positions on issue i, ascending, from kink[at] on. How many. */
static size_t read_kinks(SmyiPiecewise *w, const SmyiBargain *b, size_t i, double *kink)
{
    size_t count = 0;
    for (size_t a = 0; a < w->n; a++) {
        double p = b->position[a * w->m + i];
        size_t j = 0;
        if (!(b->share[a * w->m + i] > 0))
            continue;
        while (j < count && kink[j] < p)
            j++;
        if (j < count && kink[j] == p)
            continue;
        for (size_t c = count++; c > j; c--)
            kink[c] = kink[c - 1];
        kink[j] = p;
    }
    return count;
}

void smyi_piecewise_read(SmyiPiecewise *w, const SmyiBargain *b)
{
    w->n = b->n;
    w->m = b->m;
    w->first[0] = 0;
    for (size_t a = 0; a < w->n; a++)
        w->pinned[a] = false;
    for (size_t i = 0; i < w->m; i++) {
        size_t from = w->first[i], count = read_kinks(w, b, i, w->kink + from);
        w->first[i + 1] = from + count;
        w->low[i] = from;
        w->high[i] = from + count - 1;
        for (size_t j = from; j + 1 < from + count; j++)
            for (size_t a = 0; a < w->n; a++) {
                double share = b->share[a * w->m + i];
                bool ahead = b->position[a * w->m + i] > w->kink[j];
                w->slope[j * w->n + a] = !(share > 0) ? 0 : ahead ? share : -share;
            }
    }
}

void smyi_piecewise_go(SmyiPiecewise *w, const SmyiBargain *b, const double *x)
{
    for (size_t i = 0; i < w->m; i++) {
        size_t j = w->low[i];
        while (j < w->high[i] && w->kink[j + 1] <= x[i])
            j++;
        bool inside = j < w->high[i] && w->kink[j] < x[i];
        w->place[i] = 2 * j + inside;
        w->x[i] = inside ? x[i] : w->kink[j];
    }
    for (size_t a = 0; a < w->n; a++)
        w->gain[a] = smyi_bargain_gain(b, a, w->x);
}

double smyi_piecewise_pull(const SmyiPiecewise *w, size_t segment)
{
    double sum = 0;
    for (size_t a = 0; a < w->n; a++)
        sum += w->force[a] * w->slope[segment * w->n + a];
    return sum;
}

/* A force that counts as none along a segment. */
static double negligible(const SmyiPiecewise *w, size_t segment)
{
    double size = 0;
    for (size_t a = 0; a < w->n; a++)
        size += fabs(w->force[a] * w->slope[segment * w->n + a]);
    return FACE_TOL * size;
}

/* The kinks between which moving issue i costs nothing. */
static void confine_issue(SmyiPiecewise *w, size_t i)
{
    size_t from = w->place[i] / 2, to = (w->place[i] + 1) / 2;
    while (from > w->low[i] && smyi_piecewise_pull(w, from - 1) <= negligible(w, from - 1))
        from--;
    while (to < w->high[i] && smyi_piecewise_pull(w, to) >= -negligible(w, to))
        to++;
    w->low[i] = from;
    w->high[i] = to;
}

/*
 * Basic issues are where the rows without slack put them, and along the face the parties of
 * these rows have no kink if they have force.
 */
bool smyi_piecewise_confine(SmyiPiecewise *w)
{
    bool alone = true;
    double most = 0;
    for (size_t i = 0; i < w->m; i++) {
        confine_issue(w, i);
        alone = alone && (w->row[i] != SMYI_NONE || w->low[i] == w->high[i]);
    }
    for (size_t a = 0; a < w->n; a++)
        most = fmax(most, w->force[a]);
    for (size_t a = 0; a < w->n; a++)
        if (w->row[w->m + a] == SMYI_NONE)
            alone = alone && w->force[a] - w->weight[a] > FACE_TOL * most;
    return alone;
}

/* Holds those whose ratio cannot rise where it is. False: nobody is left. */
static bool hold(SmyiPiecewise *w)
{
    double most = 0;
    bool left = false;
    for (size_t a = 0; a < w->n; a++)
        most = fmax(most, w->unit[a] * w->force[a]);
    for (size_t a = 0; a < w->n; a++)
        if (w->unit[a] > 0 && w->unit[a] * w->force[a] >= FACE_TOL * most) {
            w->unit[a] = 0;
            w->least[a] = w->gain[a];
        } else if (w->unit[a] > 0)
            left = true;
    return left;
}

bool smyi_piecewise_leximin(SmyiPiecewise *w, const SmyiBargain *b)
{
    w->has_level = true;
    for (size_t a = 0; a < w->n; a++)
        w->weight[a] = 0;
    for (size_t stage = 0; stage < w->n; stage++) {
        if (!smyi_piecewise_maximise(w, b))
            return false;
        if (smyi_piecewise_confine(w) || !hold(w))
            return true;
    }
    return true;
}

void smyi_piecewise_nearest(SmyiPiecewise *w, const SmyiBargain *b, SmyiNearestPoint *near)
{
    size_t m = w->m, n = w->n, free = 0, *issue = w->free_issue;
    for (size_t i = 0; i < m; i++)
        if (w->low[i] < w->high[i])
            issue[free++] = i;
    if (free == 0)
        return;
    double *lo = w->face, *hi = lo + m, *target = hi + m, *y = target + m, *rows = y + m;
    for (size_t f = 0; f < free; f++) {
        size_t i = issue[f];
        lo[f] = w->kink[w->low[i]];
        hi[f] = w->kink[w->high[i]];
        target[f] = b->status_quo[i];
        y[f] = w->x[i];
        for (size_t a = 0; a < n; a++)
            rows[a * free + f] = w->slope[w->low[i] * n + a];
    }
    if (!smyi_nearest_point(near, free, n, rows, lo, hi, target, y))
        return;
    for (size_t f = 0; f < free; f++) { /* y keeps the way back */
        double was = w->x[issue[f]];
        w->x[issue[f]] = y[f];
        y[f] = was;
    }
    bool same = true;
    for (size_t a = 0; a < n; a++)
        same = same && fabs(smyi_bargain_gain(b, a, w->x) - w->gain[a]) <= 1e-10;
    for (size_t f = 0; !same && f < free; f++)
        w->x[issue[f]] = y[f];
}
