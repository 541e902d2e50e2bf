/* SPDX-License-Identifier: Apache-2.0 */
/* Levers for an actor: asking, and the result tree (docs/result.md). */
#include <math.h>
#include <string.h>

#include "analysis/answer.h"
#include "analysis/levers.h"
#include "scenario/evidence.h"
#include "scenario/input_title.h"
#include "scenario/nearest.h"

typedef struct Ask {
    const SmyScenario *scn;
    const SmyRunOptions *run;
    const char *language;
    int actor;
    SmyiFrame frame;
    SmyiSolver *solvers;
    size_t n_solvers;
    SmyiQuestion question;
    SmyiLeverStudy study;
    SmyiArena *mem;
    SmyResult *result;
} Ask;

static const char *made(const Ask *ask, const char *text)
{
    return smyi_answer_kept(ask->result, text);
}

static void add_question(const Ask *ask, SmyNode *root)
{
    SmyResult *r = ask->result;
    const SmyiQuestion *q = &ask->question;
    SmyNode *node = smyi_add_object(r, root, "question");
    smyi_add_text(r, node, "of", q->of);
    smyi_add_text(r, node, "title",
                  made(ask, smyi_question_title(ask->scn, q, ask->language, ask->mem)));
    smyi_add_text(r, node, "unit", smyi_question_unit(q));
}

static double mean_base(const Ask *ask)
{
    double sum = 0, n = 0;
    for (size_t s = 0; s < ask->n_solvers; s++)
        if (isfinite(ask->study.base[s])) {
            sum += ask->study.base[s];
            n += 1;
        }
    return n > 0 ? sum / n : (double)NAN;
}

static void add_models(const Ask *ask, SmyNode *root)
{
    SmyResult *r = ask->result;
    SmyNode *list = smyi_add_list(r, root, "models");
    for (size_t s = 0; s < ask->n_solvers; s++) {
        const SmyModelInfo *info = &ask->solvers[s].model->info;
        SmyNode *node = smyi_add_object(r, list, NULL);
        bool defined = isfinite(ask->study.base[s]);
        smyi_add_text(r, node, "id", info->id);
        smyi_add_text(r, node, "title", info->title);
        smyi_add_text(r, node, "status", defined ? "ok" : "undefined");
        smyi_add_text(r, node, "why",
                      defined ? NULL : "the answer is undefined at the points");
        smyi_add_number(r, node, "point", ask->study.base[s]);
    }
    smyi_add_number(r, smyi_add_object(r, root, "answer"), "point", mean_base(ask));
}

static void add_pull(const Ask *ask, SmyNode *parent, const char *id, const SmyiPull *pull)
{
    SmyResult *r = ask->result;
    SmyNode *node = smyi_add_object(r, parent, id);
    smyi_add_number(r, node, "slope", pull->slope);
    smyi_add_bool(r, node, "exact", pull->exact);
    SmyNode *switches = smyi_add_list(r, node, "switches");
    for (size_t k = 0; k < pull->n_switches; k++) {
        SmyNode *one = smyi_add_object(r, switches, NULL);
        smyi_add_number(r, one, "at", pull->switches[k].at);
        smyi_add_number(r, one, "below", pull->switches[k].below);
        smyi_add_number(r, one, "above", pull->switches[k].above);
    }
}

/* Whose hand is on it: the actor's own, or that of whom it speaks for. */
static bool is_own(const Ask *ask, int holder)
{
    return holder != SMYI_NONE &&
           (holder == ask->actor || holder == ask->scn->actors[ask->actor].principal);
}

static void add_lever(const Ask *ask, SmyNode *list, const SmyiLeverFound *f)
{
    SmyResult *r = ask->result;
    const SmyiInput *input = &ask->scn->inputs[f->input];
    int holder = smyi_input_actor(ask->scn, (size_t)f->input);
    double step = (f->high - f->low) / (SMYI_LEVER_STEPS - 1);
    bool helps = f->best < SMYI_LEVER_STEPS;
    SmyNode *node = smyi_add_object(r, list, NULL);
    smyi_add_text(r, node, "input", input->path);
    smyi_add_text(
        r, node, "title",
        made(ask, smyi_input_title(ask->scn, (size_t)f->input, ask->language, ask->mem)));
    smyi_add_text(r, node, "holder",
                  holder == SMYI_NONE ? NULL : ask->scn->actors[holder].id);
    smyi_add_bool(r, node, "own", is_own(ask, holder));
    smyi_add_text(r, node, "support", smyi_support_text(&input->support));
    smyi_add_bool(r, node, "chosen", smyi_input_is_chosen(ask->scn, (size_t)f->input));
    smyi_add_number(r, node, "low", f->low);
    smyi_add_number(r, node, "point", f->point);
    smyi_add_number(r, node, "high", f->high);
    smyi_add_number(r, node, "to",
                    !helps                            ? (double)NAN
                    : f->best + 1 == SMYI_LEVER_STEPS ? f->high
                                                      : f->low + step * (double)f->best);
    SmyNode *change = smyi_add_object(r, node, "change");
    smyi_add_number(r, change, "mean", f->change);
    smyi_add_number(r, change, "low", f->least);
    smyi_add_number(r, change, "high", f->most);
    SmyNode *models = smyi_add_object(r, node, "models");
    for (size_t s = 0; s < ask->n_solvers; s++)
        add_pull(ask, models, ask->solvers[s].model->info.id, &f->pulls[s]);
}

