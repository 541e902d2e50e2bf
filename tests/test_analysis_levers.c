/* SPDX-License-Identifier: Apache-2.0 */
/* Levers: slopes by formula, jumps found, the best place, own inputs and others' apart. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/levers.h"
#include "support/scenario.h"
#include "support/support.h"

static SmyiArena mem;

static SmyResult *levers(const SmyScenario *scenario, const char *actor, const char *of,
                         const char *models)
{
    SmySensitivityOptions options;
    SmyResult *result = NULL;
    SmyError err = {0};
    smy_sensitivity_options_init(&options);
    options.run.models = models;
    if (smy_levers(scenario, actor, of, &options, &result, &err) != SMY_OK)
        fail_msg("%s", err.message);
    return result;
}

static const SmyNode *lever(const SmyResult *result, const char *path)
{
    const SmyNode *list = smy_node_get(smy_result_root(result), "levers");
    for (size_t i = 0; i < smy_node_size(list); i++)
        if (strcmp(smy_node_text(smy_node_get(smy_node_at(list, i), "input")), path) == 0)
            return smy_node_at(list, i);
    return NULL;
}

static double number(const SmyNode *node, const char *path)
{
    return smy_node_number(smy_node_find(node, path));
}

static double cell(const json_t *rows, size_t a, size_t i)
{
    return json_number_value(json_array_get(json_array_get(rows, a), i));
}

/* The scenario of the golden file, everybody seated. */
static SmyScenario *golden_scenario(const json_t *input)
{
    static const char names[] = "abcd";
    const char *actors = "", *stances = "", *costs = "";
    for (size_t a = 0; a < 4; a++) {
        actors = smyi_arena_print(
            &mem, "%s%s%c: {capability: %.17g}", actors, a ? ", " : "", names[a],
            json_number_value(json_array_get(json_at(input, "C"), a)));
        stances = smyi_arena_print(&mem,
                                   "%s  %c: {x: {position: %.17g, salience: %.17g}, y: "
                                   "{position: %.17g, salience: "
                                   "%.17g}}\n",
                                   stances, names[a], cell(json_at(input, "P"), a, 0),
                                   cell(json_at(input, "S"), a, 0),
                                   cell(json_at(input, "P"), a, 1),
                                   cell(json_at(input, "S"), a, 1));
        costs = smyi_arena_print(
            &mem, "%s%s%c: %.17g", costs, a ? ", " : "", names[a],
            100 * json_number_value(json_array_get(json_at(input, "nodeal"), a)));
    }
    return scenario_good(smyi_arena_print(
        &mem,
        "summitry: 1\nid: t\n"
        "issues: {x: {scale: [0, 100], status_quo: 60}, y: {scale: [0, 100], status_quo: "
        "50}}\n"
        "actors: {%s}\ntable: {seats: [a, b, c, d]}\nno_deal: {%s}\nstances:\n%s",
        actors, costs, stances));
}

static void slopes_of_the_mean_equal_the_golden_ones(void **state)
{
    (void)state;
    json_t *golden = golden_read("j_gains.json"), *row;
    SmyScenario *scenario = golden_scenario(json_at(golden, "input"));
    SmyResult *got = levers(scenario, "a", "outcome: x", "mean");
    size_t a;
    check_near("outcome", number(smy_result_root(got), "answer.point"),
               json_num(golden, "expected.outcome_all.0"), 1e-9, "j_gains.json");
    json_array_foreach(json_at(golden, "expected.levers_issue0_all"), a, row) {
        static const struct {
            const char *path, *key;
        } inputs[] = {{"stances.%c.x.position", "d_position"},
                      {"actors.%c.capability", "d_capability"},
                      {"stances.%c.x.salience", "d_salience"}};
        for (size_t i = 0; i < 3; i++) {
            const char *at = strchr(inputs[i].path, '%');
            const char *path =
                smyi_arena_print(&mem, "%.*s%c%s", (int)(at - inputs[i].path),
                                 inputs[i].path, (int)('a' + (int)a), at + 2);
            const SmyNode *one = lever(got, path);
            assert_non_null(one);
            assert_true(smy_node_bool(smy_node_find(one, "models.mean.exact")));
            check_near(path, number(one, "models.mean.slope"), json_num(row, inputs[i].key),
                       1e-9, "j_gains.json");
        }
    }
    smy_result_free(got);
    smy_scenario_free(scenario);
    json_decref(golden);
    check_done();
}

