/* SPDX-License-Identifier: Apache-2.0 */
/* Two parties with linear loss, and one issue: the closed forms. */
#include "test_model_bargain.h"

static const char *const models[] = {"nash", "kalai_smorodinsky", "egalitarian"};

/* The best gain of party `a` when the other gets at least `other`, by trying every order. */
static double best_gain(const Case *c, size_t a, double other)
{
    double x[MAX_M], slack;
    size_t b = 1 - a;
    for (size_t i = 0; i < c->m; i++)
        x[i] = c->s[a * c->m + i] > 0 ? c->p[a * c->m + i] : c->p[b * c->m + i];
    while ((slack = other - gain(c, b, x)) > 0) { /* give on the issue that is cheapest */
        size_t cheap = c->m;
        double least = INFINITY, total = 0;
        for (size_t i = 0; i < c->m; i++) {
            double mine = c->s[a * c->m + i], his = c->s[b * c->m + i];
            total += his;
            if (his > 0 && fabs(x[i] - c->p[b * c->m + i]) > 0 && mine / his < least) {
                least = mine / his;
                cheap = i;
            }
        }
        if (cheap == c->m)
            return -INFINITY;
        double left = c->p[b * c->m + cheap] - x[cheap];
        double need = slack * total / c->s[b * c->m + cheap];
        x[cheap] =
            need < fabs(left) ? x[cheap] + copysign(need, left) : c->p[b * c->m + cheap];
        if (need < fabs(left))
            break;
    }
    return gain(c, a, x);
}

/* Efficient, rational, and the defining equation of each solution, on random games of two. */
static void two_parties_meet_the_definitions(void **state)
{
    (void)state;
    uint64_t seed = 2025;
    int deals = 0;
    for (int trial = 0; trial < 6000; trial++) {
        size_t m = 1 + (size_t)(7 * next_number(&seed));
        Case c = random_case(&seed, 2, m, trial % 2, trial % 3 ? 0 : .2);
        double weight[2] = {0, 0}, most[2] = {best_gain(&c, 0, 0), best_gain(&c, 1, 0)};
        for (size_t a = 0; a < 2; a++)
            for (size_t i = 0; i < m; i++)
                weight[a] += c.s[a * m + i];
        if (!(weight[0] > 0 && weight[1] > 0))
            continue;
        for (size_t r = 0; r < 3; r++) {
            Answer got = answer(models[r], &c, NULL);
            double g0 = gain(&c, 0, got.x), g1 = gain(&c, 1, got.x);
            bool deal = true;
            for (size_t i = 0; i < m; i++)
                deal = deal && got.status[i] != SMY_STATUS_NO_AGREEMENT;
            if (!deal) {
                assert_true(most[0] <= 2e-12 || most[1] <= 2e-12);
                continue;
            }
            deals++;
            assert_true(g0 >= -2e-12 && g1 >= -2e-12);
            check_near("efficient for the second", g1, best_gain(&c, 1, g0 - 1e-15), 1e-11,
                       "frontier");
            check_near("efficient for the first", g0, best_gain(&c, 0, g1 - 1e-15), 1e-11,
                       "frontier");
            if (most[0] < 1e-9 || most[1] < 1e-9)
                continue;
            if (r == 1)
                check_near("equal ratios", g0 / most[0], g1 / most[1], 1e-10,
                           "models.md D");
            if (r == 2) { /* equal, unless the one with less has all it could have */
                double least = fmin(g0, g1);
                size_t a = g0 < g1 ? 0 : 1;
                if (fabs(g0 - g1) > 1e-10)
                    check_near("has the most", least, best_gain(&c, a, -INFINITY), 1e-10,
                               "-");
            }
            for (int step = 1; r == 0 && step < 50; step++) {
                double h0 = most[0] * step / 50, h1 = best_gain(&c, 1, h0);
                if (h1 > 0)
                    assert_true(c.c[0] * log(h0) + c.c[1] * log(h1) <=
                                c.c[0] * log(g0) + c.c[1] * log(g1) + 1e-12);
            }
        }
    }
    assert_true(deals > 6000);
    check_done();
}

