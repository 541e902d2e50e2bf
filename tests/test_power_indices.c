/* SPDX-License-Identifier: Apache-2.0 */
/* Voting power: published bodies, every coalition counted one by one, several criteria, samples. */
#include "support/support.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/power.h"
#include "base/random.h"
#include "support/memory.h"

enum { MOST = 130, CRITERIA = 4 };

typedef struct Case { /* a body that may be written */
    size_t n, n_criteria;
    double weight[CRITERIA * MOST], quota[CRITERIA];
} Case;

static SmyiBody body_of(const Case *c)
{
    return (SmyiBody){c->n, c->n_criteria, c->weight, c->quota};
}

static void solve(const Case *c, SmyiArena *mem, SmyiPower *power)
{
    SmyiBody body = body_of(c);
    assert_int_equal(smyi_power(&body, 1, mem, power), SMY_OK);
}

static void check_index(const char *row, const double *got, const json_t *want)
{
    for (size_t a = 0; a < json_array_size(want); a++)
        check_near(row, got[a], json_number_value(json_array_get(want, a)), 1e-12,
                   "i_table.json");
}

static void published_bodies(void **state)
{
    (void)state;
    json_t *file = golden_read("i_table.json"), *want;
    const char *name;
    json_object_foreach(json_at(file, "expected.power"), name, want) {
        Case c = {.n_criteria = 1, .quota = {json_num(want, "quota")}};
        SmyiArena mem = {0};
        SmyiPower power;
        size_t a;
        json_t *weight;
        json_array_foreach(json_at(want, "weights"), a, weight) {
            c.weight[c.n++] = json_number_value(weight);
        }
        solve(&c, &mem, &power);
        assert_true(power.exact);
        check_index(name, power.shapley, json_at(want, "shapley_shubik"));
        check_index(name, power.penrose, json_at(want, "penrose"));
        check_index(name, power.banzhaf, json_at(want, "banzhaf"));
        check_index(name, power.swings, json_at(want, "swings"));
        smyi_arena_free(&mem);
    }
    json_decref(file);
    check_done();
}

/* A peer's bodies; those that vote as a bloc are one player there. */
static void peer_bodies(void **state)
{
    (void)state;
    json_t *file = shared_read("golden/collective/schelling_power.json");
    size_t i;
    json_t *one;
    json_array_foreach(json_at(file, "cases"), i, one) {
        const json_t *input = json_at(one, "input"), *output = json_at(one, "output");
        const char *id = json_string_value(json_at(one, "id"));
        Case c = {.n_criteria = 1, .quota = {json_num(input, "quota")}};
        SmyiArena mem = {0};
        SmyiPower power;
        size_t a;
        json_t *actor;
        json_array_foreach(json_at(output, "weights"), a, actor) {
            c.weight[c.n++] = json_number_value(actor);
        }
        solve(&c, &mem, &power);
        for (a = 0; a < c.n; a++) {
            char path[48];
            (void)snprintf(path, sizeof path, "shapley_shubik.%zu", a);
            check_near(id, power.shapley[a], json_num(output, path), 1e-9, "Schelling");
            (void)snprintf(path, sizeof path, "banzhaf_normalized.%zu", a);
            check_near(id, power.banzhaf[a], json_num(output, path), 1e-9, "Schelling");
        }
        smyi_arena_free(&mem);
    }
    json_decref(file);
    check_done();
}

static int wins(const Case *c, unsigned coalition)
{
    for (size_t k = 0; k < c->n_criteria; k++) {
        double sum = 0;
        for (size_t a = 0; a < c->n; a++)
            sum += coalition >> a & 1 ? c->weight[k * c->n + a] : 0;
        if (sum < c->quota[k] * (1 - 1e-12))
            return 0;
    }
    return 1;
}

static double factorial(size_t n)
{
    return n < 2 ? 1 : (double)n * factorial(n - 1);
}

static size_t size_of(unsigned coalition)
{
    size_t n = 0;
    for (; coalition; coalition >>= 1)
        n += coalition & 1;
    return n;
}

