/* SPDX-License-Identifier: Apache-2.0 */
/* Seats over all 2^k tables: a piece is a run of tables, a lane is a table. */
#include <string.h>

#include "analysis/seats_work.h"
#include "base/random.h"
#include "base/sums.h"

enum { TABLES_A_PIECE = 64 * SMYI_BLOCK, PARTS = 8, LOW_BITS = 6 /* 2^6 = SMYI_BLOCK */ };

static uint64_t n_tables(const SmyiSeatsJob *job)
{
    return UINT64_C(1) << job->k;
}

static size_t count_bits(uint64_t mask)
{
    size_t n = 0;
    for (; mask; mask &= mask - 1)
        n++;
    return n;
}

static void seat_masks(const SmyiSeatsJob *job, uint64_t first, size_t n,
                       SmyiSeating *seating)
{
    smyi_seat_fixed(job, n, seating);
    for (size_t c = 0; c < job->k; c++) {
        SmyiSeating *row = seating + (size_t)job->frame->player_of[job->candidates[c]] * n;
        for (size_t k = 0; k < n; k++)
            row[k] = (first + k) >> c & 1;
    }
}

/*
 * phi_ab = sum over S with a of w(|S|-1) v_b(S), less the sum over S without a of w(|S|) v_b(S).
 * A block holds 64 tables that differ in their low bits alone: whether a candidate of a high
 * bit sits is the same in all of them, so that these share two rows of factors.
 */
typedef struct Factors {
    double with[SMYI_BLOCK], without[SMYI_BLOCK]; /* w(|S|-1) and -w(|S|) */
    double low[LOW_BITS][SMYI_BLOCK];             /* the one or the other, table by table */
} Factors;

static void fill_factors(const SmyiSeatsJob *job, uint64_t first, size_t n,
                         Factors *factors)
{
    for (size_t k = 0; k < n; k++) {
        uint64_t mask = first + k;
        size_t size = count_bits(mask);
        factors->with[k] = size > 0 ? job->weight[size - 1] : 0;
        factors->without[k] = size < job->k ? -job->weight[size] : 0;
        for (size_t c = 0; c < LOW_BITS && c < job->k; c++)
            factors->low[c][k] = mask >> c & 1 ? factors->with[k] : factors->without[k];
    }
}

/* A block's sum of products: PARTS running sums, then their sum in order. Same bits always. */
SMYI_KERNEL static double dot(const double *restrict x, const double *restrict y, size_t n)
{
    double part[PARTS] = {0}, sum = 0;
    for (size_t k = 0; k + PARTS <= n; k += PARTS)
        for (size_t j = 0; j < PARTS; j++)
            part[j] += x[k + j] * y[k + j];
    for (size_t j = 0; j < PARTS; j++)
        sum += part[j];
    for (size_t k = n - n % PARTS; k < n; k++)
        sum += x[k] * y[k];
    return sum;
}

static void add_block(const SmyiSeatsJob *job, const SmyiVerdict *v, uint64_t first,
                      const Factors *factors, double *sum, double *lost)
{
    size_t actors = job->frame->n_actors, n = v->n_lanes;
    for (size_t b = 0; b < actors; b++) {
        const double *worth = v->worth + b * n;
        double with = dot(factors->with, worth, n),
               without = dot(factors->without, worth, n);
        for (size_t c = 0; c < job->k; c++) {
            double change = c < LOW_BITS     ? dot(factors->low[c], worth, n)
                            : first >> c & 1 ? with
                                             : without;
            smyi_add(&sum[c * actors + b], &lost[c * actors + b], change);
        }
    }
}

static SmyCode piece(void *cookie, size_t index, SmyiArena *mem)
{
    const SmyiSeatsJob *job = cookie;
    size_t cells = job->k * job->frame->n_actors;
    uint64_t first = (uint64_t)index * TABLES_A_PIECE, last = first + TABLES_A_PIECE;
    if (last > n_tables(job))
        last = n_tables(job);
    SmyiSituation points = job->points;
    points.n_lanes = (size_t)(last - first < SMYI_BLOCK ? last - first : SMYI_BLOCK);
    SmyiSeating *seating = SMYI_NEW(mem, job->frame->n_players * SMYI_BLOCK, SmyiSeating);
    Factors *factors = SMYI_NEW(mem, 1, Factors);
    SmyiVerdict v;
    if (!seating || !factors ||
        !smyi_verdict_new(job->frame, job->solver, SMYI_BLOCK, mem, &v))
        return SMY_ERR_NOMEM;
    if (points.n_lanes <
        SMYI_BLOCK) { /* fewer than a block in all: lay the points out anew */
        if (!smyi_situation_new(job->frame, points.n_lanes, mem, &points))
            return SMY_ERR_NOMEM;
        smyi_situation_points(job->frame, (size_t)(last - first), &points);
    }
    size_t n = points.n_lanes;
    for (uint64_t table = first; table < last; table += n) {
        seat_masks(job, table, n, seating);
        SmyCode code = smyi_judge_tables(job, &points, seating, mem, &v);
        if (code != SMY_OK)
            return code;
        fill_factors(job, table, n, factors);
        add_block(job, &v, table, factors, job->sum + index * cells,
                  job->lost + index * cells);
        smyi_meet(job, &points, seating, &v, table, &job->met[index]);
    }
    return SMY_OK;
}

