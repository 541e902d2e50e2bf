/* SPDX-License-Identifier: Apache-2.0 */
/* Two-level games: win-sets of the golden file, the zone by asking every point, who settles where. */
#include "support/support.h"

#include <math.h>
#include <stdio.h>

#include "base/random.h"
#include "model/two_level.h"
#include "support/games.h"

enum { MOST = 8 };

/* A game of one issue with two leaders and their publics behind them: rows of one game. */
typedef struct Two {
    TestGame game;
    SmyiPublic publics[MOST];
    unsigned char yes[1];
    SmyiHome homes[2];
    SmyiRules rules;
    SmyiGame view;
} Two;

static const json_t *list_at(const json_t *input, const char *path)
{
    return json_at(input, path);
}

static double at(const json_t *list, size_t i)
{
    return json_number_value(json_array_get(list, i));
}

/* Leaders at 0 and 100 without weight; then the publics of the first, then those of the second. */
static void make_two(const json_t *input, Two *two)
{
    const json_t *p[] = {list_at(input, "pf"), list_at(input, "ph")};
    const json_t *w[] = {list_at(input, "w"), list_at(input, "wh")};
    const json_t *tol[] = {list_at(input, "tol"), list_at(input, "tolh")};
    size_t n[] = {json_array_size(p[0]), json_array_size(p[1])}, total = 0, row = 0;
    two->game = test_game_new(n[0] + n[1], 1, 1);
    two->game.status_quo[0] = json_num(input, "q") / 100;
    two->yes[0] = 1;
    for (size_t h = 0; h < 2; h++) {
        double all = 0;
        for (size_t k = 0; k < n[h]; k++, row++) {
            test_game_actor(&two->game, row, at(p[h], k) / 100, .5, at(w[h], k));
            two->publics[row] = (SmyiPublic){row, at(tol[h], k) / 100};
            all += at(w[h], k);
        }
        two->homes[h] = (SmyiHome){.n = n[h],
                                   .publics = two->publics + total,
                                   .quota = h == 0 ? json_num(input, "Q") / all : 0,
                                   .counts = two->yes};
        total += n[h];
    }
    two->rules = (SmyiRules){.n_voters = total,
                             .voters = two->game.voters,
                             .setter = -1,
                             .n_homes = 2,
                             .homes = two->homes};
    two->view = test_game_view(&two->game);
    two->view.rules = &two->rules;
}

static void check_zone(const char *row, const SmyiZone *zone, const json_t *want)
{
    check_near(row, (double)zone->n, (double)json_array_size(want), 0, "segments");
    for (size_t s = 0; s < zone->n && s < json_array_size(want); s++) {
        const json_t *segment = json_array_get(want, s);
        check_near(row, 100 * zone->segment[s].low, at(segment, 0), 1e-9,
                   "f_procedural.json");
        check_near(row, 100 * zone->segment[s].high, at(segment, 1), 1e-9,
                   "f_procedural.json");
    }
}

static void golden_win_sets(void **state)
{
    (void)state;
    json_t *file = golden_read("f_procedural.json");
    Two two;
    SmyiArena mem = {0};
    SmyiZone zone;
    make_two(json_at(file, "input.two"), &two);
    assert_true(smyi_zone_new(&two.rules, &mem, &zone));
    smyi_zone_find(&two.view, &two.homes[0], 1, 0, 0, &zone);
    check_zone("a quota", &zone, json_at(file, "expected.two_level.winset_1"));
    check_near("size", zone.segment[0].high - zone.segment[0].low,
               json_num(file, "expected.two_level.size_1"), 1e-9, "f_procedural.json");
    smyi_zone_find(&two.view, &two.homes[1], 1, 0, 0, &zone);
    check_zone("unanimity", &zone, json_at(file, "expected.two_level.winset_2"));
    check_near("size", zone.segment[0].high - zone.segment[0].low,
               json_num(file, "expected.two_level.size_2"), 1e-9, "f_procedural.json");
    smyi_zone_find(&two.view, two.homes, 2, 0, 0, &zone);
    check_zone("both", &zone, json_at(file, "expected.two_level.zopa"));
    smyi_arena_free(&mem);
    test_game_free(&two.game);
    json_decref(file);
    check_done();
}

