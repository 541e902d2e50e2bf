/* SPDX-License-Identifier: Apache-2.0 */
/* Two accounts of one matter: matching inputs and conclusions, and answering both. */
#include "analysis/compare.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/timeline.h"
#include "base/error.h"

enum { MOST_MODELS = 256 };
static const double EVEN = .5; /* points: neither a gain nor a loss */

/* ---- Inputs ---- */

/* Where values have no range of their own, the larger of the two counts as one. */
static double size_of(const SmyiInput *a, const SmyiInput *b)
{
    double x = smyi_estimate_point(&a->estimate), y = smyi_estimate_point(&b->estimate);
    double range = a->most - a->least;
    if (!isfinite(range))
        range = fmax(fabs(x), fabs(y));
    return range > 0 ? fabs(x - y) / range : 0;
}

static int by_size(const void *left, const void *right)
{
    const SmyiDifference *a = left, *b = right;
    if (a->size < b->size || a->size > b->size)
        return a->size > b->size ? -1 : 1;
    return a->input[0] - b->input[0];
}

static bool match_inputs(SmyiComparison *c, SmyiArena *mem)
{
    const SmyScenario *a = c->side[0].scn, *b = c->side[1].scn;
    c->differences = SMYI_NEW(mem, a->n_inputs, SmyiDifference);
    if (!c->differences)
        return false;
    for (size_t k = 0; k < a->n_inputs; k++) {
        int other = smyi_input_find(b, a->inputs[k].path);
        if (other == SMYI_NONE)
            continue;
        if (smyi_estimate_is_same(&a->inputs[k].estimate, &b->inputs[other].estimate))
            c->n_same++;
        else
            c->differences[c->n_differences++] = (SmyiDifference){
                {(int)k, other}, size_of(&a->inputs[k], &b->inputs[other])};
    }
    if (c->n_differences)
        qsort(c->differences, c->n_differences, sizeof *c->differences, by_size);
    return true;
}

/* ---- Conclusions ---- */

static int sign_of_middle(const SmyiAtPoints *at, size_t n_solvers, size_t n_actors,
                          size_t actor)
{
    double values[MOST_MODELS];
    size_t n = n_solvers < MOST_MODELS ? n_solvers : MOST_MODELS;
    for (size_t s = 0; s < n; s++)
        values[s] = at->gain[s * n_actors + actor];
    SmyiAcross across = smyi_across(values, n);
    return across.n == 0           ? SMYI_UNDECIDED
           : across.middle > EVEN  ? 1
           : across.middle < -EVEN ? -1
                                   : 0;
}

int smyi_conclude(const SmyiComparison *c, size_t side, const SmyiConclusion *conclusion,
                  const SmyiAtPoints *at)
{
    size_t n = conclusion->number[side];
    switch (conclusion->kind) {
    case SMYI_CONCLUDE_AGREEMENT:
        return 2 * at->agreed > c->n_solvers;
    case SMYI_CONCLUDE_SETTLED:
        return 2 * at->settled[n] > c->n_solvers;
    case SMYI_CONCLUDE_GAIN:
        return sign_of_middle(at, c->n_solvers, c->side[side].frame.n_actors, n);
    case SMYI_CONCLUDE_CLAIM:
        return at->defined[n] == 0 ? SMYI_UNDECIDED : 2 * at->holds[n] > at->defined[n];
    }
    return SMYI_UNDECIDED;
}

static void add(SmyiComparison *c, SmyiConclusionKind kind, size_t one, int other)
{
    if (other == SMYI_NONE)
        return;
    SmyiConclusion *conclusion = &c->conclusions[c->n_conclusions++];
    *conclusion = (SmyiConclusion){.kind = kind, .number = {one, (size_t)other}};
    for (size_t side = 0; side < 2; side++)
        conclusion->answer[side] = smyi_conclude(c, side, conclusion, &c->side[side].at);
    if (conclusion->answer[0] == SMYI_UNDECIDED && conclusion->answer[1] == SMYI_UNDECIDED)
        c->n_conclusions--; /* neither has an answer */
}

