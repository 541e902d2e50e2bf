/* SPDX-License-Identifier: Apache-2.0 */
/* Mean, median and mode against our golden file, a peer's numbers, and by hand. */
#include "support/support.h"

#include <math.h>

#include "support/games.h"

static double solve_one(const char *model, const TestGame *game, const char *options)
{
    TestOutcome outcome = test_solve(smyi_model_find(model), game, options);
    double x = outcome.out.point[0];
    test_outcome_free(&outcome);
    return x;
}

/* models.md A; a capability of the weight given and a salience of 1. */
static void golden_cases(void **state)
{
    (void)state;
    static const struct {
        const char *model, *options, *field;
    } columns[] = {
        {"mean", "", "mean"},
        {"mean", "weights=equal", "equal_mean"},
        {"median", "", "median_lower"},
        {"median", "side=upper", "median_upper"},
        {"median", "side=mid", "median_mid"},
        {"median", "weights=equal", "equal_median_lower"},
        {"mode", "", "mode"},
        {"mode", "weights=equal", "equal_mode"},
    };
    json_t *file = golden_read("a_aggregators.json");
    double tol = json_num(file, "abs_tol");
    size_t c;
    json_t *one;
    json_array_foreach(json_object_get(file, "cases"), c, one) {
        const json_t *position = json_at(one, "input.position");
        const json_t *weight = json_at(one, "input.weight");
        TestGame game = test_game_new(json_array_size(position), 1, 1);
        for (size_t a = 0; a < game.n_actors; a++)
            test_game_actor(&game, a, json_number_value(json_array_get(position, a)) / 100,
                            1, json_number_value(json_array_get(weight, a)));
        for (size_t f = 0; f < sizeof columns / sizeof *columns; f++) {
            char row[64], field[64];
            (void)snprintf(row, sizeof row, "case %zu: %s", c, columns[f].field);
            (void)snprintf(field, sizeof field, "expected.%s", columns[f].field);
            double x = solve_one(columns[f].model, &game, columns[f].options);
            check_near(row, 100 * x, json_num(one, field), tol, "a_aggregators.json");
        }
        test_game_free(&game);
    }
    json_decref(file);
    check_done();
}

/* A peer's game: a list of actors, or of positions and weights. Its scale is 0..100 too. */
static TestGame peer_game(const json_t *input)
{
    const json_t *actors = json_object_get(input, "actors");
    const json_t *list = actors ? actors : json_at(input, "positions");
    TestGame game = test_game_new(json_array_size(list), 1, 1);
    for (size_t a = 0; a < game.n_actors; a++) {
        const json_t *one = json_array_get(list, a);
        if (actors)
            test_game_actor(&game, a, json_num(one, "position") / 100,
                            json_num(one, "salience") / 100, json_num(one, "capability"));
        else
            test_game_actor(
                &game, a, json_number_value(one) / 100, 1,
                json_number_value(json_array_get(json_at(input, "weights"), a)));
    }
    return game;
}

static void peer_votes(void **state)
{
    (void)state;
    json_t *file = shared_read("golden/collective/schelling_votes.json");
    size_t c;
    json_t *one;
    json_array_foreach(json_object_get(file, "cases"), c, one) {
        TestGame game = peer_game(json_at(one, "input"));
        const char *id = json_string_value(json_at(one, "id"));
        check_near(id, 100 * solve_one("mean", &game, NULL),
                   json_num(one, "output.weighted_mean"), 1e-9, "Schelling, weighted_mean");
        check_near(id, 100 * solve_one("median", &game, NULL),
                   json_num(one, "output.weighted_median"), 1e-9,
                   "Schelling, weighted_median");
        test_game_free(&game);
    }
    json_decref(file);
    check_done();
}

