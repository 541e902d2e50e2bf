/* SPDX-License-Identifier: Apache-2.0 */
/* The heaped forecast against its published check values, its formula, and by hand. */
#include "support/support.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "support/games.h"

enum { GRID = 101, COUNCIL = 30 /* actors of issues.csv */, MOST_COLUMNS = 160 };

static const SmyiModel *heaped(void)
{
    return smyi_model_find("heaped");
}

static double at_mass(const TestOutcome *outcome, const TestGame *game, size_t g,
                      size_t lane)
{
    return outcome->out.mass[g * game->n_lanes + lane];
}

static double quantile(const TestOutcome *outcome, const TestGame *game, double t)
{
    double sum = 0;
    for (size_t g = 0; g < GRID; g++) {
        sum += at_mass(outcome, game, g, 0);
        if (sum >= t - 1e-12)
            return (double)g;
    }
    return GRID;
}

static double mean(const TestOutcome *outcome, const TestGame *game)
{
    double sum = 0;
    for (size_t g = 0; g < GRID; g++)
        sum += at_mass(outcome, game, g, 0) * (double)g;
    return sum;
}

/* E|X - y| - E|X - X'| / 2 */
static double crps(const TestOutcome *outcome, const TestGame *game, double y)
{
    double sum = 0;
    for (size_t g = 0; g < GRID; g++) {
        sum += at_mass(outcome, game, g, 0) * fabs((double)g - y);
        for (size_t h = 0; h < g; h++)
            sum -= at_mass(outcome, game, g, 0) * at_mass(outcome, game, h, 0) *
                   (double)(g - h);
    }
    return sum;
}

static size_t split(char *line, char *fields[MOST_COLUMNS])
{
    size_t n = 0;
    line[strcspn(line, "\r\n")] = '\0';
    for (char *at = line; at && n < MOST_COLUMNS; n++) {
        fields[n] = at;
        at = strchr(at, ',');
        if (at)
            *at++ = '\0';
    }
    return n;
}

static size_t column(char *const *names, size_t n, const char *name)
{
    for (size_t f = 0; f < n; f++)
        if (strcmp(names[f], name) == 0)
            return f;
    fail_msg("no column %s", name);
    return 0;
}

/* An issue of the table: whoever has a position and a salience sits, with its voting power. */
static TestGame council(char *const *p, char *const *s, char *const *c)
{
    TestGame game = test_game_new(COUNCIL, 1, 1);
    for (size_t a = 0; a < COUNCIL; a++)
        if (*p[a] && *s[a])
            test_game_actor(&game, a, strtod(p[a], NULL) / 100, strtod(s[a], NULL) / 100,
                            strtod(c[a], NULL));
    return game;
}

/* clang-format off */
static const struct {
    const char *issue;
    double median, mean, q10, q90, crps, at, mass;
} checks[] = { /* models.md M; NAN: not given there */
    {"d00032i1", 40, 48.944,  0,   100, 33.998,  100, .142889},
    {"d00032i2", 50, 52.2224, NAN, NAN, 35.7131, 0,   NAN},
    {"d00184i2", 30, 38.8944, NAN, 72,  6.593,   30,  .260358},
};
/* clang-format on */

static void check_published(const char *issue, const TestOutcome *got, const TestGame *game,
                            double out)
{
    for (size_t r = 0; r < sizeof checks / sizeof *checks; r++) {
        if (strcmp(checks[r].issue, issue) != 0)
            continue;
        const char *origin = "models.md M";
        check_near(issue, 100 * got->out.point[0], checks[r].median, 1e-9, origin);
        check_near(issue, mean(got, game), checks[r].mean, 1e-5, origin);
        check_near(issue, crps(got, game, out), checks[r].crps, 2e-5, origin);
        if (checks[r].q10 == checks[r].q10)
            check_near(issue, quantile(got, game, .1), checks[r].q10, 0, origin);
        if (checks[r].q90 == checks[r].q90)
            check_near(issue, quantile(got, game, .9), checks[r].q90, 0, origin);
        if (checks[r].mass == checks[r].mass)
            check_near(issue, at_mass(got, game, (size_t)checks[r].at, 0), checks[r].mass,
                       5e-7, origin);
    }
}

