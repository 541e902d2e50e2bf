/* SPDX-License-Identifier: Apache-2.0 */
/* Slopes of the weighted mean by formula. */
#include <math.h>
#include <string.h>

#include "analysis/levers.h"
#include "base/sums.h"

/*
 * dx_i/dt, x in 0..1 and t in the input's unit: w/W for a position, s (p - x)/W for a
 * capability, c (p - x)/W for a salience; the sum over those seated who use the input.
 */
static double outcome_slope(const SmyiFrame *f, const SmyiSituation *sit, double x,
                            size_t i, int input)
{
    double total = 0, lost = 0, slope = 0;
    double range = f->scn->issues[i].high - f->scn->issues[i].low;
    for (size_t p = 0; p < f->n_players; p++) {
        size_t a = (size_t)f->players[p], at = a * f->n_issues + i;
        const SmyiStance *stance = &f->scn->stances[at];
        double w = sit->capability[a] * sit->salience[at];
        if (!f->seated[p] || isnan(sit->position[at]))
            continue;
        smyi_add(&total, &lost, w);
        double away = sit->position[at] - x;
        if ((f->stated && stance->stated != SMYI_NONE ? stance->stated
                                                      : stance->position) == input)
            slope += w / range;
        if (stance->salience == input)
            slope += sit->capability[a] * away / 100;
        if (f->scn->actors[a].capability == input)
            slope += sit->salience[at] * away;
    }
    return slope / (total + lost);
}

/* Has the actor the input in its utility, its costs or its standing? */
static bool is_own(const SmyiFrame *f, size_t a, int input)
{
    const SmyiActor *actor = &f->scn->actors[a];
    for (size_t i = 0; i < f->n_issues; i++) {
        const SmyiStance *s = &f->scn->stances[a * f->n_issues + i];
        if (s->position == input || s->salience == input || s->stated == input ||
            f->scn->issues[i].status_quo == input)
            return true;
    }
    for (size_t v = 0; v < actor->n_venues; v++)
        if (actor->venues[v].standing == input)
            return true;
    return actor->face != SMYI_NONE || actor->no_deal == input || actor->seated == input ||
           actor->left_out == input;
}

static double gain_slope(const SmyiFrame *f, const SmyiSituation *sit, const SmyiVerdict *v,
                         size_t a, int input)
{
    double sum = 0;
    for (size_t i = 0; i < f->n_issues; i++) {
        size_t at = a * f->n_issues + i;
        double away = v->point[i] - sit->position[at];
        if (v->settled[i] && sit->share[at] > 0)
            sum -= 100 * sit->share[at] * (away > 0 ? 1 : -1) *
                   outcome_slope(f, sit, v->point[i], i, input);
    }
    return sum;
}

bool smyi_mean_slope(const SmyiAsked *asked, const SmyiSolver *solver,
                     const SmyiSituation *sit, const SmyiVerdict *v, int input,
                     double *slope)
{
    const SmyiFrame *f = asked->frame;
    const SmyiQuestion *question = &asked->questions[0];
    const SmyiQuantity *q = &question->quantity;
    if (strcmp(solver->model->info.id, "mean") != 0 || solver->options[0] > 0 ||
        question->condition || f->scn->table.n_observers || !v->agreed[0])
        return false;
    if (q->kind == SMYI_Q_OUTCOME && v->settled[q->issue]) {
        size_t i = (size_t)q->issue;
        double range = f->scn->issues[i].high - f->scn->issues[i].low;
        *slope = range * outcome_slope(f, sit, v->point[i], i, input);
        return true;
    }
    if (q->kind != SMYI_Q_GAIN || f->quadratic || is_own(f, (size_t)q->actors[0], input))
        return false;
    *slope = gain_slope(f, sit, v, (size_t)q->actors[0], input);
    return true;
}
