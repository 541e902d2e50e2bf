/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of [actor or {actor, tolerance}]: publics that an actor answers to, and ratifiers. */
#include "scenario/reader.h"

typedef struct Answers {
    SmyiAnswer *all;
    size_t n;
} Answers;

static void read_who(SmyiReader *reader, const SmyiValue *value, void *into)
{
    ((SmyiAnswer *)into)->actor = smyi_refer_actor(reader, value);
}

static void read_tolerance(SmyiReader *reader, const SmyiValue *value, void *into)
{
    (void)smyi_read_number(reader, value, 0, 100, &((SmyiAnswer *)into)->tolerance);
}

static void read_answer(SmyiReader *reader, const SmyiValue *value, void *into)
{
    static const SmyiKey keys[] = {{"actor", read_who, true},
                                   {"tolerance", read_tolerance, false}};
    Answers *answers = into;
    SmyiAnswer one = {.actor = SMYI_NONE, .place = value->place};
    if (value->kind == SMYI_VALUE_MAP)
        (void)smyi_read_map(reader, value, keys, sizeof keys / sizeof *keys, &one);
    else
        one.actor = smyi_refer_actor(reader, value);
    for (size_t i = 0; i < answers->n; i++)
        if (one.actor != SMYI_NONE && answers->all[i].actor == one.actor) {
            smyi_refuse(reader, SMY_ERR_DUPLICATE, value, "name it once",
                        "%s names \"%s\" twice", smyi_path(reader, value->parent),
                        reader->scenario->actors[one.actor].id);
            return;
        }
    if (one.actor != SMYI_NONE)
        answers->all[answers->n++] = one;
}

size_t smyi_refer_answers(SmyiReader *reader, const SmyiValue *list, SmyiAnswer **out)
{
    Answers answers = {.all = SMYI_TAKE(reader, list->size, SmyiAnswer)};
    *out = answers.all;
    if (answers.all)
        (void)smyi_read_list(reader, list, read_answer, &answers);
    return answers.n;
}
