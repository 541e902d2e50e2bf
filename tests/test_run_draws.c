/* SPDX-License-Identifier: Apache-2.0 */
/* Draws: the same bits for any number of threads, a part when stopped, seats sampled near exact. */
#include "support/ask.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static SmyScenario *read_scenario(const char *path)
{
    SmyScenario *scenario = NULL;
    SmyError err = {0};
    if (smy_scenario_read(path, NULL, &scenario, &err) != SMY_OK)
        fail_msg("%s:%d:%d: %s", err.file, err.line, err.column, err.message);
    return scenario;
}

static SmyResult *run(const SmyScenario *scenario, const SmyRunOptions *options)
{
    SmyResult *result = NULL;
    SmyError err = {0};
    if (smy_run(scenario, options, &result, &err) != SMY_OK)
        fail_msg("%s", err.message);
    return result;
}

static void same_bytes_on_one_thread_or_five(void **state)
{
    (void)state;
    SmyScenario *scenario = read_scenario("scenarios/alaska-2025.summit.yaml");
    SmyRunOptions options;
    smy_run_options_init(&options);
    options.draws = 1000; /* not a multiple of a block */
    options.matter_budget = 2048;
    char *json[3];
    for (unsigned t = 0; t < 3; t++) {
        options.threads = (unsigned[]){1, 2, 5}[t];
        SmyResult *result = run(scenario, &options);
        json[t] = ask_json(result);
        smy_result_free(result);
    }
    assert_string_equal(json[0], json[1]);
    assert_string_equal(json[0], json[2]);
    for (unsigned t = 0; t < 3; t++)
        free(json[t]);
    smy_scenario_free(scenario);
}

static void another_seed_gives_other_draws(void **state)
{
    (void)state;
    SmyScenario *scenario = read_scenario("scenarios/alaska-2025.summit.yaml");
    SmyRunOptions options;
    smy_run_options_init(&options);
    options.draws = 100;
    options.matter_budget = 256;
    options.models = "mean";
    SmyResult *one = run(scenario, &options);
    options.seed = 2;
    SmyResult *two = run(scenario, &options);
    static const char path[] = "models.0.gains.us.draws.mean";
    assert_true(fabs(ask_number(one, path) - ask_number(two, path)) > 1e-9);
    check_near("points do not hang on the seed", ask_number(one, "models.0.gains.us.total"),
               ask_number(two, "models.0.gains.us.total"), 0, "design.md 4");
    smy_result_free(one);
    smy_result_free(two);
    smy_scenario_free(scenario);
    check_done();
}

/* Stops the draws once 200 are done. */
static bool stop_early(void *cookie, const char *what, uint64_t done, uint64_t total)
{
    (void)cookie, (void)total;
    return strcmp(what, "draws") != 0 || done < 200;
}

static void stopped_work_gives_what_is_done(void **state)
{
    (void)state;
    SmyScenario *scenario = read_scenario("scenarios/alaska-2025.summit.yaml");
    SmyRunOptions options;
    smy_run_options_init(&options);
    options.draws = 20000;
    options.threads = 2;
    options.progress = stop_early;
    SmyResult *part = run(scenario, &options);
    assert_true(ask_bool(part, "partial"));
    double done = ask_number(part, "draws_done");
    assert_true(done >= 128 && done < 20000);
    check_near("nothing was valued after the stop", (double)ask_size(part, "seats"), 0, 0,
               "run.h");
    /* The same draws asked for in the first place give the same numbers. */
    options.progress = NULL;
    options.draws = (uint64_t)done;
    SmyResult *whole = run(scenario, &options);
    static const char *const paths[] = {"models.0.gains.ukraine.draws.q10",
                                        "models.0.agreement.probability",
                                        "claims.0.probability.mean.p"};
    for (size_t p = 0; p < 3; p++)
        check_near(paths[p], ask_number(part, paths[p]), ask_number(whole, paths[p]), 0,
                   "draw k hangs on (seed, k) alone");
    smy_result_free(part);
    smy_result_free(whole);
    smy_scenario_free(scenario);
    check_done();
}

static void sampled_seats_are_near_the_exact_ones(void **state)
{
    (void)state;
    SmyScenario *scenario = read_scenario("scenarios/alaska-2025.summit.yaml");
    SmyRunOptions options = ask_points("mean");
    SmyResult *exact = run(scenario, &options);
    options.seat_budget = 60; /* below 2^k for its candidates */
    SmyResult *coarse = run(scenario, &options);
    assert_true(ask_bool(exact, "seats.mean.exact"));
    assert_false(ask_bool(coarse, "seats.mean.exact"));
    static const char *const candidates[] = {"us", "russia", "ukraine"};
    for (size_t c = 0; c < 3; c++) {
        char path[96], error[96];
        (void)snprintf(path, sizeof path, "seats.mean.shapley.%s.ukraine", candidates[c]);
        (void)snprintf(error, sizeof error, "seats.mean.shapley_error.%s.ukraine",
                       candidates[c]);
        double away = fabs(ask_number(exact, path) - ask_number(coarse, path));
        if (away > 5 * ask_number(coarse, error) + 1e-9)
            fail_msg("%s is %g away, standard error %g", path, away,
                     ask_number(coarse, error));
    }
    check_near("the file's table is not sampled",
               ask_number(coarse, "seats.mean.exclusion_cost.ukraine"),
               ask_number(exact, "seats.mean.exclusion_cost.ukraine"), 0, "design.md 4");
    smy_result_free(exact);
    smy_result_free(coarse);
    smy_scenario_free(scenario);
    check_done();
}

