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
static void notice_undefined(const SmyiInquiry *answer, SmyNode *list)
{
    const SmyiFrame *f = answer->frame;
    for (size_t b = 0; b < f->n_blockers; b++) {
        const SmyiBlocker *blocker = &f->blockers[b];
        bool undefined = answer->n_findings > 0;
        for (size_t s = 0; s < answer->n_findings; s++)
            undefined &= answer->findings[s].verdict.undefined[b] != 0;
        if (!undefined)
            continue;
        const char *id = blocker->kind == SMYI_BLOCKER_CONSTRAINT
                             ? f->scn->constraints[blocker->index].id
                             : f->scn->actors[blocker->index].id;
        smyi_add_text(
            answer->result, list, NULL,
            SMYI_ANSWER_PRINT(answer,
                              "\"%s\" could block an agreement but cannot be asked: "
                              "what it needs is not defined",
                              id));
    }
}

void smyi_answer_notices(const SmyiInquiry *answer, SmyNode *root)
{
    const SmyScenario *scn = answer->frame->scn;
    SmyResult *r = answer->result;
    SmyNode *list = smyi_add_list(r, root, "notices");
    for (size_t n = 0; n < scn->n_notices; n++)
        smyi_add_text(r, list, NULL, scn->notices[n].text);
    notice_undefined(answer, list);
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
