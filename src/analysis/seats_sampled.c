/* SPDX-License-Identifier: Apache-2.0 */
/* Seats by sampled orders of sitting down: the mean change, with its standard error. */
#include <math.h>
#include <string.h>

#include "analysis/seats_work.h"
#include "base/random.h"
#include "base/sums.h"

enum { ORDERS_A_PIECE = 16 };

/* Order r: a Fisher-Yates shuffle from the numbers of draw r of the permutations' stream. */
static void shuffle(const SmyiSeatsJob *job, uint64_t order, size_t *seat)
{
    for (size_t c = 0; c < job->k; c++)
        seat[c] = c;
    for (size_t c = job->k; c > 1; c--) {
        double u = smyi_uniform(job->options->seed, SMYI_STREAM_PERMUTATIONS, order, c - 2);
        size_t other = (size_t)(u * (double)c), kept = seat[c - 1];
        seat[c - 1] = seat[other];
        seat[other] = kept;
    }
}

/* Lane j of the seating: the first `from + j` of the order sit. */
static void seat_prefixes(const SmyiSeatsJob *job, const size_t *order, size_t from,
                          SmyiSeating *seating)
{
    smyi_seat_fixed(job, SMYI_BLOCK, seating);
    for (size_t place = 0; place < job->k; place++) {
        size_t player = (size_t)job->frame->player_of[job->candidates[order[place]]];
        for (size_t j = 0; j < SMYI_BLOCK; j++)
            seating[player * SMYI_BLOCK + j] = from + j > place;
    }
}

/* The changes from prefix to prefix: seat order[from + j] sits down between lanes j and j + 1. */
static void add_changes(const SmyiSeatsJob *job, const SmyiVerdict *v, const size_t *order,
                        size_t from, size_t index)
{
    size_t actors = job->frame->n_actors, base = index * job->k * actors;
    for (size_t j = 0; j + 1 < SMYI_BLOCK && from + j < job->k; j++)
        for (size_t b = 0; b < actors; b++) {
            const double *worth = v->worth + b * SMYI_BLOCK + j;
            double change = 100 * (worth[1] - worth[0]);
            size_t cell = base + order[from + j] * actors + b;
            smyi_add(&job->sum[cell], &job->lost[cell], change);
            job->square[cell] += change * change;
        }
}

static SmyCode piece(void *cookie, size_t index, SmyiArena *mem)
{
    const SmyiSeatsJob *job = cookie;
    uint64_t first = (uint64_t)index * ORDERS_A_PIECE;
    SmyiSeating *seating = SMYI_NEW(mem, job->frame->n_players * SMYI_BLOCK, SmyiSeating);
    size_t *order = SMYI_NEW(mem, job->k, size_t);
    SmyiVerdict v;
    if (!seating || !order ||
        !smyi_verdict_new(job->frame, job->solver, SMYI_BLOCK, mem, &v))
        return SMY_ERR_NOMEM;
    for (uint64_t r = first; r < first + ORDERS_A_PIECE && r < job->out->orders; r++) {
        shuffle(job, r, order);
        for (size_t from = 0; from < job->k; from += SMYI_BLOCK - 1) {
            seat_prefixes(job, order, from, seating);
            SmyCode code = smyi_judge_tables(job, &job->points, seating, mem, &v);
            if (code != SMY_OK)
                return code;
            add_changes(job, &v, order, from, index);
            smyi_meet(job, &job->points, seating, &v, r * (job->k + SMYI_BLOCK) + from,
                      &job->met[index]);
        }
    }
    return SMY_OK;
}

static void merge(const SmyiSeatsJob *job, size_t n_pieces)
{
    size_t cells = job->k * job->frame->n_actors;
    double orders = (double)job->out->orders;
    for (size_t cell = 0; cell < cells; cell++) {
        double sum = 0, lost = 0, square = 0;
        for (size_t p = 0; p < n_pieces; p++) {
            smyi_add(&sum, &lost, job->sum[p * cells + cell]);
            smyi_add(&sum, &lost, job->lost[p * cells + cell]);
            square += job->square[p * cells + cell];
        }
        double mean = (sum + lost) / orders;
        double variance = (square - orders * mean * mean) / (orders - 1);
        job->out->shapley[cell] = mean;
        job->out->shapley_error[cell] = sqrt(fmax(variance, 0) / orders);
    }
}

/* The best table met was a prefix of an order: lay it out again. */
static void best_of_prefix(const SmyiSeatsJob *job, const SmyiMet *met, SmyiAim aim,
                           size_t *order)
{
    SmyiBest *best = &job->out->best[aim];
    best->found = met->found[aim];
    best->value = met->value[aim];
    best->n_seated = met->n_seated[aim];
    if (!best->found)
        return;
    uint64_t stride = job->k + SMYI_BLOCK;
    shuffle(job, met->table[aim] / stride, order);
    for (size_t place = 0; place < job->k && place < met->table[aim] % stride; place++)
        best->seated[order[place]] = 1;
}

SmyCode smyi_seats_sampled(SmyiSeatsJob *job, SmyiArena *mem)
{
    uint64_t orders = job->options->budget / (job->k + 1);
    job->out->orders = orders < 2 ? 2 : orders;
    job->out->solves = job->out->orders * (job->k + 1);
    size_t n_pieces = (size_t)((job->out->orders + ORDERS_A_PIECE - 1) / ORDERS_A_PIECE);
    size_t cells = n_pieces * job->k * job->frame->n_actors;
    SmyiMark mark = smyi_arena_mark(mem);
    job->sum = SMYI_NEW(mem, cells, double);
    job->lost = SMYI_NEW(mem, cells, double);
    job->square = SMYI_NEW(mem, cells, double);
    job->met = SMYI_NEW(mem, n_pieces, SmyiMet);
    size_t *order = SMYI_NEW(mem, job->k, size_t);
    SmyCode code =
        job->sum && job->lost && job->square && job->met && order ? SMY_OK : SMY_ERR_NOMEM;
    job->options->progress->step = ORDERS_A_PIECE * (job->k + 1);
    job->options->progress->total = job->out->solves;
    if (code == SMY_OK)
        code = smyi_parallel(n_pieces, job->options->threads, piece, job,
                             smyi_progress_tick, job->options->progress, NULL);
    if (code == SMY_OK) {
        merge(job, n_pieces);
        for (size_t p = 1; p < n_pieces; p++)
            for (int aim = 0; aim < SMYI_N_AIMS; aim++)
                if (job->met[p].found[aim])
                    smyi_meet_one(&job->met[0], (SmyiAim)aim, job->met[p].value[aim],
                                  job->met[p].n_seated[aim], job->met[p].table[aim]);
        best_of_prefix(job, &job->met[0], SMYI_AIM_LEAST_GAIN, order);
        best_of_prefix(job, &job->met[0], SMYI_AIM_SETTLED, order);
    }
    smyi_arena_rewind(mem, mark);
    return code;
}
