/* SPDX-License-Identifier: Apache-2.0 */
/* What comes of it when the table takes somebody at its word. */
#include <math.h>
#include <string.h>

#include "analysis/bluff.h"
#include "base/random.h"
#include "base/sums.h"

/* ---- Which are believed ---- */

static bool new_belief(SmyiBluff *b, SmyiArena *mem, bool **believed)
{
    SmyiBelief *belief = &b->beliefs[b->n_beliefs++];
    size_t by_actor = b->n_solvers * b->frame.n_actors,
           by_issue = b->n_solvers * b->frame.n_issues;
    *believed = SMYI_NEW(mem, b->n_promises, bool);
    *belief = (SmyiBelief){
        .believed = *believed,
        .gain = SMYI_NEW(mem, by_actor, double),
        .face = SMYI_NEW(mem, by_actor, double),
        .point = SMYI_NEW(mem, by_issue, double),
        .settled = SMYI_NEW(mem, by_issue, bool),
        .agreed = SMYI_NEW(mem, b->n_solvers, bool),
        .mean = SMYI_NEW(mem, by_actor, double),
        .lost = SMYI_NEW(mem, by_actor, double),
        .defined = SMYI_NEW(mem, by_actor, double),
        .share = SMYI_NEW(mem, b->n_solvers, double),
    };
    return *believed && belief->gain && belief->face && belief->point && belief->settled &&
           belief->agreed && belief->mean && belief->lost && belief->defined &&
           belief->share;
}

static bool list_beliefs(SmyiBluff *b, SmyiArena *mem)
{
    bool *believed;
    b->beliefs = SMYI_NEW(mem, 2 + b->n_promises + b->n_sides, SmyiBelief);
    if (!b->beliefs || !new_belief(b, mem, &believed))
        return false;
    for (size_t p = 0; p < b->n_promises; p++) {
        if (!new_belief(b, mem, &believed))
            return false;
        believed[p] = true;
    }
    for (size_t s = 0; s < b->n_sides; s++) {
        if (!new_belief(b, mem, &believed))
            return false;
        for (size_t p = 0; p < b->n_promises; p++)
            believed[p] = b->promises[p].actor == b->sides[s];
    }
    if (b->n_sides < 2)
        return true;
    if (!new_belief(b, mem, &believed))
        return false;
    memset(believed, true, b->n_promises * sizeof *believed);
    return true;
}

/* ---- At the points ---- */

static void keep_points(const SmyiBluff *b, SmyiBelief *belief, size_t s,
                        const SmyiVerdict *v)
{
    const SmyiFrame *f = &b->frame;
    belief->agreed[s] = v->agreed[0] != 0;
    for (size_t i = 0; i < f->n_issues; i++) {
        const SmyiIssue *issue = &f->scn->issues[i];
        belief->point[s * f->n_issues + i] =
            issue->low + (issue->high - issue->low) * v->point[i];
        belief->settled[s * f->n_issues + i] = v->settled[i] != 0;
    }
    for (size_t a = 0; a < f->n_actors; a++) {
        SmyiGain gain;
        smyi_gain(f, &b->meant, b->seating, v, a, &gain);
        belief->gain[s * f->n_actors + a] = gain.total[0];
        belief->face[s * f->n_actors + a] = gain.face[0];
    }
}

static SmyCode solve_points(SmyiBluff *b, SmyiArena *mem)
{
    SmyiSituation said;
    SmyiMark mark = smyi_arena_mark(mem);
    SmyCode code = smyi_situation_new(&b->frame, 1, mem, &said) ? SMY_OK : SMY_ERR_NOMEM;
    for (size_t c = 0; c < b->n_beliefs && code == SMY_OK; c++) {
        said.n_lanes = 1;
        smyi_say(b, b->beliefs[c].believed, 1, &b->meant, &said);
        for (size_t s = 0; s < b->n_solvers && code == SMY_OK; s++) {
            SmyiMark inner = smyi_arena_mark(mem);
            SmyiVerdict v;
            code = smyi_verdict_new(&b->frame, &b->solvers[s], 1, mem, &v)
                       ? smyi_judge_said(&b->frame, &said, &b->meant, b->seating,
                                         &b->solvers[s], NULL, mem, &v)
                       : SMY_ERR_NOMEM;
            if (code == SMY_OK)
                keep_points(b, &b->beliefs[c], s, &v);
            smyi_arena_rewind(mem, inner);
        }
    }
    smyi_arena_rewind(mem, mark);
    return code;
}

/* ---- In draws: each belief meets the same ones ---- */

