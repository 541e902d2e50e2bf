/* SPDX-License-Identifier: Apache-2.0 */
/* One run: the points, the draws, the seats, the claims, and the answer. */
#include "summitry/run.h"

#include "analysis/answer.h"
#include "analysis/condition.h"
#include "analysis/convergence.h"
#include "analysis/flips.h"
#include "analysis/kept.h"
#include "analysis/rules.h"

void smy_run_options_init(SmyRunOptions *options)
{
    *options = (SmyRunOptions){
        .seed = 1,
        .draws = 10000,
        .language = "en",
        .with_seats = true,
        .with_claims = true,
        .with_flips = true,
        .seat_budget = UINT64_C(1) << 16,
        .matter_budget = UINT64_C(1) << 16,
    };
}

/* At the inputs' points: one lane. */
static SmyCode at_points(SmyiInquiry *answer, SmyiFinding *finding, bool with_claims)
{
    const SmyiFrame *f = answer->frame;
    SmyiArena *mem = answer->mem;
    if (!smyi_verdict_new(f, finding->solver, 1, mem, &finding->verdict))
        return SMY_ERR_NOMEM;
    SmyCode code = smyi_judge(f, &answer->points, answer->seating, finding->solver, NULL,
                              mem, &finding->verdict);
    if (code != SMY_OK || !with_claims)
        return code;
    finding->truth = SMYI_NEW(mem, f->scn->n_claims, signed char);
    SmyiFound found;
    if (!finding->truth || !smyi_found_new(f, finding->solver, 1, true, mem, &found))
        return SMY_ERR_NOMEM;
    SmyiView view = {.frame = f,
                     .situation = &answer->points,
                     .seating = answer->seating,
                     .verdict = &finding->verdict,
                     .solver = finding->solver,
                     .mem = mem,
                     .found = &found};
    for (size_t c = 0; c < f->scn->n_claims; c++)
        if (finding->silent)
            finding->truth[c] = -1;
        else
            smyi_condition(&view, &f->scn->claims[c].holds, &finding->truth[c]);
    return view.code;
}

/* A model that needs a procedure, say, where there is none: its points say so, and no more. */
static bool can_answer(const SmyiInquiry *answer, const SmyiSolver *solver)
{
    return !smyi_unmet_need(answer->frame->scn, solver->model->info.needs);
}

/* A formula costs microseconds a draw; a model that iterates, far more. */
static bool is_drawn(const SmyiInquiry *answer, const SmyiSolver *solver,
                     const SmyRunOptions *o)
{
    return can_answer(answer, solver) &&
           (!o->only_formulas || !solver->model->info.iterative);
}

static SmyiProgress listen(const SmyRunOptions *o, const char *what)
{
    return (SmyiProgress){.say = o->progress, .cookie = o->cookie, .what = what};
}

/* Which claims are asked in every draw. False: no memory. */
static bool choose_claims(SmyiInquiry *answer, const SmyRunOptions *o)
{
    const SmyScenario *scn = answer->frame->scn;
    if (!o->with_claims)
        return true;
    answer->claims_drawn = SMYI_NEW(answer->mem, scn->n_claims, bool);
    for (size_t c = 0; answer->claims_drawn && c < scn->n_claims; c++)
        answer->claims_drawn[c] =
            !o->only_formulas || !smyi_condition_asks_seats(&scn->claims[c].holds);
    return answer->claims_drawn != NULL;
}

/* Draws go up in powers of two, which Sobol points like, and do not hang on what is found. */
static uint64_t first_step(const SmyRunOptions *o)
{
    return o->until_error > 0 && o->draws > 1024 ? 1024 : o->draws;
}

static uint64_t next_step(const SmyRunOptions *o, uint64_t draws)
{
    return 2 * draws < o->draws ? 2 * draws : o->draws;
}

static bool is_sure(const SmyiInquiry *answer)
{
    return smyi_least_sure(answer, answer->claims_alone).error <= answer->until_error;
}