/* Every coalition, one by one. */
static void count(const char *row, const Case *c, const SmyiPower *power)
{
    unsigned all = 1u << c->n;
    double passing = 0;
    for (unsigned s = 0; s < all; s++)
        passing += wins(c, s);
    check_near(row, power->passes, passing / all, 1e-12, "counted");
    for (size_t a = 0; a < c->n; a++) {
        double swings = 0, shapley = 0;
        for (unsigned s = 0; s < all; s++)
            if (!(s >> a & 1) && wins(c, s | 1u << a) && !wins(c, s)) {
                size_t k = size_of(s);
                swings++;
                shapley += factorial(k) * factorial(c->n - k - 1) / factorial(c->n);
            }
        check_near(row, power->swings[a], swings, 0, "counted");
        check_near(row, power->shapley[a], shapley, 1e-12, "counted");
    }
}

static double roll(uint64_t draw, uint64_t number)
{
    return smyi_uniform(11, SMYI_STREAM_CHOICES, draw, number);
}

/* One to four criteria, whole and decimal weights, all alike in some, quotas up to the total
 * and beyond. */
static void several_criteria(void **state)
{
    (void)state;
    for (uint64_t draw = 0; draw < 120; draw++) {
        char row[64];
        Case c = {.n = 1 + draw % 9, .n_criteria = 1 + draw % CRITERIA};
        uint64_t number = 0;
        for (size_t k = 0; k < c.n_criteria; k++) {
            double total = 0;
            int kind = (int)(roll(draw, number++) * 4);
            for (size_t a = 0; a < c.n; a++) {
                double u = roll(draw, number++);
                double w = kind == 0 ? 1 : kind == 1 ? floor(6 * u) : floor(40 * u) / 4;
                c.weight[k * c.n + a] = w;
                total += w;
            }
            c.quota[k] = .25 * floor(4 * total * 1.1 * roll(draw, number++)) + .25;
        }
        SmyiArena mem = {0};
        SmyiPower power;
        solve(&c, &mem, &power);
        (void)snprintf(row, sizeof row, "body %u", (unsigned)draw);
        check_near(row, power.exact, 1, 0, "exact");
        count(row, &c, &power);
        smyi_arena_free(&mem);
    }
    check_done();
}

/* Hand: n alike, a majority of k: each decides with k - 1 of the others. More than 64: two words. */
static void many_players(void **state)
{
    (void)state;
    static const size_t sizes[] = {9, 63, 64, 65, 101, 127};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        size_t n = sizes[i], half = n / 2;
        char row[64];
        Case c = {.n = n, .n_criteria = 1};
        for (size_t a = 0; a < n; a++)
            c.weight[a] = a ? 3 : 4; /* not all alike: the counts are asked */
        c.quota[0] = 3 * (double)half + 3;
        SmyiArena mem = {0};
        SmyiPower power;
        solve(&c, &mem, &power);
        /* C(n-1, half) / 2^(n-1): half + 1 members win, whoever they are */
        double penrose = 1;
        for (size_t k = 1; k <= half; k++)
            penrose *= (double)(n - k) / (double)k;
        (void)snprintf(row, sizeof row, "%zu players", n);
        check_near(row, power.exact, 1, 0, "exact");
        check_near(row, power.penrose[1], ldexp(penrose, 1 - (int)n), 1e-12, "hand");
        check_near(row, power.shapley[0], 1 / (double)n, 1e-12, "hand");
        smyi_arena_free(&mem);
    }
    check_done();
}

static void corners(void **state)
{
    (void)state;
    static const struct {
        const char *row;
        size_t n;
        double w[3], quota, shapley[3], penrose[3], passes;
    } rows[] = {
        {"a dictator", 3, {5, 1, 1}, 4, {1, 0, 0}, {1, 0, 0}, .5},
        {"unanimity", 3, {5, 1, 1}, 7, {1 / 3., 1 / 3., 1 / 3.}, {.25, .25, .25}, .125},
        {"nobody can win", 3, {5, 1, 1}, 8, {0, 0, 0}, {0, 0, 0}, 0},
        {"votes of nothing", 3, {1, 0, 0}, 1, {1, 0, 0}, {1, 0, 0}, .5},
        {"shares of one",
         3,
         {.5, .25, .25},
         .75,
         {2 / 3., 1 / 6., 1 / 6.},
         {.75, .25, .25},
         .375},
        {"thirds are listed",
         3,
         {1 / 3., 1, 1},
         4 / 3.,
         {1 / 3., 1 / 3., 1 / 3.},
         {.5, .5, .5},
         .5},
        {"one alone", 1, {2}, 1, {1}, {1}, .5},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        Case c = {.n = rows[r].n, .n_criteria = 1, .quota = {rows[r].quota}};
        SmyiArena mem = {0};
        SmyiPower power;
        memcpy(c.weight, rows[r].w, sizeof rows[r].w);
        solve(&c, &mem, &power);
        for (size_t a = 0; a < c.n; a++) {
            check_near(rows[r].row, power.shapley[a], rows[r].shapley[a], 1e-15, "hand");
            check_near(rows[r].row, power.penrose[a], rows[r].penrose[a], 1e-15, "hand");
        }
        check_near(rows[r].row, power.passes, rows[r].passes, 1e-15, "hand");
        smyi_arena_free(&mem);
    }
    check_done();
}

