/* SPDX-License-Identifier: Apache-2.0 */
/* Relations: who acts toward whom, by the verb between them. */
#include <string.h>

#include "reading/grammar.h"
#include "reading/relate.h"

bool smyi_relate(SmyiReading *reading, SmyiRelation relation)
{
    const SmyiPaper *paper = &reading->papers[relation.paper];
    const SmyiAct *act = &smyi_acts[relation.act];
    if (!smyi_is_named(&relation.from) || relation.to.n == 0 ||
        (act->is_mutual && !smyi_is_named(&relation.to)))
        return false;
    for (size_t i = 0; i < relation.from.n; i++) /* nobody acts toward himself */
        for (size_t k = 0; k < relation.to.n; k++)
            if (relation.from.all[i].actor != SMYI_NOBODY &&
                relation.from.all[i].actor == relation.to.all[k].actor)
                return false;
    relation.date = -1;
    size_t s = paper->tokens[relation.verb].sentence, first, last;
    smyi_sentence_tokens(paper, s, &first, &last);
    size_t best = 0;
    for (size_t t = first; t < last; t++) { /* the nearest date of the sentence */
        size_t off = t > relation.verb ? t - relation.verb : relation.verb - t;
        if (paper->tokens[t].kind == SMYI_DATE && (relation.date < 0 || off < best)) {
            relation.date = paper->tokens[t].what;
            best = off;
        }
    }
    SmyiRelation *added = SMYI_ADD(reading, relations, SmyiRelation);
    if (added)
        *added = relation;
    return added != NULL;
}

void smyi_find_relations(SmyiReading *reading, size_t p)
{
    const SmyiPaper *paper = &reading->papers[p];
    for (size_t t = 0; t < paper->n_tokens && !reading->no_memory; t++) {
        const SmyiToken *token = &paper->tokens[t];
        if (token->act < 0)
            continue;
        if (token->latin)
            smyi_relate_en(reading, p, t);
        else
            smyi_relate_zh(reading, p, t);
    }
}
