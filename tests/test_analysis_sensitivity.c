/* SPDX-License-Identifier: Apache-2.0 */
/* What an answer hangs on: Morris, tornados and Sobol indices of scenarios. */
#include <math.h>
#include <string.h>

#include "analysis/sensitivity.h"
#include "support/scenario.h"
#include "support/support.h"

static SmyiArena mem;

/* ---- Asking ---- */

typedef struct Ask {
    const char *of, *models;
    SmyMethod method;
    uint64_t rows;
    const char *const *settings;
    size_t n_settings;
} Ask;

static SmyResult *ask(const SmyScenario *scenario, Ask a)
{
    SmySensitivityOptions options;
    SmyResult *result = NULL;
    SmyError err = {0};
    smy_sensitivity_options_init(&options);
    options.method = a.method;
    options.rows = a.rows;
    options.resamples = 0;
    options.run.models = a.models;
    options.run.model_options = a.settings;
    options.run.n_model_options = a.n_settings;
    if (smy_sensitivity(scenario, a.of, &options, &result, &err) != SMY_OK)
        fail_msg("%d:%d %s", err.line, err.column, err.message);
    return result;
}

/* The factor of this id and kind, or NULL. */
static const SmyNode *factor(const SmyResult *result, const char *kind, const char *id)
{
    const SmyNode *list = smy_node_get(smy_result_root(result), "factors");
    for (size_t i = 0; i < smy_node_size(list); i++) {
        const SmyNode *one = smy_node_at(list, i);
        if (strcmp(smy_node_text(smy_node_get(one, "id")), id) == 0 &&
            strcmp(smy_node_text(smy_node_get(one, "kind")), kind) == 0)
            return one;
    }
    return NULL;
}

static double number(const SmyNode *node, const char *path)
{
    return smy_node_number(smy_node_find(node, path));
}

/* ---- Another program's tables as scenarios ---- */

static const char *estimate(const json_t *three)
{
    double low = json_number_value(json_array_get(three, 0));
    double mode = json_number_value(json_array_get(three, 1));
    double high = json_number_value(json_array_get(three, 2));
    return low < high ? smyi_arena_print(&mem, "{low: %.17g, mode: %.17g, high: %.17g}",
                                         low, mode, high)
                      : smyi_arena_print(&mem, "%.17g", mode);
}

/* `actors`: [{id, position, salience, capability}], each [low, mode, high], on a scale to 100. */
static SmyScenario *scenario_of(const json_t *actors)
{
    const char *who = "", *seats = "", *stances = "";
    size_t a;
    json_t *one;
    json_array_foreach(actors, a, one) {
        const char *id = json_string_value(json_at(one, "id"));
        who = smyi_arena_print(&mem, "%s  %s: {capability: %s}\n", who, id,
                               estimate(json_at(one, "capability")));
        seats = smyi_arena_print(&mem, "%s%s%s", seats, a ? ", " : "", id);
        stances = smyi_arena_print(&mem, "%s  %s: {x: {position: %s, salience: %s}}\n",
                                   stances, id, estimate(json_at(one, "position")),
                                   estimate(json_at(one, "salience")));
    }
    return scenario_good(
        smyi_arena_print(&mem,
                         "summitry: 1\nid: t\nissues: {x: {scale: [0, 100]}}\nactors:\n%s"
                         "table: {seats: [%s]}\nstances:\n%s",
                         who, seats, stances));
}

/* "a1.position" is "stances.a1.x.position"; "a1.capability" is "actors.a1.capability". */
static const char *path_of(const char *label)
{
    const char *dot = strchr(label, '.');
    int n = (int)(dot - label);
    return strcmp(dot, ".capability") == 0
               ? smyi_arena_print(&mem, "actors.%s", label)
               : smyi_arena_print(&mem, "stances.%.*s.x%s", n, label, dot);
}

