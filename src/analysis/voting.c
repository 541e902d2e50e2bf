/* SPDX-License-Identifier: Apache-2.0 */
/* Voting power under the scenario's procedure: who votes, what it is worth, and the tree of it. */
#include "analysis/voting.h"

#include <math.h>

#include "analysis/answer.h"
#include "base/error.h"
#include "summitry/power.h"

static bool may_veto(const SmyiProcedure *procedure, size_t actor)
{
    for (size_t v = 0; v < procedure->n_veto; v++)
        if (procedure->veto[v] == (int)actor)
            return true;
    return false;
}

static double weight_of(const SmyScenario *scn, size_t criterion, size_t actor)
{
    const double *given = scn->procedure.criteria[criterion].weights;
    int capability = scn->actors[actor].capability;
    if (given)
        return given[actor];
    return scn->table.role[actor] == SMYI_ROLE_SEAT && capability != SMYI_NONE
               ? smyi_estimate_point(&scn->inputs[capability].estimate)
               : 0;
}

static bool has_vote(const SmyScenario *scn, size_t actor)
{
    bool votes = may_veto(&scn->procedure, actor);
    for (size_t c = 0; c < scn->procedure.n_criteria; c++)
        votes |= weight_of(scn, c, actor) > 0;
    return votes;
}

/* One row a criterion; a last one, if anybody may veto, that all of them must meet. */
static void fill_body(const SmyScenario *scn, const SmyiVoting *v, double *weight,
                      double *quota)
{
    size_t n = v->n_players, n_criteria = scn->procedure.n_criteria;
    for (size_t c = 0; c < v->body.n_criteria; c++) {
        bool vetoes = c == n_criteria;
        quota[c] = vetoes ? 0 : scn->procedure.criteria[c].quota;
        for (size_t p = 0; p < n; p++) {
            size_t actor = (size_t)v->players[p];
            double w = vetoes ? may_veto(&scn->procedure, actor) : weight_of(scn, c, actor);
            weight[c * n + p] = w;
            quota[c] += vetoes ? w : 0;
        }
    }
}

SmyCode smyi_voting(const SmyScenario *scn, uint64_t seed, SmyiArena *mem, SmyiVoting *v)
{
    *v = (SmyiVoting){.players = SMYI_NEW(mem, scn->n_actors, int)};
    if (!v->players)
        return SMY_ERR_NOMEM;
    if (!scn->procedure.n_criteria)
        return SMY_OK;
    for (size_t a = 0; a < scn->n_actors; a++)
        if (has_vote(scn, a))
            v->players[v->n_players++] = (int)a;
    v->body =
        (SmyiBody){.n_players = v->n_players,
                   .n_criteria = scn->procedure.n_criteria + (scn->procedure.n_veto > 0)};
    double *weight = SMYI_NEW(mem, v->body.n_criteria * v->n_players, double);
    double *quota = SMYI_NEW(mem, v->body.n_criteria, double);
    v->body.weight = weight;
    v->body.quota = quota;
    if (!weight || !quota)
        return SMY_ERR_NOMEM;
    fill_body(scn, v, weight, quota);
    return v->n_players ? smyi_power(&v->body, seed, mem, &v->power) : SMY_OK;
}

static void add_criteria(const SmyScenario *scn, const SmyiVoting *v, SmyResult *r,
                         SmyNode *power)
{
    SmyNode *list = smyi_add_list(r, power, "criteria");
    for (size_t c = 0; c < scn->procedure.n_criteria; c++) {
        double total = 0;
        for (size_t p = 0; p < v->n_players; p++)
            total += v->body.weight[c * v->n_players + p];
        SmyNode *node = smyi_add_object(r, list, NULL);
        smyi_add_number(r, node, "quota", v->body.quota[c]);
        smyi_add_number(r, node, "total", total);
    }
}

