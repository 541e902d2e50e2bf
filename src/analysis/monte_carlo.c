/* SPDX-License-Identifier: Apache-2.0 */
/* Draws of the inputs, solved with every model. */
#include "analysis/monte_carlo.h"

#include <math.h>
#include <string.h>

#include "analysis/condition.h"
#include "analysis/grid.h"
#include "analysis/kept.h"
#include "analysis/situation.h"
#include "analysis/verdict.h"
#include "base/sums.h"

/* What one piece of draws adds to a tally; summed up in the order of the pieces. */
typedef struct Part {
    uint32_t agreed;
    uint32_t *settled, *holds, *undefined;
    double *mass; /* [issues x SMYI_GRID] sum over the piece */
} Part;

typedef struct Job {
    const SmyiFrame *frame;
    const SmyiSolver *solvers;
    size_t n_solvers, n_claims;
    const bool *claims; /* [n_claims] asked */
    const SmyiPoints *points;
    uint64_t draws;
    SmyiMonteCarlo *out;
    size_t first_piece; /* those before are done */
    Part *parts;        /* [pieces x solvers] */
    size_t *kept_as;  /* [n_solvers] where out->kept has the model; NULL: nothing is kept */
    bool *new_claims; /* [n_claims] asked, and not counted in what is kept */
    bool any_new;
} Job;

/* Whether what the model gave in these draws stands in out->kept. */
static bool is_kept(const Job *job, size_t s)
{
    return job->kept_as && job->kept_as[s] < job->out->kept->n_solvers;
}

/* Positions in 0..1 in the unit of the issue. */
SMYI_KERNEL static void put_units(size_t n, double low, double range,
                                  const double *restrict x, double *restrict out)
{
    for (size_t k = 0; k < n; k++)
        out[k] = low + range * x[k];
}

static void keep_rows(const Job *job, SmyiView *view, uint64_t first, SmyiTally *tally)
{
    const SmyiFrame *f = job->frame;
    const SmyiVerdict *v = view->verdict;
    size_t n = v->n_lanes;
    for (size_t a = 0; a < f->n_actors; a++) {
        SmyiGain room;
        memcpy(tally->gain + a * job->draws + first, smyi_view_gain(view, a, &room)->total,
               n * sizeof(double));
    }
    for (size_t i = 0; i < f->n_issues; i++) {
        const SmyiIssue *issue = &f->scn->issues[i];
        put_units(n, issue->low, issue->high - issue->low, v->point + i * n,
                  tally->point + i * job->draws + first);
        put_units(n, issue->low, issue->high - issue->low, v->outcome.point + i * n,
                  tally->solution + i * job->draws + first);
    }
}

/* Sums of their own: what is counted into might else be one of the flags. */
static uint32_t number_of(size_t n, const unsigned char *flags)
{
    uint32_t sum = 0;
    for (size_t k = 0; k < n; k++)
        sum += flags[k];
    return sum;
}

static void count(const Job *job, const SmyiVerdict *v, Part *part)
{
    size_t n = v->n_lanes, m = job->frame->n_issues;
    part->agreed += number_of(n, v->agreed);
    for (size_t i = 0; i < m; i++)
        part->settled[i] += number_of(n, v->settled + i * n);
    for (size_t i = 0; i < m && part->mass; i++)
        smyi_distributions_on_grid(&v->outcome, n, i, part->mass + i * SMYI_GRID);
}

static void count_claims(const Job *job, const bool *claims, SmyiView *view, Part *part)
{
    for (size_t c = 0; c < job->n_claims; c++) {
        signed char truth[SMYI_BLOCK];
        if (!claims[c])
            continue;
        smyi_condition(view, &job->frame->scn->claims[c].holds, truth);
        uint32_t holds = 0, undefined = 0;
        for (size_t k = 0; k < view->verdict->n_lanes; k++) {
            holds += truth[k] == 1;
            undefined += truth[k] < 0;
        }
        part->holds[c] += holds;
        part->undefined[c] += undefined;
    }
}

/* What one piece of work keeps from block to block. */
typedef struct Desk {
    SmyiSituation sit;
    SmyiSeating *seating;  /* [players x SMYI_BLOCK] */
    double *u;             /* [issues x SMYI_BLOCK] */
    SmyiVerdict *verdicts; /* [solvers] */
    SmyiFound *found;      /* [solvers] */
} Desk;