/* 255 real issues, with equal capabilities and with voting powers. */
static void peer_council(void **state)
{
    (void)state;
    json_t *file = shared_read("golden/collective/schelling_deu.json");
    size_t c;
    json_t *one;
    json_array_foreach(json_object_get(file, "cases"), c, one) {
        const json_t *position = json_at(one, "input.position");
        const json_t *salience = json_at(one, "input.salience");
        const json_t *capability = json_at(one, "input.sourced_capability");
        TestGame game = test_game_new(json_array_size(position), 1, 1);
        const char *id = json_string_value(json_at(one, "id"));
        for (int sourced = 0; sourced < 2; sourced++) {
            double weight = 0;
            for (size_t a = 0; a < game.n_actors; a++) {
                double k = sourced ? json_number_value(json_array_get(capability, a)) : 100;
                double s = json_number_value(json_array_get(salience, a)) / 100;
                double p = json_number_value(json_array_get(position, a)) / 100;
                test_game_actor(&game, a, p, s, k);
                weight += k * s;
            }
            if (!(weight > 0))
                continue; /* the peer then weighs all alike: our status is no_weight */
            const json_t *want = json_at(one, sourced ? "output.sourced_capability"
                                                      : "output.equal_capability_100");
            check_near(id, 100 * solve_one("mean", &game, NULL),
                       json_num(want, "weighted_mean"), 1e-9, "Schelling, mean");
            check_near(id, 100 * solve_one("median", &game, NULL),
                       json_num(want, "weighted_median"), 1e-9, "Schelling, median");
        }
        test_game_free(&game);
    }
    json_decref(file);
    check_done();
}

/* clang-format off */
static const struct {
    const char *row, *model, *options;
    double x[4], s[4], c[4], q;
    SmyStatus status;
    double want;
} rows[] = {
    {"equal weights",               "mean", "", {0, .5, 1}, {1, 1, 1}, {1, 1, 1}, .6, SMY_STATUS_OK, .5},
    {"C without capability",        "mean", "", {0, .5, 1}, {1, 1, 1}, {1, 1, 0}, .6, SMY_STATUS_OK, .25},
    {"nobody cares",                "mean", "", {0, .5, 1}, {0, 0, 0}, {1, 1, 1}, .6, SMY_STATUS_NO_WEIGHT, .6},
    {"nobody cares, no status quo", "mean", "", {0, .5, 1}, {0, 0, 0}, {1, 1, 1}, NAN, SMY_STATUS_UNDEFINED, NAN},
    {"nobody can, equal weights",   "mean", "weights=equal", {0, .5, .7}, {0, 1, 1}, {0, 0, 0}, .6, SMY_STATUS_OK, .4},
    {"a position missing",          "mean", "weights=equal", {0, NAN, 1}, {1, 0, 1}, {1, 1, 2}, .6, SMY_STATUS_OK, .5},
    {"C without capability",        "median", "", {0, .5, 1}, {1, 1, 1}, {2, 1, 9}, .6, SMY_STATUS_OK, 1},
    {"exact halves",                "median", "", {.9, .1}, {1, 1}, {.3, .3}, .6, SMY_STATUS_OK, .1},
    {"halves of thirds and sixths", "median", "side=upper", {.1, .2, .9}, {1, 1, 1}, {.1, .2, .3}, .6, SMY_STATUS_OK, .9},
    {"halves, middle",              "median", "side=mid", {.1, .2, .9}, {1, 1, 1}, {.1, .2, .3}, .6, SMY_STATUS_OK, .55},
    {"nobody cares",                "median", "side=mid", {0, .5, 1}, {0, 0, 0}, {1, 1, 1}, .6, SMY_STATUS_NO_WEIGHT, .6},
    {"nobody cares, no status quo", "median", "", {0, .5, 1}, {0, 0, 0}, {1, 1, 1}, NAN, SMY_STATUS_UNDEFINED, NAN},
    {"a position missing",          "median", "", {.2, NAN, 1}, {1, 0, 1}, {3, 9, 2}, .6, SMY_STATUS_OK, .2},
    {"two camps, heavier counts",   "mode", "", {.1, .1, .9}, {1, 1, 1}, {1, 1, 1.5}, .6, SMY_STATUS_OK, .1},
    {"a tie, the nearer one",       "mode", "", {0, .3, .4, 1}, {1, 1, 1, 1}, {2, 1, 1.5, 2}, .6, SMY_STATUS_OK, 0},
    {"a tie, nearer above",         "mode", "", {0, .5, .7, 1}, {1, 1, 1, 1}, {2, 1, 1.5, 2}, .6, SMY_STATUS_OK, 1},
    {"a tie of two as near",        "mode", "", {0, .5, .5, 1}, {1, 1, 1, 1}, {2, 1, .5, 2}, .6, SMY_STATUS_OK, 0},
    {"bins start at the lowest",    "mode", "tolerance=0.1", {.08, .16, .2, .9}, {1, 1, 1, 1}, {1, 1, 1, 1.5}, .6, SMY_STATUS_OK, .08},
    {"bins do not chain",           "mode", "tolerance=0.1", {.08, .19, .28, .9}, {1, 1, 1, 1}, {1.4, 1, 1, 1.9}, .6, SMY_STATUS_OK, .19},
    {"weightless camps are none",   "mode", "tolerance=0.1", {.1, .15, .9, .9}, {0, 1, 1, 1}, {9, 2, 1, .5}, .6, SMY_STATUS_OK, .15},
    {"nobody cares",                "mode", "", {0, .5, 1}, {0, 0, 0}, {1, 1, 1}, .6, SMY_STATUS_NO_WEIGHT, .6},
    {"nobody cares, no status quo", "mode", "", {0, .5, 1}, {0, 0, 0}, {1, 1, 1}, NAN, SMY_STATUS_UNDEFINED, NAN},
};
/* clang-format on */

