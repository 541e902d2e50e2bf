/* SPDX-License-Identifier: Apache-2.0 */
/* Position exchange: pairs trade votes on two issues, each gaining the same, before the mean. */
#include "model/exchange.h"

#include <math.h>

#include "model/model.h"

enum { ROLE, ORDER, N_OPTIONS };

static const char *const roles[] = {"free", "strict", NULL};
static const char *const orders[] = {"index", "source", NULL};

static const SmyOption options_of[N_OPTIONS] = {
    [ROLE] = {.key = "role",
              .title = "May an actor supply an issue that it has demanded before",
              .choices = roles},
    [ORDER] = {.key = "order",
               .title = "Which of two equally gainful exchanges comes first",
               .choices = orders},
};

/* Lane k of the game: whoever weighs on an issue takes part there. */
static void read_lane(const SmyiGame *game, size_t k, SmyiMarket *m)
{
    size_t n = game->n_lanes;
    for (size_t c = 0; c < m->n_actors * m->n_issues; c++) {
        double p = game->position[c * n + k], s = game->salience[c * n + k];
        m->weight[c] = game->capability[c / m->n_issues * n + k] * s;
        m->start[c] = m->weight[c] > 0 ? p : (double)NAN;
        m->salience[c] = s;
    }
}

static void write_lane(const SmyiGame *game, size_t k, const SmyiMarket *m, double n_trades,
                       SmyiOutcome *out)
{
    size_t n = game->n_lanes;
    for (size_t i = 0; i < m->n_issues; i++) {
        double x = smyi_market_mean(m, i), q = game->status_quo[i * n + k];
        bool weighs = x == x;
        out->point[i * n + k] = weighs ? x : q;
        out->status[i * n + k] =
            (unsigned char)(weighs ? SMY_STATUS_OK : smyi_no_weight(q));
        out->rounds[i * n + k] = n_trades;
    }
}

/**
 * The weighted mean after exchanges of voting positions. Two actors on opposite sides of the
 * mean on two issues trade: i, who cares more for p than for q compared with j, shifts on q;
 * j shifts on p to where i stood. With D the move of the mean by a shift,
 *
 *     s_ip D_p - s_iq D_q = s_jq D_q - s_jp D_p     D_q = D_p (s_ip + s_jp) / (s_iq + s_jq)
 *
 * both gain the same. The most gainful exchange is made first; then those that it touches are
 * weighed anew, until nobody gains. Weights and sides are those of the start; utility is
 * linear in the distance whatever the loss.
 *
 * point: as for the mean; rounds: exchanges made, over all issues.
 *
 * Source: stokman1994; models.md E. Cost: O(actors^2 issues^2) a lane and an exchange.
 */
static SmyCode solve(const SmyiGame *game, const double *options, SmyiArena *mem,
                     SmyiOutcome *out)
{
    SmyiMarket market;
    if (!smyi_market_new(game->n_actors, game->n_issues, mem, &market))
        return SMY_ERR_NOMEM;
    market.strict = options[ROLE] > 0;
    market.from_behind = options[ORDER] > 0;
    SmyiMark mark = smyi_arena_mark(mem);
    for (size_t k = 0; k < game->n_lanes; k++) {
        SmyiExchange made;
        double n_trades = 0;
        read_lane(game, k, &market);
        if (!smyi_market_open(&market, mem))
            return SMY_ERR_NOMEM;
        while (smyi_market_trade(&market, &made))
            n_trades++;
        write_lane(game, k, &market, n_trades, out);
        smyi_arena_rewind(mem, mark);
    }
    return SMY_OK;
}

const SmyiModel smyi_model_exchange = {
    .info = {.id = "exchange",
             .title = "Position exchange (equal gain)",
             .family = "exchange",
             .assumes = "Pairs trade what they care for less against what they care for "
                        "more; the rest is compromise.",
             .assumption = "trade between issues",
             .source = "stokman1994",
             .options = options_of,
             .n_options = N_OPTIONS,
             .laws = SMY_LAW_PERMUTE | SMY_LAW_AFFINE | SMY_LAW_CAPABILITY |
                     SMY_LAW_MIRROR | SMY_LAW_NULL_ACTOR | SMY_LAW_INSIDE_HULL,
             .iterative = true},
    .solve = solve,
};
