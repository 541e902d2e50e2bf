/* SPDX-License-Identifier: Apache-2.0 */
/* What stays fixed while a scenario is questioned. */
#include "analysis/frame.h"

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
        .n_correlated = scn->n_correlated,
        .correlated = scn->correlated,
        .factor = scn->factor,
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
    return SMY_OK;
}
