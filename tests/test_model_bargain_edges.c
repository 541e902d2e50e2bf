/* SPDX-License-Identifier: Apache-2.0 */
/* Bargaining at the edges: who bargains, when there is no deal, absent actors, symmetries. */
#include "test_model_bargain.h"

enum {
    OK = SMY_STATUS_OK,
    NONE = SMY_STATUS_NO_AGREEMENT,
    IDLE = SMY_STATUS_NO_WEIGHT,
    VOID = SMY_STATUS_UNDEFINED
};

#define NaN ((double)NAN)

/* clang-format off */
static const struct {
    const char *row;
    bool total; /* of interest for the utilitarian solution over all packages too */
    Case c;
    double x[2];
    int status[2];
} rows[] = {
    {"the status quo is everybody's ideal", true,
     {.n = 2, .m = 2, .p = {.5, .2, .5, .2}, .s = {1, 1, 1, .5}, .c = {1, 1}, .q = {.5, .2}},
     {.5, .2}, {OK, OK}},
    {"all at one position", true,
     {.n = 3, .m = 2, .p = {.5, .2, .5, .2, .5, .2}, .s = {1, 1, 1, .5, .3, 1}, .c = {1, 2, 1}, .q = {0, 1}},
     {.5, .2}, {OK, OK}},
    {"each cares for its own issue", true,
     {.n = 2, .m = 2, .p = {.1, .2, .3, .4}, .s = {1, 0, 0, 1}, .c = {1, 2}, .q = {0, 1}},
     {.1, .4}, {OK, OK}},
    {"one actor gets its way", true,
     {.n = 1, .m = 2, .p = {.1, .9}, .s = {.2, 1}, .c = {3}, .k = {.1}, .q = {.5, .5}},
     {.1, .9}, {OK, OK}},
    {"one actor at its ideal has its way too", true,
     {.n = 1, .m = 2, .p = {.1, .9}, .s = {.2, 1}, .c = {3}, .q = {.1, .9}},
     {.1, .9}, {OK, OK}},
    {"one actor better off without a deal than anywhere", false,
     {.n = 1, .m = 2, .p = {.1, .9}, .s = {1, 1}, .c = {3}, .k = {-.5}, .q = {.2, .8}},
     {.2, .8}, {NONE, NONE}},
    {"opposed on one issue, and breakdown costs nothing", false,
     {.n = 2, .m = 1, .p = {0, 1}, .s = {1, 1}, .c = {1, 1}, .q = {.25}},
     {.25}, {NONE}},
    {"opposed alike on two issues, and breakdown costs nothing", false,
     {.n = 2, .m = 2, .p = {0, 0, 1, 1}, .s = {.4, .4, 1, 1}, .c = {1, 1}, .q = {.25, .75}},
     {.25, .75}, {NONE, NONE}},
    {"opposed three, and breakdown costs nothing", false,
     {.n = 3, .m = 2, .p = {0, 0, 1, 1, .5, .5}, .s = {1, 1, 1, 1, 1, 1}, .c = {1, 1, 1}, .q = {.25, .75}},
     {.5, .5}, {OK, OK}}, /* the third gains by trading one issue for the other */
    {"no package is as good as no deal for both", false,
     {.n = 2, .m = 1, .p = {0, 1}, .s = {1, 1}, .c = {1, 1}, .k = {-.1, .05}, .q = {.5}},
     {.5}, {NONE}},
    {"nor for all three", false,
     {.n = 3, .m = 2, .p = {0, 0, 1, 1, .5, .2}, .s = {1, 1, 1, 1, 1, .5}, .c = {1, 1, 1}, .k = {-.1, 0, 0}, .q = {.5, .5}},
     {.5, .5}, {NONE, NONE}},
    {"one at its ideal lets the other win where it does not care", false,
     {.n = 2, .m = 2, .p = {.3, .3, .8, .9}, .s = {1, 0, 1, 1}, .c = {9, 1}, .q = {.3, .1}},
     {.3, .9}, {OK, OK}},
    {"with a third who wins with it", false,
     {.n = 3, .m = 2, .p = {.3, .3, .8, .9, .9, .9}, .s = {1, 0, 1, 1, 1, 1}, .c = {9, 1, 1}, .q = {.3, .1}},
     {.3, .9}, {OK, OK}},
    {"nobody weighs", true,
     {.n = 2, .m = 2, .p = {0, 0, 1, 1}, .s = {1, 1, 0, 0}, .c = {0, 5}, .q = {.3, NaN}},
     {.3, NaN}, {IDLE, VOID}},
    {"nobody is there", true,
     {.n = 2, .m = 1, .p = {NaN, NaN}, .s = {0, 0}, .c = {0, 0}, .q = {.3}},
     {.3}, {IDLE}},
    {"an issue nobody cares for stays, and does not stop the rest", true,
     {.n = 2, .m = 2, .p = {.2, 0, .2, 1}, .s = {1, 0, 1, 0}, .c = {1, 1}, .q = {.6, .7}},
     {.2, .7}, {OK, IDLE}},
    {"without a status quo there", true,
     {.n = 2, .m = 2, .p = {.2, 0, .2, 1}, .s = {1, 0, 1, 0}, .c = {1, 1}, .q = {.6, NaN}},
     {.2, NaN}, {OK, VOID}},
    {"no status quo on an issue at stake: no gains", false,
     {.n = 2, .m = 2, .p = {.2, 0, .2, 1}, .s = {1, 1, 1, 1}, .c = {1, 1}, .q = {.6, NaN}},
     {NaN, NaN}, {VOID, VOID}},
    {"an actor without capability has no say", true,
     {.n = 3, .m = 1, .p = {.4, .4, 1}, .s = {1, 1, 1}, .c = {1, 1, 0}, .q = {.9}},
     {.4}, {OK}},
    {"an actor that does not care has no say", true,
     {.n = 3, .m = 1, .p = {.4, .4, 1}, .s = {1, 1, 0}, .c = {1, 1, 7}, .q = {.9}},
     {.4}, {OK}},
};
/* clang-format on */

