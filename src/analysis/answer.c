/* SPDX-License-Identifier: Apache-2.0 */
/* Writing what was found into the result tree. */
#include "analysis/answer.h"

#include "analysis/convergence.h"
#include "summitry/run.h"

const char *smy_version(void)
{
    return SMYI_VERSION;
}

/* Ratifiers, publics and constraints that could not be asked under any model. */
static void notice_undefined(const SmyiInquiry *answer, const SmyiNoticeLists *lists)
{
    const SmyiFrame *f = answer->frame;
    for (size_t b = 0; b < f->n_blockers; b++) {
        const SmyiBlocker *blocker = &f->blockers[b];
        bool undefined = answer->n_findings > 0;
        for (size_t s = 0; s < answer->n_findings; s++)
            undefined &= answer->findings[s].verdict.undefined[b] != 0;
        if (!undefined)
            continue;
        bool law = blocker->kind == SMYI_BLOCKER_CONSTRAINT;
        const char *id = law ? f->scn->constraints[blocker->index].id
                             : f->scn->actors[blocker->index].id;
        smyi_notice_add(
            lists, &(SmyiNotice){.text = SMYI_ANSWER_PRINT(
                                     answer,
                                     "\"%s\" could block an agreement but cannot be asked: "
                                     "what it needs is not defined",
                                     id),
                                 .note = {"blocker_undefined",
                                          {SMYI_FACT(law ? "constraint" : "actor", id)}}});
    }
}

void smyi_answer_notices(const SmyiInquiry *answer, SmyNode *root)
{
    const SmyScenario *scn = answer->frame->scn;
    SmyiNoticeLists lists = smyi_notices_to_tree(scn, answer->result, root);
    notice_undefined(answer, &lists);
}

void smyi_answer_write(SmyiInquiry *answer)
{
    SmyNode *root = answer->result->root;
    smyi_add_text(answer->result, root, "summitry", SMYI_VERSION);
    smyi_answer_scenario(answer, root);
    smyi_answer_forecast(answer, root);
    smyi_answer_compare(answer, root);
    smyi_answer_models(answer, root);
    smyi_answer_seats(answer, root);
    smyi_answer_power(answer, root);
    smyi_answer_claims(answer, root);
    smyi_answer_evidence(answer, root);
    smyi_answer_convergence(answer, root);
    smyi_answer_notices(answer, root);
}
