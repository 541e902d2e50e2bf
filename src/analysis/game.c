/* SPDX-License-Identifier: Apache-2.0 */
/* The game of the seated: what a model gets to see. */
#include "analysis/game.h"

#include <math.h>
#include <string.h>

#include "analysis/rules.h"

/* Rows of `from` where the actor sits, `other` where it does not. */
SMYI_KERNEL static void seat_row(size_t n, const double *restrict from,
                                 const SmyiSeating *restrict sits, double other,
                                 double *restrict to)
{
    for (size_t k = 0; k < n; k++)
        to[k] = sits[k] ? from[k] : other;
}

/* (1 - h) p_g + h p_o where the patron sits and the observer does not */
static void move_patron(const SmyiFrame *f, const SmyiSituation *sit,
                        const SmyiSeating *seating, const SmyiObserver *observer,
                        const SmyiRows *rows, double *position)
{
    size_t n = sit->n_lanes, m = f->n_issues;
    int patron = f->player_of[observer->patron], own = f->player_of[observer->actor];
    if (patron == SMYI_NONE || rows->row_of[patron] == SMYI_NONE)
        return;
    const SmyiSeating *sits = seating + (size_t)patron * n;
    for (size_t i = 0; i < m; i++) {
        const double *seen = sit->position + ((size_t)observer->actor * m + i) * n;
        double *moved = position + ((size_t)rows->row_of[patron] * m + i) * n;
        for (size_t k = 0; k < n; k++) {
            bool here = sits[k] && !(own != SMYI_NONE && seating[(size_t)own * n + k]);
            if (here && seen[k] == seen[k] && moved[k] == moved[k])
                moved[k] = (1 - observer->share) * moved[k] + observer->share * seen[k];
        }
    }
}

/* The players who sit in some lane; at least one row. */
static bool choose_rows(const SmyiFrame *f, const SmyiSeating *seating, size_t n_lanes,
                        bool everybody, SmyiArena *mem, SmyiRows *rows)
{
    *rows = (SmyiRows){.player = SMYI_NEW(mem, f->n_players, int),
                       .row_of = SMYI_NEW(mem, f->n_players, int)};
    if (!rows->player || !rows->row_of)
        return false;
    for (size_t p = 0; p < f->n_players; p++) {
        bool here = everybody || memchr(seating + p * n_lanes, 1, n_lanes) ||
                    (rows->n == 0 && p + 1 == f->n_players);
        rows->row_of[p] = here ? (int)rows->n : SMYI_NONE;
        if (here)
            rows->player[rows->n++] = (int)p;
    }
    return true;
}

bool smyi_game_new(const SmyiFrame *f, const SmyiSituation *sit, const SmyiSeating *seating,
                   unsigned needs, bool everybody, SmyiArena *mem, SmyiGame *game)
{
    size_t n = sit->n_lanes, m = f->n_issues;
    SmyiRows rows;
    if (!choose_rows(f, seating, n, everybody, mem, &rows))
        return false;
    double *position = SMYI_NEW(mem, rows.n * m * n, double);
    double *salience = SMYI_NEW(mem, rows.n * m * n, double);
    double *capability = SMYI_NEW(mem, rows.n * n, double);
    double *no_deal = SMYI_NEW(mem, rows.n * n, double);
    if (!position || !salience || !capability || !no_deal)
        return false;
    for (size_t r = 0; r < rows.n; r++) {
        size_t a = (size_t)f->players[rows.player[r]];
        const SmyiSeating *sits = seating + (size_t)rows.player[r] * n;
        for (size_t i = 0; i < m; i++) {
            size_t from = (a * m + i) * n, to = (r * m + i) * n;
            seat_row(n, sit->position + from, sits, (double)NAN, position + to);
            seat_row(n, sit->salience + from, sits, 0, salience + to);
        }
        seat_row(n, sit->capability + a * n, sits, 0, capability + r * n);
        seat_row(n, sit->no_deal + a * n, sits, 0, no_deal + r * n);
    }
    for (size_t o = 0; o < f->scn->table.n_observers; o++)
        move_patron(f, sit, seating, &f->scn->table.observers[o], &rows, position);
    *game = (SmyiGame){.n_actors = rows.n,
                       .n_issues = m,
                       .n_lanes = n,
                       .position = position,
                       .salience = salience,
                       .capability = capability,
                       .no_deal = no_deal,
                       .status_quo = sit->status_quo,
                       .quadratic = f->quadratic};
    if (!(needs & ~(unsigned)SMY_NEEDS_STATUS_QUO) || smyi_unmet_need(f->scn, needs))
        return true;
    game->rules = smyi_rules_new(f, sit, seating, &rows, game, mem);
    return game->rules != NULL;
}
