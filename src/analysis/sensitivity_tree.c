/* SPDX-License-Identifier: Apache-2.0 */
/* A study of sensitivity as a result tree (docs/result.md). */
#include <math.h>

#include "analysis/answer.h"
#include "analysis/sensitivity.h"
#include "scenario/evidence.h"
#include "scenario/input_title.h"

static const char *const method_texts[] = {"sobol", "morris", "tornado"};

/* A text made in the study's memory; where there is none the result has failed. */
static const char *made(const SmyiStudy *s, const char *text)
{
    s->result->failed |= !text;
    return text;
}

static void add_question(const SmyiStudy *s, SmyNode *root)
{
    SmyResult *r = s->result;
    const SmyiQuestion *q = &s->question;
    SmyNode *node = smyi_add_object(r, root, "question");
    bool of_issue = q->quantity.issue != SMYI_NONE && !q->condition;
    smyi_add_text(r, node, "of", q->of);
    smyi_add_text(r, node, "title",
                  made(s, smyi_question_title(s->scn, q, s->language, s->mem)));
    smyi_add_text(r, node, "unit", smyi_question_unit(q));
    smyi_add_text(r, node, "claim",
                  q->claim == SMYI_NONE ? NULL : s->scn->claims[q->claim].id);
    const SmyiIssue *issue = of_issue ? &s->scn->issues[q->quantity.issue] : NULL;
    smyi_add_text(r, node, "issue", issue ? issue->id : NULL);
    SmyNode *scale = issue ? smyi_add_list(r, node, "scale") : NULL;
    smyi_add_number(r, scale, NULL, issue ? issue->low : (double)NAN);
    smyi_add_number(r, scale, NULL, issue ? issue->high : (double)NAN);
    if (!issue)
        smyi_add_null(r, node, "scale");
}

/* ---- The answer itself ---- */

static const char *status_of(const SmyiStudy *s, size_t m, const char **why)
{
    bool answered = false, moves = false;
    *why = NULL;
    switch (s->options->method) {
    case SMY_METHOD_SOBOL:
        answered = s->indices[m].n_rows > 0;
        moves = !s->indices[m].constant;
        break;
    case SMY_METHOD_MORRIS:
        answered = s->paths[m] > 0;
        break;
    case SMY_METHOD_TORNADO:
        answered = m == s->n_solvers ? s->n_pooled > 0 : isfinite(s->tornado.base[m]);
        break;
    }
    for (size_t i = 0; i < s->factors.n && s->options->method != SMY_METHOD_SOBOL; i++)
        moves |= s->options->method == SMY_METHOD_MORRIS
                     ? s->elementary[m * s->factors.n + i].size > 0
                 : m == s->n_solvers ? smyi_study_weight(s, i) > 0
                                     : s->tornado.low[m * s->factors.n + i] !=
                                           s->tornado.high[m * s->factors.n + i];
    if (!answered)
        *why = "the answer is undefined wherever it was asked for";
    else if (!moves)
        *why = "no variance: nothing that varies moves the answer";
    return !answered ? "undefined" : moves ? "ok" : "no_variance";
}

static void add_level(const SmyiStudy *s, SmyNode *node, size_t m)
{
    SmyResult *r = s->result;
    const char *why, *status = status_of(s, m, &why);
    smyi_add_text(r, node, "status", status);
    smyi_add_text(r, node, "why", why);
    if (s->options->method == SMY_METHOD_SOBOL) {
        const SmyiIndices *in = &s->indices[m];
        smyi_add_number(r, node, "mean", in->mean);
        smyi_add_number(r, node, "sd", in->n_rows ? sqrt(in->variance) : (double)NAN);
        smyi_add_number(r, node, "undefined", in->undefined);
    } else if (s->options->method == SMY_METHOD_MORRIS) {
        size_t paths = (m == s->n_solvers ? s->n_solvers : 1) * (size_t)s->rows;
        smyi_add_number(r, node, "undefined", 1 - (double)s->paths[m] / (double)paths);
    } else {
        double sum = 0;
        for (size_t o = 0; o < s->n_solvers && m == s->n_solvers; o++)
            sum += isfinite(s->tornado.base[o]) ? s->tornado.base[o] : 0;
        smyi_add_number(r, node, "point",
                        m < s->n_solvers ? s->tornado.base[m]
                        : s->n_pooled    ? sum / (double)s->n_pooled
                                         : (double)NAN);
    }
}

