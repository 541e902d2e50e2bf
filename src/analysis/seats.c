/* SPDX-License-Identifier: Apache-2.0 */
/* The price of every seat at the file's table, and over all tables. */
#include "analysis/seats.h"

#include <math.h>
#include <string.h>

#include "analysis/seats_work.h"

const char *smyi_aim_text(SmyiAim aim)
{
    static const char *const texts[] = {"least_gain", "settled", "agreement"};
    return texts[aim];
}

void smyi_seat_fixed(const SmyiSeatsJob *job, size_t n_lanes, SmyiSeating *seating)
{
    const SmyiFrame *f = job->frame;
    smyi_seating_of_file(f, n_lanes, seating);
    for (size_t c = 0; c < job->k; c++)
        memset(seating + (size_t)f->player_of[job->candidates[c]] * n_lanes, 0, n_lanes);
}

SmyCode smyi_judge_tables(const SmyiSeatsJob *job, const SmyiSituation *points,
                          const SmyiSeating *seating, SmyiArena *mem, SmyiVerdict *v)
{
    return smyi_judge(job->frame, points, seating, job->solver, NULL, mem, v);
}

void smyi_meet_one(SmyiMet *met, SmyiAim aim, double value, size_t n_seated, uint64_t table)
{
    if (value != value)
        return;
    bool better = !met->found[aim] || value > met->value[aim] + 1e-12 ||
                  (value > met->value[aim] - 1e-12 && n_seated < met->n_seated[aim]);
    if (!better)
        return;
    met->found[aim] = true;
    met->value[aim] = value;
    met->n_seated[aim] = n_seated;
    met->table[aim] = table;
}

void smyi_meet(const SmyiSeatsJob *job, const SmyiSituation *points,
               const SmyiSeating *seating, const SmyiVerdict *v, uint64_t first,
               SmyiMet *met)
{
    const SmyiFrame *f = job->frame;
    size_t n = v->n_lanes;
    double least[SMYI_BLOCK], settled[SMYI_BLOCK] = {0};
    size_t seated[SMYI_BLOCK] = {0};
    for (size_t k = 0; k < n; k++)
        least[k] = HUGE_VAL;
    for (size_t c = 0; c < job->k; c++) {
        SmyiGain gain;
        smyi_gain(f, points, seating, v, (size_t)job->candidates[c], &gain);
        for (size_t k = 0; k < n; k++)
            if (!(least[k] <= gain.total[k]) && least[k] == least[k])
                least[k] = gain.total[k];
    }
    for (size_t i = 0; i < f->n_issues; i++)
        for (size_t k = 0; k < n; k++)
            settled[k] += v->settled[i * n + k];
    for (size_t p = 0; p < f->n_players; p++)
        for (size_t k = 0; k < n; k++)
            seated[k] += seating[p * n + k];
    for (size_t k = 0; k < n; k++) {
        smyi_meet_one(met, SMYI_AIM_LEAST_GAIN, least[k], seated[k], first + k);
        smyi_meet_one(met, SMYI_AIM_SETTLED, settled[k], seated[k], first + k);
    }
}

void smyi_best_of_mask(const SmyiSeatsJob *job, const SmyiMet *met, SmyiAim aim)
{
    SmyiBest *best = &job->out->best[aim];
    best->found = met->found[aim];
    best->value = met->value[aim];
    best->n_seated = met->n_seated[aim];
    for (size_t c = 0; c < job->k && best->found; c++)
        best->seated[c] = met->table[aim] >> c & 1;
}

/* What lane 0 has over lane `lane`, seen from a candidate who sits; else the other way round. */
static double change_of(const double *of, size_t lane, double unit, bool sits)
{
    double change = unit * (of[0] - of[lane]);
    return sits ? change : 0 - change;
}

