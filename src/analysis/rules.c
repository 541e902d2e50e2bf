/* SPDX-License-Identifier: Apache-2.0 */
/* The scenario's procedure as the rules of a game. */
#include "analysis/rules.h"

#include <math.h>

/* What is being put together. */
typedef struct Making {
    const SmyiFrame *f;
    const SmyiSituation *sit;
    const SmyiSeating *seating;
    const SmyiRows *rows;
    SmyiArena *mem;
    SmyiVoter *voters;
    size_t n_voters;
    int *voter_of; /* [actors] or SMYI_NONE */
    int *home_of;  /* [actors] the same for those at home */
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

/* A voter of its own rows: with a say by its seat, or always, as ratifiers and publics have. */
static size_t add_voter(Making *m, size_t actor, bool always)
{
    size_t n = m->sit->n_lanes, cells = m->f->n_issues * n;
    double *position = row(m, m->f->n_issues), *salience = row(m, m->f->n_issues);
    double *capability = row(m, 1), *no_deal = row(m, 1);
    if (m->failed)
        return 0;
    for (size_t c = 0; c < cells; c++) {
        bool says = always || has_say(m, actor, c % n);
        position[c] = says ? m->sit->position[actor * cells + c] : (double)NAN;
        salience[c] = says ? m->sit->salience[actor * cells + c] : 0;
    }
    for (size_t k = 0; k < n; k++) {
        bool says = always || has_say(m, actor, k);
        capability[k] = says ? m->sit->capability[actor * n + k] : 0;
        no_deal[k] = says ? m->sit->no_deal[actor * n + k] : 0;
    }
    m->voters[m->n_voters] = (SmyiVoter){position, salience, capability, no_deal};
    return m->n_voters++;
}

static size_t voter(Making *m, int actor)
{
    if (m->voter_of[actor] == SMYI_NONE)
        m->voter_of[actor] = (int)add_voter(m, (size_t)actor, false);
    return (size_t)m->voter_of[actor];
}

/* Those at home are asked whether they sit or not. */
static size_t at_home(Making *m, int actor)
{
    if (m->home_of[actor] == SMYI_NONE)
        m->home_of[actor] = (int)add_voter(m, (size_t)actor, true);
    return (size_t)m->home_of[actor];
}

static bool start(Making *m, const SmyiGame *game)
{
    size_t n = game->n_lanes, cells = game->n_issues * n;
    m->voters = SMYI_NEW(m->mem, 2 * m->f->n_actors, SmyiVoter);
    m->voter_of = SMYI_NEW(m->mem, m->f->n_actors, int);
    m->home_of = SMYI_NEW(m->mem, m->f->n_actors, int);
    if (!m->voters || !m->voter_of || !m->home_of)
        return false;
    for (size_t p = 0; p < game->n_actors; p++)
        m->voters[p] = (SmyiVoter){game->position + p * cells, game->salience + p * cells,
                                   game->capability + p * n, game->no_deal + p * n};
    m->n_voters = game->n_actors;
    for (size_t a = 0; a < m->f->n_actors; a++) {
        int player = m->f->player_of[a];
        m->voter_of[a] = player == SMYI_NONE ? SMYI_NONE : m->rows->row_of[player];
        m->home_of[a] = SMYI_NONE;
    }
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

static unsigned char *everywhere(Making *m)
{
    unsigned char *counts = SMYI_NEW(m->mem, m->sit->n_lanes, unsigned char);
    m->failed |= !counts;
    for (size_t k = 0; counts && k < m->sit->n_lanes; k++)
        counts[k] = 1;
    return counts;
}

/* Each who ratifies is a home of its own. */
static void add_ratifiers(Making *m, SmyiHome *homes, size_t *n)
{
    const SmyiTable *table = &m->f->scn->table;
    SmyiPublic *publics = SMYI_NEW(m->mem, table->n_ratifiers, SmyiPublic);
    m->failed |= !publics;
    for (size_t r = 0; r < table->n_ratifiers && !m->failed; r++) {
        publics[r] = (SmyiPublic){at_home(m, table->ratifiers[r].actor),
                                  table->ratifiers[r].tolerance / 100};
        homes[(*n)++] = (SmyiHome){.n = 1, .publics = &publics[r], .counts = everywhere(m)};
    }
}

static void add_publics(Making *m, size_t leader, SmyiHome *home)
{
    const SmyiActor *actor = &m->f->scn->actors[leader];
    SmyiPublic *publics = SMYI_NEW(m->mem, actor->n_publics, SmyiPublic);
    unsigned char *counts = everywhere(m);
    if (!publics || !counts) {
        m->failed = true;
        return;
    }
    for (size_t k = 0; k < m->sit->n_lanes; k++)
        counts[k] = smyi_leader_sits(m->f, m->seating, m->sit->n_lanes, (int)leader, k);
    for (size_t p = 0; p < actor->n_publics && !m->failed; p++)
        publics[p] = (SmyiPublic){at_home(m, actor->publics[p].actor),
                                  actor->publics[p].tolerance / 100};
    *home = (SmyiHome){.n = actor->n_publics,
                       .publics = publics,
                       .quota = actor->ratify_all ? 0 : actor->quota,
                       .counts = counts};
}

/* What the players have said in public, and what leaving it costs them. */
static void add_face(Making *m, SmyiRules *rules)
{
    const SmyiFrame *f = m->f;
    size_t n = m->sit->n_lanes, n_rows = m->rows->n;
    double *stated = row(m, n_rows * f->n_issues), *face = row(m, n_rows);
    for (size_t p = 0; p < n_rows && !m->failed; p++) {
        size_t a = (size_t)f->players[m->rows->player[p]];
        int cost = f->scn->actors[a].face;
        for (size_t k = 0; k < n; k++)
            face[p * n + k] =
                cost == SMYI_NONE ? 0 : m->sit->value[(size_t)cost * n + k] / 100;
        for (size_t c = 0; c < f->n_issues * n; c++) {
            bool said = f->scn->stances[a * f->n_issues + c / n].stated != SMYI_NONE;
            stated[p * f->n_issues * n + c] =
                said ? m->sit->stated[a * f->n_issues * n + c] : (double)NAN;
        }
    }
    rules->stated = stated;
    rules->face = face;
}

static void add_homes(Making *m, SmyiRules *rules)
{
    const SmyScenario *scn = m->f->scn;
    SmyiHome *homes = SMYI_NEW(m->mem, scn->table.n_ratifiers + scn->n_actors, SmyiHome);
    m->failed |= !homes;
    if (m->failed)
        return;
    add_ratifiers(m, homes, &rules->n_homes);
    for (size_t a = 0; a < scn->n_actors && !m->failed; a++)
        if (scn->actors[a].n_publics)
            add_publics(m, a, &homes[rules->n_homes++]);
    rules->homes = homes;
    add_face(m, rules);
}

const SmyiRules *smyi_rules_new(const SmyiFrame *f, const SmyiSituation *sit,
                                const SmyiSeating *seating, const SmyiRows *rows,
                                const SmyiGame *game, SmyiArena *mem)
{
    const SmyiProcedure *procedure = &f->scn->procedure;
    Making m = {.f = f, .sit = sit, .seating = seating, .rows = rows, .mem = mem};
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
        .criteria = criteria};
    add_homes(&m, rules);
    rules->voters = m.voters;
    rules->n_voters = m.n_voters;
    return m.failed ? NULL : rules;
}

static bool has_somebody_at_home(const SmyScenario *scn)
{
    bool any = scn->table.n_ratifiers > 0;
    for (size_t a = 0; a < scn->n_actors; a++)
        any |= scn->actors[a].n_publics > 0;
    return any;
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
    if (needs & SMY_NEEDS_HOME && !has_somebody_at_home(scn))
        return SMY_NEEDS_HOME;
    return 0;
}