static const json_t *case_of(const json_t *file, const char *id)
{
    size_t c;
    json_t *one;
    json_array_foreach(json_object_get(file, "cases"), c, one) {
        if (strcmp(json_string_value(json_at(one, "id")), id) == 0)
            return one;
    }
    fail_msg("no case %s", id);
    return NULL;
}

/* The peer's challenge model in our words; its three rounds are asked for by number. */
static const char *const peer[] = {
    "challenge.range=round",   "challenge.Q=1",    "challenge.security=adversary",
    "challenge.conflict=none", "challenge.stop=0", "challenge.rounds=3"};

static void tornados_equal_another_programs(void **state)
{
    (void)state;
    json_t *file = shared_read("golden/collective/schelling_tornado.json");
    size_t c, r;
    json_t *one, *row;
    json_array_foreach(json_object_get(file, "cases"), c, one) {
        SmyScenario *scenario = scenario_of(json_at(one, "input.actors"));
        SmyResult *got =
            ask(scenario, (Ask){"outcome: x", "challenge", SMY_METHOD_TORNADO, 0, peer, 6});
        const char *largest = NULL;
        json_array_foreach(json_at(one, "output.tornado"), r, row) {
            const char *label = json_string_value(json_array_get(row, 0));
            const SmyNode *f = factor(got, "input", path_of(label));
            assert_non_null(f);
            largest = r ? largest : path_of(label);
            check_near(label, number(f, "at_low"),
                       json_number_value(json_array_get(row, 3)), 1e-9,
                       "Schelling, tornado");
            check_near(label, number(f, "at_high"),
                       json_number_value(json_array_get(row, 4)), 1e-9,
                       "Schelling, tornado");
            check_near(label, number(f, "swing"), json_number_value(json_array_get(row, 5)),
                       1e-9, "Schelling, tornado");
        }
        assert_string_equal(
            smy_node_text(smy_node_find(smy_result_root(got), "factors.0.id")), largest);
        smy_result_free(got);
        smy_scenario_free(scenario);
    }
    json_decref(file);
    check_done();
}

static void check_indices(const char *id, const char *model, const char *const *settings,
                          size_t n_settings, uint64_t rows, double tol)
{
    json_t *file = shared_read("golden/collective/schelling_statistical.json");
    const json_t *want = case_of(file, id);
    SmyScenario *scenario =
        scenario_of(json_at(case_of(file, "mc-challenge-emission"), "input.actors"));
    SmyResult *got = ask(
        scenario, (Ask){"outcome: x", model, SMY_METHOD_SOBOL, rows, settings, n_settings});
    size_t i;
    json_t *label;
    json_array_foreach(json_at(want, "output.labels"), i, label) {
        const SmyNode *f = factor(got, "input", path_of(json_string_value(label)));
        assert_non_null(f);
        check_near(
            "first", number(f, "first.value"),
            json_number_value(json_array_get(json_at(want, "output.first_order"), i)), tol,
            id);
        check_near(
            "total", number(f, "total.value"),
            json_number_value(json_array_get(json_at(want, "output.total_order"), i)), tol,
            id);
    }
    smy_result_free(got);
    smy_scenario_free(scenario);
    json_decref(file);
    check_done();
}

static void indices_come_near_another_programs(void **state)
{
    (void)state;
    check_indices("sobol-compromise-emission", "mean", NULL, 0, 8192, .03);
    check_indices("sobol-challenge-emission", "challenge", peer, 6, 2048, .1);
}

/* ---- Morris ---- */

static double polynomial(const double *x)
{
    return 3 * x[0] + 2 * x[1] * x[2] + x[2] * x[2];
}

