/* SPDX-License-Identifier: Apache-2.0 */
/* Kalai-Smorodinsky solution: everybody gets the same share of the most they could hope for. */
#include "model/bargain.h"

/**
 * leximin of  (u_a(x) - d_a) / (b_a - d_a),   b_a = max u_a over the packages rational for all
 *
 * The least ratio is made as large as possible, then the next, and so on. Parties that cannot
 * gain are held to d and left out. Of several packages with these utilities, the nearest to
 * the status quo. Capability plays no part, except that without any one does not bargain.
 *
 * Source: kalai1975; for more than two parties by leximin: imai1983; models.md D.
 */
static SmyCode solve(const SmyiGame *game, const double *option, SmyiArena *mem,
                     SmyiOutcome *out)
{
    (void)option;
    return smyi_bargain_block(game, SMYI_RULE_KALAI_SMORODINSKY, SMYI_ALPHA_EQUAL, mem,
                              out);
}

const SmyiModel smyi_model_kalai_smorodinsky = {
    .info = {.id = "kalai_smorodinsky",
             .title = "Kalai-Smorodinsky solution",
             .family = "bargaining",
             .assumes =
                 "Concessions are fair when everybody gets the same share of the most "
                 "they could hope for.",
             .assumption = "bargaining over no deal",
             .source = "kalai1975,imai1983",
             .needs = SMY_NEEDS_STATUS_QUO,
             .laws = SMY_LAW_PERMUTE | SMY_LAW_AFFINE | SMY_LAW_CAPABILITY |
                     SMY_LAW_MIRROR | SMY_LAW_NULL_ACTOR | SMY_LAW_INSIDE_HULL |
                     SMY_LAW_FRONTIER,
             .by_package = true},
    .solve = solve,
};
