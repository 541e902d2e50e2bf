/* SPDX-License-Identifier: Apache-2.0 */
/* Veto players: nothing changes without the consent of each of them. */
#include "model/vote.h"

enum { POINT, SETTER, N_OPTIONS };

static const char *const setters[] = {"counted", "ignored", NULL};

static const SmyOption options_of[N_OPTIONS] = {
    [POINT] = {.key = "point",
               .title = "Which of the points that all accept and none can improve on",
               .choices = smyi_ends},
    [SETTER] = {.key = "setter",
                .title =
                    "One who alone may propose, and so may keep what is by not doing so",
                .choices = setters},
};

/**
 * Issue by issue, veto players k at p_k, status quo q:
 *
 *     core     [min p_k, max p_k]: what no agreement of all can change; q inside stays
 *     win-set  q above: [2 max p_k - q, q]; below: [q, 2 min p_k - q]
 *
 * From outside, the core's end nearest to q: as far as all want to go (option `point`: the
 * other end of the core's part that wins, or its middle). A setter is a veto player too.
 *
 * Source: tsebelis2002; models.md F. Cost: O(issues x veto players) a lane.
 */
static SmyCode solve(const SmyiGame *game, const double *options, SmyiArena *mem,
                     SmyiOutcome *out)
{
    (void)mem;
    unsigned asking = SMYI_ASK_VETO | (options[SETTER] > 0 ? 0 : SMYI_ASK_SETTER);
    smyi_vote_block(game, asking, (SmyiEnd)options[POINT], out);
    return SMY_OK;
}

const SmyiModel smyi_model_veto = {
    .info = {.id = "veto",
             .title = "Veto players",
             .family = "procedure",
             .assumption = "votes under a procedure",
             .assumes = "Nothing moves unless every veto player prefers it to what is.",
             .source = "tsebelis2002",
             .options = options_of,
             .n_options = N_OPTIONS,
             .needs = SMY_NEEDS_VETO | SMY_NEEDS_STATUS_QUO,
             .laws = SMY_LAW_PERMUTE | SMY_LAW_AFFINE | SMY_LAW_CAPABILITY |
                     SMY_LAW_MIRROR | SMY_LAW_NULL_ACTOR},
    .why_no_agreement = "some veto players want more, some less",
    .why_no_weight = "no veto player has a say",
    .solve = solve,
};
