/* SPDX-License-Identifier: Apache-2.0 */
/* The visible decisions of DEU III: the figures that are known of them. */
#include "support/support.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <summitry/summitry.h>

#include "scenario/cases.h"
#include "support/backtest.h"

typedef struct Row {
    const char *row, *model, *path;
    double want, tol; /* tol relative above 1, as check_near() has it */
    const char *origin;
} Row;

static void check_rows(const SmyResult *result, const Row *rows, size_t n)
{
    for (size_t r = 0; r < n; r++)
        check_near(rows[r].row, number_of(result, rows[r].model, rows[r].path),
                   rows[r].want, rows[r].tol, rows[r].origin);
    check_done();
}

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

#define M           "models.md M"
#define ITERATED    "elections iterated in another program"

static void the_visible_issues(void **state)
{
    (void)state;
    static const Row rows[] = {
        {"compromise MAE", "mean", "mae", 22.601136827908782, 1e-12, "another summation"},
        {"compromise RMSE", "mean", "rmse", 29.098266890882524, 1e-12, "another summation"},
        {"compromise CRPS", "mean", "crps", 22.601136827908782, 1e-12, "a point's error"},
        {"compromise within 10", "mean", "hit10", 83. / 255, 1e-12, "another summation"},
        {"median MAE", "median", "mae", 28.533333333333335, 1e-12, "another summation"},
        {"issues with a status quo", "nash", "n", 181, 0, "counted in the table"},
        {"election, conditional", "condorcet", "crps", 17.291024477, 1e-6, ITERATED},
        {"election, uniform", "condorcet.uniform", "crps", 16.548496417, 1e-6, ITERATED},
        {"election, incentive", "condorcet.incentive", "crps", 17.475904927, 1e-6,
         ITERATED},
        {"election, ranking", "condorcet.ranking", "crps", 16.401457265, 1e-6, ITERATED},
        {"election, ranking MAE", "condorcet.ranking", "mae", 23.058823529, 1e-6, ITERATED},
        {"the shipped fit", "heaped", "crps", 15.0151, 1e-5, M},
        {"alpha refitted to all", "heaped.cv", "fitted.options.alpha.all", 4.07111666, 1e-4,
         M},
        {"ln beta refitted to all", "heaped.cv", "fitted.options.beta.all",
         3.850572813654357, 1e-4, M},
        {"out of fold, MAE", "heaped.cv", "mae", 21.08, .1 / 21, M},
        {"out of fold, RMSE", "heaped.cv", "rmse", 28.21, .1 / 28, M},
        {"out of fold, CRPS", "heaped.cv", "crps", 15.09, .1 / 15, M},
    };
    SmyBacktestOptions options;
    smy_backtest_options_init(&options);
    options.resamples = 0;
    options.with_cases = true;
    options.models = "mean,median,condorcet,nash,heaped";
    SmyResult *result = answer_to(shared_path("deu3/issues.csv"), &options);
    const SmyNode *cases = smy_node_get(smy_result_root(result), "cases");
    check_near("issues", smy_node_number(smy_node_get(cases, "issues")), 264, 0, "README");
    check_near("scored", smy_node_number(smy_node_get(cases, "scored")), 255, 0, "README");
    check_near("groups", smy_node_number(smy_node_get(cases, "groups")), 94, 0, M);
    static const struct {
        const char *issue, *key;
        double want, tol;
    } cells[] = {
        {"d00032i1", "point", 40, 0},         {"d00032i1", "mean", 48.944, 1e-4},
        {"d00032i1", "crps", 33.998, 1e-4},   {"d00032i2", "point", 50, 0},
        {"d00032i2", "mean", 52.2224, 1e-5},  {"d00032i2", "crps", 35.7131, 1e-5},
        {"d00184i2", "point", 30, 0},         {"d00184i2", "mean", 38.8944, 1e-5},
        {"d00184i2", "crps", 6.593, 1e-4},    {"d00032i1", "log", -1.945686, 1e-5},
        {"d00184i2", "log", -1.345697, 1e-5},
    };
    for (size_t c = 0; c < COUNT(cells); c++)
        check_near(cells[c].issue,
                   smy_node_number(smy_node_get(case_of(result, "heaped", cells[c].issue),
                                                cells[c].key)),
                   cells[c].want, cells[c].tol, M);
    check_rows(result, rows, COUNT(rows));
    smy_result_free(result);
}

/*
 * The challenge model's 26.68 is of a peer's reading: the range of each round, actors of
 * salience 0 kept in the game, and a stop that passes over the first round's move. Written out
 * here: a salience too small to be felt, every round by number, the stop done outside.
 */
static void keep_the_indifferent(const char *path, SmyCases **cases)
{
    SmyError err = {0};
    assert_int_equal(smy_cases_read(path, cases, &err), SMY_OK);
    for (size_t s = 0; s < (*cases)->n_standpoints; s++)
        if ((*cases)->standpoints[s].salience <= 0)
            (*cases)->standpoints[s].salience = 1e-18;
}

/* The forecasts of exactly so many rounds, for the cases that are there. */
static SmyResult *play(const SmyCases *cases, int rounds)
{
    char limit[64];
    (void)snprintf(limit, sizeof limit, "challenge.rounds=%d", rounds);
    const char *settings[] = {limit, "challenge.range=round", "challenge.stop=0"};
    SmyBacktestOptions options;
    SmyResult *result = NULL;
    smy_backtest_options_init(&options);
    options.models = options.baseline = "challenge";
    options.model_options = settings;
    options.n_model_options = 3;
    options.resamples = 0;
    options.with_cases = true;
    assert_int_equal(smy_backtest(cases, &options, &result, NULL), SMY_OK);
    return result;
}

typedef struct Median { /* of one issue, round by round */
    double now, before;
    int still; /* moves below half a point in a row, the first round's not counted */
} Median;

static void challenge_as_a_peer_reads_it(void **state)
{
    (void)state;
    enum { ROUNDS = 20, ISSUES = 264 };
    static Median medians[ISSUES];
    SmyCases *cases = NULL;
    double sum = 0;
    size_t n_scored = 0;
    keep_the_indifferent(shared_path("deu3/issues.csv"), &cases);
    for (int t = 1; t <= ROUNDS && cases->n_cases; t++) {
        SmyResult *result = play(cases, t);
        size_t going_on = 0, n = cases->n_cases;
        assert_true(n <= ISSUES);
        for (size_t c = 0, scored = 0; c < n; c++) {
            if (isnan(cases->cases[c].outcome))
                continue;
            const SmyNode *list = smy_node_get(model_of(result, "challenge"), "cases");
            double point =
                smy_node_number(smy_node_get(smy_node_at(list, scored++), "point"));
            Median m = medians[c];
            m.before = m.now, m.now = point;
            m.still = t > 1 && fabs(m.now - m.before) < .5 ? m.still + 1 : 0;
            if (m.still == 2 || t == ROUNDS) {
                sum += fabs(point - cases->cases[c].outcome);
                n_scored++;
                continue;
            }
            cases->cases[going_on] = cases->cases[c];
            medians[going_on++] = m;
        }
        cases->n_cases = going_on;
        smy_result_free(result);
    }
    assert_int_equal(n_scored, 255);
    check_near("challenge MAE", sum / 255, 26.68, 1e-4, "a peer's reading");
    smy_cases_free(cases);
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_visible_issues),
        cmocka_unit_test(challenge_as_a_peer_reads_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
