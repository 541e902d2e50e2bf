/* SPDX-License-Identifier: Apache-2.0 */
/* The models asked for, each with the values of its options. */
#include "analysis/solvers.h"

#include <stdlib.h>
#include <string.h>

/* "mean, median, ..." for a hint */
static const char *all_ids(SmyiArena *mem)
{
    const char *list = "models:";
    for (size_t i = 0; list && i < smy_model_count(); i++)
        list = smyi_arena_print(mem, "%s %s", list, smyi_model_at(i)->info.id);
    return list;
}

static const char *all_keys(const SmyModelInfo *info, SmyiArena *mem)
{
    const char *list = info->n_options ? "options:" : "this model has no options";
    for (size_t o = 0; list && o < info->n_options; o++)
        list = smyi_arena_print(mem, "%s %s", list, info->options[o].key);
    return list;
}

static SmyCode add_solver(const char *id, SmyiArena *mem, SmyiSolver *solvers, size_t *n,
                          SmyError *err)
{
    const SmyiModel *model = smyi_model_find(id);
    if (!model)
        return smyi_fail_at(err, SMY_ERR_UNKNOWN, (SmyiPlace){0}, all_ids(mem),
                            "there is no model \"%s\"", id);
    for (size_t i = 0; i < *n; i++)
        if (solvers[i].model == model)
            return smyi_fail(err, SMY_ERR_DUPLICATE, "model \"%s\" is asked for twice", id);
    double *options = SMYI_NEW(mem, model->info.n_options, double);
    if (!options)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    smyi_model_defaults(model, options);
    solvers[(*n)++] = (SmyiSolver){model, options};
    return SMY_OK;
}

static SmyCode choose(const char *ids, SmyiArena *mem, SmyiSolver *solvers, size_t *n,
                      SmyError *err)
{
    SmyCode code = SMY_OK;
    for (size_t i = 0; !ids && i < smy_model_count() && code == SMY_OK; i++)
        code = add_solver(smyi_model_at(i)->info.id, mem, solvers, n, err);
    while (ids && code == SMY_OK) {
        size_t length = strcspn(ids, ",");
        const char *id = smyi_arena_copy(mem, ids, length);
        if (!id)
            return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
        code = add_solver(id, mem, solvers, n, err);
        ids = ids[length] ? ids + length + 1 : NULL;
    }
    return code;
}

static SmyCode set_choice(const SmyOption *option, const char *text, double *value,
                          SmyiArena *mem, SmyError *err)
{
    const char *list = "choices:";
    for (size_t c = 0; option->choices[c]; c++) {
        if (strcmp(option->choices[c], text) == 0) {
            *value = (double)c;
            return SMY_OK;
        }
        list = list ? smyi_arena_print(mem, "%s %s", list, option->choices[c]) : NULL;
    }
    return smyi_fail_at(err, SMY_ERR_RANGE, (SmyiPlace){0}, list,
                        "option \"%s\" cannot be \"%s\"", option->key, text);
}

static SmyCode set_number(const SmyOption *option, const char *text, double *value,
                          SmyError *err)
{
    char *end;
    double number = strtod(text, &end);
    if (end == text || *end || !(number >= option->low && number <= option->high))
        return smyi_fail(err, SMY_ERR_RANGE,
                         "option \"%s\" is \"%s\"; it goes from %g to %g", option->key,
                         text, option->low, option->high);
    *value = number;
    return SMY_OK;
}

/* "challenge.Q=0.5" */
static SmyCode set_option(const char *setting, SmyiSolver *solvers, size_t n,
                          SmyiArena *mem, SmyError *err)
{
    const char *dot = strchr(setting, '.'), *equals = strchr(setting, '=');
    if (!dot || !equals || equals < dot)
        return smyi_fail_at(err, SMY_ERR_SYNTAX, (SmyiPlace){0}, "such as challenge.Q=0.5",
                            "an option is written MODEL.OPTION=VALUE, not \"%s\"", setting);
    const char *id = smyi_arena_copy(mem, setting, (size_t)(dot - setting));
    const char *key = smyi_arena_copy(mem, dot + 1, (size_t)(equals - dot - 1));
    if (!id || !key)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    for (size_t s = 0; s < n; s++) {
        const SmyModelInfo *info = &solvers[s].model->info;
        if (strcmp(info->id, id) != 0)
            continue;
        for (size_t o = 0; o < info->n_options; o++)
            if (strcmp(info->options[o].key, key) == 0)
                return info->options[o].choices
                           ? set_choice(&info->options[o], equals + 1,
                                        &solvers[s].options[o], mem, err)
                           : set_number(&info->options[o], equals + 1,
                                        &solvers[s].options[o], err);
        return smyi_fail_at(err, SMY_ERR_UNKNOWN, (SmyiPlace){0}, all_keys(info, mem),
                            "model \"%s\" has no option \"%s\"", id, key);
    }
    return smyi_fail_at(err, SMY_ERR_UNKNOWN, (SmyiPlace){0}, all_ids(mem),
                        "option \"%s\" is of a model that is not asked for", setting);
}

SmyCode smyi_solvers_new(const char *ids, const char *const *settings, size_t n_settings,
                         SmyiArena *mem, SmyiSolver **solvers, size_t *n_solvers,
                         SmyError *err)
{
    *n_solvers = 0;
    *solvers = SMYI_NEW(mem, smy_model_count(), SmyiSolver);
    if (!*solvers)
        return smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    SmyCode code = choose(ids, mem, *solvers, n_solvers, err);
    for (size_t s = 0; s < n_settings && code == SMY_OK; s++)
        code = set_option(settings[s], *solvers, *n_solvers, mem, err);
    return code;
}
