/* SPDX-License-Identifier: Apache-2.0 */
/* Two-level game: leaders bargain over what those at home will accept. */
#include "model/two_level.h"

#include "base/sums.h"

enum { SETTLE, WEIGHTS, N_OPTIONS };
enum { NASH, MEAN };

static const char *const solutions[] = {"nash", "mean", NULL};
static const char *const weights[] = {"capability", "equal", NULL};

static const SmyOption options_of[N_OPTIONS] = {
    [SETTLE] = {.key = "settle",
                .title = "Where leaders settle within the zone: by bargaining, or at the "
                         "point nearest to their compromise",
                .choices = solutions},
    [WEIGHTS] = {.key = "weights", .title = "Weights of the leaders", .choices = weights},
};

/* The leaders' weighted mean, moved to the nearest point of the zone; of two, the lower. */
static bool compromise(const SmyiTalks *t, const double *salience, double *point)
{
    double moment = 0, moment_lost = 0, weight = 0, weight_lost = 0;
    for (size_t a = 0; a < t->n; a++) {
        smyi_add(&weight, &weight_lost, t->leader[a].alpha * salience[a]);
        smyi_add(&moment, &moment_lost, t->leader[a].alpha * salience[a] * t->leader[a].p);
    }
    double mean = (moment + moment_lost) / (weight + weight_lost);
    double away = (double)INFINITY;
    for (size_t s = 0; s < t->zone.n; s++) {
        double x = fmin(fmax(mean, t->zone.segment[s].low), t->zone.segment[s].high);
        if (fabs(x - mean) < away) {
            away = fabs(x - mean);
            *point = x;
        }
    }
    return t->zone.n > 0;
}

/* Who bargains over the issue: whoever sits, weighs and has a position there. */
static void read_leaders(const SmyiGame *game, const double *options, size_t i, size_t k,
                         SmyiTalks *t, double *salience)
{
    const SmyiRules *rules = game->rules;
    size_t n = game->n_lanes;
    double q = game->status_quo[i * n + k];
    t->n = 0;
    t->quadratic = game->quadratic;
    for (size_t a = 0; a < game->n_actors; a++) {
        size_t at = (a * game->n_issues + i) * n + k;
        double p = game->position[at], c = game->capability[a * n + k];
        if (p != p || !(c * game->salience[at] > 0))
            continue;
        double stated = rules->stated ? rules->stated[at] : (double)NAN;
        bool bound = stated == stated;
        salience[t->n] = game->salience[at];
        t->leader[t->n++] =
            (SmyiLeader){.p = p,
                         .alpha = options[WEIGHTS] > 0 ? 1 : c,
                         .worst = smyi_talks_loss(t, q - p) + game->no_deal[a * n + k],
                         .face = bound ? rules->face[a * n + k] : 0,
                         .stated = bound ? stated : p};
    }
}

static void solve_cell(const SmyiGame *game, const double *options, size_t i, size_t k,
                       SmyiTalks *t, double *salience, SmyiOutcome *out)
{
    size_t cell = i * game->n_lanes + k;
    double q = game->status_quo[cell], x = q;
    SmyStatus status = SMY_STATUS_OK;
    read_leaders(game, options, i, k, t, salience);
    if (t->n == 0) {
        status = smyi_no_weight(q);
    } else if (q != q) {
        status = SMY_STATUS_UNDEFINED;
    } else {
        smyi_zone_find(game, game->rules->homes, game->rules->n_homes, i, k, &t->zone);
        bool settled =
            options[SETTLE] > 0 ? compromise(t, salience, &x) : smyi_talks_bargain(t, &x);
        status = settled ? SMY_STATUS_OK : SMY_STATUS_NO_AGREEMENT;
    }
    out->status[cell] = (unsigned char)status;
    out->point[cell] = status == SMY_STATUS_OK ? x : q;
}

/**
 * Issue by issue: leaders settle on a point that those at home accept, by the Nash solution
 *
 *     maximise sum_a alpha_a log(u_a(x) - d_a)   over x with u_a(x) >= d_a, x in every win-set
 *     u_a(x) = 1 - loss(x - p_a) - f_a |x - z_a|      d_a = 1 - loss(q - p_a) - k_a
 *
 * with z_a what the leader has stated in public and f_a what leaving it costs. A win-set is
 * what a home accepts: each of its publics, or a quota of them (smyi_zone_find()). Leaders
 * who can gain nothing in the zone are held to d and left out. NO_AGREEMENT: the zone is
 * empty, or nobody gains in it.
 *
 * Source: putnam1988, fearon1994; models.md F. Exact to rounding.
 * Cost: O(homes' publics + actors) an issue and a lane where no home has a quota; with quotas
 * also O(their publics^2), and what smyi_talks_bargain() takes for each segment.
 */
static SmyCode solve(const SmyiGame *game, const double *options, SmyiArena *mem,
                     SmyiOutcome *out)
{
    SmyiTalks talks = {.leader = SMYI_NEW(mem, game->n_actors, SmyiLeader)};
    double *salience = SMYI_NEW(mem, game->n_actors, double);
    if (!talks.leader || !salience ||
        (game->rules && !smyi_zone_new(game->rules, mem, &talks.zone)))
        return SMY_ERR_NOMEM;
    for (size_t i = 0; i < game->n_issues; i++)
        for (size_t k = 0; k < game->n_lanes; k++) {
            size_t cell = i * game->n_lanes + k;
            if (game->rules && game->rules->n_homes) {
                solve_cell(game, options, i, k, &talks, salience, out);
                continue;
            }
            out->status[cell] = SMY_STATUS_UNDEFINED;
            out->point[cell] = (double)NAN;
        }
    return SMY_OK;
}

const SmyiModel smyi_model_two_level = {
    .info = {.id = "two_level",
             .title = "Two-level game",
             .family = "procedure",
             .assumption = "bargaining over no deal",
             .assumes =
                 "Leaders settle only on what those at home, whom each needs, accept.",
             .source = "putnam1988,fearon1994",
             .options = options_of,
             .n_options = N_OPTIONS,
             .needs = SMY_NEEDS_HOME | SMY_NEEDS_STATUS_QUO,
             .laws = SMY_LAW_PERMUTE | SMY_LAW_AFFINE | SMY_LAW_CAPABILITY |
                     SMY_LAW_MIRROR | SMY_LAW_NULL_ACTOR},
    .why_no_agreement = "nothing that all at home accept gains the leaders anything",
    .solve = solve,
};
