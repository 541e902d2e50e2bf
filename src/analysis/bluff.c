/* SPDX-License-Identifier: Apache-2.0 */
/* What is said against what is meant: who says what, and the whole question. */
#include "analysis/bluff.h"

#include <string.h>

#include "analysis/game.h"
#include "base/error.h"

/* ---- Promises ---- */

static bool matters(const SmyScenario *scn, size_t a)
{
    bool is_heard = scn->table.role[a] == SMYI_ROLE_SEAT;
    for (size_t r = 0; r < scn->table.n_ratifiers; r++)
        is_heard |= scn->table.ratifiers[r].actor == (int)a;
    return is_heard;
}

static bool add_promises(SmyiBluff *b, SmyiArena *mem)
{
    const SmyScenario *scn = b->scn;
    b->promises = SMYI_NEW(mem, scn->n_actors * (scn->n_issues + 1), SmyiPromise);
    b->sides = SMYI_NEW(mem, scn->n_actors, int);
    if (!b->promises || !b->sides)
        return false;
    for (size_t a = 0; a < scn->n_actors; a++) {
        size_t before = b->n_promises;
        const SmyiActor *actor = &scn->actors[a];
        if (!matters(scn, a))
            continue;
        for (size_t i = 0; i < scn->n_issues; i++) {
            const SmyiStance *stance = &scn->stances[a * scn->n_issues + i];
            if (stance->position != SMYI_NONE && stance->stated != SMYI_NONE)
                b->promises[b->n_promises++] =
                    (SmyiPromise){(int)a, (int)i, stance->position, stance->stated};
        }
        if (actor->no_deal != SMYI_NONE && actor->no_deal_stated != SMYI_NONE)
            b->promises[b->n_promises++] =
                (SmyiPromise){(int)a, SMYI_NONE, actor->no_deal, actor->no_deal_stated};
        if (b->n_promises > before)
            b->sides[b->n_sides++] = (int)a;
    }
    return true;
}

/* ---- Solved as it is said, judged as it is meant ---- */

void smyi_say(const SmyiBluff *b, const bool *marked, double t, const SmyiSituation *meant,
              SmyiSituation *said)
{
    const SmyiFrame *f = &b->frame;
    size_t n = meant->n_lanes, cells = f->n_actors * f->n_issues * n;
    memcpy(said->value, meant->value, f->n_inputs * n * sizeof *said->value);
    for (size_t p = 0; p < b->n_promises; p++) {
        const SmyiPromise *promise = &b->promises[p];
        double *to = said->value + (size_t)promise->meant * n;
        const double *from = meant->value + (size_t)promise->meant * n;
        const double *word = meant->value + (size_t)promise->stated * n;
        for (size_t k = 0; marked[p] && k < n; k++)
            to[k] = from[k] + t * (word[k] - from[k]);
    }
    smyi_situation_derive(f, n, said);
    memcpy(said->accept_low, meant->accept_low, cells * sizeof *said->accept_low);
    memcpy(said->accept_high, meant->accept_high, cells * sizeof *said->accept_high);
}

SmyCode smyi_judge_said(const SmyiFrame *f, const SmyiSituation *said,
                        const SmyiSituation *judged, const SmyiSeating *seating,
                        const SmyiSolver *solver, const double *u, SmyiArena *mem,
                        SmyiVerdict *v)
{
    SmyiMark mark = smyi_arena_mark(mem);
    SmyiGame game;
    SmyCode code = SMY_ERR_NOMEM;
    v->n_lanes = said->n_lanes;
    if (smyi_game_new(f, said, seating, solver->model->info.needs, false, mem, &game))
        code = smyi_model_solve(solver->model, &game, solver->options, u, mem, &v->outcome);
    smyi_arena_rewind(mem, mark);
    if (code == SMY_OK)
        smyi_judge_solved(f, judged, seating, v);
    return code;
}

/* ---- The whole ---- */

static SmyCode prepare(SmyiBluff *b, SmyiArena *mem, SmyError *err)
{
    const SmyRunOptions *o = b->options;
    SmyCode code = smyi_solvers_new(o->models, o->model_options, o->n_model_options, mem,
                                    &b->solvers, &b->n_solvers, err);
    if (code == SMY_OK)
        code = smyi_frame_new(b->scn, false, o->quadratic_loss, mem, &b->frame, err);
    if (code != SMY_OK)
        return code;
    b->seating = SMYI_NEW(mem, b->frame.n_players, SmyiSeating);
    if (!b->seating || !smyi_situation_new(&b->frame, 1, mem, &b->meant) ||
        !add_promises(b, mem))
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    smyi_situation_points(&b->frame, 1, &b->meant);
    smyi_seating_of_file(&b->frame, 1, b->seating);
    return SMY_OK;
}

/* The scenario as it is: heads, and the state that what is believed is compared with. */
static SmyCode run(SmyiBluff *b, SmyError *err)
{
    SmyRunOptions asked = *b->options;
    asked.draws = 0;
    asked.with_seats = false;
    asked.stated_positions = false;
    asked.progress = NULL;
    return smy_run(b->scn, &asked, &b->run, err);
}

static SmyCode find(SmyiBluff *b, SmyiArena *mem, SmyError *err)
{
    SmyCode code = prepare(b, mem, err);
    if (code == SMY_OK)
        code = run(b, err);
    if (code == SMY_OK)
        code = smyi_bluff_beliefs(b, mem);
    if (code == SMY_OK)
        code = smyi_bluff_ways(b, mem);
    if (code == SMY_OK)
        code = smyi_bluff_win_sets(b, mem);
    return code;
}

SmyCode smy_bluff(const SmyScenario *scenario, const SmyRunOptions *options,
                  SmyResult **out, SmyError *err)
{
    SmyRunOptions defaults;
    smy_run_options_init(&defaults);
    SmyiBluff b = {.scn = scenario, .options = options ? options : &defaults};
    SmyiArena mem = {0};
    SmyResult *result = NULL;
    *out = NULL;
    SmyCode code = find(&b, &mem, err);
    if (code == SMY_OK && (result = smyi_result_new()))
        smyi_bluff_to_tree(&b, result);
    if (code == SMY_ERR_NOMEM || (code == SMY_OK && (!result || result->failed)))
        code = smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    smy_result_free(b.run);
    smyi_arena_free(&mem);
    if (code == SMY_OK)
        *out = result;
    else
        smy_result_free(result);
    return code;
}
