/* SPDX-License-Identifier: Apache-2.0 */
/* What an analysis is asked about: a quantity or a condition, written as in a claim. */
#include "scenario/question.h"

#include <stdio.h>
#include <string.h>

#include "scenario/quantity.h"
#include "scenario/yaml.h"

static const char CLAIM[] = "claim:";

/* ---- Reading ---- */

static SmyCode find_claim(const SmyScenario *scn, const char *id, const char *name,
                          SmyiQuestion *out, SmyError *err)
{
    SmyiNearest nearest = smyi_nearest(id);
    for (size_t c = 0; c < scn->n_claims; c++) {
        smyi_nearest_try(&nearest, scn->claims[c].id);
        if (strcmp(scn->claims[c].id, id) != 0)
            continue;
        out->claim = (int)c;
        out->condition = &scn->claims[c].holds;
        return SMY_OK;
    }
    const char *near = nearest.best    ? nearest.best
                       : scn->n_claims ? scn->claims[0].id
                                       : NULL;
    char hint[128] = "the scenario makes no claims";
    if (near)
        (void)snprintf(hint, sizeof hint, "%s \"%s\"%s",
                       nearest.best ? "did you mean" : "its claims are", near,
                       nearest.best ? "?" : " ...");
    return smyi_fail_at(err, SMY_ERR_UNKNOWN, (SmyiPlace){name, 1, (int)sizeof CLAIM}, hint,
                        "\"%.64s\" is no claim of the scenario", id);
}

static bool is_condition(const SmyiValue *map)
{
    for (const SmyiValue *entry = map->first; entry; entry = entry->next)
        if (smyi_is_operator(entry->key->text) || smyi_is_fact(entry->key->text))
            return true;
    return false;
}

static void read_map(SmyiReader *reader, const SmyiValue *root, SmyiQuestion *out)
{
    SmyiCondition *condition = SMYI_TAKE(reader, 1, SmyiCondition);
    if (root->kind == SMYI_VALUE_MAP && !is_condition(root)) {
        (void)smyi_read_quantity(reader, root, &out->quantity);
    } else if (condition) {
        smyi_read_condition(reader, root, condition);
        out->condition = condition;
    }
}

/* A text without brackets is put into some; that moves what is said about it by a column. */
static SmyCode read_text(const SmyScenario *scn, const char *text, const char *name,
                         SmyiArena *mem, SmyiQuestion *out, SmyError *err)
{
    bool bare = text[strspn(text, " \t\n")] != '{';
    const char *map = bare ? smyi_arena_print(mem, "{%s}", text) : text;
    SmyiReader *reader = SMYI_NEW(mem, 1, SmyiReader);
    SmyScenario *seen = SMYI_NEW(mem, 1, SmyScenario);
    if (!map || !reader || !seen)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    *seen = *scn; /* read only: a reader wants one that it may write to */
    *reader = (SmyiReader){.scenario = seen, .arena = mem, .scratch = mem};
    reader->complaints.arena = mem;
    SmyiValue *root = smyi_yaml_read(map, strlen(map), name, mem, &reader->complaints);
    if (root)
        read_map(reader, root, out);
    smyi_complaints_sort(&reader->complaints);
    if (reader->complaints.no_memory)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    SmyCode code = smyi_complaints_tell(&reader->complaints, NULL, NULL, err);
    if (code != SMY_OK && err && bare && err->line == 1 && err->column > 1)
        err->column--;
    return code;
}

SmyCode smyi_question_read(const SmyScenario *scn, const char *text, const char *name,
                           SmyiArena *mem, SmyiQuestion *out, SmyError *err)
{
    size_t length = text ? strnlen(text, SMYI_MOST_QUESTION + 1) : 0;
    *out = (SmyiQuestion){.claim = SMYI_NONE,
                          .quantity = {.kind = SMYI_Q_NUMBER, .issue = SMYI_NONE}};
    if (length == 0 || length > SMYI_MOST_QUESTION)
        return smyi_fail_at(err, length ? SMY_ERR_LIMIT : SMY_ERR_MISSING,
                            (SmyiPlace){name, 0, 0},
                            "such as \"gain: A\", \"outcome: I\" or claim:ID",
                            length ? "the question is too long" : "no question is asked");
    out->of = smyi_arena_copy(mem, text, length);
    if (!out->of)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    if (strncmp(text, CLAIM, sizeof CLAIM - 1) != 0)
        return read_text(scn, text, name, mem, out, err);
    const char *id = out->of + sizeof CLAIM - 1;
    return find_claim(scn, id + strspn(id, " "), name, out, err);
}

/* ---- In words ---- */

const char *smyi_question_title(const SmyScenario *scn, const SmyiQuestion *question,
                                const char *language, SmyiArena *mem)
{
    if (question->claim != SMYI_NONE) {
        const SmyiClaim *claim = &scn->claims[question->claim];
        return smyi_text_in(&claim->says, language, claim->id);
    }
    return question->condition
               ? question->of
               : smyi_quantity_title(scn, &question->quantity, language, mem);
}

const char *smyi_question_unit(const SmyiQuestion *question)
{
    SmyiQuantityKind kind = question->quantity.kind;
    if (question->condition)
        return "share";
    return kind == SMYI_Q_OUTCOME || kind == SMYI_Q_POSITION || kind == SMYI_Q_STATED
               ? "scale"
           : kind == SMYI_Q_CAPABILITY ? "capability"
                                       : "points";
}
