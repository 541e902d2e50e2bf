/* SPDX-License-Identifier: Apache-2.0 */
/* What an estimate or claim rests on: cite, judgement, voice. */
#include <string.h>

#include "scenario/citation.h"
#include "scenario/reader.h"

typedef struct Cites {
    SmyiCitation *all;
    size_t n;
} Cites;

static void read_cite(SmyiReader *reader, const SmyiValue *value, void *into)
{
    Cites *cites = into;
    if (smyi_read_citation(reader, value, &cites->all[cites->n]))
        cites->n++;
}

/* One citation or a list. */
static void read_cites(SmyiReader *reader, const SmyiValue *value, SmyiSupport *support)
{
    bool list = value->kind == SMYI_VALUE_LIST;
    if (value->size > SMYI_MOST_CITES) {
        smyi_refuse(reader, SMY_ERR_LIMIT, value, "cite what the number rests on most",
                    "%zu citations in one list; there may be 64", value->size);
        return;
    }
    Cites cites = {.all = SMYI_TAKE(reader, list ? value->size : 1, SmyiCitation)};
    if (!cites.all)
        return;
    if (list)
        (void)smyi_read_list(reader, value, read_cite, &cites);
    else
        read_cite(reader, value, &cites);
    if (list && value->size == 0)
        smyi_refuse(reader, SMY_ERR_MISSING, value, "name a passage, or remove the key",
                    "%s is an empty list", smyi_path(reader, value));
    support->cites = cites.all;
    support->n_cites = cites.n;
    for (size_t c = 0; c < cites.n; c++)
        smyi_list_citation(reader, &cites.all[c]);
}

int smyi_read_voice(SmyiReader *reader, const SmyiValue *value)
{
    if (value->kind == SMYI_VALUE_TEXT && strcmp(value->text, "author") == 0)
        return SMYI_VOICE_AUTHOR;
    return smyi_refer_actor(reader, value);
}

/* The value of a key of support; NULL where there is none or it is empty (a complaint). */
static const SmyiValue *support_value(SmyiReader *reader, const SmyiValue *map,
                                      const char *key)
{
    const SmyiValue *value = smyi_value_get(map, key);
    if (value && value->kind == SMYI_VALUE_NULL)
        smyi_refuse(reader, SMY_ERR_MISSING, value, "give it a value, or remove it",
                    "%s is empty", smyi_path(reader, value));
    bool usable = value && value->kind != SMYI_VALUE_NULL && value->kind != SMYI_VALUE_BAD;
    return usable ? value : NULL;
}

SmyiSupport smyi_read_support(SmyiReader *reader, const SmyiValue *map,
                              const SmyiSupport *outer)
{
    SmyiSupport support = {.voice = SMYI_NONE};
    const SmyiValue *cite = support_value(reader, map, "cite");
    const SmyiValue *judgement = support_value(reader, map, "judgement");
    const SmyiValue *voice = support_value(reader, map, "voice");
    if (cite)
        read_cites(reader, cite, &support);
    if (judgement)
        support.judgement = smyi_read_text(reader, judgement);
    if (voice)
        support.voice = smyi_read_voice(reader, voice);
    if (!outer)
        return support;
    if (!cite &&
        !judgement) { /* a judgement of one's own is not made a citation from outside */
        support.cites = outer->cites;
        support.n_cites = outer->n_cites;
    }
    if (!judgement)
        support.judgement = outer->judgement;
    if (!voice)
        support.voice = outer->voice;
    return support;
}