static void paths_and_effects_equal_the_golden_ones(void **state)
{
    (void)state;
    json_t *golden = golden_read("k_uncertainty.json"), *one;
    json_t *want = json_at(golden, "expected.morris");
    json_t *paths = json_at(want, "trajectories");
    double effects[9], base[3];
    size_t k, order[3];
    signed char sign[3];
    SmyiElementary got[3];
    SmyiTrajectory path = {3, base, order, sign};
    assert_int_equal(json_array_size(paths), 3);
    check_near("delta", smyi_morris_delta(4), json_num(want, "delta"), 1e-12, "golden");
    json_array_foreach(paths, k, one) {
        double answers[4], x[3];
        for (size_t j = 0; j < 3; j++) {
            base[j] = json_number_value(json_array_get(json_at(one, "base"), j));
            order[j] = (size_t)json_integer_value(json_array_get(json_at(one, "order"), j));
            sign[j] =
                (signed char)json_integer_value(json_array_get(json_at(one, "sign"), j));
        }
        for (size_t step = 0; step < 4; step++) {
            smyi_trajectory_point(&path, 4, step, x);
            answers[step] = polynomial(x);
        }
        smyi_trajectory_effects(&path, 4, answers, effects + 3 * k);
        for (size_t j = 0; j < 3; j++)
            check_near("effect", effects[3 * k + j],
                       json_number_value(json_array_get(json_at(one, "effects"), j)), 1e-9,
                       "k_uncertainty.json");
    }
    assert_int_equal(smyi_elementary(effects, 3, 3, got), 3);
    for (size_t j = 0; j < 3; j++) {
        check_near("mu", got[j].mean,
                   json_number_value(json_array_get(json_at(want, "mu"), j)), 1e-9,
                   "golden");
        check_near("mu*", got[j].size,
                   json_number_value(json_array_get(json_at(want, "mu_star"), j)), 1e-9,
                   "golden");
        check_near("sigma", got[j].spread,
                   json_number_value(json_array_get(json_at(want, "sigma"), j)), 1e-9,
                   "golden");
    }
    json_decref(golden);
    check_done();
}

static void paths_stay_inside_and_turn_every_factor_once(void **state)
{
    (void)state;
    enum { N = 7 };
    double base[N], x[N];
    size_t order[N];
    signed char sign[N];
    SmyiTrajectory path = {N, base, order, sign};
    for (uint64_t k = 0; k < 200; k++) {
        unsigned char seen[N] = {0};
        smyi_trajectory_draw(3, k, 4, &path);
        for (size_t s = 0; s < N; s++)
            assert_int_equal(seen[order[s]]++, 0);
        smyi_trajectory_point(&path, 4, N, x);
        for (size_t j = 0; j < N; j++)
            assert_true(base[j] >= 0 && base[j] <= 1 && x[j] > -1e-12 && x[j] < 1 + 1e-12);
    }
}

/* ---- Scenarios of our own ---- */

static const char two_issues[] =
    "summitry: 1\nid: t\n"
    "issues: {a: {scale: [0, 100], status_quo: {low: 40, mode: 50, high: 60}},\n"
    "         b: {scale: [-1, 1], status_quo: 0}}\n"
    "actors:\n"
    "  us: {capability: {low: 1, mode: 2, high: 3}, answers_to: [public]}\n"
    "  ru: {capability: 2, face: {low: 0, mode: 5, high: 10}}\n"
    "  eu: {capability: 1}\n"
    "  public: {kind: public}\n"
    "table: {seats: [us, ru], absent: [eu], ratifiers: [eu]}\n"
    "stances:\n"
    "  us: {a: {position: {low: 0, mode: 10, high: 20}, salience: {low: 20, mode: 50, "
    "high: 80}, limit: {low: 60, mode: 70, high: 90}},\n"
    "       b: {position: 1, salience: 30}}\n"
    "  ru: {a: {position: {low: 80, high: 100, shape: uniform}, salience: 50, stated: "
    "95},\n"
    "       b: {position: {low: -1, mode: -1, high: 0}, salience: {low: 1, mode: 20, high: "
    "90}}}\n"
    "  eu: {a: {position: {low: 10, mode: 20, high: 30}, salience: 50, limit: {low: 60, "
    "mode: "
    "75, high: 90}}}\n"
    "  public: {a: {position: {low: 0, mode: 5, high: 9}, salience: 50}}\n"
    "no_deal: {us: {low: 0, mode: 5, high: 30}, eu: {low: 0, mode: 5, high: 9}, public: "
    "{low: "
    "0, mode: 1, high: 60}}\n"
    "standing: {eu: {seated: 5, left_out: {low: -9, mode: -5, high: 0}}}\n"
    "claims: [{id: gains, says: \"Both gain\", holds: {win_win: [us, ru]}}]\n";