static void take_tallies(SmyiInquiry *answer, const SmyiSolver *solvers,
                         const SmyiMonteCarlo *drawn, const SmyRunOptions *o)
{
    size_t n = 0;
    answer->draws = drawn->asked;
    answer->draws_done = drawn->done;
    answer->partial |= drawn->done < drawn->asked;
    for (size_t s = 0; s < answer->n_findings; s++)
        if (is_drawn(answer, &solvers[s], o))
            answer->findings[s].tally = &drawn->tally[n++];
}

static SmyCode draw(SmyiInquiry *answer, const SmyiSolver *solvers, SmyiMonteCarlo *drawn,
                    const SmyRunOptions *o)
{
    const SmyiFrame *f = answer->frame;
    SmyiProgress progress = listen(o, "draws");
    SmyiSolver *chosen = SMYI_NEW(answer->mem, answer->n_findings, SmyiSolver);
    size_t n = 0;
    if (!chosen || !choose_claims(answer, o))
        return SMY_ERR_NOMEM;
    for (size_t s = 0; s < answer->n_findings; s++)
        if (is_drawn(answer, &solvers[s], o))
            chosen[n++] = solvers[s];
    if (n == 0)
        return SMY_OK;
    SmyiPoints points;
    SmyCode code = smyi_points_new(o->points, o->seed, f->n_inputs, f->n_issues,
                                   answer->mem, &points, NULL);
    SmyKept *kept = o->until_error > 0 ? NULL : o->kept;
    if (code == SMY_OK &&
        !smyi_kept_prepare(kept, f, chosen, n, answer->claims_drawn, o, drawn))
        return SMY_ERR_NOMEM;
    for (uint64_t draws = first_step(o); code == SMY_OK; draws = next_step(o, draws)) {
        code = smyi_monte_carlo(f, chosen, n, &points, draws, answer->claims_drawn,
                                o->threads, &progress, answer->mem, drawn);
        if (code == SMY_OK)
            take_tallies(answer, solvers, drawn, o);
        if (draws == o->draws || answer->partial || is_sure(answer))
            break;
    }
    return code;
}

/* A model that iterates may spend less on seats before it samples. */
static uint64_t budget(const SmyRunOptions *o, const SmyiSolver *solver)
{
    uint64_t solves = solver->model->info.iterative ? o->seat_budget / 16 : o->seat_budget;
    return solves < 2 ? 2 : solves;
}

static SmyCode value_seats(SmyiInquiry *answer, const SmyRunOptions *o)
{
    for (size_t s = 0; s < answer->n_findings && !answer->partial; s++) {
        SmyiFinding *finding = &answer->findings[s];
        if (finding->silent)
            continue;
        SmyiSeats *seats = SMYI_NEW(answer->mem, 1, SmyiSeats);
        const char *what = smyi_arena_print(answer->mem, "tables under %s",
                                            finding->solver->model->info.id);
        SmyiProgress progress = listen(o, what);
        if (!seats || !what)
            return SMY_ERR_NOMEM;
        SmyiSeatsOptions options = {.budget = budget(o, finding->solver),
                                    .chance_draws = o->table_draws,
                                    .seed = o->seed,
                                    .threads = o->threads,
                                    .progress = &progress};
        SmyCode code =
            smyi_seats(answer->frame, finding->solver, &options, answer->mem, seats);
        if (code == SMY_ERR_CANCELLED)
            answer->partial = true;
        else if (code != SMY_OK)
            return code;
        else
            finding->seats = seats;
    }
    return SMY_OK;
}

static SmyCode find_flips(SmyiInquiry *answer, const SmyiSolver *solvers)
{
    answer->flips = SMYI_NEW(answer->mem, 1, SmyiFlips);
    return answer->flips ? smyi_flips(answer->frame, solvers, answer->n_findings,
                                      answer->mem, answer->flips)
                         : SMY_ERR_NOMEM;
}