static bool is_found(const void *cookie, size_t input)
{
    const SmyiLeverStudy *study = cookie;
    for (size_t j = 0; j < study->n; j++)
        if (study->found[j].input == (int)input)
            return true;
    return false;
}

static void write_tree(const Ask *ask)
{
    SmyResult *r = ask->result;
    SmyNode *root = r->root;
    const SmyiActor *actor = &ask->scn->actors[ask->actor];
    smyi_add_text(r, root, "summitry", SMYI_VERSION);
    smyi_answer_head(r, ask->scn, ask->language, root);
    smyi_add_text(r, root, "language", ask->language);
    smyi_answer_names(r, ask->scn, ask->language, root);
    smyi_add_text(r, root, "for", actor->id);
    smyi_add_text(r, root, "name", smyi_text_in(&actor->name, ask->language, actor->id));
    add_question(ask, root);
    add_models(ask, root);
    SmyNode *list = smyi_add_list(r, root, "levers");
    for (size_t j = 0; j < ask->study.n; j++)
        add_lever(ask, list, &ask->study.found[j]);
    smyi_inputs_named_to_tree(ask->scn, ask->language, is_found, &ask->study, r, root);
    (void)smyi_notices_to_tree(ask->scn, r, root);
}

/* ---- Asking ---- */

static SmyCode find_actor(Ask *ask, const char *id, SmyError *err)
{
    const SmyScenario *scn = ask->scn;
    ask->actor = id ? smyi_actor_find(scn, id) : SMYI_NONE;
    if (ask->actor != SMYI_NONE)
        return SMY_OK;
    SmyiNearest nearest = smyi_nearest(id ? id : "");
    for (size_t a = 0; a < scn->n_actors; a++)
        smyi_nearest_try(&nearest, scn->actors[a].id);
    const char *hint =
        nearest.best ? smyi_arena_print(ask->mem, "did you mean \"%s\"?", nearest.best)
                     : NULL;
    return smyi_fail_at(err, SMY_ERR_UNKNOWN, (SmyiPlace){"--for", 0, 0}, hint,
                        "there is no actor \"%.64s\" in this file", id ? id : "");
}

static double unit_of(const Ask *ask)
{
    const SmyiQuestion *q = &ask->question;
    if (q->condition)
        return 1;
    if (q->quantity.kind != SMYI_Q_OUTCOME)
        return 100;
    const SmyiIssue *issue = &ask->scn->issues[q->quantity.issue];
    return issue->high - issue->low;
}

static SmyCode prepare(Ask *ask, const char *of, SmyError *err)
{
    const SmyRunOptions *run = ask->run;
    if (!of)
        of = smyi_arena_print(ask->mem, "gain: %s", ask->scn->actors[ask->actor].id);
    if (!of)
        return SMY_ERR_NOMEM;
    SmyCode code = smyi_question_read(ask->scn, of, "--of", ask->mem, &ask->question, err);
    if (code == SMY_OK)
        code = smyi_solvers_new(run->models, run->model_options, run->n_model_options,
                                ask->mem, &ask->solvers, &ask->n_solvers, err);
    if (code == SMY_OK)
        code = smyi_frame_new(ask->scn, run->stated_positions, run->quadratic_loss,
                              ask->mem, &ask->frame, err);
    ask->study = (SmyiLeverStudy){
        .asked = {&ask->frame, ask->solvers, ask->n_solvers, &ask->question, 1, false},
        .unit = code == SMY_OK ? unit_of(ask) : 0};
    return code;
}

static SmyCode answer(Ask *ask, SmyError *err)
{
    SmyiProgress progress = {
        .say = ask->run->progress, .cookie = ask->run->cookie, .what = "inputs"};
    SmyCode code = smyi_levers_find(&ask->study, ask->run->threads, &progress, ask->mem);
    if (code == SMY_OK && !(ask->result = smyi_result_new()))
        code = SMY_ERR_NOMEM;
    if (code == SMY_OK)
        write_tree(ask);
    if (code == SMY_OK && ask->result->failed)
        code = SMY_ERR_NOMEM;
    return code == SMY_OK ? SMY_OK : smyi_fail(err, code, "%s", smy_code_text(code));
}

SmyCode smy_levers(const SmyScenario *scenario, const char *actor, const char *of,
                   const SmySensitivityOptions *options, SmyResult **out, SmyError *err)
{
    SmySensitivityOptions defaults;
    smy_sensitivity_options_init(&defaults);
    const SmyRunOptions *run = options ? &options->run : &defaults.run;
    SmyiArena mem = {0};
    Ask ask = {.scn = scenario,
               .run = run,
               .language = run->language ? run->language : "en",
               .mem = &mem};
    *out = NULL;
    SmyCode code = find_actor(&ask, actor, err);
    if (code == SMY_OK)
        code = prepare(&ask, of, err);
    if (code == SMY_OK)
        code = answer(&ask, err);
    smyi_arena_free(&mem);
    if (code != SMY_OK) {
        smy_result_free(ask.result);
        return code;
    }
    *out = ask.result;
    return SMY_OK;
}
