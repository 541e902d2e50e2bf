/* SPDX-License-Identifier: Apache-2.0 */
/* Draws that one run leaves to the next: the answer is that of a run that makes all its draws. */
#include "support/ask.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/kept.h"

static const char file[] = "scenarios/alaska-2025.summit.yaml",
                  models[] = "mean,heaped,nash,challenge";

static SmyScenario *read_scenario(void)
{
    SmyScenario *scenario = NULL;
    SmyError err = {0};
    if (smy_scenario_read(file, NULL, &scenario, &err) != SMY_OK)
        fail_msg("%s:%d:%d: %s", err.file, err.line, err.column, err.message);
    return scenario;
}

/* Two models without a distribution, one with, one that iterates; pieces of draws and a rest. */
static SmyRunOptions some_draws(void)
{
    SmyRunOptions options;
    smy_run_options_init(&options);
    options.models = models;
    options.draws = 1100;
    options.threads = 1;
    options.matter_budget = 0;
    options.with_flips = false;
    options.with_seats = false;
    return options;
}

static char *answer(const SmyScenario *scenario, const SmyRunOptions *options)
{
    SmyResult *result = NULL;
    SmyError err = {0};
    if (smy_run(scenario, options, &result, &err) != SMY_OK)
        fail_msg("%s", err.message);
    char *json = ask_json(result);
    smy_result_free(result);
    return json;
}

static SmyKept *room(void)
{
    SmyKept *kept = smy_kept_new();
    assert_non_null(kept);
    return kept;
}

/* The draws of the formulas, into `kept`. */
static void keep_formulas(const SmyScenario *scenario, SmyRunOptions options, SmyKept *kept)
{
    options.only_formulas = true;
    options.kept = kept;
    free(answer(scenario, &options));
}

/* What is answered with `kept` is what is answered without. */
static void check_same(const SmyScenario *scenario, SmyRunOptions options, SmyKept *kept)
{
    options.kept = NULL;
    char *want = answer(scenario, &options);
    options.kept = kept;
    char *got = answer(scenario, &options);
    assert_string_equal(got, want);
    free(want);
    free(got);
}

static void all_models_after_the_formulas(void **state)
{
    (void)state;
    SmyScenario *scenario = read_scenario();
    SmyRunOptions options = some_draws();
    options.models = NULL;
    for (unsigned threads = 1; threads <= 3; threads += 2) {
        SmyKept *kept = room();
        options.threads = threads;
        keep_formulas(scenario, options, kept);
        assert_true(kept->drawn.done == options.draws);
        options.threads = 4 - threads;
        check_same(scenario, options, kept);
        smy_kept_free(kept);
    }
    smy_scenario_free(scenario);
}

static void points_spread_evenly_and_no_claims(void **state)
{
    (void)state;
    SmyScenario *scenario = read_scenario();
    SmyRunOptions options = some_draws();
    SmyKept *kept = room();
    options.points = SMY_POINTS_OWEN;
    options.quadratic_loss = true;
    keep_formulas(scenario, options, kept);
    check_same(scenario, options, kept);
    options.with_claims = false;
    check_same(scenario, options, kept);
    keep_formulas(scenario, options, kept);
    check_same(scenario, options, kept);
    smy_kept_free(kept);
    smy_scenario_free(scenario);
}

/* Otherwise every draw might have been made again, and nobody had seen it. */
static void what_is_kept_is_taken(void **state)
{
    (void)state;
    SmyScenario *scenario = read_scenario();
    SmyRunOptions options = some_draws();
    SmyKept *kept = room();
    char *want = answer(scenario, &options);
    keep_formulas(scenario, options, kept);
    assert_int_equal(kept->n_solvers, 3);
    kept->drawn.tally[0].gain[0] += 1000;
    options.kept = kept;
    char *got = answer(scenario, &options);
    assert_string_not_equal(got, want);
    free(want);
    free(got);
    smy_kept_free(kept);
    smy_scenario_free(scenario);
}

static void what_differs_is_drawn_anew(void **state)
{
    (void)state;
    static const char *const settings[] = {"heaped.beta=2"};
    SmyScenario *scenario = read_scenario();
    for (int different = 0; different < 8; different++) {
        SmyRunOptions options = some_draws();
        SmyKept *kept = room();
        options.draws = 520;
        keep_formulas(scenario, options, kept);
        options.seed += different == 0;
        options.draws += different == 1;
        options.stated_positions = different == 2;
        options.quadratic_loss = different == 3;
        options.points = different == 4 ? SMY_POINTS_SOBOL : SMY_POINTS_RANDOM;
        options.models = different == 5 ? "median,nash,smp,mean" : models;
        options.model_options = settings;
        options.n_model_options = different == 6;
        options.until_error = different == 7 ? 1e-9 : 0;
        check_same(scenario, options, kept);
        check_same(scenario, options, kept); /* as it left them */
        smy_kept_free(kept);
    }
    smy_scenario_free(scenario);
}

static bool stop_early(void *cookie, const char *what, uint64_t done, uint64_t total)
{
    (void)cookie, (void)total;
    return strcmp(what, "draws") != 0 || done < 200;
}

static void half_of_the_draws_are_not_taken_for_all(void **state)
{
    (void)state;
    SmyScenario *scenario = read_scenario();
    SmyRunOptions options = some_draws();
    SmyKept *kept = room();
    options.progress = stop_early;
    keep_formulas(scenario, options, kept);
    assert_true(kept->drawn.done < options.draws);
    options.progress = NULL;
    check_same(scenario, options, kept);
    smy_kept_free(kept);
    smy_scenario_free(scenario);
}

static void stopped_with_draws_at_hand(void **state)
{
    (void)state;
    SmyScenario *scenario = read_scenario();
    SmyRunOptions options = some_draws();
    SmyKept *kept = room();
    keep_formulas(scenario, options, kept);
    options.progress = stop_early; /* one thread: after the same draws */
    check_same(scenario, options, kept);
    options.progress = NULL;
    check_same(scenario, options, kept); /* and they are still whole */
    smy_kept_free(kept);
    smy_kept_free(NULL);
    smy_scenario_free(scenario);
}

/* A variation of the scenario, as the server makes them: alike in everything but a number. */
static void another_scenario_is_drawn_anew(void **state)
{
    (void)state;
    static const char changes[] = "{\"changes\": {\"stances.us.containment.position\": 3}}";
    SmyScenario *scenario = read_scenario(), *other = NULL;
    SmyVariation *with = NULL;
    SmyError err = {0};
    assert_int_equal(smy_variation_from_json(changes, strlen(changes), &with, &err),
                     SMY_OK);
    assert_int_equal(smy_scenario_vary(scenario, with, NULL, &other, &err), SMY_OK);
    smy_variation_free(with);
    SmyRunOptions options = some_draws();
    SmyKept *kept = room();
    keep_formulas(scenario, options, kept);
    check_same(other, options, kept);
    smy_kept_free(kept);
    smy_scenario_free(other);
    smy_scenario_free(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_models_after_the_formulas),
        cmocka_unit_test(points_spread_evenly_and_no_claims),
        cmocka_unit_test(what_is_kept_is_taken),
        cmocka_unit_test(what_differs_is_drawn_anew),
        cmocka_unit_test(another_scenario_is_drawn_anew),
        cmocka_unit_test(half_of_the_draws_are_not_taken_for_all),
        cmocka_unit_test(stopped_with_draws_at_hand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