/* Shortcuts (what hangs on what, what the models see) give the bits of solving all anew. */
static void swapping_gives_the_bits_of_solving_anew(void **state)
{
    (void)state;
    static const char *const asked_of[] = {"gain: eu",
                                           "gain: ru",
                                           "outcome: a",
                                           "claim:gains",
                                           "seat_value: [eu, us]",
                                           "settled_share: true",
                                           "shortfall: public"};
    enum { N = sizeof asked_of / sizeof *asked_of, ROWS = 150 };
    SmyScenario *scenario = scenario_good(two_issues);
    SmyiQuestion questions[N];
    SmyiFrame frame;
    SmyiSolver *solvers;
    SmyiFactors factors;
    SmyiPoints points;
    SmyiSaltelli fast, slow;
    size_t n_solvers;
    SmyiProgress quiet = {0};
    for (size_t q = 0; q < N; q++)
        assert_int_equal(
            smyi_question_read(scenario, asked_of[q], "t", &mem, &questions[q], NULL),
            SMY_OK);
    assert_int_equal(smyi_frame_new(scenario, false, false, &mem, &frame, NULL), SMY_OK);
    assert_int_equal(
        smyi_solvers_new("mean,nash,heaped", NULL, 0, &mem, &solvers, &n_solvers, NULL),
        SMY_OK);
    assert_int_equal(
        smyi_factors_new(&frame, SMYI_FACTORS_GROUPS | SMYI_FACTORS_CHANCE, &mem, &factors),
        SMY_OK);
    assert_int_equal(
        smyi_points_new(SMY_POINTS_OWEN, 7, 2 * factors.n_varying, 4, &mem, &points, NULL),
        SMY_OK);
    SmyiAsked asked = {.frame = &frame,
                       .solvers = solvers,
                       .n_solvers = n_solvers,
                       .questions = questions,
                       .n_questions = N};
    assert_true(smyi_saltelli_new(ROWS, factors.n, n_solvers * N, &mem, &fast));
    assert_true(smyi_saltelli_new(ROWS, factors.n, n_solvers * N, &mem, &slow));
    assert_int_equal(smyi_saltelli_draw(&asked, &factors, &points, 1, &quiet, &fast),
                     SMY_OK);
    size_t unseen = 0;
    for (size_t i = 0; i < factors.n; i++) {
        unseen += !factors.list[i].in_the_game;
        factors.list[i].in_the_game = factors.list[i].reach.status_quo = true;
        memset(factors.list[i].reach.actors, 1, frame.n_actors);
    }
    assert_true(unseen > 4 && unseen < factors.n);
    assert_int_equal(smyi_saltelli_draw(&asked, &factors, &points, 3, &quiet, &slow),
                     SMY_OK);
    size_t cells = n_solvers * N * ROWS;
    assert_memory_equal(fast.a, slow.a, cells * sizeof *fast.a);
    assert_memory_equal(fast.b, slow.b, cells * sizeof *fast.b);
    assert_memory_equal(fast.ab, slow.ab, factors.n * cells * sizeof *fast.ab);
    smy_scenario_free(scenario);
}