static void council_issues(void **state)
{
    (void)state;
    FILE *file = fopen(shared_path("deu3/issues.csv"), "r");
    assert_non_null(file);
    char header[8192], line[8192], *names[MOST_COLUMNS], *fields[MOST_COLUMNS];
    assert_non_null(fgets(header, sizeof header, file));
    size_t n = split(header, names), n_scored = 0;
    size_t p = column(names, n, "p_com"), s = column(names, n, "s_com");
    size_t c = column(names, n, "c_com"), out = column(names, n, "out");
    size_t scored = column(names, n, "scored");
    double sum = 0;
    while (fgets(line, sizeof line, file)) {
        assert_int_equal(split(line, fields), n);
        if (strcmp(fields[scored], "1") != 0)
            continue;
        double y = strtod(fields[out], NULL);
        TestGame game = council(fields + p, fields + s, fields + c);
        TestOutcome got = test_solve(heaped(), &game, NULL);
        check_published(fields[0], &got, &game, y);
        sum += crps(&got, &game, y);
        n_scored++;
        test_outcome_free(&got);
        test_game_free(&game);
    }
    (void)fclose(file);
    check_near("scored issues", (double)n_scored, 255, 0, "models.md M");
    check_near("CRPS in sample", sum / (double)n_scored, 15.0151, 5e-6, "models.md M");
    check_done();
}

/* The formula as it stands in models.md M, for one lane, without a thought for speed. */
static void by_formula(const TestGame *game, double alpha, double beta,
                       double heap_of_fives, double p[GRID])
{
    double weight = 0, held[GRID] = {0}, low = GRID, high = -1, sum = 0;
    for (size_t a = 0; a < game->n_actors; a++)
        weight += game->capability[a] * game->salience[a];
    for (size_t a = 0; a < game->n_actors; a++) {
        double x = 100 * game->position[a];
        if (x != x)
            continue;
        held[(int)floor(x + .5)] = 1;
        low = fmin(low, floor(x));
        high = fmax(high, ceil(x));
    }
    for (int g = 0; g < GRID; g++) {
        double pull = 0;
        for (size_t a = 0; a < game->n_actors; a++) {
            double w = game->capability[a] * game->salience[a] / weight;
            double d = (g - 100 * game->position[a]) / 100;
            pull += d == d ? w * d * d : 0;
        }
        double e = alpha * held[g] - beta * pull + (g % 5 == 0 ? heap_of_fives : 0);
        p[g] = g >= low && g <= high ? exp(e) : 0;
        sum += p[g];
    }
    for (int g = 0; g < GRID; g++)
        p[g] = .995 * p[g] / sum + .005 / GRID;
}

static void as_the_formula_says(void **state)
{
    (void)state;
    static const struct {
        const char *options;
        double alpha, beta, heap;
    } rows[] = {
        {"", 4.07111666, 3.850572813654357, 0},
        {"alpha=2.7743,beta=4.0015,round=2.5727", 2.7743, 4.0015, 2.5727},
        {"alpha=0,beta=1000", 0, 1000, 0},
        {"alpha=20,beta=0", 20, 0, 0},
    };
    for (uint64_t draw = 0; draw < 200; draw++) {
        size_t n = 2 + (size_t)draw % 9, j = 0;
        TestGame game = test_game_new(n, 1, 1);
        for (size_t a = 0; a < n; a++) {
            double x = smyi_uniform(17, SMYI_STREAM_INPUTS, draw, j++);
            double s = smyi_uniform(17, SMYI_STREAM_INPUTS, draw, j++);
            double c = smyi_uniform(17, SMYI_STREAM_INPUTS, draw, j++);
            if (draw % 3 == 0)
                x = floor(101 * x) / 128; /* not whole on the grid, but ties */
            test_game_actor(&game, a, x, s < .1 ? 0 : s, c);
        }
        for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
            double want[GRID];
            by_formula(&game, rows[r].alpha, rows[r].beta, rows[r].heap, want);
            TestOutcome got = test_solve(heaped(), &game, rows[r].options);
            for (size_t g = 0; g < GRID; g++) {
                check_near(rows[r].options, at_mass(&got, &game, g, 0) / want[g], 1, 1e-12,
                           "models.md M, written out");
                check_near("value", got.out.value[g], (double)g / 100, 1e-15,
                           "models.md M");
            }
            test_outcome_free(&got);
        }
        test_game_free(&game);
    }
    check_done();
}

