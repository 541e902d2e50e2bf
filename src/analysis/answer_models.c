/* SPDX-License-Identifier: Apache-2.0 */
/* The answer's heart: outcome, agreement and gains under every model. */
#include <math.h>
#include <string.h>

#include "analysis/answer.h"
#include "analysis/grid.h"
#include "analysis/rules.h"
#include "base/statistics.h"

SmyNode *smyi_answer_summary(const SmyiInquiry *answer, SmyNode *parent, const char *key,
                             const double *values)
{
    if (!values || answer->draws_done == 0) {
        smyi_add_null(answer->result, parent, key);
        return NULL;
    }
    memcpy(answer->row, values, answer->draws_done * sizeof *values);
    SmyiSummary summary = smyi_summary(answer->row, (size_t)answer->draws_done);
    SmyNode *draws = smyi_add_object(answer->result, parent, key);
    smyi_add_number(answer->result, draws, "mean", summary.mean);
    smyi_add_number(answer->result, draws, "q10", summary.q10);
    smyi_add_number(answer->result, draws, "q50", summary.q50);
    smyi_add_number(answer->result, draws, "q90", summary.q90);
    return draws;
}

SmyNode *smyi_answer_draws(const SmyiInquiry *answer, SmyNode *parent, const double *values)
{
    return smyi_answer_summary(answer, parent, "draws", values);
}

const double *smyi_answer_mass(const SmyiInquiry *answer, const SmyiFinding *finding,
                               size_t i, double *here)
{
    if (!finding->verdict.outcome.support)
        return NULL;
    if (answer->draws_done && finding->tally)
        return finding->tally->mass + i * SMYI_GRID;
    if (finding->verdict.outcome.status[i] == SMY_STATUS_OK)
        smyi_distribution_on_grid(&finding->verdict.outcome, 1, i, 0, here);
    return here;
}

/* Seated actors and ratifiers whose limit the solution of an issue is outside of. */
static void add_outside(const SmyiInquiry *answer, const SmyiFinding *finding,
                        SmyNode *node, size_t i)
{
    const SmyiFrame *f = answer->frame;
    const SmyiSituation *sit = &answer->points;
    double x = finding->verdict.outcome.point[i];
    SmyNode *list = smyi_add_list(answer->result, node, "outside_limit_of");
    for (size_t a = 0; a < f->n_actors && x == x; a++) {
        int player = f->player_of[a];
        bool asked = player != SMYI_NONE && answer->seating[player];
        for (size_t b = 0; b < f->n_blockers; b++)
            asked |= f->blockers[b].kind == SMYI_BLOCKER_RATIFIER &&
                     f->blockers[b].index == (int)a;
        size_t at = a * f->n_issues + i;
        if (asked && smyi_is_limited(f, a, i) &&
            (x < sit->accept_low[at] - 1e-12 || x > sit->accept_high[at] + 1e-12))
            smyi_add_text(answer->result, list, NULL, f->scn->actors[a].id);
    }
}

static void add_distribution(const SmyiInquiry *answer, const SmyiFinding *finding,
                             SmyNode *node, size_t i)
{
    const SmyiIssue *issue = &answer->frame->scn->issues[i];
    double here[SMYI_GRID] = {0};
    const double *mass = smyi_answer_mass(answer, finding, i, here);
    if (!mass) {
        smyi_add_null(answer->result, node, "distribution");
        return;
    }
    SmyNode *list = smyi_add_list(answer->result, node, "distribution");
    for (size_t g = 0; g < SMYI_GRID; g++) {
        if (!(mass[g] > 0))
            continue;
        SmyNode *pair = smyi_add_list(answer->result, list, NULL);
        smyi_add_number(answer->result, pair, NULL,
                        smyi_in_units(issue, (double)g / (SMYI_GRID - 1)));
        smyi_add_number(answer->result, pair, NULL, mass[g]);
    }
}

static void add_outcome(SmyiInquiry *answer, const SmyiFinding *finding, SmyNode *model)
{
    const SmyiFrame *f = answer->frame;
    const SmyiVerdict *v = &finding->verdict;
    SmyResult *r = answer->result;
    SmyNode *outcome = smyi_add_object(r, model, "outcome");
    for (size_t i = 0; i < f->n_issues; i++) {
        const SmyiIssue *issue = &f->scn->issues[i];
        SmyNode *node = smyi_add_object(r, outcome, issue->id);
        smyi_add_number(r, node, "point",
                        finding->silent ? (double)NAN : smyi_in_units(issue, v->point[i]));
        smyi_add_number(r, node, "solution", smyi_in_units(issue, v->outcome.point[i]));
        smyi_add_text(r, node, "status", smy_status_text((SmyStatus)v->outcome.status[i]));
        smyi_add_bool(r, node, "settled", v->settled[i]);
        add_outside(answer, finding, node, i);
        add_distribution(answer, finding, node, i);
        const SmyiTally *t = finding->tally;
        SmyNode *draws =
            smyi_answer_draws(answer, node, t ? t->point + i * answer->draws : NULL);
        if (draws)
            smyi_add_number(r, draws, "settled",
                            (double)t->settled[i] / (double)answer->draws_done);
        (void)smyi_answer_summary(answer, node, "solution_draws",
                                  t ? t->solution + i * answer->draws : NULL);
    }
}

