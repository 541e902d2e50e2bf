/* SPDX-License-Identifier: Apache-2.0 */
/* The answer's part on evidence: what is cited, and which inputs the gains hang on most. */
#include "analysis/answer.h"
#include "analysis/sensitivity.h"
#include "scenario/evidence.h"
#include "scenario/input_title.h"

enum { MOST_MATTERS = 20 };

/* The first model asked for that is a formula and gives points; else the first. */
static const SmyiSolver *cheapest(const SmyiSolver *solvers, size_t n)
{
    for (size_t s = 0; s < n; s++)
        if (!solvers[s].model->info.iterative && !solvers[s].model->support)
            return &solvers[s];
    return &solvers[0];
}

SmyCode smyi_answer_find_matters(SmyiInquiry *answer, const SmyiSolver *solvers,
                                 const SmyRunOptions *o)
{
    const SmyiFrame *f = answer->frame;
    SmyiQuestion *questions = SMYI_NEW(answer->mem, f->n_players, SmyiQuestion);
    answer->matters = SMYI_NEW(answer->mem, 1, SmyiMatters);
    if (!questions || !answer->matters)
        return SMY_ERR_NOMEM;
    if (!answer->n_findings || !f->n_players)
        return SMY_OK;
    for (size_t p = 0; p < f->n_players; p++)
        questions[p] = (SmyiQuestion){.claim = SMYI_NONE,
                                      .quantity = {.kind = SMYI_Q_GAIN,
                                                   .issue = SMYI_NONE,
                                                   .n_actors = 1,
                                                   .actors = &f->players[p]}};
    SmyiProgress progress = {
        .say = o->progress, .cookie = o->cookie, .what = "what matters"};
    SmyiMattersOptions options = {.seed = o->seed,
                                  .budget = o->matter_budget,
                                  .threads = o->threads,
                                  .progress = &progress};
    answer->matters->solver = cheapest(solvers, answer->n_findings);
    if (answer->matters->solver->model->info.iterative)
        options.budget /= 16;
    SmyCode code = smyi_matters(f, answer->matters->solver, questions, f->n_players,
                                &options, answer->mem, answer->matters);
    if (code == SMY_ERR_CANCELLED)
        answer->partial = true;
    return code == SMY_ERR_CANCELLED || code == SMY_ERR_LIMIT ? SMY_OK : code;
}

static void add_matter(const SmyiInquiry *answer, SmyNode *list, const SmyiMatter *matter)
{
    SmyResult *r = answer->result;
    const SmyScenario *scn = answer->frame->scn;
    const SmyiInput *input = &scn->inputs[matter->input];
    SmyNode *row = smyi_add_object(r, list, NULL);
    smyi_add_text(r, row, "input", input->path);
    smyi_add_text(r, row, "title",
                  smyi_answer_kept(r, smyi_input_title(scn, (size_t)matter->input,
                                                       answer->language, answer->mem)));
    smyi_add_number(r, row, "total_effect", matter->total);
    smyi_add_bool(r, row, "cited", input->support.n_cites > 0);
}

static void add_matters(const SmyiInquiry *answer, SmyNode *node)
{
    SmyResult *r = answer->result;
    const SmyiMatters *m = answer->matters;
    SmyNode *list = smyi_add_list(r, node, "matters_most");
    for (size_t i = 0; m && i < m->n && i < MOST_MATTERS; i++)
        add_matter(answer, list, &m->list[i]);
    if (!m || !m->rows) {
        smyi_add_null(r, node, "matters_to");
        return;
    }
    SmyNode *to = smyi_add_object(r, node, "matters_to");
    smyi_add_text(r, to, "question", "gains of all who may sit, together");
    smyi_add_text(r, to, "model", m->solver->model->info.id);
    smyi_add_number(r, to, "rows", (double)m->rows);
}

void smyi_answer_evidence(const SmyiInquiry *answer, SmyNode *root)
{
    SmyResult *r = answer->result;
    SmyiEvidenceCounts counts = smyi_evidence_counts(answer->frame->scn);
    SmyNode *node = smyi_add_object(r, root, "evidence");
    smyi_add_number(r, node, "inputs", (double)counts.inputs);
    smyi_add_number(r, node, "cited", (double)counts.cited);
    smyi_add_number(r, node, "judged", (double)counts.judged);
    smyi_add_number(r, node, "unsupported", (double)counts.unsupported);
    (void)smyi_add_list(r, node, "unresolved");
    add_matters(answer, node);
}
