/* SPDX-License-Identifier: Apache-2.0 */
/* Two parties, linear loss: the frontier has one straight piece an issue; all is closed form. */
#include "model/bargain.h"

/*
 * From the package that is best for party 0 the frontier runs to the one best for party 1,
 * moving one disputed issue after the other from p_0i to p_1i, first where party 1 wins most
 * for what party 0 loses: in falling order of s'_1i / s'_0i. Issues of equal ratio make one
 * piece, on which many packages have the same utilities.
 */
struct SmyiFrontier {
    size_t n;      /* pieces */
    size_t *issue; /* [m] disputed issues in the order of the frontier */
    size_t *first; /* [n + 1] piece j holds issue[first[j]] .. issue[first[j + 1] - 1] */
    double *ratio; /* [m] s'_1i / s'_0i of issue[.] */
    double *lose;  /* [n] > 0 what party 0 loses along the piece */
    double *win;   /* [n] > 0 what party 1 wins */
    double *gain0; /* [n + 1] gains at the corners */
    double *gain1; /* [n + 1] */
    double *plane; /* [5 x m] scratch of share_out() */
};

/* A place on the frontier: `share` of the way along a piece. */
typedef struct Place {
    size_t piece;
    double share; /* 0..1; 0 at the last corner */
} Place;

SmyiFrontier *smyi_frontier_new(size_t n_issues, SmyiArena *mem)
{
    SmyiFrontier *f = SMYI_NEW(mem, 1, SmyiFrontier);
    if (!f)
        return NULL;
    f->issue = SMYI_NEW(mem, n_issues, size_t);
    f->first = SMYI_NEW(mem, n_issues + 1, size_t);
    double *room = SMYI_NEW(mem, 10 * n_issues + 2, double);
    if (!f->issue || !f->first || !room)
        return NULL;
    f->ratio = room;
    f->lose = room + n_issues;
    f->win = room + 2 * n_issues;
    f->gain0 = room + 3 * n_issues;
    f->gain1 = room + 4 * n_issues + 1;
    f->plane = room + 5 * n_issues + 2;
    return f;
}

/* Undisputed issues go to whoever cares; the others in order. Returns how many these are. */
static size_t sort_issues(SmyiBargain *b, SmyiFrontier *f)
{
    const double *p0 = b->position, *p1 = p0 + b->m, *s0 = b->share, *s1 = s0 + b->m;
    size_t n = 0;
    for (size_t i = 0; i < b->m; i++) {
        b->x[i] = s0[i] > 0 ? p0[i] : p1[i];
        if (!(s0[i] > 0 && s1[i] > 0) || p0[i] == p1[i])
            continue;
        double ratio = s1[i] / s0[i];
        size_t j = n++;
        for (; j > 0 && f->ratio[j - 1] < ratio; j--) {
            f->ratio[j] = f->ratio[j - 1];
            f->issue[j] = f->issue[j - 1];
        }
        f->ratio[j] = ratio;
        f->issue[j] = i;
    }
    return n;
}

static void build(SmyiBargain *b, SmyiFrontier *f)
{
    const double *p0 = b->position, *p1 = p0 + b->m, *s0 = b->share, *s1 = s0 + b->m;
    size_t n = sort_issues(b, f), pieces = 0;
    for (size_t j = 0; j < n; j++) {
        size_t i = f->issue[j];
        double width = fabs(p1[i] - p0[i]),
               head = pieces ? f->ratio[f->first[pieces - 1]] : 0;
        if (pieces == 0 || head - f->ratio[j] > SMYI_TIE_TOL * head) {
            f->first[pieces] = j;
            f->lose[pieces] = f->win[pieces] = 0;
            pieces++;
        }
        f->lose[pieces - 1] += s0[i] * width;
        f->win[pieces - 1] += s1[i] * width;
    }
    f->n = pieces;
    f->first[pieces] = n;
    f->gain0[0] = b->reach[0];
    f->gain1[pieces] = b->reach[1];
    for (size_t j = 0; j < pieces; j++)
        f->gain0[j + 1] = f->gain0[j] - f->lose[j];
    for (size_t j = pieces; j-- > 0;)
        f->gain1[j] = f->gain1[j + 1] - f->win[j];
}

/* The best rational place for party 0: the first where party 1 does not lose. */
static Place best_of_0(const SmyiFrontier *f)
{
    if (f->gain1[0] >= 0)
        return (Place){0, 0};
    for (size_t j = 0; j < f->n; j++)
        if (f->gain1[j + 1] >= 0)
            return (Place){j, fmin(-f->gain1[j] / f->win[j], 1)};
    return (Place){f->n, 0};
}

/* The best rational place for party 1: the last where party 0 does not lose. */
static Place best_of_1(const SmyiFrontier *f)
{
    if (f->gain0[f->n] >= 0)
        return (Place){f->n, 0};
    for (size_t j = f->n; j-- > 0;)
        if (f->gain0[j] >= 0)
            return (Place){j, fmin(f->gain0[j] / f->lose[j], 1)};
    return (Place){0, 0};
}

static double gain0_at(const SmyiFrontier *f, Place at)
{
    return f->gain0[at.piece] - (at.share > 0 ? at.share * f->lose[at.piece] : 0);
}