static void add_models(const SmyiStudy *s, SmyNode *root)
{
    SmyResult *r = s->result;
    SmyNode *list = smyi_add_list(r, root, "models");
    for (size_t m = 0; m < s->n_solvers; m++) {
        const SmyModelInfo *info = &s->solvers[m].model->info;
        SmyNode *node = smyi_add_object(r, list, NULL);
        smyi_add_text(r, node, "id", info->id);
        smyi_add_text(r, node, "title", info->title);
        add_level(s, node, m);
    }
    add_level(s, smyi_add_object(r, root, "answer"), s->n_solvers);
}

/* ---- Factors ---- */

static void add_indexed(SmyResult *r, SmyNode *parent, const char *key, SmyiIndexed x)
{
    SmyNode *node = smyi_add_object(r, parent, key);
    smyi_add_number(r, node, "value", x.value);
    smyi_add_number(r, node, "low", x.low);
    smyi_add_number(r, node, "high", x.high);
}

static void add_effect(const SmyiStudy *s, SmyNode *node, size_t m, size_t i)
{
    SmyResult *r = s->result;
    size_t n = s->factors.n;
    bool all = m == s->n_solvers;
    if (s->options->method == SMY_METHOD_SOBOL) {
        add_indexed(r, node, "first", s->indices[m].effects[i].first);
        add_indexed(r, node, "total", s->indices[m].effects[i].total);
    } else if (s->options->method == SMY_METHOD_MORRIS) {
        const SmyiElementary *e = &s->elementary[m * n + i];
        smyi_add_number(r, node, "mean", e->mean);
        smyi_add_number(r, node, "size", e->size);
        smyi_add_number(r, node, "spread", e->spread);
    } else {
        const SmyiTornado *t = &s->tornado;
        double low = all ? smyi_tornado_mean(s, t->low, i) : t->low[m * n + i];
        double high = all ? smyi_tornado_mean(s, t->high, i) : t->high[m * n + i];
        smyi_add_number(r, node, "at_low", low);
        smyi_add_number(r, node, "at_high", high);
        smyi_add_number(r, node, "swing", high - low);
    }
}

/* What the factor's inputs rest on: one word where they agree, "mixed" where they do not. */
static void add_inputs(const SmyiStudy *s, SmyNode *node, const SmyiFactor *factor)
{
    SmyResult *r = s->result;
    const char *support = NULL;
    bool mixed = false;
    size_t cited = 0;
    SmyNode *list = smyi_add_list(r, node, "inputs");
    for (size_t j = 0; j < factor->n_inputs; j++) {
        const SmyiInput *input = &s->scn->inputs[factor->inputs[j]];
        const char *here = smyi_support_text(&input->support);
        smyi_add_text(r, list, NULL, input->path);
        mixed |= support && support != here;
        support = here;
        cited += input->support.n_cites > 0;
    }
    smyi_add_text(r, node, "support", mixed ? "mixed" : support);
    smyi_add_number(r, node, "cited", (double)cited);
}

static const char *title_of(const SmyiStudy *s, const SmyiFactor *factor)
{
    const SmyScenario *scn = s->scn;
    size_t index = (size_t)factor->index;
    switch (factor->kind) {
    case SMYI_FACTOR_INPUT:
        return smyi_input_title(scn, index, s->language, s->mem);
    case SMYI_FACTOR_TOGETHER: {
        const char *first = smyi_input_title(scn, index, s->language, s->mem);
        return first ? smyi_arena_print(s->mem, "%s, and %zu tied to it", first,
                                        factor->n_inputs - 1)
                     : NULL;
    }
    case SMYI_FACTOR_ACTOR:
        return smyi_text_in(&scn->actors[index].name, s->language, scn->actors[index].id);
    case SMYI_FACTOR_ISSUE:
        return smyi_text_in(&scn->issues[index].title, s->language, scn->issues[index].id);
    case SMYI_FACTOR_CHANCE:
        break;
    }
    return "chance within a model's own distribution";
}

static const char *id_of(const SmyiStudy *s, const SmyiFactor *factor)
{
    size_t index = (size_t)factor->index;
    return factor->kind == SMYI_FACTOR_CHANCE  ? "chance"
           : factor->kind == SMYI_FACTOR_ACTOR ? s->scn->actors[index].id
           : factor->kind == SMYI_FACTOR_ISSUE ? s->scn->issues[index].id
                                               : s->scn->inputs[index].path;
}

static void add_range(const SmyiStudy *s, SmyNode *node, const SmyiFactor *factor)
{
    SmyResult *r = s->result;
    bool one = factor->kind == SMYI_FACTOR_INPUT;
    const SmyiEstimate *e = one ? &s->frame.estimates[factor->index] : NULL;
    smyi_add_number(r, node, "low", one ? e->low : (double)NAN);
    smyi_add_number(r, node, "point", one ? smyi_estimate_point(e) : (double)NAN);
    smyi_add_number(r, node, "high", one ? e->high : (double)NAN);
}