static void cases_by_hand(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        TestGame game = test_game_new(4, 1, 1);
        size_t seated =
            rows[r].c[3] > 0 ? 4 : 3; /* the fourth only where the row names it */
        for (size_t a = 0; a < seated; a++)
            test_game_actor(&game, a, rows[r].x[a], rows[r].s[a], rows[r].c[a]);
        game.status_quo[0] = rows[r].q;
        TestOutcome outcome =
            test_solve(smyi_model_find(rows[r].model), &game, rows[r].options);
        check_near(rows[r].row, outcome.out.point[0], rows[r].want, 1e-12, "hand");
        check_near(rows[r].row, outcome.out.status[0], rows[r].status, 0,
                   "hand: the status");
        test_outcome_free(&outcome);
        test_game_free(&game);
    }
    check_done();
}

/* Rounding must not push a point past a limit that is a position. */
static void mean_of_equals_is_theirs_to_the_bit(void **state)
{
    (void)state;
    for (int p = 0; p <= 1000; p++) {
        TestGame game = test_game_new(7, 1, 1);
        for (size_t a = 0; a < 7; a++)
            test_game_actor(&game, a, p / 1000., .1 * (double)(a + 1),
                            1. / (double)(a + 3));
        assert_true(solve_one("mean", &game, NULL) == p / 1000.);
        test_game_free(&game);
    }
}

/*
 * models.md A: on one dimension with distance loss the Condorcet winners are the interval from
 * lower to upper median, under binary and under proportional voting alike.
 */
static double margin(const TestGame *game, double y, double z, int is_binary)
{
    double sum = 0;
    for (size_t a = 0; a < game->n_actors; a++) {
        double w = game->capability[a] * game->salience[a];
        double gain = fabs(game->position[a] - z) - fabs(game->position[a] - y);
        double sign = gain > 1e-12 ? 1 : gain < -1e-12 ? -1 : 0;
        sum += w * (is_binary ? sign : gain);
    }
    return sum;
}

static void medians_are_the_condorcet_winners(void **state)
{
    (void)state;
    static const double weights[][5] = {
        {10, 15, 15, 20, 20}, {1, 1, 1, 1, 1}, {5, 0, 0, 0, 5}, {1, 9, 2, 3, 3}};
    static const double positions[5] = {0, .2, .2, .6, 1};
    for (size_t r = 0; r < sizeof weights / sizeof *weights; r++) {
        TestGame game = test_game_new(5, 1, 1);
        for (size_t a = 0; a < 5; a++)
            test_game_actor(&game, a, positions[a], 1, weights[r][a]);
        double lower = solve_one("median", &game, "side=lower");
        double upper = solve_one("median", &game, "side=upper");
        for (int y = 0; y <= 100; y++)
            for (int is_binary = 0; is_binary < 2; is_binary++) {
                int wins = 1;
                for (int z = 0; z <= 100; z++)
                    wins &= margin(&game, y / 100., z / 100., is_binary) >= -1e-12;
                int inside = y / 100. >= lower - 1e-12 && y / 100. <= upper + 1e-12;
                assert_int_equal(wins, inside);
            }
        test_game_free(&game);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(golden_cases),
        cmocka_unit_test(peer_votes),
        cmocka_unit_test(peer_council),
        cmocka_unit_test(cases_by_hand),
        cmocka_unit_test(mean_of_equals_is_theirs_to_the_bit),
        cmocka_unit_test(medians_are_the_condorcet_winners),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
