/* SPDX-License-Identifier: Apache-2.0 */
/* Voting power of small bodies with any weights: every coalition, one by one. */
#include <math.h>

#include "analysis/power.h"
#include "base/sums.h"

/* Weight of every coalition of the first or last half of the players, criterion by criterion. */
typedef struct Half {
    size_t first, n;
    double *sum; /* [criteria x 2^n] */
} Half;

static bool new_half(const SmyiBody *body, size_t first, size_t n, SmyiArena *mem,
                     Half *half)
{
    size_t all = (size_t)1 << n;
    *half = (Half){first, n, SMYI_NEW(mem, body->n_criteria * all, double)};
    for (size_t c = 0; half->sum && c < body->n_criteria; c++)
        for (size_t s = 1; s < all; s++) {
            size_t last = 0;
            while (s >> (last + 1))
                last++;
            half->sum[c * all + s] = half->sum[c * all + (s ^ (size_t)1 << last)] +
                                     body->weight[c * body->n_players + first + last];
        }
    return half->sum != NULL;
}

static bool wins(const SmyiBody *body, const Half *low, const Half *high, size_t s)
{
    size_t all_low = (size_t)1 << low->n, all_high = (size_t)1 << high->n;
    for (size_t c = 0; c < body->n_criteria; c++) {
        double sum =
            low->sum[c * all_low + s % all_low] + high->sum[c * all_high + (s >> low->n)];
        if (!(sum >= body->quota[c] * (1 - 1e-12)))
            return false;
    }
    return true;
}

static size_t size_of(size_t coalition)
{
    size_t n = 0;
    for (; coalition; coalition &= coalition - 1)
        n++;
    return n;
}

/* For each winning coalition, who of it is needed: by player and by the number of the others. */
static double count(const SmyiBody *body, const unsigned char *winning, uint64_t *swings)
{
    size_t n = body->n_players;
    double n_winning = 0;
    for (size_t s = 0; s < (size_t)1 << n; s++) {
        if (!winning[s])
            continue;
        size_t size = size_of(s);
        n_winning++;
        for (size_t a = 0; a < n; a++)
            if (s >> a & 1)
                swings[a * n + size - 1] += !winning[s ^ (size_t)1 << a];
    }
    return n_winning;
}

static void sum_up(size_t n, const uint64_t *swings, SmyiPower *out)
{
    for (size_t a = 0; a < n; a++) {
        double shapley = 0, lost = 0;
        uint64_t all = 0;
        for (size_t k = 0; k < n; k++) {
            smyi_add(&shapley, &lost, smyi_order_weight(n, k) * (double)swings[a * n + k]);
            all += swings[a * n + k];
        }
        out->shapley[a] = shapley + lost;
        out->swings[a] = (double)all;
        out->penrose[a] = ldexp((double)all, 1 - (int)n);
    }
}

SmyCode smyi_power_listed(const SmyiBody *body, SmyiArena *mem, SmyiPower *out)
{
    size_t n = body->n_players;
    Half low, high;
    unsigned char *winning = SMYI_NEW(mem, (size_t)1 << n, unsigned char);
    uint64_t *swings = SMYI_NEW(mem, n * n, uint64_t);
    if (!winning || !swings || !new_half(body, 0, n / 2, mem, &low) ||
        !new_half(body, n / 2, n - n / 2, mem, &high))
        return SMY_ERR_NOMEM;
    for (size_t s = 0; s < (size_t)1 << n; s++)
        winning[s] = wins(body, &low, &high, s);
    out->passes = ldexp(count(body, winning, swings), -(int)n);
    sum_up(n, swings, out);
    return SMY_OK;
}