static double gain1_at(const SmyiFrontier *f, Place at)
{
    return f->gain1[at.piece] + (at.share > 0 ? at.share * f->win[at.piece] : 0);
}

static bool before(Place a, Place b)
{
    return a.piece < b.piece || (a.piece == b.piece && a.share < b.share);
}

/* How far along piece j gain0 / unit0 = gain1 / unit1; below 0 or above 1: not on it. */
static double equal_ratio(const SmyiFrontier *f, size_t j, double unit0, double unit1)
{
    return (f->gain0[j] * unit1 - f->gain1[j] * unit0) /
           (f->lose[j] * unit1 + f->win[j] * unit0);
}

/* How far to go along piece j, were it endless. */
static double wish(const SmyiBargain *b, const SmyiFrontier *f, SmyiRule rule, size_t j)
{
    double lose = f->lose[j], win = f->win[j], gap;
    const double *alpha = b->alpha;
    switch (rule) {
    case SMYI_RULE_NASH: /* alpha1 win / gain1 = alpha0 lose / gain0 */
        return (alpha[1] * (f->gain0[j] / lose) - alpha[0] * (f->gain1[j] / win)) /
               (alpha[0] + alpha[1]);
    case SMYI_RULE_UTILITARIAN:
        gap = alpha[1] * win - alpha[0] * lose;
        if (fabs(gap) > SMYI_TIE_TOL * alpha[1] * win)
            return gap > 0 ? 1 : 0;
        return equal_ratio(f, j, 1, 1);
    case SMYI_RULE_KALAI_SMORODINSKY:
    case SMYI_RULE_EGALITARIAN:
        break;
    }
    return equal_ratio(f, j, b->unit[0], b->unit[1]);
}

static Place choose(const SmyiBargain *b, const SmyiFrontier *f, SmyiRule rule)
{
    for (size_t j = 0; j < f->n; j++) {
        double share = wish(b, f, rule, j);
        if (share < 1)
            return (Place){j, share > 0 ? share : 0};
    }
    return (Place){f->n, 0};
}

/* Several issues share the last piece: of all packages with these utilities the nearest to q. */
static void share_out(SmyiBargain *b, SmyiFrontier *f, Place at, SmyiNearestPoint *near)
{
    size_t first = f->first[at.piece], n = f->first[at.piece + 1] - first;
    double *slope = f->plane, *lo = slope + n, *hi = lo + n, *target = hi + n,
           *y = target + n;
    const double *p0 = b->position, *p1 = p0 + b->m;
    for (size_t j = 0; j < n; j++) {
        size_t i = f->issue[first + j];
        slope[j] = p1[i] > p0[i] ? b->share[i] : -b->share[i];
        lo[j] = fmin(p0[i], p1[i]);
        hi[j] = fmax(p0[i], p1[i]);
        target[j] = b->status_quo[i];
        y[j] = p0[i] + at.share * (p1[i] - p0[i]);
    }
    smyi_nearest_point(near, n, 1, slope, lo, hi, target, y);
    for (size_t j = 0; j < n; j++)
        b->x[f->issue[first + j]] = y[j];
}

/* The package at a place; b->x is party 0's best one so far. */
static void package(SmyiBargain *b, SmyiFrontier *f, Place at, SmyiNearestPoint *near)
{
    const double *p0 = b->position, *p1 = p0 + b->m;
    for (size_t j = 0; j < f->first[at.piece]; j++)
        b->x[f->issue[j]] = p1[f->issue[j]];
    if (!(at.share > 0))
        return;
    size_t i = f->issue[f->first[at.piece]];
    if (f->first[at.piece + 1] - f->first[at.piece] == 1)
        b->x[i] = at.share < 1 ? p0[i] + at.share * (p1[i] - p0[i]) : p1[i];
    else
        share_out(b, f, at, near);
}

/**
 * The four solutions of a game of two with linear loss.
 *
 * Where party 0 cannot gain, it is held to its d and party 1 takes its best, and the other way
 * round. Utilitarian ties between packages of different utilities: the most equal gains.
 *
 * Source: models.md D.
 * Cost: O(m^2) at worst by insertion, O(m) for sorted issues; no allocation.
 */
SmyStatus smyi_bargain_two(SmyiBargain *b, SmyiRule rule, SmyiFrontier *f,
                           SmyiNearestPoint *near)
{
    build(b, f);
    Place low = best_of_0(f), high = best_of_1(f), at;
    double most0 = gain0_at(f, low), most1 = gain1_at(f, high);
    if (most0 < -SMYI_GAIN_TOL || most1 < -SMYI_GAIN_TOL)
        return SMY_STATUS_NO_AGREEMENT;
    if (most0 <= SMYI_GAIN_TOL && most1 <= SMYI_GAIN_TOL)
        return SMY_STATUS_NO_AGREEMENT;
    if (rule == SMYI_RULE_KALAI_SMORODINSKY) {
        b->unit[0] = most0;
        b->unit[1] = most1;
    }
    if (most0 <= SMYI_GAIN_TOL)
        at = high;
    else if (most1 <= SMYI_GAIN_TOL)
        at = low;
    else
        at = choose(b, f, rule);
    at = before(high, at) ? high : before(at, low) ? low : at;
    package(b, f, at, near);
    return SMY_STATUS_OK;
}
