/* SPDX-License-Identifier: Apache-2.0 */
/* Cooperative bargaining, lane by lane: which solver fits the game, and what becomes of it. */
#include "model/bargain.h"
#include "base/sums.h"

typedef struct Solvers {
    SmyiFrontier *frontier;
} Solvers;

/* Everybody at the same position on every issue: that package, if it is rational for all. */
static bool consensus(SmyiBargain *b)
{
    for (size_t i = 0; i < b->m; i++) {
        bool any = false;
        for (size_t a = 0; a < b->n; a++) {
            double p = b->position[a * b->m + i];
            if (!(b->share[a * b->m + i] > 0))
                continue;
            if (any && fabs(p - b->x[i]) > SMYI_SAME_TOL)
                return false;
            if (!any)
                b->x[i] = p;
            any = true;
        }
    }
    return true;
}

/* Where the best package of all is rational, it is the best of the rational ones. */
static bool total_is_rational(SmyiBargain *b, SmyStatus *status)
{
    double best = 0;
    smyi_bargain_total(b, b->x, NULL);
    for (size_t a = 0; a < b->n; a++) {
        double g = smyi_bargain_gain(b, a, b->x);
        if (g < -SMYI_GAIN_TOL)
            return false;
        best = fmax(best, g);
    }
    *status = best > SMYI_GAIN_TOL ? SMY_STATUS_OK : SMY_STATUS_NO_AGREEMENT;
    return true;
}

static SmyStatus solve_lane(SmyiBargain *b, SmyiRule rule, const Solvers *with)
{
    SmyStatus status = SMY_STATUS_OK;
    bool defined = true, possible = true;
    for (size_t a = 0; a < b->n; a++) {
        defined = defined && isfinite(b->reach[a]);
        possible = possible && b->reach[a] >= -SMYI_GAIN_TOL;
    }
    if (b->n == 0)
        return SMY_STATUS_NO_WEIGHT;
    if (!defined)
        return SMY_STATUS_UNDEFINED;
    if (!possible)
        return SMY_STATUS_NO_AGREEMENT;
    if (consensus(b))
        return SMY_STATUS_OK;
    if (rule == SMYI_RULE_UTILITARIAN && total_is_rational(b, &status))
        return status;
    if (!b->quadratic && b->n == 2)
        return smyi_bargain_two(b, rule, with->frontier);
    if (!b->quadratic && b->m == 1)
        return smyi_bargain_line(b, rule);
    for (size_t i = 0; i < b->m; i++)
        b->x[i] = b->status_quo[i];
    return SMY_STATUS_NOT_CONVERGED;
}

SmyCode smyi_bargain_block(const SmyiGame *game, SmyiRule rule, SmyiAlpha alpha,
                           SmyiArena *mem, SmyiOutcome *out)
{
    SmyiBargain b;
    Solvers with = {.frontier = smyi_frontier_new(game->n_issues, mem)};
    if (!smyi_bargain_new(&b, game, mem) || !with.frontier)
        return SMY_ERR_NOMEM;
    for (size_t k = 0; k < game->n_lanes; k++) {
        smyi_bargain_read(&b, game, k, alpha);
        SmyStatus status = solve_lane(&b, rule, &with);
        smyi_bargain_write(&b, game, k, status, out);
    }
    return SMY_OK;
}
