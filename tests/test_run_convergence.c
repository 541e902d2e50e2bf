/* SPDX-License-Identifier: Apache-2.0 */
/* Drawing until it is enough: the same bits as drawing so many at once, on any threads. */
#include <math.h>
#include <string.h>

#include "support/scenario.h"
#include "support/support.h"

static const char file[] =
    "summitry: 1\nid: t\nissues: {a: {scale: [0, 100], status_quo: 50}}\n"
    "actors: {us: {capability: {low: 1, mode: 2, high: 3}}, ru: {capability: 2}}\n"
    "table: {seats: [us, ru]}\n"
    "stances: {us: {a: {position: {low: 0, mode: 10, high: 60}, salience: 50}},\n"
    "  ru: {a: {position: {low: 50, mode: 90, high: 100}, salience: {low: 1, mode: 20, "
    "high: "
    "90}}}}\n"
    "claims: [{id: gains, says: \"Both gain\", holds: {gain: us, above: {gain: ru}}}]\n";

static SmyResult *run(const SmyRunOptions *options)
{
    SmyScenario *scenario = NULL;
    SmyResult *result = NULL;
    scenario = scenario_good(file);
    assert_int_equal(smy_run(scenario, options, &result, NULL), SMY_OK);
    smy_scenario_free(scenario);
    return result;
}

static SmyRunOptions options_of(double error, uint64_t draws, unsigned threads)
{
    SmyRunOptions options;
    smy_run_options_init(&options);
    options.models = "mean,nash,heaped";
    options.with_seats = false;
    options.matter_budget = 0;
    options.with_convergence = true;
    options.until_error = error;
    options.draws = draws;
    options.threads = threads;
    return options;
}

static bool is_asked(const char *key) /* what says how it was asked, not what came */
{
    return strcmp(key, "until_error") == 0 || strcmp(key, "most_draws") == 0;
}

static void check_same(const SmyNode *a, const SmyNode *b)
{
    assert_int_equal(smy_node_kind(a), smy_node_kind(b));
    assert_int_equal(smy_node_size(a), smy_node_size(b));
    double x = smy_node_number(a), y = smy_node_number(b);
    assert_true(x == y || (isnan(x) && isnan(y)));
    for (size_t i = 0; i < smy_node_size(a); i++)
        if (!smy_node_key(a, i) || !is_asked(smy_node_key(a, i)))
            check_same(smy_node_at(a, i), smy_node_at(b, i));
}

static double number(const SmyResult *result, const char *path)
{
    return smy_node_number(smy_node_find(smy_result_root(result), path));
}

static void stopping_gives_the_bits_of_so_many_draws(void **state)
{
    (void)state;
    static const SmyPoints points[] = {SMY_POINTS_RANDOM, SMY_POINTS_SOBOL};
    for (size_t p = 0; p < 2; p++) {
        SmyRunOptions until = options_of(.75, 100000, 3);
        until.points = points[p];
        SmyResult *stopped = run(&until);
        double draws = number(stopped, "draws_done");
        assert_true(draws == 4096 || draws == 8192);
        assert_true(number(stopped, "convergence.least_sure.error") <= .75);
        SmyRunOptions all = options_of(0, (uint64_t)draws, 1);
        all.points = points[p];
        SmyResult *whole = run(&all);
        check_same(smy_result_root(stopped), smy_result_root(whole));
        smy_result_free(stopped);
        smy_result_free(whole);
    }
}

static void what_is_not_reached_stops_at_the_most_draws(void **state)
{
    (void)state;
    SmyRunOptions options = options_of(.01, 3000, 1);
    SmyResult *got = run(&options);
    assert_true(number(got, "draws_done") == 3000);
    assert_true(number(got, "convergence.least_sure.error") > .01);
    assert_true(number(got, "convergence.most_draws") == 3000);
    smy_result_free(got);
}

/* The error of a mean is its standard deviation over the root of the draws. */
static void errors_shrink_with_the_root_of_the_draws(void **state)
{
    (void)state;
    SmyRunOptions options = options_of(0, 16384, 2);
    SmyResult *got = run(&options);
    double eighth = number(got, "convergence.running.0.steps.0.mean.error");
    double all = number(got, "convergence.running.0.steps.3.mean.error");
    assert_true(number(got, "convergence.running.0.steps.0.draws") == 2048);
    check_near("ratio of errors", eighth / all, sqrt(8), .1, "hand");
    assert_true(number(got, "convergence.running.0.steps.3.q10.error") > all);
    smy_result_free(got);
    check_done();
}

/* Sobol points come nearer the true mean than random ones of the same number. */
static void sobol_points_come_nearer(void **state)
{
    (void)state;
    static const char path[] = "models.0.outcome.a.draws.mean";
    SmyRunOptions options = options_of(0, 65536, 2);
    options.models = "mean";
    options.with_convergence = false;
    options.points = SMY_POINTS_OWEN;
    SmyResult *got = run(&options);
    double truth = number(got, path), random = 0, sobol = 0;
    assert_int_equal(smy_node_kind(smy_node_find(smy_result_root(got), "convergence")),
                     SMY_NODE_NULL);
    smy_result_free(got);
    options.draws = 1024;
    for (uint64_t seed = 1; seed <= 8; seed++) {
        options.seed = seed;
        options.points = SMY_POINTS_RANDOM;
        got = run(&options);
        random += (number(got, path) - truth) * (number(got, path) - truth);
        smy_result_free(got);
        options.points = SMY_POINTS_SOBOL;
        got = run(&options);
        sobol += (number(got, path) - truth) * (number(got, path) - truth);
        smy_result_free(got);
    }
    assert_true(sobol < random / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stopping_gives_the_bits_of_so_many_draws),
        cmocka_unit_test(what_is_not_reached_stops_at_the_most_draws),
        cmocka_unit_test(errors_shrink_with_the_root_of_the_draws),
        cmocka_unit_test(sobol_points_come_nearer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
