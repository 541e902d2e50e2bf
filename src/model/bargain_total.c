/* SPDX-License-Identifier: Apache-2.0 */
/* The package of the largest weighted total. */
#include "base/sums.h"
#include "model/bargain.h"

static double weight_of(const SmyiBargain *b, size_t a, size_t i)
{
    return b->alpha[a] * b->share[a * b->m + i];
}

/* The positions with weight on issue i in ascending order, with their weights. How many. */
static size_t sorted(const SmyiBargain *b, size_t i, double *position, double *weight)
{
    size_t n = 0;
    for (size_t a = 0; a < b->n; a++) {
        double p = b->position[a * b->m + i], w = weight_of(b, a, i);
        if (!(w > 0))
            continue;
        size_t j = n++;
        for (; j > 0 && position[j - 1] > p; j--) {
            position[j] = position[j - 1];
            weight[j] = weight[j - 1];
        }
        position[j] = p;
        weight[j] = w;
    }
    return n;
}

static void median(const SmyiBargain *b, size_t i, double *lower, double *upper)
{
    double *position = b->spare, *weight = b->spare + b->n, all = 0, all_lost = 0;
    size_t n = sorted(b, i, position, weight), j = 0;
    for (size_t k = 0; k < n; k++)
        smyi_add(&all, &all_lost, weight[k]);
    all += all_lost;
    double below = weight[0], lost = 0;
    while (j + 1 < n && below + lost < all / 2 - SMYI_TIE_TOL * all)
        smyi_add(&below, &lost, weight[++j]);
    *lower = position[j];
    if (upper && j + 1 < n && below + lost <= all / 2 + SMYI_TIE_TOL * all)
        j++;
    if (upper)
        *upper = position[j];
}

static double mean(const SmyiBargain *b, size_t i)
{
    double all = 0, all_lost = 0, sum = 0, lost = 0;
    for (size_t a = 0; a < b->n; a++) {
        double w = weight_of(b, a, i);
        smyi_add(&all, &all_lost, w);
        smyi_add(&sum, &lost, w * b->position[a * b->m + i]);
    }
    return (sum + lost) / (all + all_lost);
}

void smyi_bargain_total(const SmyiBargain *b, double *x, double *upper)
{
    for (size_t i = 0; i < b->m; i++) {
        if (!b->quadratic) {
            median(b, i, &x[i], upper ? &upper[i] : NULL);
            continue;
        }
        x[i] = mean(b, i);
        if (upper)
            upper[i] = x[i];
    }
}