static const struct {
    const char *id;
    double option[2];
} variants[] = {
    {"nash", {0, 0}},        {"nash", {1, 0}},        {"kalai_smorodinsky", {0, 0}},
    {"egalitarian", {0, 0}}, {"egalitarian", {1, 0}}, {"utilitarian", {0, 1}},
    {"utilitarian", {1, 1}}, {"utilitarian", {0, 0}}};

enum { N_VARIANTS = sizeof variants / sizeof *variants };

static void edges(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
        for (size_t v = 0; v < N_VARIANTS; v++)
            for (int quadratic = 0; quadratic < 2; quadratic++) {
                char name[128];
                Case c = rows[r].c;
                c.quadratic = quadratic;
                bool all = v == N_VARIANTS - 1;
                if ((all && !rows[r].total) || (quadratic && !rows[r].total))
                    continue;
                Answer got = answer(variants[v].id, &c, variants[v].option);
                snprintf(name, sizeof name, "%s (%s)", rows[r].row, variants[v].id);
                for (size_t i = 0; i < c.m; i++) {
                    check_near(name, got.x[i], rows[r].x[i], 1e-9, "models.md 0, D");
                    check_near(name, got.status[i], rows[r].status[i], 0, "models.md 0, D");
                }
            }
    check_done();
}