/* Rounding of 100 p must not open the hull or miss a heap. */
static void whole_points_stay_whole(void **state)
{
    (void)state;
    for (int x = 0; x <= 100; x++) {
        TestGame game = test_game_new(1, 1, 1);
        test_game_actor(&game, 0, x / 100., 1, 1);
        TestOutcome got = test_solve(heaped(), &game, NULL);
        check_near("one actor", 100 * got.out.point[0], x, 1e-12, "models.md 0");
        check_near("one actor: all but the floor", at_mass(&got, &game, (size_t)x, 0),
                   .995 + .005 / GRID, 1e-12, "models.md M");
        test_outcome_free(&got);
        if (x < 100) { /* halves are rounded up, however they are written */
            test_game_actor(&game, 0, (x + .5) / 100, 1, 1);
            got = test_solve(heaped(), &game, NULL);
            double ratio = (at_mass(&got, &game, (size_t)x + 1, 0) - .005 / GRID) /
                           (at_mass(&got, &game, (size_t)x, 0) - .005 / GRID);
            check_near("half way: heap on the upper one", log(ratio), 4.07111666, 1e-9,
                       "hand");
            test_outcome_free(&got);
        }
        test_game_free(&game);
    }
    check_done();
}

/* Lanes: everybody weightless; nobody with a position; the same without a status quo; all well. */
static void lanes_without_weight(void **state)
{
    (void)state;
    TestGame game = test_game_new(2, 1, 4);
    for (size_t lane = 0; lane < 4; lane++) {
        game.capability[lane] = 1;
        game.capability[4 + lane] = 3;
        game.status_quo[lane] = lane == 2 ? (double)NAN : .45;
    }
    game.position[test_at(&game, 0, 0, 0)] = .2;
    game.position[test_at(&game, 1, 0, 0)] = .6;
    game.position[test_at(&game, 0, 0, 3)] = .2;
    game.position[test_at(&game, 1, 0, 3)] = .6;
    game.salience[test_at(&game, 0, 0, 3)] = .5;
    game.salience[test_at(&game, 1, 0, 3)] = .5;
    TestOutcome got = test_solve(heaped(), &game, NULL);
    static const int status[] = {SMY_STATUS_OK, SMY_STATUS_NO_WEIGHT, SMY_STATUS_UNDEFINED,
                                 SMY_STATUS_OK};
    for (size_t lane = 0; lane < 4; lane++) {
        double sum = 0, centre = 0;
        for (size_t g = 0; g < GRID; g++) {
            double m = at_mass(&got, &game, g, lane);
            sum += m;
            centre += m * (double)g;
            if (status[lane] == SMY_STATUS_OK)
                check_near("at least the floor", m >= .005 / GRID, 1, 0, "models.md M");
        }
        check_near("status", got.out.status[lane], status[lane], 0, "models.md 0 and M");
        check_near("sum", sum, status[lane] == SMY_STATUS_OK, 1e-12, "hand");
        if (lane == 0)
            check_near("symmetric for equal weights", (centre - .25) / .995, 40, 1e-9,
                       "hand");
    }
    check_near("nobody holds a position: the status quo", got.out.point[1], .45, 0,
               "models.md 0");
    check_near("and without one", got.out.point[2], (double)NAN, 0, "models.md 0");
    test_outcome_free(&got);
    test_game_free(&game);
    check_done();
}

/* The wrapper's quantiles: the least value with cumulative mass at or above u. */
static void drawn_values(void **state)
{
    (void)state;
    TestGame game = test_game_new(2, 1, 3);
    double u[3] = {1e-15, .5, 1 - 1e-15}, want[3];
    for (size_t lane = 0; lane < 3; lane++) {
        game.capability[lane] = game.capability[3 + lane] = 1;
        game.salience[lane] = game.salience[3 + lane] = 1;
        game.position[lane] = .2;
        game.position[3 + lane] = .6;
    }
    TestOutcome got = test_solve(heaped(), &game, NULL);
    double sum = 0;
    want[0] = 0;
    want[2] = 100;
    for (size_t g = 0; g < GRID && sum < .5 - 1e-12; g++) {
        sum += at_mass(&got, &game, g, 0);
        want[1] = (double)g;
    }
    SmyiGame view = test_game_view(&game);
    SmyiArena mem = {0};
    assert_int_equal(smyi_model_solve(heaped(), &view, NULL, u, &mem, &got.out), SMY_OK);
    for (size_t lane = 0; lane < 3; lane++)
        check_near("drawn value", 100 * got.out.point[lane], want[lane], 1e-12, "hand");
    smyi_arena_free(&mem);
    test_outcome_free(&got);
    test_game_free(&game);
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(council_issues),
        cmocka_unit_test(as_the_formula_says),
        cmocka_unit_test(whole_points_stay_whole),
        cmocka_unit_test(lanes_without_weight),
        cmocka_unit_test(drawn_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
