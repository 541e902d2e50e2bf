/* SPDX-License-Identifier: Apache-2.0 */
/* The nearest point of a polytope: which of several packages with the same utilities. */
#include <stdint.h>

#include "model/bargain.h"

/*
 * From the target itself, constraints are met one after the other; those that no longer hold
 * the point back are let go on the way (their multiplier would turn negative). The active ones
 * are kept linearly independent, as columns of Q R.
 */
struct SmyiNearestPoint {
    size_t n;           /* dimensions */
    size_t n_active;    /* <= n */
    size_t n_equal;     /* of these the first are equations, which stay */
    double *normal;     /* [n x n] active constraint c: normal_c . y >= something */
    double *q;          /* [n x n] orthonormal, row c */
    double *r;          /* [n x n] normal_c = sum_{d <= c} r[d, c] q_d */
    double *multiplier; /* [n] */
    size_t *side;       /* [n] number of the bound: 2 j lower, 2 j + 1 upper */
    double *want;       /* [n] normal to be added */
    double *way;        /* [n] its part free of the active ones: the step */
    double *turn;       /* [n] change of the active multipliers for each unit of step */
    double *y;          /* [n] */
};

SmyiNearestPoint *smyi_nearest_point_new(size_t n, SmyiArena *mem)
{
    SmyiNearestPoint *s = SMYI_NEW(mem, 1, SmyiNearestPoint);
    double *room = SMYI_NEW(mem, 3 * n * n + 5 * n, double);
    size_t *side = SMYI_NEW(mem, n, size_t);
    if (!s || !room || !side)
        return NULL;
    s->normal = room;
    s->q = room + n * n;
    s->r = room + 2 * n * n;
    s->multiplier = room + 3 * n * n;
    s->want = s->multiplier + n;
    s->way = s->want + n;
    s->turn = s->way + n;
    s->y = s->turn + n;
    s->side = side;
    return s;
}

static double dot(size_t n, const double *a, const double *b)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += a[i] * b[i];
    return sum;
}

/*
 * Splits `want` into its part along the active normals (turn = R^-1 Q' want) and the rest
 * (way). The square of the rest, or 0 where it is nothing but rounding.
 */
static double split(SmyiNearestPoint *s)
{
    size_t n = s->n;
    for (size_t i = 0; i < n; i++)
        s->way[i] = s->want[i];
    for (size_t c = 0; c < s->n_active; c++)
        s->turn[c] = 0;
    for (int twice = 0; twice < 2; twice++)
        for (size_t c = 0; c < s->n_active; c++) {
            double part = dot(n, s->q + c * n, s->way);
            s->turn[c] += part;
            for (size_t i = 0; i < n; i++)
                s->way[i] -= part * s->q[c * n + i];
        }
    for (size_t c = s->n_active; c-- > 0;) { /* back substitution */
        for (size_t d = c + 1; d < s->n_active; d++)
            s->turn[c] -= s->r[c * n + d] * s->turn[d];
        s->turn[c] /= s->r[c * n + c];
    }
    double rest = dot(n, s->way, s->way), all = dot(n, s->want, s->want);
    return rest > 1e-20 * all ? rest : 0;
}

/* Adds `want` as the last active constraint, after split(). */
static void activate(SmyiNearestPoint *s, double multiplier, size_t side)
{
    size_t n = s->n, c = s->n_active++;
    double length = sqrt(dot(n, s->way, s->way));
    for (size_t d = 0; d < c; d++)
        s->r[d * n + c] = dot(n, s->q + d * n, s->want);
    s->r[c * n + c] = length;
    for (size_t i = 0; i < n; i++) {
        s->normal[c * n + i] = s->want[i];
        s->q[c * n + i] = s->way[i] / length;
    }
    s->multiplier[c] = multiplier;
    s->side[c] = side;
}