static bool asks_seats(const Job *job)
{
    for (size_t c = 0; c < job->n_claims; c++)
        if (job->claims[c] && smyi_condition_asks_seats(&job->frame->scn->claims[c].holds))
            return true;
    return false;
}

static bool new_desk(const Job *job, SmyiArena *mem, Desk *desk)
{
    const SmyiFrame *f = job->frame;
    desk->seating = SMYI_NEW(mem, f->n_players * SMYI_BLOCK, SmyiSeating);
    desk->u = SMYI_NEW(mem, f->n_issues * SMYI_BLOCK, double);
    desk->verdicts = SMYI_NEW(mem, job->n_solvers, SmyiVerdict);
    desk->found = SMYI_NEW(mem, job->n_solvers, SmyiFound);
    if (!desk->seating || !desk->u || !desk->verdicts || !desk->found ||
        !smyi_situation_new(f, SMYI_BLOCK, mem, &desk->sit))
        return false;
    bool with_tables = asks_seats(job);
    for (size_t s = 0; s < job->n_solvers; s++)
        if (!smyi_verdict_new(f, &job->solvers[s], SMYI_BLOCK, mem, &desk->verdicts[s]) ||
            !smyi_found_new(f, &job->solvers[s], SMYI_BLOCK, with_tables, mem,
                            &desk->found[s]))
            return false;
    return true;
}

/* Solves, and judges what came; what is kept is judged alone. */
static SmyCode judge(const Job *job, Desk *desk, size_t s, uint64_t first, SmyiArena *mem)
{
    SmyiVerdict *v = &desk->verdicts[s];
    size_t m = job->frame->n_issues;
    if (is_kept(job, s)) {
        v->n_lanes = desk->sit.n_lanes;
        smyi_kept_take(job->out->kept, job->kept_as[s], first, m, v->n_lanes, &v->outcome);
        smyi_judge_solved(job->frame, &desk->sit, desk->seating, v);
        return SMY_OK;
    }
    SmyCode code = smyi_judge(job->frame, &desk->sit, desk->seating, &job->solvers[s],
                              desk->u, mem, v);
    if (code == SMY_OK && job->out->keeps)
        smyi_kept_put(job->out->keeps, s, first, m, v->n_lanes, &v->outcome);
    return code;
}

static SmyCode one_model(const Job *job, Desk *desk, size_t s, uint64_t first, Part *part,
                         SmyiArena *mem)
{
    if (is_kept(job, s) && !job->any_new)
        return SMY_OK;
    SmyiVerdict *v = &desk->verdicts[s];
    SmyCode code = judge(job, desk, s, first, mem);
    if (code != SMY_OK)
        return code;
    SmyiView view = {.frame = job->frame,
                     .situation = &desk->sit,
                     .seating = desk->seating,
                     .verdict = v,
                     .solver = &job->solvers[s],
                     .u = desk->u,
                     .mem = mem,
                     .found = &desk->found[s]};
    smyi_found_forget(view.found);
    if (!is_kept(job, s)) {
        keep_rows(job, &view, first, &job->out->tally[s]);
        count(job, v, part);
    }
    count_claims(job, is_kept(job, s) ? job->new_claims : job->claims, &view, part);
    return view.code;
}

static SmyCode block(const Job *job, Desk *desk, size_t index, uint64_t first, size_t n,
                     SmyiArena *mem)
{
    const SmyiFrame *f = job->frame;
    smyi_seating_of_file(f, n, desk->seating);
    smyi_points_numbers(job->points, first, n, 0, f->n_inputs, desk->sit.value);
    smyi_situation_from_uniforms(f, n, &desk->sit);
    smyi_points_choices(job->points, first, n, 0, f->n_issues, desk->u);
    for (size_t s = 0; s < job->n_solvers; s++) {
        Part *part = &job->parts[index * job->n_solvers + s];
        SmyCode code = one_model(job, desk, s, first, part, mem);
        if (code != SMY_OK)
            return code;
    }
    return SMY_OK;
}