static int find_claim(const SmyScenario *scn, const char *id)
{
    for (size_t k = 0; k < scn->n_claims; k++)
        if (strcmp(scn->claims[k].id, id) == 0)
            return (int)k;
    return SMYI_NONE;
}

static bool match_conclusions(SmyiComparison *c, SmyiArena *mem)
{
    const SmyScenario *a = c->side[0].scn, *b = c->side[1].scn;
    c->conclusions =
        SMYI_NEW(mem, 1 + a->n_issues + a->n_actors + a->n_claims, SmyiConclusion);
    if (!c->conclusions)
        return false;
    add(c, SMYI_CONCLUDE_AGREEMENT, 0, 0);
    for (size_t i = 0; i < a->n_issues; i++)
        add(c, SMYI_CONCLUDE_SETTLED, i, smyi_issue_find(b, a->issues[i].id));
    for (size_t k = 0; k < a->n_actors; k++)
        add(c, SMYI_CONCLUDE_GAIN, k, smyi_actor_find(b, a->actors[k].id));
    for (size_t k = 0; k < a->n_claims; k++)
        add(c, SMYI_CONCLUDE_CLAIM, k, find_claim(b, a->claims[k].id));
    return true;
}

/* ---- The whole ---- */

static SmyCode open_account(SmyiComparison *c, SmyiAccount *side, SmyiArena *mem,
                            SmyError *err)
{
    const SmyRunOptions *o = c->options;
    SmyRunOptions asked = *o;
    asked.with_seats = false;
    asked.with_flips = false;
    asked.matter_budget = 0; /* it is not compared */
    SmyCode code = smyi_frame_new(side->scn, o->stated_positions, o->quadratic_loss, mem,
                                  &side->frame, err);
    if (code != SMY_OK)
        return code;
    side->seating = SMYI_NEW(mem, side->frame.n_players, SmyiSeating);
    if (!side->seating || !smyi_situation_new(&side->frame, 1, mem, &side->points) ||
        !smyi_situation_new(&side->frame, 1, mem, &side->tried) ||
        !smyi_at_points_new(&side->frame, c->n_solvers, mem, &side->at))
        return SMY_ERR_NOMEM;
    smyi_seating_of_file(&side->frame, 1, side->seating);
    smyi_situation_points(&side->frame, 1, &side->points);
    code = smyi_at_points(&side->frame, c->solvers, c->n_solvers, &side->points,
                          side->seating, mem, &side->at);
    return code == SMY_OK ? smy_run(side->scn, &asked, &side->run, err) : code;
}

static SmyCode find(SmyiComparison *c, SmyiArena *mem, SmyError *err)
{
    const SmyRunOptions *o = c->options;
    SmyCode code = smyi_solvers_new(o->models, o->model_options, o->n_model_options, mem,
                                    &c->solvers, &c->n_solvers, err);
    for (size_t side = 0; side < 2 && code == SMY_OK; side++)
        code = open_account(c, &c->side[side], mem, err);
    if (code == SMY_OK && (!match_inputs(c, mem) || !match_conclusions(c, mem)))
        code = SMY_ERR_NOMEM;
    if (code == SMY_OK)
        code = smyi_find_turning(c, mem);
    return code;
}

SmyCode smy_compare(const SmyScenario *a, const SmyScenario *b,
                    const SmyRunOptions *options, SmyResult **out, SmyError *err)
{
    SmyRunOptions defaults;
    smy_run_options_init(&defaults);
    SmyiComparison c = {.options = options ? options : &defaults,
                        .side = {{.scn = a}, {.scn = b}}};
    SmyiArena mem = {0};
    SmyResult *result = NULL;
    *out = NULL;
    SmyCode code = find(&c, &mem, err);
    if (code == SMY_OK && (result = smyi_result_new()))
        smyi_compare_to_tree(&c, result);
    if (code == SMY_ERR_NOMEM || (code == SMY_OK && (!result || result->failed)))
        code = smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    smy_result_free(c.side[0].run);
    smy_result_free(c.side[1].run);
    smyi_arena_free(&mem);
    if (code == SMY_OK)
        *out = result;
    else
        smy_result_free(result);
    return code;
}