/* Where a party is held at its own peak its gain is flat: hard for smooth solvers. */
static void peaks_of_quadratic_gains(void **state)
{
    (void)state;
    /* The last party's ideal is the status quo; then nothing is left to trade. */
    Case a = {.n = 6,
              .m = 2,
              .q = {.5, .5},
              .c = {1, 2, 1, 1, 1, 1},
              .quadratic = true,
              .p = {0, .75, 0, .25, .25, .25, 0, .75, 0, 1, .5, .25},
              .s = {.75, .75, .75, .75, .25, 0, .5, 0, .25, .75, .75, 0}};
    for (size_t v = 0; v + 1 < N_VARIANTS; v++)
        for (size_t i = 0; i < 2; i++) {
            Answer got = answer(variants[v].id, &a, variants[v].option);
            check_near(variants[v].id, got.status[i], NONE, 0, "hand");
            check_near(variants[v].id, got.x[i], .5, 0, "hand");
        }
    /* Two parties with one issue each can gain .0625 at most: the least of all gains. */
    Case b = {.n = 6,
              .m = 2,
              .q = {.75, 0},
              .c = {1, 2, 2, 1, 2, 2},
              .quadratic = true,
              .p = {1, .5, NaN, .25, .5, .5, 1, 1, .5, NaN, .5, 1},
              .s = {.5, 0, 0, .75, .25, .5, 0, .5, 0, 0, .25, .5}};
    Answer got = answer("egalitarian", &b, NULL);
    check_near("at two peaks", got.x[0], 1, 1e-7, "hand");
    check_near("at two peaks", got.x[1], .25, 1e-7, "hand");
    check_near("at two peaks", got.status[0], OK, 0, "hand");
    /* Two at the status quo already, at their ideals; the third loses nothing there. */
    Case c = {.n = 3,
              .m = 2,
              .q = {.25, 0},
              .c = {1, 2, 1},
              .k = {.2, .2, .2},
              .quadratic = true,
              .p = {.25, 0, NaN, .25, .25, 1},
              .s = {.5, .75, 0, .25, .5, 0}};
    got = answer("egalitarian", &c, NULL);
    check_near("at the status quo", got.x[0], .25, 1e-7, "hand");
    check_near("at the status quo", got.x[1], 0, 1e-7, "hand");
    check_near("at the status quo", got.status[0], OK, 0, "hand");
    check_done();
}

/* With breakdown ever worse the Nash package becomes that of the largest weighted total. */
static void ruinous_breakdown(void **state)
{
    (void)state;
    Case c = {.n = 3,
              .m = 2,
              .p = {.1, .2, .5, .9, .8, .4},
              .s = {1, .5, .6, 1, .3, .8},
              .c = {1, 2, 1.5},
              .k = {1e6, 1e6, 1e6},
              .q = {.5, .5},
              .quadratic = true};
    Answer nash = answer("nash", &c, NULL), total = answer("utilitarian", &c, NULL);
    for (int i = 0; i < 2; i++)
        check_near("total", nash.x[i], total.x[i], 1e-6, "models.md A");
    check_done();
}

/* Salience without a status quo is enough where every package is allowed. */
static void total_needs_no_status_quo(void **state)
{
    (void)state;
    Case c = {
        .n = 3, .m = 1, .p = {.1, .5, .8}, .s = {1, 1, 1}, .c = {1, 1, 1}, .q = {NaN}};
    Answer got = answer("utilitarian", &c, NULL);
    check_near("median", got.x[0], .5, 0, "models.md D");
    check_near("median", got.status[0], OK, 0, "models.md D");
    check_done();
}

