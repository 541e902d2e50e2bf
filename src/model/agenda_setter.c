/* SPDX-License-Identifier: Apache-2.0 */
/* Agenda setter: one proposes, the others may only take it or leave it. */
#include <math.h>

#include "model/vote.h"

enum { AGAINST, N_OPTIONS };

static const char *const againsts[] = {"all", "veto", NULL};

static const SmyOption options_of[N_OPTIONS] = {
    [AGAINST] = {.key = "against",
                 .title = "Whom the proposal must satisfy: veto players and criteria, or "
                          "veto players alone",
                 .choices = againsts},
};

static const double TOL = 1e-12; /* of the scale */

static void solve_cell(const SmyiGame *game, const SmyiVote *vote, size_t i, size_t k,
                       SmyiOutcome *out)
{
    size_t at = i * game->n_lanes + k;
    const SmyiVoter *setter = &game->rules->voters[game->rules->setter];
    double p = setter->position[at], q = game->status_quo[at];
    if (p != p || !(setter->salience[at] > 0)) {
        smyi_answer_cell(game, i, k, smyi_no_weight(q), q, out);
        return;
    }
    double x = fmin(fmax(p, vote->win_low), vote->win_high);
    if (!vote->proper || (vote->asked && q != q))
        smyi_answer_cell(game, i, k, SMY_STATUS_UNDEFINED, (double)NAN, out);
    else if (fabs(x - q) <= TOL && fabs(p - q) > TOL)
        smyi_answer_cell(game, i, k, SMY_STATUS_NO_AGREEMENT, q, out);
    else
        smyi_answer_cell(game, i, k, SMY_STATUS_OK, x, out);
}

/**
 * Issue by issue: the setter proposes the point nearest to its own position of those that
 * beat the status quo, and it passes.
 *
 *     x = the point of W(q) nearest to p_A       W(q) = cap_k [p_k - |q - p_k|, p_k + |q - p_k|]
 *
 * over the veto players k; with criteria also what their pivots accept. Where nobody is asked
 * the setter has its way.
 *
 * Source: romer1978; models.md F. Cost: as of quota.
 */
static SmyCode solve(const SmyiGame *game, const double *options, SmyiArena *mem,
                     SmyiOutcome *out)
{
    (void)mem;
    unsigned asking = options[AGAINST] > 0 ? SMYI_ASK_VETO : SMYI_ASK_ALL;
    for (size_t i = 0; i < game->n_issues; i++)
        for (size_t k = 0; k < game->n_lanes; k++) {
            if (!game->rules || game->rules->setter < 0) {
                smyi_answer_cell(game, i, k, SMY_STATUS_UNDEFINED, (double)NAN, out);
                continue;
            }
            SmyiVote vote = smyi_vote(game, asking, i, k);
            solve_cell(game, &vote, i, k, out);
        }
    return SMY_OK;
}

const SmyiModel smyi_model_agenda_setter = {
    .info = {.id = "agenda_setter",
             .title = "Agenda setter",
             .family = "procedure",
             .assumption = "votes under a procedure",
             .assumes = "One party writes the text; the others can only take it or keep "
                        "what is.",
             .source = "romer1978",
             .options = options_of,
             .n_options = N_OPTIONS,
             .needs = SMY_NEEDS_SETTER | SMY_NEEDS_STATUS_QUO,
             .laws = SMY_LAW_PERMUTE | SMY_LAW_AFFINE | SMY_LAW_CAPABILITY |
                     SMY_LAW_MIRROR | SMY_LAW_NULL_ACTOR},
    .why_no_agreement = "what the setter wants is not accepted",
    .why_no_weight = "who may propose is not there or does not care",
    .solve = solve,
};
