/* SPDX-License-Identifier: Apache-2.0 */
/* What is not solved twice, or at all: lanes of the same game, tables at which nothing can be agreed. */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include "analysis/alike.h"
#include "analysis/forbidden.h"
#include "support/ask.h"
#include "support/games.h"

enum { GAMES = 12, LANES = 13, ACTORS = 3, TABLES = 8 };

static void copy_lane(const TestGame *game, double *rows, size_t n_rows, size_t lane)
{
    for (size_t r = 0; r < n_rows; r++)
        rows[r * game->n_lanes + lane] = rows[r * game->n_lanes + lane - 1];
}

/* A drawn game of which two lanes in three are as the one before. */
static TestGame drawn(uint64_t draw)
{
    size_t n = 1 + (size_t)(draw * 5 % 7), m = 1 + (size_t)(draw % 3);
    TestGame game = test_game_draw((TestKind)(draw % 3), draw, n, m, LANES);
    for (size_t k = 1; k < LANES; k++)
        if ((k + draw) % 3) {
            copy_lane(&game, game.position, n * m, k);
            copy_lane(&game, game.salience, n * m, k);
            copy_lane(&game, game.capability, n, k);
            copy_lane(&game, game.no_deal, n, k);
            copy_lane(&game, game.status_quo, m, k);
        }
    return game;
}

static void lanes_that_are_alike_get_what_each_would_get(void **state)
{
    (void)state;
    SmyiArena mem = {0};
    for (size_t m = 0; m < smy_model_count(); m++)
        for (uint64_t draw = 0; draw < GAMES; draw++) {
            TestGame game = drawn(draw);
            const SmyiModel *model = smyi_model_at(m);
            SmyiGame view = test_game_view(&game);
            TestOutcome want = test_solve(model, &game, NULL);
            SmyiOutcome got;
            size_t cells = game.n_issues * LANES;
            assert_true(
                smyi_outcome_new(model, game.n_actors, game.n_issues, LANES, &mem, &got));
            assert_int_equal(
                smyi_alike_solve(&(SmyiSolver){.model = model}, &view, &mem, &got), SMY_OK);
            assert_memory_equal(got.point, want.out.point, cells * sizeof(double));
            assert_memory_equal(got.rounds, want.out.rounds, cells * sizeof(double));
            assert_memory_equal(got.status, want.out.status, cells);
            test_outcome_free(&want);
            test_game_free(&game);
        }
    smyi_arena_free(&mem);
}

/* A constraint, and the tables it forbids whatever the package: bit t for table t, actors a b c as 1 2 4. */
static const struct {
    const char *forbids;
    unsigned tables;
} rows[] = {
    {"{seated: a}", 0xaa},
    {"{not: {seated: a}}", 0x55},
    {"{all: [{seated: a}, {not: {seated: b}}]}", 0x22},
    {"{any: [{seated: c}, {seated: b}]}", 0xfc},
    {"{any: [{seated: c}, {outcome: x, above: 2}]}", 0xf0},
    {"{all: [{seated: c}, {outcome: x, above: -1}]}", 0},
    {"{not: {all: [{seated: c}, {outcome: x, above: -1}]}}", 0x0f},
    {"{outcome: x, above: -1}", 0},
};

static SmyScenario *forbidding(const char *condition)
{
    char text[900];
    (void)snprintf(text, sizeof text,
                   "summitry: 1\nid: t\nissues: {x: {scale: [0, 1], status_quo: .5}}\n"
                   "actors:\n  a: {kind: state, capability: 1}\n  b: {kind: state, "
                   "capability: 2}\n  c: {kind: state, capability: 3}\n"
                   "stances:\n  a: {x: {position: 0, salience: 50}}\n"
                   "  b: {x: {position: 1, salience: 40}}\n"
                   "  c: {x: {position: .7, salience: 90}}\n"
                   "no_deal: {a: 5, b: -3, c: 20}\n"
                   "table: {seats: [a, b], absent: [c], candidates: [a, b, c]}\n"
                   "constraints: [{id: no, forbids: %s, because: so}]\n",
                   condition);
    return ask_parse(text);
}

static void put_tables(SmyiSeating *seating)
{
    for (size_t p = 0; p < ACTORS; p++)
        for (size_t t = 0; t < TABLES; t++)
            seating[p * TABLES + t] = (SmyiSeating)(t >> p & 1);
}

/* Every table of three, one a lane: told by who sits, and as it is judged. */
static void compare_row(size_t r)
{
    SmyScenario *scn = forbidding(rows[r].forbids);
    SmyiArena mem = {0};
    SmyiFrame f;
    SmyiSolver *mean;
    SmyiSituation sit;
    SmyiVerdict v;
    size_t n;
    SmyiSeating seating[ACTORS * TABLES];
    unsigned char forbidden[TABLES];
    double worth[ACTORS * TABLES] = {0};
    assert_int_equal(smyi_solvers_new("mean", NULL, 0, &mem, &mean, &n, NULL), SMY_OK);
    assert_int_equal(smyi_frame_new(scn, false, false, &mem, &f, NULL), SMY_OK);
    assert_true(smyi_situation_new(&f, TABLES, &mem, &sit));
    assert_true(smyi_verdict_new(&f, mean, TABLES, &mem, &v));
    smyi_situation_points(&f, TABLES, &sit);
    put_tables(seating);
    assert_int_equal(smyi_judge(&f, &sit, seating, mean, NULL, &mem, &v), SMY_OK);
    smyi_seats_forbid(&f, seating, TABLES, forbidden);
    smyi_put_no_deal(&f, &sit, seating, forbidden, worth);
    for (size_t t = 0; t < TABLES; t++) {
        assert_int_equal(forbidden[t], rows[r].tables >> t & 1);
        assert_false(forbidden[t] && v.agreed[t]);
        for (size_t a = 0; a < ACTORS; a++)
            assert_memory_equal(&worth[a * TABLES + t],
                                forbidden[t] ? &v.worth[a * TABLES + t] : &(double){0},
                                sizeof *worth);
    }
    smyi_arena_free(&mem);
    smy_scenario_free(scn);
}

static void a_table_forbidden_by_who_sits_needs_no_solve(void **state)
{
    (void)state;
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++)
        compare_row(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lanes_that_are_alike_get_what_each_would_get),
        cmocka_unit_test(a_table_forbidden_by_who_sits_needs_no_solve),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