static const char *blocker_text(const SmyiInquiry *answer, const SmyiBlocker *blocker)
{
    const SmyScenario *scn = answer->frame->scn;
    return blocker->kind == SMYI_BLOCKER_CONSTRAINT
               ? SMYI_ANSWER_PRINT(answer, "constraint:%s",
                                   scn->constraints[blocker->index].id)
               : scn->actors[blocker->index].id;
}

static void add_agreement(const SmyiInquiry *answer, const SmyiFinding *finding,
                          SmyNode *model)
{
    const SmyiFrame *f = answer->frame;
    SmyResult *r = answer->result;
    SmyNode *agreement = smyi_add_object(r, model, "agreement");
    if (finding->silent)
        smyi_add_null(r, agreement, "reached");
    else
        smyi_add_bool(r, agreement, "reached", finding->verdict.agreed[0]);
    SmyNode *list = smyi_add_list(r, agreement, "blocked_by");
    for (size_t b = 0; b < f->n_blockers; b++)
        if (finding->verdict.blocked[b] && !finding->silent)
            smyi_add_text(r, list, NULL, blocker_text(answer, &f->blockers[b]));
    smyi_add_number(r, agreement, "probability",
                    finding->tally && answer->draws_done
                        ? (double)finding->tally->agreed / (double)answer->draws_done
                        : (double)NAN);
}

/* What is agreed, issue by issue, and what no agreement costs, at the inputs' points. */
static void add_gain_by_issue(SmyiInquiry *answer, const SmyiFinding *finding, size_t a,
                              SmyNode *gain)
{
    const SmyiFrame *f = answer->frame;
    SmyResult *r = answer->result;
    SmyiMark mark = smyi_arena_mark(answer->mem);
    double *by_issue = SMYI_NEW(answer->mem, f->n_issues, double);
    if (!by_issue) {
        r->failed = true;
        return;
    }
    double no_agreement =
        smyi_gain_by_issue(f, &answer->points, &finding->verdict, a, 0, by_issue);
    SmyNode *node = smyi_add_object(r, gain, "outcome_by_issue");
    for (size_t i = 0; i < f->n_issues; i++)
        smyi_add_number(r, node, f->scn->issues[i].id,
                        finding->silent ? (double)NAN : by_issue[i]);
    smyi_add_number(r, gain, "outcome_no_agreement",
                    finding->silent ? (double)NAN : no_agreement);
    smyi_arena_rewind(answer->mem, mark);
}

static void add_gains(SmyiInquiry *answer, const SmyiFinding *finding, SmyNode *model)
{
    const SmyiFrame *f = answer->frame;
    SmyResult *r = answer->result;
    SmyNode *gains = smyi_add_object(r, model, "gains");
    for (size_t a = 0; a < f->n_actors; a++) {
        SmyiGain gain;
        smyi_gain(f, &answer->points, answer->seating, &finding->verdict, a, &gain);
        const struct {
            const char *name;
            double points;
        } parts[] = {{"total", gain.total[0]},       {"outcome", gain.outcome[0]},
                     {"standing", gain.standing[0]}, {"face", gain.face[0]},
                     {"no_deal", gain.no_deal[0]},   {"shortfall", gain.shortfall[0]}};
        SmyNode *node = smyi_add_object(r, gains, f->scn->actors[a].id);
        for (size_t p = 0; p < sizeof parts / sizeof *parts; p++)
            smyi_add_number(r, node, parts[p].name,
                            finding->silent ? (double)NAN : parts[p].points);
        add_gain_by_issue(answer, finding, a, node);
        (void)smyi_answer_draws(
            answer, node, finding->tally ? finding->tally->gain + a * answer->draws : NULL);
    }
}

/* The worst of the issues' statuses, and the first issue that has it. */
static SmyStatus worst(const SmyiInquiry *answer, const SmyiFinding *finding, size_t *issue)
{
    SmyStatus status = SMY_STATUS_OK;
    for (size_t i = 0; i < answer->frame->n_issues; i++) {
        SmyStatus here = (SmyStatus)finding->verdict.outcome.status[i];
        if (here > status) {
            status = here;
            *issue = i;
        }
    }
    return status;
}