typedef struct Block { /* of draws */
    SmyiSituation meant, said;
    SmyiSeating *seating;
    double *u; /* [issues x lanes] which value of a distribution counts */
    SmyiArena *mem;
} Block;

static void sum_draws(const SmyiBluff *b, SmyiBelief *belief, size_t s, const Block *block,
                      const SmyiVerdict *v)
{
    const SmyiFrame *f = &b->frame;
    for (size_t k = 0; k < v->n_lanes; k++)
        belief->share[s] += v->agreed[k] ? 1 : 0;
    for (size_t a = 0; a < f->n_actors; a++) {
        size_t at = s * f->n_actors + a;
        SmyiGain gain;
        smyi_gain(f, &block->meant, block->seating, v, a, &gain);
        for (size_t k = 0; k < v->n_lanes; k++)
            if (!isnan(gain.total[k])) {
                smyi_add(&belief->mean[at], &belief->lost[at], gain.total[k]);
                belief->defined[at] += 1;
            }
    }
}

static SmyCode solve_block(SmyiBluff *b, Block *block)
{
    SmyCode code = SMY_OK;
    for (size_t c = 0; c < b->n_beliefs && code == SMY_OK; c++) {
        block->said.n_lanes = block->meant.n_lanes;
        smyi_say(b, b->beliefs[c].believed, 1, &block->meant, &block->said);
        for (size_t s = 0; s < b->n_solvers && code == SMY_OK; s++) {
            SmyiMark mark = smyi_arena_mark(block->mem);
            SmyiVerdict v;
            size_t n = block->meant.n_lanes;
            code = smyi_verdict_new(&b->frame, &b->solvers[s], n, block->mem, &v)
                       ? smyi_judge_said(&b->frame, &block->said, &block->meant,
                                         block->seating, &b->solvers[s], block->u,
                                         block->mem, &v)
                       : SMY_ERR_NOMEM;
            if (code == SMY_OK)
                sum_draws(b, &b->beliefs[c], s, block, &v);
            smyi_arena_rewind(block->mem, mark);
        }
    }
    return code;
}

static bool new_block(const SmyiBluff *b, SmyiArena *mem, Block *block)
{
    const SmyiFrame *f = &b->frame;
    block->mem = mem;
    block->seating = SMYI_NEW(mem, f->n_players * SMYI_BLOCK, SmyiSeating);
    block->u = SMYI_NEW(mem, f->n_issues * SMYI_BLOCK, double);
    return block->seating && block->u &&
           smyi_situation_new(f, SMYI_BLOCK, mem, &block->meant) &&
           smyi_situation_new(f, SMYI_BLOCK, mem, &block->said);
}

static void take_means(SmyiBluff *b)
{
    size_t n = b->n_solvers * b->frame.n_actors;
    for (size_t c = 0; c < b->n_beliefs; c++) {
        SmyiBelief *belief = &b->beliefs[c];
        for (size_t at = 0; at < n; at++)
            belief->mean[at] =
                belief->defined[at] > 0
                    ? (belief->mean[at] + belief->lost[at]) / belief->defined[at]
                    : (double)NAN;
        for (size_t s = 0; s < b->n_solvers; s++)
            belief->share[s] =
                b->draws_done ? belief->share[s] / (double)b->draws_done : (double)NAN;
    }
}

static SmyCode solve_draws(SmyiBluff *b, SmyiArena *mem)
{
    const SmyRunOptions *o = b->options;
    SmyiMark mark = smyi_arena_mark(mem);
    Block block;
    SmyCode code = new_block(b, mem, &block) ? SMY_OK : SMY_ERR_NOMEM;
    for (uint64_t first = 0; first < o->draws && code == SMY_OK; first += SMYI_BLOCK) {
        size_t n = o->draws - first < SMYI_BLOCK ? (size_t)(o->draws - first) : SMYI_BLOCK;
        if (o->progress && !o->progress(o->cookie, "draws", first, o->draws)) {
            b->partial = true;
            break;
        }
        smyi_situation_draw(&b->frame, o->seed, first, n, &block.meant);
        smyi_uniforms(o->seed, SMYI_STREAM_CHOICES, first, n, 0, b->frame.n_issues,
                      block.u);
        smyi_seating_of_file(&b->frame, n, block.seating);
        code = solve_block(b, &block);
        b->draws_done = first + n;
    }
    smyi_arena_rewind(mem, mark);
    take_means(b);
    return code;
}

SmyCode smyi_bluff_beliefs(SmyiBluff *b, SmyiArena *mem)
{
    if (!list_beliefs(b, mem))
        return SMY_ERR_NOMEM;
    SmyCode code = solve_points(b, mem);
    if (code == SMY_OK)
        code = solve_draws(b, mem);
    return code;
}
