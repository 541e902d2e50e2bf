/* SPDX-License-Identifier: Apache-2.0 */
/* Procedures: agenda setter, veto players, quotas; golden rows, and votes counted one by one. */
#include "support/support.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/random.h"
#include "model/vote.h"
#include "support/games.h"

static const char origin[] = "f_procedural.json";

/* A game of one issue at 100 points, everybody caring; q NaN: no status quo. */
static TestGame line_game(const double *p, size_t n, double q)
{
    TestGame game = test_game_new(n, 1, 1);
    for (size_t a = 0; a < n; a++)
        test_game_actor(&game, a, p[a] / 100, .5, 1);
    game.status_quo[0] = q / 100;
    game.is_ruled = true;
    return game;
}

static void read_list(const json_t *list, double *out)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        out[i] = json_number_value(json_array_get(list, i));
}

static void golden_setter(void **state)
{
    (void)state;
    json_t *file = golden_read("f_procedural.json");
    size_t r;
    json_t *want;
    json_array_foreach(json_at(file, "expected.setter"), r, want) {
        double p[3] = {json_num(want, "setter")};
        const json_t *vetoes = json_at(want, "vetoes");
        char row[64];
        (void)snprintf(row, sizeof row, "setter row %zu", r);
        read_list(vetoes, p + 1);
        TestGame game = line_game(p, 1 + json_array_size(vetoes), json_num(want, "q"));
        game.setter = 0;
        game.n_veto = json_array_size(vetoes);
        for (size_t v = 0; v < game.n_veto; v++)
            game.veto[v] = (int)v + 1;
        SmyiGame view = test_game_view(&game);
        SmyiVote vote = smyi_vote(&view, SMYI_ASK_VETO, 0, 0);
        check_near(row, 100 * vote.win_low, json_num(want, "winset.0"), 1e-9, origin);
        check_near(row, 100 * vote.win_high, json_num(want, "winset.1"), 1e-9, origin);
        TestOutcome got = test_solve(smyi_model_find("agenda_setter"), &game, NULL);
        check_near(row, 100 * got.out.point[0], json_num(want, "outcome"), 1e-9, origin);
        /* in the last row the setter wants less, and one veto player more: nothing moves */
        check_near(row, got.out.status[0], r == 4 ? SMY_STATUS_NO_AGREEMENT : SMY_STATUS_OK,
                   0, "docs/models/agenda_setter.md");
        test_outcome_free(&got);
        test_game_free(&game);
    }
    json_decref(file);
    check_done();
}

/* The five of the golden file, with the weights and one quota. */
static TestGame quota_game(const json_t *input, double quota, double q)
{
    double p[5];
    read_list(json_at(input, "p"), p);
    TestGame game = line_game(p, 5, q);
    read_list(json_at(input, "w"), game.weight);
    for (size_t a = 0; a < 5; a++)
        game.total += game.weight[a];
    game.quota = quota;
    return game;
}

static void golden_core(void **state)
{
    (void)state;
    json_t *file = golden_read("f_procedural.json");
    const char *quota;
    json_t *core;
    json_object_foreach(json_at(file, "expected.core"), quota, core) {
        TestGame game = quota_game(json_at(file, "input"), atof(quota), 50);
        SmyiGame view = test_game_view(&game);
        SmyiVote vote = smyi_vote(&view, SMYI_ASK_ALL, 0, 0);
        check_near(quota, 100 * vote.core_low, json_num(core, "0"), 1e-9, origin);
        check_near(quota, 100 * vote.core_high, json_num(core, "1"), 1e-9, origin);
        test_game_free(&game);
    }
    json_decref(file);
    check_done();
}

static void golden_winsets(void **state)
{
    (void)state;
    json_t *file = golden_read("f_procedural.json");
    size_t r;
    json_t *want;
    json_array_foreach(json_at(file, "expected.winset"), r, want) {
        char row[64];
        (void)snprintf(row, sizeof row, "Q %g, q %g", json_num(want, "Q"),
                       json_num(want, "q"));
        TestGame game =
            quota_game(json_at(file, "input"), json_num(want, "Q"), json_num(want, "q"));
        SmyiGame view = test_game_view(&game);
        SmyiVote vote = smyi_vote(&view, SMYI_ASK_ALL, 0, 0);
        check_near(row, 100 * vote.win_low, json_num(want, "winset.0"), 1e-9, origin);
        check_near(row, 100 * vote.win_high, json_num(want, "winset.1"), 1e-9, origin);
        test_game_free(&game);
    }
    json_decref(file);
    check_done();
}