/* Sampled against exact: within four and a half standard errors, which are of the right size. */
static void samples_come_near(void **state)
{
    (void)state;
    Case c = {.n = 12, .n_criteria = 2, .quota = {40, 8}};
    for (size_t a = 0; a < 12; a++) {
        c.weight[a] = (double)(1 + a * 5 % 13);
        c.weight[12 + a] = a == 3 ? 3 : 1;
    }
    SmyiArena mem = {0};
    SmyiBody body = body_of(&c);
    SmyiPower exact, sampled;
    solve(&c, &mem, &exact);
    solve(&c, &mem, &sampled); /* for its arrays */
    assert_int_equal(smyi_power_sampled(&body, 20000, 7, &mem, &sampled), SMY_OK);
    for (size_t a = 0; a < 12; a++) {
        double p = exact.penrose[a], s = exact.shapley[a];
        check_near("penrose",
                   fabs(sampled.penrose[a] - p) < 4.5 * sqrt(p * (1 - p) / 20000), 1, 0,
                   "sampled");
        check_near("shapley",
                   fabs(sampled.shapley[a] - s) < 4.5 * sqrt(s * (1 - s) / 20000), 1, 0,
                   "sampled");
        check_near("error", sampled.penrose_error[a], sqrt(p * (1 - p) / 20000), 1e-3,
                   "sampled");
    }
    check_near("passes", sampled.passes, exact.passes, .02, "sampled");
    smyi_arena_free(&mem);
    check_done();
}

/* Weights that no power of ten makes whole, and too many players, are sampled and said to be. */
static void above_the_limit(void **state)
{
    (void)state;
    Case odd = {.n = 21, .n_criteria = 1, .weight = {1 / 3.}, .quota = {10.5}};
    for (size_t a = 1; a < 21; a++)
        odd.weight[a] = 1;
    Case many = {.n = 130, .n_criteria = 1, .quota = {66}};
    for (size_t a = 0; a < 130; a++)
        many.weight[a] = 1;
    for (int i = 0; i < 2; i++) {
        SmyiArena mem = {0};
        SmyiPower power;
        double sum = 0;
        solve(i ? &many : &odd, &mem, &power);
        assert_false(power.exact);
        assert_true(isnan(power.swings[0]));
        assert_true(power.penrose_error[1] > 0);
        for (size_t a = 0; a < (i ? many.n : odd.n); a++)
            sum += power.shapley[a];
        check_near("orders have one pivot each", sum, 1, 1e-9, "hand");
        smyi_arena_free(&mem);
    }
    check_done();
}

static SmyCode power_of(void *cookie)
{
    const SmyiBody *body = cookie;
    SmyiArena mem = {0};
    SmyiPower power;
    SmyCode code = smyi_power(body, 1, &mem, &power);
    smyi_arena_free(&mem);
    return code;
}

static void memory_may_run_out(void **state)
{
    (void)state;
    Case c = {.n = 60, .n_criteria = 1, .quota = {3000}};
    for (size_t a = 0; a < 60; a++)
        c.weight[a] = (double)(1 + a * 37 % 101);
    SmyiBody body = body_of(&c);
    assert_true(memory_exhaust(power_of, &body) >= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_bodies), cmocka_unit_test(peer_bodies),
        cmocka_unit_test(several_criteria), cmocka_unit_test(many_players),
        cmocka_unit_test(corners),          cmocka_unit_test(samples_come_near),
        cmocka_unit_test(above_the_limit),  cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