/* Takes one out and orthogonalises those behind it again. */
static void deactivate(SmyiNearestPoint *s, size_t out)
{
    size_t n = s->n, last = s->n_active;
    s->n_active = out;
    for (size_t c = out + 1; c < last; c++) {
        double multiplier = s->multiplier[c], *keep = s->want;
        for (size_t i = 0; i < n; i++)
            keep[i] = s->normal[c * n + i];
        split(s);
        activate(s, multiplier, s->side[c]);
    }
}

/* Equations: the point goes to where all rows have the value they have at `y`. */
static void meet_rows(SmyiNearestPoint *s, size_t n_rows, const double *rows,
                      const double *y)
{
    size_t n = s->n;
    for (size_t e = 0; e < n_rows && s->n_active < n; e++) {
        double miss = 0;
        for (size_t i = 0; i < n; i++) {
            s->want[i] = rows[e * n + i];
            miss += rows[e * n + i] * (y[i] - s->y[i]);
        }
        double rest = split(s);
        if (!(rest > 0))
            continue; /* says nothing new */
        for (size_t i = 0; i < n; i++)
            s->y[i] += miss / rest * s->way[i];
        activate(s, 0, SIZE_MAX);
    }
    s->n_equal = s->n_active;
}

/* The bound that is missed by most, 2 j or 2 j + 1; false: none. */
static bool worst_bound(const SmyiNearestPoint *s, const double *lo, const double *hi,
                        size_t *side)
{
    double most = 1e-15;
    bool found = false;
    for (size_t j = 0; j < 2 * s->n; j++) {
        size_t i = j / 2;
        double miss = j % 2 ? s->y[i] - hi[i] : lo[i] - s->y[i];
        if (miss > most) {
            most = miss;
            *side = j;
            found = true;
        }
    }
    return found;
}

/* The active bound that lets go first as the multiplier of the new one grows. */
static double first_to_go(const SmyiNearestPoint *s, size_t *out)
{
    double least = HUGE_VAL;
    for (size_t c = s->n_equal; c < s->n_active; c++) {
        double at = s->turn[c] > 0 ? s->multiplier[c] / s->turn[c] : HUGE_VAL;
        if (at < least) {
            least = at;
            *out = c;
        }
    }
    return least;
}

/* Meets one bound, letting others go where they must. False: the bounds exclude each other. */
static bool meet_bound(SmyiNearestPoint *s, size_t side, double bound)
{
    size_t n = s->n, j = side / 2, out = 0;
    double sign = side % 2 ? -1 : 1, multiplier = 0;
    for (size_t round = 0; round <= n; round++) {
        for (size_t i = 0; i < n; i++)
            s->want[i] = i == j ? sign : 0;
        double rest = s->n_active < n ? split(s) : (split(s), 0.);
        double part = first_to_go(s, &out), miss = fabs(bound - s->y[j]);
        double full = rest > 0 ? miss / rest : HUGE_VAL, step = fmin(part, full);
        if (!isfinite(step))
            return false;
        for (size_t i = 0; rest > 0 && i < n; i++)
            s->y[i] += step * s->way[i];
        for (size_t c = 0; c < s->n_active; c++)
            s->multiplier[c] -= step * s->turn[c];
        multiplier += step;
        if (full <= part) {
            activate(s, multiplier, side);
            s->y[j] = bound;
            return true;
        }
        deactivate(s, out);
    }
    return false;
}

bool smyi_nearest_point(SmyiNearestPoint *s, size_t n, size_t n_rows, const double *rows,
                        const double *lo, const double *hi, const double *target, double *y)
{
    size_t side = 0;
    s->n = n;
    s->n_active = 0;
    for (size_t i = 0; i < n; i++)
        s->y[i] = target[i];
    meet_rows(s, n_rows, rows, y);
    if (s->n_equal == n)
        return false;
    for (size_t round = 0; worst_bound(s, lo, hi, &side); round++)
        if (round > 8 * n || !meet_bound(s, side, side % 2 ? hi[side / 2] : lo[side / 2]))
            return false;
    for (size_t i = 0; i < n; i++)
        y[i] = fmin(fmax(s->y[i], lo[i]), hi[i]);
    return true;
}