/* Everything but the tree. */
static SmyCode find(SmyiInquiry *answer, const SmyiSolver *solvers, const SmyRunOptions *o)
{
    const SmyiFrame *f = answer->frame;
    SmyiArena *mem = answer->mem;
    SmyiMonteCarlo *drawn = SMYI_NEW(mem, 1, SmyiMonteCarlo);
    answer->findings = SMYI_NEW(mem, answer->n_findings, SmyiFinding);
    answer->seating = SMYI_NEW(mem, f->n_players, SmyiSeating);
    answer->row = SMYI_NEW(mem, o->draws, double);
    if (!drawn || !answer->findings || !answer->seating || !answer->row ||
        !smyi_situation_new(f, 1, mem, &answer->points))
        return SMY_ERR_NOMEM;
    smyi_situation_points(f, 1, &answer->points);
    smyi_seating_of_file(f, 1, answer->seating);
    SmyCode code = SMY_OK;
    for (size_t s = 0; s < answer->n_findings && code == SMY_OK; s++) {
        answer->findings[s].solver = &solvers[s];
        answer->findings[s].silent = !can_answer(answer, &solvers[s]);
        code = at_points(answer, &answer->findings[s], o->with_claims);
    }
    if (code == SMY_OK && o->draws)
        code = draw(answer, solvers, drawn, o);
    if (code == SMY_OK && o->draws && o->matter_budget && !o->only_formulas &&
        !answer->partial)
        code = smyi_answer_find_matters(answer, solvers, o);
    if (code == SMY_OK && o->draws && o->with_claims && o->with_flips &&
        !o->only_formulas && !answer->partial)
        code = find_flips(answer, solvers);
    if (code == SMY_OK && o->with_seats)
        code = value_seats(answer, o);
    return code;
}

/* Everything, and the tree. */
static SmyCode answer_all(SmyiInquiry *answer, const SmyiSolver *solvers,
                          const SmyRunOptions *o, SmyError *err)
{
    SmyCode code = find(answer, solvers, o);
    if (code == SMY_OK && !(answer->result = smyi_result_new()))
        code = SMY_ERR_NOMEM;
    if (code == SMY_OK)
        smyi_answer_write(answer);
    if (code == SMY_OK && answer->result->failed)
        code = SMY_ERR_NOMEM;
    return code == SMY_OK ? SMY_OK : smyi_fail(err, code, "%s", smy_code_text(code));
}

SmyCode smy_run(const SmyScenario *scenario, const SmyRunOptions *options, SmyResult **out,
                SmyError *err)
{
    SmyRunOptions defaults;
    smy_run_options_init(&defaults);
    const SmyRunOptions *o = options ? options : &defaults;
    SmyiArena mem = {0};
    SmyiFrame frame;
    SmyiSolver *solvers;
    SmyiInquiry answer = {.frame = &frame,
                          .language = o->language ? o->language : "en",
                          .seed = o->seed,
                          .draws = o->draws,
                          .with_rounds = o->with_rounds,
                          .drawn_as = o->points,
                          .until_error = o->until_error,
                          .most_draws = o->draws,
                          .claims_alone = o->error_of_claims,
                          .shows_convergence = o->with_convergence || o->until_error > 0,
                          .mem = &mem};
    *out = NULL;
    SmyCode code = smyi_solvers_new(o->models, o->model_options, o->n_model_options, &mem,
                                    &solvers, &answer.n_findings, err);
    if (code == SMY_OK)
        code = smyi_frame_new(scenario, o->stated_positions, o->quadratic_loss, &mem,
                              &frame, err);
    if (code == SMY_OK)
        code = answer_all(&answer, solvers, o, err);
    smyi_arena_free(&mem);
    if (code != SMY_OK) {
        smy_result_free(answer.result);
        return code;
    }
    *out = answer.result;
    return SMY_OK;
}