static void golden_veto_core(void **state)
{
    (void)state;
    json_t *file = golden_read("f_procedural.json");
    double p[5];
    read_list(json_at(file, "input.p"), p);
    TestGame game = line_game(p, 4, 5); /* four, as many as a test game has room for */
    game.n_veto = 4;
    for (int v = 0; v < 4; v++)
        game.veto[v] = v;
    SmyiGame view = test_game_view(&game);
    SmyiVote vote = smyi_vote(&view, SMYI_ASK_VETO, 0, 0);
    check_near("lowest", 100 * vote.core_low, json_num(file, "expected.veto_core.0"), 1e-9,
               origin);
    check_near("highest of four", 100 * vote.core_high, p[3], 1e-9, "hand");
    test_game_free(&game);
    json_decref(file);
    check_done();
}

/* What the models make of it. p = 10 30 45 60 90, weights 10 20 25 25 20. */
static void where_it_ends(void **state)
{
    (void)state;
    /* clang-format off */
    static const struct {
        const char *row, *model, *options;
        double quota, q; SmyStatus status;
        double want;
    } rows[] = {
        {"a majority's median",             "quota", "",               51, 80,  SMY_STATUS_OK,           45},
        {"and from below",                  "quota", "",               51, 5,   SMY_STATUS_OK,           45},
        {"the median needs no status quo",  "quota", "",               51, NAN, SMY_STATUS_OK,           45},
        {"70: the pivot nearest to q",      "quota", "",               70, 80,  SMY_STATUS_OK,           60},
        {"the farthest of W and core",      "quota", "point=farthest", 70, 70,  SMY_STATUS_OK,           50},
        {"or the core's other end",         "quota", "point=farthest", 70, 80,  SMY_STATUS_OK,           45},
        {"the middle of them",              "quota", "point=middle",   70, 70,  SMY_STATUS_OK,           55},
        {"within the core nothing moves",   "quota", "",               70, 50,  SMY_STATUS_NO_AGREEMENT, 50},
        {"70 needs a status quo",           "quota", "",               70, NAN, SMY_STATUS_UNDEFINED,    NAN},
        {"half is no majority",             "quota", "",               50, 80,  SMY_STATUS_UNDEFINED,    NAN},
        {"more votes than there are",       "quota", "",              101, 95,  SMY_STATUS_NO_AGREEMENT, 95},
        {"unanimity by quota",              "quota", "",              100, 95,  SMY_STATUS_OK,           90},
        {"veto players stay out of quota",  "quota", "veto=ignored",   51, 80,  SMY_STATUS_OK,           45},
    };
    /* clang-format on */
    json_t *file = golden_read("f_procedural.json");
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        TestGame game = quota_game(json_at(file, "input"), rows[r].quota, rows[r].q);
        TestOutcome got =
            test_solve(smyi_model_find(rows[r].model), &game, rows[r].options);
        check_near(rows[r].row, 100 * got.out.point[0], rows[r].want, 1e-9, "hand");
        check_near(rows[r].row, got.out.status[0], rows[r].status, 0, "hand");
        test_outcome_free(&got);
        test_game_free(&game);
    }
    json_decref(file);
    check_done();
}

static void veto_players_beside_votes(void **state)
{
    (void)state;
    json_t *file = golden_read("f_procedural.json");
    TestGame game = quota_game(json_at(file, "input"), 51, 80);
    game.n_veto = 1;
    game.veto[0] = 3; /* at 60 */
    static const struct {
        const char *row, *model, *options;
        double want;
    } rows[] = {
        {"the veto player stops the median", "quota", "", 60},
        {"unless it is not counted", "quota", "veto=ignored", 45},
        {"a veto player alone", "veto", "", 60},
        {"and with a setter beyond", "veto", "", 90},
        {"unless that is no veto player", "veto", "setter=ignored", 60},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        game.setter = r < 3 ? -1 : 4; /* at 90 */
        game.status_quo[0] = r < 3 ? .8 : .95;
        TestOutcome got =
            test_solve(smyi_model_find(rows[r].model), &game, rows[r].options);
        check_near(rows[r].row, 100 * got.out.point[0], rows[r].want, 1e-9, "hand");
        test_outcome_free(&got);
    }
    game.status_quo[0] = .8;
    game.setter = 0; /* at 10: against the median down to 10, with the veto player to 40 */
    TestOutcome got = test_solve(smyi_model_find("agenda_setter"), &game, "");
    check_near("setter against both", 100 * got.out.point[0], 40, 1e-9, "hand");
    test_outcome_free(&got);
    game.n_veto = 0;
    got = test_solve(smyi_model_find("agenda_setter"), &game, "");
    check_near("setter against the median", 100 * got.out.point[0], 10, 1e-9, "hand");
    test_outcome_free(&got);
    game.status_quo[0] = .7;
    got = test_solve(smyi_model_find("agenda_setter"), &game, "");
    check_near("who would rather keep 70 than go to 10", 100 * got.out.point[0], 20, 1e-9,
               "hand");
    test_outcome_free(&got);
    got = test_solve(smyi_model_find("agenda_setter"), &game, "against=veto");
    check_near("setter without anybody to ask", 100 * got.out.point[0], 10, 1e-9, "hand");
    test_outcome_free(&got);
    test_game_free(&game);
    json_decref(file);
    check_done();
}