static void value_seats(SmyiSeatsJob *job, const SmyiSeating *seating, const SmyiVerdict *v,
                        size_t first)
{
    const SmyiFrame *f = job->frame;
    for (size_t b = 0; b < f->n_actors; b++) {
        SmyiGain gain;
        smyi_gain(f, &job->points, seating, v, b, &gain);
        for (size_t c = first; c < job->k && c - first < SMYI_BLOCK - 1; c++) {
            bool sits = f->seated[f->player_of[job->candidates[c]]];
            size_t cell = c * f->n_actors + b, lane = 1 + c - first;
            job->out->seat_value[cell] =
                change_of(v->worth + b * SMYI_BLOCK, lane, 100, sits);
            job->out->seat_gain[cell] = change_of(gain.total, lane, 1, sits);
        }
    }
}

/* Lane 0: the file's table; lane 1 + c: with candidate c's seat toggled; a block at a time. */
static SmyCode at_the_files_table(SmyiSeatsJob *job, SmyiArena *mem)
{
    const SmyiFrame *f = job->frame;
    SmyiMark mark = smyi_arena_mark(mem);
    SmyiVerdict v;
    SmyiSeating *seating = SMYI_NEW(mem, f->n_players * SMYI_BLOCK, SmyiSeating);
    bool ready = seating && smyi_verdict_new(f, job->solver, SMYI_BLOCK, mem, &v);
    SmyCode code = ready ? SMY_OK : SMY_ERR_NOMEM;
    for (size_t first = 0; first < job->k && code == SMY_OK; first += SMYI_BLOCK - 1) {
        smyi_seating_of_file(f, SMYI_BLOCK, seating);
        for (size_t c = first; c < job->k && c - first < SMYI_BLOCK - 1; c++)
            seating[(size_t)f->player_of[job->candidates[c]] * SMYI_BLOCK + 1 + c -
                    first] ^= 1;
        code = smyi_judge_tables(job, &job->points, seating, mem, &v);
        if (code == SMY_OK)
            value_seats(job, seating, &v, first);
    }
    smyi_arena_rewind(mem, mark);
    return code;
}

/* |T|! (k-|T|-1)! / k! */
static void shapley_weights(double *weight, size_t k)
{
    for (size_t s = 0; s < k; s++)
        weight[s] = s == 0 ? 1 / (double)k : weight[s - 1] * (double)s / (double)(k - s);
}

static bool new_job(const SmyiFrame *f, SmyiArena *mem, SmyiSeatsJob *job)
{
    size_t cells = job->k * f->n_actors;
    SmyiSeats *out = job->out;
    out->seat_value = SMYI_NEW(mem, cells, double);
    out->seat_gain = SMYI_NEW(mem, cells, double);
    out->shapley = SMYI_NEW(mem, cells, double);
    out->shapley_error = SMYI_NEW(mem, cells, double);
    for (size_t aim = 0; aim < SMYI_N_AIMS; aim++)
        if (!(out->best[aim].seated = SMYI_NEW(mem, job->k, unsigned char)))
            return false;
    job->weight = SMYI_NEW(mem, job->k, double);
    if (!out->seat_value || !out->seat_gain || !out->shapley || !out->shapley_error ||
        !job->weight || !smyi_situation_new(f, SMYI_BLOCK, mem, &job->points))
        return false;
    shapley_weights(job->weight, job->k);
    smyi_situation_points(f, SMYI_BLOCK, &job->points);
    return true;
}

SmyCode smyi_seats(const SmyiFrame *f, const SmyiSolver *solver,
                   const SmyiSeatsOptions *options, SmyiArena *mem, SmyiSeats *out)
{
    const SmyiTable *table = &f->scn->table;
    *out = (SmyiSeats){.n_candidates = table->n_candidates};
    SmyiSeatsJob job = {.frame = f,
                        .solver = solver,
                        .options = options,
                        .k = table->n_candidates,
                        .candidates = table->candidates,
                        .out = out};
    if (!new_job(f, mem, &job))
        return SMY_ERR_NOMEM;
    SmyCode code = at_the_files_table(&job, mem);
    out->exact = job.k <= SMYI_EXACT_SEATS && UINT64_C(1) << job.k <= options->budget;
    if (code == SMY_OK)
        code = out->exact ? smyi_seats_exact(&job, mem) : smyi_seats_sampled(&job, mem);
    if (code == SMY_OK && out->exact && options->chance_draws)
        code = smyi_seats_chance(&job, mem);
    return code;
}
