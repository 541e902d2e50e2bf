/* SPDX-License-Identifier: Apache-2.0 */
/* What would turn a claim's verdict, against asking the scenario anew at 400 values of every input. */
#include "scenario/coverage.h"
#include "support/ask.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "scenario/scenario.h"

/* Saliences off the steps, ranges beside points, a scale of its own; more inputs that turn than are told. */
static const char SCENARIO[] =
    "summitry: 1\nid: flips\n"
    "issues:\n  x: {scale: [0, 100], status_quo: 50}\n  y: {scale: [-10, 10], status_quo: "
    "0}\n"
    "actors:\n"
    "  a: {kind: state, capability: 1}\n  b: {kind: state, capability: 1}\n"
    "  c: {kind: state, capability: {low: 1, mode: 1, high: 2}}\n"
    "stances:\n"
    "  a: {x: {position: 7, salience: 43}, y: {position: -6, salience: 20}}\n"
    "  b: {x: {position: 94, salience: {low: 40, mode: 51, high: 60}}, y: {position: 9, "
    "salience: 35}}\n"
    "  c: {x: {position: {low: 30, mode: 41, high: 80}, salience: 12}, y: {position: 1, "
    "salience: 77}}\n"
    "table: {seats: [a, b, c]}\n"
    "claims:\n"
    "  - {id: high, says: high, holds: {outcome: x, above: 57}}\n"
    "  - {id: middle, says: middle, holds: {outcome: x, between: [45, 56]}}\n"
    "  - {id: low, says: low, holds: {outcome: y, below: 0.7}}\n";

enum { CLAIMS = 3, VALUES = 400, TOLD = 5 };
static const char *const MODELS[] = {"mean", "median", "challenge", "agenda_setter"};
enum {
    FORMULAS = 2,
    N_MODELS = 4
}; /* challenge iterates, agenda_setter lacks a procedure */

static SmyResult *answer(const SmyScenario *scenario, uint64_t draws)
{
    SmyResult *result = NULL;
    SmyRunOptions options = ask_points("mean,median,challenge,agenda_setter");
    options.draws = draws;
    options.with_flips = draws > 0;
    options.with_seats = false;
    assert_int_equal(smy_run(scenario, &options, &result, NULL), SMY_OK);
    return result;
}

static bool verdict(const SmyResult *result, size_t claim, const char *model)
{
    char path[64];
    snprintf(path, sizeof path, "claims.%zu.at_point.%s", claim, model);
    return ask_bool(result, path);
}

static void verdicts_at(const SmyScenario *base, const char *path, double value,
                        bool out[CLAIMS][FORMULAS])
{
    char text[40];
    SmyVariation *variation = NULL;
    SmyScenario *varied = NULL;
    SmyError err = {0};
    snprintf(text, sizeof text, "%.17g", value);
    assert_int_equal(smy_variation_new(&variation, &err), SMY_OK);
    assert_int_equal(smy_variation_set(variation, path, text, &err), SMY_OK);
    if (smy_scenario_vary(base, variation, NULL, &varied, &err) != SMY_OK)
        fail_msg("%s = %s: %s", path, text, err.message);
    SmyResult *result = answer(varied, 0);
    for (size_t c = 0; c < CLAIMS; c++)
        for (size_t m = 0; m < FORMULAS; m++)
            out[c][m] = verdict(result, c, MODELS[m]);
    smy_result_free(result);
    smy_scenario_free(varied);
    smy_variation_free(variation);
}

typedef struct Found {
    double distance; /* share of the span; HUGE_VAL: nowhere */
    bool told;
} Found;

/* The least distance, on the grid, at which each verdict differs from the one now. */
static void seek(const SmyScenario *base, const SmyResult *now, size_t input,
                 Found found[CLAIMS][FORMULAS])
{
    double low = 0, high = 0, point = smyi_estimate_point(&base->inputs[input].estimate);
    bool there[CLAIMS][FORMULAS];
    for (size_t c = 0; c < CLAIMS; c++)
        for (size_t m = 0; m < FORMULAS; m++)
            found[c][m] = (Found){HUGE_VAL, false};
    if (!smyi_ignorance(base, input, &low, &high))
        return;
    for (size_t k = 0; k <= VALUES; k++) {
        double value = low + (high - low) * (double)k / VALUES;
        double away = fabs(value - point) / (high - low);
        verdicts_at(base, base->inputs[input].path, value, there);
        for (size_t c = 0; c < CLAIMS; c++)
            for (size_t m = 0; m < FORMULAS; m++)
                if (there[c][m] != verdict(now, c, MODELS[m]))
                    found[c][m].distance = fmin(found[c][m].distance, away);
    }
}