static void threads_do_not_change_a_study(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(two_issues);
    for (int m = SMY_METHOD_SOBOL; m <= SMY_METHOD_MORRIS; m++) {
        SmyResult *got[2];
        for (unsigned t = 0; t < 2; t++) {
            SmySensitivityOptions options;
            smy_sensitivity_options_init(&options);
            options.method = (SmyMethod)m;
            options.rows = 200, options.resamples = 50;
            options.run.threads = t ? 3 : 1;
            assert_int_equal(smy_sensitivity(scenario, "gain: us", &options, &got[t], NULL),
                             SMY_OK);
        }
        const SmyNode *one = smy_result_root(got[0]), *three = smy_result_root(got[1]);
        for (size_t i = 0; i < smy_node_size(smy_node_get(one, "factors")); i++) {
            const char *key = m ? "size" : "total.high";
            double x = number(smy_node_at(smy_node_get(one, "factors"), i), key);
            double y = number(smy_node_at(smy_node_get(three, "factors"), i), key);
            assert_true(x == y);
        }
        smy_result_free(got[0]);
        smy_result_free(got[1]);
    }
    smy_scenario_free(scenario);
}

/* An answer that is one input hangs on that input alone. */
static void an_input_asked_for_is_all_of_its_answer(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(two_issues);
    SmyResult *got = ask(
        scenario, (Ask){.of = "position: [us, a]", .models = "mean,median", .rows = 1024});
    const SmyNode *f = factor(got, "input", "stances.us.a.position");
    check_near("first", number(f, "first.value"), 1, .01, "hand");
    check_near("total", number(f, "total.value"), 1, .01, "hand");
    check_near("group of the actor", number(factor(got, "actor", "us"), "total.value"), 1,
               .01, "hand");
    check_near("group of the issue", number(factor(got, "issue", "a"), "total.value"), 1,
               .01, "hand");
    check_near("other", number(factor(got, "input", "no_deal.us"), "total.value"), 0, 0,
               "hand");
    check_near("choice of a model",
               number(smy_result_root(got), "choice_of_model.total.value"), 0, 1e-12,
               "hand");
    /* lowest and highest quarter of triangular(0, 10, 20): means 4.714, 15.286 */
    check_near("if low", number(f, "at_low"), 4.714, .05, "hand");
    check_near("if high", number(f, "at_high"), 15.286, .05, "hand");
    smy_result_free(got);
    smy_scenario_free(scenario);
    check_done();
}

static void tied_inputs_are_one_factor(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(smyi_arena_print(
        &mem,
        "%scorrelations: [{between: [stances.us.a.position, stances.ru.a.position], "
        "spearman: 0.9}]\n",
        two_issues));
    SmyResult *got =
        ask(scenario, (Ask){.of = "apart: [us, ru, a]", .models = "mean", .rows = 512});
    const SmyNode *f = factor(got, "together", "stances.us.a.position");
    assert_int_equal(smy_node_size(smy_node_get(f, "inputs")), 2);
    assert_null(factor(got, "input", "stances.ru.a.position"));
    check_near("total", number(f, "total.value"), 1, .02, "hand");
    /* each actor's group brings the other's tied input along */
    check_near("us", number(factor(got, "actor", "us"), "total.value"), 1, .02, "hand");
    check_near("ru", number(factor(got, "actor", "ru"), "total.value"), 1, .02, "hand");
    smy_result_free(got);
    smy_scenario_free(scenario);
    check_done();
}

static void nothing_that_varies_is_no_variance(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(two_issues);
    for (int m = SMY_METHOD_SOBOL; m <= SMY_METHOD_TORNADO; m++) {
        SmyResult *got = ask(scenario, (Ask){.of = "salience: [ru, a]",
                                             .models = "mean",
                                             .method = (SmyMethod)m,
                                             .rows = 64});
        const SmyNode *root = smy_result_root(got);
        assert_string_equal(smy_node_text(smy_node_find(root, "answer.status")),
                            "no_variance");
        assert_non_null(smy_node_text(smy_node_find(root, "answer.why")));
        smy_result_free(got);
        got = ask(scenario, (Ask){.of = "capability: public",
                                  .models = "mean",
                                  .method = (SmyMethod)m,
                                  .rows = 64});
        assert_string_equal(
            smy_node_text(smy_node_find(smy_result_root(got), "answer.status")),
            "undefined");
        smy_result_free(got);
    }
    smy_scenario_free(scenario);
}

/* ---- What matters in a run ---- */