/* Where a formula holds it must agree with the difference that is taken elsewhere. */
static void formulas_agree_with_differences(void **state)
{
    (void)state;
    json_t *golden = golden_read("j_gains.json");
    SmyScenario *scenario = golden_scenario(json_at(golden, "input"));
    SmyiFrame frame;
    SmyiSolver *solvers;
    SmyiQuestion question;
    size_t n, exact = 0;
    SmyiProgress quiet = {0};
    assert_int_equal(smyi_frame_new(scenario, false, false, &mem, &frame, NULL), SMY_OK);
    assert_int_equal(smyi_solvers_new("mean", NULL, 0, &mem, &solvers, &n, NULL), SMY_OK);
    assert_int_equal(smyi_question_read(scenario, "gain: a", "t", &mem, &question, NULL),
                     SMY_OK);
    SmyiLeverStudy study = {.asked = {&frame, solvers, 1, &question, 1, false},
                            .unit = 100};
    assert_int_equal(smyi_levers_find(&study, 1, &quiet, &mem), SMY_OK);
    for (size_t j = 0; j < study.n; j++) {
        const SmyiLeverFound *f = &study.found[j];
        const SmyiPull *pull = &f->pulls[0];
        double step = (f->high - f->low) / (SMYI_LEVER_STEPS - 1);
        size_t k = (size_t)((f->point - f->low) / step);
        const char *path = scenario->inputs[f->input].path;
        if (!pull->exact || !strstr(path, "position"))
            continue; /* straight between the steps about the point: the others are curved */
        exact++;
        check_near(path, pull->slope, (pull->value[k + 1] - pull->value[k]) / step, 1e-6,
                   "difference");
    }
    assert_true(exact >= 3);
    smy_scenario_free(scenario);
    json_decref(golden);
    check_done();
}

/* x = (p + 90) / 2 is within ru's limit of 60 from p = 30 on: 50 before, 60 and more behind. */
static const char jumping[] =
    "summitry: 1\nid: t\nissues: {a: {scale: [0, 100], status_quo: 50}}\n"
    "actors: {us: {capability: 1}, ru: {capability: 1}, eu: {capability: 1}}\n"
    "table: {seats: [us, ru], absent: [eu]}\n"
    "standing: {eu: {left_out: {low: -9, mode: -5, high: 0}}}\n"
    "stances:\n"
    "  us: {a: {position: {low: 0, mode: 10, high: 60}, salience: 50}}\n"
    "  ru: {a: {position: 90, salience: 50, limit: 60}}\n"
    "  eu: {a: {position: 0, salience: 50}}\n";

static void a_jump_is_found_where_it_is(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(jumping);
    SmyResult *got = levers(scenario, "ru", "outcome: a", "mean");
    const SmyNode *one = lever(got, "stances.us.a.position");
    assert_int_equal(smy_node_size(smy_node_find(one, "models.mean.switches")), 1);
    check_near("place", number(one, "models.mean.switches.0.at"), 30, 6e-5, "hand");
    check_near("below", number(one, "models.mean.switches.0.below"), 50, 1e-9, "hand");
    check_near("above", number(one, "models.mean.switches.0.above"), 60, 1e-4, "hand");
    check_near("slope at the point", number(one, "models.mean.slope"), 0, 0, "hand");
    check_near("to", number(one, "to"), 60, 1e-12, "hand");
    check_near("change", number(one, "change.mean"), 25, 1e-9, "hand");
    smy_result_free(got);
    smy_scenario_free(scenario);
    check_done();
}