/* u(x) >= d - tolerance, home by home, as models.md F says it. */
static int accepts(const TestGame *game, double x)
{
    double q = game->status_quo[0];
    int all_homes = 1;
    for (size_t h = 0; h < game->n_homes; h++) {
        double all = 0, accepting = 0;
        int each = 1;
        if (game->leader[h] < 0)
            continue;
        for (size_t k = 0; k < 2; k++) {
            int a = game->public[h][k];
            if (a < 0)
                continue;
            double p = game->position[a], c = game->capability[a];
            double lost = game->quadratic ? (x - p) * (x - p) - (q - p) * (q - p)
                                          : fabs(x - p) - fabs(q - p);
            int yes = lost <= game->no_deal[a] + game->tolerance + 1e-12;
            all += c;
            accepting += yes ? c : 0;
            each &= yes;
        }
        all_homes &=
            game->home_quota[h] > 0 ? accepting >= game->home_quota[h] * all - 1e-12 : each;
    }
    return all_homes;
}

static void zones_point_by_point(void **state)
{
    (void)state;
    for (uint64_t draw = 0; draw < 200; draw++) {
        char row[64];
        TestGame game = test_game_draw(TEST_GENERIC, 500 + draw, 2 + draw % 5, 1, 1);
        game.quadratic = draw % 2;
        game.tolerance = -.1 + .15 * (double)(draw % 3);
        for (size_t a = 0; a < game.n_actors; a++)
            game.no_deal[a] -= .1;
        SmyiGame view = test_game_view(&game);
        SmyiArena mem = {0};
        SmyiZone zone;
        assert_true(smyi_zone_new(view.rules, &mem, &zone));
        smyi_zone_find(&view, view.rules->homes, view.rules->n_homes, 0, 0, &zone);
        for (int g = 0; g <= 997; g++) {
            double x = g / 997.;
            int inside = 0;
            for (size_t s = 0; s < zone.n; s++)
                inside |= x >= zone.segment[s].low && x <= zone.segment[s].high;
            (void)snprintf(row, sizeof row, "game %u at %g", (unsigned)draw, x);
            check_near(row, inside, accepts(&game, x), 0, "asked");
        }
        smyi_arena_free(&mem);
        test_game_free(&game);
    }
    check_done();
}

/*
 * Leaders at .2 and .8, the second nine times as capable; no deal costs each .3. From .5 the
 * gains are .8 - x and x - .2: 1 : 9 at .74. From .2 they are .5 - x and .1 + x: .44.
 */
static void where_leaders_settle(void **state)
{
    (void)state;
    static const struct {
        const char *row, *options;
        double quo, public_at, tolerance; /* of the first leader */
        SmyStatus status;
        double want;
    } rows[] = {
        {"nobody at home", "", .5, NAN, 0, SMY_STATUS_OK, .74},
        {"home accepts up to .4", "", .2, .3, 0, SMY_STATUS_OK, .4},
        {"and more than is wanted", "", .2, .3, .05, SMY_STATUS_OK, .44},
        {"home wants what is", "", .2, .2, 0, SMY_STATUS_NO_AGREEMENT, .2},
        {"the compromise moved to the zone", "settle=mean", .2, .3, 0, SMY_STATUS_OK, .4},
        {"nothing is accepted", "", .2, .3, -.2, SMY_STATUS_NO_AGREEMENT, .2},
        {"nor by compromise", "settle=mean", .2, .3, -.2, SMY_STATUS_NO_AGREEMENT, .2},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        TestGame game = test_game_new(3, 1, 1);
        test_game_actor(&game, 0, .2, 1, 1);
        test_game_actor(&game, 1, .8, 1, 9);
        game.position[2] = rows[r].public_at;
        game.salience[2] = rows[r].public_at == rows[r].public_at;
        game.status_quo[0] = rows[r].quo;
        game.no_deal[0] = game.no_deal[1] = rows[r].public_at == .2 ? 0 : .3;
        game.is_ruled = true;
        game.n_homes = 1;
        game.leader[0] = 0;
        game.public[0][0] = 2;
        game.public[0][1] = -1;
        game.tolerance = rows[r].tolerance;
        TestOutcome got = test_solve(smyi_model_find("two_level"), &game, rows[r].options);
        check_near(rows[r].row, got.out.status[0], rows[r].status, 0, "hand");
        check_near(rows[r].row, got.out.point[0], rows[r].want, 1e-12, "hand");
        test_outcome_free(&got);
        test_game_free(&game);
    }
    check_done();
}

