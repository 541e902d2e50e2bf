/* SPDX-License-Identifier: Apache-2.0 */
/* A program of someone else's: what an installed Summitry offers, seen from outside. */
#include <stdio.h>
#include <string.h>

#include <summitry/summitry.h>

static int complain(const SmyError *err)
{
    fprintf(stderr, "%s:%d:%d: %s\n", err->file, err->line, err->column, err->message);
    return 1;
}

/* user VERSION SCENARIO: prints who gains how much under the first model. */
int main(int argc, char **argv)
{
    SmyScenario *scenario = NULL;
    SmyResult *result = NULL;
    SmyError err;
    if (argc != 3 || strcmp(smy_version(), argv[1]) != 0)
        return 1;
    if (smy_scenario_read(argv[2], NULL, &scenario, &err) != SMY_OK)
        return complain(&err);
    SmyRunOptions options;
    smy_run_options_init(&options);
    options.draws = 0;
    options.models = smy_model_at(0)->id;
    SmyCode code = smy_run(scenario, &options, &result, &err);
    smy_scenario_free(scenario);
    if (code != SMY_OK)
        return complain(&err);
    const SmyNode *gains = smy_node_find(smy_result_root(result), "models.0.gains");
    for (size_t a = 0; a < smy_node_size(gains); a++)
        printf("%s %+.1f\n", smy_node_key(gains, a),
               smy_node_number(smy_node_get(smy_node_at(gains, a), "total")));
    smy_result_free(result);
    return 0;
}
