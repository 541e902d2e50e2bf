/* SPDX-License-Identifier: Apache-2.0 */
/* Probabilistic Condorcet election: each position wins with the chance its supporters give it. */
#include "base/sums.h"
#include "model/condorcet_line.h"
#include "model/model.h"

enum { VOTE, VICTORY, FORM, FORECAST, N_OPTIONS };

typedef enum Forecast { DISTRIBUTION, MEAN, MOST_PROBABLE } Forecast;

static const char *const forecasts[] = {"distribution", "mean", "most_probable", NULL};

static const SmyOption options_of[N_OPTIONS] = {
    [VOTE] = SMYI_VOTE_OPTION,
    [VICTORY] = SMYI_VICTORY_OPTION,
    [FORM] = {.key = "form", .title = "What becomes of the duels", .choices = smyi_forms},
    [FORECAST] = {.key = "forecast",
                  .title = "The chances of all positions, or one point made of them",
                  .choices = forecasts},
};

/* Eight lanes of an issue from `first` on; in lanes beyond the last nobody weighs. */
static void read_lanes(const SmyiGame *game, size_t issue, size_t first, SmyiLine *line)
{
    size_t n = game->n_lanes;
    for (size_t a = 0; a < game->n_actors; a++) {
        const double *position = game->position + (a * game->n_issues + issue) * n;
        const double *salience = game->salience + (a * game->n_issues + issue) * n;
        for (size_t k = 0; k < SMYI_EIGHT; k++) {
            size_t lane = first + k < n ? first + k : n - 1;
            double p = position[lane], w = game->capability[a * n + lane] * salience[lane];
            bool weighs = p == p && w > 0 && first + k < n;
            line->position[a].of[k] = weighs ? p : 0;
            line->weight[a].of[k] = weighs ? w : 0;
        }
    }
}

static double mean_of(const SmyiLine *line, size_t k)
{
    double sum = 0, lost = 0;
    for (size_t s = 0; s < line->n; s++)
        smyi_add(&sum, &lost, line->p[s].of[k] * line->option[s].of[k]);
    return fmin(fmax(sum + lost, line->option[0].of[k]), line->option[line->n - 1].of[k]);
}

static double likeliest_of(const SmyiLine *line, size_t k)
{
    return line->option[smyi_most_probable(line->p, line->n, k)].of[k];
}

/* One value with this chance: 1, or 0 where there is no election. */
static void write_point(double point, double mass, size_t first, size_t n_lanes,
                        SmyiOutcome *out)
{
    for (size_t s = 0; s < out->support; s++) {
        out->value[first + s * n_lanes] = point;
        out->mass[first + s * n_lanes] = s == 0 ? mass : 0;
    }
}

/* The options of game k and their chances; what is left over repeats the last option. */
static void write_options(const SmyiLine *line, size_t k, size_t first, size_t n_lanes,
                          SmyiOutcome *out)
{
    size_t n_written = 0;
    for (size_t s = 0; s < line->n; s++) {
        if (!(line->live[s].of[k] > 0))
            continue;
        out->value[first + n_written * n_lanes] = line->option[s].of[k];
        out->mass[first + n_written++ * n_lanes] = line->p[s].of[k];
    }
    for (; n_written < out->support; n_written++) {
        out->value[first + n_written * n_lanes] = line->option[line->n - 1].of[k];
        out->mass[first + n_written * n_lanes] = 0;
    }
}

/* Lane `lane` of an issue, which is game k of the line. */
static void write_lane(const SmyiGame *game, const SmyiLine *line, size_t issue,
                       size_t lane, size_t k, Forecast forecast, SmyiOutcome *out)
{
    size_t n = game->n_lanes, cell = issue * n + lane;
    size_t first = issue * out->support * n + lane;
    bool is_elected = line->n > 0 && line->live[0].of[k] > 0;
    double q = game->status_quo[cell];
    out->status[cell] = (unsigned char)(is_elected ? SMY_STATUS_OK : smyi_no_weight(q));
    out->point[cell] = q;
    if (!is_elected)
        write_point(0, 0, first, n, out);
    else if (forecast == MEAN)
        write_point(mean_of(line, k), 1, first, n, out);
    else if (forecast == MOST_PROBABLE)
        write_point(likeliest_of(line, k), 1, first, n, out);
    else
        write_options(line, k, first, n, out);
}

/**
 * The chance of each position that somebody with weight holds, issue by issue.
 *
 *     w_k = c_k s_k,   u_k(o) = 1 - |p_k - o|  (or 1 - its square)
 *     C_AB = 1e-8 + sum_k w_k max(0, vote(u_k(A) - u_k(B)))
 *     P_AB = f(C_AB) / (f(C_AB) + f(C_BA))
 *     p    = the form's, from all P_AB (condorcet_election.h)
 *
 * value, mass: the positions in ascending order, equal ones (to 1e-9) as one, and their chances;
 * or one point with mass 1: their mean, or the most probable (the lowest of several). Status
 * NO_WEIGHT (the status quo) where nobody weighs, UNDEFINED without a status quo.
 *
 * Source: KTAB, as models.md C.1-C.4 gives it. Cost: O(actors^3 x issues) a lane.
 */
static SmyCode solve(const SmyiGame *game, const double *options, SmyiArena *mem,
                     SmyiOutcome *out)
{
    const SmyiElection how = {(SmyiVote)options[VOTE], (SmyiVictory)options[VICTORY],
                              (SmyiForm)options[FORM]};
    SmyiLine line;
    const Forecast forecast = (Forecast)options[FORECAST];
    if (!smyi_line_new(game->n_actors, mem, &line))
        return SMY_ERR_NOMEM;
    line.quadratic = game->quadratic;
    for (size_t i = 0; i < game->n_issues; i++) {
        for (size_t first = 0; first < game->n_lanes; first += SMYI_EIGHT) {
            read_lanes(game, i, first, &line);
            smyi_line_elect(&how, &line);
            for (size_t k = 0; k < SMYI_EIGHT && first + k < game->n_lanes; k++)
                write_lane(game, &line, i, first + k, k, forecast, out);
        }
    }
    return SMY_OK;
}

static size_t support(size_t n_actors)
{
    return n_actors;
}

/*
 * Not claimed: AFFINE and CAPABILITY, since a coalition has 1e-8 of strength by itself, in the unit
 * of capability x utility; both hold but for that where votes are in proportion.
 */
const SmyiModel smyi_model_condorcet = {
    .info = {.id = "condorcet",
             .title = "Probabilistic Condorcet election",
             .family = "challenge",
             .assumes =
                 "Every position meets every other; each wins with a chance that grows "
                 "with the influence behind it, times what its supporters would lose.",
             .assumption = "votes by weight",
             .source = "ktab,kendall1955",
             .options = options_of,
             .n_options = N_OPTIONS,
             .laws = SMY_LAW_PERMUTE | SMY_LAW_MIRROR | SMY_LAW_NULL_ACTOR |
                     SMY_LAW_INSIDE_HULL,
             .distribution = true},
    .solve = solve,
    .support = support,
};