/* gain of a leader over no deal */
static double gain(const TestGame *game, const SmyiRules *rules, size_t a, double x)
{
    double q = game->status_quo[0], p = game->position[a], z = rules->stated[a];
    double d =
        game->quadratic ? (q - p) * (q - p) - (x - p) * (x - p) : fabs(q - p) - fabs(x - p);
    return d + game->no_deal[a] - (z == z ? rules->face[a] * fabs(x - z) : 0);
}

/* The best of ten thousand points is no better: no publics, audience costs on most. */
static void nobody_finds_better(void **state)
{
    (void)state;
    size_t n_settled = 0;
    for (uint64_t draw = 0; draw < 60; draw++) {
        char row[64];
        double stated[3], face[3], best = -(double)INFINITY, value = 0;
        TestGame game = test_game_draw(TEST_GENERIC, 900 + draw, 3, 1, 1);
        game.quadratic = draw % 2;
        game.leader[0] = game.leader[1] = -1;
        SmyiGame view = test_game_view(&game);
        SmyiRules rules = *view.rules;
        for (size_t a = 0; a < 3; a++) {
            double u = smyi_uniform(3, SMYI_STREAM_CHOICES, draw, a);
            stated[a] = u < .3 ? (double)NAN : u;
            face[a] = draw % 3 ? u : 2 * u;
        }
        rules.stated = stated;
        rules.face = face;
        view.rules = &rules;
        const SmyiModel *model = smyi_model_find("two_level");
        SmyiArena mem = {0};
        SmyiOutcome out;
        assert_true(smyi_outcome_new(model, 3, 1, 1, &mem, &out));
        assert_int_equal(smyi_model_solve(model, &view, NULL, NULL, &mem, &out), SMY_OK);
        for (int g = 0; g <= 10000; g++) {
            double product = 0;
            for (size_t a = 0; a < 3; a++) {
                double got = gain(&game, &rules, a, g / 10000.);
                product += got > 0 ? game.capability[a] * log(got) : -(double)INFINITY;
            }
            best = fmax(best, product);
        }
        (void)snprintf(row, sizeof row, "game %u", (unsigned)draw);
        for (size_t a = 0; a < 3 && out.status[0] == SMY_STATUS_OK; a++) {
            check_near(row, gain(&game, &rules, a, out.point[0]) >= -1e-12, 1, 0,
                       "rational");
            value += game.capability[a] *
                     log(fmax(gain(&game, &rules, a, out.point[0]), 1e-300));
        }
        n_settled += out.status[0] == SMY_STATUS_OK;
        if (out.status[0] == SMY_STATUS_OK && isfinite(best))
            check_near(row, value >= best - 1e-9, 1, 0, "searched");
        if (isfinite(best))
            check_near(row, out.status[0], SMY_STATUS_OK, 0, "searched");
        smyi_arena_free(&mem);
        test_game_free(&game);
    }
    assert_true(n_settled > 10);
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(golden_win_sets),
        cmocka_unit_test(zones_point_by_point),
        cmocka_unit_test(where_leaders_settle),
        cmocka_unit_test(nobody_finds_better),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