static void add_player(const SmyScenario *scn, const char *language, const SmyiVoting *v,
                       size_t p, SmyResult *r, SmyNode *list)
{
    const SmyiActor *actor = &scn->actors[v->players[p]];
    SmyNode *node = smyi_add_object(r, list, NULL);
    smyi_add_text(r, node, "actor", actor->id);
    smyi_add_text(r, node, "name", smyi_text_in(&actor->name, language, actor->id));
    SmyNode *weights = smyi_add_list(r, node, "weights");
    for (size_t c = 0; c < scn->procedure.n_criteria; c++)
        smyi_add_number(r, weights, NULL, v->body.weight[c * v->n_players + p]);
    smyi_add_bool(r, node, "veto", may_veto(&scn->procedure, (size_t)v->players[p]));
    smyi_add_number(r, node, "shapley_shubik", v->power.shapley[p]);
    smyi_add_number(r, node, "shapley_shubik_error", v->power.shapley_error[p]);
    smyi_add_number(r, node, "penrose", v->power.penrose[p]);
    smyi_add_number(r, node, "penrose_error", v->power.penrose_error[p]);
    smyi_add_number(r, node, "banzhaf", v->power.banzhaf[p]);
    smyi_add_number(r, node, "swings", v->power.swings[p]);
}

void smyi_voting_to_tree(const SmyScenario *scn, const char *language, const SmyiVoting *v,
                         SmyResult *r, SmyNode *parent)
{
    if (!v->n_players) {
        smyi_add_null(r, parent, "power");
        return;
    }
    SmyNode *power = smyi_add_object(r, parent, "power");
    smyi_add_bool(r, power, "exact", v->power.exact);
    smyi_add_number(r, power, "samples",
                    v->power.exact ? (double)NAN : (double)SMYI_POWER_SAMPLES);
    smyi_add_number(r, power, "passes", v->power.passes);
    add_criteria(scn, v, r, power);
    SmyNode *list = smyi_add_list(r, power, "players");
    for (size_t p = 0; p < v->n_players; p++)
        add_player(scn, language, v, p, r, list);
}

void smyi_answer_power(const SmyiInquiry *answer, SmyNode *root)
{
    const SmyScenario *scn = answer->frame->scn;
    SmyiVoting voting;
    if (smyi_voting(scn, answer->seed, answer->mem, &voting) != SMY_OK) {
        answer->result->failed = true;
        return;
    }
    smyi_voting_to_tree(scn, answer->language, &voting, answer->result, root);
}

/* The tree of the question alone. */
static SmyCode answer_alone(const SmyScenario *scn, const char *language, uint64_t seed,
                            SmyiArena *mem, SmyResult *result)
{
    SmyiVoting voting;
    SmyCode code = smyi_voting(scn, seed, mem, &voting);
    if (code != SMY_OK)
        return code;
    smyi_add_text(result, result->root, "summitry", smy_version());
    smyi_answer_head(result, scn, language, result->root);
    smyi_add_number(result, result->root, "seed", (double)seed);
    smyi_voting_to_tree(scn, language, &voting, result, result->root);
    return result->failed ? SMY_ERR_NOMEM : SMY_OK;
}

SmyCode smy_power(const SmyScenario *scn, const char *language, uint64_t seed,
                  SmyResult **out, SmyError *err)
{
    SmyiArena mem = {0};
    *out = NULL;
    if (!scn->procedure.n_criteria)
        return smyi_fail_at(err, SMY_ERR_MISSING, (SmyiPlace){.file = scn->file},
                            "add procedure: {criteria: [{quota: 62, weights: {us: 10}}]}",
                            "there is no procedure with criteria, so nobody has votes");
    SmyResult *result = smyi_result_new();
    SmyCode code = result
                       ? answer_alone(scn, language ? language : "en", seed, &mem, result)
                       : SMY_ERR_NOMEM;
    smyi_arena_free(&mem);
    if (code != SMY_OK) {
        smy_result_free(result);
        return smyi_fail(err, code, "%s", smy_code_text(code));
    }
    *out = result;
    return SMY_OK;
}
