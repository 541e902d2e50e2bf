/* SPDX-License-Identifier: Apache-2.0 */
/* The scenario's procedure as the rules of a game. */
#include "analysis/rules.h"

#include <math.h>

/* What is being put together. */
typedef struct Making {
    const SmyiFrame *f;
    const SmyiSituation *sit;
    const SmyiSeating *seating;
    SmyiArena *mem;
    SmyiVoter *voters;
    size_t n_voters;
    int *voter_of; /* [actors] or SMYI_NONE */
    bool failed;
} Making;

static double *row(Making *m, size_t n_rows)
{
    double *taken = SMYI_NEW(m->mem, n_rows * m->sit->n_lanes, double);
    m->failed |= !taken;
    return taken;
}

/* Whoever shares somebody's seat has a say where that is taken; who has no seat, always. */
static bool has_say(const Making *m, size_t actor, size_t lane)
{
    int seat = m->f->seat_of[actor];
    return seat == SMYI_NONE || m->seating[(size_t)seat * m->sit->n_lanes + lane];
}

static size_t add_voter(Making *m, size_t actor)
{
    size_t n = m->sit->n_lanes, cells = m->f->n_issues * n;
    double *position = row(m, m->f->n_issues), *salience = row(m, m->f->n_issues);
    double *capability = row(m, 1), *no_deal = row(m, 1);
    if (m->failed)
        return 0;
    for (size_t c = 0; c < cells; c++) {
        bool says = has_say(m, actor, c % n);
        position[c] = says ? m->sit->position[actor * cells + c] : (double)NAN;
        salience[c] = says ? m->sit->salience[actor * cells + c] : 0;
    }
    for (size_t k = 0; k < n; k++) {
        bool says = has_say(m, actor, k);
        capability[k] = says ? m->sit->capability[actor * n + k] : 0;
        no_deal[k] = says ? m->sit->no_deal[actor * n + k] : 0;
    }
    m->voters[m->n_voters] = (SmyiVoter){position, salience, capability, no_deal};
    m->voter_of[actor] = (int)m->n_voters;
    return m->n_voters++;
}

static size_t voter(Making *m, int actor)
{
    int known = m->voter_of[actor];
    return known == SMYI_NONE ? add_voter(m, (size_t)actor) : (size_t)known;
}

static bool start(Making *m, const SmyiGame *game)
{
    size_t n = game->n_lanes, cells = game->n_issues * n;
    m->voters = SMYI_NEW(m->mem, m->f->n_actors, SmyiVoter);
    m->voter_of = SMYI_NEW(m->mem, m->f->n_actors, int);
    if (!m->voters || !m->voter_of)
        return false;
    for (size_t p = 0; p < game->n_actors; p++)
        m->voters[p] = (SmyiVoter){game->position + p * cells, game->salience + p * cells,
                                   game->capability + p * n, game->no_deal + p * n};
    m->n_voters = game->n_actors;
    for (size_t a = 0; a < m->f->n_actors; a++)
        m->voter_of[a] = m->f->player_of[a];
    return true;
}

/* Weights by voter, in the order of the voters; those of capability come with the draws. */
static bool add_criterion(Making *m, const SmyiProcedure *procedure, size_t c,
                          SmyiCriterion *out)
{
    const double *given = procedure->criteria[c].weights;
    *out = (SmyiCriterion){.quota = procedure->criteria[c].quota};
    if (!given)
        return true;
    double *weight = SMYI_NEW(m->mem, m->f->n_actors, double);
    for (size_t a = 0; weight && a < m->f->n_actors && !m->failed; a++) {
        out->total += given[a];
        if (given[a] > 0)
            weight[voter(m, (int)a)] = given[a];
    }
    out->weight = weight;
    return weight && !m->failed;
}

const SmyiRules *smyi_rules_new(const SmyiFrame *f, const SmyiSituation *sit,
                                const SmyiSeating *seating, const SmyiGame *game,
                                SmyiArena *mem)
{
    const SmyiProcedure *procedure = &f->scn->procedure;
    Making m = {.f = f, .sit = sit, .seating = seating, .mem = mem};
    SmyiRules *rules = SMYI_NEW(mem, 1, SmyiRules);
    size_t *veto = SMYI_NEW(mem, procedure->n_veto, size_t);
    SmyiCriterion *criteria = SMYI_NEW(mem, procedure->n_criteria, SmyiCriterion);
    if (!rules || !veto || !criteria || !start(&m, game))
        return NULL;
    for (size_t v = 0; v < procedure->n_veto && !m.failed; v++)
        veto[v] = voter(&m, procedure->veto[v]);
    for (size_t c = 0; c < procedure->n_criteria; c++)
        if (!add_criterion(&m, procedure, c, &criteria[c]))
            return NULL;
    *rules = (SmyiRules){
        .setter = procedure->setter == SMYI_NONE ? -1 : (int)voter(&m, procedure->setter),
        .n_veto = procedure->n_veto,
        .veto = veto,
        .n_criteria = procedure->n_criteria,
        .criteria = criteria,
        .voters = m.voters,
        .n_voters = m.n_voters};
    return m.failed ? NULL : rules;
}

unsigned smyi_unmet_need(const SmyScenario *scn, unsigned needs)
{
    const SmyiProcedure *procedure = &scn->procedure;
    if (needs & SMY_NEEDS_SETTER && procedure->setter == SMYI_NONE)
        return SMY_NEEDS_SETTER;
    if (needs & SMY_NEEDS_VETO && !procedure->n_veto)
        return SMY_NEEDS_VETO;
    if (needs & SMY_NEEDS_CRITERIA && !procedure->n_criteria)
        return SMY_NEEDS_CRITERIA;
    return 0;
}