static SmyCode piece(void *cookie, size_t index, SmyiArena *mem)
{
    const Job *job = cookie;
    index += job->first_piece;
    uint64_t first = (uint64_t)index * SMYI_DRAWS_A_PIECE,
             last = first + SMYI_DRAWS_A_PIECE;
    Desk desk;
    if (!new_desk(job, mem, &desk))
        return SMY_ERR_NOMEM;
    if (last > job->draws)
        last = job->draws;
    for (; first < last; first += SMYI_BLOCK) {
        size_t n = (size_t)(last - first < SMYI_BLOCK ? last - first : SMYI_BLOCK);
        SmyCode code = block(job, &desk, index, first, n, mem);
        if (code != SMY_OK)
            return code;
    }
    return SMY_OK;
}

/* Rows of the draws done so far, into rows that are longer. */
static void copy_rows(const Job *job, const SmyiTally *from, SmyiTally *to)
{
    size_t done = (size_t)job->out->done, had = (size_t)job->out->asked;
    for (size_t a = 0; a < job->frame->n_actors; a++)
        memcpy(to->gain + a * job->draws, from->gain + a * had, done * sizeof *to->gain);
    for (size_t i = 0; i < job->frame->n_issues; i++) {
        memcpy(to->point + i * job->draws, from->point + i * had, done * sizeof *to->point);
        memcpy(to->solution + i * job->draws, from->solution + i * had,
               done * sizeof *to->solution);
    }
}

static bool new_tallies(const Job *job, SmyiArena *mem)
{
    const SmyiFrame *f = job->frame;
    SmyiMonteCarlo *out = job->out;
    const SmyiTally *before = out->tally;
    out->tally = SMYI_NEW(mem, job->n_solvers, SmyiTally);
    for (size_t s = 0; out->tally && s < job->n_solvers; s++) {
        SmyiTally *t = &out->tally[s];
        const SmyiTally *kept =
            is_kept(job, s) ? &out->kept->drawn.tally[job->kept_as[s]] : NULL;
        *t = (SmyiTally){
            .gain = kept ? kept->gain : SMYI_NEW(mem, f->n_actors * job->draws, double),
            .point = kept ? kept->point : SMYI_NEW(mem, f->n_issues * job->draws, double),
            .solution =
                kept ? kept->solution : SMYI_NEW(mem, f->n_issues * job->draws, double),
            .settled = SMYI_NEW(mem, f->n_issues, uint64_t),
            .holds = SMYI_NEW(mem, job->n_claims, uint64_t),
            .undefined = SMYI_NEW(mem, job->n_claims, uint64_t),
        };
        bool spread = job->solvers[s].model->support != NULL;
        if (spread)
            t->mass = SMYI_NEW(mem, f->n_issues * SMYI_GRID, double);
        if (!t->gain || !t->point || !t->solution || !t->settled || !t->holds ||
            !t->undefined || (spread && !t->mass))
            return false;
        if (before)
            copy_rows(job, &before[s], t);
    }
    return out->tally != NULL;
}

/* What was counted of draws that are kept, to go on counting. */
static void copy_part(const Job *job, size_t p, Part *to)
{
    size_t s = p % job->n_solvers, index = p / job->n_solvers;
    const SmyKept *kept = job->out->kept;
    const Part *from = kept->drawn.parts;
    from += index * kept->n_solvers + job->kept_as[s];
    to->agreed = from->agreed;
    to->mass = from->mass; /* nothing is added to it */
    memcpy(to->settled, from->settled,
           (job->frame->n_issues + 2 * job->n_claims) * sizeof *to->settled);
}

static bool new_parts(Job *job, size_t n_pieces, SmyiArena *mem)
{
    size_t m = job->frame->n_issues, c = job->n_claims;
    size_t had = job->first_piece * job->n_solvers;
    job->parts = SMYI_NEW(mem, n_pieces * job->n_solvers, Part);
    if (job->parts && had)
        memcpy(job->parts, job->out->parts, had * sizeof *job->parts);
    for (size_t p = had; job->parts && p < n_pieces * job->n_solvers; p++) {
        size_t s = p % job->n_solvers;
        bool spread = job->solvers[s].model->support != NULL && !is_kept(job, s);
        uint32_t *counts = SMYI_NEW(mem, m + 2 * c, uint32_t);
        double *mass = spread ? SMYI_NEW(mem, m * SMYI_GRID, double) : NULL;
        if (!counts || (spread && !mass))
            return false;
        job->parts[p] = (Part){.settled = counts,
                               .holds = counts + m,
                               .undefined = counts + m + c,
                               .mass = mass};
        if (is_kept(job, s))
            copy_part(job, p, &job->parts[p]);
    }
    return job->parts != NULL;
}

