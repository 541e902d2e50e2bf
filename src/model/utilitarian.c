/* SPDX-License-Identifier: Apache-2.0 */
/* Utilitarian solution: the package with the largest weighted sum of utilities. */
#include "model/bargain.h"

static const char *const weights[] = {"capability", "equal", NULL};
static const char *const domains[] = {"all", "rational", NULL};

static const SmyOption options[] = {
    {.key = "weights", .title = "Weights of the utilities", .choices = weights},
    {.key = "over",
     .title = "All packages, or only those rational for all",
     .choices = domains},
};

/* Every package is allowed: issue by issue, no status quo needed. */
static SmyCode solve_all(const SmyiGame *game, SmyiAlpha alpha, SmyiArena *mem,
                         SmyiOutcome *out)
{
    SmyiBargain b;
    if (!smyi_bargain_new(&b, game, mem))
        return SMY_ERR_NOMEM;
    for (size_t k = 0; k < game->n_lanes; k++) {
        smyi_bargain_read(&b, game, k, alpha);
        smyi_bargain_total(&b, b.x, NULL);
        smyi_bargain_write(&b, game, k, b.n ? SMY_STATUS_OK : SMY_STATUS_NO_WEIGHT, out);
    }
    return SMY_OK;
}

/**
 * maximise  sum_a alpha_a u_a(x)  over all packages, or over those with u_a(x) >= d_a for all
 *
 * Over all packages it separates by issue: the lower weighted median (linear loss) or weighted
 * mean (quadratic), with weights alpha_a s'_ai. Over the rational ones that package where it
 * is rational; of several best ones that with the most equal gains (leximin of u - d), and of
 * those with the same utilities the nearest to the status quo.
 *
 * Source: harsanyi1955; models.md D.
 */
static SmyCode solve(const SmyiGame *game, const double *option, SmyiArena *mem,
                     SmyiOutcome *out)
{
    SmyiAlpha alpha = option[0] > 0 ? SMYI_ALPHA_EQUAL : SMYI_ALPHA_CAPABILITY;
    if (option[1] > 0)
        return smyi_bargain_block(game, SMYI_RULE_UTILITARIAN, alpha, mem, out);
    return solve_all(game, alpha, mem, out);
}

const SmyiModel smyi_model_utilitarian = {
    .info = {.id = "utilitarian",
             .title = "Utilitarian solution",
             .family = "bargaining",
             .assumes = "The package with greatest total utility, weighted by power, "
                        "whoever loses by it.",
             .assumption = "greatest total utility",
             .source = "harsanyi1955",
             .options = options,
             .n_options = sizeof options / sizeof *options,
             .laws = SMY_LAW_PERMUTE | SMY_LAW_AFFINE | SMY_LAW_CAPABILITY |
                     SMY_LAW_MIRROR | SMY_LAW_NULL_ACTOR | SMY_LAW_INSIDE_HULL,
             .by_package = true},
    .solve = solve,
};
