/* SPDX-License-Identifier: Apache-2.0 */
/* Asking a scenario given as text, and looking at the answer. */
#include "support/ask.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/reports.h"

SmyScenario *ask_parse(const char *text)
{
    SmyScenario *scenario = NULL;
    SmyError err = {0};
    if (smy_scenario_parse(text, strlen(text), "asked", NULL, &scenario, &err) != SMY_OK)
        fail_msg("%s:%d:%d: %s (%s)\n%s", err.file, err.line, err.column, err.message,
                 err.hint, text);
    return scenario;
}

SmyRunOptions ask_points(const char *models)
{
    SmyRunOptions options;
    smy_run_options_init(&options);
    options.models = models;
    options.draws = 0;
    return options;
}

SmyResult *ask(const char *text, const SmyRunOptions *options)
{
    SmyScenario *scenario = ask_parse(text);
    SmyRunOptions points = ask_points(NULL);
    SmyResult *result = NULL;
    SmyError err = {0};
    if (smy_run(scenario, options ? options : &points, &result, &err) != SMY_OK)
        fail_msg("%s", err.message);
    smy_scenario_free(scenario);
    return result;
}

static const SmyNode *at(const SmyResult *result, const char *path)
{
    const SmyNode *node = smy_node_find(smy_result_root(result), path);
    if (!node)
        fail_msg("no %s in the answer", path);
    return node;
}

double ask_number(const SmyResult *result, const char *path)
{
    return smy_node_number(at(result, path));
}

const char *ask_text(const SmyResult *result, const char *path)
{
    return smy_node_text(at(result, path));
}

bool ask_bool(const SmyResult *result, const char *path)
{
    return smy_node_bool(at(result, path));
}

size_t ask_size(const SmyResult *result, const char *path)
{
    return smy_node_size(at(result, path));
}

char *ask_json(const SmyResult *result)
{
    Shown shown = {0};
    assert_int_equal(smy_node_write_json(smy_result_root(result), report_keep, &shown),
                     SMY_OK);
    return shown.text;
}
