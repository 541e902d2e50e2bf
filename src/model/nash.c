/* SPDX-License-Identifier: Apache-2.0 */
/* Nash bargaining solution: the package with the largest product of gains over no deal. */
#include "model/bargain.h"

static const char *const weights[] = {"capability", "equal", NULL};

static const SmyOption options[] = {
    {.key = "weights", .title = "Exponents of the gains", .choices = weights},
};

/**
 * maximise  sum_a alpha_a log(u_a(x) - d_a)  over the packages with u_a(x) >= d_a for all
 *
 * alpha = capability (or equal). Parties that cannot gain are held to d and left out of the
 * product. Of several packages with these utilities, the nearest to the status quo.
 *
 * Source: nash1950; the exponents: harsanyi1972; models.md D.
 */
static SmyCode solve(const SmyiGame *game, const double *option, SmyiArena *mem,
                     SmyiOutcome *out)
{
    SmyiAlpha alpha = option[0] > 0 ? SMYI_ALPHA_EQUAL : SMYI_ALPHA_CAPABILITY;
    return smyi_bargain_block(game, SMYI_RULE_NASH, alpha, mem, out);
}

const SmyiModel smyi_model_nash = {
    .info = {.id = "nash",
             .title = "Nash bargaining solution",
             .family = "bargaining",
             .assumes =
                 "Parties agree on the package that maximises the product of what each "
                 "gains over no deal; power counts as bargaining skill.",
             .assumption = "bargaining over no deal",
             .source = "nash1950,harsanyi1972",
             .options = options,
             .n_options = sizeof options / sizeof *options,
             .needs = SMY_NEEDS_STATUS_QUO,
             .laws = SMY_LAW_PERMUTE | SMY_LAW_AFFINE | SMY_LAW_CAPABILITY |
                     SMY_LAW_MIRROR | SMY_LAW_NULL_ACTOR | SMY_LAW_INSIDE_HULL |
                     SMY_LAW_FRONTIER,
             .by_package = true},
    .solve = solve,
};