/* models.md D by hand: two issues, opposed, equal capability. */
static void by_hand(void **state)
{
    (void)state;
    Case c = {.n = 2,
              .m = 2,
              .p = {0, 0, 1, 1},
              .s = {.75, .25, .25, .75},
              .c = {1, 1},
              .k = {.1, .1},
              .q = {.5, .5}};
    /* Each gets the issue it cares for; the other way it would be worse for both. */
    for (size_t r = 0; r < 3; r++) {
        Answer got = answer(models[r], &c, NULL);
        check_near(models[r], got.x[0], 0, 1e-15, "hand");
        check_near(models[r], got.x[1], 1, 1e-15, "hand");
        assert_int_equal(got.status[0], SMY_STATUS_OK);
    }
    /* Twice the capability: alpha 2:1. g0 = .35 - .25 y, g1 = .35 + .75 y back along issue 1,
       stationary at 2 * .25 / .75 ... beyond the corner, so it stays there. */
    c.c[0] = 2;
    check_near("corner", answer("nash", &c, NULL).x[1], 1, 1e-15, "hand");
    /* Ten times: alpha 10:1. With y moved back on issue 1, g0 = .35 + .25 y and
       g1 = .35 - .75 y: 10 * .25 (.35 - .75 y) = .75 (.35 + .25 y), so y = .6125 / 2.0625. */
    c.c[0] = 10;
    check_near("beyond", answer("nash", &c, NULL).x[1], 1 - .6125 / 2.0625, 1e-14, "hand");
    /* Equal interest everywhere: every split has the same sum; least norm moves both alike. */
    Case tie = {.n = 2,
                .m = 2,
                .p = {0, 0, 1, 1},
                .s = {1, 1, 1, 1},
                .c = {1, 1},
                .k = {.2, .1},
                .q = {.25, .5}};
    Answer got = answer("egalitarian", &tie, NULL);
    /* mean shift h = (x0 + x1) / 2 - .375: -h + .2 = h + .1, so h = .05 on both. */
    check_near("tie, first", got.x[0], .3, 1e-14, "hand");
    check_near("tie, second", got.x[1], .55, 1e-14, "hand");
    check_done();
}

/*
 * Another program's search on a grid of 1001 points between the lowest and the highest of
 * positions and disagreement point. That point is our status quo, with no cost of no deal, and
 * its weights capability x salience our capability. The objective is concave, so the best point
 * of the grid is next to the true one. Its Kalai-Smorodinsky rows take the ideal points over
 * all packages, irrational ones too, which is another solution than ours (models.md D).
 */
static void one_issue_against_a_grid(void **state)
{
    (void)state;
    json_t *file = shared_read("golden/collective/schelling_nash_ks.json");
    size_t at, a;
    json_t *one, *actor;
    json_array_foreach(json_object_get(file, "cases"), at, one) {
        const json_t *d = json_at(one, "input.disagreement");
        if (json_is_null(d))
            continue; /* the weighted median: mostly nobody can gain */
        double q = json_number_value(d), lo = q, hi = q;
        json_array_foreach(json_at(one, "input.actors"), a, actor) {
            lo = fmin(lo, json_num(actor, "position"));
            hi = fmax(hi, json_num(actor, "position"));
        }
        Case c = {.m = 1, .q = {(q - lo) / (hi - lo)}};
        json_array_foreach(json_at(one, "input.actors"), a, actor) {
            c.p[a] = (json_num(actor, "position") - lo) / (hi - lo);
            c.s[a] = 1;
            c.c[a] = json_num(actor, "capability") * json_num(actor, "salience");
            c.n = a + 1;
        }
        const char *id = json_string_value(json_object_get(one, "id"));
        double want = (json_num(one, "output.nash") - lo) / (hi - lo);
        check_near(id, answer("nash", &c, NULL).x[0], want, 1e-3 + 1e-9,
                   "Schelling e4faad6, one grid step");
    }
    json_decref(file);
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_hand),
        cmocka_unit_test(two_parties_meet_the_definitions),
        cmocka_unit_test(one_issue_against_a_grid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
