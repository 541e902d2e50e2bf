/* SPDX-License-Identifier: Apache-2.0 */
/* What stays fixed while a scenario is questioned. */
#include "analysis/frame.h"

#include "base/copula.h"

static void choose_players(SmyiFrame *f)
{
    const SmyiTable *table = &f->scn->table;
    for (size_t a = 0; a < f->n_actors; a++) {
        bool plays = table->role[a] == SMYI_ROLE_SEAT;
        for (size_t c = 0; c < table->n_candidates && !plays; c++)
            plays = table->candidates[c] == (int)a;
        f->player_of[a] = plays ? (int)f->n_players : SMYI_NONE;
        if (!plays)
            continue;
        f->seated[f->n_players] = table->role[a] == SMYI_ROLE_SEAT;
        f->players[f->n_players++] = (int)a;
    }
}

/* A delegate sits, and is left out, with its delegation. */
static void choose_seats(SmyiFrame *f)
{
    const SmyiTable *table = &f->scn->table;
    for (size_t a = 0; a < f->n_actors; a++)
        f->seat_of[a] = f->player_of[a];
    for (size_t d = 0; d < table->n_delegates; d++)
        f->seat_of[table->delegates[d].actor] = f->player_of[table->delegates[d].seat];
}

static void choose_blockers(SmyiFrame *f)
{
    const SmyScenario *scn = f->scn;
    for (size_t r = 0; r < scn->table.n_ratifiers; r++)
        f->blockers[f->n_blockers++] =
            (SmyiBlocker){.kind = SMYI_BLOCKER_RATIFIER,
                          .index = scn->table.ratifiers[r].actor,
                          .leader = SMYI_NONE,
                          .tolerance = scn->table.ratifiers[r].tolerance / 100};
    for (size_t a = 0; a < f->n_actors; a++)
        for (size_t p = 0; p < scn->actors[a].n_publics; p++)
            f->blockers[f->n_blockers++] =
                (SmyiBlocker){.kind = SMYI_BLOCKER_PUBLIC,
                              .index = scn->actors[a].publics[p].actor,
                              .leader = (int)a,
                              .tolerance = scn->actors[a].publics[p].tolerance / 100};
    for (size_t c = 0; c < scn->n_constraints; c++)
        f->blockers[f->n_blockers++] = (SmyiBlocker){
            .kind = SMYI_BLOCKER_CONSTRAINT, .index = (int)c, .leader = SMYI_NONE};
}

/* Row of an input among the correlated ones, added where it is new. */
static size_t correlated_row(SmyiFrame *f, int input)
{
    size_t row = 0;
    while (row < f->n_correlated && f->correlated[row] != input)
        row++;
    if (row == f->n_correlated)
        f->correlated[f->n_correlated++] = input;
    return row;
}

static void fill_correlations(SmyiFrame *f, double *matrix)
{
    const SmyScenario *scn = f->scn;
    size_t n = f->n_correlated;
    for (size_t j = 0; j < n; j++)
        matrix[j * n + j] = 1;
    for (size_t c = 0; c < scn->n_correlations; c++) {
        size_t i = correlated_row(f, scn->correlations[c].between[0]);
        size_t j = correlated_row(f, scn->correlations[c].between[1]);
        matrix[i * n + j] = matrix[j * n + i] =
            smyi_normal_correlation(scn->correlations[c].spearman);
    }
}

static SmyCode correlate(SmyiFrame *f, SmyiArena *mem, SmyError *err)
{
    const SmyScenario *scn = f->scn;
    f->correlated = SMYI_NEW(mem, 2 * scn->n_correlations, int);
    for (size_t c = 0; f->correlated && c < scn->n_correlations; c++)
        for (int end = 0; end < 2; end++)
            (void)correlated_row(f, scn->correlations[c].between[end]);
    size_t n = f->n_correlated;
    f->factor = SMYI_NEW(mem, n * n, double);
    double *copy = SMYI_NEW(mem, n * n, double);
    if (!f->correlated || !f->factor || !copy)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    fill_correlations(f, f->factor);
    fill_correlations(f, copy);
    if (smyi_cholesky(f->factor, n))
        return SMY_OK;
    return smyi_fail_at(
        err, SMY_ERR_CONFLICT, scn->correlations[0].place,
        "make some of them weaker: pairs that are not given count as 0",
        "the correlations contradict each other: the smallest eigenvalue of "
        "their matrix is %g and must be above 0",
        smyi_least_eigenvalue(copy, n));
}

SmyCode smyi_frame_new(const SmyScenario *scn, bool stated, bool quadratic, SmyiArena *mem,
                       SmyiFrame *frame, SmyError *err)
{
    size_t n = scn->n_actors, n_blockers = scn->table.n_ratifiers + scn->n_constraints;
    for (size_t a = 0; a < n; a++)
        n_blockers += scn->actors[a].n_publics;
    *frame = (SmyiFrame){
        .scn = scn,
        .stated = stated,
        .quadratic = quadratic,
        .n_actors = n,
        .n_issues = scn->n_issues,
        .n_inputs = scn->n_inputs,
        .players = SMYI_NEW(mem, n, int),
        .player_of = SMYI_NEW(mem, n, int),
        .seat_of = SMYI_NEW(mem, n, int),
        .seated = SMYI_NEW(mem, n, unsigned char),
        .blockers = SMYI_NEW(mem, n_blockers, SmyiBlocker),
        .holds = SMYI_NEW(mem, n, unsigned char),
        .estimates = SMYI_NEW(mem, scn->n_inputs, SmyiEstimate),
    };
    if (!frame->players || !frame->player_of || !frame->seat_of || !frame->seated ||
        !frame->blockers || !frame->estimates || !frame->holds)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    choose_players(frame);
    choose_seats(frame);
    choose_blockers(frame);
    for (size_t i = 0; i < scn->n_inputs; i++)
        frame->estimates[i] = scn->inputs[i].estimate;
    for (size_t s = 0; s < n * scn->n_issues; s++)
        frame->holds[s / scn->n_issues] |= scn->stances[s].position != SMYI_NONE;
    return correlate(frame, mem, err);
}
