/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a variation of a scenario: refused, or varied, answered for, and varied again. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "summitry/summitry.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char text[] =
    "summitry: 1\nid: t\nas_of: 2025-01-05\n"
    "issues: {a: {scale: [0, 100], status_quo: 50}}\n"
    "actors: {us: {capability: 1}, ru: {capability: 2}, eu: {capability: 1}, un: {},\n"
    "  kim: {speaks_for: us}}\n"
    "table: {seats: [us, ru], absent: [eu], delegations: {us: [kim]}, venue: yalta}\n"
    "stances: {us: {a: {position: 10, salience: 50}}, ru: {a: {position: 90, salience: "
    "50}}}\nno_deal: {us: {low: 1, mode: 5, high: 9, stated: 0}}\n"
    "levers: [{id: l, by: ru, on: us, from: 2025-01-01, adds: {no_deal: 10}}]\n"
    "timeline: [{date: 2025-02-01, title: t, sets: {no_deal.us: 50}}]\n";

static void run(const SmyScenario *scenario)
{
    SmyRunOptions options;
    SmyResult *result = NULL;
    smy_run_options_init(&options);
    options.draws = 2;
    options.models = "mean";
    if (smy_run(scenario, &options, &result, NULL) != SMY_OK)
        abort();
    smy_result_free(result);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    SmyScenario *base = NULL, *once = NULL, *twice = NULL;
    SmyVariation *variation = NULL;
    SmyError error;
    if (smy_variation_from_json((const char *)data, size, &variation, &error) != SMY_OK)
        return 0;
    if (smy_scenario_parse(text, sizeof text - 1, "t.yaml", NULL, &base, &error) != SMY_OK)
        abort();
    if (smy_scenario_vary(base, variation, NULL, &once, &error) == SMY_OK) {
        run(once);
        (void)!smy_scenario_vary(once, variation, NULL, &twice, &error);
    } else if (!error.message[0]) {
        abort();
    }
    smy_scenario_free(base);
    smy_scenario_free(once);
    smy_scenario_free(twice);
    smy_variation_free(variation);
    return 0;
}
