/* SPDX-License-Identifier: Apache-2.0 */
/* Voting power: the arrays, the way that fits, and what follows from the shares. */
#include "analysis/power.h"

#include <math.h>

#include "base/sums.h"

double smyi_order_weight(size_t n, size_t k)
{
    double choose = 1;
    for (size_t j = 1; j <= k; j++)
        choose = choose * (double)(n - j) / (double)j;
    return 1 / ((double)n * choose);
}

static bool new_power(size_t n, SmyiArena *mem, SmyiPower *out)
{
    *out = (SmyiPower){.shapley = SMYI_NEW(mem, n, double),
                       .penrose = SMYI_NEW(mem, n, double),
                       .banzhaf = SMYI_NEW(mem, n, double),
                       .swings = SMYI_NEW(mem, n, double),
                       .shapley_error = SMYI_NEW(mem, n, double),
                       .penrose_error = SMYI_NEW(mem, n, double)};
    return out->shapley && out->penrose && out->banzhaf && out->swings &&
           out->shapley_error && out->penrose_error;
}

static void normalise(size_t n, SmyiPower *out)
{
    double sum = 0, lost = 0;
    for (size_t a = 0; a < n; a++)
        smyi_add(&sum, &lost, out->penrose[a]);
    for (size_t a = 0; a < n; a++)
        out->banzhaf[a] = sum > 0 ? out->penrose[a] / (sum + lost) : 0;
}

SmyCode smyi_power(const SmyiBody *body, uint64_t seed, SmyiArena *mem, SmyiPower *out)
{
    if (!new_power(body->n_players, mem, out))
        return SMY_ERR_NOMEM;
    SmyiMark mark = smyi_arena_mark(mem);
    SmyCode code = smyi_power_exact(body, mem, out, &out->exact);
    smyi_arena_rewind(mem, mark);
    bool listed = !out->exact && body->n_players <= SMYI_POWER_LISTED;
    if (code == SMY_OK && listed)
        code = smyi_power_listed(body, mem, out);
    else if (code == SMY_OK && !out->exact)
        code = smyi_power_sampled(body, SMYI_POWER_SAMPLES, seed, mem, out);
    smyi_arena_rewind(mem, mark);
    out->exact |= listed;
    normalise(body->n_players, out);
    return code;
}