static void add_factor(const SmyiStudy *s, SmyNode *list, size_t i)
{
    static const char *const kinds[] = {"input", "together", "actor", "issue", "chance"};
    SmyResult *r = s->result;
    const SmyiFactor *factor = &s->factors.list[i];
    SmyNode *node = smyi_add_object(r, list, NULL);
    smyi_add_text(r, node, "id", id_of(s, factor));
    smyi_add_text(r, node, "kind", kinds[factor->kind]);
    smyi_add_text(r, node, "title", made(s, title_of(s, factor)));
    add_inputs(s, node, factor);
    add_range(s, node, factor);
    add_effect(s, node, s->n_solvers, i);
    if (s->options->method == SMY_METHOD_SOBOL) {
        smyi_add_number(r, node, "at_low", s->at_low[i]);
        smyi_add_number(r, node, "at_high", s->at_high[i]);
    }
    SmyNode *models = smyi_add_object(r, node, "models");
    for (size_t m = 0; m < s->n_solvers; m++)
        add_effect(s, smyi_add_object(r, models, s->solvers[m].model->info.id), m, i);
}

/* Which model is right is a factor too, where there are several. */
static void add_choice(const SmyiStudy *s, SmyNode *root)
{
    SmyResult *r = s->result;
    if (s->options->method != SMY_METHOD_SOBOL || s->n_pooled < 2) {
        smyi_add_null(r, root, "choice_of_model");
        return;
    }
    const SmyiEffect *choice = &s->indices[s->n_solvers].choice;
    SmyNode *node = smyi_add_object(r, root, "choice_of_model");
    add_indexed(r, node, "first", choice->first);
    add_indexed(r, node, "total", choice->total);
}

/* Does a factor speak of it? */
static bool is_factor(const void *cookie, size_t input)
{
    const SmyiStudy *s = cookie;
    for (size_t f = 0; f < s->factors.n; f++)
        for (size_t k = 0; k < s->factors.list[f].n_inputs; k++)
            if (s->factors.list[f].inputs[k] == (int)input)
                return true;
    return false;
}

/* ---- Notices ---- */

static void add_notices(const SmyiStudy *s, SmyNode *root)
{
    SmyiNoticeLists lists = smyi_notices_to_tree(s->scn, s->result, root);
    bool sobol = s->options->method == SMY_METHOD_SOBOL;
    bool morris = s->options->method == SMY_METHOD_MORRIS;
    if (sobol && s->options->run.points != SMY_POINTS_RANDOM && s->rows & (s->rows - 1))
        smyi_notice_add_plain(
            &lists, "rows_of_two",
            "Sobol points spread evenly in powers of two: take 512, 1024, 2048 ... rows");
    if (sobol && s->frame.n_correlated)
        smyi_notice_add_plain(&lists, "tied_redrawn",
                              "inputs tied by correlations are redrawn together, and so "
                              "are groups with one of them");
    if (!sobol && s->frame.n_correlated)
        smyi_notice_add_plain(&lists, morris ? "tied_moved" : "tied_apart",
                              morris
                                  ? "inputs tied by correlations are moved together"
                                  : "each input is turned alone, whatever it is tied to");
}

void smyi_study_write(SmyiStudy *s)
{
    SmyResult *r = s->result;
    SmyNode *root = r->root;
    bool drawn = s->options->method != SMY_METHOD_TORNADO;
    double none = (double)NAN;
    smyi_add_text(r, root, "summitry", SMYI_VERSION);
    smyi_answer_head(r, s->scn, s->language, root);
    smyi_add_text(r, root, "language", s->language);
    smyi_answer_names(r, s->scn, s->language, root);
    add_question(s, root);
    smyi_add_text(r, root, "method", method_texts[s->options->method]);
    smyi_add_number(r, root, "seed", (double)s->options->run.seed);
    smyi_add_text(r, root, "points",
                  s->options->method == SMY_METHOD_SOBOL
                      ? smyi_points_text(s->options->run.points)
                      : NULL);
    smyi_add_number(r, root, "rows", drawn ? (double)s->rows : none);
    smyi_add_number(r, root, "resamples",
                    s->options->method == SMY_METHOD_SOBOL ? (double)s->options->resamples
                                                           : none);
    smyi_add_number(r, root, "solves", (double)s->solves);
    add_models(s, root);
    add_choice(s, root);
    SmyNode *list = smyi_add_list(r, root, "factors");
    for (size_t i = 0; i < s->factors.n; i++)
        add_factor(s, list, s->order[i]);
    smyi_inputs_named_to_tree(s->scn, s->language, is_factor, s, r, root);
    add_notices(s, root);
}
