/* SPDX-License-Identifier: Apache-2.0 */
/* Fitting a forecast's options to a table of past decisions, and what that is worth. */
#include <math.h>
#include <string.h>

#include "analysis/refit.h"
#include "base/error.h"
#include "base/number.h"
#include "base/tree.h"
#include "summitry/backtest.h"

enum { FEWEST_ISSUES = 30, FEWEST_GROUPS = 10 };

static const SmyNode *row_of(const SmyNode *root, const char *id)
{
    const SmyNode *models = smy_node_get(root, "models");
    for (size_t m = 0; m < smy_node_size(models); m++) {
        const char *own = smy_node_text(smy_node_get(smy_node_at(models, m), "id"));
        if (own && strcmp(own, id) == 0)
            return smy_node_at(models, m);
    }
    return NULL;
}

static void copy(SmyResult *r, SmyNode *to, const char *key, const SmyNode *from)
{
    smyi_add_number(r, to, key, smy_node_number(smy_node_get(from, key)));
}

static void add_scores(SmyResult *r, SmyNode *parent, const char *key, const SmyNode *row)
{
    static const char *const keys[] = {"n", "mae", "rmse", "crps", "log"};
    SmyNode *node = smyi_add_object(r, parent, key);
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
        copy(r, node, keys[k], row);
}

/* The difference of means that folds make: least and greatest value of an option. */
static void add_range(SmyResult *r, SmyNode *node, const SmyNode *by_fold)
{
    double low = (double)NAN, high = (double)NAN;
    for (size_t f = 0; f < smy_node_size(by_fold); f++) {
        low = fmin(low, smy_node_number(smy_node_at(by_fold, f)));
        high = fmax(high, smy_node_number(smy_node_at(by_fold, f)));
    }
    smyi_add_number(r, node, "low", low);
    smyi_add_number(r, node, "high", high);
}

static bool add_options(SmyResult *r, SmyNode *root, const char *model, const SmyNode *row)
{
    const SmyNode *fitted = smy_node_find(row, "fitted.options");
    const SmyModelInfo *info = smy_model_find(model);
    SmyNode *options = smyi_add_object(r, root, "options");
    SmyNode *flags = smyi_add_list(r, root, "flags");
    SmyiArena mem = {0};
    bool ok = true;
    for (size_t o = 0; o < smy_node_size(fitted) && ok; o++) {
        const char *key = smy_node_key(fitted, o);
        const SmyNode *option = smy_node_at(fitted, o);
        double value = smy_node_number(smy_node_get(option, "all"));
        SmyNode *node = smyi_add_object(r, options, key);
        smyi_add_number(r, node, "value", value);
        smyi_add_number(r, node, "default",
                        info->options[smyi_refit_option(info, key)].fallback);
        add_range(r, node, smy_node_get(option, "by_fold"));
        char digits[SMYI_NUMBER_SIZE];
        (void)smyi_number_write(value, digits);
        const char *flag = smyi_arena_print(&mem, "%s.%s=%s", model, key, digits);
        smyi_add_text(r, flags, NULL, flag);
        ok = flag != NULL;
    }
    smyi_arena_free(&mem);
    return ok;
}

static SmyCode write(SmyResult *r, const SmyNode *from, const char *model)
{
    char cv[80];
    size_t length = strlen(model);
    if (length + 4 > sizeof cv)
        return SMY_ERR_ARGUMENT;
    memcpy(cv, model, length);
    memcpy(cv + length, ".cv", 4);
    const SmyNode *row = row_of(from, cv);
    smyi_add_text(r, r->root, "summitry", smy_version());
    copy(r, r->root, "seed", from);
    smyi_add_text(r, r->root, "model", model);
    SmyNode *cases = smyi_add_object(r, r->root, "refitted_to");
    const SmyNode *table = smy_node_get(from, "cases");
    smyi_add_text(r, cases, "sha256", smy_node_text(smy_node_get(table, "sha256")));
    copy(r, cases, "scored", table);
    copy(r, cases, "groups", table);
    smyi_add_text(r, cases, "capability", smy_node_text(smy_node_get(table, "capability")));
    smyi_add_bool(r, r->root, "converged",
                  smy_node_bool(smy_node_find(row, "fitted.converged")));
    if (!add_options(r, r->root, model, row))
        return SMY_ERR_NOMEM;
    copy(r, r->root, "folds", from);
    SmyNode *scores = smyi_add_object(r, r->root, "scores");
    add_scores(r, scores, "out_of_fold", row);
    add_scores(r, scores, "as_it_stands", row_of(from, model));
    add_scores(r, scores, "mean", row_of(from, "mean"));
    return r->failed ? SMY_ERR_NOMEM : SMY_OK;
}

/* Enough to fit to, and to leave a part of out. */
static SmyCode refuse_few(const SmyNode *root, SmyError *err)
{
    double n = smy_node_number(smy_node_find(root, "cases.scored"));
    double groups = smy_node_number(smy_node_find(root, "cases.groups"));
    if (n >= FEWEST_ISSUES && groups >= FEWEST_GROUPS)
        return SMY_OK;
    return smyi_fail_at(
        err, SMY_ERR_MISSING, (SmyiPlace){0},
        "keep the options that the program comes with; `summitry backtest` "
        "says how they fare on this table",
        "too few to fit to: %.0f decisions in %.0f groups; it takes %d in %d", n, groups,
        FEWEST_ISSUES, FEWEST_GROUPS);
}

SmyCode smy_refit(const SmyCases *cases, const char *model,
                  const SmyBacktestOptions *options, SmyResult **out, SmyError *err)
{
    SmyBacktestOptions asked;
    SmyResult *tested = NULL, *result = NULL;
    SmyiArena mem = {0};
    const SmyiModel *found = smyi_model_find(model);
    *out = NULL;
    if (!found || !smyi_refit_of(found))
        return smyi_fail_at(err, SMY_ERR_UNKNOWN, (SmyiPlace){0},
                            "what can be fitted is heaped",
                            "the model \"%.64s\" has nothing to fit", model);
    smy_backtest_options_init(&asked);
    asked = options ? *options : asked;
    asked.models = smyi_arena_print(&mem, "mean,%s", model);
    asked.baseline = "mean";
    asked.resamples = 0;
    asked.folds =
        asked.folds < 2 ? 10 : asked.folds; /* without folds nothing is refitted */
    SmyCode code = asked.models ? smy_backtest(cases, &asked, &tested, err)
                                : smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    if (code == SMY_OK)
        code = refuse_few(smy_result_root(tested), err);
    if (code == SMY_OK && !(result = smyi_result_new()))
        code = smyi_fail(err, SMY_ERR_NOMEM, "out of memory");
    if (code == SMY_OK) {
        code = write(result, smy_result_root(tested), model);
        if (code != SMY_OK)
            (void)smyi_fail(err, code, "%s", smy_code_text(code));
    }
    smy_result_free(tested);
    smyi_arena_free(&mem);
    if (code == SMY_OK)
        *out = result;
    else
        smy_result_free(result);
    return code;
}
