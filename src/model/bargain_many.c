/* SPDX-License-Identifier: Apache-2.0 */
/* The four solutions for any number of parties and issues with linear loss. */
#include "model/bargain_piecewise.h"

/* From gains as large as this for all, no programme is needed to find a place to start. */
#define GOOD_START 1e-3

struct SmyiMany {
    SmyiPiecewise *w;
    SmyiAscent *ascent;
    double *best;    /* [n] largest rational gains, b_a - d_a */
    double *middle;  /* [m] average of their packages */
    double *scratch; /* [n + 2 m] */
};

SmyiMany *smyi_many_new(size_t n_actors, size_t n_issues, SmyiArena *mem)
{
    SmyiMany *s = SMYI_NEW(mem, 1, SmyiMany);
    if (!s)
        return NULL;
    s->w = smyi_piecewise_new(n_actors, n_issues, mem);
    s->ascent = smyi_ascent_new(n_actors, n_issues, mem);
    s->best = SMYI_NEW(mem, n_actors, double);
    s->middle = SMYI_NEW(mem, n_issues, double);
    s->scratch = SMYI_NEW(mem, n_actors + 2 * n_issues, double);
    return s->w && s->ascent && s->best && s->middle && s->scratch ? s : NULL;
}

/* The largest least gain: below 0 nothing is rational for all. */
static bool least_gain(SmyiPiecewise *w, const SmyiBargain *b)
{
    w->has_level = true;
    for (size_t a = 0; a < w->n; a++) {
        w->unit[a] = 1;
        w->least[a] = w->weight[a] = 0;
    }
    if (!smyi_piecewise_maximise(w, b))
        return false;
    if (w->level <=
        SMYI_GAIN_TOL) /* somebody cannot gain: all rational packages are here */
        smyi_piecewise_confine(w);
    return true;
}

/* The largest total is inside the rational packages: all gain there. */
static bool is_good_start(SmyiPiecewise *w)
{
    w->level = HUGE_VAL;
    for (size_t a = 0; a < w->n; a++)
        w->level = fmin(w->level, w->gain[a]);
    return w->level > GOOD_START;
}

static bool nash(SmyiMany *s, const SmyiBargain *b, double floor)
{
    if (s->w->level > SMYI_GAIN_TOL) /* all gain here */
        return smyi_ascent(s->ascent, s->w, b, NULL);
    if (!smyi_piecewise_best(s->w, b, floor, s->scratch, s->best, s->middle))
        return false;
    smyi_piecewise_go(s->w, b, s->middle);
    return smyi_ascent(s->ascent, s->w, b, s->best);
}

static bool kalai_smorodinsky(SmyiMany *s, const SmyiBargain *b, double floor)
{
    if (!smyi_piecewise_best(s->w, b, floor, s->scratch, s->best, s->middle))
        return false;
    for (size_t a = 0; a < b->n; a++) {
        bool gains = s->best[a] > SMYI_GAIN_TOL;
        s->w->unit[a] = gains ? s->best[a] : 0;
        s->w->least[a] = gains ? 0 : floor;
    }
    return smyi_piecewise_leximin(s->w, b);
}

/* Largest total; of several packages that have it, the most equal gains. */
static bool utilitarian(SmyiMany *s, const SmyiBargain *b, double floor)
{
    SmyiPiecewise *w = s->w;
    double most = 0;
    w->has_level = false;
    for (size_t a = 0; a < w->n; a++) {
        w->unit[a] = 0;
        w->least[a] = floor;
        w->weight[a] = b->alpha[a];
    }
    if (!smyi_piecewise_maximise(w, b))
        return false;
    if (smyi_piecewise_confine(w))
        return true;
    for (size_t a = 0; a < w->n; a++)
        most = fmax(most, w->force[a]);
    for (size_t a = 0; a < w->n; a++) { /* those that keep the total down stay at their d */
        w->pinned[a] = w->force[a] - w->weight[a] > 1e-9 * most;
        w->unit[a] = w->pinned[a] ? 0 : 1;
        w->least[a] = w->pinned[a] ? w->gain[a] : 0;
    }
    return smyi_piecewise_leximin(w, b);
}

static SmyStatus judge(const SmyiPiecewise *w, bool solved)
{
    double least = HUGE_VAL, most = -HUGE_VAL;
    for (size_t a = 0; a < w->n; a++) {
        least = fmin(least, w->gain[a]);
        most = fmax(most, w->gain[a]);
    }
    if (!solved)
        return SMY_STATUS_NOT_CONVERGED;
    return least < -2 * SMYI_GAIN_TOL || most <= SMYI_GAIN_TOL ? SMY_STATUS_NO_AGREEMENT
                                                               : SMY_STATUS_OK;
}

/**
 * The four solutions for any number of parties and issues with linear loss.
 *
 * Where not all gain from the largest total, a linear programme finds whether a package is
 * rational for all; then each solution is one more (utilitarian), one for every level that is
 * held (leximin), with one for every party's best gain before (Kalai-Smorodinsky), or an
 * ascent from the package that was found (Nash). Several packages with the same utilities form a face: the nearest to q is taken.
 *
 * Source: models.md D. Cost: with 6 parties and 6 issues some 10 to 50 pivots a programme.
 */
SmyStatus smyi_bargain_many(SmyiBargain *b, SmyiRule rule, SmyiMany *s,
                            SmyiNearestPoint *near)
{
    SmyiPiecewise *w = s->w;
    bool solved = false;
    smyi_piecewise_read(w, b);
    smyi_bargain_total(b, b->x, NULL);
    smyi_piecewise_go(w, b, b->x);
    bool found = is_good_start(w) || least_gain(w, b);
    double level = w->level, floor = fmin(level, 0);
    if (found && level < -SMYI_GAIN_TOL)
        return SMY_STATUS_NO_AGREEMENT;
    if (found)
        switch (rule) {
        case SMYI_RULE_NASH:
            solved = nash(s, b, floor);
            smyi_piecewise_confine(w);
            break;
        case SMYI_RULE_KALAI_SMORODINSKY:
            solved = kalai_smorodinsky(s, b, floor);
            break;
        case SMYI_RULE_UTILITARIAN:
            solved = utilitarian(s, b, floor);
            break;
        case SMYI_RULE_EGALITARIAN:
            for (size_t a = 0; a < b->n; a++) {
                w->unit[a] = b->unit[a];
                w->least[a] = 0;
            }
            solved = smyi_piecewise_leximin(w, b);
            break;
        }
    SmyStatus status = judge(w, solved);
    if (status == SMY_STATUS_OK)
        smyi_piecewise_nearest(w, b, near);
    for (size_t i = 0; i < b->m; i++)
        b->x[i] = w->x[i];
    return status;
}