/* What an answer would have needed; a model of packages fails on all issues for one of them. */
static const char *why_undefined(const SmyiInquiry *answer, const SmyiFinding *finding,
                                 size_t issue)
{
    const SmyScenario *scn = answer->frame->scn;
    unsigned needs = finding->solver->model->info.needs,
             unmet = smyi_unmet_need(scn, needs);
    if (unmet)
        return SMYI_ANSWER_PRINT(answer, "needs %s", smy_need_text(unmet));
    bool has_quo = true;
    if (needs & SMY_NEEDS_STATUS_QUO)
        for (size_t i = 0; i < scn->n_issues; i++) {
            has_quo &= scn->issues[i].status_quo != SMYI_NONE;
            if (!has_quo)
                return SMYI_ANSWER_PRINT(answer, "needs a status quo on \"%s\"",
                                         scn->issues[i].id);
        }
    if (needs & SMY_NEEDS_CRITERIA && has_quo)
        return "a quota is not above half of the weights";
    return SMYI_ANSWER_PRINT(answer, "nobody weighs on \"%s\" and it has no status quo",
                             scn->issues[issue].id);
}

static const char *why(const SmyiInquiry *answer, const SmyiFinding *finding,
                       SmyStatus status, size_t issue)
{
    const SmyiModel *model = finding->solver->model;
    const char *id = answer->frame->scn->issues[issue].id;
    switch (status) {
    case SMY_STATUS_OK:
        return NULL;
    case SMY_STATUS_NO_WEIGHT:
        return SMYI_ANSWER_PRINT(
            answer, "%s on \"%s\"",
            model->why_no_weight ? model->why_no_weight : "nobody at the table weighs", id);
    case SMY_STATUS_NO_AGREEMENT:
        return model->why_no_agreement
                   ? SMYI_ANSWER_PRINT(answer, "\"%s\" stays: %s", id,
                                       model->why_no_agreement)
                   : "no package leaves every party at the table better off than no deal";
    case SMY_STATUS_NOT_CONVERGED:
        return SMYI_ANSWER_PRINT(answer, "still moving on \"%s\" after its last round", id);
    case SMY_STATUS_UNDEFINED:
        break;
    }
    return why_undefined(answer, finding, issue);
}

static void add_options(const SmyiInquiry *answer, const SmyiSolver *solver, SmyNode *model)
{
    const SmyModelInfo *info = &solver->model->info;
    SmyNode *options = smyi_add_object(answer->result, model, "options");
    for (size_t o = 0; o < info->n_options; o++) {
        const SmyOption *option = &info->options[o];
        if (option->choices)
            smyi_add_text(answer->result, options, option->key,
                          option->choices[(size_t)solver->options[o]]);
        else
            smyi_add_number(answer->result, options, option->key, solver->options[o]);
    }
}

static void add_rounds(const SmyiInquiry *answer, const SmyiFinding *finding,
                       SmyNode *model)
{
    double most = (double)NAN;
    for (size_t i = 0; i < answer->frame->n_issues; i++)
        most = fmax(most, finding->verdict.outcome.rounds[i]);
    smyi_add_number(answer->result, model, "rounds", most);
}

/* The sources in words; a key that is not known stands for itself. */
static void add_references(const SmyiInquiry *answer, const char *source, SmyNode *model)
{
    SmyNode *list = smyi_add_list(answer->result, model, "references");
    while (source && *source) {
        size_t length = strcspn(source, ",");
        const char *text = smyi_reference(source, length);
        smyi_add_text(answer->result, list, NULL,
                      text ? text : SMYI_ANSWER_PRINT(answer, "%.*s", (int)length, source));
        source += length + (source[length] == ',');
    }
}

static void add_model(SmyiInquiry *answer, const SmyiFinding *finding, SmyNode *list)
{
    const SmyModelInfo *info = &finding->solver->model->info;
    SmyResult *r = answer->result;
    SmyNode *model = smyi_add_object(r, list, NULL);
    size_t issue = 0;
    SmyStatus status = worst(answer, finding, &issue);
    smyi_add_text(r, model, "id", info->id);
    smyi_add_text(r, model, "title", info->title);
    smyi_add_text(r, model, "family", info->family);
    smyi_add_text(r, model, "assumption", smyi_assumption(info));
    smyi_add_text(r, model, "assumes", info->assumes);
    smyi_add_bool(r, model, "formula", !info->iterative);
    smyi_add_text(r, model, "source", info->source);
    add_references(answer, info->source, model);
    smyi_add_text(r, model, "status", smy_status_text(status));
    smyi_add_text(r, model, "why", why(answer, finding, status, issue));
    add_options(answer, finding->solver, model);
    add_outcome(answer, finding, model);
    add_agreement(answer, finding, model);
    add_rounds(answer, finding, model);
    smyi_answer_trace(answer, finding, model);
    add_gains(answer, finding, model);
}

void smyi_answer_models(SmyiInquiry *answer, SmyNode *root)
{
    SmyNode *list = smyi_add_list(answer->result, root, "models");
    for (size_t s = 0; s < answer->n_findings; s++)
        add_model(answer, &answer->findings[s], list);
}
