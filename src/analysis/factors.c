/* SPDX-License-Identifier: Apache-2.0 */
/* What an answer may hang on. */
#include "analysis/factors.h"

#include <string.h>

bool smyi_varies(const SmyiEstimate *e)
{
    return e->shape != SMYI_SHAPE_POINT && e->low < e->high;
}

/* ---- What hangs on an input ---- */

/* Calls `mark` for each stance and actor that uses the input. */
typedef struct Use {
    const SmyiFrame *f;
    SmyiFactor *factor;
} Use;

/* Do the models see the actor at the file's table? Observers move their patrons. */
static bool is_seen(const SmyiFrame *f, size_t a)
{
    int player = f->player_of[a];
    if (player != SMYI_NONE && f->seated[player])
        return true;
    for (size_t o = 0; o < f->scn->table.n_observers; o++)
        if (f->scn->table.observers[o].actor == (int)a)
            return true;
    return false;
}

static void mark_stances(const Use *use, size_t a, int input)
{
    const SmyiFrame *f = use->f;
    for (size_t i = 0; i < f->n_issues; i++) {
        const SmyiStance *s = &f->scn->stances[a * f->n_issues + i];
        bool in_game = s->position == input || s->salience == input ||
                       (f->stated && s->stated == input);
        if (!in_game && s->limit != input && s->stated != input)
            continue;
        use->factor->reach.actors[a] = 1;
        use->factor->in_the_game |= in_game && is_seen(f, a);
    }
}

static void mark_uses(const Use *use, int input)
{
    const SmyiFrame *f = use->f;
    for (size_t i = 0; i < f->n_issues; i++)
        if (f->scn->issues[i].status_quo == input)
            use->factor->reach.status_quo = use->factor->in_the_game = true;
    for (size_t a = 0; a < f->n_actors; a++) {
        const SmyiActor *actor = &f->scn->actors[a];
        mark_stances(use, a, input);
        if (actor->capability != input && actor->no_deal != input)
            continue;
        use->factor->reach.actors[a] = 1;
        use->factor->in_the_game |= is_seen(f, a);
    }
}

bool smyi_factor_of(const SmyiFrame *f, int input, SmyiArena *mem, SmyiFactor *out)
{
    *out = (SmyiFactor){.kind = SMYI_FACTOR_INPUT,
                        .index = input,
                        .n_inputs = 1,
                        .inputs = SMYI_NEW(mem, 1, int),
                        .reach.actors = SMYI_NEW(mem, f->n_actors, unsigned char)};
    if (!out->inputs || !out->reach.actors)
        return false;
    out->inputs[0] = input;
    Use use = {f, out};
    mark_uses(&use, input);
    return true;
}

/* ---- Inputs that are tied ---- */

static int root_of(const int *tie, int input)
{
    while (tie[input] != input)
        input = tie[input];
    return input;
}

/* tie[input]: the lowest input that correlations lead to, or on the way there. */
static void tie_inputs(const SmyiFrame *f, int *tie)
{
    const SmyScenario *scn = f->scn;
    for (size_t j = 0; j < f->n_inputs; j++)
        tie[j] = (int)j;
    for (size_t c = 0; c < scn->n_correlations; c++) {
        int a = root_of(tie, scn->correlations[c].between[0]);
        int b = root_of(tie, scn->correlations[c].between[1]);
        tie[a > b ? a : b] = a > b ? b : a;
    }
    for (size_t j = 0; j < f->n_inputs; j++)
        tie[j] = root_of(tie, (int)j);
}

/* ---- Groups ---- */

static bool is_actors(const SmyiFrame *f, size_t a, int input)
{
    const SmyiActor *actor = &f->scn->actors[a];
    if (actor->capability == input || actor->face == input || actor->no_deal == input ||
        actor->seated == input || actor->left_out == input)
        return true;
    for (size_t v = 0; v < actor->n_venues; v++)
        if (actor->venues[v].standing == input)
            return true;
    for (size_t i = 0; i < f->n_issues; i++) {
        const SmyiStance *s = &f->scn->stances[a * f->n_issues + i];
        if (s->position == input || s->salience == input || s->limit == input)
            return true;
    }
    return false;
}

static bool is_issues(const SmyiFrame *f, size_t i, int input)
{
    if (f->scn->issues[i].status_quo == input)
        return true;
    for (size_t a = 0; a < f->n_actors; a++) {
        const SmyiStance *s = &f->scn->stances[a * f->n_issues + i];
        if (s->position == input || s->salience == input || s->limit == input)
            return true;
    }
    return false;
}

/* Whoever inherits a stance or a cost through speaks_for shares the input of whom it speaks for. */
static bool inherits(const SmyiFrame *f, size_t a, int input)
{
    int principal = f->scn->actors[a].principal;
    return principal != (int)a && is_actors(f, (size_t)principal, input);
}

/* ---- The list ---- */

typedef struct Making {
    const SmyiFrame *f;
    const int *tie;
    unsigned char *chosen; /* [inputs] of the factor that is being made */
    unsigned char *tied;   /* [inputs] scratch */
    SmyiFactors *out;
    SmyiArena *mem;
} Making;

