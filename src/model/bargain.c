/* SPDX-License-Identifier: Apache-2.0 */
/* Cooperative bargaining, lane by lane: which solver fits the game, and what becomes of it. */
#include "model/bargain.h"
#include "base/sums.h"

/* Scratch of the solvers, taken when a lane first needs it. */
typedef struct Solvers {
    const SmyiGame *game;
    SmyiArena *mem;
    SmyiNearestPoint *near;
    SmyiFrontier *frontier;
    SmyiMany *many;
    SmyiStrict *strict;
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

static bool two(SmyiBargain *b, SmyiRule rule, Solvers *with, SmyStatus *status)
{
    if (!with->frontier)
        with->frontier = smyi_frontier_new(with->game->n_issues, with->mem);
    if (with->frontier)
        *status = smyi_bargain_two(b, rule, with->frontier, with->near);
    return with->frontier != NULL;
}

static bool many(SmyiBargain *b, SmyiRule rule, Solvers *with, SmyStatus *status)
{
    if (!with->many)
        with->many = smyi_many_new(with->game->n_actors, with->game->n_issues, with->mem);
    if (with->many)
        *status = smyi_bargain_many(b, rule, with->many, with->near);
    return with->many != NULL;
}

static bool strict(SmyiBargain *b, SmyiRule rule, Solvers *with, SmyStatus *status)
{
    if (!with->strict)
        with->strict =
            smyi_strict_new(with->game->n_actors, with->game->n_issues, with->mem);
    if (with->strict)
        *status = smyi_bargain_strict(b, rule, with->strict);
    return with->strict != NULL;
}

/* False: no memory. */
static bool solve_lane(SmyiBargain *b, SmyiRule rule, Solvers *with, SmyStatus *status)
{
    bool defined = true, possible = true;
    for (size_t a = 0; a < b->n; a++) {
        defined = defined && isfinite(b->reach[a]);
        possible = possible && b->reach[a] >= -SMYI_GAIN_TOL;
    }
    if (b->n == 0)
        *status = SMY_STATUS_NO_WEIGHT;
    else if (!defined)
        *status = SMY_STATUS_UNDEFINED;
    else if (!possible)
        *status = SMY_STATUS_NO_AGREEMENT;
    else if (consensus(b))
        *status = SMY_STATUS_OK;
    else if (rule == SMYI_RULE_UTILITARIAN && total_is_rational(b, status))
        return true;
    else if (b->quadratic)
        return strict(b, rule, with, status);
    else if (b->n == 2)
        return two(b, rule, with, status);
    else if (b->m == 1)
        *status = smyi_bargain_line(b, rule);
    else
        return many(b, rule, with, status);
    return true;
}

SmyCode smyi_bargain_block(const SmyiGame *game, SmyiRule rule, SmyiAlpha alpha,
                           SmyiArena *mem, SmyiOutcome *out)
{
    SmyiBargain b;
    Solvers with = {
        .game = game, .mem = mem, .near = smyi_nearest_point_new(game->n_issues, mem)};
    if (!with.near || !smyi_bargain_new(&b, game, mem))
        return SMY_ERR_NOMEM;
    for (size_t k = 0; k < game->n_lanes; k++) {
        SmyStatus status = SMY_STATUS_OK;
        smyi_bargain_read(&b, game, k, alpha);
        if (!solve_lane(&b, rule, &with, &status))
            return SMY_ERR_NOMEM;
        smyi_bargain_write(&b, game, k, status, out);
    }
    return SMY_OK;
}
