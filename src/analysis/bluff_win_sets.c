/* SPDX-License-Identifier: Apache-2.0 */
/* Win-sets: which of all packages a leader, and those it answers to, would let pass. */
#include <math.h>
#include <string.h>

#include "analysis/bluff.h"
#include "base/random.h"

/*
 * Source: putnam1988 (two-level games: a leader's win-set is what would pass at home). A package
 * passes with somebody whose utility it does not leave below no agreement's, less a tolerance;
 * with publics as `ratify` says. Packages are drawn from the bargaining range: on each issue
 * between the lowest and the highest of the positions of those who sit and the status quo.
 */

static const double TOL = 1e-12;

typedef struct Trial {                    /* a block of packages */
    SmyiSituation sit;                    /* the points, in every lane */
    double *x;                            /* [issues x lanes] */
    unsigned char *one, *all, *everybody; /* [lanes] */
    double *low, *high;                   /* [issues] */
} Trial;

static bool new_trial(const SmyiFrame *f, SmyiArena *mem, Trial *t)
{
    *t = (Trial){.x = SMYI_NEW(mem, f->n_issues * SMYI_BLOCK, double),
                 .one = SMYI_NEW(mem, SMYI_BLOCK, unsigned char),
                 .all = SMYI_NEW(mem, SMYI_BLOCK, unsigned char),
                 .everybody = SMYI_NEW(mem, SMYI_BLOCK, unsigned char),
                 .low = SMYI_NEW(mem, f->n_issues, double),
                 .high = SMYI_NEW(mem, f->n_issues, double)};
    return t->x && t->one && t->all && t->everybody && t->low && t->high &&
           smyi_situation_new(f, SMYI_BLOCK, mem, &t->sit);
}

/* ---- Who lets a package pass ---- */

/* u(x) >= d - tolerance; one without utility lets everything pass. */
static void ask(const SmyiFrame *f, const Trial *t, size_t a, double tolerance,
                unsigned char *passes)
{
    double u[SMYI_BLOCK];
    size_t n = t->sit.n_lanes;
    smyi_utility(f, &t->sit, a, t->x, u);
    for (size_t k = 0; k < n; k++) {
        double d = t->sit.worth_quo[a * n + k] - t->sit.no_deal[a * n + k];
        passes[k] = (unsigned char)!(u[k] < d - tolerance - TOL);
    }
}

static void count(SmyiShareOf *share, const unsigned char *passes, size_t n)
{
    for (size_t k = 0; k < n; k++)
        share->passed += passes[k];
    share->of += n;
}

/* All publics, or a quota of their capability, into `home`. */
static void ask_home(const SmyiFrame *f, Trial *t, const SmyiActor *leader,
                     SmyiShareOf *shares, unsigned char *home)
{
    size_t n = t->sit.n_lanes;
    double all[SMYI_BLOCK] = {0}, accepting[SMYI_BLOCK] = {0};
    unsigned char every[SMYI_BLOCK];
    memset(every, 1, n);
    for (size_t p = 0; p < leader->n_publics; p++) {
        size_t a = (size_t)leader->publics[p].actor;
        ask(f, t, a, leader->publics[p].tolerance / 100, t->one);
        if (shares)
            count(&shares[p], t->one, n);
        for (size_t k = 0; k < n; k++) {
            double c = t->sit.capability[a * n + k];
            every[k] = (unsigned char)(every[k] & t->one[k]);
            all[k] += c;
            accepting[k] += t->one[k] ? c : 0;
        }
    }
    for (size_t k = 0; k < n; k++)
        home[k] = leader->ratify_all
                      ? every[k]
                      : accepting[k] >= leader->quota * all[k] - TOL * all[k];
}

static void ask_leader(const SmyiFrame *f, Trial *t, SmyiWinSet *set, bool on_frontier)
{
    const SmyiActor *leader = &f->scn->actors[set->leader];
    size_t n = t->sit.n_lanes;
    unsigned char self[SMYI_BLOCK], home[SMYI_BLOCK];
    ask(f, t, (size_t)set->leader, 0, self);
    ask_home(f, t, leader, on_frontier ? NULL : set->publics, home);
    for (size_t k = 0; k < n; k++)
        t->all[k] = (unsigned char)(self[k] & home[k]);
    if (on_frontier) {
        count(&set->frontier, t->all, n);
        return;
    }
    count(&set->self, self, n);
    count(&set->home, home, n);
    count(&set->both, t->all, n);
    for (size_t k = 0; k < n; k++)
        t->everybody[k] = (unsigned char)(t->everybody[k] & t->all[k]);
}