static void merge(const SmyiSeatsJob *job, size_t n_pieces)
{
    size_t cells = job->k * job->frame->n_actors;
    for (size_t cell = 0; cell < cells; cell++) {
        double sum = 0, lost = 0;
        for (size_t p = 0; p < n_pieces; p++) {
            smyi_add(&sum, &lost, job->sum[p * cells + cell]);
            smyi_add(&sum, &lost, job->lost[p * cells + cell]);
        }
        job->out->shapley[cell] = 100 * (sum + lost);
    }
    for (size_t p = 1; p < n_pieces; p++)
        for (int aim = 0; aim < SMYI_N_AIMS; aim++)
            if (job->met[p].found[aim])
                smyi_meet_one(&job->met[0], (SmyiAim)aim, job->met[p].value[aim],
                              job->met[p].n_seated[aim], job->met[p].table[aim]);
    smyi_best_of_mask(job, &job->met[0], SMYI_AIM_LEAST_GAIN);
    smyi_best_of_mask(job, &job->met[0], SMYI_AIM_SETTLED);
}

SmyCode smyi_seats_exact(SmyiSeatsJob *job, SmyiArena *mem)
{
    size_t n_pieces = (size_t)((n_tables(job) + TABLES_A_PIECE - 1) / TABLES_A_PIECE);
    size_t cells = job->k * job->frame->n_actors;
    SmyiMark mark = smyi_arena_mark(mem);
    job->sum = SMYI_NEW(mem, n_pieces * cells, double);
    job->lost = SMYI_NEW(mem, n_pieces * cells, double);
    job->met = SMYI_NEW(mem, n_pieces, SmyiMet);
    SmyCode code = job->sum && job->lost && job->met ? SMY_OK : SMY_ERR_NOMEM;
    job->options->progress->step = TABLES_A_PIECE;
    job->options->progress->total = n_tables(job);
    if (code == SMY_OK)
        code = smyi_parallel(n_pieces, job->options->threads, piece, job,
                             smyi_progress_tick, job->options->progress, NULL);
    if (code == SMY_OK)
        merge(job, n_pieces);
    job->out->solves = n_tables(job);
    smyi_arena_rewind(mem, mark);
    return code;
}

/* The chance of agreement: a piece is a block of draws, solved at every table in turn. */
typedef struct Chance {
    SmyiSeatsJob *job;
    unsigned char *agreed; /* [pieces x tables] lanes of the block that agree */
} Chance;

static SmyCode chance_piece(void *cookie, size_t index, SmyiArena *mem)
{
    const Chance *chance = cookie;
    const SmyiSeatsJob *job = chance->job;
    const SmyiFrame *f = job->frame;
    uint64_t draws = job->options->chance_draws, first = (uint64_t)index * SMYI_BLOCK;
    size_t n = (size_t)(draws - first < SMYI_BLOCK ? draws - first : SMYI_BLOCK);
    SmyiSituation sit;
    SmyiVerdict v;
    SmyiSeating *seating = SMYI_NEW(mem, f->n_players * n, SmyiSeating);
    double *u = SMYI_NEW(mem, f->n_issues * n, double);
    if (!seating || !u || !smyi_situation_new(f, n, mem, &sit) ||
        !smyi_verdict_new(f, job->solver, n, mem, &v))
        return SMY_ERR_NOMEM;
    smyi_situation_draw(f, job->options->seed, first, n, &sit);
    smyi_uniforms(job->options->seed, SMYI_STREAM_CHOICES, first, n, 0, f->n_issues, u);
    for (uint64_t table = 0; table < n_tables(job); table++) {
        smyi_seat_fixed(job, n, seating);
        for (size_t c = 0; c < job->k; c++)
            memset(seating + (size_t)f->player_of[job->candidates[c]] * n,
                   (int)(table >> c & 1), n);
        SmyCode code = smyi_judge(f, &sit, seating, job->solver, u, mem, &v);
        if (code != SMY_OK)
            return code;
        unsigned char agreed = 0;
        for (size_t k = 0; k < n; k++)
            agreed = (unsigned char)(agreed + v.agreed[k]);
        chance->agreed[index * n_tables(job) + table] = agreed;
    }
    return SMY_OK;
}

SmyCode smyi_seats_chance(SmyiSeatsJob *job, SmyiArena *mem)
{
    uint64_t draws = job->options->chance_draws, tables = n_tables(job);
    size_t n_pieces = (size_t)((draws + SMYI_BLOCK - 1) / SMYI_BLOCK);
    SmyiMark mark = smyi_arena_mark(mem);
    Chance chance = {.job = job, .agreed = SMYI_NEW(mem, n_pieces * tables, unsigned char)};
    SmyiMet met = {.found = {false}};
    SmyCode code = chance.agreed ? SMY_OK : SMY_ERR_NOMEM;
    job->options->progress->step = tables * SMYI_BLOCK;
    job->options->progress->total = tables * draws;
    if (code == SMY_OK)
        code = smyi_parallel(n_pieces, job->options->threads, chance_piece, &chance,
                             smyi_progress_tick, job->options->progress, NULL);
    for (uint64_t table = 0; table < tables && code == SMY_OK; table++) {
        uint64_t agreed = 0;
        for (size_t p = 0; p < n_pieces; p++)
            agreed += chance.agreed[p * tables + table];
        size_t seated = count_bits(table);
        smyi_meet_one(&met, SMYI_AIM_AGREEMENT, (double)agreed / (double)draws, seated,
                      table);
    }
    if (code == SMY_OK)
        smyi_best_of_mask(job, &met, SMYI_AIM_AGREEMENT);
    job->out->solves += tables * draws;
    smyi_arena_rewind(mem, mark);
    return code;
}
