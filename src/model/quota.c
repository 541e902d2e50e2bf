/* SPDX-License-Identifier: Apache-2.0 */
/* Qualified majority: what a quota of the votes, or several at once, can change. */
#include "model/vote.h"

enum { POINT, VETO, N_OPTIONS };

static const char *const vetoes[] = {"counted", "ignored", NULL};

static const SmyOption options_of[N_OPTIONS] = {
    [POINT] = {.key = "point",
               .title = "Which of the points that win and that none can beat",
               .choices = smyi_ends},
    [VETO] = {.key = "veto",
              .title = "Veto players whom the procedure names as well",
              .choices = vetoes},
};

/**
 * Issue by issue, by the weights of each criterion with quota Q:
 *
 *     right pivot r: the first position from below with cumulative weight >= Q
 *     left pivot  l: the first from above
 *     core [l, r]: what no winning coalition can change; q inside stays
 *     win-set  q > r: [2 r - q, q]; q < l: [q, 2 l - q]
 *
 * Several criteria, and veto players, must all be met: the outermost pivots count. From
 * outside, the pivot nearest to q (option `point`). A quota of half of the weights or less
 * is refused (UNDEFINED): two majorities could vote against each other.
 *
 * Source: black1948, tsebelis2002; models.md F.
 * Cost: O(issues x criteria x voters^2) a lane.
 */
static SmyCode solve(const SmyiGame *game, const double *options, SmyiArena *mem,
                     SmyiOutcome *out)
{
    (void)mem;
    bool ruled = game->rules && game->rules->n_criteria;
    unsigned asking = !ruled || options[VETO] > 0 ? SMYI_ASK_CRITERIA : SMYI_ASK_ALL;
    smyi_vote_block(game, asking, (SmyiEnd)options[POINT], out);
    return SMY_OK;
}

const SmyiModel smyi_model_quota = {
    .info = {.id = "quota",
             .title = "Qualified majority",
             .family = "procedure",
             .assumption = "votes under a procedure",
             .assumes =
                 "The status quo moves as far as the last vote that is needed wants.",
             .source = "black1948,tsebelis2002",
             .options = options_of,
             .n_options = N_OPTIONS,
             .needs = SMY_NEEDS_CRITERIA | SMY_NEEDS_STATUS_QUO,
             .laws = SMY_LAW_PERMUTE | SMY_LAW_AFFINE | SMY_LAW_CAPABILITY |
                     SMY_LAW_MIRROR | SMY_LAW_NULL_ACTOR},
    .why_no_agreement = "no majority wants to leave it the same way",
    .why_no_weight = "nobody with a vote has a say",
    .solve = solve,
};