static void chance_of_agreement_is_asked_of_every_table(void **state)
{
    (void)state;
    SmyScenario *scenario = read_scenario("scenarios/alaska-2025.summit.yaml");
    SmyRunOptions options = ask_points("mean");
    options.table_draws = 100;
    SmyResult *result = run(scenario, &options);
    assert_string_equal(ask_text(result, "seats.mean.best_tables.2.aim"), "agreement");
    double chance = ask_number(result, "seats.mean.best_tables.2.value");
    assert_true(chance > 0 && chance <= 1);
    smy_result_free(result);
    smy_scenario_free(scenario);
}

static const char TOGETHER[] =
    "summitry: 1\nid: together\nissues: {x: {scale: [0, 100], status_quo: 0}}\n"
    "actors: {a: {kind: state, capability: 1}, b: {kind: state, capability: 1}, "
    "c: {kind: state, capability: 1}}\nstances:\n"
    "  a: {x: {position: {low: 0, high: 100, shape: uniform}, salience: 50}}\n"
    "  b: {x: {position: {low: 0, high: 100, shape: uniform}, salience: 50}}\n"
    "  c: {x: {position: {low: 0, high: 100, shape: uniform}, salience: 50}}\n"
    "table: {seats: [a, b, c], candidates: [a]}\n"
    "claims: [{id: near, says: near, holds: {apart: [a, b, x], below: 20}}]\n"
    "correlations:\n  - {between: [stances.a.x.position, stances.b.x.position], spearman: "
    "0.9}\n";

static const char HEAPED[] =
    "summitry: 1\nid: heaped\nissues: {x: {scale: [0, 100], status_quo: 50}}\n"
    "actors: {a: {kind: state, capability: 1}, b: {kind: state, capability: 1}, "
    "c: {kind: state, capability: 1}}\nstances: {a: {x: {position: 0, salience: 90}}, "
    "b: {x: {position: 60, salience: 60}}, c: {x: {position: 100, salience: 80}}}\n"
    "table: {seats: [a, b, c], candidates: [a]}\n";

static double mean_of_draws(uint64_t draws)
{
    SmyRunOptions options = ask_points("heaped");
    options.draws = draws;
    SmyResult *result = ask(HEAPED, &options);
    double mean = ask_number(result, "models.0.outcome.x.draws.mean");
    smy_result_free(result);
    return mean;
}

/* The mean of what was drawn from a distribution is the distribution's mean. */
static void values_are_drawn_from_a_distribution(void **state)
{
    (void)state;
    SmyResult *result = ask(HEAPED, &(SmyRunOptions){.models = "heaped"});
    const SmyNode *pairs =
        smy_node_find(smy_result_root(result), "models.0.outcome.x.distribution");
    double mean = 0, mass = 0;
    for (size_t g = 0; g < smy_node_size(pairs); g++) {
        double p = smy_node_number(smy_node_at(smy_node_at(pairs, g), 1));
        mean += p * smy_node_number(smy_node_at(smy_node_at(pairs, g), 0));
        mass += p;
    }
    check_near("mass", mass, 1, 1e-12, "models.md M");
    check_near("mean", mean_of_draws(25600) - mean, 0, 1, "4 * 38 / sqrt(25600)");
    assert_true(fabs(mean_of_draws(64) - mean_of_draws(128)) > 1e-9); /* other draws */
    smy_result_free(result);
    check_done();
}

static void correlated_positions_are_drawn_together(void **state)
{
    (void)state;
    SmyRunOptions options = ask_points("mean");
    options.draws = 4000;
    SmyResult *result = ask(TOGETHER, &options);
    /* independent uniforms lie within .2 of each other in 1 - .8^2 = .36 of the draws */
    assert_true(ask_number(result, "claims.0.probability.mean.p") > .7);
    smy_result_free(result);
}

static void correlations_that_contradict_each_other_are_refused(void **state)
{
    (void)state;
    char text[2048];
    (void)snprintf(
        text, sizeof text, "%s%s", TOGETHER,
        "  - {between: [stances.b.x.position, stances.c.x.position], spearman: 0.9}\n"
        "  - {between: [stances.a.x.position, stances.c.x.position], spearman: -0.9}\n");
    SmyScenario *scenario = NULL;
    SmyResult *result = NULL;
    SmyReadOptions options;
    SmyError err = {0};
    smy_read_options_init(&options);
    assert_int_equal(
        smy_scenario_parse(text, strlen(text), "t.yaml", &options, &scenario, &err),
        SMY_ERR_CONFLICT);
    assert_null(scenario);
    assert_non_null(strstr(err.message, "eigenvalue of their matrix is -0.8"));
    assert_int_equal(err.line, 12);
    options.mend_correlations = true;
    assert_int_equal(
        smy_scenario_parse(text, strlen(text), "t.yaml", &options, &scenario, &err),
        SMY_OK);
    assert_int_equal(smy_run(scenario, NULL, &result, &err), SMY_OK);
    const SmyNode *notices = smy_node_get(smy_result_root(result), "notices");
    const char *told = NULL;
    for (size_t n = 0; n < smy_node_size(notices); n++)
        if (strstr(smy_node_text(smy_node_at(notices, n)), "at a distance of"))
            told = smy_node_text(smy_node_at(notices, n));
    assert_non_null(told);
    smy_result_free(result);
    smy_scenario_free(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_bytes_on_one_thread_or_five),
        cmocka_unit_test(another_seed_gives_other_draws),
        cmocka_unit_test(stopped_work_gives_what_is_done),
        cmocka_unit_test(sampled_seats_are_near_the_exact_ones),
        cmocka_unit_test(chance_of_agreement_is_asked_of_every_table),
        cmocka_unit_test(values_are_drawn_from_a_distribution),
        cmocka_unit_test(correlated_positions_are_drawn_together),
        cmocka_unit_test(correlations_that_contradict_each_other_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