/* Without rules, or without the part that it needs, a model has no answer. */
static void what_they_need(void **state)
{
    (void)state;
    static const char *const models[] = {"agenda_setter", "veto", "quota"};
    double p[] = {10, 50};
    TestGame game = line_game(p, 2, 80);
    for (int is_ruled = 0; is_ruled < 2; is_ruled++)
        for (size_t m = 0; m < 3; m++) {
            game.is_ruled = is_ruled;
            TestOutcome got = test_solve(smyi_model_find(models[m]), &game, "");
            SmyStatus want = is_ruled && m == 0
                                 ? SMY_STATUS_NO_WEIGHT /* setter not there */
                                 : SMY_STATUS_UNDEFINED;
            check_near(models[m], got.out.status[0], want, 0, "hand");
            test_outcome_free(&got);
        }
    test_game_free(&game);
    check_done();
}

enum { VOTERS = 6, CRITERIA = 3 };

/* A body of several criteria and a veto player, written out by hand as models.md F says it. */
typedef struct Body {
    double p[VOTERS], w[CRITERIA][VOTERS], quota[CRITERIA];
    size_t veto;
} Body;

static Body draw_body(uint64_t draw)
{
    Body body;
    uint64_t number = 0;
    for (size_t v = 0; v < VOTERS; v++) {
        body.p[v] = floor(20 * smyi_uniform(5, SMYI_STREAM_CHOICES, draw, number++)) / 20;
        for (size_t c = 0; c < CRITERIA; c++)
            body.w[c][v] =
                1 + floor(9 * smyi_uniform(5, SMYI_STREAM_CHOICES, draw, number++));
    }
    for (size_t c = 0; c < CRITERIA; c++) {
        double total = 0;
        for (size_t v = 0; v < VOTERS; v++)
            total += body.w[c][v];
        body.quota[c] = floor(total * (.5 + .3 * smyi_uniform(5, SMYI_STREAM_CHOICES, draw,
                                                              number++))) +
                        1;
    }
    body.veto = draw % (2 * VOTERS); /* every other time nobody */
    return body;
}

/* Does x beat q? Those as near to x as to q, or nearer, accept. */
static int beats(const Body *body, double x, double q)
{
    int wins = 1;
    for (size_t c = 0; c < CRITERIA; c++) {
        double sum = 0;
        for (size_t v = 0; v < VOTERS; v++)
            sum += fabs(x - body->p[v]) <= fabs(q - body->p[v]) + 1e-12 ? body->w[c][v] : 0;
        wins &= sum >= body->quota[c];
    }
    if (body->veto < VOTERS)
        wins &= fabs(x - body->p[body->veto]) <= fabs(q - body->p[body->veto]) + 1e-12;
    return wins;
}

/* Closed forms against counting: every point of a fine grid, accepted or not. */
static void several_criteria(void **state)
{
    (void)state;
    for (uint64_t draw = 0; draw < 300; draw++) {
        char row[64];
        Body body = draw_body(draw);
        double q = (double)(draw * 7 % 41) / 40;
        SmyiCriterion criteria[CRITERIA];
        TestGame game = line_game(body.p, VOTERS, 100 * q);
        for (size_t v = 0; v < VOTERS; v++)
            game.position[v] = body.p[v];
        game.n_veto = body.veto < VOTERS;
        game.veto[0] = (int)body.veto;
        SmyiGame view = test_game_view(&game);
        SmyiRules rules = *view.rules;
        rules.n_criteria = CRITERIA;
        rules.criteria = criteria;
        rules.n_voters = VOTERS;
        for (size_t c = 0; c < CRITERIA; c++)
            criteria[c] = (SmyiCriterion){.quota = body.quota[c], .weight = body.w[c]};
        view.rules = &rules;
        SmyiVote vote = smyi_vote(&view, SMYI_ASK_ALL, 0, 0);
        for (int g = 0; g <= 160; g++) {
            double x = g / 160.;
            int inside = x >= vote.win_low - 1e-9 && x <= vote.win_high + 1e-9;
            (void)snprintf(row, sizeof row, "body %u, q %g, x %g", (unsigned)draw, q, x);
            check_near(row, inside, beats(&body, x, q) || fabs(x - q) < 1e-9, 0, "counted");
        }
        test_game_free(&game);
    }
    check_done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(golden_setter),  cmocka_unit_test(golden_core),
        cmocka_unit_test(golden_winsets), cmocka_unit_test(golden_veto_core),
        cmocka_unit_test(where_it_ends),  cmocka_unit_test(veto_players_beside_votes),
        cmocka_unit_test(what_they_need), cmocka_unit_test(several_criteria),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