static void a_jump_at_the_point_has_no_slope(void **state)
{
    (void)state;
    char text[2048];
    (void)snprintf(text, sizeof text, "%s", jumping);
    char *mode = strstr(text, "mode: 10");
    memcpy(mode, "mode: 30", 8);
    SmyScenario *scenario = scenario_good(text);
    SmyResult *got = levers(scenario, "ru", "outcome: a", "median,mean");
    const SmyNode *one = lever(got, "stances.us.a.position");
    assert_int_equal(smy_node_kind(smy_node_find(one, "models.mean.slope")), SMY_NODE_NULL);
    assert_false(smy_node_bool(smy_node_find(one, "models.mean.exact")));
    one = lever(got, "stances.ru.a.limit");
    assert_int_equal(smy_node_kind(smy_node_find(one, "models.mean.slope")), SMY_NODE_NULL);
    smy_result_free(got);
    smy_scenario_free(scenario);
}

static void own_inputs_are_told_from_others(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(jumping);
    SmyResult *got = levers(scenario, "eu", NULL, "mean,nash");
    const SmyNode *own = lever(got, "standing.eu.left_out");
    const SmyNode *other = lever(got, "stances.us.a.position");
    assert_true(smy_node_bool(smy_node_get(own, "own")));
    assert_false(smy_node_bool(smy_node_get(other, "own")));
    assert_false(
        smy_node_bool(smy_node_get(own, "chosen"))); /* nobody chooses to be hurt */
    assert_true(smy_node_bool(smy_node_get(other, "chosen")));
    assert_string_equal(smy_node_text(smy_node_get(other, "holder")), "us");
    assert_string_equal(smy_node_text(smy_node_find(smy_result_root(got), "question.of")),
                        "gain: eu");
    check_near("standing", number(own, "change.mean"), 5, 1e-9, "hand");
    check_near("to", number(own, "to"), 0, 1e-9, "hand");
    check_near("slope", number(own, "models.nash.slope"), 1, 1e-9, "hand");
    smy_result_free(got);
    smy_scenario_free(scenario);
    check_done();
}

static void threads_do_not_change_a_lever(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(jumping);
    SmySensitivityOptions options;
    double sum[2] = {0};
    smy_sensitivity_options_init(&options);
    for (unsigned t = 0; t < 2; t++) {
        SmyResult *got;
        options.run.threads = t ? 3 : 1;
        assert_int_equal(smy_levers(scenario, "us", NULL, &options, &got, NULL), SMY_OK);
        const SmyNode *list = smy_node_get(smy_result_root(got), "levers");
        for (size_t i = 0; i < smy_node_size(list); i++)
            sum[t] += (double)(i + 1) * number(smy_node_at(list, i), "change.mean");
        smy_result_free(got);
    }
    assert_true(sum[0] == sum[1]);
    smy_scenario_free(scenario);
}

static void nobody_is_helped_by_name_alone(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(jumping);
    SmyResult *got;
    SmyError err = {0};
    assert_int_equal(smy_levers(scenario, "uss", NULL, NULL, &got, &err), SMY_ERR_UNKNOWN);
    assert_non_null(strstr(err.hint, "\"us\""));
    assert_int_equal(smy_levers(scenario, NULL, NULL, NULL, &got, &err), SMY_ERR_UNKNOWN);
    assert_int_equal(smy_levers(scenario, "us", "gain: it", NULL, &got, &err),
                     SMY_ERR_UNKNOWN);
    smy_scenario_free(scenario);
}

static int forget(void **state)
{
    (void)state;
    smyi_arena_free(&mem);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slopes_of_the_mean_equal_the_golden_ones),
        cmocka_unit_test(formulas_agree_with_differences),
        cmocka_unit_test(a_jump_is_found_where_it_is),
        cmocka_unit_test(a_jump_at_the_point_has_no_slope),
        cmocka_unit_test(own_inputs_are_told_from_others),
        cmocka_unit_test(threads_do_not_change_a_lever),
        cmocka_unit_test(nobody_is_helped_by_name_alone),
    };
    return cmocka_run_group_tests(tests, NULL, forget);
}
