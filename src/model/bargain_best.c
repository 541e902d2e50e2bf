/* SPDX-License-Identifier: Apache-2.0 */
/* The most that each party could hope for among the rational packages. */
#include "model/bargain_piecewise.h"

/* What moving issue i from x to y gives party a. */
static double change(const SmyiBargain *b, size_t a, size_t i, double x, double y)
{
    double p = b->position[a * b->m + i], share = b->share[a * b->m + i];
    return share > 0 ? share * (fabs(x - p) - fabs(y - p)) : 0;
}

/* The other party that is furthest below the floor, or SMYI_NONE. */
static size_t worst_off(const SmyiPiecewise *w, size_t a, const double *gain, double floor)
{
    size_t found = SMYI_NONE;
    double least = floor;
    for (size_t c = 0; c < w->n; c++)
        if (c != a && gain[c] < least) {
            least = gain[c];
            found = c;
        }
    return found;
}

/* Of the issues not given back, the one that wins c most for what a loses; SMYI_NONE: none. */
static size_t cheapest(const SmyiBargain *b, size_t a, size_t c, const double *x,
                       const double *safe)
{
    size_t found = SMYI_NONE;
    double most = 0;
    for (size_t i = 0; i < b->m; i++) {
        double wins = x[i] != safe[i] ? change(b, c, i, x[i], safe[i]) : 0;
        double ratio = wins > 0 ? wins / (1e-9 - change(b, a, i, x[i], safe[i])) : 0;
        if (ratio > most) {
            most = ratio;
            found = i;
        }
    }
    return found;
}

/*
 * Near the best package of party a: from its ideal, issues are given back to the safe package
 * until nobody is below the floor. At worst all are.
 */
static void start_near_best(SmyiPiecewise *w, const SmyiBargain *b, size_t a, double floor,
                            const double *safe, double *x, double *gain)
{
    size_t c;
    for (size_t i = 0; i < w->m; i++)
        x[i] = b->share[a * w->m + i] > 0 ? b->position[a * w->m + i] : safe[i];
    for (c = 0; c < w->n; c++)
        gain[c] = smyi_bargain_gain(b, c, x);
    while ((c = worst_off(w, a, gain, floor)) != SMYI_NONE) {
        size_t i = cheapest(b, a, c, x, safe);
        if (i == SMYI_NONE)
            break; /* nothing is left to give but by rounding */
        for (size_t d = 0; d < w->n; d++)
            gain[d] += change(b, d, i, x[i], safe[i]);
        x[i] = safe[i];
    }
    smyi_piecewise_go(w, b, x);
    if (worst_off(w, a, w->gain, floor) != SMYI_NONE) /* by rounding, or a face's ends */
        smyi_piecewise_go(w, b, safe);
}

bool smyi_piecewise_best(SmyiPiecewise *w, const SmyiBargain *b, double floor,
                         double *scratch, double *best, double *middle)
{
    double *gain = scratch, *safe = gain + w->n, *x = safe + w->m;
    w->has_level = true;
    for (size_t i = 0; i < w->m; i++) {
        safe[i] = w->x[i];
        middle[i] = 0;
    }
    for (size_t a = 0; a < w->n; a++) {
        for (size_t c = 0; c < w->n; c++) {
            w->unit[c] = a == c;
            w->least[c] = a == c ? 0 : floor;
            w->weight[c] = 0;
        }
        start_near_best(w, b, a, floor, safe, x, gain);
        if (!smyi_piecewise_maximise(w, b))
            return false;
        best[a] = w->gain[a];
        for (size_t i = 0; i < w->m; i++)
            middle[i] += w->x[i] / (double)w->n;
    }
    return true;
}