static size_t model_of(const SmyNode *flip)
{
    const char *name = smy_node_text(smy_node_get(flip, "model"));
    for (size_t m = 0; m < FORMULAS; m++)
        if (strcmp(name, MODELS[m]) == 0)
            return m;
    fail_msg("%s was asked", name);
    return 0;
}

static const SmyNode *flips_of(const SmyResult *now, size_t claim)
{
    return smy_node_get(smy_node_at(smy_node_get(smy_result_root(now), "claims"), claim),
                        "flips");
}

static double number(const SmyNode *flip, const char *name)
{
    return smy_node_number(smy_node_get(flip, name));
}

/* Marks what is told of the input; it must be where the grid has it, to a step of the grid. */
static void match(const SmyResult *now, const char *path, Found found[CLAIMS][FORMULAS])
{
    for (size_t c = 0; c < CLAIMS; c++) {
        const SmyNode *list = flips_of(now, c);
        for (size_t f = 0; f < smy_node_size(list); f++) {
            const SmyNode *flip = smy_node_at(list, f);
            if (strcmp(smy_node_text(smy_node_get(flip, "path")), path) != 0)
                continue;
            Found *here = &found[c][model_of(flip)];
            assert_false(here->told);
            here->told = true;
            double early = here->distance - number(flip, "distance");
            if (early < -1e-6 || early > 1.0 / VALUES + 1e-6)
                fail_msg("%s, claim %zu: told %g, found %g", path, c,
                         number(flip, "distance"), here->distance);
        }
    }
}

typedef struct Tally {
    size_t turns, told; /* inputs */
    double farthest_told, nearest_untold;
} Tally;

static void count(Tally *tally, const Found found[FORMULAS])
{
    double nearest = HUGE_VAL;
    bool is_told = false;
    for (size_t m = 0; m < FORMULAS; m++) {
        nearest = fmin(nearest, found[m].distance);
        is_told |= found[m].told;
    }
    for (size_t m = 0; m < FORMULAS && is_told; m++) /* of an input told, every model is */
        assert_true(found[m].told == (found[m].distance < HUGE_VAL));
    tally->turns += nearest < HUGE_VAL;
    tally->told += is_told;
    if (is_told)
        tally->farthest_told = fmax(tally->farthest_told, nearest);
    else
        tally->nearest_untold = fmin(tally->nearest_untold, nearest);
}

static void in_order(const SmyNode *list)
{
    double before = 0;
    for (size_t f = 0; f < smy_node_size(list); f++) {
        assert_true(number(smy_node_at(list, f), "distance") >= before);
        before = number(smy_node_at(list, f), "distance");
    }
}

static void what_is_told_is_what_is_found(void **state)
{
    (void)state;
    SmyScenario *base = ask_parse(SCENARIO);
    SmyResult *now = answer(base, 10);
    Tally tally[CLAIMS];
    for (size_t c = 0; c < CLAIMS; c++)
        tally[c] = (Tally){.nearest_untold = HUGE_VAL};
    for (size_t input = 0; input < base->n_inputs; input++) {
        Found found[CLAIMS][FORMULAS];
        seek(base, now, input, found);
        match(now, base->inputs[input].path, found);
        for (size_t c = 0; c < CLAIMS; c++)
            count(&tally[c], found[c]);
    }
    for (size_t c = 0; c < CLAIMS; c++) {
        in_order(flips_of(now, c));
        assert_int_equal(tally[c].told, tally[c].turns < TOLD ? tally[c].turns : TOLD);
        /* Chosen on 16 steps: nearer than what is not told, to one of them. */
        assert_true(tally[c].farthest_told <=
                    tally[c].nearest_untold + 1.0 / 15 + 1.0 / VALUES);
    }
    assert_true(tally[0].turns > TOLD); /* or the choice was not looked at */
    smy_result_free(now);
    smy_scenario_free(base);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_told_is_what_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
