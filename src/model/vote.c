/* SPDX-License-Identifier: Apache-2.0 */
/* Votes on one issue: pivots, the core between them, and what beats the status quo. */
#include "model/vote.h"

#include <math.h>

static const double TOL = 1e-12; /* of the weights, and of the scale */

const char *const smyi_ends[] = {"nearest", "middle", "farthest", NULL};

/* The vote of one criterion, one veto player ... in one lane. */
typedef struct Ballot {
    const SmyiGame *game;
    size_t at; /* of the issue and lane in a voter's rows */
    size_t lane;
} Ballot;

static bool has_say(const Ballot *b, size_t voter)
{
    const SmyiVoter *v = &b->game->rules->voters[voter];
    return v->position[b->at] == v->position[b->at] && v->salience[b->at] > 0;
}

static double position_of(const Ballot *b, size_t voter)
{
    return b->game->rules->voters[voter].position[b->at];
}

static double weight_of(const Ballot *b, const SmyiCriterion *c, size_t voter)
{
    if (!has_say(b, voter) || (!c->weight && voter >= b->game->n_actors))
        return 0;
    return c->weight ? c->weight[voter] : b->game->rules->voters[voter].capability[b->lane];
}

/* Weight of those at or below x (sign 1), or at or above it (sign -1). */
static double weight_beside(const Ballot *b, const SmyiCriterion *c, double x, double sign)
{
    double sum = 0;
    for (size_t v = 0; v < b->game->rules->n_voters; v++)
        if (has_say(b, v) && sign * position_of(b, v) <= sign * x)
            sum += weight_of(b, c, v);
    return sum;
}

/* The first position, from below (sign 1) or above, up to which the weight meets the quota. */
static double pivot(const Ballot *b, const SmyiCriterion *c, double total, double sign)
{
    double best = (double)INFINITY;
    for (size_t v = 0; v < b->game->rules->n_voters; v++)
        if (weight_of(b, c, v) > 0 && sign * position_of(b, v) < best &&
            weight_beside(b, c, position_of(b, v), sign) >= c->quota - TOL * total)
            best = sign * position_of(b, v);
    return sign * best;
}

static void ask_criterion(const Ballot *b, const SmyiCriterion *c, SmyiVote *vote)
{
    double voting = 0;
    for (size_t v = 0; v < b->game->rules->n_voters; v++)
        voting += weight_of(b, c, v);
    double total = c->weight ? c->total : voting;
    vote->asked |= voting > 0;
    vote->proper &= c->quota > total / 2 + TOL * total;
    vote->core_high = fmax(vote->core_high, pivot(b, c, total, 1));
    vote->core_low = fmin(vote->core_low, pivot(b, c, total, -1));
}

static void ask_veto(const Ballot *b, size_t voter, SmyiVote *vote)
{
    if (!has_say(b, voter))
        return;
    vote->asked = true;
    vote->core_high = fmax(vote->core_high, position_of(b, voter));
    vote->core_low = fmin(vote->core_low, position_of(b, voter));
}

/* From beyond a pivot q moves to any point that is no farther from it on the other side. */
static void find_winners(double q, SmyiVote *vote)
{
    vote->win_low = vote->win_high = q;
    if (!vote->asked) {
        vote->win_low = 0;
        vote->win_high = 1;
    } else if (q > vote->core_high) {
        vote->win_low = fmax(2 * vote->core_high - q, 0);
    } else if (q < vote->core_low) {
        vote->win_high = fmin(2 * vote->core_low - q, 1);
    }
}

SmyiVote smyi_vote(const SmyiGame *game, unsigned asking, size_t issue, size_t lane)
{
    size_t at = issue * game->n_lanes + lane;
    const SmyiRules *rules = game->rules;
    Ballot ballot = {game, at, lane};
    SmyiVote vote = {
        .proper = true, .core_low = (double)INFINITY, .core_high = (double)-INFINITY};
    for (size_t c = 0; c < rules->n_criteria && asking & SMYI_ASK_CRITERIA; c++)
        ask_criterion(&ballot, &rules->criteria[c], &vote);
    for (size_t v = 0; v < rules->n_veto && asking & SMYI_ASK_VETO; v++)
        ask_veto(&ballot, rules->veto[v], &vote);
    if (rules->setter >= 0 && asking & SMYI_ASK_SETTER)
        ask_veto(&ballot, (size_t)rules->setter, &vote);
    find_winners(game->status_quo[at], &vote);
    return vote;
}

/* Where it ends between the pivots, coming from the status quo outside of them. */
static double end_of(const SmyiVote *vote, double q, SmyiEnd end)
{
    double near = q > vote->core_high ? vote->core_high : vote->core_low;
    double far = q > vote->core_high ? fmax(vote->win_low, vote->core_low)
                                     : fmin(vote->win_high, vote->core_high);
    return end == SMYI_END_NEAREST    ? near
           : end == SMYI_END_FARTHEST ? far
                                      : near / 2 + far / 2;
}

static void solve_cell(const SmyiGame *game, const SmyiVote *vote, SmyiEnd end, size_t i,
                       size_t k, SmyiOutcome *out)
{
    double q = game->status_quo[i * game->n_lanes + k];
    bool single = vote->core_high - vote->core_low <= TOL;
    if (!vote->asked)
        smyi_answer_cell(game, i, k, smyi_no_weight(q), q, out);
    else if (!vote->proper || (!single && q != q))
        smyi_answer_cell(game, i, k, SMY_STATUS_UNDEFINED, (double)NAN, out);
    else if (q < vote->core_low || q > vote->core_high)
        smyi_answer_cell(game, i, k, SMY_STATUS_OK, end_of(vote, q, end), out);
    else if (single)
        smyi_answer_cell(game, i, k, SMY_STATUS_OK, vote->core_low, out);
    else
        smyi_answer_cell(game, i, k, SMY_STATUS_NO_AGREEMENT, q, out);
}

void smyi_vote_block(const SmyiGame *game, unsigned asking, SmyiEnd end, SmyiOutcome *out)
{
    const SmyiRules *rules = game->rules;
    bool ruled = rules && ((asking & SMYI_ASK_CRITERIA && rules->n_criteria) ||
                           (asking & SMYI_ASK_VETO && rules->n_veto));
    for (size_t i = 0; i < game->n_issues; i++)
        for (size_t k = 0; k < game->n_lanes; k++) {
            if (!ruled) {
                smyi_answer_cell(game, i, k, SMY_STATUS_UNDEFINED, (double)NAN, out);
                continue;
            }
            SmyiVote vote = smyi_vote(game, asking, i, k);
            solve_cell(game, &vote, end, i, k, out);
        }
}
