/* SPDX-License-Identifier: Apache-2.0 */
/* The model `condorcet`: games worked out on paper, and what its lanes owe each other. */
#include "support/support.h"

#include <math.h>

#include "support/games.h"

static TestOutcome solve(const TestGame *game, const char *options)
{
    return test_solve(smyi_model_find("condorcet"), game, options);
}

/* Three camps of weight 5, 4, 3 at 0, .3, 1: every number worked out on paper. */
static void three_camps(void **state)
{
    (void)state;
    TestGame game = test_game_new(4, 1, 1);
    test_game_actor(&game, 0, 1, .5, 6);
    test_game_actor(&game, 1, 0, 1, 5);
    test_game_actor(&game, 2, .3, 1, 3);
    test_game_actor(&game, 3, .3, .1, 10);
    /* D of .3 over 0: -.3 for the first camp, .3 for the others; of 1 over 0: -1, .4, 1; of 1
     * over .3: -.7 for the first two, .7 for the last. */
    double c01 = 1.5, c10 = 2.1, c02 = 5 + 1.6, c20 = 3, c12 = 6.3, c21 = 2.1;
    double p0 = c01 / (c01 + c10) * c02 / (c02 + c20);
    double p1 = c10 / (c01 + c10) * c12 / (c12 + c21);
    double p2 = c20 / (c02 + c20) * c21 / (c12 + c21), all = p0 + p1 + p2;
    TestOutcome got = solve(&game, NULL);
    const double value[] = {0, .3, 1, 1}, mass[] = {p0 / all, p1 / all, p2 / all, 0};
    for (size_t s = 0; s < 4; s++) {
        check_near("value", got.out.value[s], value[s], 0, "hand");
        check_near("mass", got.out.mass[s], mass[s], 1e-8, "hand");
    }
    check_near("median", got.out.point[0], .3, 0, "hand");
    test_outcome_free(&got);
    got = solve(&game, "forecast=mean");
    check_near("mean", got.out.point[0], (.3 * p1 + p2) / all, 1e-8, "hand");
    check_near("mean: one value", got.out.mass[0], 1, 0, "hand");
    test_outcome_free(&got);
    got = solve(&game, "forecast=most_probable");
    check_near("most probable", got.out.point[0], .3, 0, "hand");
    test_outcome_free(&got);
    test_game_free(&game);
    check_done();
}

static void equal_chances_go_to_the_lower(void **state)
{
    (void)state;
    TestGame game = test_game_new(2, 1, 1);
    test_game_actor(&game, 0, .8, .5, 2);
    test_game_actor(&game, 1, .1, .25, 4);
    TestOutcome got = solve(&game, "forecast=most_probable");
    check_near("most probable", got.out.point[0], .1, 0, "hand");
    check_near("status", got.out.status[0], SMY_STATUS_OK, 0, "hand");
    test_outcome_free(&got);
    got = solve(&game, NULL);
    check_near("median", got.out.point[0], .1, 0, "hand");
    check_near("half each", got.out.mass[0], .5, 1e-15, "hand");
    test_outcome_free(&got);
    test_game_free(&game);
    check_done();
}

/* Positions within 1e-9 of the scale are one option, and the lowest of them stands for it. */
static void near_positions_are_one(void **state)
{
    (void)state;
    TestGame game = test_game_new(4, 1, 1);
    test_game_actor(&game, 0, .3 + 9e-10, .5, 2);
    test_game_actor(&game, 1, .3, .5, 2);
    test_game_actor(&game, 2, .9, 1, 1);
    test_game_actor(&game, 3, .3 + 1.8e-9, .5, 2);
    TestOutcome got = solve(&game, NULL);
    check_near("lowest", got.out.value[0], .3, 0, "models.md 0");
    check_near("not near to the lowest", got.out.value[1], .3 + 1.8e-9, 0, "models.md 0");
    check_near("last", got.out.value[2], .9, 0, "models.md 0");
    check_near("last has a chance", got.out.mass[2] > .01, 1, 0, "models.md C.4");
    check_near("three options", got.out.mass[3], 0, 0, "models.md C.4");
    test_outcome_free(&got);
    test_game_free(&game);
    check_done();
}