static void a_run_names_the_inputs_that_its_gains_hang_on(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(two_issues);
    SmyRunOptions options;
    SmyResult *got;
    smy_run_options_init(&options);
    options.draws = 64;
    options.models = "heaped,challenge,median,mean";
    assert_int_equal(smy_run(scenario, &options, &got, NULL), SMY_OK);
    const SmyNode *e = smy_node_get(smy_result_root(got), "evidence");
    const SmyNode *list = smy_node_get(e, "matters_most");
    assert_true(smy_node_size(list) > 3);
    assert_string_equal(smy_node_text(smy_node_find(e, "matters_to.model")), "median");
    for (size_t i = 1; i < smy_node_size(list); i++)
        assert_true(number(smy_node_at(list, i - 1), "total_effect") >=
                    number(smy_node_at(list, i), "total_effect"));
    smy_result_free(got);
    options.matter_budget = 0;
    assert_int_equal(smy_run(scenario, &options, &got, NULL), SMY_OK);
    e = smy_node_get(smy_result_root(got), "evidence");
    assert_int_equal(smy_node_size(smy_node_get(e, "matters_most")), 0);
    assert_int_equal(smy_node_kind(smy_node_get(e, "matters_to")), SMY_NODE_NULL);
    smy_result_free(got);
    smy_scenario_free(scenario);
}

/* One question, one model: the same total effects as a study of it gives. */
static void what_matters_equals_a_study_of_it(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(two_issues);
    SmyResult *study =
        ask(scenario, (Ask){.of = "gain: us", .models = "mean", .rows = 512});
    SmyiFrame frame;
    SmyiSolver *solvers;
    SmyiQuestion question;
    size_t n;
    SmyiProgress quiet = {0};
    SmyiMatters got;
    SmyiMattersOptions options = {
        .seed = 1, .budget = 1 << 16, .threads = 1, .progress = &quiet};
    assert_int_equal(smyi_frame_new(scenario, false, false, &mem, &frame, NULL), SMY_OK);
    assert_int_equal(smyi_solvers_new("mean", NULL, 0, &mem, &solvers, &n, NULL), SMY_OK);
    assert_int_equal(smyi_question_read(scenario, "gain: us", "t", &mem, &question, NULL),
                     SMY_OK);
    assert_int_equal(smyi_matters(&frame, &solvers[0], &question, 1, &options, &mem, &got),
                     SMY_OK);
    assert_int_equal(got.rows, 512);
    assert_true(got.n > 3);
    for (size_t i = 0; i < got.n; i++)
        assert_true(got.list[i].total ==
                    number(factor(study, "input", scenario->inputs[got.list[i].input].path),
                           "total.value"));
    smy_result_free(study);
    smy_scenario_free(scenario);
}

static void too_much_is_refused(void **state)
{
    (void)state;
    SmyScenario *scenario = scenario_good(two_issues);
    SmySensitivityOptions options;
    SmyResult *result;
    SmyError err = {0};
    smy_sensitivity_options_init(&options);
    options.rows = 1 << 30;
    assert_int_equal(smy_sensitivity(scenario, "gain: us", &options, &result, &err),
                     SMY_ERR_LIMIT);
    assert_true(err.hint[0]);
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
        cmocka_unit_test(tornados_equal_another_programs),
        cmocka_unit_test(indices_come_near_another_programs),
        cmocka_unit_test(paths_and_effects_equal_the_golden_ones),
        cmocka_unit_test(paths_stay_inside_and_turn_every_factor_once),
        cmocka_unit_test(swapping_gives_the_bits_of_solving_anew),
        cmocka_unit_test(threads_do_not_change_a_study),
        cmocka_unit_test(an_input_asked_for_is_all_of_its_answer),
        cmocka_unit_test(tied_inputs_are_one_factor),
        cmocka_unit_test(nothing_that_varies_is_no_variance),
        cmocka_unit_test(a_run_names_the_inputs_that_its_gains_hang_on),
        cmocka_unit_test(what_matters_equals_a_study_of_it),
        cmocka_unit_test(too_much_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, forget);
}
