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

static void copy_all(const TestGame *game, size_t n, size_t m, size_t lane)
{
    copy_lane(game, game->position, n * m, lane);
    copy_lane(game, game->salience, n * m, lane);
    copy_lane(game, game->capability, n, lane);
    copy_lane(game, game->no_deal, n, lane);
    copy_lane(game, game->status_quo, m, lane);
}

/* A drawn game of which two lanes in three are as the one before. */
static TestGame drawn(uint64_t draw)
{
    size_t n = 1 + (size_t)(draw * 5 % 7), m = 1 + (size_t)(draw % 3);
    TestGame game = test_game_draw((TestKind)(draw % 3), draw, n, m, LANES);
    for (size_t k = 1; k < LANES; k++)
        if ((k + draw) % 3)
            copy_all(&game, n, m, k);
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

/* What only the rules tell two lanes apart by: what was said in public and what leaving it costs; an outsider's four rows; whether the leader sits. */
enum { STATED, FACE, POSITION, SALIENCE, CAPABILITY, NO_DEAL, COUNTS, FIELDS };

typedef struct Ruled {
    double stated[5 * LANES], face[5 * LANES], outsider[4][LANES];
    SmyiVoter voters[6];
    SmyiHome homes[2];
    unsigned char counts[LANES];
    SmyiRules rules;
} Ruled;

/* Every second lane is changed in one field, the others are alike in all; actor 0 answers to an outsider and to actor 2. */
static void put_rules(size_t field, uint64_t draw, TestGame *game, SmyiGame *view, Ruled *r)
{
    game->public[0][0] = -1;
    game->home_quota[0] = field == CAPABILITY ? .6 : 0;
    *view = test_game_view(game);
    r->rules = *view->rules;
    memcpy(r->voters, r->rules.voters, sizeof r->voters);
    memcpy(r->homes, r->rules.homes, sizeof r->homes);
    for (size_t k = 0; k < LANES; k++) {
        double own[FIELDS] = {.7, .5, (double)(draw % 9) / 10, .6, .1, .02, 1};
        own[field] =
            k % 2 ? field == COUNTS || field == SALIENCE ? 0 : own[field] / 3 : own[field];
        own[CAPABILITY] *= k % 2 && field == CAPABILITY ? 300 : 1;
        for (size_t a = 0; a < 5; a++) {
            r->stated[a * LANES + k] = own[STATED];
            r->face[a * LANES + k] = own[FACE];
        }
        for (size_t row = 0; row < 4; row++)
            r->outsider[row][k] = own[POSITION + row];
        r->counts[k] = own[COUNTS] > 0;
    }
    r->voters[5] =
        (SmyiVoter){r->outsider[0], r->outsider[1], r->outsider[2], r->outsider[3]};
    r->homes[0].counts = r->counts;
    r->rules.voters = r->voters;
    r->rules.homes = r->homes;
    r->rules.stated = r->stated;
    r->rules.face = r->face;
    view->rules = &r->rules;
}

/* Whether the field changed what is agreed; solved lane by lane and at once it is the same. */
static bool field_tells(size_t field, uint64_t draw)
{
    SmyiArena mem = {0};
    SmyiOutcome want, got;
    SmyiGame view;
    Ruled rules;
    SmyiSolver two_level;
    SmyiSolver *solvers;
    size_t n;
    TestGame game = test_game_draw(TEST_GENERIC, draw, 5, 1, LANES);
    for (size_t k = 1; k < LANES; k++)
        copy_all(&game, 5, 1, k);
    put_rules(field, draw, &game, &view, &rules);
    assert_int_equal(smyi_solvers_new("two_level", NULL, 0, &mem, &solvers, &n, NULL),
                     SMY_OK);
    two_level = solvers[0];
    assert_true(smyi_outcome_new(two_level.model, 5, 1, LANES, &mem, &want));
    assert_true(smyi_outcome_new(two_level.model, 5, 1, LANES, &mem, &got));
    assert_int_equal(
        smyi_model_solve(two_level.model, &view, two_level.options, NULL, &mem, &want),
        SMY_OK);
    assert_int_equal(smyi_alike_solve(&two_level, &view, &mem, &got), SMY_OK);
    assert_memory_equal(got.point, want.point, LANES * sizeof(double));
    assert_memory_equal(got.status, want.status, LANES);
    bool tells = want.point[0] != want.point[1] || want.status[0] != want.status[1];
    smyi_arena_free(&mem);
    test_game_free(&game);
    return tells;
}

static void lanes_that_only_the_rules_tell_apart_are_not_alike(void **state)
{
    (void)state;
    for (size_t field = 0; field < FIELDS; field++) {
        size_t told = 0;
        for (uint64_t draw = 0; draw < 40; draw++)
            told += field_tells(field, draw);
        assert_true(told > 0);
    }
}

/*
 * A constraint, and the tables it forbids whatever the package: bit t for table t, actors a b c as
 * 1 2 4; d, to whom a answers, never sits. A second one forbids all three.
 */
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
    {"{seated: d}", 0},
    {"{not: {seated: d}}", 0xff},
};

static SmyScenario *forbidding(const char *condition)
{
    char text[900];
    (void)snprintf(text, sizeof text,
                   "summitry: 1\nid: t\nissues: {x: {scale: [0, 1], status_quo: .5}}\n"
                   "actors:\n  a: {kind: state, "
                   "capability: 1, answers_to: [d]}\n  b: {kind: state, "
                   "capability: 2}\n  c: {kind: state, capability: 3}\n"
                   "  d: {kind: public, capability: 1}\n"
                   "stances:\n  a: {x: {position: 0, salience: 50}}\n"
                   "  b: {x: {position: 1, salience: 40}}\n"
                   "  c: {x: {position: .7, salience: 90}}\n"
                   "  d: {x: {position: .1, salience: 30}}\n"
                   "no_deal: {a: 5, b: -3, c: 20}\n"
                   "table: {seats: [a, b], absent: [c], candidates: [a, b, c]}\n"
                   "constraints:\n  - {id: no, forbids: %s, because: so}\n"
                   "  - {id: all, forbids: {all: [{seated: a}, {seated: b}, {seated: c}]}, "
                   "because: so}\n",
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
    double worth[(ACTORS + 1) * TABLES] = {0};
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
        assert_int_equal(forbidden[t], (rows[r].tables | 0x80) >> t & 1);
        assert_false(forbidden[t] && v.agreed[t]);
        for (size_t a = 0; a <= ACTORS; a++)
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
        cmocka_unit_test(lanes_that_only_the_rules_tell_apart_are_not_alike),
        cmocka_unit_test(a_table_forbidden_by_who_sits_needs_no_solve),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
