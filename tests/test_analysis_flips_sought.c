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
    "  - {id: middle, says: middle, holds: {outcome: x, between: [44, 56]}}\n"
    "  - {id: low, says: low, holds: {outcome: y, below: 0.7}}\n"
    "  - {id: four, says: four, holds: {outcome: x, above: 40}}\n"
    "  - {id: five, says: five, holds: {outcome: x, below: 61}}\n"
    "  - {id: six, says: six, holds: {outcome: y, above: 1.5}}\n"
    "  - {id: seven, says: seven, holds: {outcome: y, above: -1}}\n";

/* challenge iterates, agenda_setter lacks a procedure; behind the formulas: what most of them say. */
static const char *const MODELS[] = {"mean", "median", "nash"};
enum { CLAIMS = 7, FORMULAS = 3, MOST = FORMULAS, COLUMNS, VALUES = 400 };
enum { TOLD = 5, MOST_TOLD = 3 };

static SmyResult *answer(const SmyScenario *scenario, uint64_t draws)
{
    SmyResult *result = NULL;
    SmyRunOptions options = ask_points("mean,median,nash,challenge,agenda_setter");
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

static void verdicts(const SmyResult *result, bool out[CLAIMS][COLUMNS])
{
    for (size_t c = 0; c < CLAIMS; c++) {
        size_t n = 0;
        for (size_t m = 0; m < FORMULAS; m++)
            n += out[c][m] = verdict(result, c, MODELS[m]);
        out[c][MOST] = 2 * n > FORMULAS;
    }
}

static void verdicts_at(const SmyScenario *base, const char *path, double value,
                        bool out[CLAIMS][COLUMNS])
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
    verdicts(result, out);
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
                 Found found[CLAIMS][COLUMNS])
{
    double low = 0, high = 0, point = smyi_estimate_point(&base->inputs[input].estimate);
    bool here[CLAIMS][COLUMNS], there[CLAIMS][COLUMNS];
    verdicts(now, here);
    for (size_t c = 0; c < CLAIMS; c++)
        for (size_t m = 0; m < COLUMNS; m++)
            found[c][m] = (Found){HUGE_VAL, false};
    if (!smyi_ignorance(base, input, &low, &high))
        return;
    for (size_t k = 0; k <= VALUES; k++) {
        double value = low + (high - low) * (double)k / VALUES;
        double away = fabs(value - point) / (high - low);
        verdicts_at(base, base->inputs[input].path, value, there);
        for (size_t c = 0; c < CLAIMS; c++)
            for (size_t m = 0; m < COLUMNS; m++)
                if (there[c][m] != here[c][m])
                    found[c][m].distance = fmin(found[c][m].distance, away);
    }
}

static size_t model_of(const SmyNode *flip)
{
    const char *name = smy_node_text(smy_node_get(flip, "model"));
    if (!name)
        return MOST;
    for (size_t m = 0; m < FORMULAS; m++)
        if (strcmp(name, MODELS[m]) == 0)
            return m;
    fail_msg("%s was asked", name);
    return 0;
}

static const SmyNode *list_of(const SmyResult *now, size_t claim, const char *name)
{
    return smy_node_get(smy_node_at(smy_node_get(smy_result_root(now), "claims"), claim),
                        name);
}

static double number(const SmyNode *flip, const char *name)
{
    return smy_node_number(smy_node_get(flip, name));
}

/* Marks what is told of the input; it must be where the grid has it, to a step of the grid. */
static void match(const SmyNode *list, const char *path, Found *found)
{
    for (size_t f = 0; f < smy_node_size(list); f++) {
        const SmyNode *flip = smy_node_at(list, f);
        if (strcmp(smy_node_text(smy_node_get(flip, "path")), path) != 0)
            continue;
        Found *here = &found[model_of(flip)];
        assert_false(here->told);
        here->told = true;
        double early = here->distance - number(flip, "distance");
        if (early < -1e-4 || early > 1.0 / VALUES + 1e-6)
            fail_msg("%s: told %g, found %g", path, number(flip, "distance"),
                     here->distance);
    }
}

typedef struct Tally {
    size_t turns, told; /* inputs */
    double farthest_told, nearest_untold;
} Tally;

static void count(Tally *tally, const Found *found, size_t from, size_t n)
{
    double nearest = HUGE_VAL;
    bool is_told = false;
    for (size_t m = from; m < from + n; m++) {
        nearest = fmin(nearest, found[m].distance);
        is_told |= found[m].told;
    }
    for (size_t m = from; m < from + n && is_told; m++) /* of an input told, all is */
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

static void check(const Tally *tally, const SmyNode *list, size_t most)
{
    in_order(list);
    assert_int_equal(tally->told, tally->turns < most ? tally->turns : most);
    /* Chosen on 16 steps: nearer than what is not told, to one of them. */
    assert_true(tally->farthest_told <= tally->nearest_untold + 1.0 / 15 + 1.0 / VALUES);
}

static void what_is_told_is_what_is_found(void **state)
{
    (void)state;
    SmyScenario *base = ask_parse(SCENARIO);
    SmyResult *now = answer(base, 10);
    Tally each[CLAIMS], most[CLAIMS];
    for (size_t c = 0; c < CLAIMS; c++)
        each[c] = most[c] = (Tally){.nearest_untold = HUGE_VAL};
    for (size_t input = 0; input < base->n_inputs; input++) {
        Found found[CLAIMS][COLUMNS];
        seek(base, now, input, found);
        for (size_t c = 0; c < CLAIMS; c++) {
            match(list_of(now, c, "flips"), base->inputs[input].path, found[c]);
            match(list_of(now, c, "flips_most"), base->inputs[input].path, found[c]);
            count(&each[c], found[c], 0, FORMULAS);
            count(&most[c], found[c], MOST, 1);
        }
    }
    for (size_t c = 0; c < CLAIMS; c++) {
        check(&each[c], list_of(now, c, "flips"), TOLD);
        check(&most[c], list_of(now, c, "flips_most"), MOST_TOLD);
    }
    assert_true(each[0].turns > TOLD &&
                most[0].turns > MOST_TOLD); /* the choice was seen */
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