/* Three actors, one or two of them absent by lane: the bits of the game without them. */
static void absent_actors_change_no_bit(void **state)
{
    (void)state;
    enum { N = 5, M = 4, K = 40 };
    uint64_t seed = 17;
    static double p[N * M * K], s[N * M * K], cap[N * K], k_a[N * K], q[M * K], x[M * K];
    static double rounds[M * K];
    static unsigned char status[M * K];
    for (int trial = 0; trial < 20; trial++) {
        Case lanes[K];
        for (size_t k = 0; k < K; k++) {
            Case c = random_case(&seed, N, M, trial % 2, k % 3 ? 0 : .2);
            lanes[k] = (Case){.m = M, .quadratic = trial % 5 == 0};
            for (size_t a = 0; a < N; a++) {
                bool seated = next_number(&seed) < .6;
                for (size_t i = 0; i < M; i++) {
                    size_t at = (a * M + i) * K + k, to = lanes[k].n * M + i;
                    p[at] = seated ? c.p[a * M + i] : NaN;
                    s[at] = seated ? c.s[a * M + i] : 0;
                    lanes[k].p[to] = c.p[a * M + i];
                    lanes[k].s[to] = c.s[a * M + i];
                }
                cap[a * K + k] = seated ? c.c[a] : 0;
                k_a[a * K + k] = lanes[k].k[lanes[k].n] = c.k[a];
                lanes[k].c[lanes[k].n] = c.c[a];
                lanes[k].n += seated;
            }
            for (size_t i = 0; i < M; i++)
                q[i * K + k] = lanes[k].q[i] = c.q[i];
        }
        for (size_t v = 0; v < N_VARIANTS; v++) {
            SmyiGame game = {.n_actors = N,
                             .n_issues = M,
                             .n_lanes = K,
                             .position = p,
                             .salience = s,
                             .capability = cap,
                             .no_deal = k_a,
                             .status_quo = q,
                             .quadratic = trial % 5 == 0};
            SmyiOutcome out = {.point = x, .status = status, .rounds = rounds};
            SmyiArena mem = {0};
            assert_int_equal(smyi_model_solve(smyi_model_find(variants[v].id), &game,
                                              variants[v].option, NULL, &mem, &out),
                             SMY_OK);
            smyi_arena_free(&mem);
            for (size_t k = 0; k < K; k++) {
                Answer alone = answer(variants[v].id, &lanes[k], variants[v].option);
                for (size_t i = 0; i < M; i++) {
                    assert_memory_equal(&alone.x[i], &x[i * K + k], sizeof(double));
                    assert_int_equal(alone.status[i], status[i * K + k]);
                }
            }
        }
    }
}

static Case turned(const Case *c)
{
    Case t = *c;
    for (size_t a = 0; a < c->n; a++) { /* the last actor first, issue 0 mirrored */
        size_t b = c->n - 1 - a;
        for (size_t i = 0; i < c->m; i++) {
            t.p[b * c->m + i] = i == 0 ? 1 - c->p[a * c->m + i] : c->p[a * c->m + i];
            t.s[b * c->m + i] = c->s[a * c->m + i];
        }
        t.c[b] = 3.7 * c->c[a];
        t.k[b] = c->k[a];
    }
    t.q[0] = 1 - c->q[0];
    return t;
}

/* L.1, L.3, L.4: order of actors, unit of capability, mirror image; ties in every second. */
static void symmetries(void **state)
{
    (void)state;
    uint64_t seed = 23;
    for (int trial = 0; trial < 3000; trial++) {
        size_t n = 2 + (size_t)(5 * next_number(&seed));
        size_t m = 1 + (size_t)(5 * next_number(&seed));
        Case c = edge_case(&seed, n, m, trial);
        c.quadratic = trial % 5 == 0;
        Case t = turned(&c);
        for (size_t v = 0; v + 1 < N_VARIANTS; v++) {
            if (variants[v].id[0] == 'u' && (trial % 2 == 1 || variants[v].option[0] > 0))
                continue; /* ties of medians go to the lower one */
            Answer got = answer(variants[v].id, &c, variants[v].option);
            Answer other = answer(variants[v].id, &t, variants[v].option);
            for (size_t i = 0; i < m; i++) {
                double y = i == 0 ? 1 - other.x[i] : other.x[i];
                check_near(variants[v].id, y, got.x[i], c.quadratic ? 1e-6 : 1e-8,
                           "L.1,3,4");
                assert_int_equal(got.status[i], other.status[i]);
            }
        }
    }
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edges),
        cmocka_unit_test(peaks_of_quadratic_gains),
        cmocka_unit_test(ruinous_breakdown),
        cmocka_unit_test(total_needs_no_status_quo),
        cmocka_unit_test(absent_actors_change_no_bit),
        cmocka_unit_test(symmetries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