/* Chooses whoever is tied to an input that is chosen; the number chosen. */
static size_t spread_ties(const Making *m)
{
    size_t n = 0;
    const int *varying = m->out->varying;
    memset(m->tied, 0, m->f->n_inputs);
    for (size_t v = 0; v < m->out->n_varying; v++)
        m->tied[m->tie[varying[v]]] |= m->chosen[varying[v]];
    for (size_t v = 0; v < m->out->n_varying; v++)
        n += m->chosen[varying[v]] = m->tied[m->tie[varying[v]]];
    return n;
}

/* Adds a factor of the inputs chosen, if there are at least `least`. */
static bool add_factor(const Making *m, SmyiFactorKind kind, int index, size_t least)
{
    SmyiFactors *out = m->out;
    size_t n = spread_ties(m);
    SmyiFactor *factor = &out->list[out->n];
    if (n < least) {
        memset(m->chosen, 0, m->f->n_inputs);
        return true;
    }
    *factor = (SmyiFactor){.kind = kind,
                           .index = index,
                           .inputs = SMYI_NEW(m->mem, n, int),
                           .reach.actors = SMYI_NEW(m->mem, m->f->n_actors, unsigned char)};
    if (!factor->inputs || !factor->reach.actors)
        return false;
    Use use = {m->f, factor};
    for (size_t v = 0; v < out->n_varying; v++)
        if (m->chosen[out->varying[v]]) {
            factor->inputs[factor->n_inputs++] = out->varying[v];
            mark_uses(&use, out->varying[v]);
        }
    memset(m->chosen, 0, m->f->n_inputs);
    out->n++;
    return true;
}

static bool add_inputs(const Making *m, bool apart)
{
    for (size_t v = 0; v < m->out->n_varying; v++) {
        int input = m->out->varying[v];
        size_t first = 0;
        while (m->tie[m->out->varying[first]] != m->tie[input])
            first++;
        if (first < v && !apart)
            continue; /* comes with an earlier one */
        m->chosen[input] = 1;
        if (!add_factor(m, SMYI_FACTOR_INPUT, input, 1))
            return false;
        SmyiFactor *factor = &m->out->list[m->out->n - 1];
        if (factor->n_inputs > 1)
            factor->kind = SMYI_FACTOR_TOGETHER;
    }
    return true;
}

static bool add_groups(const Making *m)
{
    const SmyiFrame *f = m->f;
    for (size_t a = 0; a < f->n_actors; a++) {
        for (size_t v = 0; v < m->out->n_varying; v++) {
            int input = m->out->varying[v];
            m->chosen[input] = is_actors(f, a, input) && !inherits(f, a, input);
        }
        if (!add_factor(m, SMYI_FACTOR_ACTOR, (int)a, 2))
            return false;
    }
    for (size_t i = 0; i < f->n_issues; i++) {
        for (size_t v = 0; v < m->out->n_varying; v++)
            m->chosen[m->out->varying[v]] = is_issues(f, i, m->out->varying[v]);
        if (!add_factor(m, SMYI_FACTOR_ISSUE, (int)i, 2))
            return false;
    }
    return true;
}

SmyCode smyi_factors_new(const SmyiFrame *f, unsigned which, SmyiArena *mem,
                         SmyiFactors *out)
{
    int *tie = SMYI_NEW(mem, f->n_inputs, int);
    *out = (SmyiFactors){
        .varying = SMYI_NEW(mem, f->n_inputs, int),
        .list = SMYI_NEW(mem, f->n_inputs + f->n_actors + f->n_issues + 1, SmyiFactor)};
    Making m = {.f = f,
                .tie = tie,
                .chosen = SMYI_NEW(mem, f->n_inputs, unsigned char),
                .tied = SMYI_NEW(mem, f->n_inputs, unsigned char),
                .out = out,
                .mem = mem};
    if (!tie || !m.chosen || !m.tied || !out->varying || !out->list)
        return SMY_ERR_NOMEM;
    bool apart = which & SMYI_FACTORS_APART;
    for (size_t j = 0; j < f->n_inputs; j++)
        if (smyi_varies(&f->estimates[j]))
            out->varying[out->n_varying++] = (int)j;
    tie_inputs(f, tie);
    for (size_t j = 0; j < f->n_inputs && apart; j++)
        tie[j] = (int)j;
    if (!add_inputs(&m, apart) || (which & SMYI_FACTORS_GROUPS && !add_groups(&m)))
        return SMY_ERR_NOMEM;
    if (which & SMYI_FACTORS_CHANCE)
        out->list[out->n++] =
            (SmyiFactor){.kind = SMYI_FACTOR_CHANCE,
                         .index = SMYI_NONE,
                         .reach.actors = SMYI_NEW(mem, f->n_actors, unsigned char),
                         .in_the_game = true};
    return out->n && !out->list[out->n - 1].reach.actors ? SMY_ERR_NOMEM : SMY_OK;
}