/* Those who sit, and ratifiers, whose own consent is asked without a public's. */
static void ask_others(const SmyiBluff *b, Trial *t)
{
    const SmyiTable *table = &b->scn->table;
    for (size_t j = 0; j < table->n_seats + table->n_ratifiers; j++) {
        bool seat = j < table->n_seats;
        const SmyiAnswer *ratifier = seat ? NULL : &table->ratifiers[j - table->n_seats];
        ask(&b->frame, t, (size_t)(seat ? table->seats[j] : ratifier->actor),
            seat ? 0 : ratifier->tolerance / 100, t->one);
        for (size_t k = 0; k < t->sit.n_lanes; k++)
            t->everybody[k] = (unsigned char)(t->everybody[k] & t->one[k]);
    }
}

/* ---- All packages ---- */

static void find_range(const SmyiBluff *b, Trial *t)
{
    const SmyiFrame *f = &b->frame;
    for (size_t i = 0; i < f->n_issues; i++) {
        double quo = b->meant.status_quo[i];
        t->low[i] = isnan(quo) ? 1 : quo;
        t->high[i] = isnan(quo) ? 0 : quo;
        for (size_t s = 0; s < b->scn->table.n_seats; s++) {
            double p = b->meant.position[(size_t)b->scn->table.seats[s] * f->n_issues + i];
            t->low[i] = p < t->low[i] ? p : t->low[i];
            t->high[i] = p > t->high[i] ? p : t->high[i];
        }
    }
}

static void try_packages(SmyiBluff *b, Trial *t)
{
    const SmyiFrame *f = &b->frame;
    for (uint64_t first = 0; first < SMYI_PACKAGES; first += SMYI_BLOCK) {
        smyi_uniforms(b->options->seed, SMYI_STREAM_PACKAGES, first, SMYI_BLOCK, 0,
                      f->n_issues, t->x);
        for (size_t i = 0; i < f->n_issues; i++)
            for (size_t k = 0; k < SMYI_BLOCK; k++) {
                double *x = &t->x[i * SMYI_BLOCK + k];
                *x = t->low[i] + (t->high[i] - t->low[i]) * *x;
            }
        memset(t->everybody, 1, SMYI_BLOCK);
        for (size_t w = 0; w < b->n_win_sets; w++)
            ask_leader(f, t, &b->win_sets[w], false);
        ask_others(b, t);
        count(&b->everybody, t->everybody, SMYI_BLOCK);
    }
}

/* ---- The frontier of two seats under linear loss: issue by issue, by the ratio of shares ---- */

typedef struct Piece {
    size_t issue;
    double ratio; /* of the two shares; ascending: what the second cares for most is last */
    double length; /* utility of the first won along it */
} Piece;

static size_t order_pieces(const SmyiBluff *b, Piece *pieces)
{
    const SmyiFrame *f = &b->frame;
    size_t n = 0;
    size_t one = (size_t)b->scn->table.seats[0] * f->n_issues,
           two = (size_t)b->scn->table.seats[1] * f->n_issues;
    for (size_t i = 0; i < f->n_issues; i++) {
        double p = b->meant.position[one + i], q = b->meant.position[two + i];
        double s = b->meant.share[one + i], r = b->meant.share[two + i];
        if (isnan(p) || isnan(q) || !(s > 0))
            continue;
        Piece piece = {i, r / s, s * fabs(p - q)};
        size_t at = n++;
        for (; at > 0 && pieces[at - 1].ratio > piece.ratio; at--)
            pieces[at] = pieces[at - 1];
        pieces[at] = piece;
    }
    return n;
}