/* What need not be done again. False: no memory. */
static bool look_at_kept(Job *job, SmyiArena *mem)
{
    const SmyKept *kept = job->out->kept;
    if (!kept)
        return true;
    job->kept_as = SMYI_NEW(mem, job->n_solvers, size_t);
    job->new_claims = SMYI_NEW(mem, job->n_claims, bool);
    if (!job->kept_as || !job->new_claims)
        return false;
    for (size_t s = 0; s < job->n_solvers; s++)
        job->kept_as[s] = smyi_kept_find(kept, &job->solvers[s]);
    for (size_t c = 0; c < job->n_claims; c++) {
        job->new_claims[c] = job->claims[c] && !kept->claims[c];
        job->any_new |= job->new_claims[c];
    }
    return true;
}

/* Sums the parts of the pieces that are done, in their order. */
static void sum_parts(const Job *job, size_t s, size_t n_pieces)
{
    SmyiTally *t = &job->out->tally[s];
    size_t m = job->frame->n_issues;
    for (size_t b = 0; b < n_pieces; b++) {
        const Part *part = &job->parts[b * job->n_solvers + s];
        t->agreed += part->agreed;
        for (size_t i = 0; i < m; i++)
            t->settled[i] += part->settled[i];
        for (size_t c = 0; c < job->n_claims; c++) {
            t->holds[c] += part->holds[c];
            t->undefined[c] += part->undefined[c];
        }
    }
    for (size_t g = 0; t->mass && g < m * SMYI_GRID; g++) {
        double sum = 0, lost = 0;
        for (size_t b = 0; b < n_pieces; b++)
            smyi_add(&sum, &lost, job->parts[b * job->n_solvers + s].mass[g]);
        t->mass[g] = job->out->done ? (sum + lost) / (double)job->out->done : 0;
    }
}

SmyCode smyi_monte_carlo(const SmyiFrame *frame, const SmyiSolver *solvers,
                         size_t n_solvers, const SmyiPoints *points, uint64_t draws,
                         const bool *claims, unsigned threads, SmyiProgress *progress,
                         SmyiArena *mem, SmyiMonteCarlo *out)
{
    Job job = {.frame = frame,
               .solvers = solvers,
               .n_solvers = n_solvers,
               .n_claims = claims ? frame->scn->n_claims : 0,
               .claims = claims,
               .points = points,
               .draws = draws,
               .out = out,
               .first_piece = (size_t)(out->done / SMYI_DRAWS_A_PIECE)};
    size_t n_pieces = (size_t)((draws + SMYI_DRAWS_A_PIECE - 1) / SMYI_DRAWS_A_PIECE),
           done = 0;
    SmyiArena *lasting = out->keeps ? &out->keeps->mem : mem;
    if (!look_at_kept(&job, mem) || !new_tallies(&job, lasting) ||
        !new_parts(&job, n_pieces, lasting))
        return SMY_ERR_NOMEM;
    out->asked = draws;
    out->parts = job.parts;
    progress->step = SMYI_DRAWS_A_PIECE;
    progress->total = draws - out->done;
    SmyCode code = smyi_parallel(n_pieces - job.first_piece, threads, piece, &job,
                                 smyi_progress_tick, progress, &done);
    if (code != SMY_OK && code != SMY_ERR_CANCELLED)
        return code;
    done += job.first_piece;
    out->done = (uint64_t)done * SMYI_DRAWS_A_PIECE < draws
                    ? (uint64_t)done * SMYI_DRAWS_A_PIECE
                    : draws;
    for (size_t s = 0; s < n_solvers; s++)
        sum_parts(&job, s, done);
    if (out->keeps)
        out->keeps->drawn = *out;
    return SMY_OK;
}
