/* SPDX-License-Identifier: Apache-2.0 */
/* Egalitarian solution: everybody gains the same, or in proportion to capability. */
#include "model/bargain.h"

static const char *const variants[] = {"equal", "proportional", NULL};

static const SmyOption options[] = {
    {.key = "variant",
     .title = "Gains are equal, or in proportion to capability",
     .choices = variants},
};

/**
 * leximin of  u_a(x) - d_a             (equal)
 *             (u_a(x) - d_a) / alpha_a (proportional, alpha = capability)
 *
 * The least gain is made as large as possible, then the next, and so on. Parties that cannot
 * gain are held to d and left out. Of several packages with these utilities, the nearest to
 * the status quo.
 *
 * Source: kalai1977; the lexicographic extension: imai1983; models.md D.
 */
static SmyCode solve(const SmyiGame *game, const double *option, SmyiArena *mem,
                     SmyiOutcome *out)
{
    SmyiAlpha alpha = option[0] > 0 ? SMYI_ALPHA_CAPABILITY : SMYI_ALPHA_EQUAL;
    return smyi_bargain_block(game, SMYI_RULE_EGALITARIAN, alpha, mem, out);
}

const SmyiModel smyi_model_egalitarian = {
    .info = {.id = "egalitarian",
             .title = "Egalitarian solution",
             .family = "bargaining",
             .assumes =
                 "Everybody gains the same over no deal, as far as nobody can gain more "
                 "without another gaining less.",
             .assumption = "bargaining over no deal",
             .source = "kalai1977,imai1983",
             .options = options,
             .n_options = sizeof options / sizeof *options,
             .needs = SMY_NEEDS_STATUS_QUO,
             .laws = SMY_LAW_PERMUTE | SMY_LAW_AFFINE | SMY_LAW_CAPABILITY |
                     SMY_LAW_MIRROR | SMY_LAW_NULL_ACTOR | SMY_LAW_INSIDE_HULL |
                     SMY_LAW_FRONTIER,
             .by_package = true},
    .solve = solve,
};