/* The package at `way` (utility of the first above its least) along the frontier, into lane k. */
static void put_package(const SmyiBluff *b, Trial *t, const Piece *pieces, size_t n,
                        double way, size_t k)
{
    const SmyiFrame *f = &b->frame;
    size_t one = (size_t)b->scn->table.seats[0] * f->n_issues,
           two = (size_t)b->scn->table.seats[1] * f->n_issues;
    for (size_t i = 0; i < f->n_issues; i++) { /* where one has no say, the other's */
        double p = b->meant.position[one + i], q = b->meant.position[two + i];
        t->x[i * SMYI_BLOCK + k] = !isnan(q) ? q : !isnan(p) ? p : b->meant.status_quo[i];
    }
    for (size_t j = 0; j < n; j++) {
        size_t i = pieces[j].issue;
        double p = b->meant.position[one + i], q = b->meant.position[two + i];
        double share = pieces[j].length > 0 ? way / pieces[j].length : 1;
        share = share > 1 ? 1 : share < 0 ? 0 : share;
        t->x[i * SMYI_BLOCK + k] = q + share * (p - q);
        way -= pieces[j].length;
    }
}

static bool walk_frontier(SmyiBluff *b, Trial *t, SmyiArena *mem)
{
    if (b->scn->table.n_seats != 2 || b->frame.quadratic || b->n_win_sets == 0)
        return true;
    Piece *pieces = SMYI_NEW(mem, b->frame.n_issues, Piece);
    if (!pieces)
        return false;
    size_t n = order_pieces(b, pieces);
    double total = 0;
    for (size_t j = 0; j < n; j++)
        total += pieces[j].length;
    for (size_t first = 0; first < SMYI_FRONTIER; first += SMYI_BLOCK) {
        size_t lanes =
            SMYI_FRONTIER - first < SMYI_BLOCK ? SMYI_FRONTIER - first : SMYI_BLOCK;
        for (size_t k = 0; k < SMYI_BLOCK; k++) /* the last block is filled up */
            put_package(b, t, pieces, n,
                        total * ((double)(first + (k < lanes ? k : lanes - 1)) + .5) /
                            SMYI_FRONTIER,
                        k);
        for (size_t w = 0; w < b->n_win_sets; w++) {
            SmyiShareOf *share = &b->win_sets[w].frontier;
            SmyiShareOf before = *share;
            ask_leader(&b->frame, t, &b->win_sets[w], true);
            if (lanes < SMYI_BLOCK) { /* take the filling out again */
                share->passed -= t->all[lanes - 1] ? SMYI_BLOCK - lanes : 0;
                share->of = before.of + lanes;
            }
        }
    }
    return true;
}

/* ---- Leaders: whoever sits, himself or by a seat, and answers to somebody ---- */

static bool list_leaders(SmyiBluff *b, SmyiArena *mem)
{
    const SmyScenario *scn = b->scn;
    b->win_sets = SMYI_NEW(mem, scn->n_actors, SmyiWinSet);
    bool done = b->win_sets != NULL;
    for (size_t a = 0; a < scn->n_actors && done; a++) {
        int seat = b->frame.seat_of[a];
        bool sits = seat != SMYI_NONE && b->seating[seat];
        if (!sits || scn->actors[a].n_publics == 0)
            continue;
        SmyiShareOf *publics = SMYI_NEW(mem, scn->actors[a].n_publics, SmyiShareOf);
        b->win_sets[b->n_win_sets++] = (SmyiWinSet){.leader = (int)a, .publics = publics};
        done = publics != NULL;
    }
    return done;
}

SmyCode smyi_bluff_win_sets(SmyiBluff *b, SmyiArena *mem)
{
    Trial t;
    for (size_t i = 0; i < b->frame.n_issues; i++)
        if (isnan(b->meant.status_quo[i]))
            return SMY_OK; /* without a status quo nobody knows what no agreement is worth */
    if (!list_leaders(b, mem) || !new_trial(&b->frame, mem, &t))
        return SMY_ERR_NOMEM;
    smyi_situation_points(&b->frame, SMYI_BLOCK, &t.sit);
    find_range(b, &t);
    try_packages(b, &t);
    return walk_frontier(b, &t, mem) ? SMY_OK : SMY_ERR_NOMEM;
}
