/* SPDX-License-Identifier: Apache-2.0 */
/* Notices in a result tree: the sentences, and beside them the parts they are made of. */
#include "scenario/notices.h"

#include <math.h>

#include "scenario/scenario.h"

void smyi_notice_add(const SmyiNoticeLists *lists, const SmyiNotice *notice)
{
    SmyResult *r = lists->result;
    smyi_add_text(r, lists->texts, NULL, notice->text);
    SmyNode *part = smyi_add_object(r, lists->parts, NULL);
    smyi_add_text(r, part, "code", notice->note.code);
    smyi_add_number(r, part, "line", notice->line ? notice->line : (double)NAN);
    smyi_add_number(r, part, "column", notice->column ? notice->column : (double)NAN);
    for (size_t f = 0; f < SMYI_NOTE_FACTS && notice->note.facts[f].key; f++) {
        const SmyiFact *fact = &notice->note.facts[f];
        if (fact->text)
            smyi_add_text(r, part, fact->key, fact->text);
        else
            smyi_add_number(r, part, fact->key, fact->number);
    }
}

void smyi_notice_add_plain(const SmyiNoticeLists *lists, const char *code, const char *text)
{
    smyi_notice_add(lists, &(SmyiNotice){.text = text, .note = {.code = code}});
}

SmyiNoticeLists smyi_notices_to_tree(const SmyScenario *scenario, SmyResult *result,
                                     SmyNode *root)
{
    SmyiNoticeLists lists = {.result = result};
    lists.texts = smyi_add_list(result, root, "notices");
    lists.parts = smyi_add_list(result, root, "notice_parts");
    for (size_t n = 0; scenario && n < scenario->n_notices; n++)
        smyi_notice_add(&lists, &scenario->notices[n]);
    return lists;
}