/* With squared loss the middle of three equals is dearer to both others. */
static void quadratic_loss(void **state)
{
    (void)state;
    TestGame game = test_game_new(3, 1, 1);
    for (size_t a = 0; a < 3; a++)
        test_game_actor(&game, a, (double)a / 2, 1, 1);
    TestOutcome linear = solve(&game, NULL);
    game.quadratic = true;
    TestOutcome quadratic = solve(&game, NULL);
    /* .5 against 0: .5 and .5 for, .5 against; or .25 and .75 for, .25 against */
    double win = 2. / 3, win2 = 1 / 1.25;
    check_near("linear", linear.out.mass[1], win * win / (win * win + 2 * (1 - win) * .5),
               1e-7, "hand");
    check_near("quadratic", quadratic.out.mass[1],
               win2 * win2 / (win2 * win2 + 2 * (1 - win2) * .5), 1e-7, "hand");
    test_outcome_free(&linear);
    test_outcome_free(&quadratic);
    test_game_free(&game);
    check_done();
}

static void nobody_weighs(void **state)
{
    (void)state;
    TestGame game = test_game_new(2, 1, 1);
    test_game_actor(&game, 0, .2, 0, 1);
    test_game_actor(&game, 1, .9, .7, 0);
    TestOutcome got = solve(&game, NULL);
    check_near("no status quo", got.out.status[0], SMY_STATUS_UNDEFINED, 0, "models.md 0");
    check_near("no status quo: point", got.out.point[0], (double)NAN, 0, "models.md 0");
    test_outcome_free(&got);
    game.status_quo[0] = .4;
    got = solve(&game, "forecast=mean");
    check_near("status quo", got.out.status[0], SMY_STATUS_NO_WEIGHT, 0, "models.md 0");
    check_near("status quo: point", got.out.point[0], .4, 0, "models.md 0");
    test_outcome_free(&got);
    test_game_free(&game);
    check_done();
}

/* L.8: a lane alone has the bits that it has among others. */
static void lanes_alone(void **state)
{
    (void)state;
    static const char *const options[] = {"", "form=uniform,vote=cubic",
                                          "form=incentive,victory=octic,vote=asymprosp",
                                          "vote=binary,victory=binary", "form=ranking"};
    enum { SETTINGS = 5 };
    for (uint64_t draw = 0; draw < 15; draw++) {
        TestGame game = test_game_draw((TestKind)(draw % 3), draw, 6, 2, 19);
        TestOutcome all = solve(&game, options[draw % SETTINGS]);
        for (size_t k = 0; k < game.n_lanes; k += 6) {
            TestGame one = test_game_lane(&game, k);
            TestOutcome got = solve(&one, options[draw % SETTINGS]);
            for (size_t v = 0; v < 2 * all.out.support; v++)
                check_near("mass", got.out.mass[v], all.out.mass[v * game.n_lanes + k], 0,
                           "models.md L.8");
            test_outcome_free(&got);
            test_game_free(&one);
        }
        test_outcome_free(&all);
        test_game_free(&game);
    }
    check_done();
}

/* L.3 to the share of the 1e-8 that every coalition has by itself. */
static void unit_of_capability(void **state)
{
    (void)state;
    for (uint64_t draw = 0; draw < 10; draw++) {
        TestGame game = test_game_draw(TEST_GENERIC, draw, 6, 1, 3);
        TestOutcome x = solve(&game, NULL);
        for (size_t c = 0; c < 18; c++)
            game.capability[c] *= 7.3;
        TestOutcome y = solve(&game, NULL);
        for (size_t v = 0; v < 18; v++)
            check_near("mass", y.out.mass[v], x.out.mass[v], 1e-5, "models.md L.3");
        test_outcome_free(&x);
        test_outcome_free(&y);
        test_game_free(&game);
    }
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_camps),
        cmocka_unit_test(equal_chances_go_to_the_lower),
        cmocka_unit_test(near_positions_are_one),
        cmocka_unit_test(quadratic_loss),
        cmocka_unit_test(nobody_weighs),
        cmocka_unit_test(lanes_alone),
        cmocka_unit_test(unit_of_capability),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
